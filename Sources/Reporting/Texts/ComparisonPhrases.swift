import AngelFunds

/// What comparisons say, in one language.
struct ComparisonPhrases {
  let language: Language

  var texts: Texts { Texts(language: language) }

  func title(_ base: String) -> String { texts("terminal.compare.title", ["base": base]) }
  func title(_ scenario: String, by key: String, _ base: String) -> String {
    texts("terminal.compare.title.key", ["scenario": scenario, "key": key, "base": base])
  }
  /// Above the names of figures that stand side by side.
  var means: String { texts("terminal.compare.means") }
  var scenario: String { texts("terminal.compare.scenario") }
  var estimate: String { texts("terminal.compare.estimate") }
  var difference: String { texts("terminal.compare.difference") }
  var interval: String { texts("terminal.compare.interval") }
  var isBase: String { texts("terminal.compare.is_base") }
  var key: String { texts("terminal.compare.key") }
  var equalOnEveryPath: String { texts("terminal.compare.equal_on_every_path") }
  /// In the place of a value that a scenario does not have.
  var absent: String { "–" }
  /// Behind a difference that a few paths carry.
  var doubt: String { "?" }

  func ranking(_ name: String, isHigherBetter: Bool) -> String {
    isHigherBetter
      ? texts("terminal.compare.ranking.highest", ["name": name])
      : texts("terminal.compare.ranking.lowest", ["name": name])
  }

  func verdict(_ verdict: HeadlineComparison.Verdict?) -> String {
    switch verdict {
    case .equalOnEveryPath: texts("terminal.compare.verdict.equal_on_every_path")
    case .withinNoise: texts("terminal.compare.verdict.within_noise")
    case .higher: texts("terminal.compare.verdict.higher")
    case .lower: texts("terminal.compare.verdict.lower")
    case nil: ""
    }
  }

  /// What a figure is called; the mean, where the summary tells a median.
  func name(of figure: PathFigure) -> String {
    let name = texts.shortName(of: figure.name)
    let isMedian = Headline.all.contains { $0.metric == figure.name && $0.statistic == .median }
    return isMedian ? texts("terminal.mean", ["name": name]) : name
  }

  func ties(_ parts: [String]) -> String {
    texts("terminal.compare.ties", ["parts": parts.joined(separator: texts("list.semicolon"))])
  }

  func pathsNeeded(_ parts: [String]) -> String {
    texts(
      "terminal.compare.paths_needed", ["parts": parts.joined(separator: texts("list.semicolon"))])
  }

  func about(_ paths: Double) -> String {
    let limit = 1e9
    guard paths < limit else {
      return texts("terminal.compare.over") + NumberText.grouped(Int(limit))
    }
    var (digits, unit) = (paths, 1.0)
    while digits >= 100 {
      digits /= 10
      unit *= 10
    }
    return texts("terminal.compare.about") + NumberText.grouped(Int(digits.rounded(.up) * unit))
  }

  func unpaired(_ reasons: [Pairing.Reason]) -> String {
    let told = reasons.map(reason)
    return texts(
      "terminal.compare.unpaired", ["reasons": told.joined(separator: texts("list.comma"))])
  }

  private func reason(_ reason: Pairing.Reason) -> String {
    switch reason {
    case .seeds(let base, let variant):
      texts("terminal.compare.reason.seeds", ["base": "\(base)", "variant": "\(variant)"])
    case .paths(let base, let variant):
      texts("terminal.compare.reason.paths", ["base": "\(base)", "variant": "\(variant)"])
    case .versions(let base, let variant):
      texts("terminal.compare.reason.versions", ["base": "\(base)", "variant": "\(variant)"])
    case .generators(let base, let variant):
      texts("terminal.compare.reason.generators", ["base": "\(base)", "variant": "\(variant)"])
    case .generator(let name):
      texts("terminal.compare.reason.generator", ["name": name])
    }
  }

  func moreKeys(_ count: Int) -> String {
    texts("terminal.compare.more_keys", ["count": "\(count)"])
  }

  var notUsed: String { texts("terminal.compare.not_used") }
  var noKeys: String { texts("terminal.compare.no_keys") }
}
