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
  /// Who pays what budgets do not cover.
  case lender
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
  case concession
  case concessionReturned
  case buyout
  /// What a lender pays in the place of contributors.
  case bridge
  case bridgeRepayment
  case bridgeInterest
}

/// Money that changes hands once, in yuan.
struct Transfer: Hashable {
  let payer: Party
  let payee: Party
  let quarter: Int
  let kind: TransferKind
  let amount: Double
}

/// Something that happens to a company that a vehicle holds.
struct CompanyEvent: Hashable {
  /// What happens.
  enum Kind: Hashable {
    case bought
    /// The company raises the round that makes it reach the stage.
    case round(Stage)
    /// The vehicle takes part in that round.
    case followOn(Stage)
    /// It is known what becomes of the company.
    case fate(Fate)
    case listed
    /// The stake, or a part of a listed one, is sold.
    case sold
    case soldAtTermEnd
    /// Founders buy a part of the stake at what it cost.
    case soldToFounders
    /// The stake's value falls because there has been no round for long.
    case discounted
  }

  let vehicle: Int
  let ordinal: Int
  let sector: Int
  let isLocal: Bool
  var quarter: Int
  var kind: Kind
  /// Money that changes hands, in yuan: a cost or proceeds.
  var amount = 0.0
  /// Price of a share, 1 at entry; nil where the engine knows none.
  var price: Double?
  /// The company's value, new money included, in yuan.
  var companyValue: Double?
  /// The vehicle's part of the company.
  var ownership: Double?
  /// What the stake is valued at afterwards, in yuan.
  var stake = 0.0
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
  mutating func record(_ event: CompanyEvent)
  mutating func record(_ split: WaterfallSplit)
  mutating func record(_ factor: DrawnFactor)
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
  mutating func record(_ event: CompanyEvent) {}

  @inline(__always)
  mutating func record(_ split: WaterfallSplit) {}

  @inline(__always)
  mutating func record(_ factor: DrawnFactor) {}

  @inline(__always)
  mutating func close(_ entity: Party, quarter: Int, cash: Double) {}
}
