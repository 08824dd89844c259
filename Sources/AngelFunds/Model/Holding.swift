/// A company that a vehicle has bought, as far as the vehicle knows it; engine `rounds`.
struct Holding: BitwiseCopyable {
  var life = CompanyLife()
  var company = PlannedCompany()
  /// What was paid for it, follow-ons included, in yuan.
  var cost = 0.0
  /// Cost times the quarter in which it was paid, added up; for simple interest.
  var costQuarters = 0.0
  /// The same discounted to quarter 0 at a preferred return that compounds.
  var discountedCost = 0.0
  /// Cost of what founders have bought.
  var soldCost = 0.0
  /// Shares, in yuan of the price at entry.
  var shares = 0.0
  /// Price of a share as last known; 1 at entry.
  var price = 1.0
  /// The company's value as last known, new money included, in yuan.
  var companyValue = 0.0
  /// The company's value at entry, in yuan.
  var entryValue = 0.0
  /// Rounds seen since entry.
  var rounds = 0
  /// The quarter of the last price.
  var lastPriced = 0
  /// What the stake is valued at, in yuan.
  var mark = 0.0
  /// Received so far, in yuan.
  var proceeds = 0.0
  /// Parts of a listed stake that are still to be sold.
  var partsLeft = 0
  /// What the vehicle would like to add in this quarter's round, in yuan.
  var wish = 0.0
  var isFateKnown = false
  var isListed = false
  var isClosed = false
  /// Whether founders have used their option.
  var isBoughtOut = false
  /// What the cost is above what came back and what the stake is worth; kept where losses are.
  var loss = 0.0
  /// The next holding that learns something in the same quarter; -1 for none.
  var nextLearning: Int32 = -1
  /// The next holding that the vehicle would like to add to in the same quarter; -1 for none.
  var nextWishing: Int32 = -1
  /// The next holding that is listed or sold in the same quarter; -1 for none.
  var nextLeaving: Int32 = -1

  /// All that was paid for it, in yuan.
  var paid: Double { cost + soldCost }

  /// What was paid for what is held, with simple interest a year.
  func costWithInterest(_ interest: Double, quarter: Int) -> Double {
    cost + interest * (cost * Double(quarter) - costQuarters) / 4
  }

  /// Money in the company: all its shares at the last price.
  var shareValue: Double { shares * price }

  /// The vehicle's part of the company.
  var ownership: Double { companyValue > 0 ? shareValue / companyValue : 0 }
}

extension VehicleResult {
  /// Adds a company that is closed.
  mutating func count(_ holding: Holding) {
    count(paid: holding.paid, received: holding.proceeds, isLocal: holding.company.isLocal)
  }
}

extension CompanyEvent {
  init(_ holding: Holding, vehicle: Int, quarter: Int, kind: Kind, amount: Double) {
    self.init(
      vehicle: vehicle, ordinal: Int(holding.company.ordinal), sector: Int(holding.company.sector),
      isLocal: holding.company.isLocal, quarter: quarter, kind: kind, amount: amount,
      price: holding.price, companyValue: holding.companyValue, ownership: holding.ownership,
      stake: holding.mark)
  }
}
