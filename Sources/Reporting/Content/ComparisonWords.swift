import AngelFunds

/// What a comparison comes to, in words that follow from its numbers.
struct ComparisonWords {
  let content: ComparisonContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private var phrases: ComparisonPhrases { ComparisonPhrases(language: style.language) }
  private var cells: CellText { CellText(style: style) }

  /// How a headline of a variant stands to the base's.
  enum Judgement: String, CaseIterable {
    case better
    case worse
    /// More than noise, of a figure of which neither more nor less is better.
    case higher
    case lower
    case noise
    case equal
    case unknown

    init(_ headline: HeadlineComparison) {
      let isHigherBetter = RankFigure(named: headline.figure.name)?.isHigherBetter
      switch headline.verdict {
      case .higher: self = isHigherBetter.map { $0 ? .better : .worse } ?? .higher
      case .lower: self = isHigherBetter.map { $0 ? .worse : .better } ?? .lower
      case .withinNoise: self = .noise
      case .equalOnEveryPath: self = .equal
      case nil: self = .unknown
      }
    }
  }

  /// A run's name within a sentence, which it cannot turn round.
  func name(_ run: Int) -> String { "\u{2068}\(content.names(style.language)[run])\u{2069}" }

  /// What a figure is called; the mean, where the summary tells a median.
  func name(of figure: PathFigure) -> String {
    let isMean = figure.name == Metric.irr.rawValue || Catalogue.definition(of: figure.name) == nil
    return isMean ? phrases.name(of: figure) : texts.name(of: figure.name)
  }

  /// The same where there is little room.
  func shortName(of figure: PathFigure) -> String {
    let isMean = figure.name == Metric.irr.rawValue || Catalogue.definition(of: figure.name) == nil
    return isMean ? phrases.name(of: figure) : texts.shortName(of: figure.name)
  }

  /// A word for a table.
  func word(_ headline: HeadlineComparison) -> String {
    texts("compare_page.word.\(Judgement(headline).rawValue)")
  }

  /// The whole answer about a variant.
  func answer(_ variant: Int) -> [String] {
    let found = content.comparison.variants[variant]
    guard let ranked = found.headlines.first(where: { $0.figure == rankFigure }) else {
      return [texts("compare_page.answer.unknown", names(variant))]
    }
    if let likeness = found.likeness {
      return [texts("compare_page.answer.alike", names(variant)), phrases.likeness(likeness)]
    }
    return [
      texts("compare_page.answer.\(Judgement(ranked).rawValue)", names(variant)),
      sentence(ranked, variant), tally(found),
    ]
  }

  private var rankFigure: PathFigure { content.comparison.rank.figure }

  private func names(_ variant: Int) -> [String: String] {
    ["base": name(0), "variant": name(variant + 1), "figure": name(of: rankFigure)]
  }

  private func tally(_ variant: VariantComparison) -> String {
    let judgements = variant.headlines.map(Judgement.init)
    func count(_ sought: Judgement...) -> String {
      String(judgements.count { sought.contains($0) })
    }
    return texts(
      "compare_page.tally",
      [
        "all": String(judgements.count), "better": count(.better), "worse": count(.worse),
        "noise": count(.noise, .unknown), "equal": count(.equal),
      ])
  }

  /// What can be said of a headline.
  func sentence(_ headline: HeadlineComparison, _ variant: Int) -> String {
    let judgement = Judgement(headline)
    let difference = headline.difference
    let format = NumberFormat(headline.figure.unit)
    let decimals = format.decimals(error: difference.standardError)
    let interval = difference.interval.map { cells.changes($0, format, decimals: decimals) }
    var sentence = texts(
      "compare_page.sentence.\(judgement.rawValue)",
      [
        "figure": name(of: headline.figure), "interval": interval ?? "?",
        "difference": cells.change(difference.value, format, decimals: decimals),
      ])
    let space = style.language == .english ? " " : ""
    for more in [futures(headline, variant), needed(headline), doubt(difference)] {
      sentence += more.map { space + $0 } ?? ""
    }
    return sentence
  }

  /// Why a variant is not compared path by path; nil where it is.
  func unpaired(_ found: VariantComparison, _ variant: Int) -> String? {
    guard case .unpaired(let reasons) = found.pairing else { return nil }
    return name(variant + 1) + style.texts("list.colon") + phrases.unpaired(reasons)
  }

  /// Whether one of two runs is better whatever the taste for risk.
  func dominance(_ found: VariantComparison, _ variant: Int) -> [String] {
    guard let dominance = found.dominance else { return [] }
    var lines = [phrases.dominance(dominance, base: name(0), variant: name(variant + 1))]
    let multiple = found.headlines.first { $0.figure.name == Metric.tvpi.rawValue }?.difference
    if let multiple, let pairs = multiple.pairs, !multiple.isEqualOnEveryPath {
      if pairs.shareLower == 0 { lines.append(phrases.neverLower(name(variant + 1))) }
      if pairs.shareHigher == 0 { lines.append(phrases.neverHigher(name(variant + 1))) }
    }
    return lines + [texts("compare_page.dominance")]
  }

  /// In how many futures the variant is higher; nil where runs are not paired.
  private func futures(_ headline: HeadlineComparison, _ variant: Int) -> String? {
    guard let pairs = headline.difference.pairs, pairs.shareEqual < 1 else { return nil }
    let kind = headline.figure.isEvent ? "event" : "figure"
    return texts(
      "compare_page.futures.\(kind)",
      names(variant).merging([
        "higher": share(pairs.shareHigher), "lower": share(pairs.shareLower),
      ]) { $1 })
  }

  private func needed(_ headline: HeadlineComparison) -> String? {
    guard case .withinNoise(let paths?) = headline.verdict else { return nil }
    return texts("compare_page.needed", ["paths": phrases.about(paths)])
  }

  private func doubt(_ difference: Difference) -> String? {
    difference.isCarriedByFew ? texts("compare_page.doubt") : nil
  }

  private func share(_ share: Double) -> String {
    let text = cells.short(share, .percent)
    if share > 0, share < 0.0005 { return "<0.1%" }
    return share < 1 && share >= 0.9995 ? ">99.9%" : text
  }
}
