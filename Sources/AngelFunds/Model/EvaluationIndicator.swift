/// An indicator of the national evaluation of government funds (投向评价); the raw value is the name
/// in `evaluation.csv`.
///
/// Second-hand, from a public project that codes the trial rules; see `Docs/Sources.md`, S50.
public enum EvaluationIndicator: String, CaseIterable, Hashable, Sendable {
  /// Share of projects of new-quality productivity.
  case newQualityProductivity = "new_quality_productivity"
  /// New patents and results.
  case patents
  /// Results that are put to use.
  case technologyTransfer = "technology_transfer"
  /// Bottleneck fields.
  case bottleneckFields = "bottleneck_fields"
  /// How much has to be invested locally.
  case reinvestmentSetting = "reinvestment_setting"
  /// That no company has to move.
  case noRelocation = "no_relocation_condition"
  /// That the rules of the unified market are kept.
  case noMarketBreach = "no_market_breach"
  /// Green development.
  case green
  /// Share of private companies.
  case privateCompanies = "private_companies"
  /// Early and small companies, or long holding.
  case patientCapital = "patient_capital"
  /// Share of social capital in sub-funds' commitments.
  case socialCapital = "social_capital"
  /// Rank by jobs, taxes and revenue.
  case localEconomy = "local_economy"
  /// What is done for key fields.
  case keyFieldContribution = "key_field_contribution"
  /// Regional strategy.
  case regionalStrategy = "regional_strategy"
  /// Share of key fields.
  case keyFieldShare = "key_field_share"
  /// Use of capacity.
  case capacityUse = "capacity_use"
  /// Paid-in capital over the size.
  case paidIn = "paid_in"
  /// Idle cash over paid-in capital.
  case idleCash = "idle_cash"
  /// Rate of return.
  case rateOfReturn = "rate_of_return"
  /// Growth of net assets.
  case assetGrowth = "asset_growth"
  /// The manager.
  case manager

  /// Those that a simulation knows, in the order in which a path's points are kept.
  static let simulated = allCases.filter(\.isSimulated)

  /// Whether the simulation knows what its points depend on.
  public var isSimulated: Bool {
    switch self {
    case .reinvestmentSetting, .patientCapital, .socialCapital, .paidIn, .idleCash, .rateOfReturn,
      .assetGrowth:
      true
    default: false
    }
  }

  /// The most points that it gives; all together 100.
  public var most: Int {
    switch self {
    case .newQualityProductivity, .regionalStrategy, .keyFieldShare, .capacityUse: 10
    case .manager: 6
    case .bottleneckFields, .green, .privateCompanies, .patientCapital, .socialCapital,
      .localEconomy, .keyFieldContribution:
      5
    case .noMarketBreach: 4
    case .patents, .reinvestmentSetting, .noRelocation: 3
    case .technologyTransfer: 2
    case .paidIn, .idleCash, .rateOfReturn, .assetGrowth: 1
    }
  }

  /// What reports call it.
  public var label: Label {
    switch self {
    case .newQualityProductivity:
      Label(english: "New-quality productivity", chinese: "新质生产力投资占比")
    case .patents: Label(english: "Patents and results", chinese: "新增专利与成果")
    case .technologyTransfer: Label(english: "Technology transfer", chinese: "成果转化")
    case .bottleneckFields: Label(english: "Bottleneck fields", chinese: "“卡脖子”领域")
    case .reinvestmentSetting:
      Label(english: "Local reinvestment that is asked for", chinese: "返投要求")
    case .noRelocation: Label(english: "No condition to relocate", chinese: "不以迁入为条件")
    case .noMarketBreach: Label(english: "Unified market kept", chinese: "无违反统一大市场行为")
    case .green: Label(english: "Green development", chinese: "绿色发展")
    case .privateCompanies: Label(english: "Private companies", chinese: "民营企业占比")
    case .patientCapital:
      Label(english: "Patient capital: early, small, long", chinese: "耐心资本（投早投小投长期）")
    case .socialCapital: Label(english: "Social capital", chinese: "社会资本占比")
    case .localEconomy: Label(english: "Jobs, taxes, revenue", chinese: "就业、税收与营收")
    case .keyFieldContribution:
      Label(english: "Contribution to key fields", chinese: "重点领域贡献")
    case .regionalStrategy: Label(english: "Regional strategy", chinese: "区域战略")
    case .keyFieldShare: Label(english: "Share of key fields", chinese: "重点投资领域占比")
    case .capacityUse: Label(english: "Use of capacity", chinese: "产能利用")
    case .paidIn: Label(english: "Paid in, at least 50% of the size", chinese: "实缴到位率")
    case .idleCash:
      Label(english: "Idle cash, below 30% of paid-in", chinese: "资金闲置率")
    case .rateOfReturn: Label(english: "IRR so far, at least 3%", chinese: "内部收益率")
    case .assetGrowth:
      Label(english: "Net assets' growth, at least 5%", chinese: "净资产增长率")
    case .manager: Label(english: "Manager", chinese: "管理人履职")
    }
  }
}
