/// A sweep that can be run: a base, and every cell tried on it.
public struct SweepPlan: Sendable {
  /// The most cells of a sweep.
  public static let mostCells = 100_000

  /// The file's name without its ending.
  public let name: String
  /// What reports call it.
  public let title: Label
  /// How the cells were chosen.
  public let design: SweepDesign
  /// What the cells are variants of.
  public let base: LoadedScenario
  /// The columns that tell a cell's values.
  public let columns: [String]
  /// In the order of reports.
  public let cells: [SweepCell]
  /// The text of the sweep file.
  public let source: String
  /// Futures of every cell.
  public let paths: Int
  /// Which of the equally valid sets of random numbers all cells use.
  public let seed: UInt64

  /// Reads a sweep file with its base, and tries every cell.
  ///
  /// - Parameters:
  ///   - overrides: Changes of the base's keys.
  ///   - load: Reads a file; the base is looked for beside the sweep.
  /// - Throws: `InvalidScenario` with every problem, what `load` throws for `path` itself, or
  ///   `CancellationError` if the task is cancelled.
  public init(
    path: String, overrides: [KeyOverride] = [], load: (String) throws -> [UInt8]
  ) throws {
    let file = try withoutActuallyEscaping(load) { load in
      var (file, presets) = (try SweepFile(load(path), file: path), Presets(load: load))
      try file.expand(&presets)
      return file
    }
    let base = try Self.base(of: file, overrides, load)
    let drafts = try SweepDrafts(file, base: base)
    try drafts.checkPaths(base)
    let known = base.trialBase()
    var cells = try drafts.tried(on: base, known: known)
    try drafts.check(cells, base: base)
    if let own = drafts.baseCell(base, known: known, besides: cells) { cells.append(own) }
    (name, title, design, source) = (file.name, file.title, file.design, file.source)
    (self.base, columns, self.cells) = (base, drafts.columns, cells)
    (paths, seed) = (file.paths, file.seed ?? base.scenario.seed)
  }

  private static func base(
    of file: SweepFile, _ overrides: [KeyOverride], _ load: (String) throws -> [UInt8]
  ) throws -> LoadedScenario {
    func refused(_ problem: String) -> InvalidScenario {
      InvalidScenario(
        file: file.file, "names \(file.base), which \(problem)", line: file.basePlace.line,
        path: "base")
    }
    do {
      _ = try load(file.base)
    } catch {
      throw refused("cannot be read\(InputError.reason(error)); its path is relative to this file")
    }
    let base = try LoadedScenario(path: file.base, overrides: overrides, load: load)
    let set = (file.set?.value.entries ?? []).sorted { $0.key < $1.key }
    return try base.changed(set.map { KeyChange(path: $0.key, value: $0.value, place: $0.place) })
  }

  /// The cell against which others are told: the base itself, in a design that has it.
  public var reference: SweepCell? { design == .oneAtATime ? cells.first : nil }
}
