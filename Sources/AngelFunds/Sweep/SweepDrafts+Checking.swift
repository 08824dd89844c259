extension SweepDrafts {
  /// Refuses key paths that the base does not have.
  ///
  /// - Throws: `InvalidScenario` with one problem a path.
  func checkPaths(_ base: LoadedScenario) throws(InvalidScenario) {
    var seen: Set<String> = []
    var issues: [InvalidScenario.Issue] = []
    for case .key(let change) in cells.flatMap({ $0.settings.map(\.change) })
    where seen.insert(change.path).inserted {
      _ = change.made(in: base.tree, issues: &issues)
    }
    guard issues.isEmpty else { throw InvalidScenario(issues: issues) }
  }

  /// Refuses a sweep with a factor that no cell can bear, or without any valid cell.
  ///
  /// - Throws: `InvalidScenario` with what the base becomes by it.
  func check(_ cells: [SweepCell], base: LoadedScenario) throws(InvalidScenario) {
    var issues: [InvalidScenario.Issue] = []
    if file.design == .grid || file.design == .oneAtATime { issues += hopeless(cells, base: base) }
    if file.design.hasPoints { issues += badEnds(base: base) }
    if file.design == .oneAtATime { issues += reversedEnds(base: base) }
    let isHopeless = cells.allSatisfy { if case .invalid = $0.legality { true } else { false } }
    if issues.isEmpty, isHopeless, let first = cells.first {
      issues += problems(first.settings, base)
    }
    guard issues.isEmpty else { throw InvalidScenario(issues: issues) }
  }

  /// What is wrong with values that every cell which has them is invalid with.
  private func hopeless(_ cells: [SweepCell], base: LoadedScenario) -> [InvalidScenario.Issue] {
    struct Value: Hashable {
      let column: Int
      let text: String
    }
    var bearable: Set<Value> = []
    var first: [Value: SweepCell] = [:]
    for cell in cells {
      var isInvalid = false
      if case .invalid = cell.legality { isInvalid = true }
      for (column, text) in cell.values.enumerated() where !text.isEmpty {
        let value = Value(column: column, text: text)
        if !isInvalid { bearable.insert(value) }
        if first[value] == nil { first[value] = cell }
      }
    }
    return first.filter { !bearable.contains($0.key) }.flatMap { problems($0.value.settings, base) }
  }

  /// What is wrong with the base when a distribution's ends are put into it.
  private func badEnds(base: LoadedScenario) -> [InvalidScenario.Issue] {
    factors.flatMap { factor -> [InvalidScenario.Issue] in
      guard case .key(let values) = factor.kind else { return [] }
      return [0.001, 0.999].flatMap { problems([factor.setting(values.value(at: $0))], base) }
    }
  }

  /// Factors whose low value is above their high one, so that a tornado would call each the other.
  private func reversedEnds(base: LoadedScenario) -> [InvalidScenario.Issue] {
    factors.compactMap { factor in
      guard case .key(.list(let values)) = factor.kind else { return nil }
      let numbers = values.compactMap { value -> Double? in
        let variant = try? base.variant([factor.setting(value).change])
        return variant?.resolvedText(of: factor.name).flatMap(RangeCheck.number)
      }
      guard numbers.count == values.count, numbers != numbers.sorted() else { return nil }
      let written = values.map(\.written).joined(separator: ", ")
      return .init(
        file: factor.place.file, line: factor.place.line, path: factor.name,
        problem: "must go from the low value to the high one in this design, not [\(written)]")
    }
  }

  private func problems(
    _ settings: [FactorSetting], _ base: LoadedScenario
  ) -> [InvalidScenario.Issue] {
    do {
      _ = try base.variant(settings.map(\.change))
      return []
    } catch {
      return error.issues.filter { !$0.breaksLimit }
    }
  }
}
