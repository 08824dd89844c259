extension LoadedScenario {
  /// What trials of its variants need not read again.
  func trialBase() -> ReadingTrial {
    var log = Scenario.reading(tree, name: name, trial: ReadingTrial()).log
    var trial = ReadingTrial()
    // What has a problem in the base is read, and told, again.
    if log.issues.isEmpty { trial.base = log.trial?.sections }
    log.trial = nil
    return trial
  }

  /// The content of a variant, without its texts.
  ///
  /// - Parameter known: From `trialBase`.
  /// - Throws: `InvalidScenario` with every problem, as `variant` does.
  func content(
    of changes: [FactorSetting.Change], known: ReadingTrial
  ) throws(InvalidScenario) -> UInt64 {
    var trial = known
    for change in changes { trial.touched.formUnion(change.sections) }
    let (tree, issues) = changed(by: changes)
    let log = Scenario.reading(tree, name: name, trial: trial).log
    guard issues.isEmpty, log.issues.isEmpty else {
      throw InvalidScenario(issues: issues + log.issues)
    }
    return log.trial?.content ?? 0
  }

  private func changed(
    by changes: [FactorSetting.Change]
  ) -> (tree: ScenarioTree, issues: [InvalidScenario.Issue]) {
    var tree = tree
    var issues: [InvalidScenario.Issue] = []
    for case .key(let change) in changes { tree = change.made(in: tree, issues: &issues) }
    for case .allocation(let allocation, let parts) in changes {
      tree = allocation.applied(parts, to: tree)
    }
    return (tree, issues)
  }

  /// The scenario with a cell's changes made; ranges of inputs are left aside.
  ///
  /// - Throws: `InvalidScenario` with every problem.
  func variant(_ changes: [FactorSetting.Change]) throws(InvalidScenario) -> LoadedScenario {
    let (tree, issues) = changed(by: changes)
    let reading = Scenario.reading(tree, name: name)
    guard let scenario = reading.scenario, issues.isEmpty else {
      throw InvalidScenario(issues: issues + reading.log.issues)
    }
    return LoadedScenario(
      name: name, scenario: scenario, resolved: Self.text(reading.log.resolved), source: source,
      tree: tree)
  }
}
