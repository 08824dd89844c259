import Stochastics

@testable import AngelFunds

/// One path of a scenario, with everything that it leaves in its buffers.
struct SimulatedPath {
  let model: CompiledModel
  let buffers: PathBuffers
  let outcome: PathSimulation.Outcome

  init(_ scenario: Scenario, path: UInt32, seed: UInt64 = 1) throws {
    model = CompiledModel(scenario)
    buffers = PathBuffers(model)
    var source = try RandomSource(generator: .philox, seed: seed)
    var silence = NoRecording()
    outcome = PathSimulation(model, buffers: buffers).run(
      path: path, source: &source, recorder: &silence)
  }

  /// The mother fund's series.
  var series: ScopeSeries { ScopeSeries(buffers.series, scope: 0, layout: buffers.layout) }

  /// All of the mother fund's series behind each other.
  var motherFund: [Double] {
    (0..<(Series.allCases.count * model.quarters)).map { buffers.series[$0] }
  }
}
