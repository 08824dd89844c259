/// A figure of the mother fund of which more, or less, is better.
public struct RankFigure: Hashable, Sendable {
  /// The figure.
  public let figure: PathFigure
  /// Whether more of it is better.
  public let isHigherBetter: Bool

  /// Other names for figures.
  public static let aliases = ["dpi": "tvpi", "loss_probability": "loss_beyond_tolerance"]

  /// Every name that is taken, aliases first.
  public static let names =
    aliases.keys.sorted()
    + PathFigure.all.filter { isHigherBetter($0) != nil }.map(\.name)

  /// The figure of a name; nil if there is none, or if neither more nor less of it is better.
  public init?(named name: String) {
    guard
      let figure = PathFigure(named: Self.aliases[name] ?? name),
      let isHigherBetter = Self.isHigherBetter(figure)
    else { return nil }
    self.figure = figure
    self.isHigherBetter = isHigherBetter
  }

  /// Whether more of a figure is better; nil where that is a matter of taste.
  private static func isHigherBetter(_ figure: PathFigure) -> Bool? {
    switch figure.content {
    case .kept(let metric): isHigherBetter(metric)
    case .difference(.distributions, .paidIn): true
    case .difference: nil
    case .lossRatio, .lossBeyondTolerance, .below1: false
    }
  }

  private static func isHigherBetter(_ metric: Metric) -> Bool? {
    switch metric {
    case .distributions, .tvpi, .irr, .dpi5, .dpi7, .dpi10, .tvpi5, .tvpi7, .tvpi10, .grossMOIC,
      .localInvested, .reinvestmentMultiple, .netPresentValue, .reinvestmentCredit,
      .reinvestmentMet, .earlyShare, .economicReturn, .stakeReturn, .returnBeforeConcession,
      .subFundsClosed, .leverageL4:
      true
    case .paybackYears, .peakNetCashOut, .grossLossRatio, .managementFees, .idleCashPeak,
      .idleCashShare, .reinvestmentShortfall, .earlyBelowFloor, .projectsBelowFloor,
      .appropriationShortfall, .yearsShort, .bridgeInterest,
      .idleAppropriationPeak, .idleAppropriationShare,
      .largestCompanyShare, .concessionCost, .commitmentCancelled, .commitmentCut,
      .commitmentUncalled, .appropriationPeak:
      false
    case .lossRatioSeed, .lossRatioAngel, .lossRatioDirect, .breachSeed, .breachAngel,
      .breachDirect, .reviewBreach, .wholeFundReviewBreach:
      false
    case .wholeFundFirstBreachYears, .firstBreachYears, .firstBreachSeed, .firstBreachAngel,
      .firstBreachDirect:
      nil
    case .paidIn, .irrAmbiguous, .carry, .companiesFunded, .companiesWrittenOff,
      .companiesBelowCost, .companies1xTo5x, .companies5xTo10x, .companiesAbove10x,
      .companiesSoldAtTermEnd, .companiesAlive5, .companiesAlive7, .companiesAlive10,
      .valueShareTop1, .valueShareTop10, .followOnInvested, .distributedInKind,
      .reinvestmentObligation, .feesDeducted, .recycled, .companiesDistinct, .concessionToGP,
      .concessionToPartners,
      .concessionToFounders, .committed, .commitmentAdded:
      nil
    }
  }
}
