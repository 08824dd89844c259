internal import Foundation
import Stochastics

extension Outcomes {
  /// The mean gross multiples that published statistics of angel investments leave plausible.
  ///
  /// From the three sources of section 4 of `Docs/Model.md`; outside it a table needs its reason.
  public static let plausibleMeanMultiples = 1.6...2.8

  /// The mean gross multiple of companies of no particular anchor: with `qualityShift`.
  ///
  /// With the latent Z of mean μ the table's quantile m(Φ(Z)) has the mean ∫ m(Φ(z)) φ(z − μ) dz,
  /// taken class by class.
  public var shiftedMeanMultiple: Double {
    guard qualityShift != 0 else { return meanMultiple }
    let table = OutcomeTable(self, arena: ModelArena())
    let ends = [-12] + table.latentEnds + [12]
    return zip(ends, ends.dropFirst()).reduce(0) { sum, ends in
      guard ends.0 < ends.1 else { return sum }
      let part = try? integral(over: ends.0...ends.1, relativeTolerance: 1e-8) { latent in
        let deviation = latent - qualityShift
        let density = exp(-deviation * deviation / 2) / (2 * Double.pi).squareRoot()
        return table.outcome(latent: latent).multiple * density
      }
      return sum + (part ?? .nan)
    }
  }

  /// The table's mean gross multiple in closed form, without a shift of quality.
  public var meanMultiple: Double {
    let classes: [Distribution] = [
      .constant(0), .uniform(0...1), .logUniform(1...5), .logUniform(5...10),
      .truncatedPareto(
        tailIndex: tailIndex, bounds: OutcomeTable.lowestTailMultiple...truncation),
    ]
    return zip(buckets, classes).reduce(0) { $0 + $1.0.share * $1.1.mean }
  }
}
