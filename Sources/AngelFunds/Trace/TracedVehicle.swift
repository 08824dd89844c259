/// A company of a traced path.
public struct TracedCompany: Hashable, Sendable {
  /// The ordinal by which the vehicle's companies are told apart.
  public let ordinal: Int
  /// The sector's key.
  public let sector: String
  /// What reports call the sector.
  public let sectorLabel: Label
  /// Whether it is local from the start.
  public let isLocal: Bool
  /// What was paid for it, follow-ons included, in yuan.
  public private(set) var cost = 0.0
  /// What it brought back, in yuan.
  public private(set) var proceeds = 0.0
  /// What became of it; nil where that is not known before the term's end, and in engine
  /// `multiples`.
  public var fate: Fate?
  /// What happens to it, in order.
  public private(set) var entries: [TraceEntry] = []

  /// Proceeds over cost.
  public var multiple: Double? { cost > 0 ? proceeds / cost : nil }

  init(ordinal: Int, sector: String, sectorLabel: Label, isLocal: Bool) {
    (self.ordinal, self.sector, self.isLocal) = (ordinal, sector, isLocal)
    self.sectorLabel = sectorLabel
  }

  mutating func add(_ entry: TraceEntry) {
    entries.append(entry)
    guard let cash = entry.cash else { return }
    if cash < 0 { cost -= cash } else { proceeds += cash }
  }
}

/// A vehicle's money in one quarter of a traced path; yuan, all partners together.
public struct TracedQuarter: Hashable, Sendable {
  /// The calendar quarter.
  public let date: CalendarQuarter
  /// What partners paid in.
  public var called = 0.0
  /// Cost of companies bought and of follow-ons.
  public var invested = 0.0
  /// Management fee paid.
  public var fees = 0.0
  /// What companies brought back.
  public var proceeds = 0.0
  /// Carry paid less carry given back.
  public var carry = 0.0
  /// What partners received.
  public var distributed = 0.0
  /// Cash in hand at the end of the quarter.
  public var cash = 0.0
  /// Net asset value of all partners at the end of the quarter.
  public var netAssetValue = 0.0

  init(date: CalendarQuarter) { self.date = date }

  /// Whether any money changed hands.
  var hasMovement: Bool {
    called != 0 || invested != 0 || fees != 0 || proceeds != 0 || carry != 0 || distributed != 0
  }
}

/// How a vehicle's distribution went through its waterfall; yuan, all partners together.
public struct TracedSplit: Hashable, Sendable {
  /// The calendar quarter.
  public let date: CalendarQuarter
  /// What there was to distribute: the sum of the five parts.
  public let amount: Double
  /// Capital that partners got back.
  public let capital: Double
  /// Partners' preferred return.
  public let preferred: Double
  /// The manager's part while it caught up.
  public let catchUp: Double
  /// The manager's part after that.
  public let carry: Double
  /// Partners' part beyond capital and preferred return.
  public let partnersRest: Double
  /// What the manager gave back at the end; it goes to partners besides `amount`.
  public let carryReturned: Double
}

/// A sub-fund, or the direct book, of a traced path.
public struct TracedVehicle: Hashable, Sendable {
  /// The key in the scenario; `direct` for the direct book.
  public let id: String
  /// What reports call it.
  public let label: Label
  /// Which engine simulates its companies.
  public let engine: Outcomes.Engine
  /// What all partners together promise, in yuan.
  public let size: Double
  /// The mother fund's part, from 0 (excluded) to 1.
  public let motherShare: Double
  /// The manager's factor, in standard deviations.
  public let managerFactor: Double
  /// Companies bought, by ordinal.
  public internal(set) var companies: [TracedCompany]
  /// Quarters in which money changed hands.
  public internal(set) var quarters: [TracedQuarter]
  /// Distributions, by quarter.
  public internal(set) var splits: [TracedSplit]
}
