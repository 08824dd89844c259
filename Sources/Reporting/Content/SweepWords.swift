import AngelFunds
import Stochastics

/// What a sweep comes to, in words that follow from its numbers.
struct SweepWords {
  let content: SweepContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private var cells: CellText { CellText(style: style) }
  private var sweep: FinishedSweep { content.sweep }

  /// What a headline is called: a median says so.
  func name(of headline: Headline) -> String {
    let name = texts.name(of: headline.metric)
    return headline.statistic == .median
      ? texts("sweep_page.median", ["figure": name]) : name
  }

  /// What answers the question that the sweep was made for.
  struct Answer {
    let verdicts: [String]
    /// What the last verdict announces.
    var list: [String] = []
  }

  /// The answer.
  var answer: Answer {
    guard let best = sweep.best else { return Answer(verdicts: [texts("sweep_page.answer.none")]) }
    if let spread = SweepSpread(sweep) { return Answer(verdicts: self.spread(spread)) }
    if sweep.provenance.design == .oneAtATime { return tornado }
    return Answer(verdicts: [self.best(best)] + base(best))
  }

  /// How many cells there are, and what became of them.
  var counts: String {
    let statuses: [CellResult.Status] = [.done, .notLegal, .invalid, .failed, .open]
    let parts = statuses.compactMap { status -> String? in
      let count = sweep.count(status)
      guard count > 0 else { return nil }
      return texts(
        "sweep_page.status.count",
        [
          "count": NumberText.grouped(count), "status": name(of: status),
        ])
    }
    return texts(
      "sweep_page.counts",
      [
        "all": NumberText.grouped(sweep.cells.count),
        "parts": parts.joined(separator: texts("list.comma")),
      ])
  }

  func name(of status: CellResult.Status) -> String {
    texts("sweep_page.status.\(status.rawValue)")
  }

  /// A cell's name within a sentence.
  func name(ofCell cell: Int) -> String {
    let values = content.values(of: cell)
    let id = sweep.cells[cell].id
    let told = values.isEmpty ? id : "\(id) (\(values))"
    return "\u{2068}\(told)\u{2069}"
  }

  private func best(_ best: Int) -> String {
    let figure = sweep.cells[best].figure("tvpi")?.statistics
    return texts(
      "sweep_page.answer.best",
      [
        "cell": name(ofCell: best), "count": NumberText.grouped(content.order.count),
        "estimate": cells.estimate(figure?[0] ?? 0, figure?[1] ?? nil, .multiple),
        "undecided": NumberText.grouped(sweep.undecided),
      ])
  }

  /// Where the base stands.
  private func base(_ best: Int) -> [String] {
    guard let base = sweep.base, let place = content.place(of: base) else {
      return [
        texts("sweep_page.answer.no_base", ["base": "\u{2068}\(sweep.provenance.baseName)\u{2069}"])
      ]
    }
    guard base != best else { return [texts("sweep_page.answer.base_is_best")] }
    guard let gap = sweep.gaps[base] else { return [] }
    let decimals = NumberFormat.multiple.decimals(error: gap.standardError)
    let key = sweep.isUndecided(base) ? "base_undecided" : "base_below"
    return [
      texts(
        "sweep_page.answer.\(key)",
        [
          "base": name(ofCell: base), "place": NumberText.grouped(place),
          "count": NumberText.grouped(content.order.count),
          "gap": cells.change(
            gap.value, .multiple, decimals: decimals, error: gap.standardError),
        ])
    ]
  }

  private var tornado: Answer {
    let bars = TornadoBar.all(sweep, headline: Headline.all[0])
    guard let base = bars.first?.base else {
      return Answer(verdicts: [texts("sweep_page.answer.none")])
    }
    func change(_ change: Estimate?) -> String {
      change.map {
        let decimals = NumberFormat.multiple.decimals(error: $0.standardError)
        return cells.change($0.value, .multiple, decimals: decimals, error: $0.standardError)
      } ?? "–"
    }
    let widest = bars.prefix(3).map { bar in
      texts(
        "sweep_page.answer.bar",
        [
          "factor": "\u{2068}\(bar.factor)\u{2069}", "low": bar.low.value, "high": bar.high.value,
          "low_change": change(bar.low.change), "high_change": change(bar.high.change),
        ])
    }
    let still = bars.count { bar in
      [bar.low.change, bar.high.change].compactMap { $0 }
        .allSatisfy { abs($0.value) <= 2 * $0.standardError }
    }
    let quiet = texts("sweep_page.answer.still", ["count": NumberText.grouped(still)])
    let start = texts("sweep_page.answer.tornado", ["base": cells.short(base, .multiple)])
    return Answer(verdicts: [start], list: widest + (still > 0 ? [quiet] : []))
  }

  private func spread(_ spread: SweepSpread) -> [String] {
    let quantiles = spread.quantiles.map { cells.short($0, .multiple) }
    let inputs = spread.inputs.filter { $0.correlation != nil }.prefix(3).map {
      "\u{2068}\($0.name)\u{2069} (\(NumberText.fixed($0.correlation ?? 0, decimals: 2)))"
    }
    let sentence = texts(
      "sweep_page.answer.spread",
      [
        "count": NumberText.grouped(content.order.count), "p05": quantiles[0],
        "p50": quantiles[2], "p95": quantiles[4],
      ])
    let matter = texts(
      "sweep_page.answer.inputs", ["inputs": inputs.joined(separator: texts("list.comma"))])
    return [sentence] + (inputs.isEmpty ? [] : [matter])
  }
}
