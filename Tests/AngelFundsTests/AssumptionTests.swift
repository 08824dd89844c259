import Foundation
import Testing

@testable import AngelFunds

@Suite struct AssumptionTests {
  private static let text = """
    title: {en: "C# fund", zh: 甲}  # S9 H
    anchors: {lake: {kind: town}}
    sub_funds:
      one: {anchor: lake, commitment: 1亿, carry: 10%}  # S1 H; carry S2, S3 M: "a # b"
      two:   # S99 H: of no key on this line
        anchor: lake
        commitment: "2亿"   ## judgement L; the largest in S4 is 3亿
        label: 'it''s #1'
    terms:
      carry: 15%  # proxy: Suzhou: S28 H
      tranches: [40%, 30%,   # general practice M
                 30%]
      hurdle_rate: 6%
    outcomes:
      tail_index: 1.3   # ｊudgement Ｌ，Ｓ５５
      ranges:
        tail_index: [1.2, 1.6]  # S55, S63 M

    """

  private func find(_ path: String, in loaded: LoadedScenario) throws -> Assumption {
    try #require(loaded.assumptions.first { $0.path == path }, "\(path)")
  }

  private func find(_ path: String, _ overrides: [String] = []) throws -> Assumption {
    try find(path, in: loaded(Self.text, overrides: overrides))
  }

  @Test func aValueOfTheFileHasTheCommentBehindIt() throws {
    let carry = try find("terms.carry")
    #expect(carry.written == "15%" && carry.resolved == "0.15" && carry.origin == .scenario)
    let evidence = try #require(carry.evidence)
    #expect(evidence.comment == "proxy: Suzhou: S28 H")
    #expect(evidence.grade == .high && evidence.isProxy && !evidence.isJudgement)
    #expect(evidence.sources == ["S28"])
    #expect(carry.help == "the manager's part of the profit")
  }

  @Test func aCommentBelongsToEveryKeyOfItsLineAndAClauseToTheKeyThatItNames() throws {
    let commitment = try find("sub_funds.one.commitment").evidence
    #expect(commitment?.comment == #"S1 H; carry S2, S3 M: "a # b""#)
    #expect(commitment?.grade == .high && commitment?.sources == ["S1", "S2", "S3"])
    let carry = try find("sub_funds.one.carry").evidence
    #expect(carry?.grade == .medium && carry?.sources == ["S2", "S3"])
    #expect(try find("sub_funds.two.anchor").evidence == nil)
  }

  @Test func numberSignsInsideQuotationMarksStartNoComment() throws {
    #expect(try find("title.en").resolved == "C# fund")
    #expect(try find("title.en").evidence?.comment == "S9 H")
    let label = try find("sub_funds.two.label.zh")
    #expect(label.written == "it's #1" && label.evidence == nil)
    let commitment = try find("sub_funds.two.commitment")
    #expect(commitment.written == "2亿" && commitment.resolved == "200000000")
    #expect(commitment.evidence?.comment == "judgement L; the largest in S4 is 3亿")
    #expect(commitment.evidence?.grade == .low && commitment.evidence?.isJudgement == true)
  }

  @Test func listsAreToldWholeAndFullWidthMarksAreRead() throws {
    let tranches = try find("terms.tranches")
    #expect(tranches.written == "[40%, 30%, 30%]" && tranches.evidence?.grade == .medium)
    let tail = try find("outcomes.tail_index")
    #expect(tail.evidence?.comment == "ｊudgement Ｌ，Ｓ５５")
    #expect(tail.evidence?.grade == .low && tail.evidence?.isJudgement == true)
    #expect(tail.evidence?.sources == ["S55"])
  }

  @Test func rangesStandWithTheirKeysAndHaveEvidenceOfTheirOwn() throws {
    let stated = try #require(try find("outcomes.tail_index").range)
    #expect(stated.low == "1.2" && stated.high == "1.6" && stated.origin == .scenario)
    #expect(stated.evidence?.sources == ["S55", "S63"] && stated.evidence?.grade == .medium)
    let builtIn = try #require(try find("dependence.market").range)
    #expect(builtIn.low == "0.12" && builtIn.origin == .builtIn && builtIn.evidence == nil)
    #expect(try find("terms.carry").range == nil)
    #expect(try loaded(Self.text).assumptions.allSatisfy { !$0.path.contains("ranges") })
  }

  @Test func whatNobodyWroteIsBuiltInOrInherited() throws {
    let fee = try find("terms.mgmt_fee.investment_period")
    #expect(fee.origin == .builtIn && fee.written == "2%" && fee.resolved == "0.02")
    #expect(fee.evidence == nil)
    let carry = try find("sub_funds.two.carry")
    #expect(carry.origin == .inherited("terms.carry") && carry.written == "15%")
    #expect(carry.evidence?.isProxy == true)
    #expect(try find("sub_funds.one.carry").origin == .scenario)
    #expect(try find("direct.ticket.median").origin == .inherited("terms.ticket.median"))
    #expect(try find("sub_funds.one.label.en").origin == .builtIn)
    #expect(try find("terms.hurdle_rate").evidence == nil)
  }

  @Test func theCommandLineHasNoEvidence() throws {
    let carry = try find("terms.carry", ["terms.carry=12%", "terms.tranches=[60%, 40%]"])
    #expect(carry.origin == .commandLine && carry.evidence == nil)
    let inherited = try find("sub_funds.two.carry", ["terms.carry=12%"])
    #expect(inherited.origin == .inherited("terms.carry") && inherited.written == "12%")
    let tranches = try find("terms.tranches", ["terms.tranches=[60%, 40%]"])
    #expect(tranches.origin == .commandLine && tranches.written == "[60%, 40%]")
  }

  @Test func windowsFilesAreReadAlike() throws {
    let windows = Self.text.replacing("\n", with: "\r\n")
    #expect(try loaded(windows).assumptions == loaded(Self.text).assumptions)
  }

  @Test func basesAndTheirVariantsAreToldApart() throws {
    let files = [
      "a/base.yaml": Self.text,
      "a/b/variant.yaml": """
      base: ../base.yaml
      terms: {carry: 20%}  # S12 H
      set:
        sub_funds.one.commitment: 3亿   # judgement L
      """,
    ]
    let variant = try LoadedScenario(path: "a/b/variant.yaml", load: loading(files))
    #expect(try find("terms.carry", in: variant).evidence?.sources == ["S12"])
    #expect(try find("terms.carry", in: variant).origin == .scenario)
    let commitment = try find("sub_funds.one.commitment", in: variant)
    #expect(commitment.origin == .scenario && commitment.evidence?.isJudgement == true)
    let tail = try find("outcomes.tail_index", in: variant)
    #expect(tail.origin == .base("base.yaml") && tail.evidence?.grade == .low)
    #expect(tail.range?.origin == .base("base.yaml"))
  }

  @Test func presetsAreNamedAndKeepTheirMarks() throws {
    let text = smallScenario + "rules: {preset: suzhou_522, reinvestment: {multiple: 2}}  # S1 M\n"
    let city = try read(text + "outcomes: my/city.yaml\n", files: ["my/city.yaml": Self.preset])
    let floor = try find("rules.limits.project_floor", in: city)
    #expect(floor.origin == .preset("suzhou_522") && floor.evidence?.sources == ["S28"])
    #expect(try find("rules.reinvestment.multiple", in: city).origin == .scenario)
    let zero = try find("outcomes.buckets.zero.share", in: city)
    #expect(zero.origin == .preset("city.yaml") && zero.evidence?.sources == ["S7"])
    #expect(
      try find("outcomes.buckets.above_10x.share", in: city).origin
        == .preset("us_correlation_ventures"))
    #expect(
      try find("outcomes.buckets.above_10x.share", in: city).evidence?.sources == ["S55", "S56"])
    let set = try loaded(smallScenario, overrides: ["outcomes=cn_angel_good"])
    #expect(try find("outcomes.engine", in: set).origin == .preset("cn_angel_good"))
  }

  private static let preset = """
    preset: us_correlation_ventures
    buckets: {zero: {share: 40%}}  # S7 H
    """

  private func read(_ text: String, files: [String: String]) throws -> LoadedScenario {
    try LoadedScenario(path: "x.yaml", load: loading(files.merging(["x.yaml": text]) { $1 }))
  }

  @Test func everyResolvedKeyIsAnAssumption() throws {
    let baseline = try example("dongguan_baseline.yaml")
    let lines = baseline.assumptions.map { "\($0.path): \($0.resolved)\n" }
    let ranges = baseline.resolved.split(separator: "\n").filter { $0.contains(".ranges.") }
    #expect(
      lines.joined()
        == baseline.resolved.split(separator: "\n")
        .filter { !$0.contains(".ranges.") }.map { "\($0)\n" }.joined())
    #expect(baseline.assumptions.count { $0.range != nil } == ranges.count)
    #expect(baseline.assumptions.allSatisfy { !$0.help.isEmpty })
  }

  /// Names, and what only says how the file is built, are nobody's estimate.
  private static let unmarked = [
    "format", "paths", "seed", "title.en", "title.zh", "*.label.en", "*.label.zh", "*.kind",
    "*.anchor", "outcomes.engine", "rules.evaluation",
  ]

  @Test(arguments: ["dongguan_baseline.yaml", "dongguan_towns_first.yaml"])
  func everyFigureOfTheExamplesHasAMark(_ name: String) throws {
    let open = try example(name).assumptions.filter { assumption in
      guard assumption.origin != .builtIn, assumption.evidence?.grade == nil else { return false }
      if case .inherited = assumption.origin { return false }
      return !Self.unmarked.contains {
        $0 == assumption.path || $0.hasPrefix("*") && assumption.path.hasSuffix($0.dropFirst())
      }
    }
    #expect(open.map(\.path) == [])
  }

  /// Comments as the examples have them, read by hand.
  @Test(arguments: [
    ("S20, S28 H: cap of Shenzhen and Suzhou", Evidence.Grade.high, "", "S20 S28"),
    ("general practice M: 1-1.5 % of what is not exited", .medium, "", ""),
    ("judgement L; 0.5-1 % is usual (M)", .low, "judgement", ""),
    ("0.5-1 % is usual (M)", .medium, "", ""),
    ("judgement L around 2 %, S12 H", .low, "judgement", "S12"),
    ("proxy: Suzhou, Hengqin: S34, S41 H", .high, "proxy", "S34 S41"),
    ("H shares in Hong Kong, Q&A with M&A desk", nil, "", ""),
    ("about 8.3 M, sources S5x and SS7", nil, "", ""),
    ("专家判断：Ｌ", .low, "judgement", ""),
  ])
  func marksAreRead(_ comment: String, _ grade: Evidence.Grade?, _ kind: String, _ sources: String)
  {
    let evidence = Evidence(comment: comment, key: "terms.carry")
    #expect(evidence.grade == grade)
    #expect(evidence.isJudgement == (kind == "judgement"))
    #expect(evidence.isProxy == (kind == "proxy"))
    #expect(evidence.sources.joined(separator: " ") == sources)
    #expect(evidence.comment == comment)
  }
}
