/// Which rules of public money are on; each has figures of its own.
struct ActiveRules: OptionSet, Hashable, Sendable {
  let rawValue: Int

  static let concession = ActiveRules(rawValue: 1)
  static let reinvestment = ActiveRules(rawValue: 2)
  static let limits = ActiveRules(rawValue: 4)
  static let fundRaising = ActiveRules(rawValue: 8)
  static let tolerance = ActiveRules(rawValue: 16)
  static let appropriation = ActiveRules(rawValue: 32)
  static let sharedDeals = ActiveRules(rawValue: 64)
  /// Not a rule: whether companies' rounds are simulated, and with them what others put in.
  static let rounds = ActiveRules(rawValue: 128)
  static let recycling = ActiveRules(rawValue: 256)

  init(rawValue: Int) { self.rawValue = rawValue }

  /// The rules that are on somewhere in a scenario.
  init(_ scenario: Scenario) {
    var active: ActiveRules = []
    for rules in scenario.subFunds.map(\.rules) + [scenario.rules.funds] {
      if rules.concession.form != .none { active.insert(.concession) }
      if rules.reinvestment != .off { active.insert(.reinvestment) }
      if rules.limits.hasChance { active.insert(.limits) }
      if rules.fundRaising != .off { active.insert(.fundRaising) }
    }
    if scenario.subFunds.contains(where: { $0.terms.recycling > 0 }) { active.insert(.recycling) }
    if scenario.rules.tolerance != .off { active.insert(.tolerance) }
    if scenario.rules.appropriation != nil { active.insert(.appropriation) }
    if scenario.rules.sharedDeals > 0 { active.insert(.sharedDeals) }
    let engines = scenario.subFunds.map(\.engine) + [scenario.direct.engine]
    if engines.contains(.rounds) { active.insert(.rounds) }
    self = active
  }
}

extension FundLimits {
  /// Whether it is a matter of chance if the limits are kept.
  fileprivate var hasChance: Bool {
    projectFloor != nil || earlyFloor != nil || eligibility != nil
  }
}
