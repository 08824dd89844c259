import AngelFunds

/// Every figure of everything in each variant against the base, as in `compare.csv`.
struct AllDifferencesTable {
  let content: ComparisonContent
  let style: ReportStyle

  private var texts: Texts { style.texts }

  var table: Table {
    let variants = content.comparison.variants
    return Table(
      id: "all_differences", title: texts("all_differences.title"),
      columns: [
        .name(texts("compare_page.variant")), .name(texts("column.scope")),
        .name(texts("column.name")), .name(texts("column.figure")), .name(texts("column.metric")),
        .value(texts("column.unit")), .value(content.names(style.language)[0]),
        .value(texts("column.variant_mean")), .value(texts("compare_page.difference")), .error("±"),
        .value(texts("compare_page.low")), .value(texts("compare_page.high")),
        .value(texts("compare_page.share_higher")),
      ],
      rows: variants.flatMap { variant in variant.rows.map { row($0, of: variant.name) } },
      note: texts("all_differences.note"), isSortable: true)
  }

  private func row(_ row: ComparisonRow, of variant: String) -> [Cell] {
    let (found, format) = (row.difference, NumberFormat(row.figure.unit))
    let place = "\(row.owner.scope.rawValue)/\(row.owner.id)/\(row.figure.name)"
    func origin(_ column: String) -> String { "compare:\(variant)/\(place)/\(column)" }
    func change(_ value: Double?, _ column: String) -> Cell {
      .change(value, format, error: found?.standardError, origin: origin(column))
    }
    return [
      .text(variant), .text(texts("scope.\(row.owner.scope.rawValue)")),
      .text(row.label.text(style.language)), .text(texts.name(of: row.figure.name)),
      .text(row.figure.name), .text(style.sign(of: row.figure.unit)),
      .number(found?.baseMean, format, origin: origin("base_mean")),
      .number(found?.variantMean, format, origin: origin("variant_mean")),
      change(found?.value, "difference"),
      .number(found?.standardError, format, origin: origin("difference_se")),
      change(found?.interval?.lowerBound, "ci95_low"),
      change(found?.interval?.upperBound, "ci95_high"),
      .number(found?.pairs?.shareHigher, .percent, origin: origin("share_of_paths_higher")),
    ]
  }
}
