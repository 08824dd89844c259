extension LoadedScenario {
  /// The scenario with a cell's changes made; ranges of inputs are left aside.
  ///
  /// - Throws: `InvalidScenario` with every problem.
  func variant(_ changes: [FactorSetting.Change]) throws(InvalidScenario) -> LoadedScenario {
    var tree = tree
    var issues: [InvalidScenario.Issue] = []
    for case .key(let change) in changes { tree = change.made(in: tree, issues: &issues) }
    for case .allocation(let allocation, let parts) in changes {
      tree = allocation.applied(parts, to: tree)
    }
    let reading = Scenario.reading(tree, name: name)
    guard let scenario = reading.scenario, issues.isEmpty else {
      throw InvalidScenario(issues: issues + reading.log.issues)
    }
    return LoadedScenario(
      name: name, scenario: scenario, resolved: Self.text(reading.log.resolved), source: source,
      tree: tree)
  }
}
