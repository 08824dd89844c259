/// What a sub-fund has invested locally, held against what it owes, quarter by quarter.
struct ReinvestmentAccount {
  private let rule: ReinvestmentModel
  private let motherShare: Double
  private let commitment: Double
  private let recognised: UnsafePointer<Double>
  /// Recognised by the end of the last quarter.
  private var credit = 0.0
  private var isAssessed = false
  private var feePart = 1.0
  /// Recognised by the due date, once that has come.
  private(set) var creditAtDue = 0.0
  /// What is owed then.
  private(set) var obligation = 0.0
  /// Fees taken off so far.
  private(set) var feesDeducted = 0.0

  /// - Parameter recognised: What comes to count in each quarter.
  init(_ vehicle: VehicleModel, recognised: UnsafePointer<Double>) {
    rule = vehicle.rules.reinvestment
    motherShare = vehicle.motherShare
    commitment = vehicle.motherShare * vehicle.size
    self.recognised = recognised
  }

  /// The most paid-in capital with which a further tranche may still be called.
  var ceilingOfCalls: Double {
    guard rule.isOn, rule.withholdBelow > 0 else { return .infinity }
    return credit / (rule.withholdBelow * motherShare)
  }

  /// What is charged of a fee.
  mutating func charged(_ fee: Double) -> Double {
    let charged = feePart * fee
    feesDeducted += fee - charged
    return charged
  }

  /// Ends a quarter; `mothersPaidIn` is what the mother fund has paid in so far.
  mutating func endQuarter(_ quarter: Int, isClosed: Bool, mothersPaidIn: Double) {
    guard rule.isOn else { return }
    credit += rule.creditPerYuan * recognised[quarter]
    guard !isAssessed, isClosed || quarter == rule.dueQuarter else { return }
    isAssessed = true
    creditAtDue = credit
    obligation = rule.multiple * (rule.isOnCommitment ? commitment : mothersPaidIn)
    if !Rounding.reaches(creditAtDue, obligation) { feePart = rule.feeAfterMiss }
  }
}

extension VehicleResult {
  /// Whether less was invested locally by the due date than was owed.
  var missesObligation: Bool { !Rounding.reaches(recognised, obligation) }
}
