/// Finite numbers in ascending order.
public struct SortedSample: Sendable {
  /// The numbers.
  public let values: [Double]

  /// Sorts finite numbers.
  public init(_ numbers: [Double]) {
    values = numbers.count < RadixSort.smallest ? numbers.sorted() : RadixSort.sorted(numbers)
  }

  /// The value below which a share `probability` lies: type 7, linear interpolation.
  ///
  /// - Precondition: There is at least one number.
  public func quantile(_ probability: Double) -> Double {
    let rank = probability * Double(values.count - 1)
    let below = min(Int(rank), values.count - 1)
    let above = min(below + 1, values.count - 1)
    return values[below] + (rank - Double(below)) * (values[above] - values[below])
  }

  /// A quantile with its error, or with its atom's probability where it sits on one.
  public func quantileEstimate(
    _ probability: Double, ranks: inout OrderRanks
  ) -> QuantileEstimate {
    let value = quantile(probability)
    let positions = ranks.positions(count: values.count, probability: probability)
    let (low, high) = (values[positions.lowerBound], values[positions.upperBound])
    guard low == high, values.count > 1 else {
      return QuantileEstimate(
        value: value, standardError: values.count > 1 ? (high - low) / 2 : nil,
        atomProbability: nil)
    }
    let share = Double(position(after: low) - position(of: low)) / Double(values.count)
    return QuantileEstimate(value: value, standardError: nil, atomProbability: share)
  }

  /// Number of values below `value`.
  private func position(of value: Double) -> Int { firstPosition { $0 >= value } }

  /// Number of values up to `value`.
  private func position(after value: Double) -> Int { firstPosition { $0 > value } }

  private func firstPosition(where isReached: (Double) -> Bool) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(values[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
