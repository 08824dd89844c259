/// What losses are made of, in yuan.
struct LossSums: BitwiseCopyable {
  var cost = 0.0
  var proceeds = 0.0
  var value = 0.0
  /// Losses of those that lose, one by one.
  var grossLoss = 0.0

  /// Adds a part of a vehicle's at the end of one of its own quarters.
  mutating func add(_ losses: LossRoom, quarter: Int, part: Double) {
    cost += part * losses.cost[quarter]
    proceeds += part * losses.proceeds[quarter]
    value += part * losses.value[quarter]
    grossLoss += part * losses.grossLoss[quarter]
  }

  /// Adds another group's.
  mutating func add(_ other: LossSums) {
    cost += other.cost
    proceeds += other.proceeds
    value += other.value
    grossLoss += other.grossLoss
  }

  /// Losses over cost, from 0 to 1; nil where there is no cost.
  func ratio(isGross: Bool) -> Double? {
    guard cost > 0 else { return nil }
    return max(0, (isGross ? grossLoss : cost - proceeds - value) / cost)
  }

  /// Whether losses exceed a limit by more than rounding.
  func exceeds(_ limit: Double, isGross: Bool) -> Bool {
    Rounding.exceeds(ratio(isGross: isGross) ?? 0, limit)
  }
}

/// How a vehicle by itself stands against its tolerance.
struct VehicleReview: BitwiseCopyable {
  /// Whether losses were too large at a review before it closed; nil without reviews or limit.
  var isBreached: Bool?
  /// Years from the scenario's start to the first review or liquidation with a breach.
  var firstBreach: Double?
}

/// One worker's room for yearly reviews of losses.
struct LossReviewRoom {
  private let sums: UnsafeMutablePointer<LossSums>
  /// How each vehicle stands.
  let vehicles: UnsafeMutablePointer<VehicleReview>
  private let slots: Int
  private let vehicleCount: Int

  init(_ model: LossReviewModel?) {
    slots = LossGroup.allCases.count * ((model?.count ?? 0) + 1)
    vehicleCount = max(model?.groups.count ?? 0, 1)
    sums = .allocate(capacity: slots)
    sums.initialize(repeating: LossSums(), count: slots)
    vehicles = .allocate(capacity: vehicleCount)
    vehicles.initialize(repeating: VehicleReview(), count: vehicleCount)
  }

  /// The mother fund's part of a group at a review; that of the last number is at liquidation.
  @inline(__always)
  subscript(group: LossGroup, review: Int) -> LossSums {
    get { sums[LossGroup.allCases.count * review + group.rawValue] }
    nonmutating _modify { yield &sums[LossGroup.allCases.count * review + group.rawValue] }
  }

  /// Sets to zero what a path adds to.
  func clear() {
    sums.update(repeating: LossSums(), count: slots)
    vehicles.update(repeating: VehicleReview(), count: vehicleCount)
  }

  func deallocate() {
    sums.deallocate()
    vehicles.deallocate()
  }
}

/// Holds vehicles' losses against their tolerance, review by review.
struct LossReviews {
  let model: LossReviewModel
  let room: LossReviewRoom

  /// Where a vehicle stands in time, and how much of it is the mother fund's.
  struct Stake {
    let firstQuarter: Int
    /// Its own quarter in which it closes.
    let closingQuarter: Int
    let motherShare: Double
  }

  /// Adds a vehicle to its group at every review, and judges it by itself.
  func gather(_ index: Int, _ losses: LossRoom, stake: Stake) {
    let group = model.groups[index]
    for review in 0..<model.count {
      let quarter = model.quarter(of: review) - stake.firstQuarter
      guard quarter >= 0 else { continue }
      room[group, review].add(
        losses, quarter: min(quarter, stake.closingQuarter), part: stake.motherShare)
    }
    room[group, model.count].add(
      losses, quarter: stake.closingQuarter, part: stake.motherShare)
    judge(index, losses, stake: stake)
  }

  private func judge(_ index: Int, _ losses: LossRoom, stake: Stake) {
    let isDirect = model.groups[index] == .direct
    let limit = isDirect ? model.limit(of: .direct) : model.subFundLimit
    guard let limit, losses.cost[stake.closingQuarter] > 0 else { return }
    var result = VehicleReview(isBreached: model.count > 0 ? false : nil)
    for review in 0..<model.count where result.firstBreach == nil {
      let date = model.quarter(of: review)
      let quarter = date - stake.firstQuarter
      guard quarter >= 0, quarter < stake.closingQuarter else { continue }
      guard exceeds(limit, losses, quarter) else { continue }
      result = VehicleReview(isBreached: true, firstBreach: Double(date + 1) / 4)
    }
    if result.firstBreach == nil, exceeds(limit, losses, stake.closingQuarter) {
      result.firstBreach = Double(stake.firstQuarter + stake.closingQuarter + 1) / 4
    }
    room.vehicles[index] = result
  }

  private func exceeds(_ limit: Double, _ losses: LossRoom, _ quarter: Int) -> Bool {
    var sums = LossSums()
    sums.add(losses, quarter: quarter, part: 1)
    return sums.exceeds(limit, isGross: model.isGross)
  }

  /// Whether a group's losses are too large at a review; nil without limit or money.
  func isBreached(_ group: LossGroup, at review: Int) -> Bool? {
    guard let limit = model.limit(of: group), room[group, model.count].cost > 0 else { return nil }
    return room[group, review].exceeds(limit, isGross: model.isGross)
  }

  /// The first review at which a group's losses are too large; that of the last number is at
  /// liquidation; nil where they never are.
  func firstBreach(of group: LossGroup) -> Int? {
    (0...model.count).first { isBreached(group, at: $0) ?? false }
  }

  /// Whether the losses of all groups together are too large at a review.
  func isWholeBreached(at review: Int) -> Bool {
    var sums = LossSums()
    for group in LossGroup.allCases { sums.add(room[group, review]) }
    return sums.exceeds(model.wholeLimit, isGross: model.isGross)
  }

  /// The first review at which they are; that of the last number is at liquidation; nil where they
  /// never are.
  var firstWholeBreach: Int? { (0...model.count).first { isWholeBreached(at: $0) } }

  /// Years from the start to a review, or to liquidation.
  func years(to review: Int) -> Double {
    let quarter = review < model.count ? model.quarter(of: review) : model.lastQuarter
    return Double(quarter + 1) / 4
  }
}
