import Testing

@testable import Reporting

/// Charts as piles of areas and bars.
@Suite struct ChartPlanTests {
  private let style = ReportStyle(language: .english, unit: .yuan)

  private func figure(_ rows: [[Double?]], _ series: [Chart.Series]) -> Figure {
    let table = Table(
      id: "t", title: "t",
      columns: [.name("n")] + (rows.first ?? []).map { _ in .value("v") },
      rows: rows.enumerated().map { index, row in
        [.text("row \(index)")] + row.map { .number($0, .plain) }
      })
    let chart = Chart(
      x: Chart.Axis(title: "x", format: .plain), y: Chart.Axis(title: "y"), categories: 0,
      series: series, isHorizontal: true)
    return Figure(chart: chart, table: table, caption: "c")
  }

  /// What a row of a pile shows, from where to where: bars pile up from 0 to either side.
  private func shown(_ plan: ChartPlan, row: Int) -> [ClosedRange<Double>] {
    var (above, below) = (0.0, 0.0)
    var found: [ClosedRange<Double>] = []
    for series in plan.series {
      guard let length = series.values[row], length != 0 else { continue }
      let start = length > 0 ? above : below
      if length > 0 { above += length } else { below += length }
      guard series.look != .hidden else { continue }
      found.append(min(start, start + length)...max(start, start + length))
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func covered(_ parts: [ClosedRange<Double>]) -> (low: Double, high: Double)? {
    for (one, next) in zip(parts, parts.dropFirst()) {
      #expect(abs(one.upperBound - next.lowerBound) < 1e-9)
    }
    return parts.first.flatMap { first in parts.last.map { (first.lowerBound, $0.upperBound) } }
  }

  @Test(arguments: [(0.2, 0.5), (-0.4, -0.1), (-0.3, 0.2), (0, 0.3), (0.5, 0.2)])
  func intervalsReachFromEndToEnd(low: Double, high: Double) throws {
    let one = Chart.Series(
      name: "i", shape: .interval(low: 1, high: 2, mark: 3), colour: .blue)
    let middle = (low + high) / 2
    let plan = ChartPlan(
      figure([[low, high, middle], [nil, nil, nil], [1, 2, nil]], [one]), style: style)
    let ends = try #require(covered(shown(plan, row: 0)))
    #expect(abs(ends.low - min(low, high)) < 1e-9 && abs(ends.high - max(low, high)) < 1e-9)
    #expect(shown(plan, row: 1) == [])
    #expect(shown(plan, row: 2) == [1...2])
    let marks = plan.series.filter { $0.look == .filled(.black, transparency: 0) }
    #expect(!marks.isEmpty)
  }

  /// Readers count entries of the legend from either end.
  @Test func theLegendIsTheSameFromBothEnds() {
    let series = [
      Chart.Series(name: "a", shape: .interval(low: 1, high: 2, mark: nil), colour: .blue),
      Chart.Series(name: "b", shape: .interval(low: 1, high: 3, mark: nil), colour: .orange),
    ]
    let plan = ChartPlan(figure([[1, 0.5, 1.5], [1, 1.5, -0.5]], series), style: style)
    let named = plan.series.map(\.isNamed)
    #expect(named == named.reversed())
    #expect(plan.series.filter(\.isNamed).map(\.name) == ["a", "b"])
    #expect(shown(plan, row: 0) == [0.5...1, 1...1.5])
    #expect(shown(plan, row: 1) == [-0.5...0, 0...1, 1...1.5])
  }

  @Test func linesLieWhereTheirNumbersAreOverAnyBand() {
    let series = [
      Chart.Series(name: "b", shape: .band(low: 1, high: 2), colour: .sky),
      Chart.Series(name: "l", shape: .line(3), colour: .blue),
    ]
    let plan = ChartPlan(figure([[-5, -1, -3], [-2, 4, 5]], series), style: style)
    var levels = [0.0, 0.0]
    var ends: [String: [Double]] = [:]
    for series in plan.series {
      levels = zip(levels, series.values).map { $0 + ($1 ?? 0) }
      if series.isNamed { ends[series.name] = levels }
    }
    #expect(ends == ["b": [-1, 4], "l": [-3, 5]])
  }
}
