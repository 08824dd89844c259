import AngelFunds

/// The differences of headlines as tables, with the forest plot of each unit.
struct DifferenceTables {
  let content: ComparisonContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private var words: ComparisonWords { ComparisonWords(content: content, style: style) }
  private var comparison: Comparison { content.comparison }

  /// Variants of which every headline is drawn; of more only the figure of the ranking and the
  /// probability of a loss.
  private static let mostVariants = 6

  /// One headline of one variant.
  private struct Entry {
    let variant: Int
    let headline: HeadlineComparison
  }

  /// One figure for each unit, in the order of headlines.
  var forests: [Figure] {
    let drawn = entries.filter { isDrawn($0.headline.figure) }
    var formats: [NumberFormat] = []
    for entry in drawn {
      let format = NumberFormat(entry.headline.figure.unit)
      if !formats.contains(format) { formats.append(format) }
    }
    return formats.map { format in
      forest(format, drawn.filter { NumberFormat($0.headline.figure.unit) == format })
    }
  }

  /// Every headline of a variant.
  func table(_ variant: Int) -> Table {
    table(
      id: "differences_\(variant + 1)", title: texts("compare_page.differences.title"),
      entries.filter { $0.variant == variant }, withVariant: false)
  }

  private func isDrawn(_ figure: PathFigure) -> Bool {
    comparison.variants.count <= Self.mostVariants || figure == comparison.rank.figure
      || figure.name == "dpi_below_1"
  }

  /// By headline, then by variant.
  private var entries: [Entry] {
    let figures = comparison.variants.flatMap(\.headlines).map(\.figure)
    let order = figures.indices.filter { figures.firstIndex(of: figures[$0]) == $0 }
    return order.flatMap { position in
      comparison.variants.enumerated().compactMap { variant, found in
        found.headlines.first { $0.figure == figures[position] }
          .map { Entry(variant: variant, headline: $0) }
      }
    }
  }

  private func forest(_ format: NumberFormat, _ entries: [Entry]) -> Figure {
    let table = table(
      id: "forest_\(format)", title: texts("compare_page.forest.\(format)"), entries,
      withVariant: comparison.variants.count > 1)
    let judgements = entries.map { ComparisonWords.Judgement($0.headline) }
    let groups: [(key: String, colour: Chart.Colour, members: [ComparisonWords.Judgement])] = [
      ("better", .blue, [.better, .higher]), ("worse", .vermillion, [.worse, .lower]),
      ("noise", .grey, [.noise, .equal, .unknown]),
    ]
    let series = groups.compactMap { group -> Chart.Series? in
      let rows = judgements.indices.filter { group.members.contains(judgements[$0]) }
      guard !rows.isEmpty else { return nil }
      return Chart.Series(
        name: texts("compare_page.word.\(group.key)"), shape: .interval(low: 5, high: 6, mark: 3),
        colour: group.colour, isDashed: group.key == "worse", rows: Set(rows))
    }
    let chart = Chart(
      x: Chart.Axis(
        title: texts("compare_page.forest.axis.\(format)", ["unit": style.unitName]),
        format: format),
      y: Chart.Axis(title: ""), categories: 0, series: series, isHorizontal: true,
      lines: [Chart.Line(axis: .x, value: 0, name: "")])
    let legend = content.taggedNames(style.language).joined(separator: style.texts("list.comma"))
    let caption = texts("compare_page.forest.caption", ["scenarios": legend])
    return Figure(chart: chart, table: table, caption: caption)
  }

  private func table(
    id: String, title: String, _ entries: [Entry], withVariant: Bool
  ) -> Table {
    Table(
      id: id, title: title,
      columns: [
        .name(texts("compare_page.figure")), .value(content.names(style.language)[0]),
        .value(texts("compare_page.variant")), .value(texts("compare_page.difference")),
        .error("±"), .value(texts("compare_page.low")), .value(texts("compare_page.high")),
        .value(texts("compare_page.share_higher")), .value(texts("compare_page.verdict")),
      ],
      rows: entries.map { row($0, withVariant: withVariant) },
      note: texts(
        "compare_page.differences.note", ["tests": String(comparison.testCount)]))
  }

  private func row(_ entry: Entry, withVariant: Bool) -> [Cell] {
    let (headline, difference) = (entry.headline, entry.headline.difference)
    let format = NumberFormat(headline.figure.unit)
    let run = content.runs[entry.variant + 1]
    func origin(_ column: String) -> String {
      "compare:\(run.name)/mother_fund/mother_fund/\(headline.figure.name)/\(column)"
    }
    func change(_ value: Double?, _ column: String) -> Cell {
      .change(value, format, error: difference.standardError, origin: origin(column))
    }
    let figure = words.shortName(of: headline.figure)
    let tag = content.tags[entry.variant + 1]
    return [
      .text(withVariant ? "\(tag) · \(figure)" : figure),
      .number(difference.baseMean, format, origin: origin("base_mean")),
      .number(difference.variantMean, format, origin: origin("variant_mean")),
      change(difference.value, "difference"),
      .number(difference.standardError, format, origin: origin("difference_se")),
      change(difference.interval?.lowerBound, "ci95_low"),
      change(difference.interval?.upperBound, "ci95_high"),
      .number(difference.pairs?.shareHigher, .percent, origin: origin("share_of_paths_higher")),
      .text(words.word(headline)),
    ]
  }
}
