internal import Foundation
import Stochastics

/// The internal rate of return of the mother fund's mean flows.
///
/// It answers another question than the median rate: money in good futures weighs more.
struct MeanFlowReturn {
  /// The rate with its standard error by the delta method; nil where there is none.
  let estimate: MeanEstimate?

  init(_ store: RunStore) throws {
    guard let flows = try store.netFlowMoments() else {
      estimate = nil
      return
    }
    var finder = try RateOfReturnFinder()
    let rate = flows.means.withUnsafeBufferPointer { means in
      means.baseAddress.flatMap { finder.rate(of: $0, count: means.count) }
    }
    estimate = rate.map {
      MeanEstimate(
        value: $0.rate, standardError: Self.error(of: $0.rate, flows: flows), doubt: nil)
    }
  }

  /// With r the rate and v(r) the value of the mean flows, the error of r is that of v over |v'|.
  private static func error(of rate: Double, flows: CovarianceMoments) -> Double? {
    guard rate > -1 else { return nil }
    let weights = flows.means.indices.map { pow(1 + rate, -Double($0) / 4) }
    guard let variance = flows.variance(ofCombination: weights) else { return nil }
    var slope = 0.0
    for (quarter, mean) in flows.means.enumerated() {
      slope -= Double(quarter) / 4 * mean * weights[quarter] / (1 + rate)
    }
    guard slope != 0 else { return nil }
    return (max(0, variance) / Double(flows.count)).squareRoot() / abs(slope)
  }
}
