/// Intervals as bars on top of each other, with unseen ones between.
///
/// Bars pile up from 0 to either side, so each side has a pile of its own.
struct IntervalStack {
  /// A part of an interval, as far as none before covers it.
  private struct Piece {
    let low: Double
    let high: Double
    /// The series whose colour it has; nil for a mark.
    let owner: Int?
  }

  /// A value that stands out; without an owner that of an interval.
  private struct Mark {
    let value: Double
    let owner: Int?
  }

  private let columns: ChartColumns
  private let rows: [[Piece]]
  let ends: (low: Double, high: Double)?

  init(_ columns: ChartColumns) {
    self.columns = columns
    var found = columns.figure.table.rows.map { _ in (intervals: [Piece](), marks: [Mark]()) }
    for (owner, one) in columns.figure.chart.series.enumerated() {
      switch one.shape {
      case .interval(let low, let high, let mark):
        let (lows, highs) = (columns.values(low, of: one), columns.values(high, of: one))
        for (row, ends) in zip(lows, highs).enumerated() {
          guard let first = ends.0, let second = ends.1 else { continue }
          found[row].intervals.append(
            Piece(low: min(first, second), high: max(first, second), owner: owner))
        }
        guard let mark else { continue }
        for (row, value) in columns.values(mark, of: one).enumerated() {
          value.map { found[row].marks.append(Mark(value: $0, owner: nil)) }
        }
      case .marks(let column):
        for (row, value) in columns.values(column, of: one).enumerated() {
          value.map { found[row].marks.append(Mark(value: $0, owner: owner)) }
        }
      default: continue
      }
    }
    let values = found.flatMap { row in
      row.intervals.flatMap { [$0.low, $0.high] } + row.marks.map(\.value)
    }
    ends = values.min().flatMap { low in values.max().flatMap { Self.ends(low, $0) } }
    let half = (ends.map { $0.high - $0.low } ?? 0) / 250
    rows = found.map { row in
      row.marks.reduce(Self.pieces(row.intervals)) { Self.marked($0, $1, half) }
    }
  }

  /// Ends of an axis with some room, in steps that are easy to read.
  private static func ends(_ low: Double, _ high: Double) -> (low: Double, high: Double)? {
    guard high > low else { return nil }
    var step = 1.0
    while step > (high - low) / 5 { step /= 10 }
    while step * 10 <= (high - low) / 5 { step *= 10 }
    if step * 5 <= (high - low) / 5 { step *= 5 } else if step * 2 <= (high - low) / 5 { step *= 2 }
    let room = (high - low) / 50
    return (
      step * ((low - room) / step).rounded(.down), step * ((high + room) / step).rounded(.up)
    )
  }

  /// Intervals without what those before them cover.
  private static func pieces(_ intervals: [Piece]) -> [Piece] {
    var end = -Double.infinity
    return intervals.sorted { ($0.low, $0.owner ?? -1) < ($1.low, $1.owner ?? -1) }.compactMap {
      let low = max($0.low, end)
      guard $0.high > low else { return nil }
      end = $0.high
      return Piece(low: low, high: end, owner: $0.owner)
    }
  }

  /// Pieces with a narrow one in the place of what lies below a mark.
  private static func marked(_ pieces: [Piece], _ mark: Mark, _ half: Double) -> [Piece] {
    let (low, high) = (mark.value - half, mark.value + half)
    guard high > low else { return pieces }
    let rest = pieces.flatMap { piece in
      [
        Piece(low: piece.low, high: min(piece.high, low), owner: piece.owner),
        Piece(low: max(piece.low, high), high: piece.high, owner: piece.owner),
      ].filter { $0.high > $0.low }
    }
    return (rest + [Piece(low: low, high: high, owner: mark.owner)]).sorted { $0.low < $1.low }
  }

  /// What the legend names stands in the middle: makers of spreadsheets disagree on the end from
  /// which the entries of a horizontal chart are counted.
  var series: [ChartPlan.Series] {
    var (above, below) = (side(1), side(-1))
    let missing = above.count - below.count
    let empty = ChartPlan.Series(
      name: "", values: rows.map { _ in nil }, look: .hidden, isNamed: false)
    let filling = [ChartPlan.Series](repeating: empty, count: abs(missing))
    if missing > 0 { below += filling } else { above += filling }
    return above + named + below
  }

  private var named: [ChartPlan.Series] {
    columns.figure.chart.series.indices.compactMap { owner in
      let one = columns.figure.chart.series[owner]
      guard !one.isHidden else { return nil }
      switch one.shape {
      case .interval, .marks: break
      default: return nil
      }
      return ChartPlan.Series(
        name: one.name, values: rows.map { _ in nil }, look: Self.look(one))
    }
  }

  /// The pile to one side of 0.
  private func side(_ sign: Double) -> [ChartPlan.Series] {
    let piles = rows.map { pieces in
      (sign > 0 ? pieces : pieces.reversed()).compactMap { piece -> Piece? in
        let (near, far) =
          sign > 0 ? (max(piece.low, 0), piece.high) : (max(-piece.high, 0), -piece.low)
        return far > near ? Piece(low: near, high: far, owner: piece.owner) : nil
      }
    }
    var result: [ChartPlan.Series] = []
    for level in 0..<(piles.map(\.count).max() ?? 0) {
      result.append(
        ChartPlan.Series(
          name: "",
          values: piles.map { pile in
            guard level < pile.count else { return nil }
            return sign * (pile[level].low - (level > 0 ? pile[level - 1].high : 0))
          }, look: .hidden, isNamed: false))
      let owners = Set(piles.compactMap { level < $0.count ? $0[level].owner ?? -1 : nil })
      for owner in owners.sorted() {
        result.append(series(of: owner, piles, level, sign))
      }
    }
    return result
  }

  private func series(
    of owner: Int, _ piles: [[Piece]], _ level: Int, _ sign: Double
  ) -> ChartPlan.Series {
    let values = piles.map { pile -> Double? in
      guard level < pile.count, (pile[level].owner ?? -1) == owner else { return nil }
      return sign * (pile[level].high - pile[level].low)
    }
    guard owner >= 0 else {
      return ChartPlan.Series(
        name: "", values: values, look: .filled(.black, transparency: 0), isNamed: false)
    }
    let one = columns.figure.chart.series[owner]
    return ChartPlan.Series(
      name: one.name, values: values, look: Self.look(one), isNamed: false)
  }

  private static func look(_ one: Chart.Series) -> ChartPlan.Look {
    if case .marks = one.shape { return .filled(one.colour, transparency: 0) }
    return .filled(one.colour, transparency: 20)
  }
}
