import Testing

@testable import AngelFunds

@Suite struct RulesReadingTests {
  private func scenario(_ rules: String, fund: String = "") throws -> Scenario {
    try loaded(Self.text(rules, fund: fund)).scenario
  }

  /// A scenario from 2026Q1 with two sub-funds, of which the second starts a year later.
  private static func text(_ rules: String, fund: String = "") -> String {
    """
    mother_fund: {size: 20亿}
    anchors: {lake: {kind: town}}
    sub_funds:
      early: {anchor: lake, commitment: 1亿}
      late: {anchor: lake, commitment: 1亿, start: 4q\(fund)}
    \(rules)

    """
  }

  /// Rules that nobody asked for, or that say what happens anyway, are off.
  @Test(arguments: [
    "", "rules: {}", "rules: {concession: {share: 80%, grades: {a: {share: 50%}}}}",
    "rules: {reinvestment: {local_alpha: -20%, consequences: {loses_concession: yes}}}",
    "rules: {limits: {eligibility: {policy: off, age: 3y}}}",
    "rules: {fund_raising: {delay_log_sd: 1, deadline: 6m, released: later_funds}}",
    "rules: {tolerance: {measure: gross}}", "rules: {appropriation: {draw: in_advance}}",
    "rules: {valid_from: 2026Q1}", "rules: {changes: {a: {valid_from: 2020Q1}}}",
  ])
  func rulesAreOffUnlessTurnedOn(rules: String) throws {
    let scenario = try scenario(rules)
    #expect(scenario.rules == .off)
    #expect(scenario.subFunds.map(\.rules) == [.off, .off])
    #expect(scenario.subFunds.map(\.lossClass) == [.angel, .angel])
  }

  @Test func everyPartOfAConcessionIsRead() throws {
    let rules = try scenario(
      "rules: {concession: {form: graded, share: 20%, floor_rate: 3.1%, recipient: by_shares, "
        + "grades: {b: {share: 50%, placed: 60%}, a: {share: 1, reinvestment: 120%}}}}"
    ).rules.funds
    #expect(
      rules.concession
        == Concession(
          form: .graded, share: 0.2, floorRate: 0.031, recipient: .byShares, buyout: .none,
          grades: [
            ConcessionGrade(id: "a", share: 1, reinvestment: 1.2, earlyShare: nil, placed: nil),
            ConcessionGrade(id: "b", share: 0.5, reinvestment: nil, earlyShare: nil, placed: 0.6),
          ]))
    #expect(rules.reinvestment == .off)
    let buyout = try scenario(
      "outcomes: {engine: rounds}\nrules: {concession: {form: buyout, buyout: {end: 4y}}}"
    ).rules.funds
    #expect(
      buyout.concession
        == Concession(
          form: .buyout, share: 0, floorRate: 0, recipient: .gp,
          buyout: Buyout(
            partnersPart: 0.7, foundersPart: 0.8, atCostInQuarters: 12, endInQuarters: 16,
            interest: 0.031), grades: []))
  }

  @Test func everyPartOfAReinvestmentRuleIsRead() throws {
    let rule = try scenario(
      "rules: {reinvestment: {multiple: 1.5, base: commitment, due: term, "
        + "relocated: {counts: yes, probability: 10%, within: 18m}, "
        + "subsidiaries: {counts: yes, probability: 3%}, other_funds: 20%, "
        + "consequences: {loses_concession: yes, fee_deduction: 30%, withhold_below: 80%}, "
        + "local_search: 40%, local_alpha: -20%}}"
    ).rules.funds.reinvestment
    #expect(
      rule
        == Reinvestment(
          multiple: 1.5, base: .commitment, due: .term,
          recognition: Recognition(
            countsRelocated: true, relocationProbability: 0.1, relocationQuarters: 6,
            countsSubsidiaries: true, subsidiaryProbability: 0.03, otherFunds: 0.2),
          consequences: ReinvestmentConsequences(
            losesConcession: true, feeDeduction: 0.3, withholdBelow: 0.8),
          localSearch: 0.4, localAlpha: -0.2))
    let search = try scenario("rules: {reinvestment: {local_search: 10%}}").rules.funds
    #expect(search.reinvestment.multiple == 0)
    #expect(search.reinvestment.localSearch == 0.1)
  }

  @Test func everyLimitIsRead() throws {
    let limits = try scenario(
      "rules: {limits: {contribution_cap: 40%, government_cap: 50%, gp_minimum: 1%, "
        + "size: {least: 1亿, most: 5亿}, most_commitment: 2亿, project_share_cap: 10%, "
        + "project_amount_cap: 5000万, project_floor: 15, early_floor: 50%, "
        + "eligibility: {policy: skip, heads: 300}}}"
    ).rules.funds.limits
    #expect(
      limits
        == FundLimits(
          contributionCap: 0.4, governmentCap: 0.5, gpMinimum: 0.01, leastSize: 1e8,
          mostSize: 5e8, mostCommitment: 2e8, projectShareCap: 0.1, projectAmountCap: 5e7,
          projectFloor: 15, earlyFloor: 0.5,
          eligibility: Eligibility(
            policy: .skip, age: 5, rounds: 2, heads: 300, assetsOrRevenue: 2e7,
            companies: CompanyProfile(
              age: 2.5, ageLogDeviation: 0.6, furtherRound: 0.3, heads: 25,
              headsLogDeviation: 0.8, assetsOrRevenue: 5e6, assetsOrRevenueLogDeviation: 1))))
  }

  @Test func everyPartOfFundRaisingIsRead() throws {
    let rule = try scenario(
      "rules: {fund_raising: {close_probability: 90%, delay: 2q, deadline: 12m, "
        + "smaller_probability: 20%, smallest_size: 70%, social_first: yes, "
        + "late_probability: 10%, late_by: 3q, first_deal_within: 12m, released: later_funds, "
        + "most_growth: 2}}"
    ).rules.funds.fundRaising
    #expect(
      rule
        == FundRaising(
          closeProbability: 0.9, delayInQuarters: 2, delayLogDeviation: 0.5, deadlineInQuarters: 4,
          smallerProbability: 0.2, smallestSize: 0.7, isSocialFirst: true, lateProbability: 0.1,
          lateQuarters: 3, firstDealInQuarters: 4, released: .laterFunds, mostGrowth: 2))
  }

  @Test func theMotherFundsRulesAreRead() throws {
    let rules = try scenario(
      "rules: {tolerance: {seed: 50%, direct: 30%, first_review: 5y}, state_exit: {delay: 3q, "
        + "price_floor: 90%}, shared_deals: 20%, evaluation: yes, "
        + "appropriation: {budgets: {2027: 1亿, 2026: 2亿}, carries_over: no}}"
    ).rules
    #expect(
      rules
        == Rules(
          funds: .off,
          tolerance: LossTolerance(
            measure: .netted, seed: 0.5, angel: nil, direct: 0.3, subFund: nil,
            firstReviewInQuarters: 20),
          appropriation: Appropriation(
            budgets: [
              YearlyBudget(year: 2026, amount: 2e8), YearlyBudget(year: 2027, amount: 1e8),
            ],
            carriesOver: false, draw: .byNeed, nextDrawAt: 0.7, shortfall: .bridge,
            bridgeRate: 0.04),
          stateExit: StateExit(delayInQuarters: 3, priceFloor: 0.9), sharedDeals: 0.2,
          isEvaluated: true))
  }

  @Test func termsThatRulesAreAboutAreRead() throws {
    let scenario = try scenario(
      "terms: {waterfall: deal_by_deal, clawback: 50%, recycling: 20%, gp_share: 2%}",
      fund: ", class: seed, other_government_share: 10%, clawback: 0%")
    let (early, late) = (scenario.subFunds[0].terms, scenario.subFunds[1].terms)
    #expect(early.waterfall == .dealByDeal && late.waterfall == .dealByDeal)
    #expect([early.clawback, late.clawback] == [0.5, 0])
    #expect([early.recycling, early.gpShare] == [0.2, 0.02])
    #expect([early.otherGovernmentShare, late.otherGovernmentShare] == [0, 0.1])
    #expect(scenario.subFunds.map(\.lossClass) == [.angel, .seed])
  }

  @Test func rangesOfRulesAreTried() throws {
    let ranges = "rules: {concession: {form: excess}, ranges: {concession.share: [30%, 70%]}}"
    #expect(
      try scenario(ranges).ranges.first { $0.path.hasPrefix("rules") }
        == InputRange(path: "rules.concession.share", low: "30%", high: "70%"))
  }
}
