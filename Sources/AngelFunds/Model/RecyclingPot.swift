/// Proceeds that a vehicle keeps in its investment period to invest them again.
struct RecyclingPot {
  /// The most that may be kept, all in all.
  private let limit: Double
  /// The vehicle's own quarter in which what is left is distributed.
  private let releaseQuarter: Int
  /// What has been kept so far.
  private(set) var keptInAll = 0.0
  /// What is in hand.
  private(set) var cash = 0.0
  /// Cost of what was bought with it.
  private(set) var invested = 0.0

  init(_ vehicle: VehicleModel) {
    limit = vehicle.rules.recycling * vehicle.size
    releaseQuarter = vehicle.investmentQuarters - 1
  }

  /// Keeps what may be kept of proceeds, and returns what there is to distribute.
  @inline(__always)
  mutating func keep(of proceeds: Double, quarter: Int, isClosed: Bool) -> Double {
    guard limit > 0 else { return proceeds }
    guard quarter < releaseQuarter, !isClosed else {
      defer { cash = 0 }
      return proceeds + cash
    }
    let amount = min(proceeds, limit - keptInAll)
    keptInAll += amount
    cash += amount
    return proceeds - amount
  }

  /// Takes out what purchases cost, and returns the part of them that it covers.
  mutating func take(_ wanted: Double) -> Double {
    let part = min(1, cash / wanted)
    cash = part < 1 ? 0 : Rounding.amount(cash - wanted)
    invested += part * wanted
    return part
  }
}
