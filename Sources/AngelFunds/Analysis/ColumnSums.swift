/// Sums over a column, in two passes in the order of paths.
struct ColumnSums {
  private(set) var count = 0
  private var sum = 0.0
  private var squares = 0.0
  private var cubes = 0.0

  init() {}

  /// Over the numbers that are there.
  init(_ values: [Double]) {
    for value in values where !value.isNaN { add(value) }
    for value in values where !value.isNaN { addDeviation(value) }
  }

  var mean: Double { sum / Double(count) }

  mutating func add(_ value: Double) {
    count += 1
    sum += value
  }

  mutating func addDeviation(_ value: Double) {
    let deviation = value - mean
    squares += deviation * deviation
    cubes += deviation * deviation * deviation
  }

  /// Sample variance, 0 where the spread is rounding of numbers as large as `scale`; nil below two.
  func variance(scale: Double) -> Double? {
    guard count > 1 else { return nil }
    let isRounding = (squares / Double(count)).squareRoot() <= Rounding.part * scale
    return isRounding ? 0 : squares / Double(count - 1)
  }

  /// Skewness over the square root of the number of values, without its sign.
  var skewness: Double {
    guard squares > 0 else { return 0 }
    let deviation = (squares / Double(count)).squareRoot()
    return abs(cubes) / Double(count) / (deviation * deviation * deviation)
      / Double(count).squareRoot()
  }
}
