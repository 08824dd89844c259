/// The line under a screen's title.
enum Rule {
  static let plain = String(repeating: "─", count: 80)

  /// The line, which tells the unit of amounts where somebody asked for one.
  static func line(_ style: ReportStyle) -> String {
    guard style.chosenUnit != nil else { return plain }
    let note = " \(style.texts("terminal.unit", ["unit": style.unitName])) "
    let left = max(0, 78 - TextTable.width(note))
    return String(repeating: "─", count: left) + note + "──"
  }
}
