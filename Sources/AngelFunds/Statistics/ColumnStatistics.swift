import Stochastics

/// A mean and how far it can be trusted.
public struct MeanEstimate: Hashable, Sendable {
  /// The mean over the paths that have the figure.
  public let value: Double
  /// Its standard error; nil below two paths, or where the mean is not reliable.
  public let standardError: Double?
  /// Why the mean is not reliable from these paths; nil where it is.
  public let doubt: Doubt?

  /// Why a mean is not reliable.
  public enum Doubt: Hashable, Sendable {
    /// The figure's skewness over the square root of the number of paths; above 0.1.
    case skewness(Double)
    /// The part of the sum that the largest path supplies; above 0.01.
    case largestPath(Double)
  }
}

/// What a figure's values over all paths amount to.
struct ColumnStatistics {
  /// Probabilities of the quantiles in reports.
  static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]
  static let skewnessLimit = 0.1
  static let largestPathLimit = 0.01

  let mean: MeanEstimate?
  let quantiles: [QuantileEstimate]
  /// The values that are there, sorted; nil if none is.
  let sorted: SortedSample?
  /// Part of the paths that have the figure.
  let definedShare: Double

  /// - Parameter values: One a path, NaN where a path has no such figure.
  init(_ values: [Double], ranks: inout OrderRanks) {
    let defined = values.contains { $0.isNaN } ? values.filter { !$0.isNaN } : values
    definedShare = values.isEmpty ? 0 : Double(defined.count) / Double(values.count)
    guard !defined.isEmpty else {
      mean = nil
      quantiles = []
      sorted = nil
      return
    }
    mean = Self.mean(defined)
    let sorted = SortedSample(defined)
    var estimates: [QuantileEstimate] = []
    for probability in Self.probabilities {
      estimates.append(sorted.quantileEstimate(probability, ranks: &ranks))
    }
    quantiles = estimates
    self.sorted = sorted
  }

  /// The mean with its standard error over paths, by two passes in the order of paths.
  static func mean(_ values: [Double]) -> MeanEstimate {
    let count = Double(values.count)
    var (sum, largest, lowest) = (0.0, 0.0, Double.infinity)
    for value in values {
      sum += value
      largest = max(largest, abs(value))
      lowest = min(lowest, value)
    }
    let mean = sum / count
    guard values.count > 1 else {
      return MeanEstimate(value: mean, standardError: nil, doubt: nil)
    }
    var (squares, cubes) = (0.0, 0.0)
    for value in values {
      let deviation = value - mean
      squares += deviation * deviation
      cubes += deviation * deviation * deviation
    }
    let deviation = (squares / count).squareRoot()
    let isConstant = deviation <= Rounding.part * abs(mean)
    let skewness = isConstant ? 0 : cubes / count / (deviation * deviation * deviation)
    var doubt: MeanEstimate.Doubt?
    if abs(skewness) / count.squareRoot() > skewnessLimit {
      doubt = .skewness(abs(skewness) / count.squareRoot())
    } else if lowest >= 0, !isConstant, sum > 0, largest / sum > largestPathLimit {
      doubt = .largestPath(largest / sum)
    }
    let error = isConstant ? 0 : (squares / (count - 1) / count).squareRoot()
    return MeanEstimate(
      value: mean, standardError: doubt == nil ? error : nil, doubt: doubt)
  }

  /// How often `happens` holds, with the error of a Wilson interval: its half width over 1.96.
  static func probability(_ values: [Double], _ happens: (Double) -> Bool) -> MeanEstimate? {
    var (trials, successes) = (0, 0)
    for value in values where !value.isNaN {
      trials += 1
      if happens(value) { successes += 1 }
    }
    return trials > 0 ? probability(successes, of: trials) : nil
  }

  /// The probability of what happened in `successes` of `trials`, of which there is at least one.
  static func probability(_ successes: Int, of trials: Int) -> MeanEstimate {
    let interval = WilsonInterval(successes: successes, trials: trials)
    return MeanEstimate(
      value: Double(successes) / Double(trials),
      standardError: (interval.upper - interval.lower) / (2 * 1.959963984540054), doubt: nil)
  }
}
