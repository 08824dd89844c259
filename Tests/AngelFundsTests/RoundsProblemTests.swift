import Testing

@testable import AngelFunds

/// Stages in which 42 % of companies go public.
private let listingsOf42 =
  "stages: {pre_ipo: {ipo: 42%, m_and_a: 22%, secondary_transfer: 20%, buyback: 10%, write_off: 6%}}"

/// What is said of values of engine `rounds` that do not go together.
@Suite struct RoundsProblemTests {
  @Test(arguments: [
    (
      "stages: {angel: {next_round: 40%}}",
      "stages.angel has shares that add up to 95% (30.25% + 13.75% + 3.3% + 6.05% + 1.65% + 40% + "
        + "0%), which must be 100%: add 5%"
    ),
    (
      "stages: {pre_ipo: {next_round: 0%}}",
      "stages.pre_ipo.next_round is not a known key here; did you mean "
        + "outcomes.rounds.stages.angel.next_round?"
    ),
    (
      "stages: {pre_ipo: {gap: 0y}}",
      "stages.pre_ipo.gap must be a time above 0 and up to 40y, such as 6.5y or 18m, not 0y"
    ),
    (
      "stages: {angel: {exit_delay: 41y}}",
      "stages.angel.exit_delay must be a time from 0y to 40y, such as 0y, 6.5y or 18m, not 41y"
    ),
    (
      "next_round_scale: 2.2",
      "next_round_scale must leave other fates a share: 50% (stages.round_a.next_round) × 2.2 = "
        + "110%, which must be at most 100%"
    ),
    (
      "next_round_scale: 0.5, stages: {round_a: {write_off: 0%, zombie: 0%, buyback: 0%, "
        + "secondary_transfer: 0%, m_and_a: 0%, next_round: 100%}}",
      "next_round_scale must be 1, as stages.round_a.next_round is 100% and no other fate has a "
        + "share that could grow"
    ),
    (
      "step_up_gain_scale: 2, stages: {round_b: {step_up: 0.5}}",
      "step_up_gain_scale makes the median step-up of stages.round_b 0 (1 + (0.5 - 1) × 2), which "
        + "must be above 0"
    ),
    (
      "ipo_window: {shuts: 60%, shut_ipo_factor: 0}, \(listingsOf42)",
      "ipo_window.shut_ipo_factor makes the share of listings of stages.pre_ipo 126% while the "
        + "window is open (42% × 3), which must be at most 100%"
    ),
    (
      "ipo_window: {shut_gap_factor: 2.5}",
      "ipo_window.shut_gap_factor is 2.5, which years with an open window cannot make up for: the "
        + "window is shut in 40% of years, so it must be below 2.5"
    ),
    (
      "ipo_window: {shut_transfer_factor: 3}",
      "ipo_window.shut_transfer_factor is 3, which years with an open window cannot make up for: "
        + "the window is shut in 40% of years, so it must be below 2.5"
    ),
    (
      "ipo_window: {shut_ipo_factor: 2.5}, \(listingsOf42)",
      "ipo_window.shut_ipo_factor makes the share of listings of stages.pre_ipo 105% while the "
        + "window is shut (42% × 2.5), which must be at most 100%"
    ),
    (
      "ipo_window: {shut_ipo_factor: 3}",
      "ipo_window.shut_ipo_factor is 3, which years with an open window cannot make up for: the "
        + "window is shut in 40% of years, so it must be at most 2.5"
    ),
    (
      "ipo_window: {opens: 0%}",
      "ipo_window.opens must be a share above 0% and up to 100%, such as 40% or 0.4, not 0%"
    ),
    (
      "exits: {buyback: {nothing: 80%}}",
      "exits.buyback has nothing and partial that add up to 115% (80% + 35%), which must be at "
        + "most 100%"
    ),
    (
      "exits: {buyback: {partial_low: 95%}}",
      "exits.buyback.partial_low must be at most partial_high (90%), not 95%"
    ),
    (
      "marks: {policy: market}",
      "marks.policy must be one of cost, last_round, last_round_discounted, not market"
    ),
  ])
  func valuesThatDoNotGoTogetherAreRefused(text: String, message: String) {
    #expect(
      complaints(smallScenario + "outcomes: {rounds: {\(text)}}")
        == "x.yaml:3: outcomes.rounds." + message)
  }

  @Test(arguments: ["ipo_window: {shut_ipo_factor: 2.3}", "next_round_scale: 2"])
  func whatJustFitsIsRead(text: String) {
    #expect(complaints(smallScenario + "outcomes: {rounds: {\(text)}}") == "nothing")
  }

  /// The built-in range of a scale is told with its cause where it does not fit.
  @Test func builtInRangesThatDoNotFitAreTold() {
    let text =
      "outcomes: {engine: rounds, rounds: {stages: {round_a: {write_off: 0%, zombie: 0%, "
      + "buyback: 0%, secondary_transfer: 10%, m_and_a: 0%, next_round: 90%}}}}"
    #expect(
      complaints(smallScenario + text)
        == "x.yaml:3: outcomes.ranges.rounds.next_round_scale (built in: 0.85 to 1.15) does not "
        + "fit: outcomes.rounds.next_round_scale must leave other fates a share: 90% "
        + "(stages.round_a.next_round) × 1.15 = 103.5%, which must be at most 100%; state another "
        + "range here, or none")
  }
}
