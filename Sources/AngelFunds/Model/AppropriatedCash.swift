/// Contributors' budgets, the mother fund's cash in hand and what a lender is owed, from quarter to
/// quarter.
///
/// A quarter begins, its calls are paid one by one or together, and it is finished.
struct AppropriatedCash {
  /// What happened in a quarter, in yuan.
  struct Flows {
    /// Paid by contributors.
    var contributed = 0.0
    /// Paid by a lender.
    var lent = 0.0
    /// Paid back to the lender, without interest.
    var repaid = 0.0
    /// The contributors' part of that; the rest comes from distributions.
    var repaidByContributors = 0.0
    var interestPaid = 0.0
    /// What the debt has grown by.
    var interest = 0.0
    /// What budgets and cash did not cover.
    var shortfall = 0.0
    var fee = 0.0
    /// Passed on to contributors.
    var distributed = 0.0
  }

  private let model: AppropriationModel
  private let feePerQuarter: Double
  private(set) var quarter = -1
  private(set) var flows = Flows()
  private(set) var fee: MotherFee
  /// What was drawn and not used.
  private(set) var cash = 0.0
  private var budget = 0.0  // what is left of it
  private var paidIn = 0.0
  private var principal = 0.0
  private var interestOwed = 0.0

  init(_ model: AppropriationModel, feePerQuarter: Double, feeRoom: Double) {
    self.model = model
    self.feePerQuarter = feePerQuarter
    fee = MotherFee(room: feeRoom)
  }

  /// What the lender is owed.
  var debt: Double { principal + interestOwed }

  /// What contributors may be asked for now.
  private var spendable: Double {
    max(0, model.isInAdvance ? min(budget, model.size - paidIn) : budget)
  }

  private var drawsInAdvance: Bool { model.isInAdvance && quarter <= model.lastCall }

  /// Begins the next quarter: a new year's budget, interest, what is drawn in advance, and what
  /// the lender gets of both.
  mutating func begin() {
    quarter += 1
    flows = Flows()
    if model.startsYear(quarter) {
      budget = (model.carriesOver ? budget : 0) + model.budgets[model.year(of: quarter)]
    }
    flows.interest = model.interestPerQuarter * debt
    interestOwed += flows.interest
    if drawsInAdvance, Rounding.reaches(paidIn - cash, model.nextDrawAt * paidIn) { draw() }
    guard debt > 0 else { return }
    let fromCash = min(debt, cash)
    cash -= fromCash
    let fromBudget = min(debt - fromCash, spendable)
    contribute(fromBudget)
    flows.repaidByContributors += payLender(fromCash + fromBudget)
  }

  /// Whether budget and cash cover a call.
  func covers(_ call: Double) -> Bool { Rounding.reaches(cash + spendable, call) }

  /// Pays calls, from cash first, then from the budget; what is missing is the lender's to pay.
  mutating func pay(_ call: Double) {
    if drawsInAdvance, !Rounding.reaches(cash, call) { draw() }
    let fromCash = min(cash, call)
    cash = Rounding.amount(cash - fromCash)
    let fromBudget = min(call - fromCash, spendable)
    contribute(fromBudget)
    let missing = call - fromCash - fromBudget
    guard missing > 0 else { return }
    let isShort = missing >= Rounding.ofAmounts(call)
    if isShort { flows.shortfall += missing }
    if isShort, model.isBridged {
      flows.lent += missing
      principal += missing
    } else {
      flows.contributed += missing
    }
  }

  /// Finishes a quarter: the fee, the lender's part of distributions, cash that nothing can use.
  ///
  /// - Parameters:
  ///   - costOutstanding: What the fee is charged on.
  ///   - received: The vehicles' distributions.
  ///   - freed: What contributors may be asked for fees from this quarter on, beyond the plan.
  mutating func finish(costOutstanding: Double, received: Double, freed: Double = 0) {
    fee.free(freed)
    let (withheld, contributed) = fee.charge(
      feePerQuarter * costOutstanding, received: received, limit: cash + spendable)
    let fromCash = min(cash, contributed)
    cash -= fromCash
    contribute(contributed - fromCash)
    flows.fee = withheld + contributed
    let toLender = min(debt, received - withheld)
    _ = payLender(toLender)
    flows.distributed = received - withheld - toLender
    if model.isInAdvance, quarter >= model.lastCall {
      flows.distributed += cash
      cash = 0
    }
    guard quarter == model.lastQuarter, debt > 0 else { return }
    if debt >= Rounding.fen { flows.shortfall += debt }
    flows.contributed += debt
    flows.repaidByContributors += payLender(debt)
  }

  private mutating func draw() {
    let amount = spendable
    contribute(amount)
    cash += amount
  }

  private mutating func contribute(_ amount: Double) {
    budget -= amount
    paidIn += amount
    flows.contributed += amount
  }

  /// Pays interest first, and returns what is paid of the principal.
  private mutating func payLender(_ amount: Double) -> Double {
    let interest = min(interestOwed, amount)
    interestOwed -= interest
    let repaid = min(principal, amount - interest)
    principal -= repaid
    flows.interestPaid += interest
    flows.repaid += repaid
    return repaid
  }
}
