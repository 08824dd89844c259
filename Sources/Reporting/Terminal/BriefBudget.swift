import AngelFunds
import Stochastics

/// How much money is needed in which year: a column for each year, in three lines.
struct BriefBudget {
  private static let mostYears = 6
  private static let width = 10

  private let style: ReportStyle
  private let ink: TerminalInk
  /// In which money is asked for.
  private let asked: [Int]
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
    asked = needs.keys.sorted().filter { Self.high(needs[$0]) > 0 }
  }

  /// Some years next to one another that need most.
  private func main(_ count: Int) -> [Int] {
    guard asked.count > count else { return asked }
    let starts = 0...(asked.count - count)
    func sum(_ start: Int) -> Double {
      asked[start..<(start + count)].reduce(0) { $0 + Self.high(needs[$1]) }
    }
    let best = starts.max { sum($0) < sum($1) } ?? 0
    return Array(asked[best..<(best + count)])
  }

  /// The 90 % quantile.
  private static func high(_ row: BudgetRow?) -> Double {
    row?.quantiles.count == 6 ? row?.quantiles[4].value ?? 0 : 0
  }

  /// Nothing where no year needs money.
  var lines: [String] {
    guard !asked.isEmpty else { return [] }
    // As many years as have room for whole numbers and names.
    let tables = (1...Self.mostYears).reversed().lazy.map { rows(of: main($0)) }
    let shown = tables.first(where: Self.fits) ?? rows(of: main(1))
    let columns = shown[0].cells.count - 1
    var table = TextTable(
      [(80 - Self.width * Self.mostYears, .left)]
        + (0..<columns).map { _ in (width: Self.width, alignment: .right) }, isFitted: true,
      ink: ink)
    table.addHeadings(shown[0].cells)
    for row in shown.dropFirst() { table.add(row.cells, stresses: row.stresses) }
    return table.lines
  }

  private typealias Row = (cells: [String], stresses: [TerminalInk.Stress?])

  private static func fits(_ rows: [Row]) -> Bool {
    let widths = rows[0].cells.indices.map { index in
      (rows.map { TextTable.width($0.cells[index]) }.max() ?? 0) + (index == 0 ? 0 : 1)
    }
    return widths.reduce(0, +) <= 80
  }

  private func rows(of years: [Int]) -> [Row] {
    let texts = style.texts
    let isOver = years.map { year in
      budgets[year].map { Self.high(needs[year]) > ($0.mean?.value ?? 0) } ?? false
    }
    let medians = years.map {
      needs[$0]?.quantiles.count == 6 ? text(needs[$0]?.quantiles[2].value) : ""
    }
    let highs = zip(years, isOver).map { text(Self.high(needs[$0])) + ($1 ? "!" : "") }
    let name = texts(isOver.contains(true) ? "terminal.needs.p90.over" : "terminal.needs.p90")
    let rows: [Row] = [
      ([texts("terminal.needs")] + years.map(String.init), []),
      ([texts("terminal.needs.p50")] + medians, []),
      ([name] + highs, [nil] + isOver.map { $0 ? .alarm : nil }),
    ]
    guard !budgets.isEmpty else { return rows }
    let budget = years.map { text(budgets[$0]?.mean?.value) }
    return rows + [([texts("terminal.needs.budget")] + budget, [])]
  }

  private func text(_ yuan: Double?) -> String { yuan.map(style.amount) ?? "" }
}
