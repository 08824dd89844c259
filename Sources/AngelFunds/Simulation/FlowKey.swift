/// All that a vehicle's flows before its waterfall depend on, beside seed, generator and path.
///
/// Whatever is not named here as harmless counts: names for people, the anchor's name (its deal
/// flow counts), hurdle, catch-up and carry, and what the mother fund concedes.
struct FlowKey: Hashable {
  private enum Vehicle: Hashable {
    case subFund(
      stream: String, size: Double, startQuarter: Int, Outcomes.Engine, SubFundTerms, DealFlow,
      FundRules)
    case direct(DirectInvestment, motherFundSize: Double, lifeInQuarters: Int)
  }

  private let vehicle: Vehicle
  /// The sub-funds at the same anchor, where its deal flow has a limit: they buy from it too.
  private let mates: [Vehicle]
  private let outcomes: Outcomes
  private let dependence: Dependence
  private let termEnd: TermEnd

  private init(_ vehicle: Vehicle, mates: [Vehicle], _ scenario: Scenario) {
    self.vehicle = vehicle
    self.mates = mates
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
        lifeInQuarters: scenario.motherFund.lifeInQuarters)
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
