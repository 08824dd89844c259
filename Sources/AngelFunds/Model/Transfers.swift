/// Somebody who pays or receives money.
///
/// Numbers are positions in the sorted lists of the scenario; the direct book is the vehicle
/// behind the last sub-fund.
enum Party: Hashable {
  case contributor(Int)
  case motherFund
  case motherManager
  case vehicle(Int)
  case otherPartners(Int)
  case manager(Int)
  case companies(Int)
}

/// What money changes hands for.
enum TransferKind: Hashable {
  case contribution
  case capitalCall
  case investment
  case managementFee
  case exitProceeds
  case distribution
  case carry
  case carryReturned
}

/// Money that changes hands once, in yuan.
struct Transfer: Hashable {
  let payer: Party
  let payee: Party
  let quarter: Int
  let kind: TransferKind
  let amount: Double
}

/// Listens to a path while it is simulated.
///
/// The simulation is generic over it, so that a run that listens to nothing pays nothing, and a
/// trace or a check of the books is the same code as the simulation.
protocol TransferRecorder {
  /// Whether anything is done with what is recorded; where not, nothing is put together for it.
  static var listens: Bool { get }
  mutating func record(
    _ kind: TransferKind, from payer: Party, to payee: Party, quarter: Int, amount: Double)
  mutating func close(_ entity: Party, quarter: Int, cash: Double)
}

/// Listens to nothing.
struct NoRecording: TransferRecorder {
  static var listens: Bool { false }

  @inline(__always)
  mutating func record(
    _ kind: TransferKind, from payer: Party, to payee: Party, quarter: Int, amount: Double
  ) {}

  @inline(__always)
  mutating func close(_ entity: Party, quarter: Int, cash: Double) {}
}
