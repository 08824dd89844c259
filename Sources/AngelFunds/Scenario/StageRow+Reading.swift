extension StageRow {
  init?(_ reader: inout ScenarioReader, _ stage: Stage) {
    let defaults = stage.defaults
    let fates = zip(Fate.allCases, defaults.fates).map { fate, share -> Double? in
      guard let share else { return 0 }
      return reader.value(fate.rawValue, .share, default: .text(share), fate.help)
    }
    let gap = reader.value(
      "gap", .years, default: .text(defaults.gap),
      "median time from this stage's money to the event"
    )
    let round = defaults.round.map { Round(&reader, $0) } ?? .some(Round.none)
    let delay = reader.value(
      "exit_delay", .yearsOrNone, default: .text(defaults.exitDelay),
      "median time from the event to the exit that it leads to")
    let shares = fates.compactMap { $0 }
    guard shares.count == fates.count, let gap, let round, let delay else { return nil }
    if let problem = ScenarioReader.problem(ofSum: shares) {
      reader.report("has shares that add up to \(problem)")
      return nil
    }
    self.init(
      fates: shares, gapYears: gap, stepUp: round.stepUp,
      stepUpLogDeviation: round.stepUpLogDeviation, poolDrag: round.poolDrag,
      dilution: round.dilution, exitDelayYears: delay)
  }
}

/// What the next round does to a stake.
private struct Round {
  let stepUp: Double
  let stepUpLogDeviation: Double
  let poolDrag: Double
  let dilution: Double

  /// No next round.
  static let none = Round(stepUp: 1, stepUpLogDeviation: 0, poolDrag: 0, dilution: 0)

  init(stepUp: Double, stepUpLogDeviation: Double, poolDrag: Double, dilution: Double) {
    (self.stepUp, self.stepUpLogDeviation) = (stepUp, stepUpLogDeviation)
    (self.poolDrag, self.dilution) = (poolDrag, dilution)
  }

  init?(_ reader: inout ScenarioReader, _ defaults: StageDefaults.Round) {
    let stepUp = reader.value(
      "step_up", .number(in: 0.1...100), default: .text(defaults.stepUp),
      "median of the next round's price of a share over this stage's, before the option pool")
    let deviation = reader.value(
      "step_up_log_sd", .number(in: 0...2), default: .text(defaults.stepUpLogDeviation),
      "standard deviation of the logarithm of the step-up")
    let drag = reader.value(
      "pool_drag", .shareBelowOne, default: .text(defaults.poolDrag),
      "what the next round's new options take off the price of a share")
    let dilution = reader.value(
      "dilution", .shareBelowOne, default: .text(defaults.dilution),
      "the next round's new money as a part of the company's value after it")
    guard let stepUp, let deviation, let drag, let dilution else { return nil }
    self.init(
      stepUp: stepUp, stepUpLogDeviation: deviation, poolDrag: drag, dilution: dilution)
  }
}

/// What holds for a stage unless the scenario says otherwise, as it would be written.
struct StageDefaults {
  /// What the next round does to a stake.
  struct Round {
    let stepUp: String
    let stepUpLogDeviation: String
    let poolDrag: String
    let dilution: String
  }

  /// One a `Fate`, in its order; nil where there is no such fate.
  let fates: [String?]
  let gap: String
  let round: Round?
  let exitDelay: String
}

extension Stage {
  /// What the key's mapping is about.
  var help: String {
    switch self {
    case .angel: "what follows angel money"
    case .roundA: "what follows round A"
    case .roundB: "what follows round B"
    case .roundC: "what follows round C"
    case .preIPO: "what follows the last round before a listing"
    }
  }

  fileprivate var defaults: StageDefaults {
    switch self {
    case .angel:
      StageDefaults(
        fates: ["30.25%", "13.75%", "3.3%", "6.05%", "1.65%", "45%", "0%"], gap: "1.6y",
        round: .init(stepUp: "2.5", stepUpLogDeviation: "0.6", poolDrag: "5%", dilution: "20%"),
        exitDelay: "0.6y")
    case .roundA:
      StageDefaults(
        fates: ["16%", "10%", "6%", "14%", "4%", "50%", "0%"], gap: "1.7y",
        round: .init(stepUp: "2", stepUpLogDeviation: "0.55", poolDrag: "4%", dilution: "20%"),
        exitDelay: "0.6y")
    case .roundB:
      StageDefaults(
        fates: ["10%", "7%", "7%", "20%", "6%", "50%", "0%"], gap: "1.8y",
        round: .init(stepUp: "1.6", stepUpLogDeviation: "0.5", poolDrag: "3%", dilution: "17%"),
        exitDelay: "0.6y")
    case .roundC:
      StageDefaults(
        fates: ["7.2%", "6%", "8.4%", "27.6%", "10.8%", "40%", "0%"], gap: "1.8y",
        round: .init(stepUp: "1.4", stepUpLogDeviation: "0.45", poolDrag: "2%", dilution: "13%"),
        exitDelay: "0.6y")
    case .preIPO:
      StageDefaults(
        fates: ["7.8%", "0%", "12.9%", "25.9%", "28.4%", nil, "25%"], gap: "1.6y", round: nil,
        exitDelay: "0y")
    }
  }
}

extension Fate {
  /// Where it stands in a `StageRow`.
  var index: Int {
    switch self {
    case .writeOff: 0
    case .zombie: 1
    case .buyback: 2
    case .secondaryTransfer: 3
    case .mAndA: 4
    case .nextRound: 5
    case .ipo: 6
    }
  }

  fileprivate var help: String {
    switch self {
    case .writeOff: "share of companies that close"
    case .zombie: "share that neither grow nor close"
    case .buyback: "share of which founders or the company buy the stake back"
    case .secondaryTransfer: "share of which the stake is sold to another investor"
    case .mAndA: "share that are bought"
    case .nextRound: "share that raise the next round"
    case .ipo: "share that go public, over open and shut years"
    }
  }
}
