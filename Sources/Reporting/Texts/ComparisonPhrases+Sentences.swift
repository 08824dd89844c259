import AngelFunds

extension ComparisonPhrases {
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

  func neverLower(_ variant: String) -> String {
    choose(
      "On every path \(variant) has at least the TVPI of the base.",
      "每条路径上 \(variant) 的 TVPI 均不低于基准。")
  }

  func neverHigher(_ variant: String) -> String {
    choose(
      "On every path \(variant) has at most the TVPI of the base.",
      "每条路径上 \(variant) 的 TVPI 均不高于基准。")
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
