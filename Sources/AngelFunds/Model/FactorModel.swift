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

  /// Fills `exposures` with a factor's scaled five-year mean for each entry year, times `loading`.
  ///
  /// - Parameters:
  ///   - values: Room for `years` + 4 yearly values.
  ///   - exposures: Room for `years` numbers.
  func draw(
    _ stream: StreamKey, path: UInt32, loading: Double, years: Int,
    values: UnsafeMutablePointer<Double>, exposures: UnsafeMutablePointer<Double>,
    source: inout RandomSource
  ) {
    source.begin(stream, path: path)
    var previous = 0.0
    for year in 0..<(years + Self.exposureYears - 1) {
      let shock = StandardNormal.quantile(source.block(ordinal: 0, address: UInt32(year))[0])
      previous = year == 0 ? shock : persistence * previous + innovation * shock
      values[year] = previous
    }
    let scale = loading * exposureScale / Double(Self.exposureYears)
    for year in 0..<years {
      var sum = 0.0
      for offset in 0..<Self.exposureYears { sum += values[year + offset] }
      exposures[year] = sum * scale
    }
  }
}
