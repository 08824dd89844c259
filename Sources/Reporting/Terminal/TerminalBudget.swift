import AngelFunds
import Stochastics

/// What contributors pay by calendar year, as the screen of a run shows it.
struct TerminalBudget {
  /// Years in which less than this part of the size moves are left to `budget.csv`.
  private static let smallest = 0.001

  private let rows: [Int: [BudgetRow.Item: BudgetRow]]
  private let years: [Int]
  private let smallestAmount: Double
  private let hasBudgets: Bool
  private let phrases: Phrases
  private let ink: TerminalInk
  private let style: ReportStyle

  init(_ estimates: BudgetEstimates, scenario: Scenario, style: ReportStyle, ink: TerminalInk) {
    rows = Dictionary(grouping: estimates.rows.filter { $0.owner.scope == .motherFund }, by: \.year)
      .mapValues { Dictionary(uniqueKeysWithValues: $0.map { ($0.item, $0) }) }
    years = rows.keys.sorted()
    smallestAmount = Self.smallest * scenario.motherFund.size
    hasBudgets = scenario.rules.appropriation != nil
    phrases = Phrases(language: style.language)
    self.style = style
    self.ink = ink
  }

  /// At most 80 columns wide.
  var lines: [String] { hasBudgets ? linesBesideBudgets : plainLines }

  private var plainLines: [String] {
    var table = TextTable(
      [
        (10, .left), (32, .right), (12, .right), (12, .right), (12, .right),
      ], isFitted: true, ink: ink)
    table.addHeadings([phrases.year, phrases.contributions, "P50", "P90", "P95"])
    for year in years {
      guard let row = rows[year]?[.contributions], isShown(row) else { continue }
      table.add(["\(year)", mean(row)] + quantiles(row))
    }
    return table.lines
  }

  private var linesBesideBudgets: [String] {
    var table = TextTable(
      [
        (6, .left), (10, .right), (24, .right), (10, .right), (10, .right), (10, .right),
        (10, .right),
      ], isFitted: true, ink: ink)
    table.addHeadings(
      [phrases.year, phrases.budget, phrases.contributionsBesideBudget]
        + ["P50", "P90", "P95"].map(phrases.calls) + [phrases.shortfall])
    for year in years {
      guard
        let budget = rows[year]?[.budget], let paid = rows[year]?[.contributions],
        let calls = rows[year]?[.calls], let short = rows[year]?[.shortfallProbability],
        [budget, paid, calls].contains(where: isShown)
      else { continue }
      table.add(
        ["\(year)", amount(budget.mean?.value ?? 0), mean(paid)] + quantiles(calls)
          + [short.mean.map { FigureText.short($0.value, unit: .share) } ?? ""])
    }
    return table.lines
  }

  private func isShown(_ row: BudgetRow) -> Bool {
    (row.mean?.value ?? 0) >= smallestAmount && row.quantiles.count == 6
  }

  private func mean(_ row: BudgetRow) -> String {
    guard let mean = row.mean else { return "" }
    let error = mean.standardError.map { "± \(amount($0))" } ?? phrases.unreliable
    return "\(amount(mean.value)) \(error)"
  }

  /// Median, 90 % and 95 % quantile.
  private func quantiles(_ row: BudgetRow) -> [String] {
    row.quantiles.count == 6 ? [2, 4, 5].map { amount(row.quantiles[$0].value) } : []
  }

  private func amount(_ yuan: Double) -> String { style.amount(yuan) }
}
