/// Limits as they are written, with what counts as an angel project even where nobody asks.
struct WrittenLimits {
  /// What happens to projects that are no angel projects.
  enum Policy: String, Sendable, CaseIterable {
    /// Nobody asks.
    case off
    /// They are bought, and counted.
    case count
    /// They are passed over.
    case skip
  }

  /// Without what counts as an angel project.
  let limits: FundLimits
  let policy: Policy
  let eligibility: Eligibility

  /// The limits without what has no effect.
  var effective: FundLimits {
    policy == .off ? limits : limits.with(eligibility: eligibility)
  }

  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<WrittenLimits>) {
    let limits = FundLimits(&reader, inheriting: defaults.same(\.limits))
    let own = reader.section("eligibility", "what counts as an angel project") {
      reader -> (Policy, Eligibility)? in
      let policy: Policy? = reader.value(
        "policy", .choice, default: defaults("eligibility.policy", \.policy, else: "off"),
        "what happens to other projects; off for no such question")
      let rule = Eligibility(
        &reader, policy: policy == .skip ? .skip : .count,
        inheriting: defaults.part("eligibility", \.eligibility))
      guard let policy, let rule else { return nil }
      return (policy, rule)
    }
    guard let limits, let own else { return nil }
    (self.limits, policy, eligibility) = (limits, own.0, own.1)
    guard policy == .off, let floor = limits.earlyFloor else { return }
    reader.report(
      "early_floor",
      "is \(NumberSpelling.percent(floor)), but eligibility.policy is off, so that nothing tells "
        + "which are angel projects; set it to count or skip")
    return nil
  }
}

extension FundLimits {
  /// Reads the limits other than what counts as an angel project.
  fileprivate init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<FundLimits>) {
    let share = ValueForm.positiveShare.orNone
    let cap = reader.value(
      "contribution_cap", share,
      default: defaults("contribution_cap", \.contributionCap, else: "none"),
      "the most that the mother fund's part of a sub-fund may be")
    let governments = reader.value(
      "government_cap", share, default: defaults("government_cap", \.governmentCap, else: "none"),
      "the most that all governments' parts may be together")
    let manager = reader.value(
      "gp_minimum", share, default: defaults("gp_minimum", \.gpMinimum, else: "none"),
      "the least that the manager's part may be")
    let size = Size(&reader, inheriting: defaults)
    let purchases = Purchases(&reader, inheriting: defaults)
    guard let cap, let governments, let manager, let size, let purchases else { return nil }
    self.init(
      contributionCap: cap, governmentCap: governments, gpMinimum: manager,
      leastSize: size.least, mostSize: size.most, mostCommitment: size.commitment,
      projectShareCap: purchases.share, projectAmountCap: purchases.amount,
      projectFloor: purchases.projects, earlyFloor: purchases.early, eligibility: nil)
  }

  /// The same limits with what counts as an angel project.
  fileprivate func with(eligibility: Eligibility) -> FundLimits {
    FundLimits(
      contributionCap: contributionCap, governmentCap: governmentCap, gpMinimum: gpMinimum,
      leastSize: leastSize, mostSize: mostSize, mostCommitment: mostCommitment,
      projectShareCap: projectShareCap, projectAmountCap: projectAmountCap,
      projectFloor: projectFloor, earlyFloor: earlyFloor, eligibility: eligibility)
  }
}

/// How large a sub-fund may be.
private struct Size {
  let least: Double?
  let most: Double?
  let commitment: Double?

  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<FundLimits>) {
    let amount = ValueForm.amount.orNone
    let size = reader.section("size", "what all partners together may promise") {
      reader -> (Double?, Double?)? in
      let least = reader.value(
        "least", amount, default: defaults("size.least", \.leastSize, else: "none"),
        "the least that they must promise")
      let most = reader.value(
        "most", amount, default: defaults("size.most", \.mostSize, else: "none"),
        "the most that they may promise")
      guard let least, let most else { return nil }
      guard let low = least, let high = most, low > high else { return (least, most) }
      reader.report(
        "least",
        "must be at most size.most (\(NumberSpelling.amount(high))), not "
          + NumberSpelling.amount(low))
      return nil
    }
    let commitment = reader.value(
      "most_commitment", amount,
      default: defaults("most_commitment", \.mostCommitment, else: "none"),
      "the most that the mother fund may promise one sub-fund")
    guard let size, let commitment else { return nil }
    (least, most, self.commitment) = (size.0, size.1, commitment)
  }
}

/// What a sub-fund may and must buy.
private struct Purchases {
  let share: Double?
  let amount: Double?
  let projects: Int?
  let early: Double?

  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<FundLimits>) {
    let share = reader.value(
      "project_share_cap", ValueForm.positiveShare.orNone,
      default: defaults("project_share_cap", \.projectShareCap, else: "none"),
      "the most that one project may get, as a part of the sub-fund's size")
    let amount = reader.value(
      "project_amount_cap", ValueForm.amount.orNone,
      default: defaults("project_amount_cap", \.projectAmountCap, else: "none"),
      "the most that one project may get, in yuan")
    let projects = reader.value(
      "project_floor", ValueForm.count(in: 1...2000).orNone,
      default: defaults("project_floor", \.projectFloor, else: "none"),
      "the least number of projects")
    let early = reader.value(
      "early_floor", ValueForm.positiveShare.orNone,
      default: defaults("early_floor", \.earlyFloor, else: "none"),
      "the least part of the cost in angel projects")
    guard let share, let amount, let projects, let early else { return nil }
    (self.share, self.amount, self.projects, self.early) = (share, amount, projects, early)
  }
}
