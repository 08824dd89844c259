import AngelFunds

/// What reports say, in both languages.
struct Phrases {
  let language: Language

  func choose(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }

  var estimate: String { choose("estimate ± s.e.", "估计值 ± 标准误") }
  var multipleWithError: String { choose("TVPI ± s.e.", "TVPI ± 标准误") }
  var inputRange: String { choose("inputs low…high", "参数范围") }
  var subFund: String { choose("sub-fund", "子基金") }
  var riskShare: String { choose("risk share", "风险占比") }
  var year: String { choose("year", "年度") }
  var contributions: String { choose("contributors pay (mean ± s.e.)", "出资需求（均值 ± 标准误）") }
  var contributionsBesideBudget: String { choose("paid (mean ± s.e.)", "出资（均值 ± 标准误）") }
  var budget: String { choose("budget", "预算") }
  var shortfall: String { choose("P(short)", "不足概率") }
  func calls(_ quantile: String) -> String {
    choose("calls \(quantile)", "需求 \(quantile)")
  }
  /// In the place of an error that would mislead.
  var unreliable: String { "± ?" }
  var none: String { choose("none", "无") }

  var meanFlowReturn: String { choose("Net IRR, mean flows", "净 IRR，平均流") }

  func definedShare(_ share: String) -> String {
    choose("A rate of return exists in \(share) of futures.", "有内部收益率的路径占 \(share)。")
  }

  func paths(_ count: Int, seed: UInt64) -> String {
    choose(
      "\(NumberText.grouped(count)) paths, seed \(seed)",
      "\(NumberText.grouped(count)) 条路径，种子 \(seed)")
  }

  var explanation: [String] {
    language == .english
      ? [
        "± is the sampling error of the mean or median over paths. \"inputs low…high\" is",
        "where the estimate goes when one uncertain input at a time takes the ends of its",
        "stated range. P5 is not the worst case: 1 path in 20 is below it. All pre-tax.",
        "–: no input with a stated range moves it. ± ?: a few paths carry the mean, or",
        "many share the value; see notes.csv.",
      ]
      : [
        "± 为抽样误差（路径均值或中位数的标准误）。“参数范围”为逐一把各不确定参数",
        "取到所列区间两端时估计值的变动范围。P5 不是最坏情形：每 20 条路径有 1 条",
        "更低。均为税前。",
        "“–”表示所列区间的参数都不影响它；“± ?”表示均值由少数路径决定，或许多路径",
        "取同一值，详见 notes.csv。",
      ]
  }

  func name(of headline: Headline, lossTolerance: Double) -> String {
    guard headline.metric == "loss_beyond_tolerance" else { return name(of: headline) }
    let limit = FigureText.short(lossTolerance, unit: .share).replacing(".0%", with: "%")
    return choose("P(projects lose > \(limit))", "项目净亏损超 \(limit) 概率")
  }

  func name(of headline: Headline) -> String {
    switch headline.metric {
    case "tvpi": choose("Net TVPI (= DPI)", "净总值倍数 TVPI")
    case "irr": choose("Net IRR, median", "净 IRR 中位数")
    case "dpi_7y": choose("DPI after 7 years", "7 年 DPI")
    case "dpi_10y": choose("DPI after 10 years", "10 年 DPI")
    case "dpi_below_1": choose("P(DPI below 1)", "DPI 低于 1 的概率")
    case "loss_beyond_tolerance": choose("P(loss beyond tolerance)", "亏损超容亏率的概率")
    case "gross_moic": choose("Gross multiple", "项目毛倍数")
    case "reinvestment_multiple": choose("Local reinvestment", "返投倍数")
    default: Texts(language: language).shortName(of: headline.metric)
    }
  }
}
