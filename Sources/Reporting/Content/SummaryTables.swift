import AngelFunds
import Stochastics

/// A run's figures as tables: the headlines, and every row of `summary.csv`.
struct SummaryTables {
  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }

  /// The headlines with both kinds of uncertainty, what most futures keep to, and their meaning.
  var headlines: Table {
    Table(
      id: "headlines", title: texts("headlines.title"),
      columns: [
        .name(texts("column.figure")), .value(texts("column.value")), .error("±"),
        .value(texts("column.inputs_low")), .value(texts("column.inputs_high")),
        .value(texts("quantile.p05")), .value(texts("quantile.p95")),
        .value(texts("column.meaning")),
      ],
      rows: content.headlines.compactMap { range in
        content.figure(range.headline.metric).map { row(range, of: $0) }
      },
      note: texts("headlines.note"))
  }

  private func row(_ range: HeadlineRange, of figure: SummaryRow) -> [Cell] {
    let (headline, format) = (range.headline, NumberFormat(range.headline.unit))
    let origin = Origin(owner: figure.owner, metric: headline.metric)
    let statistic = headline.statistic.rawValue
    let quantiles = figure.quantiles
    func quantile(_ index: Int) -> Cell {
      quantiles.count == Summary.quantileNames.count
        ? .number(quantiles[index].value, format, origin: origin.of(Summary.quantileNames[index]))
        : .absent("")
    }
    return [
      .text(texts.name(of: headline)),
      .number(range.value, format, origin: origin.of(statistic)),
      Self.error(range.standardError, format, origin: origin.of("\(statistic)_se")),
      .number(range.inputs?.lowerBound, format), .number(range.inputs?.upperBound, format),
      quantile(0), quantile(Summary.quantileNames.count - 1),
      .text(texts.meaning(of: headline.metric) ?? ""),
    ]
  }

  /// Every figure of everything, as in `summary.csv`.
  var all: Table {
    Table(
      id: "all_figures", title: texts("all_figures.title"),
      columns: [
        .name(texts("column.scope")), .name(texts("column.name")), .name(texts("column.figure")),
        .name(texts("column.metric")), .value(texts("column.unit")),
        .value(texts("column.mean")), .error("±"),
      ]
        + Summary.quantileNames.flatMap { name in
          [.value(texts("quantile.\(name)")), .error("\(texts("quantile.\(name)")) ±")]
        } + [.value(texts("column.defined_share"), help: texts("column.defined_share.help"))],
      rows: content.summary.rows.map(row), note: texts("all_figures.note"), isSortable: true)
  }

  private func row(_ row: SummaryRow) -> [Cell] {
    let (format, origin) = (NumberFormat(row.unit), Origin(owner: row.owner, metric: row.metric))
    func estimate(_ value: Double?, _ error: Double?, _ statistic: String) -> [Cell] {
      guard let value else { return [.absent(""), .absent("")] }
      return [
        .number(value, format, origin: origin.of(statistic)),
        Self.error(error, format, origin: origin.of("\(statistic)_se")),
      ]
    }
    let quantiles = Summary.quantileNames.enumerated().flatMap { index, name in
      let quantile = index < row.quantiles.count ? row.quantiles[index] : nil
      return estimate(quantile?.value, quantile?.standardError, name)
    }
    return [
      .text(texts("scope.\(row.owner.scope.rawValue)")), .text(row.label.text(style.language)),
      .text(texts.name(of: row.metric)), .text(row.metric), .text(style.sign(of: row.unit)),
    ] + estimate(row.mean?.value, row.mean?.standardError, "mean") + quantiles
      + [.number(row.definedShare, .percent, origin: origin.of("defined_share"))]
  }

  /// An error, or the sign that it would mislead.
  private static func error(_ value: Double?, _ format: NumberFormat, origin: String) -> Cell {
    value.map { .number($0, format, origin: origin) } ?? .absent("?")
  }
}

/// Which row of `summary.csv` a number stands in.
private struct Origin {
  let owner: ScopeID
  let metric: String

  func of(_ statistic: String) -> String {
    "\(owner.scope.rawValue)/\(owner.id)/\(metric)/\(statistic)"
  }
}

extension Texts {
  /// What a headline is called, with the statistic where that is not the mean.
  func name(of headline: Headline) -> String {
    let name = name(of: headline.metric)
    return headline.statistic == .median ? self("headline.median", ["name": name]) : name
  }
}

extension ReportStyle {
  /// What a figure is told in.
  func sign(of unit: MetricUnit) -> String {
    switch unit {
    case .yuan: unitName
    case .multiple: "×"
    case .share: "%"
    case .rate: texts("unit.rate")
    case .years: texts("unit.years")
    case .companies: texts("unit.companies")
    case .funds: texts("unit.funds")
    }
  }
}
