internal import Foundation
public import Stochastics

/// A complete sweep, read from its store.
public struct FinishedSweep: Sendable {
  /// Where its numbers come from.
  public let provenance: SweepProvenance
  /// What became of every cell, in the order of reports.
  public let cells: [CellResult]
  /// Each cell's mean multiple against the best one's, path by path; nil where it is not known.
  public let gaps: [Estimate?]
  /// Position of the cell that is the base itself; nil if none is.
  public let base: Int?

  /// Reads a store.
  ///
  /// - Throws: `RunStoreError` if it cannot be read, or is one shard of several.
  public init(path: String) throws {
    let store = try SweepStore(finished: path)
    provenance = store.provenance
    if let shard = provenance.shard { throw RunStoreError.isShard(path: path, shard) }
    let stored = try store.cells()
    cells = try stored.map { try store.result(of: $0) }
    guard cells.allSatisfy({ $0.status != .open }) else {
      throw RunStoreError.damaged(path: path, what: StoreDamage.in("results").what)
    }
    best = Self.best(cells)
    gaps = try Self.gaps(stored, cells, best: best, store)
    base = Self.base(stored, provenance)
  }

  private static func base(_ stored: [StoredCell], _ provenance: SweepProvenance) -> Int? {
    if provenance.design == .oneAtATime { return stored.isEmpty ? nil : 0 }
    let content = SweepCell.text(
      ofContent: ScenarioContent.sum(ofText: provenance.baseResolved))
    return stored.firstIndex { $0.content == content }
  }

  /// The store that an argument means: a file, or a folder that holds a sweep and no run.
  ///
  /// - Returns: nil if it means no sweep.
  public static func path(of argument: String) -> String? {
    let files = FileManager.default
    let inFolder = "\(argument)/\(SweepFiles.fileName)"
    if files.fileExists(atPath: inFolder) {
      return files.fileExists(atPath: "\(argument)/\(RunStore.fileName)") ? nil : inFolder
    }
    return (try? StoreFile(reading: argument))?.kind == .sweep ? argument : nil
  }

  /// Position of the cell with the highest mean multiple; the first of several.
  public let best: Int?

  private static func best(_ cells: [CellResult]) -> Int? {
    cells.indices.filter { cells[$0].multiple != nil }
      .max { (cells[$0].multiple ?? 0, -$0) < (cells[$1].multiple ?? 0, -$1) }
  }

  private static func gaps(
    _ stored: [StoredCell], _ cells: [CellResult], best: Int?, _ store: SweepStore
  ) throws -> [Estimate?] {
    guard let best, let highest = try store.multiples(of: stored[best].content)
    else { return cells.map { _ in nil } }
    return try stored.indices.map { index in
      guard cells[index].multiple != nil,
        let own = try store.multiples(of: stored[index].content)
      else { return nil }
      var moments = Moments()
      for (value, other) in zip(own, highest) where !value.isNaN && !other.isNaN {
        moments.add(value - other)
      }
      return moments.meanEstimate
    }
  }

  /// Number of other cells that these paths cannot tell from the best one, at 5 % over all of them.
  public var undecided: Int {
    let bound = noiseBound
    return gaps.indices.count { isUndecided($0, bound: bound) }
  }

  /// Whether these paths cannot tell a cell from the best one, at 5 % over all cells.
  public func isUndecided(_ cell: Int) -> Bool { isUndecided(cell, bound: noiseBound) }

  private func isUndecided(_ cell: Int, bound: Double) -> Bool {
    guard cell != best, let gap = gaps[cell] else { return false }
    return abs(gap.value) <= bound * gap.standardError
  }

  /// By how many standard errors one of all gaps may be off.
  private var noiseBound: Double {
    let known = gaps.indices.count { $0 != best && gaps[$0] != nil }
    return StandardNormal.quantile(1 - 0.05 / Double(2 * max(known, 1)))
  }

  /// Number of cells that ended in this way.
  public func count(_ status: CellResult.Status) -> Int { cells.count { $0.status == status } }
}

extension CellResult {
  /// The mean multiple; nil where the cell was not simulated.
  public var multiple: Double? { figure("tvpi")?.statistics[0] }

  /// The mother fund's figure of this name.
  public func figure(_ metric: String) -> CellFigure? {
    rows.first { $0.owner.scope == .motherFund && $0.metric == metric }
  }
}
