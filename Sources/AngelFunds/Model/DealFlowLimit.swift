internal import Foundation

/// How many good companies an anchor has a year, for all its sub-funds together.
///
/// Up to the capacity every company is as good as another. Beyond it, buyers go down the order of
/// quality: the company at place x of the order is `spread` · ln(x / capacity) deviations worse, as
/// in a population whose qualities have an exponential upper end.
struct DealFlowLimit: BitwiseCopyable {
  /// Which of the limited anchors; -1 for a deal flow without end.
  let group: Int
  /// Companies a year.
  let capacity: Double
  /// Fall of quality, in deviations of the latent, for each e-fold of the order of quality.
  let spread: Double

  static let unlimited = DealFlowLimit(group: -1, capacity: .infinity, spread: 0)

  /// Shift of the quality of a company.
  ///
  /// - Parameters:
  ///   - uniform: Its place among the year's companies, from 0 (best) to 1.
  ///   - bought: Number of companies that the anchor's sub-funds buy in that year.
  @inline(__always)
  func shift(_ uniform: Double, bought: Double) -> Double {
    guard bought > capacity else { return 0 }
    let place = uniform * bought
    return place > capacity ? -spread * log(place / capacity) : 0
  }

  /// The mean of `shift` over all places: -spread · (ln(n/K) - 1 + K/n) for n > K.
  func meanShift(bought: Double) -> Double {
    guard bought > capacity else { return 0 }
    return -spread * (log(bought / capacity) - 1 + capacity / bought)
  }
}

extension DealFlowLimit {
  /// - Parameter group: Which of the limited deal flows it is.
  init(_ dealFlow: DealFlow, group: Int) {
    guard let capacity = dealFlow.companiesAYear else {
      self = .unlimited
      return
    }
    self.init(group: group, capacity: capacity, spread: dealFlow.qualitySpread)
  }
}
