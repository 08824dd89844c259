extension Rounds {
  /// Whether scaled shares and step-ups stay within their bounds; says where they first do not.
  func isConsistent(_ reader: inout ScenarioReader) -> Bool {
    for (stage, row) in zip(Stage.allCases, stages) {
      let found =
        problem(ofNextRoundAfter: stage, row) ?? problem(ofStepUpAfter: stage, row)
        ?? problem(ofListingsAfter: stage, row)
      guard let (key, problem) = found else { continue }
      reader.report(
        path: reader.keyPath(key.joined(separator: ".")), problem,
        at: reader.tree?.place(of: key[...]) ?? reader.place)
      return false
    }
    return true
  }

  private typealias Problem = (key: [String], problem: String)

  private func problem(ofNextRoundAfter stage: Stage, _ row: StageRow) -> Problem? {
    let next = row.fates[Fate.nextRound.index]
    let scaled = next * nextRoundScale
    if next == 1, nextRoundScale < 1 {
      return (
        ["next_round_scale"],
        "must be 1, as stages.\(stage.rawValue).next_round is 100% and no other fate has a share "
          + "that could grow"
      )
    }
    guard scaled > 1 + 1e-12 else { return nil }
    return (
      ["next_round_scale"],
      "must leave other fates a share: \(NumberSpelling.percent(next)) (stages."
        + "\(stage.rawValue).next_round) × \(NumberSpelling.rounded(nextRoundScale)) = "
        + "\(NumberSpelling.percent(scaled)), which must be at most 100%"
    )
  }

  private func problem(ofStepUpAfter stage: Stage, _ row: StageRow) -> Problem? {
    let stepUp = 1 + (row.stepUp - 1) * stepUpGainScale
    guard stepUp <= 0 else { return nil }
    return (
      ["step_up_gain_scale"],
      "makes the median step-up of stages.\(stage.rawValue) \(NumberSpelling.rounded(stepUp)) "
        + "(1 + (\(NumberSpelling.rounded(row.stepUp)) - 1) × "
        + "\(NumberSpelling.rounded(stepUpGainScale))), which must be above 0"
    )
  }

  private func problem(ofListingsAfter stage: Stage, _ row: StageRow) -> Problem? {
    let next = row.fates[Fate.nextRound.index]
    // Other fates make room for the scaled share of the next round.
    let room = next < 1 ? (1 - next * nextRoundScale) / (1 - next) : 0
    let listing = row.fates[Fate.ipo.index] * room
    let open = ipoWindow.openFactor(ipoWindow.shutIPOFactor)
    let isShut = ipoWindow.shutShare > 0 && ipoWindow.shutIPOFactor > open
    let factor = isShut ? ipoWindow.shutIPOFactor : open
    guard listing * factor > 1 + 1e-12 else { return nil }
    return (
      ["ipo_window", "shut_ipo_factor"],
      "makes the share of listings of stages.\(stage.rawValue) "
        + "\(NumberSpelling.percent(listing * factor)) while the window is "
        + "\(isShut ? "shut" : "open") (\(NumberSpelling.percent(listing)) × "
        + "\(NumberSpelling.rounded(factor))), which must be at most 100%"
    )
  }
}
