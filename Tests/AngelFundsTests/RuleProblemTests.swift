import Testing

@testable import AngelFunds

/// What is said of plans that their rules do not allow, or that cannot keep them.
@Suite struct RuleProblemTests {
  /// A sub-fund of 2.5亿 that buys 25 companies at 1000万 each, of which 30 % are local.
  private func text(_ rules: String, fund: String = "", terms: String = "") -> String {
    """
    anchors: {lake: {kind: town, local_share: 30%}}
    sub_funds:
      one: {anchor: lake, commitment: 1亿\(fund)}
    terms:
      mgmt_fee: {investment_period: 0%}
      ticket: {median: 1000万, log_sd: 0}
      single_project_limit: {share: 10%, amount: 5000万}
      \(terms)
    rules: {\(rules)}

    """
  }

  @Test(arguments: [
    (
      "concession: {form: graded, grades: {g: {share: 30%, reinvestment: 100%}}}, "
        + "reinvestment: {multiple: 0.2, due: term}",
      "3: sub_funds.one has a concession whose grade g asks for reinvestment when the investment "
        + "period ends, but by its rules' reinvestment.due that is due at the end of the term only: "
        + "set due to investment_period, or leave reinvestment out of the grade"
    ),
    (
      "limits: {contribution_cap: 30%}",
      "3: sub_funds.one.mother_share is 40%, more than its rules' contribution_cap of 30%"
    ),
    (
      "limits: {government_cap: 39%}",
      "3: sub_funds.one.mother_share is 40%, with other_government_share (0%) 40%, more than its "
        + "rules' government_cap of 39%"
    ),
    (
      "limits: {gp_minimum: 2%}",
      "3: sub_funds.one.gp_share is 1%, less than its rules' gp_minimum of 2%"
    ),
    (
      "limits: {size: {least: 3亿}}",
      "3: sub_funds.one.commitment is 1亿, 40% of a size of 2.5亿, less than its rules' size.least "
        + "of 3亿: commit at least 1.2亿"
    ),
    (
      "limits: {size: {most: 2亿}}",
      "3: sub_funds.one.commitment is 1亿, 40% of a size of 2.5亿, more than its rules' size.most of "
        + "2亿: commit at most 8000万"
    ),
    (
      "limits: {most_commitment: 9000万}",
      "3: sub_funds.one.commitment is 1亿, more than its rules' most_commitment of 9000万"
    ),
    (
      "limits: {project_share_cap: 8%}",
      "3: sub_funds.one.single_project_limit lets a project have 2500万 (the smaller of 10% of "
        + "2.5亿 and 5000万), more than its rules' project_share_cap of 8%, 2000万"
    ),
    (
      "limits: {project_amount_cap: 2000万}",
      "3: sub_funds.one.single_project_limit lets a project have 2500万 (the smaller of 10% of "
        + "2.5亿 and 5000万), more than its rules' project_amount_cap of 2000万"
    ),
    (
      "limits: {size: {least: 3亿, most: 2亿}}",
      "9: rules.limits.size.least must be at most size.most (2亿), not 3亿"
    ),
    (
      "limits: {early_floor: 70%}",
      "9: rules.limits.early_floor is 70%, but eligibility.policy is off, so that nothing tells "
        + "which are angel projects; set it to count or skip"
    ),
    (
      "limits: {project_floor: 26}",
      "3: sub_funds.one must buy at least 26 companies by its rules' project_floor, but its 2.5亿 "
        + "for them at an average ticket of 1000万 buy about 25, hardly ever more than 25: lower the "
        + "floor or ticket.median"
    ),
    (
      "reinvestment: {relocated: {probability: 60%}, subsidiaries: {probability: 50%}}",
      "9: rules.reinvestment has relocated.probability and subsidiaries.probability that add up to "
        + "110% (60% + 50%), which must be at most 100%"
    ),
    (
      "fund_raising: {delay: 2q}, valid_from: 2026Q1",
      "nothing"
    ),
    (
      "appropriation: {budgets: {2026: 6亿, 2028: 5亿}}",
      "9: rules.appropriation.budgets add up to 11亿 (2026 6亿 + 2028 5亿), 1亿 more than "
        + "mother_fund.size (10亿)"
    ),
  ])
  func plansThatBreakRulesAreRefused(rules: String, message: String) {
    let expected = message == "nothing" ? message : "x.yaml:" + message
    #expect(complaints(text(rules)) == expected)
  }

  /// Parts that make more than the whole; where the manager's is not written, it gives way.
  @Test func partnersMakeAtMostTheWhole() throws {
    let fund = ", mother_share: 60%, other_government_share: 40%"
    #expect(try loaded(text("", fund: fund)).scenario.subFunds[0].terms.gpShare == 0)
    #expect(
      complaints(text("", fund: fund + ", gp_share: 2%"))
        == "x.yaml:3: sub_funds.one.mother_share is 60%, with gp_share (2%) and "
        + "other_government_share (40%) 102%, which must be at most 100%: take away 2%")
    let whole = try loaded(text("", terms: "mother_share: 100%")).scenario.subFunds[0].terms
    #expect(whole.gpShare == 0)
  }

  /// 25 companies, 30 % of them local: four standard deviations above it are
  /// 0.3 + 4 √(0.3 · 0.7 / 25) = 66.66 % of the size, as there are no fees.
  @Test func anObligationThatCannotBeMetIsRefused() throws {
    #expect(
      complaints(text("reinvestment: {multiple: 2}"))
        == "x.yaml:3: sub_funds.one cannot meet its rules' reinvestment: 2 × 40% = 80% of the size "
        + "has to be local, but 100% of it buys companies, and 30% of them count: 30% on average, "
        + "hardly ever more than 66.7% over about 25 companies; lower multiple, or raise what counts"
    )
    #expect(complaints(text("reinvestment: {multiple: 1.67}")).contains("66.8% of the size"))
    let scenario = try loaded(text("reinvestment: {multiple: 1.66}")).scenario
    let shortfall = try #require(scenario.localShortfalls.first)
    #expect(abs(shortfall.owed - 1.66e8) < 1)
    #expect(abs(shortfall.expected - 0.75e8) < 1)
    #expect(abs(shortfall.most - 2.5e8 * (0.3 + 4 * (0.21 / 25).squareRoot())) < 1)
    #expect(try loaded(text("reinvestment: {multiple: 0.75}")).scenario.localShortfalls.isEmpty)
  }

  /// 0.3 + 0.7 · 0.2 sought = 0.44; 0.44 + 0.56 · (0.1 + 0.05) = 0.524; times 1.25.
  @Test func whatCountsIsAddedUp() throws {
    let rule =
      "reinvestment: {multiple: 2, local_search: 20%, relocated: {counts: yes, probability: 10%}, "
      + "subsidiaries: {counts: yes}, other_funds: 25%}"
    let local = try #require(try loaded(text(rule)).scenario.localShortfalls.first)
    #expect(abs(local.recognisedShare - 0.524) < 1e-12)
    #expect(abs(local.expected - 2.5e8 * 0.524 * 1.25) < 1)
    #expect(abs(local.companies - 25) < 1e-9)
    let more = complaints(text("reinvestment: {multiple: 5, other_funds: 25%}"))
    #expect(more.contains("30% of them count, times 1.25 for other funds: 37.5% on average"))
  }

  /// 40 % of companies are angel projects, as all are too old and 60 % have had a round before.
  ///
  /// Four standard deviations above it are 0.4 + 4 √(0.24 / 25) = 79.2 % of the cost.
  @Test(arguments: [(79, true), (80, false)])
  func aFloorOfAngelProjectsThatCannotBeMetIsRefused(percent: Int, isMet: Bool) {
    let rules =
      "limits: {early_floor: \(percent)%, eligibility: {policy: count, rounds: 1, companies: {age: 6y, "
      + "age_log_sd: 0, further_round: 60%, heads_log_sd: 0, assets_or_revenue_log_sd: 0}}}"
    let refusal =
      "x.yaml:3: sub_funds.one must have 80% of its cost in angel projects by its rules' "
      + "early_floor, but 40% of companies are angel projects, over about 25 of them hardly ever more "
      + "than 79.2%: lower the floor, or set eligibility.policy to skip"
    #expect(complaints(text(rules)) == (isMet ? "nothing" : refusal))
    #expect(complaints(text(rules.replacing("count,", with: "skip,"))) == "nothing")
  }

  @Test func optionsNeedTheEngineThatDoesNotKnowTheOutcome() {
    let multiples =
      "which needs engine rounds: engine multiples knows each company's outcome when it is bought, and"
    let both = complaints(text("concession: {form: buyout}"))
    #expect(
      both
        == "x.yaml:1: direct lets founders buy 80% of a stake by rules.concession.buyout, \(multiples) "
        + "founders would decide knowing it\nx.yaml:3: sub_funds.one lets partners buy 70% of the "
        + "stake by its rules' concession.buyout, \(multiples) partners would decide knowing it")
    let none = "concession: {form: buyout, buyout: {partners_part: 0%, founders_part: 0%}}"
    #expect(complaints(text(none)) == "nothing")
    #expect(
      complaints(text("concession: {form: buyout}"), overrides: ["outcomes.engine=rounds"])
        == "nothing")
  }

  @Test func aLateClosingHasToEndInTime() {
    let rules = text("fund_raising: {delay: 2q, deadline: 12m}")
    #expect(complaints(rules, overrides: ["mother_fund.fund_life=11y"]) == "nothing")
    #expect(
      complaints(rules, overrides: ["mother_fund.fund_life=10y"])
        == "x.yaml:3: sub_funds.one may end too late: start 0q + fund_raising.deadline 1y + "
        + "investment_period 4y + exit_period 4y + extension 2y = 11y, 1y more than "
        + "mother_fund.fund_life (10y)")
    let onTime = text("fund_raising: {close_probability: 80%}")
    #expect(complaints(onTime, overrides: ["mother_fund.fund_life=10y"]) == "nothing")
  }

  @Test func whatHoldsForSeveralIsToldOnce() {
    let said = complaints(
      smallScenario.replacing(
        "one: {anchor: lake, commitment: 1亿}",
        with: "b: {anchor: lake, commitment: 1亿}, a: {anchor: lake, commitment: 1亿}")
        + "rules: {limits: {contribution_cap: 30%}}")
    #expect(
      said
        == "x.yaml:2: sub_funds.a.mother_share is 40%, more than its rules' contribution_cap of 30%; "
        + "the same holds for b")
  }
}
