import AngelFunds
import Stochastics

/// How much money is needed in which year: a column for each year, in three lines.
struct BriefBudget {
  private static let mostYears = 6
  private static let width = 10

  private let style: ReportStyle
  private let ink: TerminalInk
  private let years: [Int]
  private let needs: [Int: BudgetRow]
  private let budgets: [Int: BudgetRow]

  init(_ brief: BriefSummary) {
    style = brief.style
    ink = brief.ink
    let rows = brief.budget.rows.filter { $0.owner.scope == .motherFund }
    func rowsByYear(_ item: BudgetRow.Item) -> [Int: BudgetRow] {
      Dictionary(uniqueKeysWithValues: rows.filter { $0.item == item }.map { ($0.year, $0) })
    }
    let hasBudgets = brief.provenance.scenario.rules.appropriation != nil
    needs = rowsByYear(hasBudgets ? .calls : .contributions)
    budgets = hasBudgets ? rowsByYear(.budget) : [:]
    let needs = needs
    let asked = needs.keys.sorted().filter { Self.high(needs[$0]) > 0 }
    years = Self.main(asked) { Self.high(needs[$0]) }
  }

  /// The years next to one another that need most.
  private static func main(_ years: [Int], _ amount: (Int) -> Double) -> [Int] {
    guard years.count > mostYears else { return years }
    let starts = 0...(years.count - mostYears)
    func sum(_ start: Int) -> Double {
      years[start..<(start + mostYears)].reduce(0) { $0 + amount($1) }
    }
    let best = starts.max { sum($0) < sum($1) } ?? 0
    return Array(years[best..<(best + mostYears)])
  }

  /// The 90 % quantile.
  private static func high(_ row: BudgetRow?) -> Double {
    row?.quantiles.count == 6 ? row?.quantiles[4].value ?? 0 : 0
  }

  /// Nothing where no year needs money.
  var lines: [String] {
    guard !years.isEmpty else { return [] }
    let texts = style.texts
    var table = TextTable(
      [(80 - Self.width * Self.mostYears, .left)]
        + years.map { _ in (width: Self.width, alignment: .right) }, isFitted: true, ink: ink)
    table.addHeadings([texts("terminal.needs")] + years.map(String.init))
    table.add(
      [texts("terminal.needs.p50")]
        + years.map { needs[$0]?.quantiles.count == 6 ? text(needs[$0]?.quantiles[2].value) : "" })
    let isOver = years.map { year in
      budgets[year].map { Self.high(needs[year]) > ($0.mean?.value ?? 0) } ?? false
    }
    let highs = zip(years, isOver).map { text(Self.high(needs[$0])) + ($1 ? "!" : "") }
    table.add(
      [texts(isOver.contains(true) ? "terminal.needs.p90.over" : "terminal.needs.p90")] + highs,
      stresses: [nil] + isOver.map { $0 ? .alarm : nil })
    guard !budgets.isEmpty else { return table.lines }
    table.add([texts("terminal.needs.budget")] + years.map { text(budgets[$0]?.mean?.value) })
    return table.lines
  }

  private func text(_ yuan: Double?) -> String { yuan.map(style.amount) ?? "" }
}
