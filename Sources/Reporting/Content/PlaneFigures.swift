import AngelFunds
import Stochastics

/// A comparison's runs by return and risk, and path by path.
struct PlaneFigures {
  let content: ComparisonContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private var words: ComparisonWords { ComparisonWords(content: content, style: style) }
  private var names: [String] { content.taggedNames(style.language) }

  /// Variants of which paths are drawn.
  private static let mostPathPictures = 4

  /// Every run as a point, with the cloud of its resamples.
  var plane: Figure {
    let found = content.plane.runs.compactMap { run in
      content.runs.firstIndex { $0.name == run.name }.map { ($0, run) }
    }
    let table = Table(
      id: "plane", title: texts("compare_page.plane.title"),
      columns: [
        .name(texts("compare_page.run")), .value(texts.name(of: "dpi_below_1")), .error("±"),
        .value(texts.name(of: "tvpi")), .error("±"),
      ],
      rows: found.map { index, run in
        [
          .text(names[index]), .number(run.risk.value, .percent),
          .number(run.risk.standardError, .percent), .number(run.multiple.value, .multiple),
          .number(run.multiple.standardError, .multiple),
        ]
      })
    let clouds = found.map { index, run in
      let points = run.points.map { Chart.Point(x: $0.risk, y: $0.multiple) }
      return Chart.Series(
        name: names[index], shape: .cloud(points), colour: ComparisonFigures.colour(index),
        isHidden: true)
    }
    let places = found.enumerated().map { row, run in
      Chart.Series(
        name: names[run.0], shape: .points(x: 1, y: 3), colour: ComparisonFigures.colour(run.0),
        isDashed: run.0 == 0, rows: [row])
    }
    let chart = Chart(
      x: Chart.Axis(title: texts.name(of: "dpi_below_1"), format: .percent),
      y: Chart.Axis(title: texts.name(of: "tvpi"), format: .multiple),
      categories: nil, series: clouds + places)
    return Figure(chart: chart, table: table, caption: texts("compare_page.plane.caption"))
  }

  /// On how many resamples a variant is better on both axes, in words; of paired runs only.
  var sides: [String] {
    guard let base = content.plane.runs.first else { return [] }
    return content.plane.runs.dropFirst().compactMap { run in
      guard
        run.isPaired, run.points.count == base.points.count, !run.points.isEmpty,
        let index = content.runs.firstIndex(where: { $0.name == run.name })
      else { return nil }
      let pairs = zip(run.points, base.points)
      let better = pairs.count { $0.multiple > $1.multiple && $0.risk < $1.risk }
      let worse = pairs.count { $0.multiple < $1.multiple && $0.risk > $1.risk }
      func share(_ count: Int) -> String {
        CellText(style: style).short(Double(count) / Double(run.points.count), .percent)
      }
      return texts(
        "compare_page.plane.both",
        [
          "variant": words.name(index), "base": words.name(0), "better": share(better),
          "worse": share(worse),
        ])
    }
  }

  /// The multiples of the same futures in the base and in a variant.
  var paths: [Figure] {
    content.paths.prefix(Self.mostPathPictures).enumerated().compactMap { variant, cloud in
      cloud.flatMap { $0.points.isEmpty ? nil : paths(variant, $0) }
    }
  }

  /// A multiple that one future in 50 exceeds: the few beyond it would press the others together.
  private static func mostShown(_ points: [Chart.Point]) -> Double {
    let highest = points.map { max($0.x, $0.y) }.sorted()
    return highest[(highest.count - 1) * 49 / 50]
  }

  private func paths(_ variant: Int, _ cloud: PathCloud) -> Figure {
    let run = content.runs[variant + 1].name
    let multiple = content.comparison.variants[variant].headlines
      .first { $0.figure.name == Metric.tvpi.rawValue }
    let pairs = multiple?.difference.pairs
    let called = ["base": words.name(0), "variant": words.name(variant + 1)]
    let table = Table(
      id: "paths_\(variant + 1)", title: texts("compare_page.paths.title", called),
      columns: [
        .name(texts("compare_page.run")), .value(texts("compare_page.paths.higher")),
        .value(texts("compare_page.paths.lower")), .value(texts("compare_page.paths.equal")),
      ],
      rows: [
        [
          .text(names[variant + 1]),
          .number(
            pairs?.shareHigher, .percent,
            origin: "compare:\(run)/mother_fund/mother_fund/tvpi/share_of_paths_higher"),
          .number(pairs?.shareLower, .percent), .number(pairs?.shareEqual, .percent),
        ]
      ])
    let all = cloud.points.map { Chart.Point(x: $0.base, y: $0.variant) }
    let high = Self.mostShown(all)
    let points = all.filter { max($0.x, $0.y) <= high }
    let low = points.map { min($0.x, $0.y) }.min() ?? 0
    func title(_ name: String) -> String {
      texts("compare_page.paths.axis", ["scenario": name])
    }
    let tags = content.tags
    let chart = Chart(
      x: Chart.Axis(title: title(tags[0]), format: .multiple),
      y: Chart.Axis(title: title(tags[variant + 1]), format: .multiple), categories: nil,
      series: [
        Chart.Series(
          name: texts("compare_page.paths.futures"), shape: .cloud(points), colour: .blue),
        Chart.Series(
          name: texts("compare_page.paths.line"),
          shape: .path([Chart.Point(x: low, y: low), Chart.Point(x: high, y: high)]),
          colour: .black, isDashed: true, isHidden: true),
      ])
    let caption = texts(
      "compare_page.paths.caption",
      called.merging([
        "count": NumberText.grouped(points.count),
        "limit": CellText(style: style).short(high, .multiple),
      ]) { $1 })
    return Figure(chart: chart, table: table, caption: caption)
  }
}
