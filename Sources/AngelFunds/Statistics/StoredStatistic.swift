internal import GRDB
import Stochastics

/// One number of an estimate as the run store keeps it.
struct StoredStatistic {
  /// Why the error is missing.
  enum Note: String {
    /// Skewness over the square root of the number of paths is too large.
    case skewness
    /// One path supplies too large a part of the sum.
    case largestPath = "largest_path"
    /// So large a part of the paths has exactly this value.
    case atom
  }

  let name: String
  let value: Double?
  let error: Double?
  let note: Note?
  let noteValue: Double?
}

extension StoredStatistic {
  static let mean = "mean"

  init(_ estimate: MeanEstimate?) {
    let (note, number): (Note?, Double?) =
      switch estimate?.doubt {
      case .skewness(let number): (.skewness, number)
      case .largestPath(let number): (.largestPath, number)
      case nil: (nil, nil)
      }
    self.init(
      name: Self.mean, value: estimate?.value, error: estimate?.standardError, note: note,
      noteValue: number)
  }

  init(_ name: String, _ quantile: QuantileEstimate) {
    self.init(
      name: name, value: quantile.value, error: quantile.standardError,
      note: quantile.atomProbability.map { _ in .atom }, noteValue: quantile.atomProbability)
  }

  /// The mean; nil where no path has the figure.
  var meanEstimate: MeanEstimate? {
    let doubt: MeanEstimate.Doubt? =
      switch note {
      case .skewness: noteValue.map { .skewness($0) }
      case .largestPath: noteValue.map { .largestPath($0) }
      case .atom, nil: nil
      }
    return value.map { MeanEstimate(value: $0, standardError: error, doubt: doubt) }
  }

  /// The quantile; nil where there is no number.
  var quantile: QuantileEstimate? {
    value.map {
      QuantileEstimate(
        value: $0, standardError: error, atomProbability: note == .atom ? noteValue : nil)
    }
  }
}

extension StoredStatistic {
  /// The columns behind those that say what a statistic is of.
  static let columns = "statistic, value, standard_error, note, note_value"

  /// The values of `columns`.
  var arguments: [(any DatabaseValueConvertible)?] {
    [name, value, error, note?.rawValue, noteValue]
  }

  /// - Parameter row: Begins with `columns`.
  init(_ row: StoredRow) throws {
    try self.init(
      name: row.text(0), value: row.optionalNumber(1), error: row.optionalNumber(2),
      note: row.optionalText(3) == nil ? nil : row.word(3, of: Note.self),
      noteValue: row.optionalNumber(4))
  }
}

extension RunStore {
  /// More statistics than anything that reports tell figures of has.
  private static let mostStatistics = 20_000

  /// The statistics of a table, each group that begins with a mean by what it is of.
  ///
  /// - Parameters:
  ///   - columns: What tells groups apart.
  ///   - owners: How many scopes and contributors the table has statistics of.
  ///   - key: From a row, in which `columns` begin with scope and id at index 6.
  func statistics<Key>(
    _ table: String, _ columns: String, owners: Int, key: (StoredRow) throws -> Key
  ) throws -> [(key: Key, statistics: [StoredStatistic])] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(StoredStatistic.columns), position, \(columns) FROM \(table)
          ORDER BY position LIMIT \(owners * Self.mostStatistics)
          """)
      var groups: [(key: Key, statistics: [StoredStatistic])] = []
      var (position, seen) = (0, Set<[String]>())
      while let row = try rows.next() {
        let row = StoredRow(row, of: "estimates")
        let statistic = try StoredStatistic(row)
        _ = try row.integer(5, in: position...position)
        position += 1
        if statistic.name == StoredStatistic.mean {
          groups.append((try key(row), [statistic]))
          seen.insert([try row.text(6), try row.text(7)])
        } else {
          guard !groups.isEmpty else { throw row.damage }
          groups[groups.count - 1].statistics.append(statistic)
        }
      }
      guard seen.count == owners else { throw StoreDamage.in("estimates") }
      return groups
    }
  }

  /// Quantiles of these names; none where there is none.
  ///
  /// - Throws: `RunStoreError` if only some are there.
  func quantiles(
    _ statistics: some Collection<StoredStatistic>, named names: [String]
  ) throws -> [QuantileEstimate] {
    let quantiles = statistics.compactMap(\.quantile)
    let isWhole = statistics.map(\.name) == names && quantiles.count == names.count
    guard statistics.isEmpty || isWhole else { throw damage(.in("estimates")) }
    return quantiles
  }
}
