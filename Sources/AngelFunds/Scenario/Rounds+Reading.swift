extension Rounds {
  init?(_ reader: inout ScenarioReader) {
    let stages = reader.section("stages", "what can follow each stage", Self.rows)
    let deviation = reader.value(
      "gap_log_sd", .number(in: 0...2), default: .text("0.45"),
      "standard deviation of the logarithm of the time to an event and of an exit's delay")
    let gapScale = reader.value(
      "gap_scale", .number(in: 0.01...10), default: .text("1"),
      "factor on every median time to an event")
    let nextScale = reader.value(
      "next_round_scale", .number(in: 0.1...3), default: .text("1"),
      "factor on every share of companies that reach the next round; the other fates make room")
    let stepUpScale = reader.value(
      "step_up_gain_scale", .number(in: 0...10), default: .text("1"),
      "factor on what every median step-up is above 1, and on what it is below")
    let exits = reader.section("exits", "what ways out pay, and when", RoundExits.init)
    let window = reader.section(
      "ipo_window", "when companies can go public; factors hold while the window is shut",
      IPOWindow.init)
    let entry = reader.section(
      "entry_post_money", "what a company is worth when it gets angel money", EntryPostMoney.init)
    let marks = reader.section("marks", "what unsold stakes are valued at", Marks.init)
    guard let stages, let deviation, let gapScale, let nextScale, let stepUpScale, let exits,
      let window, let entry, let marks
    else { return nil }
    self.init(
      stages: stages, gapLogDeviation: deviation, gapScale: gapScale, nextRoundScale: nextScale,
      stepUpGainScale: stepUpScale, exits: exits, ipoWindow: window, entryPostMoney: entry,
      marks: marks)
    guard isConsistent(&reader) else { return nil }
  }

  private static func rows(_ reader: inout ScenarioReader) -> [StageRow]? {
    let rows = Stage.allCases.map { stage in
      reader.section(stage.rawValue, stage.help) { StageRow(&$0, stage) }
    }
    let sound = rows.compactMap { $0 }
    return sound.count == rows.count ? sound : nil
  }
}

extension EntryPostMoney {
  fileprivate init?(_ reader: inout ScenarioReader) {
    let median = reader.value(
      "median", .amount, default: .text("5000万"), "median value with the new money in it")
    let deviation = reader.value(
      "log_sd", .number(in: 0...2), default: .text("0.4"),
      "standard deviation of the logarithm of that value")
    let most = reader.value(
      "most_ownership", .positiveShare, default: .text("40%"),
      "the most that one fund's first ticket may own; a larger ticket finds a larger company")
    guard let median, let deviation, let most else { return nil }
    self.init(median: median, logDeviation: deviation, mostOwnership: most)
  }
}

extension Marks {
  fileprivate init?(_ reader: inout ScenarioReader) {
    let policy: Policy? = reader.value(
      "policy", .choice, default: .text("last_round_discounted"), "how unsold stakes are valued")
    let stale = reader.value(
      "stale_after", .span(in: 1...160), default: .text("2y"),
      "time without a round after which the discount is taken, and each time again")
    let discount = reader.value(
      "stale_discount", .share, default: .text("30%"), "that discount")
    guard let policy, let stale, let discount else { return nil }
    self.init(policy: policy, staleAfterInQuarters: stale, staleDiscount: discount)
  }
}
