import AngelFunds

extension TracePhrases {
  /// What a figure of the header is called.
  func name(of metric: Metric) -> String {
    switch metric {
    case .tvpi: choose("Net TVPI (= DPI)", "净总值倍数 TVPI")
    case .irr: choose("Net IRR", "净 IRR")
    case .dpi5: choose("DPI after 5 years", "5 年 DPI")
    case .dpi7: choose("DPI after 7 years", "7 年 DPI")
    case .dpi10: choose("DPI after 10 years", "10 年 DPI")
    case .paybackYears: choose("Payback, years", "回本年数")
    case .grossMOIC: choose("Gross multiple", "项目毛倍数")
    case .grossLossRatio: choose("Lost by losing projects", "亏损项目损失率")
    case .reinvestmentMultiple: choose("Local reinvestment", "返投倍数")
    case .companiesFunded: choose("Companies bought", "投资企业数")
    default: metric.rawValue
    }
  }

  /// What a row of the reconciliation is called.
  func item(_ name: String) -> String {
    switch name {
    case "paid_in": choose("paid in", "实缴")
    case "distributions": choose("distributions", "分配")
    case "mgmt_fees": choose("management fees", "管理费")
    case "tvpi": "TVPI"
    case "cost": choose("cost of companies", "项目成本")
    case "cost_in_cash": choose("cost, cash book", "项目成本，现金账")
    case "proceeds": choose("proceeds", "退出回款")
    case "proceeds_in_cash": choose("proceeds, cash book", "退出回款，现金账")
    case "bridge_interest": choose("interest on bridge", "过桥利息")
    case "carry": choose("carry, net", "业绩报酬净额")
    case "gross_moic": choose("gross multiple", "毛倍数")
    case "companies_funded": choose("companies", "企业数")
    default: name
    }
  }

  var factors: String { choose("Factors by year", "各年因子") }
  var factorsExplained: String {
    choose(
      "In standard deviations: 0 is an ordinary year, 2 a very good one, -2 a very bad one. Engine "
        + "rounds looks at the year of each event, engine multiples at five years from purchase.",
      "以标准差计：0 为平常年份，2 为极好，-2 为极差。rounds 引擎看事件当年的值，multiples "
        + "引擎看买入起五年的平均。")
  }
  var companies: String { choose("Companies", "投资企业") }
  var stories: String { choose("What happened to each company", "各企业经历") }
  var storiesExplained: String {
    choose(
      "price: of a share, 1 when bought, in a sale what a share brought; value: the company's, "
        + "new money included; owned: the fund's part; stake: what the fund values it at.",
      "价格：每股价格，买入时为 1，退出时为每股所得；企业估值：含新融资（投后）；"
        + "持股：基金所持比例；账面：基金所持股份的账面价值。")
  }
  var money: String { choose("Calls, fees, distributions", "缴款、费用与分配") }
  var waterfall: String { choose("How distributions were divided", "分配瀑布") }
  var motherFund: String { choose("Mother fund by calendar year", "母基金分年度收支") }
  var reconciliation: String {
    choose("Totals of this ledger beside the path's figures (CNY)", "台账合计与路径指标核对（元）")
  }

  func carryReturned(_ amount: String) -> String {
    choose("\(amount) of carry came back from the manager.", "管理人退回业绩报酬 \(amount)。")
  }

  /// The line that says whether everything agrees.
  func verdict(_ reconciliation: Reconciliation) -> String {
    let largest = NumberText.fixed(reconciliation.largestDifference, decimals: 2)
    let count = NumberText.grouped(reconciliation.rows.count)
    if let imbalance = reconciliation.imbalance {
      return choose(
        "DOES NOT RECONCILE: the books do not balance: \(imbalance)", "核对不符：账目不平：\(imbalance)")
    }
    guard reconciliation.reconciles else {
      return choose(
        "DOES NOT RECONCILE: a total differs by \(largest) yuan.", "核对不符：合计相差 \(largest) 元。")
    }
    return choose(
      "Reconciles: all \(count) totals agree (largest difference \(largest) yuan), and the books "
        + "of every fund balance.",
      "核对相符：\(count) 项合计全部一致（最大相差 \(largest) 元），各基金账目均平衡。")
  }

  func choice(_ choice: PathTrace.Choice) -> String {
    let place =
      switch choice.place {
      case .worst: choose("the worst", "最差")
      case .median: choose("the median", "中位")
      case .best: choose("the best", "最好")
      case .p05, .p25, .p75, .p95: choice.place.rawValue.uppercased()
      }
    let paths = NumberText.grouped(choice.paths)
    return choose(
      "Chosen as \(place) of \(paths) paths by \(choice.metric.rawValue).",
      "按 \(choice.metric.rawValue) 在 \(paths) 条路径中取\(place)一条。")
  }
}
