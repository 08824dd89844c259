extension Outcomes {
  /// Reads outcomes.
  ///
  /// - Parameter engines: Engines that funds use; built-in ranges of others are left out.
  init?(_ reader: inout ScenarioReader, engines: Set<Engine>) {
    reader.notePreset(of: .outcomes)
    let engine: Engine? = reader.value(
      "engine", .choice, default: .text("multiples"), "which engine simulates companies")
    let rows = reader.section("buckets", "how likely each class of gross multiples is", Self.rows)
    let tail = reader.value(
      "tail_index", .number(in: 0.2...20), default: .text("1.4"),
      "Pareto tail index of multiples from 10 on")
    let truncation = reader.value(
      "truncation", .number(in: 10...100_000, isAboveLow: true), default: .text("500"),
      "largest multiple, where the Pareto tail is truncated")
    let deviation = reader.value(
      "holding_log_sd", .number(in: 0...2), default: .text("0.45"),
      "standard deviation of the logarithm of the holding time")
    let scale = reader.value(
      "holding_scale", .number(in: 0.01...10), default: .text("1"),
      "factor on every median holding time")
    let shift = reader.value(
      "quality_shift", .number(in: -3...3), default: .text("0"),
      "shift of every company's latent quality, in its standard deviations")
    let rounds = reader.section(
      "rounds", "how companies live through financing rounds; engine rounds only", Rounds.init)
    let ranges = Self.builtInRanges.filter { range in
      reader.isRecording || range.engine.map(engines.contains) ?? true
    }
    reader.ranges(builtIn: ranges.map { ($0.key, $0.low, $0.high) })
    guard let engine, let rows, let tail, let truncation, let deviation, let scale, let shift,
      let rounds
    else { return nil }
    self.init(
      engine: engine, buckets: rows, tailIndex: tail, truncation: truncation,
      holdingLogDeviation: deviation, holdingScale: scale, qualityShift: shift,
      rounds: rounds)
  }

  /// Ranges that are built in, with the engine that they are about; nil for all.
  private static let builtInRanges: [(engine: Engine?, key: String, low: String, high: String)] = [
    (nil, "quality_shift", "-0.2", "0.2"), (.multiples, "tail_index", "1.2", "1.6"),
    (.multiples, "truncation", "100", "1000"), (.multiples, "holding_scale", "0.75", "1.25"),
    (.rounds, "rounds.gap_scale", "0.75", "1.25"),
    (.rounds, "rounds.next_round_scale", "0.85", "1.15"),
    (.rounds, "rounds.step_up_gain_scale", "0.75", "1.25"),
    (.rounds, "rounds.exits.ipo.price", "1.26", "2.34"),
  ]

  private static func rows(_ reader: inout ScenarioReader) -> [BucketRow]? {
    let rows = MultipleBucket.allCases.map { bucket in
      reader.section(bucket.rawValue, bucket.help) { BucketRow(&$0, bucket) }
    }
    let sound = rows.compactMap { $0 }
    guard sound.count == rows.count else { return nil }
    guard let problem = ScenarioReader.problem(ofSum: sound.map(\.share)) else { return sound }
    reader.report("have shares that add up to \(problem)")
    return nil
  }
}

extension BucketRow {
  fileprivate init?(_ reader: inout ScenarioReader, _ bucket: MultipleBucket) {
    let share = reader.value(
      "share", .share, default: .text(bucket.defaults.share), "how likely this class is")
    let holding = reader.value(
      "holding", .years, default: .text(bucket.defaults.holding),
      "median time from purchase to exit in this class")
    guard let share, let holding else { return nil }
    self.init(share: share, medianHoldingYears: holding)
  }
}

extension MultipleBucket {
  fileprivate var defaults: (share: String, holding: String) {
    switch self {
    case .zero: ("40%", "3y")
    case .below1x: ("25%", "6y")
    case .from1xTo5x: ("25%", "6.5y")
    case .from5xTo10x: ("6%", "8y")
    case .above10x: ("4%", "9y")
    }
  }

  fileprivate var help: String {
    switch self {
    case .zero: "companies of which nothing comes back"
    case .below1x: "companies that bring back less than their cost"
    case .from1xTo5x: "companies that bring back 1 to 5 times their cost"
    case .from5xTo10x: "companies that bring back 5 to 10 times their cost"
    case .above10x: "companies that bring back 10 times their cost or more"
    }
  }
}

extension Dependence {
  init?(_ reader: inout ScenarioReader) {
    let market = reader.value(
      "market", .shareBelowOne, default: .text("0.20"),
      "the market's share of the variance of a company's latent quality")
    let sector = reader.value(
      "sector", .shareBelowOne, default: .text("0.10"), "the sector's share of that variance")
    let manager = reader.value(
      "manager", .shareBelowOne, default: .text("0.02"), "the manager's share of that variance")
    let persistence = reader.value(
      "persistence", .shareBelowOne, default: .text("0.5"),
      "correlation of a factor with itself a year later")
    reader.ranges(builtIn: [("market", "0.12", "0.34")])
    guard let market, let sector, let manager, let persistence else { return nil }
    guard market + sector + manager < 1 else {
      let terms = [market, sector, manager].map(NumberSpelling.rounded).joined(separator: " + ")
      reader.report(
        "has market, sector and manager that add up to "
          + "\(NumberSpelling.rounded(market + sector + manager)) (\(terms)); it must be less than 1"
      )
      return nil
    }
    self.init(market: market, sector: sector, manager: manager, persistence: persistence)
  }
}

extension TermEnd {
  init?(_ reader: inout ScenarioReader) {
    let mode: Mode? = reader.value(
      "mode", .choice, default: .text("sale"), "what becomes of stakes that are unsold then")
    let share = reader.value(
      "sale_share_of_nav", .share, default: .text("65%"),
      "price of what is sold at the end of a term, as a share of net asset value")
    reader.ranges(builtIn: [("sale_share_of_nav", "50%", "80%")])
    guard let mode, let share else { return nil }
    self.init(mode: mode, saleShareOfNAV: share)
  }
}
