import AngelFunds

/// What comparisons say, in both languages.
struct ComparisonPhrases {
  let language: Language

  func choose(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }

  func title(_ base: String) -> String { choose("Compared with \(base)", "与 \(base) 比较") }
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
    return headline.map { Phrases(language: language).name(of: $0) } ?? figure.name
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

  func dominance(_ dominance: Dominance, base: String, variant: String) -> String {
    func result(_ result: Dominance.Result) -> String {
      switch result {
      case .base: base
      case .variant: variant
      case .neither: choose("neither", "均不占优")
      case .same: choose("both the same", "两者相同")
      }
    }
    let (first, second) = (result(dominance.first), result(dominance.second))
    return choose(
      "Stochastic dominance in TVPI (P1…P99, 95 % band over \(dominance.thresholds) thresholds): "
        + "first order: \(first); second order: \(second).",
      "TVPI 随机占优（P1…P99，\(dominance.thresholds) 个阈值的 95% 同时置信带）："
        + "一阶：\(first)；二阶：\(second)。")
  }

  func likeness(_ likeness: Likeness) -> String {
    switch likeness {
    case .same:
      choose(
        "The scenarios are the same: what differs, if anything, is chance.",
        "两个方案相同：若有差别，仅为随机性所致。")
    case .names:
      choose(
        "The scenarios differ in names only. The model cannot rank them: what differs, if "
          + "anything, is chance.",
        "两个方案只有名称不同，模型无法排序：若有差别，仅为随机性所致。")
    case .division:
      choose(
        "The scenarios differ only in how money is divided over sub-funds that are equal for the "
          + "model: same deal flow, terms and start. It cannot rank them: what differs is the "
          + "number of companies in each, and chance.",
        "两个方案只是在模型看来相同的子基金（项目来源、条款、起始时间均相同）之间分配资金的方式不同，"
          + "模型无法排序：差别在于各子基金的企业数量和随机性。")
    }
  }

  func moreKeys(_ count: Int) -> String {
    choose("… and \(count) more keys", "……另有 \(count) 个键")
  }

  var notUsed: String { choose("(not used)", "（未采用）") }
  var noKeys: String { choose("No key differs.", "所有键均相同。") }
}

extension ComparisonPhrases {
  /// How to read the tables.
  func explanation(tests: Int, isPaired: Bool) -> String {
    let pairs =
      isPaired
      ? choose(
        ", path by path on the same random numbers; P(>) is the share of paths in which the "
          + "variant is higher.",
        "，逐路径、用相同随机数计算；P(>) 为对比方案较高的路径占比。")
      : choose(".", "。")
    return choose(
      "Differences are variant less base\(pairs) \"within noise\": chance alone could make it "
        + "(5 % for all \(tests) tests together, by Holm). IRR here is the mean over the paths that "
        + "have one, not the median.",
      "差值为对比方案减基准\(pairs)“噪声之内”：仅凭随机性即可出现（Holm 法，\(tests) 项检验合计 5%）。"
        + "此处 IRR 为有内部收益率的路径的均值，而非中位数。")
  }

  var doubtExplanation: String {
    choose(
      "?: a few paths carry the difference, so that its error is too small; take more paths.",
      "“?”表示差值由少数路径决定，其误差偏小，请增加路径数。")
  }
}
