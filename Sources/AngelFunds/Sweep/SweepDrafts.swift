import Stochastics

/// The cells that a sweep file asks for, before they are tried.
struct SweepDrafts {
  let file: SweepFile
  let factors: [SweepFactor]
  let columns: [String]
  let cells: [CellDraft]

  init(_ file: SweepFile, base: LoadedScenario) throws {
    self.file = file
    if file.design == .list {
      factors = []
      cells = try Self.named(file, base: base.scenario)
    } else {
      factors = try Self.factors(file, base: base.scenario)
      cells = try Self.cells(file, factors)
    }
    var seen: Set<String> = []
    columns =
      (factors.flatMap(\.columns) + cells.flatMap { $0.settings.flatMap { $0.columns.map(\.name) } })
      .filter { seen.insert($0).inserted }
  }

  private static func factors(_ file: SweepFile, base: Scenario) throws -> [SweepFactor] {
    var issues: [InvalidScenario.Issue] = []
    var factors: [SweepFactor] = []
    for entry in file.factors {
      do {
        factors.append(try SweepFactor(entry, base: base))
      } catch {
        issues.append(file.issue(entry, error.problem))
      }
    }
    guard issues.isEmpty else { throw InvalidScenario(issues: issues) }
    return factors
  }

  private static func cells(_ file: SweepFile, _ factors: [SweepFactor]) throws -> [CellDraft] {
    switch file.design {
    case .grid: return try grid(file, factors)
    case .oneAtATime: return try oneAtATime(file, factors)
    case .sobol, .latinHypercube: return try points(file, factors)
    case .list: return []
    }
  }

  private static func grid(_ file: SweepFile, _ factors: [SweepFactor]) throws -> [CellDraft] {
    var count = 1
    for (factor, entry) in zip(factors, file.factors) {
      guard let own = factor.count(limit: 100_000_000) else {
        throw file.refused(
          entry, "is a distribution, and a grid needs values: give it a list or a range")
      }
      count = count.multipliedReportingOverflow(by: own).partialValue
      guard count <= 1_000_000_000 else { break }
    }
    guard count <= SweepPlan.mostCells else {
      throw InvalidScenario(
        file: file.file,
        "make \(count >= 1_000_000_000 ? "more than 1,000,000,000" : grouped(count)) cells; the limit "
          + "is \(grouped(SweepPlan.mostCells)): give factors fewer values, or take design: sobol",
        line: file.factors[0].place.line, path: "factors")
    }
    let combinations = factors.reduce([[]]) { rows, factor in
      rows.flatMap { row in (factor.settings() ?? []).map { row + [$0] } }
    }
    return combinations.enumerated().map { CellDraft(id: "\($0 + 1)", settings: $1) }
  }

  /// The base, then each factor at its low and at its high value.
  private static func oneAtATime(
    _ file: SweepFile, _ factors: [SweepFactor]
  ) throws -> [CellDraft] {
    var middle: [FactorSetting] = []
    for (factor, entry) in zip(factors, file.factors) {
      guard case .key(.list(let values)) = factor.kind, (2...3).contains(values.count) else {
        throw file.refused(
          entry, "must be [low, high] or [low, base, high] in this design, such as [1.2, 1.6]")
      }
      if values.count == 3 { middle.append(factor.setting(values[1])) }
    }
    var cells = [CellDraft(id: "base", settings: middle)]
    for factor in factors {
      guard let settings = factor.settings() else { continue }
      let others = middle.filter { $0.columns[0].name != factor.name }
      cells.append(CellDraft(id: "\(factor.name):low", settings: others + [settings[0]]))
      let high = settings[settings.count - 1]
      cells.append(CellDraft(id: "\(factor.name):high", settings: others + [high]))
    }
    return cells
  }

  private static func points(_ file: SweepFile, _ factors: [SweepFactor]) throws -> [CellDraft] {
    for (factor, entry) in zip(factors, file.factors) {
      guard case .key = factor.kind else {
        throw file.refused(entry, "divides money, which goes with design: grid or list")
      }
    }
    if file.design == .sobol, factors.count > DesignPoints.mostSobolDimensions {
      throw file.refused(file.factors[40], "is factor number 41; a Sobol design has at most 40")
    }
    let points =
      file.design == .sobol
      ? try DesignPoints.sobol(count: file.points, dimensions: factors.count)
      : try DesignPoints.latinHypercube(
        count: file.points, dimensions: factors.count, seed: file.seed ?? 1,
        stream: StreamKey(.design, "design"))
    return points.enumerated().map { number, point in
      CellDraft(
        id: "\(number + 1)",
        settings: zip(factors, point).compactMap { factor, uniform in
          guard case .key(let values) = factor.kind else { return nil }
          return factor.setting(values.value(at: uniform))
        })
    }
  }

  /// The base itself, where money is divided and no other cell is the base: what there is now,
  /// beside what could be.
  func baseCell(
    _ base: LoadedScenario, known: ReadingTrial, besides cells: [SweepCell]
  ) -> SweepCell? {
    let settings = factors.compactMap(\.baseSetting)
    guard !settings.isEmpty else { return nil }
    let cell = SweepCell(
      CellDraft(id: "base", settings: settings), columns: columns, base: base, known: known)
    return cells.contains { $0.content == cell.content } ? nil : cell
  }

  /// `10,000,000`.
  static func grouped(_ count: Int) -> String {
    count < 1000 ? "\(count)" : grouped(count / 1000) + "," + "\(1000 + count % 1000)".dropFirst()
  }
}

extension SweepFile {
  /// A problem of an entry of the file.
  func issue(_ entry: ScenarioTree.Entry, _ problem: String) -> InvalidScenario.Issue {
    .init(file: file, line: entry.place.line, path: entry.key, problem: problem)
  }

  /// The same as an error.
  func refused(_ entry: ScenarioTree.Entry, _ problem: String) -> InvalidScenario {
    InvalidScenario(issues: [issue(entry, problem)])
  }
}
