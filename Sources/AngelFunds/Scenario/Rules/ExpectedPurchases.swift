internal import Foundation
import Stochastics

/// What a vehicle's money for companies buys, as far as it can be told before any future is drawn.
struct ExpectedPurchases {
  /// How many standard deviations from the mean are taken for impossible.
  static let limitOfChance = 4.0

  /// Money for companies, what is kept for later rounds included, in yuan.
  let investable: Double
  /// The part of it that buys companies first, in yuan.
  let firstMoney: Double
  /// Average first ticket after the limit on one project, in yuan.
  let meanTicket: Double
  /// Standard deviation of a ticket over its mean.
  let ticketVariation: Double
  /// Proceeds that may be invested again, in yuan.
  let recycled: Double
  /// Part of the companies seen that may be bought; the others are passed over.
  let eligibleShare: Double
  /// How many times its planned size the vehicle may become.
  let mostGrowth: Double

  init(_ fund: SubFund, _ dealFlow: DealFlow) {
    let terms = fund.terms
    let investable = InvestmentBudget.investable(size: fund.size, terms: terms)
    let rule = VehicleRules(fund).eligibility
    self.init(
      size: fund.size, investable: investable,
      followOn: FollowOnModel(terms.followOn, engine: fund.engine, budget: investable),
      terms.ticket, terms.singleProjectLimit, dealFlow, recycled: terms.recycling * fund.size,
      eligibleShare: rule.skips ? rule.probability : 1,
      mostGrowth: FundRaisingModel(fund).mostGrowth)
  }

  init(_ direct: DirectInvestment, of motherFund: MotherFund) {
    let size = direct.share * motherFund.size
    self.init(
      size: size, investable: size,
      followOn: FollowOnModel(direct.followOn, engine: direct.engine, budget: size),
      direct.ticket, direct.singleProjectLimit, direct.dealFlow, recycled: 0, eligibleShare: 1,
      mostGrowth: 1)
  }

  private init(
    size: Double, investable: Double, followOn: FollowOnModel, _ ticket: Ticket,
    _ projectLimit: SingleProjectLimit, _ dealFlow: DealFlow, recycled: Double,
    eligibleShare: Double, mostGrowth: Double
  ) {
    (self.investable, firstMoney) = (investable, investable - followOn.reserve)
    (self.recycled, self.eligibleShare) = (recycled, eligibleShare)
    self.mostGrowth = mostGrowth
    let limit = min(projectLimit.share * size, projectLimit.amount)
    let (logMedian, deviation) = (
      log(ticket.median * dealFlow.ticketScale), ticket.logDeviation
    )
    let mean = VehicleModel.meanTicket(
      logMedian: logMedian, logDeviation: deviation, limit: limit)
    // The square of a lognormal ticket is a lognormal too, and so is its limit squared.
    let square = VehicleModel.meanTicket(
      logMedian: 2 * logMedian, logDeviation: 2 * deviation, limit: limit * limit)
    meanTicket = mean
    ticketVariation = max(0, square / (mean * mean) - 1).squareRoot()
  }

  /// Expected number of companies that first money buys.
  var companies: Double { number(for: firstMoney) }

  /// Expected number of companies with those that proceeds buy, if all of them are invested again
  /// that may be.
  var withRecycled: Double { number(for: firstMoney + recycled) }

  /// Expected number of companies that are looked at: bought, or passed over.
  var seen: Double { withRecycled > 0 ? withRecycled / eligibleShare : 0 }

  /// The most companies that are looked at, at the largest size, short of chances that are taken
  /// for impossible.
  ///
  /// The number passed over before each purchase is geometric; 16 more purchases cover the tail
  /// where there are few.
  var mostSeen: Double {
    let most = mostOften(withRecycled * mostGrowth)
    return (most + Self.limitOfChance * most.squareRoot() + 16) / eligibleShare
  }

  private func number(for money: Double) -> Double { money > 0 ? money / meanTicket : 0 }

  private func mostOften(_ companies: Double) -> Double {
    companies + Self.limitOfChance * ticketVariation * companies.squareRoot()
  }

  /// The most companies that it buys short of chances that are taken for impossible.
  var mostCompanies: Int {
    Int(min(mostOften(companies).rounded(), 1e9))
  }

  /// The most that a part of the cost comes to, where each company belongs to it with probability
  /// `share`, short of chances that are taken for impossible.
  func most(of share: Double) -> Double {
    guard companies > 0 else { return share }
    let variance = share * (1 - share) * (1 + ticketVariation * ticketVariation) / companies
    return min(1, share + Self.limitOfChance * variance.squareRoot())
  }
}
