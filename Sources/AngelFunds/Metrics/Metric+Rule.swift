extension Metric {
  /// The rule that the figure is about; nil for figures that are always kept.
  var rule: ActiveRules? {
    switch self {
    case .reinvestmentObligation, .reinvestmentCredit, .reinvestmentMet, .reinvestmentShortfall,
      .feesDeducted:
      .reinvestment
    case .earlyShare, .earlyBelowFloor, .projectsBelowFloor: .limits
    case .recycled: .recycling
    case .appropriationShortfall, .yearsShort, .bridgeInterest, .idleAppropriationPeak,
      .idleAppropriationShare:
      .appropriation
    case .economicReturn, .stakeReturn, .returnBeforeConcession, .concessionCost, .concessionToGP,
      .concessionToPartners, .concessionToFounders:
      .concession
    case .subFundsClosed, .committed, .commitmentAdded, .commitmentCancelled, .commitmentCut,
      .commitmentUncalled:
      .fundRaising
    case .companiesDistinct, .largestCompanyShare: .sharedDeals
    case .leverageL4: .rounds
    case .lossRatioSeed, .lossRatioAngel, .lossRatioDirect, .breachSeed, .breachAngel,
      .breachDirect, .reviewBreach, .firstBreachYears, .firstBreachSeed, .firstBreachAngel,
      .firstBreachDirect, .wholeFundReviewBreach, .wholeFundFirstBreachYears:
      .tolerance
    default: nil
    }
  }
}
