/// A section of a scenario that a preset can stand for.
enum PresetSection: String, CaseIterable {
  case outcomes
  case rules

  /// The section whose preset is named at a key path, such as `outcomes` or `outcomes.preset`.
  init?(naming path: String) {
    self.init(rawValue: path.hasSuffix(".preset") ? String(path.dropLast(7)) : path)
  }

  /// The names of this program's presets.
  var names: [String] {
    switch self {
    case .outcomes: BuiltInPreset.names
    case .rules: RulePreset.names
    }
  }

  /// The keys that a preset of this program sets, as YAML; nil for other names.
  func bytes(of name: String) -> [UInt8]? {
    switch self {
    case .outcomes: BuiltInPreset(rawValue: name)?.bytes
    case .rules: RulePreset(rawValue: name)?.bytes
    }
  }

  /// Keys that are the scenario's own matter, which a preset leaves as they are; `rules: none`
  /// turns them off, too.
  func keptKeys(under preset: String?) -> [String] {
    switch self {
    case .outcomes: []
    case .rules:
      preset == RulePreset.none.rawValue ? [] : ["appropriation", "evaluation", "shared_deals"]
    }
  }

  /// What the key `preset` means.
  var help: String {
    switch self {
    case .outcomes: "outcomes that hold in place of the defaults and of all that stood here before"
    case .rules:
      "a city's rules, in place of all that stood here but appropriation, evaluation, shared_deals"
    }
  }
}

/// Rules of public money that this program knows by name.
enum RulePreset: String, CaseIterable {
  /// No rules at all.
  case none
  case dongguan2024 = "dongguan_2024"
  case guangzhouKaifaqu2025 = "guangzhou_kaifaqu_2025"
  case hefei
  case shenzhen2018 = "shenzhen_2018"
  case suzhou522 = "suzhou_522"

  /// Their names.
  static let names = allCases.map(\.rawValue)

  /// The keys of `rules` that it sets, as YAML.
  var bytes: [UInt8] {
    switch self {
    case .none: Array("{}".utf8)
    case .dongguan2024: PackageResources.rules_dongguan_2024_yaml
    case .guangzhouKaifaqu2025: PackageResources.rules_guangzhou_kaifaqu_2025_yaml
    case .hefei: PackageResources.rules_hefei_yaml
    case .shenzhen2018: PackageResources.rules_shenzhen_2018_yaml
    case .suzhou522: PackageResources.rules_suzhou_522_yaml
    }
  }
}
