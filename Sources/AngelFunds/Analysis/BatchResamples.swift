import Stochastics

/// Resamples of a run's paths: batches of neighbours, drawn with replacement.
///
/// Runs that are paired take the same resamples, so that the noise which they share stays shared.
/// Source: Efron, Annals of Statistics 7 (1979), 1-26.
struct BatchResamples {
  static let count = 200
  private static let mostBatches = 200

  /// The paths of each batch.
  let batches: [Range<Int>]
  /// By resample: how often each batch was drawn.
  let weights: [[Int]]

  /// - Parameters:
  ///   - paths: Number of paths, at least one.
  ///   - group: Runs that do not share their noise have different groups.
  init(paths: Int, group: Int) throws {
    let count = min(paths, Self.mostBatches)
    batches = (0..<count).map { ($0 * paths / count)..<(($0 + 1) * paths / count) }
    var source = try RandomSource(generator: .philox, seed: 0)
    source.begin(
      StreamKey(kind: StreamKind.resampling.rawValue, name: "batches"), path: UInt32(group))
    var weights: [[Int]] = []
    for resample in 0..<Self.count {
      var drawn = [Int](repeating: 0, count: count)
      for draw in 0..<count {
        let uniforms = source.block(ordinal: UInt32(resample), address: UInt32(draw / 4))
        drawn[Int(uniforms[draw % 4] * Double(count))] += 1
      }
      weights.append(drawn)
    }
    self.weights = weights
  }

  /// Means over the paths of each resample that have a figure; NaN where none has it.
  func means(_ values: [Double]) -> [Double] {
    let sums = batches.map { batch in
      values[batch].reduce(into: (sum: 0.0, count: 0)) { total, value in
        guard !value.isNaN else { return }
        total.sum += value
        total.count += 1
      }
    }
    return weights.map { weights in
      var (sum, count) = (0.0, 0)
      for (weight, batch) in zip(weights, sums) {
        sum += Double(weight) * batch.sum
        count += weight * batch.count
      }
      return sum / Double(count)
    }
  }

  /// Means of the lowest `share` of the paths of each resample that have a figure, with a part of
  /// the path at the border; NaN where none has it.
  func tailMeans(_ values: [Double], share: Double) -> [Double] {
    var batch = [Int](repeating: 0, count: values.count)
    for (number, paths) in batches.enumerated() { for path in paths { batch[path] = number } }
    let ascending = values.indices.filter { !values[$0].isNaN }.sorted { values[$0] < values[$1] }
    let counts = batches.map { values[$0].count { !$0.isNaN } }
    return weights.map { weights in
      let wanted = share * Double(zip(weights, counts).reduce(0) { $0 + $1.0 * $1.1 })
      var (sum, taken) = (0.0, 0.0)
      for path in ascending {
        let part = min(Double(weights[batch[path]]), wanted - taken)
        sum += part * values[path]
        taken += part
        if taken >= wanted { break }
      }
      return sum / taken
    }
  }
}
