import AngelFunds

/// Sub-funds that cannot expect to meet what they owe in local investment, as `check` prints them.
enum LocalShortfallTable {
  /// The lines, no wider than 80 columns; none where no sub-fund falls short.
  static func lines(_ scenario: Scenario, language: Language) -> [String] {
    let shortfalls = scenario.localShortfalls
    guard !shortfalls.isEmpty else { return [] }
    let isEnglish = language == .english
    let owing = scenario.subFunds.count { $0.rules.reinvestment.multiple > 0 }
    var table = TextTable([(44, .left), (17, .right), (17, .right)])
    table.add(
      isEnglish
        ? ["  in parts of the size", "owed", "expected"] : ["  占子基金规模", "应返投", "预期认定"])
    for shortfall in shortfalls {
      func part(_ yuan: Double) -> String {
        NumberText.fixed(100 * yuan / shortfall.fund.size, decimals: 1) + "%"
      }
      table.add([
        "  " + shortfall.fund.label.text(language), part(shortfall.owed), part(shortfall.expected),
      ])
    }
    let told =
      isEnglish
      ? "Local investment: \(shortfalls.count) of \(owing) sub-funds that owe it fall short of it "
        + "on average, even with time enough for companies to move here."
      : "返投：负有返投义务的 \(owing) 只子基金中，\(shortfalls.count) 只平均而言达不到要求（未计迁入时限）。"
    return TextWrap.lines(told) + table.lines
  }
}
