/// A figure of one path, kept for every path.
///
/// The raw value is the name in the reports; `Docs/Model.md` defines each.
public enum Metric: String, CaseIterable, Hashable, Sendable {
  /// Calls paid over the whole life, in yuan.
  case paidIn = "paid_in"
  /// Money received over the whole life, in yuan.
  case distributions
  /// Distributions over paid-in capital at the end, where nothing is held any more.
  case tvpi
  /// Internal rate of return a year of the quarterly net flows; absent where there is none.
  case irr
  /// 1 where further rates solve the equation, else 0; the mother fund's only.
  case irrAmbiguous = "irr_ambiguous"
  /// Distributions over paid-in capital five years after the first call.
  case dpi5 = "dpi_5y"
  /// The same after seven years.
  case dpi7 = "dpi_7y"
  /// The same after ten years.
  case dpi10 = "dpi_10y"
  /// Distributions and net asset value over paid-in capital after five years.
  case tvpi5 = "tvpi_5y"
  /// The same after seven years.
  case tvpi7 = "tvpi_7y"
  /// The same after ten years.
  case tvpi10 = "tvpi_10y"
  /// Years until net cash is never negative again; absent where it stays negative.
  case paybackYears = "payback_years"
  /// The most by which payments were ahead of receipts, in yuan.
  case peakNetCashOut = "peak_net_cash_out"
  /// Proceeds over cost of companies, before fees and carry.
  case grossMOIC = "gross_moic"
  /// What losing companies lost, over the cost of all.
  case grossLossRatio = "gross_loss_ratio"
  /// Management fees paid, in yuan; the mother fund's own, elsewhere the sub-funds'.
  case managementFees = "mgmt_fees"
  /// Carry less what came back, in yuan; the scope's part.
  case carry
  /// Cost of local companies, of all partners, in yuan.
  case localInvested = "local_invested"
  /// Cost of local companies over what the mother fund paid in.
  case reinvestmentMultiple = "reinvestment_multiple"
  /// Companies bought.
  case companiesFunded = "companies_funded"
  /// Companies of class `zero`.
  case companiesWrittenOff = "companies_written_off"
  /// Companies of class `below_1x`.
  case companiesBelowCost = "companies_below_cost"
  /// Companies of class `from_1x_to_5x`.
  case companies1xTo5x = "companies_1x_to_5x"
  /// Companies of class `from_5x_to_10x`.
  case companies5xTo10x = "companies_5x_to_10x"
  /// Companies of class `above_10x`.
  case companiesAbove10x = "companies_above_10x"
  /// Companies that were unsold until the end of the term.
  case companiesSoldAtTermEnd = "companies_sold_at_term_end"
  /// Cost of follow-on investments, in yuan; the scope's part.
  case followOnInvested = "follow_on_invested"
  /// Value of stakes that were passed on unsold at the end of the term, in yuan; the scope's part.
  case distributedInKind = "distributed_in_kind"
  /// Companies held five years after the mother fund's first call.
  case companiesAlive5 = "companies_alive_5y"
  /// The same after seven years.
  case companiesAlive7 = "companies_alive_7y"
  /// The same after ten years.
  case companiesAlive10 = "companies_alive_10y"
  /// Part of all proceeds that the best 1 % of companies bring.
  case valueShareTop1 = "value_share_top_1pct"
  /// Part of all proceeds that the best 10 % of companies bring.
  case valueShareTop10 = "value_share_top_10pct"
  /// The most called and not yet placed money, in yuan.
  case idleCashPeak = "idle_cash_peak"
  /// Idle cash over paid-in capital, on average while vehicles invest.
  case idleCashShare = "idle_cash_share"
  /// Net flows discounted to the start at the scenario's rate, in yuan.
  case netPresentValue = "npv"
  /// What had to be invested locally by the due date, in yuan.
  case reinvestmentObligation = "reinvestment_obligation"
  /// What counts as invested locally by then, in yuan.
  case reinvestmentCredit = "reinvestment_credit"
  /// 1 where that is as much as had to be, else 0; absent where nothing had to be.
  case reinvestmentMet = "reinvestment_met"
  /// What is missing, added up over the sub-funds that miss something, in yuan.
  case reinvestmentShortfall = "reinvestment_shortfall"
  /// Management fees that were taken off for it, in yuan; the scope's part.
  case feesDeducted = "fees_deducted"
  /// Part of the cost that was paid for angel projects.
  case earlyShare = "early_share"
  /// 1 where that is less in a sub-fund than it has to be, else 0.
  case earlyBelowFloor = "early_below_floor"
  /// 1 where a sub-fund buys fewer companies than it has to, else 0.
  case projectsBelowFloor = "projects_below_floor"
  /// Cost of companies that were bought with proceeds, in yuan; the scope's part.
  case recycled
  /// What calls outran contributors' budgets by, in yuan.
  case appropriationShortfall = "appropriation_shortfall"
  /// Calendar years in which they did.
  case yearsShort = "years_short"
  /// Interest on what a lender paid in the meantime, in yuan.
  case bridgeInterest = "bridge_interest"
  /// The most drawn and not yet used money, in yuan.
  case idleAppropriationPeak = "idle_appropriation_peak"
  /// Drawn and not yet used money over paid-in capital, on average while vehicles invest.
  case idleAppropriationShare = "idle_appropriation_share"
  /// What stakes in vehicles bring over what is paid into them, had the mother fund given up nothing.
  case economicReturn = "economic_return"
  /// The same after what it gives up; before its own fee.
  case stakeReturn = "stake_return"
  /// The scope's multiple with what is given up added back to what it receives.
  case returnBeforeConcession = "return_before_concession"
  /// What the mother fund gives up, in yuan.
  case concessionCost = "concession_cost"
  /// The managers' part of it, in yuan.
  case concessionToGP = "concession_to_gp"
  /// The other partners' part of it, in yuan.
  case concessionToPartners = "concession_to_partners"
  /// The founders' part of it, in yuan.
  case concessionToFounders = "concession_to_founders"
  /// Sub-funds that find their other partners in time.
  case subFundsClosed = "sub_funds_closed"
  /// What the mother fund promises sub-funds that close, in yuan.
  case committed
  /// What it adds to planned commitments from money that others set free, in yuan.
  case commitmentAdded = "commitment_added"
  /// Commitments to sub-funds that do not close, in yuan.
  case commitmentCancelled = "commitment_cancelled"
  /// What commitments are cut by as sub-funds close smaller, in yuan.
  case commitmentCut = "commitment_cut"
  /// What is promised and never called, in yuan.
  case commitmentUncalled = "commitment_uncalled"
  /// Companies bought, those that several sub-funds hold counted once.
  case companiesDistinct = "companies_distinct"
  /// The largest part of the mother fund's money in companies that is in one of them.
  case largestCompanyShare = "largest_company_share"
  /// All money in companies' rounds, each counted once, over the mother fund's money in them.
  case leverageL4 = "leverage_l4"
  /// Losses of sub-funds of class seed together over their cost, at liquidation.
  case lossRatioSeed = "loss_ratio_seed"
  /// The same for class angel.
  case lossRatioAngel = "loss_ratio_angel"
  /// The same for direct investments.
  case lossRatioDirect = "loss_ratio_direct"
  /// 1 where that exceeds what is tolerated, else 0; absent where there is no limit.
  case breachSeed = "breach_seed"
  /// The same for class angel.
  case breachAngel = "breach_angel"
  /// The same for direct investments.
  case breachDirect = "breach_direct"
  /// 1 where losses exceed what is tolerated at a yearly review before the end, else 0.
  case reviewBreach = "review_breach"
  /// Years from the start to the first review or liquidation at which they do.
  case firstBreachYears = "first_breach_years"
  /// 1 where class seed is the first to exceed it, alone or with others, else 0.
  case firstBreachSeed = "first_breach_seed"
  /// The same for class angel.
  case firstBreachAngel = "first_breach_angel"
  /// The same for direct investments.
  case firstBreachDirect = "first_breach_direct"
  /// 1 where all vehicles' losses together exceed what the mother fund tolerates at a yearly review
  /// before the end, else 0.
  case wholeFundReviewBreach = "whole_fund_review_breach"
  /// Years from the start to the first review or liquidation at which they do.
  case wholeFundFirstBreachYears = "whole_fund_first_breach_years"
  /// The most that contributors would have to pay in one calendar year if there were no budgets, in
  /// yuan.
  case appropriationPeak = "appropriation_peak"
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
  /// A number of sub-funds.
  case funds
}

extension Metric {
  /// What the figure is measured in.
  public var unit: MetricUnit {
    switch self {
    case .paidIn, .distributions, .peakNetCashOut, .managementFees, .carry, .localInvested,
      .idleCashPeak, .netPresentValue, .followOnInvested, .distributedInKind,
      .reinvestmentObligation, .reinvestmentCredit, .reinvestmentShortfall, .feesDeducted,
      .recycled,
      .appropriationShortfall, .bridgeInterest, .idleAppropriationPeak,
      .concessionCost, .concessionToGP, .concessionToPartners, .concessionToFounders, .committed,
      .commitmentAdded, .commitmentCancelled, .commitmentCut, .commitmentUncalled,
      .appropriationPeak:
      .yuan
    case .tvpi, .dpi5, .dpi7, .dpi10, .tvpi5, .tvpi7, .tvpi10, .grossMOIC,
      .reinvestmentMultiple, .economicReturn, .stakeReturn, .returnBeforeConcession,
      .leverageL4:
      .multiple
    case .irr: .rate
    case .irrAmbiguous, .grossLossRatio, .valueShareTop1, .valueShareTop10, .idleCashShare,
      .reinvestmentMet, .earlyShare, .earlyBelowFloor, .projectsBelowFloor,
      .idleAppropriationShare, .lossRatioSeed, .lossRatioAngel, .lossRatioDirect, .breachSeed,
      .breachAngel, .breachDirect, .reviewBreach, .firstBreachSeed, .firstBreachAngel,
      .firstBreachDirect, .wholeFundReviewBreach:
      .share
    case .largestCompanyShare: .share
    case .paybackYears, .yearsShort, .firstBreachYears, .wholeFundFirstBreachYears: .years
    case .subFundsClosed: .funds
    case .companiesDistinct, .companiesFunded, .companiesWrittenOff, .companiesBelowCost,
      .companies1xTo5x,
      .companies5xTo10x, .companiesAbove10x, .companiesSoldAtTermEnd, .companiesAlive5,
      .companiesAlive7, .companiesAlive10:
      .companies
    }
  }

  /// Whether the figure belongs to the mother fund alone.
  var isMotherFundOnly: Bool {
    switch self {
    case .irrAmbiguous, .companiesAlive5, .companiesAlive7, .companiesAlive10, .valueShareTop1,
      .valueShareTop10, .idleCashPeak, .idleCashShare, .netPresentValue,
      .appropriationShortfall, .yearsShort, .bridgeInterest, .idleAppropriationPeak,
      .idleAppropriationShare, .companiesDistinct, .largestCompanyShare, .leverageL4,
      .appropriationPeak:
      true
    case .lossRatioSeed, .lossRatioAngel, .lossRatioDirect, .breachSeed, .breachAngel,
      .breachDirect, .firstBreachSeed, .firstBreachAngel, .firstBreachDirect,
      .wholeFundReviewBreach, .wholeFundFirstBreachYears:
      true
    default: false
    }
  }

  /// Whether the figure judges a fund by itself and is not told of stakes in several.
  var isOfSingleFunds: Bool { self == .reviewBreach || self == .firstBreachYears }

  /// Whether the figure says if something happened: 1 or 0.
  var isEvent: Bool {
    switch self {
    case .irrAmbiguous, .reinvestmentMet, .earlyBelowFloor, .projectsBelowFloor, .breachSeed,
      .breachAngel, .breachDirect, .reviewBreach, .firstBreachSeed, .firstBreachAngel,
      .firstBreachDirect, .wholeFundReviewBreach:
      true
    default: false
    }
  }

  /// Whether money of all partners is counted, not the scope's part of it.
  var isCountedWhole: Bool {
    switch self {
    case .localInvested, .reinvestmentObligation, .reinvestmentCredit, .reinvestmentShortfall:
      true
    default: false
    }
  }

  /// The figures kept for the mother fund, in the order in which they are computed.
  static let ofMotherFund = allCases
  /// The figures kept for a sub-fund or the direct book.
  static let ofFunds = allCases.filter { !$0.isMotherFundOnly }
  /// The figures kept for an anchor of several sub-funds.
  static let ofAnchors = ofFunds.filter { !$0.isOfSingleFunds }

  /// Those of a scope, in the order in which they are computed.
  static func kept(of scope: Scope) -> [Metric] {
    switch scope {
    case .motherFund: ofMotherFund
    case .subFund: ofFunds
    case .anchor: ofAnchors
    case .contributor: []
    }
  }
}
