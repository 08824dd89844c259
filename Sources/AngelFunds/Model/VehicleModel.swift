internal import Foundation
import Stochastics

/// A sub-fund, or the direct book, flattened for the path loop: plain numbers only.
struct VehicleModel: BitwiseCopyable {
  let engine: Outcomes.Engine
  let companies: StreamKey
  /// What a generator in sequence draws companies' outcomes from.
  let outcomes: StreamKey
  let manager: StreamKey
  var firstQuarter: Int
  let investmentQuarters: Int
  /// First quarter after the exit period; no fee is charged from here on.
  var exitPeriodEnd: Int
  /// The quarter in which what is unsold is sold.
  var lastQuarter: Int
  var size: Double
  /// The mother fund's part, from 0 (excluded) to 1.
  let motherShare: Double
  /// What purchases may cost in total.
  var budget: Double
  /// The most that one company gets.
  var projectLimit: Double
  let logTicketMedian: Double
  let ticketLogDeviation: Double
  /// No more companies than this are drawn, whatever is left.
  var companyLimit: Int
  let qualityShift: Double
  let limit: DealFlowLimit
  var followOn: FollowOnModel
  let localShare: Double
  /// Where this vehicle's sectors stand in the model's list.
  let sectors: ListPart
  let nextCallAt: Double
  /// Where this vehicle's tranches stand in the model's list; empty where money is called as
  /// needed.
  let tranches: ListPart
  let investmentFeePerQuarter: Double
  let exitFeePerQuarter: Double
  let waterfall: WaterfallTerms
  /// How it finds its other partners.
  let raising: FundRaisingModel
  /// What the mother fund gives up of its profit in it.
  let concession: ConcessionModel
  /// Rules of public money that hold inside it.
  let rules: VehicleRules
  /// The most that one company gets, as a part of the size and in yuan.
  let projectShare: Double
  let projectAmount: Double
  /// Its size on a path over the planned one; 0 where it is cancelled.
  var scale = 1.0
  /// Which tranches the other partners pay late, a bit each.
  var lateTranches: UInt16 = 0

  /// Whether it is the direct book, which calls just what its purchases cost.
  var isDirect: Bool { tranches.isEmpty }

  /// Whether it has been set up; not where it does not find its other partners in time.
  var exists: Bool { size > 0 }

  /// The mother fund's part of the commitments, in yuan.
  var commitment: Double { size * motherShare }

  /// First quarter in which nothing is bought any more.
  var investmentPeriodEnd: Int { firstQuarter + investmentQuarters }

  /// Quarters from its start in which it may call money.
  var callQuarters: Int {
    followOn.reserve > 0
      ? max(investmentQuarters, exitPeriodEnd - firstQuarter) : investmentQuarters
  }

  /// Quarters from its start in which its partners may pay.
  ///
  /// Late money may have to wait for a budget, too.
  var paymentQuarters: Int { raising.lateQuarters > 0 ? term : callQuarters }

  /// The last quarter in which its partners may pay on any path.
  var lastCall: Int { firstQuarter + raising.latestClosing + paymentQuarters - 1 }

  /// The vehicle's own quarter at whose end money is given back that no follow-on can use any more;
  /// -1 where nothing is kept for them.
  var releaseQuarter: Int { followOn.reserve > 0 ? callQuarters - 1 : -1 }

  /// Quarters from its first to its last.
  var term: Int { lastQuarter - firstQuarter + 1 }

  /// Expected cost of a company: the mean of a lognormal ticket that is cut at a limit, in yuan.
  static func meanTicket(logMedian: Double, logDeviation: Double, limit: Double) -> Double {
    guard logDeviation > 0 else { return min(exp(logMedian), limit) }
    let position = (log(limit) - logMedian) / logDeviation
    return exp(logMedian + logDeviation * logDeviation / 2)
      * StandardNormal.cumulative(position - logDeviation)
      + limit * StandardNormal.upperTail(position)
  }
}

extension VehicleModel {
  init(
    _ fund: SubFund, dealFlow: DealFlow, limit dealFlowLimit: DealFlowLimit, outcomes: Outcomes,
    sectors: Range<Int>, tranches: Range<Int>, concession: ConcessionModel
  ) {
    let raising = FundRaisingModel(fund)
    let terms = fund.terms
    let rules = VehicleRules(fund)
    let investable = InvestmentBudget.investable(size: fund.size, terms: terms)
    let followOn = FollowOnModel(terms.followOn, engine: fund.engine, budget: investable)
    let budget = investable - followOn.reserve
    let limit = min(terms.singleProjectLimit.share * fund.size, terms.singleProjectLimit.amount)
    let logMedian = log(terms.ticket.median * dealFlow.ticketScale)
    self.init(
      engine: fund.engine, companies: StreamKey(.company, fund.stream),
      outcomes: StreamKey(.outcome, fund.stream), manager: StreamKey(.manager, fund.stream),
      firstQuarter: fund.startQuarter, investmentQuarters: terms.investmentPeriodInQuarters,
      exitPeriodEnd: fund.startQuarter + terms.investmentPeriodInQuarters
        + terms.exitPeriodInQuarters,
      lastQuarter: fund.startQuarter + terms.termInQuarters - 1,
      size: fund.size, motherShare: terms.motherShare, budget: budget, projectLimit: limit,
      logTicketMedian: logMedian, ticketLogDeviation: terms.ticket.logDeviation,
      companyLimit: Self.companyLimit(
        (budget + rules.recycling * fund.size) * raising.mostGrowth, logMedian,
        terms.ticket.logDeviation, limit, rules: rules),
      qualityShift: dealFlow.qualityShift + outcomes.qualityShift
        + fund.rules.reinvestment.qualityShift,
      limit: dealFlowLimit, followOn: followOn,
      localShare: fund.rules.reinvestment.localShare(dealFlow.localShare),
      sectors: ListPart(sectors),
      nextCallAt: terms.nextCallAt,
      tranches: ListPart(tranches), investmentFeePerQuarter: terms.investmentPeriodFee / 4,
      exitFeePerQuarter: terms.exitPeriodFee / 4,
      waterfall: WaterfallTerms(
        hurdleRate: terms.hurdleRate, hurdle: terms.hurdle, catchUp: terms.catchUp,
        carry: terms.carry, isDealByDeal: terms.waterfall == .dealByDeal,
        clawback: terms.clawback),
      raising: raising, concession: concession, rules: rules,
      projectShare: terms.singleProjectLimit.share,
      projectAmount: terms.singleProjectLimit.amount)
  }

  /// The direct book: all the mother fund's, no fee, no carry, money called as it is needed.
  init(
    direct: DirectInvestment, limit dealFlowLimit: DealFlowLimit, motherFund: MotherFund,
    outcomes: Outcomes, sectors: Range<Int>, rules: Rules
  ) {
    let size = direct.share * motherFund.size
    let followOn = FollowOnModel(direct.followOn, engine: direct.engine, budget: size)
    let budget = size - followOn.reserve
    let limit = min(direct.singleProjectLimit.share * size, direct.singleProjectLimit.amount)
    let logMedian = log(direct.ticket.median * direct.dealFlow.ticketScale)
    let stream = Self.directStream
    self.init(
      engine: direct.engine, companies: StreamKey(.company, stream),
      outcomes: StreamKey(.outcome, stream), manager: StreamKey(.manager, stream),
      firstQuarter: 0, investmentQuarters: direct.investmentPeriodInQuarters,
      exitPeriodEnd: motherFund.lifeInQuarters, lastQuarter: motherFund.lifeInQuarters - 1,
      size: size, motherShare: 1, budget: budget, projectLimit: limit, logTicketMedian: logMedian,
      ticketLogDeviation: direct.ticket.logDeviation,
      companyLimit: Self.companyLimit(
        budget, logMedian, direct.ticket.logDeviation, limit, rules: .off),
      qualityShift: direct.dealFlow.qualityShift + outcomes.qualityShift, limit: dealFlowLimit,
      followOn: followOn, localShare: direct.dealFlow.localShare, sectors: ListPart(sectors),
      nextCallAt: 1,
      tranches: ListPart(0..<0),
      investmentFeePerQuarter: 0, exitFeePerQuarter: 0,
      waterfall: WaterfallTerms(hurdleRate: 0, hurdle: .simple, catchUp: 0, carry: 0),
      raising: .off, concession: .off, rules: VehicleRules(direct: rules),
      projectShare: direct.singleProjectLimit.share,
      projectAmount: direct.singleProjectLimit.amount)
  }

  /// The id and stream name of the direct book; the reader refuses it for sub-funds.
  static let directStream = "direct"

  /// The most companies that a vehicle draws, bought or passed over; the reader refuses a plan that
  /// might need more.
  static let mostCompanies = 20_000

  private static func companyLimit(
    _ budget: Double, _ logMedian: Double, _ logDeviation: Double, _ limit: Double,
    rules: VehicleRules
  ) -> Int {
    guard budget > 0 else { return 0 }
    let ticket = meanTicket(logMedian: logMedian, logDeviation: logDeviation, limit: limit)
    let seenForOneBought = rules.eligibility.skips ? 1 / rules.eligibility.probability : 1
    return Int(min((4 * budget / ticket + 64) * seenForOneBought, Double(mostCompanies)))
  }
}

/// A part of a flat list; a `Range` that can be copied as bytes.
struct ListPart: BitwiseCopyable {
  let first: Int
  let end: Int

  init(_ range: Range<Int>) {
    first = range.lowerBound
    end = range.upperBound
  }

  var range: Range<Int> { first..<end }
  var isEmpty: Bool { first == end }
}
