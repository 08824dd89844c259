/// The mother fund's money in one calendar year of a traced path, in yuan.
public struct TracedYear: Hashable, Sendable {
  /// The calendar year.
  public let year: Int
  /// What contributors paid, for calls and fees.
  public internal(set) var contributed = 0.0
  /// What vehicles called.
  public internal(set) var called = 0.0
  /// The mother fund's own fee.
  public internal(set) var fees = 0.0
  /// What vehicles distributed to it.
  public internal(set) var received = 0.0
  /// What it passed on to contributors.
  public internal(set) var distributed = 0.0
  /// Net asset value at the end of the year.
  public internal(set) var netAssetValue = 0.0

  init(year: Int) { self.year = year }
}
