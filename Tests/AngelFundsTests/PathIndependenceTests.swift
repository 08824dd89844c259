import Stochastics
import Testing

@testable import AngelFunds

/// Room that is used for path after path keeps nothing of the paths before.
@Suite struct PathIndependenceTests {
  /// Everything that a path leaves, with all rules on, in room that three paths have used and in
  /// fresh room.
  @Test(arguments: ["bridge", "delay"], ["multiples", "rounds"])
  func aPathKnowsNothingOfThoseBefore(shortfall: String, engine: String) throws {
    let scenario = try TestScenario.example(
      "dongguan_baseline",
      set: [
        "rules.appropriation.shortfall": shortfall, "outcomes.engine": engine,
        "rules.tolerance.angel": "40%", "rules.tolerance.direct": "30%",
        "rules.tolerance.sub_fund": "50%", "rules.tolerance.first_review": "3y",
        "rules.shared_deals": "20%",
      ], hasRules: true
    ).scenario
    let model = CompiledModel(scenario)
    let used = PathBuffers(model)
    for path in 0..<4 as Range<UInt32> { _ = try run(path, scenario, model, used) }
    let again = try run(2, scenario, model, used)
    #expect(try again == run(2, scenario, model, PathBuffers(model)))
  }

  /// A path's series, points and figures, as bits, so that absent figures compare as well.
  private func run(
    _ path: UInt32, _ scenario: Scenario, _ model: CompiledModel, _ buffers: PathBuffers
  ) throws -> [UInt64] {
    var source = try RandomSource(generator: .philox, seed: 1)
    var silence = NoRecording()
    let outcome = PathSimulation(model, buffers: buffers).run(
      path: path, source: &source, recorder: &silence)
    var metrics = try PathMetrics(scenario, model: model, buffers: buffers)
    let count = scenario.metricColumns.count
    let figures = [Double](unsafeUninitializedCapacity: count) { room, written in
      guard let base = room.baseAddress else { return }
      var writer = MetricWriter(base, stride: 1)
      metrics.write(outcome, to: &writer)
      written = writer.count
    }
    #expect(figures.count == count)
    let series = (0..<buffers.layout.count).map { buffers.series[$0] }
    return (figures + series).map(\.bitPattern)
  }
}
