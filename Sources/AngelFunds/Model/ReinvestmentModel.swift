internal import Foundation

/// What a sub-fund has to invest locally (返投), flattened for the path loop.
struct ReinvestmentModel: BitwiseCopyable {
  /// Whether local investment is held against anything; where not, nothing is drawn for it.
  let isOn: Bool
  /// Obligation over the mother fund's contribution.
  let multiple: Double
  /// Whether it is a multiple of what the mother fund has promised, not of what it has paid in.
  let isOnCommitment: Bool
  /// The vehicle's own quarter at whose end it is due; `Int.max` for the end of the term.
  let dueQuarter: Int
  /// Probability that a company from elsewhere moves here.
  let relocation: Double
  /// Whether that counts.
  let countsRelocated: Bool
  /// Quarters from the purchase within which it does.
  let relocationQuarters: Int
  /// Probability that a company founds a subsidiary here, where that counts.
  let subsidiary: Double
  /// What counts for each yuan of recognised money, the manager's other funds' included.
  let creditPerYuan: Double
  /// What is left of the fee after a missed due date.
  let feeAfterMiss: Double
  /// Recognised money for each yuan of paid-in capital without which a further tranche waits.
  let withholdBelow: Double

  static let off = ReinvestmentModel(.off, investmentQuarters: 1)

  init(_ rule: Reinvestment, investmentQuarters: Int) {
    let recognition = rule.recognition
    isOn = rule != .off
    multiple = rule.multiple
    isOnCommitment = rule.base == .commitment
    dueQuarter = rule.due == .term ? .max : investmentQuarters - 1
    relocation = recognition.relocationProbability
    countsRelocated = recognition.countsRelocated
    relocationQuarters = recognition.relocationQuarters
    subsidiary = recognition.countsSubsidiaries ? recognition.subsidiaryProbability : 0
    creditPerYuan = 1 + recognition.otherFunds
    feeAfterMiss = 1 - rule.consequences.feeDeduction
    withholdBelow = rule.consequences.withholdBelow * rule.multiple
  }

  /// Whether companies from elsewhere may count.
  var recognisesOthers: Bool { isOn && (countsRelocated && relocation > 0 || subsidiary > 0) }

  /// Quarters from its purchase from which on a company from elsewhere counts; `Int16.max` for never.
  @inline(__always)
  func recognitionDelay(_ draw: SIMD4<Double>) -> Int16 {
    if draw[0] < relocation {
      guard countsRelocated else { return .max }
      return Int16(clamping: Int(draw[1] * Double(relocationQuarters)))
    }
    return draw[0] < relocation + subsidiary ? 0 : .max
  }
}

extension Reinvestment {
  /// The local part of the companies that a fund buys, where a part of `share` is local unsought.
  func localShare(_ share: Double) -> Double { share + (1 - share) * localSearch }

  /// What the search for local companies does to the latent quality of all, in its deviations.
  ///
  /// A change of the odds is a shift of the logit; a probit's latent has a deviation that is √3/π
  /// of the logit's.
  var qualityShift: Double {
    localAlpha * localSearch == 0
      ? 0 : log(1 + localAlpha * localSearch) * 3.0.squareRoot() / Double.pi
  }
}

extension VehicleScratch {
  /// Writes down when money that a company gets counts as local, if it ever does.
  ///
  /// - Parameters:
  ///   - quarter: The vehicle's own quarter in which it is paid.
  ///   - last: The last quarter in which the company is held, as far as it is known.
  @inline(__always)
  func recognise(_ cost: Double, of company: PlannedCompany, in quarter: Int, last: Int) {
    let first = max(quarter, Int(company.entry) + Int(company.recognitionDelay))
    if first <= last { recognised[first] += cost }
  }

  /// Takes back what would have counted once a company came here that is held no longer.
  func forgetRecognition(of company: PlannedCompany, cost: Double, soldIn quarter: Int, last: Int) {
    let first = Int(company.entry) + Int(company.recognitionDelay)
    if first > quarter, first <= last { recognised[first] -= cost }
  }
}
