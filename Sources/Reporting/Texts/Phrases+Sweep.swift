import AngelFunds

extension Phrases {
  var cell: String { choose("cell", "单元") }
  var values: String { choose("values", "取值") }
  var valuesAre: String { choose("Values: ", "取值依次为：") }
  var gap: String { choose("to the best ± s.e.", "与最优之差 ± 标准误") }
  var best: String { choose("best", "最优") }
  var factor: String { choose("factor", "因素") }
  var low: String { choose("low", "低值") }
  var high: String { choose("high", "高值") }
  var change: String { choose("change ± s.e.", "变动 ± 标准误") }
  var comma: String { choose(", ", "，") }
  var noCell: String {
    choose("No cell could be simulated; see cells.csv.", "没有可模拟的单元，详见 cells.csv。")
  }

  var overCells: String { choose("over all cells", "各单元之间") }
  var multiple: String { choose("Net TVPI, mean of a cell", "净 TVPI（各单元均值）") }
  var correlation: String { choose("rank correlation", "秩相关") }

  var spreadExplanation: [String] {
    language == .english
      ? [
        "Spread of the means over the inputs' distributions, all at once: what the inputs",
        "leave open. Rank correlation: Spearman's, of each input with a cell's mean TVPI.",
      ]
      : ["各输入按其分布同时变动时均值的散布，即输入本身留下的不确定。", "秩相关为各输入与单元平均 TVPI 的 Spearman 相关系数。"]
  }

  func cells(_ count: Int) -> String {
    choose("\(NumberText.grouped(count)) cells: ", "共 \(NumberText.grouped(count)) 个单元：")
  }

  func name(of status: CellResult.Status) -> String {
    switch status {
    case .done: choose("done", "已完成")
    case .notLegal: choose("not legal", "不合规")
    case .invalid: choose("invalid", "无效")
    case .failed: choose("failed", "失败")
    case .open: choose("open", "未完成")
    }
  }

  func more(_ count: Int) -> String {
    choose(
      "… \(NumberText.grouped(count)) more in sweep.csv",
      "……其余 \(NumberText.grouped(count)) 个见 sweep.csv")
  }

  func tornado(base: String) -> String {
    choose("Net TVPI at the base: \(base). Each factor alone:", "基准净 TVPI：\(base)。各因素单独变动：")
  }

  func sweepExplanation(undecided: Int) -> [String] {
    let count = NumberText.grouped(undecided)
    return language == .english
      ? [
        "All cells ran on the same futures: \"to the best\" is a paired difference, sharper",
        "than the errors of the two means. \(count) other cells cannot be told from the best",
        "by these paths. What ranks allocations is mostly judgement about anchors.",
      ]
      : [
        "所有单元使用同一批路径：“与最优之差”为配对差，比两个均值各自的误差精确得多。",
        "按现有路径数，另有 \(count) 个单元与最优无法区分。配置的排序主要取决于对载体的判断。",
      ]
  }

  var tornadoExplanation: [String] {
    language == .english
      ? [
        "Changes are paired: every end ran on the same futures as the base. Factors that",
        "move together can go further. All headlines are in tornado.csv.",
      ]
      : ["变动为配对差：各端点与基准使用同一批路径。多个因素同时变动时幅度可更大。", "其余指标见 tornado.csv。"]
  }
}
