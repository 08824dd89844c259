/// What an entry of a traced path tells; the raw value is the name in CSV and JSON.
public enum TraceEvent: String, CaseIterable, Codable, Hashable, Sendable {
  /// The value of a factor in a year, or of a manager's factor.
  case factor
  /// A company raises a round.
  case round
  /// It is known what becomes of a company.
  case fate
  /// A stake's value falls because there has been no round for long.
  case discounted
  /// A contributor pays into the mother fund.
  case contribution
  /// A lender pays what contributors' budgets do not cover.
  case bridge
  /// A vehicle calls its partners' money.
  case capitalCall = "capital_call"
  /// A vehicle buys a company.
  case bought
  /// A vehicle adds to a company in a round.
  case followOn = "follow_on"
  /// A management fee is paid.
  case managementFee = "mgmt_fee"
  /// A company goes public.
  case listed
  /// A stake, or a part of a listed one, is sold.
  case sold
  /// What is unsold at the end of the term is sold, or passed on to partners.
  case soldAtTermEnd = "sold_at_term_end"
  /// A part of what a vehicle distributes, as its waterfall divides it; no money of its own.
  case waterfall
  /// A vehicle pays its manager's part of the profit.
  case carry
  /// The manager gives back what it got too much.
  case carryReturned = "carry_returned"
  /// A fund pays its partners or contributors.
  case distribution
  /// The mother fund gives up a part of its profit.
  case concession
  /// It gets back what it gave up too much.
  case concessionReturned = "concession_returned"
  /// Other partners buy a part of its stake at cost.
  case buyout
  /// The mother fund pays a lender interest.
  case bridgeInterest = "bridge_interest"
  /// The mother fund pays a lender back.
  case bridgeRepayment = "bridge_repayment"

  /// Position among the events of a quarter.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// One thing that happens on a traced path, on its date.
public struct TraceEntry: Hashable, Sendable {
  /// The calendar quarter.
  public let date: CalendarQuarter
  /// Quarters from the scenario's start.
  public let quarter: Int
  /// The sub-fund's key, `direct` for the direct book; nil where only the mother fund is concerned.
  public var vehicle: String?
  /// The company's ordinal within the vehicle; nil where no single company is concerned.
  public var company: Int?
  /// What happens.
  public let event: TraceEvent
  /// A stage, a fate, a part of the waterfall, a factor's value; may be empty.
  public var detail = ""
  /// Who pays; nil where no money changes hands.
  public var payer: String?
  /// Who receives.
  public var payee: String?
  /// In yuan, not negative; nil where nothing is paid or divided.
  public var amount: Double?
  /// Price of a share, 1 at entry; in a sale what was received for a share.
  public var price: Double?
  /// The company's value, new money included, in yuan.
  public var companyValue: Double?
  /// The vehicle's part of the company afterwards, 0.1 for 10 %.
  public var ownership: Double?
  /// What the stake is valued at afterwards, in yuan.
  public var stake: Double?
}

extension TraceEntry {
  init(_ event: TraceEvent, quarter: Int, start: CalendarQuarter, vehicle: String? = nil) {
    self.init(
      date: start.advanced(by: quarter), quarter: quarter, vehicle: vehicle, event: event)
  }

  private init(date: CalendarQuarter, quarter: Int, vehicle: String?, event: TraceEvent) {
    (self.date, self.quarter, self.event) = (date, quarter, event)
    self.vehicle = vehicle
  }

  /// What the company's holder gets, in yuan: negative where it pays.
  public var cash: Double? {
    switch event {
    case .bought, .followOn: amount.map { -$0 }
    case .sold, .soldAtTermEnd: amount
    default: nil
    }
  }
}
