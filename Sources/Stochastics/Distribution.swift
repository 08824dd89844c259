internal import Foundation

/// A distribution, of those that the product uses.
///
/// A draw is `quantile(uniform)`: one uniform through the inverse distribution function, monotone
/// in it, so that scenarios which share random numbers stay comparable path by path.
public enum Distribution: Hashable, Sendable {
  /// Always the same value.
  case constant(Double)
  /// Uniform between the bounds.
  case uniform(ClosedRange<Double>)
  /// Uniform logarithm between positive bounds.
  case logUniform(ClosedRange<Double>)
  /// Normal.
  case normal(mean: Double, deviation: Double)
  /// Lognormal with a median and the standard deviation of the logarithm.
  case logNormal(median: Double, logDeviation: Double)
  /// Pareto between bounds: truncated at the upper one, not capped.
  case truncatedPareto(tailIndex: Double, bounds: ClosedRange<Double>)

  /// The value below which a share `probability` of outcomes lies; `probability` within (0, 1).
  public func quantile(_ probability: Double) -> Double {
    switch self {
    case .constant(let value): value
    case .uniform(let bounds):
      bounds.lowerBound + probability * (bounds.upperBound - bounds.lowerBound)
    case .logUniform(let bounds):
      bounds.lowerBound * pow(bounds.upperBound / bounds.lowerBound, probability)
    case .normal(let mean, let deviation):
      mean + deviation * StandardNormal.quantile(probability)
    case .logNormal(let median, let logDeviation):
      median * exp(logDeviation * StandardNormal.quantile(probability))
    case .truncatedPareto(let index, let bounds):
      bounds.lowerBound
        * pow(1 - probability * (1 - pow(bounds.lowerBound / bounds.upperBound, index)), -1 / index)
    }
  }

  /// The expected value.
  public var mean: Double {
    switch self {
    case .constant(let value): value
    case .uniform(let bounds): (bounds.lowerBound + bounds.upperBound) / 2
    case .logUniform(let bounds):
      bounds.lowerBound == bounds.upperBound
        ? bounds.lowerBound
        : (bounds.upperBound - bounds.lowerBound) / log(bounds.upperBound / bounds.lowerBound)
    case .normal(let mean, _): mean
    case .logNormal(let median, let logDeviation): median * exp(logDeviation * logDeviation / 2)
    case .truncatedPareto(let index, let bounds): Self.paretoMean(index, bounds)
    }
  }

  private static func paretoMean(_ index: Double, _ bounds: ClosedRange<Double>) -> Double {
    let ratio = bounds.lowerBound / bounds.upperBound
    guard ratio < 1 else { return bounds.lowerBound }
    let scale = bounds.lowerBound * index / (1 - pow(ratio, index))
    // (1 - ratio^(index - 1)) / (index - 1), which is -log(ratio) at an index of 1.
    let integral =
      abs(index - 1) < 1e-9 ? -log(ratio) : -expm1((index - 1) * log(ratio)) / (index - 1)
    return scale * integral
  }
}
