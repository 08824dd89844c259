internal import Foundation
import Stochastics

/// What counts as an angel project (天使类项目), flattened for the path loop.
///
/// A quantity is drawn by its inverse distribution function, so it is within a limit where its
/// uniform is at most the probability of that. The uniforms are held against these probabilities.
struct EligibilityModel: BitwiseCopyable {
  /// Whether companies differ in this; where not, nothing is drawn for it.
  let isOn: Bool
  /// Whether others are passed over.
  let skips: Bool
  private let youngEnough: Double
  private let tooManyRounds: Double
  private let smallEnough: Double
  private let poorEnough: Double

  static let off = EligibilityModel(nil)

  init(_ rule: Eligibility?) {
    isOn = rule != nil
    skips = rule?.policy == .skip
    guard let rule else {
      (youngEnough, tooManyRounds, smallEnough, poorEnough) = (1, 0, 1, 1)
      return
    }
    let companies = rule.companies
    youngEnough = Self.probability(
      of: rule.age, median: companies.age, logDeviation: companies.ageLogDeviation)
    tooManyRounds = pow(companies.furtherRound, Double(rule.rounds))
    smallEnough = Self.probability(
      of: rule.heads, median: companies.heads, logDeviation: companies.headsLogDeviation)
    poorEnough = Self.probability(
      of: rule.assetsOrRevenue, median: companies.assetsOrRevenue,
      logDeviation: companies.assetsOrRevenueLogDeviation)
  }

  /// Probability that a lognormal quantity is at most `most`.
  private static func probability(of most: Double, median: Double, logDeviation: Double) -> Double {
    guard logDeviation > 0 else { return median <= most ? 1 : 0 }
    return StandardNormal.cumulative(log(most / median) / logDeviation)
  }

  /// Probability that a company is an angel project.
  ///
  /// (1 - (1 - P(age)) · P(too many rounds)) · P(heads) · P(assets or revenue): the geometric number
  /// of rounds before this one, plus this one, is above R with probability f^R.
  var probability: Double {
    (1 - (1 - youngEnough) * tooManyRounds) * smallEnough * poorEnough
  }

  /// Whether a company is an angel project.
  @inline(__always)
  func isMet(_ draw: SIMD4<Double>) -> Bool {
    (draw[0] <= youngEnough || draw[1] > tooManyRounds) && draw[2] <= smallEnough
      && draw[3] <= poorEnough
  }
}
