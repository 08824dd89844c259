public import AngelFunds

/// Everything that a sweep's reports tell.
public struct SweepContent: Sendable {
  /// The sweep itself.
  public let sweep: FinishedSweep
  /// Positions of the simulated cells, the one with the highest mean multiple first.
  let order: [Int]
  /// Columns that divide money: in every cell those of a group add up to 100 %.
  let shares: Set<Int>

  /// Makes the content of a sweep.
  public init(_ sweep: FinishedSweep) {
    self.sweep = sweep
    let multiples = sweep.cells.map(\.multiple)
    order = sweep.cells.indices.filter { multiples[$0] != nil }
      .sorted { (multiples[$0] ?? 0, $1) > (multiples[$1] ?? 0, $0) }
    shares = Self.shares(sweep)
  }

  /// What a cell's values are called, as one text: `terms.carry 10%, terms.hurdle_rate 6%`.
  func values(of cell: Int) -> String {
    zip(sweep.provenance.columns, sweep.cells[cell].values).filter { !$0.1.isEmpty }
      .map { "\(Self.short($0.0)) \(Self.rounded($0.1))" }.joined(separator: ", ")
  }

  /// A share with two decimals where a division left more than four; other values as they are.
  private static func rounded(_ value: String) -> String {
    guard value.hasSuffix("%"), let number = Double(value.dropLast()) else { return value }
    return NumberText.plain(
      number, decimals: SweepTables.shownDecimals(of: value.dropLast())) + "%"
  }

  /// The last part of a key path.
  static func short(_ column: String) -> String {
    column.split(separator: ".").last.map(String.init) ?? column
  }

  /// The place of a cell among the simulated ones, from 1.
  func place(of cell: Int) -> Int? { order.firstIndex(of: cell).map { $0 + 1 } }

  private static func shares(_ sweep: FinishedSweep) -> Set<Int> {
    let groups = Dictionary(grouping: sweep.provenance.columns.indices) { column in
      sweep.provenance.columns[column].split(separator: ".").dropLast()
    }
    let found = groups.values.filter { columns in
      columns.count > 1 && !sweep.cells.isEmpty
        && sweep.cells.allSatisfy { cell in
          let parts = columns.map { column -> Double? in
            let text = cell.values[column]
            return text.hasSuffix("%") ? Double(text.dropLast()) : nil
          }
          let isWhole = abs(parts.reduce(0) { $0 + ($1 ?? 0) } - 100) < 1e-3
          return parts.allSatisfy { $0 != nil } && isWhole
        }
    }
    return Set(found.joined())
  }
}
