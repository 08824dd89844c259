/// A figure of one path, kept for every path.
///
/// The raw value is the name in the reports; `Docs/Model.md` defines each.
public enum Metric: String, CaseIterable, Hashable, Sendable {
  case paidIn = "paid_in"
  case distributions
  case tvpi
  case irr
  case irrAmbiguous = "irr_ambiguous"
  case dpi5 = "dpi_5y"
  case dpi7 = "dpi_7y"
  case dpi10 = "dpi_10y"
  case tvpi5 = "tvpi_5y"
  case tvpi7 = "tvpi_7y"
  case tvpi10 = "tvpi_10y"
  case paybackYears = "payback_years"
  case peakNetCashOut = "peak_net_cash_out"
  case grossMOIC = "gross_moic"
  case grossLossRatio = "gross_loss_ratio"
  case managementFees = "mgmt_fees"
  case carry
  case localInvested = "local_invested"
  case reinvestmentMultiple = "reinvestment_multiple"
  case companiesFunded = "companies_funded"
  case companiesWrittenOff = "companies_written_off"
  case companiesBelowCost = "companies_below_cost"
  case companies1xTo5x = "companies_1x_to_5x"
  case companies5xTo10x = "companies_5x_to_10x"
  case companiesAbove10x = "companies_above_10x"
  case companiesSoldAtTermEnd = "companies_sold_at_term_end"
  case companiesAlive5 = "companies_alive_5y"
  case companiesAlive7 = "companies_alive_7y"
  case companiesAlive10 = "companies_alive_10y"
  case valueShareTop1 = "value_share_top_1pct"
  case valueShareTop10 = "value_share_top_10pct"
  case idleCashPeak = "idle_cash_peak"
  case idleCashShare = "idle_cash_share"
  case netPresentValue = "npv"
}

/// What a figure is measured in.
public enum MetricUnit: String, Hashable, Sendable {
  /// Yuan.
  case yuan = "CNY"
  /// A multiple of what was paid.
  case multiple = "x"
  /// A part of a whole, 0.1 for 10 %.
  case share
  /// A rate a year, 0.1 for 10 %.
  case rate = "per_year"
  /// Years.
  case years
  /// A number of companies.
  case companies
}

extension Metric {
  /// What the figure is measured in.
  public var unit: MetricUnit {
    switch self {
    case .paidIn, .distributions, .peakNetCashOut, .managementFees, .carry, .localInvested,
      .idleCashPeak, .netPresentValue:
      .yuan
    case .tvpi, .dpi5, .dpi7, .dpi10, .tvpi5, .tvpi7, .tvpi10, .grossMOIC,
      .reinvestmentMultiple:
      .multiple
    case .irr: .rate
    case .irrAmbiguous, .grossLossRatio, .valueShareTop1, .valueShareTop10, .idleCashShare:
      .share
    case .paybackYears: .years
    case .companiesFunded, .companiesWrittenOff, .companiesBelowCost, .companies1xTo5x,
      .companies5xTo10x, .companiesAbove10x, .companiesSoldAtTermEnd, .companiesAlive5,
      .companiesAlive7, .companiesAlive10:
      .companies
    }
  }

  /// Whether the figure belongs to the mother fund alone.
  var isMotherFundOnly: Bool {
    switch self {
    case .irrAmbiguous, .companiesAlive5, .companiesAlive7, .companiesAlive10, .valueShareTop1,
      .valueShareTop10, .idleCashPeak, .idleCashShare, .netPresentValue:
      true
    default: false
    }
  }

  /// The figures kept for the mother fund, in the order in which they are computed.
  static let ofMotherFund = allCases
  /// The figures kept for a sub-fund or an anchor.
  static let ofParts = allCases.filter { !$0.isMotherFundOnly }
}
