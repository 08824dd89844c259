/// All that a vehicle's flows before its waterfall depend on, beside seed, generator and path.
///
/// Whatever is not named here as harmless counts: names for people, the anchor's name (its deal
/// flow counts), hurdle, catch-up, carry and concessions.
struct FlowKey: Hashable {
  private enum Vehicle: Hashable {
    case subFund(
      stream: String, size: Double, startQuarter: Int, Outcomes.Engine, SubFundTerms, DealFlow,
      FundRules)
    case direct(
      DirectInvestment, motherFundSize: Double, lifeInQuarters: Int, StateExit, Concession)
  }

  /// What decides how much a sub-fund gets of money that others set free.
  private struct Promise: Hashable {
    let stream: String
    let commitment: Double
    let startQuarter: Int
    let rule: FundRaising

    init(_ fund: SubFund) {
      (stream, commitment, startQuarter) = (fund.stream, fund.commitment, fund.startQuarter)
      rule = fund.rules.fundRaising
    }
  }

  private let vehicle: Vehicle
  /// The sub-funds at the same anchor, where its deal flow has a limit: they buy from it too.
  private let mates: [Vehicle]
  /// All sub-funds' promises, where money that is set free goes to others.
  private let promises: [Promise]
  private let outcomes: Outcomes
  private let dependence: Dependence
  private let termEnd: TermEnd

  private init(_ vehicle: Vehicle, mates: [Vehicle], _ scenario: Scenario) {
    self.vehicle = vehicle
    self.mates = mates
    let isReallocated = scenario.subFunds.contains {
      $0.rules.fundRaising.released == .laterFunds
    }
    promises = isReallocated ? scenario.subFunds.map(Promise.init) : []
    (outcomes, dependence, termEnd) = (scenario.outcomes, scenario.dependence, scenario.termEnd)
  }

  /// The keys of a scenario's vehicles, in the order of `CompiledModel.vehicles`.
  static func all(of scenario: Scenario) -> [FlowKey] {
    var atAnchor: [String: [Vehicle]] = [:]
    let funds = scenario.subFunds.map { fund in
      guard let anchor = scenario.anchors.first(where: { $0.id == fund.anchor }) else {
        preconditionFailure("the reader lets no sub-fund through whose anchor is not there")
      }
      let vehicle = Vehicle.subFund(
        stream: fund.stream, size: fund.size, startQuarter: fund.startQuarter, fund.engine,
        fund.terms.withoutWaterfall, anchor.dealFlow, fund.rules.withoutConcession)
      if anchor.dealFlow.companiesAYear != nil { atAnchor[fund.anchor, default: []] += [vehicle] }
      return vehicle
    }
    var keys = zip(scenario.subFunds, funds).map { fund, vehicle in
      FlowKey(vehicle, mates: atAnchor[fund.anchor] ?? [], scenario)
    }
    if scenario.direct.share > 0 {
      let direct = Vehicle.direct(
        scenario.direct, motherFundSize: scenario.motherFund.size,
        lifeInQuarters: scenario.motherFund.lifeInQuarters, scenario.rules.stateExit,
        scenario.rules.funds.concession)
      keys.append(FlowKey(direct, mates: [], scenario))
    }
    return keys
  }
}

extension FundRules {
  /// The same with nothing conceded.
  fileprivate var withoutConcession: FundRules {
    FundRules(
      concession: .off, reinvestment: reinvestment, limits: limits, fundRaising: fundRaising)
  }
}

extension SubFundTerms {
  /// The same without a preferred return and carry.
  fileprivate var withoutWaterfall: SubFundTerms {
    SubFundTerms(
      motherShare: motherShare, investmentPeriodInQuarters: investmentPeriodInQuarters,
      exitPeriodInQuarters: exitPeriodInQuarters, extensionInQuarters: extensionInQuarters,
      tranches: tranches, nextCallAt: nextCallAt, investmentPeriodFee: investmentPeriodFee,
      exitPeriodFee: exitPeriodFee, hurdleRate: 0, hurdle: .simple, catchUp: 0, carry: 0,
      waterfall: waterfall, clawback: 1, recycling: recycling, gpShare: gpShare,
      otherGovernmentShare: otherGovernmentShare,
      ticket: ticket, singleProjectLimit: singleProjectLimit, followOn: followOn)
  }
}

extension Scenario {
  /// Whether flows before the waterfall say too little of the mother fund's figures, so that each
  /// scenario is simulated whole.
  var needsWholePaths: Bool {
    rules.sharedDeals > 0 || rules.appropriation?.shortfall == .delay
      || subFunds.contains {
        $0.terms.waterfall == .dealByDeal || $0.rules.concession.form == .buyout
      }
  }
}
