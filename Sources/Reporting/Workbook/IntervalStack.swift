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

  private let columns: ChartColumns
  private let rows: [[Piece]]
  let ends: (low: Double, high: Double)?

  init(_ columns: ChartColumns) {
    self.columns = columns
    let all = columns.figure.chart.series
    var found: [[(low: Double, high: Double, mark: Double?, owner: Int)]] =
      columns.figure.table.rows.map { _ in [] }
    for (owner, one) in all.enumerated() {
      guard case .interval(let low, let high, let mark) = one.shape else { continue }
      let (lows, highs) = (columns.values(low, of: one), columns.values(high, of: one))
      let marks = mark.map { columns.values($0, of: one) }
      for row in found.indices {
        guard let first = lows[row], let second = highs[row] else { continue }
        found[row].append((min(first, second), max(first, second), marks?[row], owner))
      }
    }
    let values = found.joined().flatMap { [$0.low, $0.high] }
    ends = values.min().flatMap { low in values.max().flatMap { Self.ends(low, $0) } }
    let half = (ends.map { $0.high - $0.low } ?? 0) / 250
    rows = found.map { Self.pieces($0.sorted { ($0.low, $0.owner) < ($1.low, $1.owner) }, half) }
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

  private static func pieces(
    _ intervals: [(low: Double, high: Double, mark: Double?, owner: Int)], _ half: Double
  ) -> [Piece] {
    var pieces: [Piece] = []
    var end = -Double.infinity
    func add(_ low: Double, _ high: Double, _ owner: Int?) {
      let low = max(low, end)
      guard high > low else { return }
      pieces.append(Piece(low: low, high: high, owner: owner))
      end = high
    }
    for interval in intervals {
      if let mark = interval.mark {
        add(interval.low, mark - half, interval.owner)
        add(mark - half, mark + half, nil)
      }
      add(interval.low, interval.high, interval.owner)
    }
    return pieces
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
      guard case .interval = one.shape, !one.isHidden else { return nil }
      return ChartPlan.Series(
        name: one.name, values: rows.map { _ in nil },
        look: .filled(one.colour, transparency: 20))
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
      name: one.name, values: values, look: .filled(one.colour, transparency: 20), isNamed: false)
  }
}
