/// Outcomes that this program knows by name.
enum BuiltInPreset: String, CaseIterable {
  case cnAngelNeutral = "cn_angel_neutral"
  case cnAngelGood = "cn_angel_good"
  case cnAngelStress = "cn_angel_stress"
  case usCorrelationVentures = "us_correlation_ventures"
  case shenzhen2018 = "shenzhen_2018"

  /// Their names.
  static let names = allCases.map(\.rawValue)

  /// The keys of `outcomes` that it sets, as YAML.
  var bytes: [UInt8] {
    switch self {
    case .cnAngelNeutral: PackageResources.cn_angel_neutral_yaml
    case .cnAngelGood: PackageResources.cn_angel_good_yaml
    case .cnAngelStress: PackageResources.cn_angel_stress_yaml
    case .usCorrelationVentures: PackageResources.us_correlation_ventures_yaml
    case .shenzhen2018: PackageResources.shenzhen_2018_yaml
    }
  }
}
