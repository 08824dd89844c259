import AngelFunds

/// A comparison's numbers as tables.
struct ComparisonTables {
  let content: ComparisonContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private var words: ComparisonWords { ComparisonWords(content: content, style: style) }
  private var comparison: Comparison { content.comparison }
  private var names: [String] { content.taggedNames(style.language) }

  /// Runs beside one another in a table.
  private static let mostColumns = 5
  private static let mostKeys = 200

  private func called(_ run: String) -> String {
    content.runs.firstIndex { $0.name == run }.map { names[$0] } ?? run
  }

  /// Base and variants, the best first.
  var ranking: Table {
    let figure = comparison.rank.figure
    let format = NumberFormat(figure.unit)
    let rows = comparison.ranking.enumerated().map { place, run in
      let difference = run.comparison?.difference
      return [
        .number(Double(place + 1), .whole), .text(called(run.name)),
        .number(run.estimate?.value, format),
        .number(run.estimate?.standardError, format),
        .change(difference?.value, format, error: difference?.standardError),
        run.isBase ? .absent("") : .number(difference?.standardError, format),
        .text(
          run.isBase
            ? texts("compare_page.base") : run.comparison.map { words.word($0) } ?? "–"),
      ] as [Cell]
    }
    let key = comparison.rank.isHigherBetter ? "highest" : "lowest"
    return Table(
      id: "ranking", title: texts("compare_page.ranking.title"),
      columns: [
        .value(texts("compare_page.place")), .name(texts("compare_page.run")),
        .value(words.name(of: figure)), .error("±"), .value(texts("compare_page.difference")),
        .error("±"), .value(texts("compare_page.verdict")),
      ],
      rows: rows,
      note: texts("compare_page.ranking.\(key)", ["figure": words.name(of: figure)]))
  }

  /// A word and a change for every headline of every variant.
  var glance: Table {
    let figures = comparison.variants.first?.headlines.map(\.figure) ?? []
    let cells = CellText(style: style)
    return Table(
      id: "glance", title: texts("compare_page.glance.title"),
      columns: [.name(texts("compare_page.figure"))]
        + comparison.variants.map { .value(called($0.name)) },
      rows: figures.map { figure in
        let found = comparison.variants.map { variant -> Cell in
          guard let headline = variant.headlines.first(where: { $0.figure == figure }) else {
            return .absent()
          }
          let (change, format) = (headline.difference, NumberFormat(figure.unit))
          let decimals = format.decimals(error: change.standardError)
          let number = cells.change(change.value, format, decimals: decimals)
          let isEqual = headline.verdict == .equalOnEveryPath
          return .text(words.word(headline) + (isEqual ? "" : " (\(number))"))
        }
        return [.text(words.name(of: figure))] + found
      },
      note: texts("compare_page.glance.note", ["base": words.name(0)]))
  }

  /// The means of all runs, a few runs a table.
  var sideBySide: [Table] {
    stride(from: 0, to: names.count, by: Self.mostColumns).enumerated().map { number, first in
      let runs = first..<min(first + Self.mostColumns, names.count)
      return Table(
        id: "side_by_side_\(number + 1)",
        title: number == 0 ? texts("compare_page.side_by_side.title") : "",
        columns: [.name(texts("compare_page.figure"))]
          + runs.flatMap { [.value(names[$0]), .error("±")] },
        rows: comparison.figures.map { row in
          let format = NumberFormat(row.figure.unit)
          return [.text(words.name(of: row.figure))]
            + runs.flatMap { run -> [Cell] in
              let estimate = row.estimates[run]
              return [
                .number(estimate?.value, format), .number(estimate?.standardError, format),
              ]
            }
        },
        note: number == 0 ? texts("compare_page.side_by_side.note") : nil)
    }
  }

  /// The keys in which a variant's scenario differs from the base's.
  func keys(_ variant: Int) -> Table {
    let found = comparison.variants[variant].keys
    let more = found.count - Self.mostKeys
    return Table(
      id: "keys_\(variant + 1)", title: texts("compare_page.keys.title"),
      columns: [
        .name(texts("compare_page.key")), .value(names[0]), .value(names[variant + 1]),
      ],
      rows: found.prefix(Self.mostKeys).map { key in
        let name = key.isUsed ? key.key : "\(key.key) \(texts("compare_page.key.not_used"))"
        return [.text(name), Self.told(key.base), Self.told(key.variant)]
      },
      note: found.isEmpty
        ? texts("compare_page.keys.none")
        : more > 0 ? texts("compare_page.keys.more", ["count": String(more)]) : nil)
  }

  private static func told(_ value: String?) -> Cell { value.map { .written($0) } ?? .absent() }

  /// Where each run's numbers come from.
  var provenance: Table {
    func row(_ key: String, _ value: (ComparisonContent.Run) -> Cell) -> [Cell] {
      [.text(texts(key))] + content.runs.map(value)
    }
    return Table(
      id: "provenance", title: texts("compare_page.provenance.title"),
      columns: [.name("")] + names.map { .value($0) },
      rows: [
        row("compare_page.provenance.name") { .text($0.name) },
        row("provenance.scenario") { .text($0.provenance.scenarioName) },
        row("compare_page.provenance.hash") { .text($0.provenance.scenarioHash) },
        row("compare_page.provenance.changes") {
          .text($0.provenance.changes.joined(separator: ", "))
        },
        row("provenance.seed") { .text(String($0.provenance.seed)) },
        row("provenance.paths") { .number(Double($0.provenance.paths), .whole) },
        row("provenance.generator") { .text($0.provenance.generator) },
        row("provenance.program") { .text($0.provenance.programVersion) },
        row("provenance.gsl") { .text($0.provenance.gslVersion) },
      ])
  }
}
