import Stochastics
import Testing

@testable import AngelFunds

/// A trace tells what the simulation does, and changes nothing of it.
@Suite struct TraceTests {
  private static func loaded(_ set: [String: String]) throws -> LoadedScenario {
    try TestScenario.example("dongguan_baseline", set: set)
  }

  private static func settings(
    _ loaded: LoadedScenario, _ generator: String = "philox"
  ) throws -> SimulationSettings {
    SimulationSettings(
      paths: 20, seed: loaded.scenario.seed,
      generator: try #require(Generator(named: generator)))
  }

  /// The totals of the ledger are the figures, and the figures are those that a run keeps, to the
  /// last bit.
  @Test(arguments: ["multiples", "rounds"], ["philox", "mt19937"])
  func theLedgerSumsToTheFiguresOfTheRun(engine: String, generator: String) async throws {
    let loaded = try Self.loaded(["outcomes.engine": engine])
    let settings = try Self.settings(loaded, generator)
    let run = try await TestRun(
      loaded, paths: settings.paths, seed: settings.seed, generator: settings.generator)
    for path in [0, 7, 13, 19] {
      let trace = try PathTrace(loaded, settings: settings, path: path)
      #expect(trace.reconciliation.imbalance == nil)
      for row in trace.reconciliation.rows { #expect(row.agrees, "path \(path): \(row)") }
      #expect(trace.reconciliation.rows.count > 4 + 12 * 8)
      #expect(trace.reconciliation.largestDifference < 1)
      for figure in trace.figures {
        let kept = try #require(try run.figures(figure.owner.scope, figure.owner.id, figure.metric))
        #expect((figure.value ?? .nan).isIdentical(to: kept[path]), "path \(path): \(figure)")
      }
      #expect(try run.store.confirms(trace))
    }
  }

  /// A total that is not what the figures say does not reconcile: the check itself can fail.
  @Test func aMissingEntryDoesNotReconcile() throws {
    let loaded = try Self.loaded(["outcomes.engine": "rounds"])
    let settings = try Self.settings(loaded)
    let recorded = try RecordedPath(loaded.scenario, settings: settings, path: 3)
    let trace = try PathTrace(loaded, settings: settings, path: 3)
    var entries = trace.entries
    let index = try #require(entries.firstIndex { $0.event == .bought })
    entries.remove(at: index)
    let broken = Reconciliation(recorded, vehicles: trace.vehicles, entries: entries)
    #expect(!broken.reconciles)
    #expect(Reconciliation(recorded, vehicles: trace.vehicles, entries: trace.entries).reconciles)
  }

  /// Marked at the last round, a stake is worth the vehicle's part of the company, at every event.
  @Test func stakesAreTheirPartOfTheCompanysValue() throws {
    let loaded = try Self.loaded([
      "outcomes.engine": "rounds", "outcomes.rounds.marks.policy": "last_round",
    ])
    var (count, listed) = (0, 0)
    for path in 0..<12 {
      let trace = try PathTrace(loaded, settings: Self.settings(loaded), path: path)
      for entry in trace.vehicles.flatMap({ $0.companies.flatMap(\.entries) }) {
        guard let value = entry.companyValue, let part = entry.ownership else { continue }
        let stake = try #require(entry.stake)
        #expect(abs(part * value - stake) <= 1e-6 * max(stake, 1), "path \(path): \(entry)")
        count += 1
        listed += entry.event == .listed ? 1 : 0
      }
    }
    #expect(count > 5000 && listed > 0)
  }

  /// A vehicle's part of a company never grows but where it pays for it.
  @Test func ownershipGrowsByMoneyOnly() throws {
    let loaded = try Self.loaded(["outcomes.engine": "rounds"])
    let trace = try PathTrace(loaded, settings: Self.settings(loaded), path: 7)
    for company in trace.vehicles.flatMap(\.companies) {
      var last = 1.0
      for entry in company.entries {
        let part = try #require(entry.ownership)
        #expect(entry.event == .followOn || part <= last * (1 + 1e-9), "\(entry)")
        last = part
      }
    }
  }

  @Test(arguments: ["0%", "60%"])
  func partsOfTheWaterfallAddUpToWhatIsDistributed(catchUp: String) throws {
    let loaded = try Self.loaded(["terms.catch_up": catchUp, "outcomes.quality_shift": "0.5"])
    let trace = try PathTrace(loaded, settings: Self.settings(loaded), path: 2)
    var caughtUp = 0.0
    for vehicle in trace.vehicles {
      for split in vehicle.splits {
        let parts =
          split.capital + split.preferred + split.catchUp + split.carry + split.partnersRest
        #expect(abs(parts - split.amount) < 1e-6 * max(1, split.amount))
      }
      let carry = vehicle.splits.reduce(0) { $0 + $1.catchUp + $1.carry - $1.carryReturned }
      let kept = try #require(trace.figure(.carry, ofVehicle: vehicle.id))
      #expect(abs(carry / kept * vehicle.size - vehicle.size) < 1 || abs(carry - kept) < 1e-6)
      caughtUp += vehicle.splits.reduce(0) { $0 + $1.catchUp }
    }
    #expect((caughtUp > 0) == (catchUp != "0%"))
  }

  /// Market and sector factor times their loadings are what companies are drawn with.
  @Test func factorsAreThoseThatCompaniesFeel() throws {
    let loaded = try Self.loaded(["outcomes.engine": "rounds"])
    let settings = try Self.settings(loaded)
    let recorded = try RecordedPath(loaded.scenario, settings: settings, path: 5)
    let factors = try PathTrace(loaded, settings: settings, path: 5).factors
    let model = recorded.model
    #expect(factors.sectors.map(\.sector) == factors.sectors.map(\.sector).sorted())
    #expect(factors.isWindowOpen.count == model.factorYears)
    for (index, sector) in factors.sectors.enumerated() {
      for year in 0..<model.factorYears {
        let level =
          model.factors.marketLoading * factors.market[year]
          + model.factors.sectorLoading * sector.values[year]
        #expect(abs(level - recorded.buffers.levels[index * model.factorYears + year]) < 1e-12)
      }
    }
  }
}

extension Double {
  /// The same bits, or both not a number.
  fileprivate func isIdentical(to other: Double) -> Bool {
    bitPattern == other.bitPattern || (isNaN && other.isNaN)
  }
}
