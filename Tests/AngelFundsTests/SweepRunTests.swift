import Foundation
import Stochastics
import Testing

@testable import AngelFunds

@Suite struct SweepRunTests {
  private static let grid = """
    factors:
      terms.carry: [10%, 20%]
      money: {shares: [lake, bay], step: 50%}
    """
  private let settings = SimulationSettings(paths: 120, seed: 3, jobs: 2)

  private func run(
    _ text: String, in folder: TestFolder, shard: Shard? = nil,
    resuming: Bool = false, allMetrics: Bool = false
  ) async throws -> [CellResult] {
    let request = SweepRequest(
      try TestSweep.plan(text), settings: settings, hasAllMetrics: allMetrics, shard: shard)
    return try await request.run(folder.files(shard), resuming: resuming) { _ in }
  }

  /// What a cell says is what a run of its scenario says.
  @Test func cellsAgreeWithRunsOfTheirScenarios() async throws {
    let folder = try TestFolder()
    let results = try await run(Self.grid, in: folder)
    let plan = try TestSweep.plan(Self.grid)
    // Two carries by three divisions, and the base, which is none of them.
    #expect(results.count == 7)
    #expect(try FinishedSweep(path: folder.files().target).base == 6)
    for (cell, result) in zip(plan.cells, results) {
      let loaded = try plan.base.variant(cell.settings.map(\.change))
      let run = try await TestRun(loaded, paths: settings.paths, seed: settings.seed)
      #expect(result.status == .done)
      for row in result.rows {
        let expected = try #require(run.summary.row(.motherFund, "mother_fund", row.metric))
        #expect(row == CellFigure(expected), "\(row.metric)")
      }
      #expect(
        result.rows.map(\.metric)
          == Headline.all.map(\.metric).filter { $0 != "reinvestment_met" })
    }
  }

  /// What only some cells have stands beside what all have, and changes keep their places.
  @Test func figuresOfRulesAreToldWhereRulesAre() async throws {
    let folder = try TestFolder()
    let results = try await run(
      "design: one_at_a_time\nfactors: {rules.reinvestment.multiple: [0.5, 2]}", in: folder)
    #expect(results[0].figure("reinvestment_met") == nil)
    let place = try #require(Headline.all.firstIndex { $0.metric == "reinvestment_met" })
    for cell in results.dropFirst() {
      #expect(cell.rows.map(\.metric) == Headline.all.map(\.metric))
      #expect(cell.changes.count == Headline.all.count && cell.changes[place] == nil)
      let leverage = try #require(cell.figure("leverage_l1"))
      #expect(leverage.statistics.prefix(2) == [2.5, 0])
      #expect(cell.changes[place + 1]?.value == 0)
    }
  }

  @Test func allMetricsAreThoseOfARun() async throws {
    let folder = try TestFolder()
    let results = try await run("factors: {terms.carry: [10%]}", in: folder, allMetrics: true)
    let loaded = try TestSweep.plan("factors: {terms.carry: [10%]}").base
      .applying([KeyOverride(path: "terms.carry", value: "10%")])
    let run = try await TestRun(loaded, paths: settings.paths, seed: settings.seed)
    #expect(results[0].rows == run.summary.rows.map(CellFigure.init))
  }

  @Test func oneThatGoesWrongStopsNobody() async throws {
    struct Trouble: Error {}
    let folder = try TestFolder()
    let plan = try TestSweep.plan(Self.grid)
    let request = SweepRequest(plan, settings: settings)
    let simulator = CellSimulator(settings: settings, hasAllMetrics: false, scratch: "")
    let results = try await request.run(folder.files(), resuming: false) { _ in
    } simulating: { cell in
      if cell.id == "2" { throw Trouble() }
      return try await simulator.outcome(of: plan.base.variant(cell.settings.map(\.change)))
    }
    #expect(results.map(\.status) == [.done, .failed, .done, .done, .done, .done, .done])
    #expect(results[1].message.contains("Trouble"))
    let again = try await request.run(folder.files(), resuming: true) { _ in }
    #expect(again.map(\.status) == [CellResult.Status](repeating: .done, count: 7))
    let fresh = try await run(Self.grid, in: TestFolder())
    #expect(again.map(\.rows) == fresh.map(\.rows))
  }

  @Test func nothingDoneIsDoneTwice() async throws {
    let folder = try TestFolder()
    let plan = try TestSweep.plan(Self.grid)
    let request = SweepRequest(plan, settings: settings)
    let simulator = CellSimulator(settings: settings, hasAllMetrics: false, scratch: "")
    var simulated: [String] = []
    func simulate(upTo count: Int) async throws -> [CellResult] {
      try await request.run(folder.files(), resuming: true) { _ in
      } simulating: { cell in
        if simulated.count == count { throw CancellationError() }
        simulated.append(cell.id)
        return try await simulator.outcome(of: plan.base.variant(cell.settings.map(\.change)))
      }
    }
    await #expect(throws: CancellationError.self) { try await simulate(upTo: 2) }
    await #expect(throws: CancellationError.self) { try await simulate(upTo: 5) }
    let results = try await simulate(upTo: 100)
    #expect(simulated == ["1", "2", "3", "4", "5", "6", "base"])
    #expect(try await run(Self.grid, in: TestFolder()).map(\.rows) == results.map(\.rows))
  }

  @Test func anUnfinishedSweepIsNotOverwritten() async throws {
    let folder = try TestFolder()
    let request = SweepRequest(try TestSweep.plan(Self.grid), settings: settings)
    await #expect(throws: CancellationError.self) {
      try await request.run(folder.files(), resuming: false) { _ in
      } simulating: { _ in
        throw CancellationError()
      }
    }
    await #expect(throws: SweepError.unfinished(path: folder.files().working)) {
      try await run(Self.grid, in: folder)
    }
  }

  @Test func otherSettingsAreNeverMixed() async throws {
    let folder = try TestFolder()
    _ = try await run(Self.grid, in: folder)
    var other = settings
    other.seed = 4
    let request = SweepRequest(try TestSweep.plan(Self.grid), settings: other)
    await #expect {
      try await request.run(folder.files(), resuming: true) { _ in }
    } throws: {
      "\($0)".contains("another seed (3, not 4)")
    }
  }

  /// Cells that are the same scenario are kept, others are simulated, gone ones are forgotten.
  @Test func aChangedSweepKeepsTheCellsThatStayTheSame() async throws {
    let folder = try TestFolder()
    _ = try await run("factors: {terms.carry: [10%, 15%, 20%]}", in: folder)
    let changed = "factors: {terms.carry: [0.15, 20%, 25%]}"
    let plan = try TestSweep.plan(changed)
    let simulator = CellSimulator(settings: settings, hasAllMetrics: false, scratch: "")
    var simulated: [[String]] = []
    let results = try await SweepRequest(plan, settings: settings).run(
      folder.files(), resuming: true
    ) { _ in
    } simulating: { cell in
      simulated.append(cell.values)
      return try await simulator.outcome(of: plan.base.variant(cell.settings.map(\.change)))
    }
    #expect(simulated == [["25%"]])
    let fresh = try await run(changed, in: TestFolder())
    #expect(results.map(\.rows) == fresh.map(\.rows))
  }

  /// A tornado's changes are told against its base; another base makes them anew.
  @Test func aChangedReferenceMakesChangesAnew() async throws {
    let folder = try TestFolder()
    func text(_ base: String) -> String {
      "design: one_at_a_time\nfactors: {terms.carry: [10%, \(base), 30%]}"
    }
    _ = try await run(text("20%"), in: folder)
    let results = try await run(text("15%"), in: folder, resuming: true)
    let fresh = try await run(text("15%"), in: TestFolder())
    #expect(results.map(\.changes) == fresh.map(\.changes))
    #expect(results[1].changes[0]?.value ?? 0 > 0)
    #expect(results[2].changes[0]?.value ?? 0 < 0)
  }

  @Test(arguments: [2, 3, 6, 7])
  func shardsMergeInAnyOrder(count: Int) async throws {
    let folder = try TestFolder()
    let whole = try await run(Self.grid, in: TestFolder())
    let shards = (1...count).compactMap { Shard(number: $0, count: count) }
    for shard in shards { _ = try await run(Self.grid, in: folder, shard: shard) }
    for order in [shards, shards.reversed()] {
      let target = try TestFolder()
      try SweepMerge(order.map { folder.files($0).target }).write(to: target.files())
      let merged = try FinishedSweep(path: target.files().target)
      #expect(merged.cells.map(\.rows) == whole.map(\.rows))
      #expect(merged.cells.map(\.status) == whole.map(\.status))
    }
  }

  @Test func missingDoubledAndForeignShardsAreErrors() async throws {
    let folder = try TestFolder()
    let shards = (1...2).compactMap { Shard(number: $0, count: 2) }
    for shard in shards { _ = try await run(Self.grid, in: folder, shard: shard) }
    let paths = shards.map { folder.files($0).target }
    let other = try TestFolder()
    _ = try await run("factors: {terms.carry: [10%]}", in: other, shard: shards[1])
    func complaint(_ paths: [String]) throws -> String {
      let target = try TestFolder()
      do {
        try SweepMerge(paths).write(to: target.files())
        return ""
      } catch { return "\(error)" }
    }
    #expect(try complaint([paths[0]]).contains("shard 2 of 2 is missing"))
    #expect(
      try complaint([paths[0], paths[1], paths[0]]).contains("shard 1 of 2 is given 2 times"))
    #expect(
      try complaint([paths[0], other.files(shards[1]).target]).contains("is of another run"))
    #expect(throws: RunStoreError.self) { try FinishedSweep(path: paths[0]) }
  }
}
