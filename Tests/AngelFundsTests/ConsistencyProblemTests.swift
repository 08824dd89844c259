import Testing

@testable import AngelFunds

/// What is said of keys that do not fit one another.
@Suite struct ConsistencyProblemTests {
  @Test(arguments: [
    (
      "contributors: {a: {kind: fiscal, share: 60%}, b: {kind: social, share: 35%}}",
      "3: contributors have shares that add up to 95% (60% + 35%), which must be 100%: add "
        + "5%"
    ),
    (
      "terms: {tranches: [50%, 40%]}",
      "3: terms.tranches add up to 90% (50% + 40%), which must be 100%: add 10%"
    ),
    (
      "terms: {catch_up: 10%}",
      "3: terms.catch_up must be 0%, or more than carry (20%) and up to 100%, not 10%"
    ),
    (
      "outcomes: {buckets: {zero: {share: 50%}}}",
      "3: outcomes.buckets have shares that add up to 110% (50% + 25% + 25% + 6% + 4%), "
        + "which must be 100%: take away 10%"
    ),
    (
      "dependence: {market: 0.5, sector: 0.5}",
      "3: dependence has market, sector and manager that add up to 1.02 (0.5 + 0.5 + "
        + "0.02); it must be less than 1"
    ),
    (
      "dependence: {sector: 0.7}",
      "3: dependence.ranges.market (built in: 0.12 to 0.34) does not fit: dependence has "
        + "market, sector and manager that add up to 1.06 (0.34 + 0.7 + 0.02); it must be less "
        + "than 1; state another range here, or none"
    ),
    (
      "direct: {share: 95%}",
      "2: sub_funds commit 1亿 and direct investment takes 9.5亿 (95% of 10亿): 10.5亿 "
        + "together, 5000万 more than mother_fund.size (10亿)"
    ),
    (
      "direct: {ticket: {median: 1万}}",
      "3: direct would buy about 8825 companies (1亿 for them / average ticket 1.1331万 within "
        + "single_project_limit); the limit is 2,000: raise ticket.median or the limit of a project"
    ),
    (
      "mother_fund: {fund_life: 9y}",
      "2: sub_funds.one ends too late: start 0q + investment_period 4y + exit_period 4y + "
        + "extension 2y = 10y, 1y more than mother_fund.fund_life (9y)"
    ),
    (
      "mother_fund: {commitment_period: 20y}",
      "3: mother_fund.commitment_period must be at most mother_fund.fund_life (15y), not "
        + "20y"
    ),
    (
      "mother_fund: {first_phase: {size: 5000万}}",
      "3: mother_fund.first_phase.size is 5000万, but the sub-funds that start before its "
        + "end (6q) commit 1亿, 5000万 more: one"
    ),
    (
      "mother_fund: {first_phase: {size: 11亿}}",
      "3: mother_fund.first_phase.size must be at most mother_fund.size (10亿), not 11亿"
    ),
  ])
  func sumsAndTimesAreChecked(text: String, message: String) {
    #expect(complaints(smallScenario + text) == "x.yaml:" + message)
  }

  @Test(arguments: [
    (
      "outcomes: {ranges: {tail_index: [1.6, 1.2]}}",
      "3: outcomes.ranges.tail_index must go from the low end to the high one, not from "
        + "1.6 to 1.2"
    ),
    (
      "outcomes: {ranges: {tail_index: [0.1, 1.2]}}",
      "3: outcomes.ranges.tail_index (end 0.1) does not fit: outcomes.tail_index must be a "
        + "number from 0.2 to 20, not 0.1"
    ),
    (
      "outcomes: {ranges: {tail: [1, 2]}}",
      "3: outcomes.ranges.tail is not the key path of a number in outcomes; did you mean "
        + "tail_index?"
    ),
    (
      "outcomes: {ranges: {tail_index: 3}}",
      "3: outcomes.ranges.tail_index must be a list of the low and the high end, such as "
        + "[10%, 20%], or none, not 3"
    ),
    (
      "terms: {ranges: {hurdle: [simple, compounding]}}",
      "3: terms.ranges.hurdle is not the key path of a number in terms; did you mean "
        + "hurdle_rate?"
    ),
    (
      "terms: {ranges: {exit_period: [4y, 12y]}}",
      "3: terms.ranges.exit_period (end 12y) does not fit: sub_funds.one ends too late: "
        + "start 0q + investment_period 4y + exit_period 12y + extension 2y = 18y, 3y more "
        + "than mother_fund.fund_life (15y)"
    ),
  ])
  func rangesAreTriedOut(text: String, message: String) {
    #expect(complaints(smallScenario + text) == "x.yaml:" + message)
  }
}
