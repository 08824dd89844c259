import AngelFunds

/// What comparisons say, in both languages.
struct ComparisonPhrases {
  let language: Language

  func choose(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }

  func title(_ base: String) -> String { choose("Compared with \(base)", "与 \(base) 比较") }
  func title(_ scenario: String, by key: String, _ base: String) -> String {
    choose("\(scenario) by \(key), compared with \(base)", "\(scenario) 按 \(key) 与 \(base) 比较")
  }
  /// Above the names of figures that stand side by side.
  var means: String { choose("means", "均值") }
  var scenario: String { choose("scenario", "方案") }
  var estimate: String { choose("mean ± s.e.", "均值 ± 标准误") }
  var difference: String { choose("difference ± s.e.", "差值 ± 标准误") }
  var interval: String { choose("95 % interval", "95% 区间") }
  var isBase: String { choose("base", "基准") }
  var key: String { choose("keys that differ", "不同的键") }
  var equalOnEveryPath: String { choose("equal on every path", "每条路径均相等") }
  /// In the place of a value that a scenario does not have.
  var absent: String { "–" }
  /// Behind a difference that a few paths carry.
  var doubt: String { "?" }

  func ranking(_ name: String, isHigherBetter: Bool) -> String {
    isHigherBetter
      ? choose("By \(name), the highest first:", "按 \(name) 排序，高者在前：")
      : choose("By \(name), the lowest first:", "按 \(name) 排序，低者在前：")
  }

  func verdict(_ verdict: HeadlineComparison.Verdict?) -> String {
    switch verdict {
    case .equalOnEveryPath: choose("all equal", "全部相等")
    case .withinNoise: choose("within noise", "噪声之内")
    case .higher: choose("higher", "较高")
    case .lower: choose("lower", "较低")
    case nil: ""
    }
  }

  /// What a figure is called; the mean, where the summary tells a median.
  func name(of figure: PathFigure) -> String {
    if figure.name == Metric.irr.rawValue { return choose("Net IRR, mean", "净 IRR 均值") }
    let headline = Headline.all.first { $0.metric == figure.name }
    return headline.map { Phrases(language: language).name(of: $0) } ?? ruleName(figure.name)
  }

  /// What a figure of rules of public money is called; others have but their name in reports.
  private func ruleName(_ figure: String) -> String {
    switch Metric(rawValue: figure) {
    case .concessionCost: choose("Concessions", "让利")
    case .subFundsClosed: choose("Sub-funds closed", "募成子基金数")
    case .committed: choose("Committed", "实际认缴")
    case .earlyBelowFloor: choose("P(too few angel deals)", "天使占比不足概率")
    case .projectsBelowFloor: choose("P(too few projects)", "项目数不足概率")
    default: figure
    }
  }

  func ties(_ parts: [String]) -> String {
    choose(
      "Equal on part of the paths: \(parts.joined(separator: "; ")).",
      "部分路径相等：\(parts.joined(separator: "；"))。")
  }

  func pathsNeeded(_ parts: [String]) -> String {
    choose(
      "Paths that would tell apart what is within noise: \(parts.joined(separator: "; ")).",
      "区分噪声之内各项约需路径数：\(parts.joined(separator: "；"))。")
  }

  func about(_ paths: Double) -> String {
    let limit = 1e9
    guard paths < limit else {
      return choose("over ", "超过 ") + NumberText.grouped(Int(limit))
    }
    var (digits, unit) = (paths, 1.0)
    while digits >= 100 {
      digits /= 10
      unit *= 10
    }
    return choose("about ", "约 ") + NumberText.grouped(Int(digits.rounded(.up) * unit))
  }

  func unpaired(_ reasons: [Pairing.Reason]) -> String {
    let told = reasons.map(reason)
    return choose(
      "Not paired: \(told.joined(separator: ", ")). Errors are those of independent runs.",
      "未逐路径配对：\(told.joined(separator: "，"))。误差按独立运行计算。")
  }

  private func reason(_ reason: Pairing.Reason) -> String {
    switch reason {
    case .seeds(let base, let variant):
      choose("seeds differ (\(base), \(variant))", "种子不同（\(base)、\(variant)）")
    case .paths(let base, let variant):
      choose(
        "numbers of paths differ (\(base), \(variant))", "路径数不同（\(base)、\(variant)）")
    case .versions(let base, let variant):
      choose(
        "program versions differ (\(base), \(variant))", "程序版本不同（\(base)、\(variant)）")
    case .generators(let base, let variant):
      choose("generators differ (\(base), \(variant))", "随机数发生器不同（\(base)、\(variant)）")
    case .generator(let name):
      choose(
        "generator \(name) promises no comparison path by path",
        "随机数发生器 \(name) 不支持逐路径比较")
    }
  }

  func moreKeys(_ count: Int) -> String {
    choose("… and \(count) more keys", "……另有 \(count) 个键")
  }

  var notUsed: String { choose("(not used)", "（未采用）") }
  var noKeys: String { choose("No key differs.", "所有键均相同。") }
}
