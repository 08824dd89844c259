/// What a vehicle's evaluation looks at, at the end of each of its own quarters; yuan, all partners.
///
/// Filled up to the quarter in which the vehicle closes, where the evaluation is on.
struct EvaluationTrack {
  /// Cost of companies so far, follow-ons included.
  let cost: UnsafeMutablePointer<Double>
  /// The part of it in angel projects.
  let early: UnsafeMutablePointer<Double>
  /// Cost that is invested and not exited, added up over the quarters so far.
  let held: UnsafeMutablePointer<Double>

  init(quarters: Int) {
    let room = UnsafeMutablePointer<Double>.allocate(capacity: 3 * (quarters + 1))
    room.initialize(repeating: 0, count: 3 * (quarters + 1))
    (cost, early, held) = (room, room + quarters + 1, room + 2 * (quarters + 1))
  }

  /// Keeps a quarter's figures; quarters come in their order.
  func keep(_ quarter: Int, cost: Double, early: Double, invested: Double) {
    self.cost[quarter] = cost
    self.early[quarter] = early
    held[quarter] = (quarter > 0 ? held[quarter - 1] : 0) + invested
  }

  func deallocate() { cost.deallocate() }
}

/// What the mother fund's part of vehicles' companies amounts to at the end of a year, in yuan.
struct PatientCapital: BitwiseCopyable {
  var cost = 0.0
  var early = 0.0
  /// Cost invested and not exited, added up over quarters.
  var held = 0.0

  /// 5, 3, 2 or 0.
  var points: Double {
    guard cost > 0 else { return 0 }
    let (early, years) = (early / cost, held / cost / 4)
    if !Rounding.isBelow(early, 0.7) || !Rounding.isBelow(years, 5) { return 5 }
    if !Rounding.isBelow(early, 0.5) || !Rounding.isBelow(years, 3) { return 3 }
    return Rounding.isBelow(early, 0.2) ? 0 : 2
  }
}
