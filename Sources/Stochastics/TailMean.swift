/// The mean of the worst part of a sample: conditional value at risk.
public enum TailMean {
  /// The mean of the lowest `share` of the values, with a part of the value at the border.
  ///
  /// The standard error is by the influence function q - (q - x)⁺/share, where q is the border.
  ///
  /// - Returns: nil below two values, or if the share holds less than one: then the mean is the
  ///   lowest value, and nothing tells how far off that is.
  public static func lower(_ sample: SortedSample, share: Double) -> Estimate? {
    let count = Double(sample.values.count)
    let weight = share * count
    guard sample.values.count > 1, weight >= 1 else { return nil }
    let whole = min(Int(weight), sample.values.count - 1)
    let border = sample.values[whole]
    var sum = (weight - Double(whole)) * border
    for index in 0..<whole { sum += sample.values[index] }
    let mean = sum / weight
    var squares = 0.0
    for value in sample.values {
      let influence = border - max(0, border - value) / share - mean
      squares += influence * influence
    }
    return Estimate(
      value: mean, standardError: (squares / (count - 1) / count).squareRoot())
  }
}
