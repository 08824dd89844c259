import AngelFunds

/// Sub-funds that cannot expect to meet what they owe in local investment, as `check` prints them.
enum LocalShortfallTable {
  /// The lines, no wider than 80 columns; none where no sub-fund falls short.
  static func lines(_ scenario: Scenario, style: ReportStyle) -> [String] {
    let shortfalls = scenario.localShortfalls
    guard !shortfalls.isEmpty else { return [] }
    let texts = style.texts
    let owing = scenario.subFunds.count { $0.rules.reinvestment.multiple > 0 }
    var table = TextTable([(44, .left), (17, .right), (17, .right)])
    table.add([texts("check.local.head"), texts("check.local.owed"), texts("check.local.expected")])
    for shortfall in shortfalls {
      func part(_ yuan: Double) -> String {
        NumberText.fixed(100 * yuan / shortfall.fund.size, decimals: 1) + "%"
      }
      table.add([
        "  " + shortfall.fund.label.text(style.language), part(shortfall.owed),
        part(shortfall.expected),
      ])
    }
    let told = texts(
      "check.local", ["count": "\(shortfalls.count)", "owing": "\(owing)"])
    return TextWrap.lines(told) + table.lines
  }
}
