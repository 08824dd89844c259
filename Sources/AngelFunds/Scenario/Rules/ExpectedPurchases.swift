internal import Foundation
import Stochastics

/// What a sub-fund's money for companies buys, as far as it can be told before any future is drawn.
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

  init(_ fund: SubFund, _ dealFlow: DealFlow) {
    let terms = fund.terms
    investable = InvestmentBudget.investable(size: fund.size, terms: terms)
    let followOn = FollowOnModel(terms.followOn, engine: fund.engine, budget: investable)
    firstMoney = investable - followOn.reserve
    let limit = min(terms.singleProjectLimit.share * fund.size, terms.singleProjectLimit.amount)
    let (logMedian, deviation) = (
      log(terms.ticket.median * dealFlow.ticketScale), terms.ticket.logDeviation
    )
    let mean = VehicleModel.meanTicket(
      logMedian: logMedian, logDeviation: deviation, limit: limit)
    // The square of a lognormal ticket is a lognormal too, and so is its limit squared.
    let square = VehicleModel.meanTicket(
      logMedian: 2 * logMedian, logDeviation: 2 * deviation, limit: limit * limit)
    meanTicket = mean
    ticketVariation = max(0, square / (mean * mean) - 1).squareRoot()
  }

  /// Expected number of companies.
  var companies: Double { firstMoney / meanTicket }

  /// The most companies that it buys short of chances that are taken for impossible.
  var mostCompanies: Int {
    let spread = Self.limitOfChance * ticketVariation * companies.squareRoot()
    return Int(min((companies + spread).rounded(), 1e9))
  }

  /// The most that a part of the cost comes to, where each company belongs to it with probability
  /// `share`, short of chances that are taken for impossible.
  func most(of share: Double) -> Double {
    guard companies > 0 else { return share }
    let variance = share * (1 - share) * (1 + ticketVariation * ticketVariation) / companies
    return min(1, share + Self.limitOfChance * variance.squareRoot())
  }
}
