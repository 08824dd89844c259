extension SweepDrafts {
  /// The cells that the file names one by one.
  static func named(_ file: SweepFile, base: Scenario) throws -> [CellDraft] {
    guard file.cells.count <= SweepPlan.mostCells else {
      throw InvalidScenario(
        file: file.file,
        "names \(grouped(file.cells.count)) cells; the limit "
          + "is \(grouped(SweepPlan.mostCells))", line: nil, path: "cells")
    }
    var issues: [InvalidScenario.Issue] = []
    var cells: [CellDraft] = []
    for entry in file.cells {
      do {
        cells.append(CellDraft(id: entry.key, settings: try settings(entry, base: base)))
      } catch {
        issues.append(file.issue(entry, error.problem))
      }
    }
    guard issues.isEmpty else { throw InvalidScenario(issues: issues) }
    return cells
  }

  private static func settings(
    _ cell: ScenarioTree.Entry, base: Scenario
  ) throws(FactorProblem) -> [FactorSetting] {
    if cell.value.isEmpty { return [] }
    guard let entries = cell.value.entries else {
      throw FactorProblem(
        "must be a mapping of key paths to values, not \(cell.value.shownContent)")
    }
    var settings: [FactorSetting] = []
    for entry in entries {
      if entry.key == "shares" {
        settings.append(try shares(entry, base: base))
      } else {
        settings.append(
          FactorSetting(
            columns: [(entry.key, entry.value.written)],
            change: .key(KeyChange(path: entry.key, value: entry.value, place: entry.place))))
      }
    }
    return settings
  }

  /// `shares: {songshan_lake: 60%, yinping: 40%}`, in steps of a hundredth of a per cent.
  private static func shares(
    _ entry: ScenarioTree.Entry, base: Scenario
  ) throws(FactorProblem) -> FactorSetting {
    let steps = 10_000
    var (names, parts): ([String], [Int]) = ([], [])
    for share in entry.value.entries ?? [] {
      let value = share.value.text.flatMap { ValueForm.share.parse($0) }
      let part = value.map { ($0 * Double(steps)).rounded() } ?? -1
      guard let value, abs(value * Double(steps) - part) < 1e-6 else {
        throw FactorProblem("gives \(share.key) no share in whole hundredths of a per cent")
      }
      names.append(share.key)
      parts.append(Int(part))
    }
    guard parts.count > 1, parts.reduce(0, +) == steps else {
      let sum = NumberSpelling.percent(Double(parts.reduce(0, +)) / Double(steps))
      throw FactorProblem(
        "has shares that add up to \(sum), which must be 100% over at least two names")
    }
    try Allocation.check(names, base)
    let allocation = Allocation(
      names: names, steps: steps, bounds: names.map { _ in 0...steps }, of: base,
      place: entry.place)
    return FactorSetting(
      columns: zip(names, parts).map { ("shares.\($0)", allocation.shareText($1)) },
      change: .allocation(allocation, parts))
  }
}
