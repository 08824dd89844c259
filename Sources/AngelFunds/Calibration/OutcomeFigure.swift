/// A figure of companies alone: what a table of outcomes implies, before any fund.
///
/// The raw value is the name in tables.
public enum OutcomeFigure: String, CaseIterable, Hashable, Sendable {
  /// Companies that raise a round after angel money.
  case nextRound = "next_round"
  /// Companies that reach round B.
  case reachesB = "reaches_round_b"
  /// Companies that reach round C.
  case reachesC = "reaches_round_c"
  /// Companies that raise money before a listing.
  case reachesPreIPO = "reaches_pre_ipo"
  /// Companies that go public.
  case listed
  /// Companies that close.
  case writtenOff = "written_off"
  /// Companies that neither grow nor close.
  case zombie
  /// Share transfers among exits by transfer, buy-back, acquisition or listing.
  case exitsByTransfer = "exits_by_secondary_transfer"
  /// Buy-backs among those.
  case exitsByBuyback = "exits_by_buyback"
  /// Acquisitions among those.
  case exitsByAcquisition = "exits_by_m_and_a"
  /// Listings among those.
  case exitsByListing = "exits_by_ipo"
  /// Companies that bring back less than their cost.
  case below1x = "below_1x"
  /// Companies that bring back 1 to 5 times their cost.
  case from1xTo5x = "from_1x_to_5x"
  /// Companies that bring back 5 to 10 times their cost.
  case from5xTo10x = "from_5x_to_10x"
  /// Companies that bring back at least 10 times their cost.
  case above10x = "above_10x"
  /// Mean gross multiple on cost.
  case meanMultiple = "mean_multiple"
  /// Part of all proceeds that companies of at least 10 times bring.
  case valueAbove10x = "value_above_10x"
  /// Part of all proceeds that comes within 5 years of the cheque.
  case realised5 = "realised_5y"
  /// The same within 7 years.
  case realised7 = "realised_7y"
  /// The same within 8 years.
  case realised8 = "realised_8y"
  /// The same within 10 years.
  case realised10 = "realised_10y"
  /// The same within 12 years.
  case realised12 = "realised_12y"
  /// The same within 15 years.
  case realised15 = "realised_15y"
  /// Companies of which nothing has come back after 60 years, where figures end.
  case unfinished
  /// Companies ever worth a thousand million US dollars.
  case unicorn
  /// Companies worth a hundred million US dollars four years after the cheque.
  case worth100mAfter4Years = "worth_100m_usd_4y"
  /// The same four and a half years after the first of cheques spread over four years.
  case worth100mAtSnapshot = "worth_100m_usd_snapshot"
  /// Unicorns at that date.
  case unicornAtSnapshot = "unicorn_snapshot"
  /// Proceeds and values at the last round over cost at that date.
  case valueAtSnapshot = "value_snapshot"

  /// Yuan to a US dollar, about that of 2022 to 2024; for companies' values only.
  static let yuanPerDollar = 7.2
  /// Years of proceeds, with their figures.
  static let realised: [(years: Int, figure: OutcomeFigure)] = [
    (5, .realised5), (7, .realised7), (8, .realised8), (10, .realised10), (12, .realised12),
    (15, .realised15),
  ]

  /// Whether the figure is a multiple of the cost; others are shares.
  public var isMultiple: Bool { self == .meanMultiple || self == .valueAtSnapshot }

  /// Whether engine `multiples` knows it.
  var isOfMultiples: Bool {
    switch self {
    case .below1x, .from1xTo5x, .from5xTo10x, .above10x, .meanMultiple, .valueAbove10x, .realised5,
      .realised7, .realised8, .realised10, .realised12, .realised15:
      true
    default: false
    }
  }
}

/// Sums of one path, from which a figure is a ratio.
struct StudySums {
  private(set) var parts: [Double]
  private(set) var wholes: [Double]

  init() {
    parts = [Double](repeating: 0, count: OutcomeFigure.allCases.count)
    wholes = parts
  }

  mutating func add(_ part: Double, of whole: Double, to figure: OutcomeFigure) {
    parts[figure.index] += part
    wholes[figure.index] += whole
  }

  mutating func add(_ isPart: Bool, to figure: OutcomeFigure) {
    add(isPart ? 1 : 0, of: 1, to: figure)
  }
}

extension OutcomeFigure {
  /// Position in `allCases`.
  var index: Int { Self.positions[self] ?? 0 }

  private static let positions = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
