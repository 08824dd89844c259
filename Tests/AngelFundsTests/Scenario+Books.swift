import Stochastics

@testable import AngelFunds

extension Scenario {
  /// The first imbalance in the books of some paths, if any.
  func imbalance(paths: Range<UInt32>) throws -> String? {
    let model = CompiledModel(self)
    let simulation = PathSimulation(model, buffers: PathBuffers(model))
    var source = try RandomSource(generator: .philox, seed: seed)
    for path in paths {
      if let problem = simulation.imbalance(path: path, source: &source) {
        return "path \(path): \(problem)"
      }
    }
    return nil
  }
}
