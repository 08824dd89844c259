import Foundation
import Testing

@testable import AngelFunds

@Suite struct ScenarioSpellingTests {
  @Test(arguments: [
    ("10亿", 1e9), ("8000万", 8e7), ("1.5e8", 1.5e8), ("200000000", 2e8), ("5亿元", 5e8),
    ("1.1亿", 1.1e8), ("2.3万元", 2.3e4), ("'200,000,000'", 2e8), ("1 亿", 1e8), ("1.5E+8", 1.5e8),
  ])
  func amounts(text: String, value: Double) throws {
    let file = "rules: {limits: {eligibility: {policy: count, assets_or_revenue: \(text)}}}\n"
    let limits = try loaded(smallScenario + file).scenario.subFunds[0].rules.limits
    #expect(limits.eligibility?.assetsOrRevenue == value)
  }

  @Test(arguments: [("6%", 0.06), ("0.06", 0.06), ("6.5 %", 0.065), ("0", 0), ("7e-2", 0.07)])
  func rates(text: String, value: Double) throws {
    let scenario = try loaded(smallScenario + "terms: {hurdle_rate: \(text)}").scenario
    #expect(scenario.subFunds[0].terms.hurdleRate == value)
  }

  @Test(arguments: [
    ("12y", 48), ("18m", 6), ("6q", 6), ("5年", 20), ("18个月", 6), ("1.5y", 6), ("4个季度", 4),
  ])
  func spans(text: String, quarters: Int) throws {
    let file = "direct: {investment_period: \(text)}"
    #expect(
      try loaded(smallScenario + file).scenario.direct.investmentPeriodInQuarters == quarters)
  }

  @Test(arguments: [
    ("2026Q1", 1), ("2026", 1), ("2026-01", 1), ("2026-04", 2), ("2026q3", 3), ("2026-10", 4),
  ])
  func quarters(text: String, quarter: Int) throws {
    let start = try loaded(smallScenario + "start: \(text)").scenario.start
    #expect(start == CalendarQuarter(year: 2026, quarter: quarter))
  }

  @Test(arguments: ["深圳 🏙️ שלום", String(repeating: "长", count: 500), "a # b: c", "R&D [x] {y}"])
  func labelsMayBeAnyText(label: String) throws {
    let loaded = try loaded(smallScenario + "title: \"\(label)\"")
    #expect(loaded.scenario.title == Label(english: label, chinese: label))
    #expect(loaded.resolved.contains("title.zh: \(label)\n"))
  }

  @Test func oneLanguageStandsForBoth() throws {
    let title = try loaded(smallScenario + "title: {zh: 东莞}").scenario.title
    #expect(title == Label(english: "东莞", chinese: "东莞"))
  }

  private static let plain = """
    mother_fund:
      size: 1000000000
      fund_life: 60q
      mgmt_fee: 0.008
    anchors:
      lake: {kind: town, sectors: {new_energy: 1, biomedicine: 3}}
    sub_funds:
      one: {anchor: lake, commitment: 80000000, start: 6q, carry: 0.15}
      two: {anchor: lake, commitment: 150000000}
    """

  @Test(arguments: [
    """
    sub_funds:
      two: {commitment: 1.5亿, anchor: lake}
      one: {carry: 15%, start: 18m, commitment: "80,000,000", anchor: lake}
    anchors:
      lake:
        sectors: {biomedicine: 75%, new_energy: 25%}
        kind: town   # a comment
    mother_fund: {mgmt_fee: 0.8%, fund_life: 15年, size: 10亿元}
    """,
    plain.replacingOccurrences(of: "\n", with: "\r\n"),
    "\u{FEFF}" + plain,
    plain + "\nterms: {carry: 20%, hurdle: simple}\noutcomes: {tail_index: 1.40}\npaths: 20,000\n",
  ])
  func resolvedTextIsTheSameHoweverItIsWritten(text: String) throws {
    let (first, second) = (try loaded(Self.plain), try loaded(text))
    #expect(first.resolved == second.resolved)
    #expect(first.scenario == second.scenario)
  }

  @Test func resolvedTextSaysEverything() throws {
    let lines = Set(try loaded(Self.plain).resolved.split(separator: "\n"))
    for line in [
      "anchors.lake.sectors.biomedicine: 0.75", "contributors.city_soe.share: 0.4",
      "mother_fund.size: 1000000000", "mother_fund.fund_life: 60q", "sub_funds.one.carry: 0.15",
      "sub_funds.two.carry: 0.2", "terms.tranches: [0.4, 0.3, 0.3]", "title.en: x",
      "outcomes.ranges.tail_index: [1.2, 1.6]", "outcomes.buckets.from_1x_to_5x.holding: 6.5y",
    ] {
      #expect(lines.contains(Substring(line)))
    }
  }

  /// Holds for any order of keys at any level.
  @Test(arguments: 1...5) func orderOfKeysChangesNothing(seed: UInt64) throws {
    let baseline = try example("dongguan_baseline.yaml")
    var random = SplitMix(state: seed)
    let shuffled = Scenario.reading(
      baseline.tree.shuffled(using: &random), name: baseline.name)
    let read = Scenario.reading(baseline.tree, name: baseline.name)
    #expect(shuffled.scenario == read.scenario)
    #expect(shuffled.log.resolved == read.log.resolved)
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    let first = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    let second = (first ^ (first >> 27)) &* 0x94D0_49BB_1331_11EB
    return second ^ (second >> 31)
  }
}

extension ScenarioTree {
  fileprivate func shuffled(using random: inout SplitMix) -> ScenarioTree {
    guard let entries else { return self }
    var mixed: [Entry] = []
    for entry in entries.shuffled(using: &random) {
      let value = entry.value.shuffled(using: &random)
      mixed.append(Entry(key: entry.key, place: entry.place, value: value))
    }
    return ScenarioTree(place: place, content: .mapping(mixed))
  }
}
