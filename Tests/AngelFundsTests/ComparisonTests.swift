import Stochastics
import Testing

@testable import AngelFunds

@Suite struct ComparisonTests {
  private static let tvpi = "tvpi"

  /// Compares runs under the names a, b, c….
  private func compare(_ runs: [TestRun], rankBy: String = tvpi) throws -> Comparison {
    try Comparison(
      zip(["a", "b", "c"], runs).map { ComparedRun(name: $0, store: $1.store) },
      rankBy: #require(RankFigure(named: rankBy)))
  }

  private func headline(_ name: String, _ variant: VariantComparison) throws -> HeadlineComparison {
    try #require(variant.headlines.first { $0.figure.name == name })
  }

  /// A tenth more for one of eleven sub-funds: pairs tell it at least 5 times more sharply than
  /// independent runs, and whether it is noise follows from Holm's adjustment.
  @Test func aSmallChangeIsTellableByPairs() async throws {
    let base = try await TestRun(TestScenario.example("dongguan_baseline"), paths: 400)
    let more = try await TestRun(
      TestScenario.example(
        "dongguan_baseline", set: ["sub_funds.songshan_lake_1.commitment": "8250万"]),
      paths: 400)
    let variant = try compare([base, more]).variants[0]
    #expect(variant.pairing == .paired)
    let found = try headline(Self.tvpi, variant).difference
    let old = try #require(try base.figures(.motherFund, "mother_fund", .tvpi))
    let new = try #require(try more.figures(.motherFund, "mother_fund", .tvpi))
    let independent = try #require(Difference(base: old, variant: new, isPaired: false))
    let error = try #require(found.standardError)
    #expect(try #require(independent.standardError) > 5 * error)
    #expect(abs(found.value - independent.value) < 1e-12)
    let pValues = variant.headlines.compactMap(\.difference.pValue)
    #expect(pValues.count == 9)
    for (headline, adjusted) in zip(variant.headlines, HolmAdjustment.adjusted(pValues)) {
      switch headline.verdict {
      case .withinNoise(let paths):
        #expect(adjusted > 0.05)
        if let paths { #expect(paths > 400) }
        #expect((paths == nil) == (headline.difference.value == 0))
      case .higher: #expect(adjusted <= 0.05 && headline.difference.value > 0)
      case .lower: #expect(adjusted <= 0.05 && headline.difference.value < 0)
      case .equalOnEveryPath: #expect(headline.difference.isEqualOnEveryPath)
      case nil: Issue.record("no verdict")
      }
    }
    let fund = variant.rows.filter { $0.owner.id == "binhai_bay_1" }
    #expect(!fund.isEmpty)
    #expect(fund.allSatisfy { $0.difference?.isEqualOnEveryPath != false })
    #expect(variant.keys.map(\.key) == ["sub_funds.songshan_lake_1.commitment"])
    #expect(variant.likeness == nil)
  }

  @Test func aScenarioAgainstItselfIsZeroEverywhere() async throws {
    let run = try await TestRun(TestScenario.example("minimal"), paths: 60)
    let comparison = try compare([run, run])
    let variant = comparison.variants[0]
    #expect(!variant.rows.isEmpty)
    for row in variant.rows {
      let found = try #require(row.difference)
      #expect(found.value == 0)
      #expect(found.standardError == 0)
      #expect(found.interval == 0...0)
      #expect(found.pairs?.shareHigher == 0)
      #expect(found.pairs?.varianceReduction == nil)
    }
    #expect(variant.headlines.allSatisfy { $0.verdict == .equalOnEveryPath })
    #expect(variant.dominance?.first == .same)
    #expect(variant.keys.isEmpty)
    #expect(variant.likeness == .same)
    #expect(comparison.ranking.map(\.name) == ["a", "b"])
  }

  @Test func anotherSeedIsUnpairedAndNoise() async throws {
    let scenario = try TestScenario.example("minimal")
    let one = try await TestRun(scenario, paths: 200, seed: 1)
    let two = try await TestRun(scenario, paths: 200, seed: 2)
    let variant = try compare([one, two]).variants[0]
    #expect(variant.pairing == .unpaired([.seeds(1, 2)]))
    #expect(variant.rows.allSatisfy { $0.difference?.pairs == nil })
    for headline in variant.headlines {
      guard case .withinNoise = headline.verdict else {
        Issue.record("\(headline.figure.name) is \(String(describing: headline.verdict))")
        continue
      }
    }
    #expect(variant.dominance?.first == .neither)
  }

  @Test func whatKeepsPathsApartIsTold() async throws {
    let scenario = try TestScenario.example("minimal")
    let base = try await TestRun(scenario, paths: 30)
    let longer = try await TestRun(scenario, paths: 40)
    let taus = try #require(Generator(named: "taus2"))
    let other = try await TestRun(scenario, paths: 30, generator: taus)
    let provenance = base.store.provenance
    #expect(
      Pairing(provenance, longer.store.provenance) == .unpaired([.paths(30, 40)]))
    #expect(
      Pairing(provenance, other.store.provenance) == .unpaired([.generators("philox", "taus2")]))
    #expect(
      Pairing(other.store.provenance, other.store.provenance) == .unpaired([.generator("taus2")]))
    let older = Provenance(
      scenarioName: provenance.scenarioName, scenarioSource: "", changes: [], scenarioResolved: "",
      assumptions: [], scenario: provenance.scenario, seed: 1, generator: "philox", paths: 30,
      programVersion: "0.0.9", gslVersion: provenance.gslVersion)
    #expect(Pairing(provenance, older) == .unpaired([.versions(programVersion, "0.0.9")]))
    #expect(try compare([base, longer]).variants[0].rows.count > 100)
  }

  /// A figure of the table is the one of the summary: means over all paths where all have it.
  @Test func meansAreThoseOfTheSummary() async throws {
    let base = try await TestRun(TestScenario.example("minimal"), paths: 60)
    let other = try await TestRun(
      TestScenario.example("minimal", set: ["terms.mother_share": "50%"]), paths: 60)
    let rows = try compare([base, other]).variants[0].rows
    for row in rows where row.difference?.pairs?.share == 1 {
      let old = base.summary.row(row.owner.scope, row.owner.id, row.figure.name)?.mean?.value
      let new = other.summary.row(row.owner.scope, row.owner.id, row.figure.name)?.mean?.value
      let found = try #require(row.difference)
      #expect(abs(found.baseMean - (try #require(old))) <= 1e-9 * max(1, abs(found.baseMean)))
      #expect(abs(found.variantMean - (try #require(new))) <= 1e-9 * max(1, abs(found.variantMean)))
    }
    let names = Set(rows.map(\.figure.name))
    #expect(names.isSuperset(of: ["net_profit", "rvpi_7y", "loss_ratio", "dpi_below_1"]))
    #expect(Set(rows.map(\.owner.scope)) == Set(Scope.allCases))
  }

  @Test func rankingFollowsTheDirectionOfTheFigure() async throws {
    let base = try await TestRun(TestScenario.example("minimal"), paths: 60)
    let dear = try await TestRun(
      TestScenario.example("minimal", set: ["mother_fund.mgmt_fee": "3%"]), paths: 60)
    let cheap = try await TestRun(
      TestScenario.example("minimal", set: ["mother_fund.mgmt_fee": "0%"]), paths: 60)
    for name in ["tvpi", "mgmt_fees", "net_profit"] {
      let comparison = try compare([base, dear, cheap], rankBy: name)
      #expect(comparison.ranking.map(\.name) == ["c", "a", "b"], "by \(name)")
      let tests = name == "tvpi" ? 18 : 20
      #expect(comparison.testCount == tests)
      #expect(comparison.variants[0].ranked?.figure.name == name)
    }
  }

  @Test func figuresWithoutADirectionRankNothing() throws {
    #expect(try #require(RankFigure(named: "dpi")).figure.name == "tvpi")
    let loss = try #require(RankFigure(named: "loss_probability"))
    #expect(loss.figure.name == "loss_beyond_tolerance")
    #expect(!loss.isHigherBetter)
    for name in ["payback_years", "peak_net_cash_out", "idle_cash_share", "mgmt_fees"] {
      #expect(try #require(RankFigure(named: name)).isHigherBetter == false)
    }
    for name in ["paid_in", "companies_funded", "carry", "rvpi_5y", "sharpe", ""] {
      #expect(RankFigure(named: name) == nil)
    }
    #expect(RankFigure.names.allSatisfy { RankFigure(named: $0) != nil })
  }

  @Test func runsOfOneNameAreToldApart() {
    #expect(ComparedRun.distinctNames(["a", "b", "a", "a"]) == ["a", "b", "a_2", "a_3"])
    #expect(ComparedRun.distinctNames(["a", "a", "a_2"]) == ["a", "a_3", "a_2"])
  }
}
