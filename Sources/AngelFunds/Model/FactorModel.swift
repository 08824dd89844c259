import Stochastics

/// The factors that companies share: the market's and the sectors', by year.
///
/// Each is a stationary first-order autoregression of unit variance. A company feels their mean
/// over the five years from its entry, scaled back to unit variance.
struct FactorModel {
  /// Years from entry over which a company feels a factor.
  static let exposureYears = 5

  let marketLoading: Double
  let sectorLoading: Double
  let managerLoading: Double
  let ownLoading: Double
  let persistence: Double
  /// Standard deviation of a year's new part of a factor.
  let innovation: Double
  /// One over the standard deviation of a five-year mean.
  let exposureScale: Double

  init(_ dependence: Dependence) {
    marketLoading = dependence.market.squareRoot()
    sectorLoading = dependence.sector.squareRoot()
    managerLoading = dependence.manager.squareRoot()
    ownLoading =
      max(0, 1 - dependence.market - dependence.sector - dependence.manager).squareRoot()
    persistence = dependence.persistence
    innovation = (1 - persistence * persistence).squareRoot()
    exposureScale = 1 / Self.exposureVariance(persistence: persistence).squareRoot()
  }

  /// Variance of the mean of five consecutive years; 0.445 at a persistence of 0.5.
  ///
  /// (5 + 2·(4φ + 3φ² + 2φ³ + φ⁴)) / 25, the sum of all pairs' correlations over 25.
  static func exposureVariance(persistence: Double) -> Double {
    var power = 1.0
    var sum = Double(exposureYears)
    for lag in 1..<exposureYears {
      power *= persistence
      sum += 2 * Double(exposureYears - lag) * power
    }
    return sum / Double(exposureYears * exposureYears)
  }

  /// Where a factor's numbers go.
  struct Room {
    /// Room for the longer of `years` + 4 and `levelYears` yearly values.
    let values: UnsafeMutablePointer<Double>
    let exposures: UnsafeMutablePointer<Double>
    /// Entry years.
    let years: Int
    let levels: UnsafeMutablePointer<Double>
    /// Years that engine `rounds` looks at.
    let levelYears: Int
  }

  /// Fills `exposures` with a factor's scaled five-year mean for each entry year, and `levels` with
  /// the factor of each year, both times `loading`.
  func draw(
    _ stream: StreamKey, path: UInt32, loading: Double, room: Room, source: inout RandomSource
  ) {
    let (values, years) = (room.values, room.years)
    source.begin(stream, path: path)
    var previous = 0.0
    var draw = SIMD4<Double>.zero
    for year in 0..<max(years + Self.exposureYears - 1, room.levelYears) {
      if year.isMultiple(of: 4) { draw = source.block(ordinal: 0, address: UInt32(year / 4)) }
      let shock = StandardNormal.quantile(draw[year % 4])
      previous = year == 0 ? shock : persistence * previous + innovation * shock
      values[year] = previous
    }
    let scale = loading * exposureScale / Double(Self.exposureYears)
    for year in 0..<years {
      var sum = 0.0
      for offset in 0..<Self.exposureYears { sum += values[year + offset] }
      room.exposures[year] = sum * scale
    }
    for year in 0..<room.levelYears { room.levels[year] = loading * values[year] }
  }
}
