import Testing

@testable import AngelFunds

@Suite struct RoundsReadingTests {
  /// Every key with a value that is neither its default nor another key's.
  private static let everything = """
    outcomes:
      engine: rounds
      rounds:
        stages:
          angel: {write_off: 31%, zombie: 13%, buyback: 4%, secondary_transfer: 5%, m_and_a: 2%, \
    next_round: 44%, ipo: 1%, gap: 1.1y, step_up: 2.1, step_up_log_sd: 0.61, pool_drag: 5.1%, \
    dilution: 21%, exit_delay: 0.1y}
          round_a: {write_off: 17%, zombie: 9%, buyback: 5%, secondary_transfer: 13%, m_and_a: 3%, \
    next_round: 51%, ipo: 2%, gap: 1.2y, step_up: 2.2, step_up_log_sd: 0.62, pool_drag: 5.2%, \
    dilution: 22%, exit_delay: 0.2y}
          round_b: {write_off: 11%, zombie: 6%, buyback: 6%, secondary_transfer: 19%, m_and_a: 7%, \
    next_round: 48%, ipo: 3%, gap: 1.3y, step_up: 2.3, step_up_log_sd: 0.63, pool_drag: 5.3%, \
    dilution: 23%, exit_delay: 0.3y}
          round_c: {write_off: 5%, zombie: 4%, buyback: 8%, secondary_transfer: 24%, m_and_a: 10%, \
    next_round: 45%, ipo: 4%, gap: 1.4y, step_up: 0.5, step_up_log_sd: 0, pool_drag: 0%, \
    dilution: 0%, exit_delay: 0y}
          pre_ipo: {write_off: 7%, zombie: 1%, buyback: 9%, secondary_transfer: 18%, \
    m_and_a: 25%, ipo: 40%, gap: 18m, exit_delay: 2q}
        gap_log_sd: 0.41
        gap_scale: 1.01
        next_round_scale: 1.02
        step_up_gain_scale: 1.03
        exits:
          ipo: {price: 1.7, log_sd: 0.71, lock_up: 2q, sell_down: 3q}
          m_and_a: {price: 0.8, log_sd: 0.72}
          secondary_transfer: {price: 0.6, log_sd: 0.43}
          buyback: {nothing: 46%, partial: 36%, partial_low: 26%, partial_high: 86%, interest: 7%}
          zombie: {recovery: 61%, after: 9y}
          write_off: {recovery: 11%}
        ipo_window: {shuts: 25%, opens: 35%, shut_ipo_factor: 0.5, shut_gap_factor: 1.2, \
    shut_transfer_factor: 0.7}
        entry_post_money: {median: 4000万, log_sd: 0.3, most_ownership: 39%}
        marks: {policy: last_round, stale_after: 5q, stale_discount: 31%}
    """

  @Test func everyKeyIsReadIntoItsPlace() throws {
    let outcomes = try loaded(smallScenario + Self.everything).scenario.outcomes
    func row(_ number: Double, _ fates: [Double]) -> StageRow {
      StageRow(
        fates: fates, gapYears: 1 + number / 10, stepUp: 2 + number / 10,
        stepUpLogDeviation: (60 + number) / 100, poolDrag: (50 + number) / 1000,
        dilution: (20 + number) / 100, exitDelayYears: number / 10)
    }
    let rows = outcomes.rounds.stages
    #expect(rows[0] == row(1, [0.31, 0.13, 0.04, 0.05, 0.02, 0.44, 0.01]))
    #expect(rows[1] == row(2, [0.17, 0.09, 0.05, 0.13, 0.03, 0.51, 0.02]))
    #expect(rows[2] == row(3, [0.11, 0.06, 0.06, 0.19, 0.07, 0.48, 0.03]))
    #expect(
      rows[3]
        == StageRow(
          fates: [0.05, 0.04, 0.08, 0.24, 0.1, 0.45, 0.04], gapYears: 1.4, stepUp: 0.5,
          stepUpLogDeviation: 0, poolDrag: 0, dilution: 0, exitDelayYears: 0))
    #expect(
      rows[4]
        == StageRow(
          fates: [0.07, 0.01, 0.09, 0.18, 0.25, 0, 0.4], gapYears: 1.5, stepUp: 1,
          stepUpLogDeviation: 0, poolDrag: 0, dilution: 0, exitDelayYears: 0.5))
    #expect(outcomes.engine == .rounds)
    let expected = Rounds(
      stages: rows, gapLogDeviation: 0.41, gapScale: 1.01, nextRoundScale: 1.02,
      stepUpGainScale: 1.03,
      exits: RoundExits(
        ipo: PriceStep(median: 1.7, logDeviation: 0.71), lockUpInQuarters: 2,
        sellDownInQuarters: 3, mAndA: PriceStep(median: 0.8, logDeviation: 0.72),
        secondaryTransfer: PriceStep(median: 0.6, logDeviation: 0.43),
        buyback: Buyback(
          nothing: 0.46, partial: 0.36, partialLow: 0.26, partialHigh: 0.86, interest: 0.07),
        zombieRecovery: 0.61, zombieYears: 9, writeOffRecovery: 0.11),
      ipoWindow: IPOWindow(
        shuts: 0.25, opens: 0.35, shutIPOFactor: 0.5, shutGapFactor: 1.2,
        shutTransferFactor: 0.7),
      entryPostMoney: EntryPostMoney(median: 4e7, logDeviation: 0.3, mostOwnership: 0.39),
      marks: Marks(policy: .lastRound, staleAfterInQuarters: 5, staleDiscount: 0.31))
    #expect(outcomes.rounds == expected)
  }

  /// What does not reach the next round is divided as the table of end states says.
  @Test func defaultsAreTheNeutralTable() throws {
    let rounds = try loaded(smallScenario).scenario.outcomes.rounds
    let next = [0.45, 0.5, 0.5, 0.4]
    let ends = [
      [0.55, 0.25, 0.06, 0.11, 0.03], [0.32, 0.20, 0.12, 0.28, 0.08],
      [0.20, 0.14, 0.14, 0.40, 0.12], [0.12, 0.10, 0.14, 0.46, 0.18],
    ]
    for (index, row) in rounds.stages.prefix(4).enumerated() {
      let fates = ends[index].map { $0 * (1 - next[index]) } + [next[index], 0]
      for (share, expected) in zip(row.fates, fates) { #expect(abs(share - expected) < 1e-12) }
      #expect(row.exitDelayYears == 0.6)
    }
    #expect(rounds.stages[4].fates == [0.078, 0, 0.129, 0.259, 0.284, 0, 0.25])
    #expect(rounds.stages.map(\.gapYears) == [1.6, 1.7, 1.8, 1.8, 1.6])
    #expect(rounds.stages.map(\.stepUp) == [2.5, 2, 1.6, 1.4, 1])
    #expect(rounds.ipoWindow.shutShare == 0.4)
  }

  /// Shut and open years together have the long-run mean.
  @Test(arguments: [0, 0.4, 1, 1.3, 2.4])
  func anOpenWindowMakesUpForAShutOne(factor: Double) throws {
    let window = try loaded(smallScenario).scenario.outcomes.rounds.ipoWindow
    let mean = window.shutShare * factor + (1 - window.shutShare) * window.openFactor(factor)
    #expect(abs(mean - 1) < 1e-12)
  }
}
