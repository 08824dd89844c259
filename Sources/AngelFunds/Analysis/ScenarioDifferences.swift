/// A key in which two scenarios differ.
public struct KeyDifference: Hashable, Sendable {
  /// The key's path.
  public let key: String
  /// Its value in the base, in canonical form; nil if the base has no such key.
  public let base: String?
  /// Its value in the variant; nil if the variant has no such key.
  public let variant: String?
  /// Whether both runs took the value; a seed or a number of paths may come from elsewhere.
  public let isUsed: Bool

  /// Whether the key only names something in reports.
  public var isName: Bool {
    let parts = key.split(separator: ".")
    return ["title", "language"].contains(parts.first) || parts.contains("label")
      || (parts.first == "sectors" && parts.count > 1)
  }

  /// Every key in which two runs' scenarios differ, those that only name something last.
  static func all(_ base: Provenance, _ variant: Provenance) -> [KeyDifference] {
    let (left, right) = (entries(base), entries(variant))
    let keys = Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }
    return keys.map { key in
      KeyDifference(
        key: key, base: left[key], variant: right[key],
        isUsed: isUsed(key, left[key], base) && isUsed(key, right[key], variant))
    }.sorted { ($0.isName ? 1 : 0, $0.key) < ($1.isName ? 1 : 0, $1.key) }
  }

  private static func entries(_ provenance: Provenance) -> [String: String] {
    provenance.scenarioResolved.split(separator: "\n").reduce(into: [:]) { entries, line in
      guard let colon = line.firstIndex(of: ":") else { return }
      entries[String(line[..<colon])] = trimmed(line[line.index(after: colon)...])
    }
  }

  private static func isUsed(_ key: String, _ value: String?, _ run: Provenance) -> Bool {
    switch key {
    case "seed": value == String(run.seed)
    case "paths": value == String(run.paths)
    default: true
    }
  }
}

/// Why the model cannot rank two scenarios.
public enum Likeness: Hashable, Sendable {
  /// They are the same for the model, names included.
  case same
  /// They differ only in names.
  case names
  /// They differ only in how money is divided over sub-funds of the same deal flow, terms, start
  /// and engine.
  case division

  /// Nil if the scenarios differ in something that the model can rank.
  init?(_ base: Scenario, _ variant: Scenario) {
    guard Surroundings(base) == Surroundings(variant) else { return nil }
    if Fund.all(base) == Fund.all(variant) {
      self = base.isNamed(as: variant) ? .same : .names
      return
    }
    let (left, right) = (base.commitmentsByClass, variant.commitmentsByClass)
    guard
      left.keys == right.keys,
      left.allSatisfy({ abs($0.value - (right[$0.key] ?? 0)) <= 1e-9 * $0.value })
    else { return nil }
    self = .division
  }

  /// Everything that the model knows besides sub-funds.
  private struct Surroundings: Hashable {
    let start: CalendarQuarter
    let motherFund: MotherFund
    let contributors: [Payer]
    let direct: DirectInvestment
    let outcomes: Outcomes
    let dependence: Dependence
    let termEnd: TermEnd
    let tolerance: LossTolerance
    let appropriation: Appropriation?
    let stateExit: StateExit
    let sharedDeals: Double
    /// The direct book's part of the rules of sub-funds.
    let concession: Concession

    struct Payer: Hashable {
      let id: String
      let kind: Contributor.Kind
      let share: Double
    }

    init(_ scenario: Scenario) {
      start = scenario.start
      motherFund = scenario.motherFund
      contributors = scenario.contributors.map { Payer(id: $0.id, kind: $0.kind, share: $0.share) }
      direct = scenario.direct
      outcomes = scenario.outcomes
      dependence = scenario.dependence
      termEnd = scenario.termEnd
      tolerance = scenario.rules.tolerance
      appropriation = scenario.rules.appropriation
      stateExit = scenario.rules.stateExit
      sharedDeals = scenario.rules.sharedDeals
      concession = scenario.rules.funds.concession
    }
  }

  /// What the model knows of a sub-fund.
  private struct Fund: Hashable {
    let stream: String
    let commitment: Double
    let content: FundClass

    static func all(_ scenario: Scenario) -> Set<Fund> {
      Set(
        scenario.subFunds.map {
          Fund(stream: $0.stream, commitment: $0.commitment, content: scenario.fundClass(of: $0))
        })
    }
  }
}

/// What makes sub-funds equal for the model but for their size and their chance.
private struct FundClass: Hashable {
  let dealFlow: DealFlow?
  /// The anchor whose companies it shares with others, where there are only so many.
  let limitedAnchor: String?
  let terms: SubFundTerms
  let startQuarter: Int
  let engine: Outcomes.Engine
  let lossClass: LossClass
  let rules: FundRules
}

extension Scenario {
  fileprivate func fundClass(of fund: SubFund) -> FundClass {
    let dealFlow = anchors.first { $0.id == fund.anchor }?.dealFlow
    return FundClass(
      dealFlow: dealFlow, limitedAnchor: dealFlow?.companiesAYear == nil ? nil : fund.anchor,
      terms: fund.terms,
      startQuarter: fund.startQuarter, engine: fund.engine, lossClass: fund.lossClass,
      rules: fund.rules)
  }

  /// Commitments to sub-funds that are equal for the model, together.
  fileprivate var commitmentsByClass: [FundClass: Double] {
    subFunds.reduce(into: [:]) { $0[fundClass(of: $1), default: 0] += $1.commitment }
  }

  fileprivate func isNamed(as other: Scenario) -> Bool {
    title == other.title && sectors == other.sectors && anchors == other.anchors
      && contributors.map(\.label) == other.contributors.map(\.label)
      && subFunds.map(\.label) == other.subFunds.map(\.label)
      && subFunds.map(\.id) == other.subFunds.map(\.id)
      && subFunds.map(\.anchor) == other.subFunds.map(\.anchor)
  }
}
