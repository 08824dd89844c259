/// Says which calls budgets do not cover, in the order of quarters, then of vehicles.
///
/// What does not fit waits for the next calendar year; smaller calls after it that fit are paid.
struct CallRationing {
  /// A call that has to wait.
  struct PutOff: Hashable {
    let vehicle: Int
    /// The quarter in which it would have come.
    let quarter: Int
    /// The first quarter of the next calendar year; it may lie beyond the mother fund's life.
    let until: Int
    /// The mother fund's part of it, in yuan.
    let amount: Double
  }

  private let model: AppropriationModel
  private var account: AppropriatedCash
  private var vehicle = 0

  /// - Returns: nil where calls never wait.
  init?(_ mother: MotherModel) {
    guard let model = mother.appropriation, !model.isBridged else { return nil }
    self.model = model
    account = AppropriatedCash(
      model, feePerQuarter: mother.feePerQuarter, feeRoom: mother.feeRoom)
    account.begin()
  }

  /// The next call that does not fit; nil where all further ones do.
  ///
  /// Asked again, it goes on behind the call that it told of. Up to there nothing may have changed;
  /// later quarters and vehicles may.
  ///
  /// - Parameters:
  ///   - call: The mother fund's part of a vehicle's call in a quarter, put off or not.
  ///   - rest: What the mother fund's fee depends on in a quarter whose calls are all decided.
  mutating func next(
    vehicles: Int, call: (_ vehicle: Int, _ quarter: Int) -> Double,
    rest: (_ quarter: Int) -> RestOfQuarter
  ) -> PutOff? {
    while true {
      let quarter = account.quarter
      while vehicle < vehicles {
        let amount = call(vehicle, quarter)
        vehicle += 1
        guard amount > 0 else { continue }
        guard account.covers(amount) else {
          return PutOff(
            vehicle: vehicle - 1, quarter: quarter, until: model.nextYear(after: quarter),
            amount: amount)
        }
        account.pay(amount)
      }
      guard quarter < model.lastQuarter else { return nil }
      let rest = rest(quarter)
      account.finish(
        costOutstanding: rest.costOutstanding, received: rest.received, freed: rest.freed)
      account.begin()
      vehicle = 0
    }
  }
}

/// What a quarter brings beside calls, in yuan; the mother fund's part of all vehicles.
struct RestOfQuarter: BitwiseCopyable {
  /// After calls and before distributions.
  var costOutstanding = 0.0
  /// Distributions.
  var received = 0.0
  /// What contributors may be asked for fees from this quarter on, beyond the plan.
  var freed = 0.0
}
