/// Rows of a table whose numbers get the room that they need on a screen of 80 columns.
struct FittedRows {
  private static let screen = 80
  /// Less than this tells no name.
  private static let leastName = 12

  let rows: [[String]]
  let widths: [Int]

  /// Numbers lose their commas where even the room of names is too little for them.
  init(_ rows: [[String]], columns: TextTable.Columns, spanning: Set<Int> = []) {
    func widths(_ rows: [[String]]) -> [Int]? {
      Self.widths(rows.indices.filter { !spanning.contains($0) }.map { rows[$0] }, columns)
    }
    if let widths = widths(rows) {
      (self.rows, self.widths) = (rows, widths)
      return
    }
    let bare = rows.map { cells in
      zip(cells, columns).map { $1.alignment == .right ? $0.replacing(",", with: "") : $0 }
    }
    self.rows = bare
    self.widths = widths(bare) ?? columns.map(\.width)
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
    while excess > 0 {
      // The column with most room to spare gives one.
      let spare = columns.indices.map { index in
        columns[index].alignment == .right
          ? widths[index] - needed[index] : widths[index] - min(needed[index], leastName)
      }
      guard let most = spare.indices.max(by: { spare[$0] < spare[$1] }), spare[most] > 0 else {
        return nil
      }
      widths[most] -= 1
      excess -= 1
    }
    return widths
  }
}
