/// What a sub-fund owes in local investment (返投), against what it can be expected to count.
public struct LocalObligation: Sendable {
  /// The sub-fund.
  public let fund: SubFund
  /// What is owed once the mother fund has paid all it promised, in yuan.
  public let owed: Double
  /// Probability that a company counts, from 0 to 1, if it only has time enough.
  public let recognisedShare: Double
  /// What is invested in companies, in yuan.
  public let investable: Double
  /// What can be expected to count at best, in yuan.
  public let expected: Double
  /// What hardly ever counts more: four standard deviations above that, in yuan.
  public let most: Double
  /// Expected number of companies.
  public let companies: Double

  /// The obligation of a sub-fund; nil where it owes nothing.
  init?(_ fund: SubFund, _ dealFlow: DealFlow) {
    let rule = fund.rules.reinvestment
    guard rule.multiple > 0 else { return nil }
    let purchases = ExpectedPurchases(fund, dealFlow)
    let local = rule.localShare(dealFlow.localShare)
    let share = local + (1 - local) * min(1, rule.recognition.elsewhere)
    let credit = purchases.investable * (1 + rule.recognition.otherFunds)
    self.fund = fund
    owed = rule.multiple * fund.commitment
    recognisedShare = share
    investable = purchases.investable
    expected = credit * share
    most = credit * purchases.most(of: share)
    companies = purchases.companies
  }
}

extension Recognition {
  /// Probability that a company from elsewhere counts, if it only has time enough.
  fileprivate var elsewhere: Double {
    (countsRelocated ? relocationProbability : 0) + (countsSubsidiaries ? subsidiaryProbability : 0)
  }
}

extension Scenario {
  /// Sub-funds that owe local investment and fall short of it on average, by name.
  public var localShortfalls: [LocalObligation] {
    subFunds.compactMap { fund in
      anchors.first { $0.id == fund.anchor }.flatMap { LocalObligation(fund, $0.dealFlow) }
    }
    .filter { $0.expected < $0.owed }
  }
}
