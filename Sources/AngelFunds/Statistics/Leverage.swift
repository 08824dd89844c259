/// How much money stands behind each yuan of the mother fund, by commitments.
///
/// With commitments fixed by the scenario these are no random figures.
struct Leverage {
  private let sizes: Double
  private let commitments: Double
  private let fiscalShare: Double
  private let socialShare: Double
  /// What parks, towns and districts promise sub-funds, in yuan.
  private let otherGovernments: Double

  init(_ scenario: Scenario) {
    sizes = scenario.subFunds.reduce(0) { $0 + $1.size }
    commitments = scenario.subFunds.reduce(0) { $0 + $1.commitment }
    otherGovernments = scenario.subFunds.reduce(0) {
      $0 + $1.terms.otherGovernmentShare * $1.size
    }
    func share(_ kind: Contributor.Kind) -> Double {
      scenario.contributors.filter { $0.kind == kind }.reduce(0) { $0 + $1.share }
    }
    fiscalShare = share(.fiscal)
    socialShare = share(.social)
  }

  /// Names and values; those over fiscal money are left out where there is none.
  ///
  /// L1 is sub-funds' sizes over the mother fund's commitments, L2 over the fiscal part of them,
  /// L3 social capital over the fiscal part. Money in sub-funds that is neither the mother fund's
  /// nor another government's counts as social.
  var multiples: [(name: String, value: Double)] {
    let fiscal = fiscalShare * commitments
    let social = sizes - commitments - otherGovernments + socialShare * commitments
    let overall = [("leverage_l1", sizes / commitments)]
    guard fiscal > 0 else { return overall }
    return overall + [("leverage_l2", sizes / fiscal), ("leverage_l3", social / fiscal)]
  }
}
