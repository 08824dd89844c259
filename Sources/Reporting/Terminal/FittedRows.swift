/// Rows of a table whose numbers get the room that they need on a screen of 80 columns.
struct FittedRows {
  private static let screen = 80
  /// Less than this tells no name.
  private static let leastName = 12

  let rows: [[String]]
  let widths: [Int]
  /// Rows that have no room on one line, whatever the widths.
  let broken: Set<Int>

  /// Numbers lose their commas where even the room of names is too little for them, and stand on
  /// lines of their own where that is not enough; they are never cut.
  init(_ rows: [[String]], columns: TextTable.Columns, spanning: Set<Int> = []) {
    let regular = rows.indices.filter { !spanning.contains($0) }
    let byRoom = regular.sorted { Self.room(rows[$0]) > Self.room(rows[$1]) }
    let fitting = (0...byRoom.count).lazy.compactMap { count -> Self? in
      let broken = Set(byRoom.prefix(count))
      return Self(rows, columns: columns, regular: regular.filter { !broken.contains($0) }, broken)
    }
    self = fitting.first ?? Self(rows: rows, widths: columns.map(\.width), broken: [])
  }

  private init(rows: [[String]], widths: [Int], broken: Set<Int>) {
    (self.rows, self.widths, self.broken) = (rows, widths, broken)
  }

  private static func room(_ cells: [String]) -> Int {
    cells.dropFirst().reduce(0) { $0 + TextTable.width($1) }
  }

  /// Nil where no widths hold all numbers of the regular rows.
  private init?(
    _ rows: [[String]], columns: TextTable.Columns, regular: [Int], _ broken: Set<Int>
  ) {
    self.broken = broken
    func widths(_ rows: [[String]]) -> [Int]? {
      Self.widths(regular.map { rows[$0] }, columns)
    }
    if let widths = widths(rows) {
      (self.rows, self.widths) = (rows, widths)
      return
    }
    let bare = rows.map { cells in
      zip(cells, columns).map { $1.alignment == .right ? $0.replacing(",", with: "") : $0 }
    }
    guard let widths = widths(bare) else { return nil }
    self.rows = rows.indices.map { broken.contains($0) ? rows[$0] : bare[$0] }
    self.widths = widths
  }

  /// The columns' own widths where they hold everything; nil where no widths do.
  private static func widths(_ rows: [[String]], _ columns: TextTable.Columns) -> [Int]? {
    let needed = columns.indices.map { index in
      rows.map { index < $0.count ? TextTable.width($0[index]) + (index == 0 ? 0 : 1) : 0 }.max()
        ?? 0
    }
    var widths = columns.map(\.width)
    for index in columns.indices where columns[index].alignment == .right {
      widths[index] = max(widths[index], needed[index])
    }
    var excess = widths.reduce(0, +) - screen
    // The column with most room to spare gives one; names are cut when nothing else is left.
    let least = columns.indices.map { index in
      columns[index].alignment == .right ? needed[index] : min(needed[index], leastName)
    }
    while excess > 0 {
      guard let most = mostSpare(widths, needed) ?? mostSpare(widths, least) else { return nil }
      widths[most] -= 1
      excess -= 1
    }
    return widths
  }

  /// The column that has most room beyond what it needs; nil if none has any.
  private static func mostSpare(_ widths: [Int], _ needed: [Int]) -> Int? {
    let spare = zip(widths, needed).map { $0 - $1 }
    return spare.indices.max { spare[$0] < spare[$1] }.flatMap { spare[$0] > 0 ? $0 : nil }
  }
}
