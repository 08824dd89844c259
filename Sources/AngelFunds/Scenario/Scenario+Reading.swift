/// What reading a whole scenario gives: the scenario, if it is sound, and what was noted.
struct ScenarioReading {
  let scenario: Scenario?
  let log: ReadingLog
}

extension Scenario {
  /// The newest format of scenario files that this program reads.
  static let format: UInt64 = 1

  /// Reads a scenario from a tree whose bases and changes are in it already.
  ///
  /// - Parameters:
  ///   - name: What the scenario is called unless it has a title.
  ///   - trial: What is known already, where only validity and content are asked for.
  static func reading(
    _ tree: ScenarioTree, name: String, trial: ReadingTrial? = nil
  ) -> ScenarioReading {
    var reader = ScenarioReader(root: tree, isRecording: false)
    reader.log.trial = trial
    let scenario = Scenario(&reader, name: name)
    reader.reportUnknownKeys()
    return ScenarioReading(
      scenario: reader.log.issues.isEmpty ? scenario : nil, log: reader.log)
  }

  /// Every key that reading asks for.
  static func recordedKeys() -> [KeyRecord] {
    let root = ScenarioTree(place: .init(file: "", line: nil), content: .mapping([]))
    var reader = ScenarioReader(root: root, isRecording: true)
    _ = Scenario(&reader, name: "*")
    var seen: Set<String> = []
    return reader.log.keys.filter { seen.insert($0.path).inserted }
  }

  private init?(_ reader: inout ScenarioReader, name: String) {
    reader.readFormat()
    reader.noteFileKeys()
    let run = RunChoices(&reader, name: name)
    let parts = ScenarioParts(
      &reader, start: run?.start,
      engine: Outcomes.Engine(named: reader.tree) ?? .multiples)
    parts.check(&reader)
    let engines = parts.engines
    let outcomes = reader.known("outcomes", given: engines.map(\.rawValue).sorted()) {
      $0.section("outcomes", "how much a company brings back, and when") {
        Outcomes(&$0, engines: engines)
      }
    }
    let dependence = reader.known("dependence") {
      $0.section("dependence", "what companies' fates have in common", Dependence.init)
    }
    let termEnd = reader.known("term_end") {
      $0.section(
        "term_end", "what happens to stakes that are unsold at the end of a term", TermEnd.init)
    }
    guard let run, let motherFund = parts.motherFund, let direct = parts.direct, let outcomes,
      let dependence, let termEnd, let rules = parts.rules?.rules
    else { return nil }
    self.init(
      title: run.title, start: run.start, paths: run.paths, seed: run.seed,
      language: run.language, motherFund: motherFund, contributors: parts.contributors,
      direct: direct,
      anchors: parts.anchors, subFunds: parts.subFunds, sectors: parts.sectors,
      outcomes: outcomes, dependence: dependence, termEnd: termEnd, rules: rules, ranges: [])
  }

  /// The same scenario with ranges of inputs.
  func with(ranges: [InputRange]) -> Scenario {
    Scenario(
      title: title, start: start, paths: paths, seed: seed, language: language,
      motherFund: motherFund, contributors: contributors, direct: direct, anchors: anchors,
      subFunds: subFunds,
      sectors: sectors, outcomes: outcomes, dependence: dependence, termEnd: termEnd,
      rules: rules, ranges: ranges)
  }
}

/// What a scenario says about a run: names, dates and numbers of paths.
private struct RunChoices {
  let title: Label
  let start: CalendarQuarter
  let paths: Int
  let seed: UInt64
  let language: ReportLanguage?

  init?(_ reader: inout ScenarioReader, name: String) {
    let title = reader.label(
      "title", default: Label(plain: name), from: "the file's name",
      "what reports call the scenario")
    let start = reader.value(
      "start", .quarter, default: .text("2026Q1"), "the quarter in which the first money can move")
    let paths = reader.value(
      "paths", .count(in: RunNumber.pathBounds), default: .text("20000"),
      "number of simulated futures")
    let seed = reader.value(
      "seed", .wholeNumber(in: RunNumber.seedBounds), default: .text("1"),
      "which of the equally valid sets of random numbers to use")
    let language = reader.value(
      "language", ValueForm<ReportLanguage>.choice.orNone, default: .text("none"),
      "what reports are written in, unless --lang says otherwise; none leaves it to the system")
    guard let title, let start, let paths, let seed, let language else { return nil }
    (self.title, self.start, self.paths, self.seed) = (title, start, paths, seed)
    self.language = language
  }
}

extension ScenarioReader {
  mutating func readFormat() {
    let form = ValueForm<UInt64>.wholeNumber(in: 1...UInt64(Int32.max))
    let known = ValueForm(
      requirement: form.requirement,
      shape: ValueForm.wholeNumber(in: 1...Scenario.format).shape, parse: form.parse,
      write: form.write)
    let format = value("format", known, default: .text("1"), "version of the format of this file")
    guard let format, format > Scenario.format else { return }
    report(
      "format",
      "\(format) is newer than the formats that this program reads (up to \(Scenario.format)); "
        + "use a newer angelfof")
  }

  /// Notes the keys that a file's changes are made with; they are gone from the tree by now.
  fileprivate mutating func noteFileKeys() {
    note("base") { _ in
      KeyRecord(
        path: "base", kind: .value(.text(pattern: "[^ \\t]")), fallback: nil, inheritsFrom: nil,
        isRequired: false, requirement: "the path of another scenario file, seen from this one",
        help: "another scenario file, of which this one is a variant")
    }
    note("set") { _ in
      KeyRecord(
        path: "set", kind: .value(.anyMapping), fallback: nil, inheritsFrom: nil,
        isRequired: false, requirement: "a mapping of key paths to values",
        help: "changes by key path, such as 'sub_funds.songshan_lake_1.commitment: 3亿'")
    }
  }
}

extension Outcomes.Engine {
  /// The engine that a scenario names, before its outcomes are read; nil if it names none.
  fileprivate init?(named scenario: ScenarioTree?) {
    guard let text = scenario?["outcomes"]?["engine"]?.text else { return nil }
    self.init(rawValue: trimmed(text))
  }
}
