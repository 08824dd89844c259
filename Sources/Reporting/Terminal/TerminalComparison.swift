public import AngelFunds
import Stochastics

/// A comparison on a screen of 80 columns.
public struct TerminalComparison {
  private let comparison: Comparison
  private let subject: Subject?
  private let style: ReportStyle
  private let phrases: ComparisonPhrases

  /// One scenario, of which a single key varies.
  public struct Subject: Sendable {
    let scenario: String
    let key: String

    /// Makes a subject.
    public init(scenario: String, key: String) {
      (self.scenario, self.key) = (scenario, key)
    }
  }

  /// Makes the screen of a comparison.
  ///
  /// - Parameter subject: What is compared with itself; nil for scenarios of their own.
  public init(_ comparison: Comparison, about subject: Subject? = nil, style: ReportStyle) {
    self.comparison = comparison
    self.subject = subject
    self.style = style
    phrases = ComparisonPhrases(language: style.language)
  }

  /// Number of keys shown of each variant.
  private static let keyLimit = 12

  /// The screen, no line wider than 80 columns.
  public var text: String {
    let variants = comparison.variants.flatMap { [""] + section($0) }
    return (title + ranking + sideBySide + variants + [""] + explanation).joined(separator: "\n")
      + "\n"
  }

  private var title: [String] {
    let provenance = comparison.provenance
    let run = Phrases(language: style.language).paths(provenance.paths, seed: provenance.seed)
    var table = TextTable([(79 - TextTable.width(run), .left), (TextTable.width(run) + 1, .right)])
    let told =
      subject.map { phrases.title($0.scenario, by: $0.key, comparison.base.name) }
      ?? phrases.title(comparison.base.name)
    table.add([told, run])
    return table.lines + [Rule.line(style)]
  }

  private var ranking: [String] {
    let figure = comparison.rank.figure
    var table = TextTable(
      [
        (3, .left), (26, .left), (19, .right), (19, .right), (13, .right),
      ], isFitted: true)
    table.add(["", phrases.scenario, phrases.estimate, phrases.difference])
    for (index, run) in comparison.ranking.enumerated() {
      let error = run.estimate?.standardError
      let estimate = run.estimate.map {
        DifferenceText(unit: figure.unit, error: nil, style: style).estimate(
          $0.value, error, otherwise: Phrases(language: style.language).unreliable)
      }
      let isBase = run.isBase ? phrases.isBase : ""
      table.add([
        "\(index + 1)", run.name, estimate ?? phrases.absent,
        run.comparison.map(difference) ?? isBase, phrases.verdict(run.comparison?.verdict),
      ])
    }
    let name = phrases.name(of: figure)
    return [phrases.ranking(name, isHigherBetter: comparison.rank.isHigherBetter)] + table.lines
  }

  /// The figures of all runs, where there are more than two.
  private var sideBySide: [String] {
    guard comparison.variants.count > 1 else { return [] }
    return FiguresAcrossRuns(
      figures: comparison.figures,
      names: [comparison.base.name] + comparison.variants.map(\.name), style: style
    ).lines
  }

  private func difference(_ headline: HeadlineComparison) -> String {
    let difference = headline.difference
    let text = DifferenceText(
      unit: headline.figure.unit, error: difference.standardError, style: style)
    return text.difference(difference) + (difference.isCarriedByFew ? phrases.doubt : "")
  }

  private func section(_ variant: VariantComparison) -> [String] {
    let title = "\(variant.name): \(variant.provenance.scenario.title.text(style.language))"
    var lines = [TextTable.cut(TextTable.printable(title), to: 80)]
    if case .unpaired(let reasons) = variant.pairing {
      lines += TextWrap.lines(phrases.unpaired(reasons))
    }
    lines += headlines(variant) + ties(variant) + pathsNeeded(variant)
    lines += dominance(variant)
    if let likeness = variant.likeness { lines += TextWrap.lines(phrases.likeness(likeness)) }
    return lines + keys(variant)
  }

  private func headlines(_ variant: VariantComparison) -> [String] {
    var table = TextTable(
      [(24, .left), (19, .right), (17, .right), (7, .right), (13, .right)], isFitted: true)
    table.add(["", phrases.difference, phrases.interval, "P(>)"])
    for headline in variant.headlines {
      let name = phrases.name(of: headline.figure)
      if headline.verdict == .equalOnEveryPath {
        table.add(name, spanning: phrases.equalOnEveryPath)
        continue
      }
      let found = headline.difference
      let text = DifferenceText(
        unit: headline.figure.unit, error: found.standardError, style: style)
      table.add([
        name, difference(headline), found.interval.map(text.interval) ?? "",
        found.pairs.map { share($0.shareHigher) } ?? "", phrases.verdict(headline.verdict),
      ])
    }
    return table.lines
  }

  private func share(_ share: Double) -> String {
    let text = FigureText.short(share, unit: .share)
    if share > 0, text == "0.0%" { return "<0.1%" }
    return share < 1 && text == "100.0%" ? ">99.9%" : text
  }

  private func ties(_ variant: VariantComparison) -> [String] {
    let parts = variant.headlines.compactMap { headline -> String? in
      guard
        headline.verdict != .equalOnEveryPath, let tied = headline.difference.pairs?.shareEqual,
        tied > 0
      else { return nil }
      return "\(phrases.name(of: headline.figure)) \(share(tied))"
    }
    return parts.isEmpty ? [] : TextWrap.lines(phrases.ties(parts))
  }

  private func pathsNeeded(_ variant: VariantComparison) -> [String] {
    let parts = variant.headlines.compactMap { headline -> String? in
      guard case .withinNoise(let paths?) = headline.verdict else { return nil }
      return "\(phrases.name(of: headline.figure)) \(phrases.about(paths))"
    }
    return parts.isEmpty ? [] : TextWrap.lines(phrases.pathsNeeded(parts))
  }

  private func dominance(_ variant: VariantComparison) -> [String] {
    guard let dominance = variant.dominance else { return [] }
    var text = phrases.dominance(
      dominance, base: comparison.base.name, variant: variant.name)
    let tvpi = variant.headlines.first { $0.figure.name == Metric.tvpi.rawValue }?.difference
    if let tvpi, let pairs = tvpi.pairs, !tvpi.isEqualOnEveryPath {
      let space = style.language == .english ? " " : ""
      if pairs.shareLower == 0 { text += space + phrases.neverLower(variant.name) }
      if pairs.shareHigher == 0 { text += space + phrases.neverHigher(variant.name) }
    }
    return TextWrap.lines(text)
  }

  private func keys(_ variant: VariantComparison) -> [String] {
    guard !variant.keys.isEmpty else { return [phrases.noKeys] }
    var table = TextTable([(46, .left), (17, .right), (17, .right)])
    table.add([phrases.key, comparison.base.name, variant.name])
    for key in variant.keys.prefix(Self.keyLimit) {
      let name = key.isUsed ? key.key : "\(key.key) \(phrases.notUsed)"
      table.add([name, key.base ?? phrases.absent, key.variant ?? phrases.absent])
    }
    let more = variant.keys.count - Self.keyLimit
    return table.lines + (more > 0 ? [phrases.moreKeys(more)] : [])
  }

  private var explanation: [String] {
    let all = comparison.variants.flatMap(\.headlines)
    let isPaired = comparison.variants.contains { $0.pairing.isPaired }
    let hasDoubt = all.contains { $0.difference.isCarriedByFew }
    return TextWrap.lines(
      phrases.explanation(tests: comparison.testCount, isPaired: isPaired))
      + (hasDoubt ? TextWrap.lines(phrases.doubtExplanation) : [])
  }
}
