import AngelFunds
import Stochastics

/// What contributors have to pay year by year, against their budgets.
struct BudgetFigures {
  /// A calendar year of the mother fund's.
  struct Year {
    let year: Int
    let rows: [BudgetRow.Item: BudgetRow]

    /// What is asked for: by need where there are budgets, else what is paid.
    var need: BudgetRow? { rows[.calls] ?? rows[.contributions] }
    var budget: Double? { rows[.budget]?.mean?.value }
    var short: MeanEstimate? { rows[.shortfallProbability]?.mean }
  }

  /// Years in which less than this part of the size moves are left to `budget.csv`.
  private static let smallest = 0.001

  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private var hasBudgets: Bool { content.scenario.rules.appropriation != nil }

  /// The years in which something is paid or budgeted.
  var years: [Year] {
    let own = content.budget.rows.filter { $0.owner.scope == .motherFund }
    let limit = Self.smallest * content.scenario.motherFund.size
    return Dictionary(grouping: own, by: \.year).sorted { $0.key < $1.key }.compactMap {
      let rows = Dictionary($1.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
      let year = Year(year: $0, rows: rows)
      let amounts = [year.need?.mean?.value, year.budget].compactMap { $0 }
      return amounts.contains { $0 >= limit } ? year : nil
    }
  }

  /// Needs by year: the middle, what nine of ten futures keep to, and budgets.
  var needs: Figure? {
    let years = years
    guard !years.isEmpty else { return nil }
    let quantiles = Table.Column.estimate("P50") + Table.Column.estimate("P90")
    let table = Table(
      id: "budget", title: texts("budget.title"),
      columns: [.name(texts("column.year"))] + Table.Column.estimate(texts("column.need_mean"))
        + quantiles
        + (hasBudgets
          ? [.value(texts("column.budget"))] + Table.Column.estimate(texts("column.short"))
            + Table.Column.estimate(texts("column.paid_mean")) : []),
      rows: years.map(row), note: texts(hasBudgets ? "budget.note" : "budget.note.free"))
    let chart = Chart(
      x: Chart.Axis(title: texts("column.year")),
      y: Chart.Axis(title: style.unitName, format: .money), categories: 0,
      series: [
        Chart.Series(name: texts("budget.p50"), shape: .bar(3), colour: .sky),
        Chart.Series(name: texts("budget.p90"), shape: .marks(5), colour: .vermillion),
      ]
        + (hasBudgets
          ? [Chart.Series(name: texts("column.budget"), shape: .steps(7), colour: .black)] : []))
    return Figure(
      chart: chart, table: table,
      caption: texts(hasBudgets ? "budget.caption" : "budget.caption.free"), showsTable: true)
  }

  private func row(_ year: Year) -> [Cell] {
    [.number(Double(year.year), .year)] + Self.cells(year.need?.mean, .money)
      + ["p50", "p90"].flatMap { quantile($0, of: year.need) }
      + (hasBudgets
        ? [.number(year.budget, .money)] + Self.cells(year.short, .percent)
          + Self.cells(year.rows[.contributions]?.mean, .money) : [])
  }

  private func quantile(_ name: String, of row: BudgetRow?) -> [Cell] {
    guard let quantile = row?.quantile(name) else { return [.absent(), .absent("")] }
    return [
      .number(quantile.value, .money),
      quantile.standardError.map { .number($0, .money) } ?? .absent("?"),
    ]
  }

  private static func cells(_ estimate: MeanEstimate?, _ format: NumberFormat) -> [Cell] {
    guard let estimate else { return [.absent(), .absent("")] }
    return [
      .number(estimate.value, format),
      estimate.standardError.map { .number($0, format) } ?? .absent("?"),
    ]
  }
}

extension BudgetRow {
  /// A quantile over paths by its name in `budget.csv`; nil where the run has none.
  func quantile(_ name: String) -> QuantileEstimate? {
    let index = BudgetEstimates.quantileNames.firstIndex(of: name) ?? quantiles.count
    return index < quantiles.count ? quantiles[index] : nil
  }
}
