/// The count, mean, variance and skewness of numbers, without storing them.
///
/// Two accumulators merge into what one would have seen. Source: Chan, Golub and LeVeque, The
/// American Statistician 37 (1983), 242-247; third moment: Pébay, Sandia report SAND2008-6212.
public struct Moments: Hashable, Sendable {
  /// How many numbers were added.
  public private(set) var count = 0
  /// Their mean, in their unit.
  public private(set) var mean = 0.0
  private var squares = 0.0  // sum of squared deviations from the mean
  private var cubes = 0.0  // sum of cubed deviations from the mean

  /// Starts with no numbers.
  public init() {}

  /// Takes one more number into account.
  public mutating func add(_ value: Double) {
    var one = Moments()
    one.count = 1
    one.mean = value
    merge(one)
  }

  /// Takes every number of `other` into account.
  public mutating func merge(_ other: Moments) {
    guard other.count > 0 else { return }
    let (n, m) = (Double(count), Double(other.count))
    let total = n + m
    let deviation = other.mean - mean
    let step = deviation / total
    cubes +=
      other.cubes + deviation * step * step * n * m * (n - m)
      + 3 * step * (n * other.squares - m * squares)
    squares += other.squares + deviation * step * n * m
    mean += step * m
    count += other.count
  }

  /// Sample variance with divisor n - 1, in the squared unit of the numbers; nil below two.
  public var variance: Double? {
    count > 1 ? squares / Double(count - 1) : nil
  }

  /// Third central moment over the cubed deviation; nil below two numbers or without spread.
  public var skewness: Double? {
    guard count > 1, squares > 0 else { return nil }
    let n = Double(count)
    let deviation = (squares / n).squareRoot()
    return cubes / n / (deviation * deviation * deviation)
  }

  /// The mean with its Monte Carlo standard error; nil below two numbers.
  public var meanEstimate: Estimate? {
    variance.map { Estimate(value: mean, standardError: ($0 / Double(count)).squareRoot()) }
  }
}
