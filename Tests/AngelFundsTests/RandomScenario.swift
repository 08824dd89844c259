/// A valid scenario made at random, always the same for the same number.
///
/// Amounts are in 万, times in quarters and shares in percent, all whole.
struct RandomScenario {
  let text: String

  init(number: UInt32) {
    var dice = Dice(number: number)
    let life = dice.whole(24, 100)
    let window = dice.whole(1, min(24, life))
    let size = dice.whole(20_000, 500_000)
    let direct = dice.happens(0.2) ? 0 : dice.whole(1, 30)
    let term = Periods(within: life, &dice)
    let funds = (1...dice.whole(1, 6)).map { _ in
      Fund(life: life, window: window, term: term, money: size * (100 - direct) / 700, &dice)
    }
    let largest = max(size * direct / 100, funds.map(\.largestSize).max() ?? 0)
    var roundsDice = Dice(number: number + 1_000_000)
    let (followOn, rounds) = Self.rounds(&roundsDice)
    text =
      """
      mother_fund:
        size: \(size)万
        fund_life: \(life)q
        commitment_period: \(window)q
        mgmt_fee: \(dice.whole(0, 3))%
        discount_rate: \(dice.whole(0, 8))%
      \(Self.firstPhase(funds, size: size, &dice))
      contributors:
      \(Self.contributors(&dice))
      direct: {share: \(direct)%, investment_period: \(dice.whole(1, life))q}
      terms:
        mother_share: \(dice.whole(5, 100))%
        \(term.text(between: "\n  "))
      \(Self.terms(largest: largest, &dice))
        \(followOn)
      anchors:
        a: {kind: town, companies_a_year: 4, quality_shift: \(dice.whole(-2, 2)), local_share: \(dice.whole(0, 100))%}
        b: {kind: chain_leader, ticket_scale: \(dice.happens(0.5) ? 0 : 1).\(dice.whole(5, 9))}
      sub_funds:
      \(funds.enumerated().map { "  f\($0): {\($1.text)}" }.joined(separator: "\n"))
      \(Self.fates(rounds, &dice))
      """ + "\n"
  }

  private static func firstPhase(_ funds: [Fund], size: Int, _ dice: inout Dice) -> String {
    guard dice.happens(0.4) else { return "" }
    let end = dice.whole(1, 24)
    let early = funds.filter { $0.start < end }.reduce(0) { $0 + $1.commitment }
    return "  first_phase: {size: \(dice.whole(max(early, 1), size))万, ends: \(end)q}"
  }

  private static func contributors(_ dice: inout Dice) -> String {
    dice.parts(dice.whole(1, 5), least: 1).enumerated().map { number, share in
      "  c\(number): {kind: \(dice.happens(0.5) ? "fiscal" : "social"), share: \(share)%}"
    }.joined(separator: "\n")
  }

  /// Terms other than times and shares; tickets are large enough for the limit on companies.
  private static func terms(largest: Int, _ dice: inout Dice) -> String {
    let least = max(100, largest / 500)
    let tranches = dice.parts(dice.whole(1, 12), least: 1).map { "\($0)%" }
    let early = dice.whole(0, 8)
    return """
        tranches: [\(tranches.joined(separator: ", "))]
        next_call_at: \(dice.whole(0, 100))%
        mgmt_fee: {investment_period: \(early)%, exit_period: \(dice.whole(0, 20))%}
        hurdle_rate: \(dice.whole(0, 20))%
        hurdle: \(dice.happens(0.5) ? "simple" : "compounding")
        catch_up: \(dice.happens(0.5) ? 0 : dice.whole(45, 100))%
        carry: \(dice.whole(0, 40))%
        ticket: {median: \(dice.whole(least, 3 * least))万, log_sd: 0.\(dice.whole(0, 9))}
        single_project_limit:
          share: \(dice.whole(1, 100))%
          amount: \(dice.whole(least, 20 * least))万
      """
  }

  /// Outcomes, dependence and the end of terms.
  private static func fates(_ rounds: String, _ dice: inout Dice) -> String {
    let names = ["zero", "below_1x", "from_1x_to_5x", "from_5x_to_10x", "above_10x"]
    let buckets = zip(names, dice.parts(names.count, least: 0)).map { name, share in
      "\(name): {share: \(share)%, holding: \(dice.whole(1, 110))m}"
    }
    return """
      outcomes:
      \(rounds)
        buckets: {\(buckets.joined(separator: ", "))}
        tail_index: \(dice.whole(0, 2)).\(dice.whole(3, 9))
        truncation: \(dice.whole(11, 2000))
        holding_scale: 0.\(dice.whole(1, 9))
        holding_log_sd: 0.\(dice.whole(0, 9))
      dependence:
        market: 0.\(dice.whole(100, 450))
        sector: 0.\(dice.whole(100, 300))
        manager: 0.0\(dice.whole(10, 99))
        persistence: 0.\(dice.whole(0, 9))
      term_end:
        sale_share_of_nav: \(dice.whole(0, 100))%
        mode: \(dice.happens(0.8) ? "sale" : "in_kind")
      """
  }

  /// How follow-ons are decided, and what rounds are like.
  private static func rounds(_ dice: inout Dice) -> (terms: String, outcomes: String) {
    let policy = ["none", "pro_rata", "by_stage", "to_limit"][dice.whole(0, 3)]
    let marks = ["cost", "last_round", "last_round_discounted"][dice.whole(0, 2)]
    let terms = "follow_on: {policy: \(policy), reserve: \(dice.whole(0, 90))%}"
    let outcomes = """
        engine: \(dice.happens(0.7) ? "rounds" : "multiples")
        rounds:
          gap_log_sd: 0.\(dice.whole(0, 9))
          gap_scale: 0.\(dice.whole(1, 9))
          next_round_scale: 1.\(dice.whole(0, 5))
          step_up_gain_scale: \(dice.whole(0, 2)).\(dice.whole(0, 9))
          exits:
            ipo: {lock_up: \(dice.whole(0, 8))q, sell_down: \(dice.whole(1, 6))q}
          ipo_window: {shuts: \(dice.whole(0, 50))%, opens: \(dice.whole(20, 100))%,
            shut_gap_factor: 1, shut_transfer_factor: 1, shut_ipo_factor: 0.\(dice.whole(80, 99))}
          entry_post_money: {median: \(dice.whole(1000, 20000))万}
          marks: {policy: \(marks), stale_after: \(dice.whole(1, 12))q}
        ranges: {rounds.next_round_scale: none}
      """
    return (terms, outcomes)
  }
}

/// How long a fund buys, sells and waits, in quarters.
private struct Periods {
  let investment: Int
  let exit: Int
  let extended: Int

  init(within most: Int, _ dice: inout Dice) {
    let term = dice.whole(1, most)
    investment = dice.whole(1, term)
    exit = dice.whole(0, term - investment)
    extended = term - investment - exit
  }

  var total: Int { investment + exit + extended }

  func text(between separator: String) -> String {
    "investment_period: \(investment)q\(separator)exit_period: \(exit)q\(separator)"
      + "extension: \(extended)q"
  }
}

/// A sub-fund, often with terms of its own.
private struct Fund {
  let commitment: Int
  let start: Int
  let text: String
  /// What it can have at most, with other partners.
  let largestSize: Int

  init(life: Int, window: Int, term: Periods, money: Int, _ dice: inout Dice) {
    let isOwn = dice.happens(0.5)
    commitment = dice.whole(1 + money / 20, 1 + money)
    start = dice.whole(0, min(window, isOwn ? life : life - term.total + 1) - 1)
    largestSize = commitment * 20
    let anchor = dice.happens(0.5) ? "a" : "b"
    var parts = ["anchor: \(anchor), commitment: \(commitment)万, start: \(start)q"]
    if isOwn {
      parts.append(Periods(within: life - start, &dice).text(between: ", "))
      parts.append("mother_share: \(dice.whole(5, 100))%, carry: \(dice.whole(0, 40))%")
      parts.append("hurdle_rate: \(dice.whole(0, 12))%")
      if dice.happens(0.5) {
        let tranches = dice.parts(dice.whole(1, 5), least: 1).map { "\($0)%" }
        parts.append("tranches: [\(tranches.joined(separator: ", "))]")
      }
      if dice.happens(0.5) { parts.append("mgmt_fee: {exit_period: \(dice.whole(0, 9))%}") }
    }
    text = parts.joined(separator: ", ")
  }
}
