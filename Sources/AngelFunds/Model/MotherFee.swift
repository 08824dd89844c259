/// The mother fund's own fee: what is owed, and what contributors may still be asked for it.
struct MotherFee {
  /// What has been charged and not paid, in yuan.
  private(set) var owed = 0.0
  /// What contributors may still pay for fees over the rest of the life.
  private(set) var room: Double

  init(room: Double) { self.room = room }

  /// Lets contributors be asked for more, or for less where `amount` is negative.
  mutating func free(_ amount: Double) { room += amount }

  /// Charges a quarter's fee, which is paid from distributions first, then by contributors.
  ///
  /// - Parameters:
  ///   - received: The quarter's distributions.
  ///   - limit: The most that contributors can pay now.
  @inline(__always)
  mutating func charge(
    _ amount: Double, received: Double, limit: Double = .infinity
  ) -> (withheld: Double, contributed: Double) {
    owed += amount
    let withheld = min(owed, received)
    let contributed = min(min(owed - withheld, max(0, room)), limit)
    room -= contributed
    owed -= withheld + contributed
    return (withheld, contributed)
  }
}
