import Stochastics
import Testing

@testable import AngelFunds

/// Words find paths by their place in the order of a figure, and parts of a trace by name.
@Suite struct TraceChoiceTests {
  private static let values = [3.0, 1, .nan, 2, 5, 4, 1]

  /// Ascending: 1 (paths 1 and 6), 2 (3), 3 (0), 4 (5), 5 (4); the median of six lies between 2
  /// and 3, as near to either, so the lowest path number decides.
  @Test(arguments: [(0.0, 1), (0.5, 0), (1.0, 4), (0.05, 1), (0.95, 4), (0.75, 5), (0.25, 1)])
  func findsTheNearestOrderStatistic(probability: Double, path: Int) {
    #expect(PathPlace.path(in: Self.values, probability: probability) == path)
  }

  @Test func findsNothingWhereEveryValueIsAbsent() {
    #expect(PathPlace.path(in: [.nan, .nan], probability: 0.5) == nil)
    #expect(PathPlace.path(in: [], probability: 0) == nil)
  }

  @Test(arguments: [
    ("0", PathChoice.number(0)), ("4294967295", .number(4_294_967_295)),
    ("median", .place(.median)), ("p05", .place(.p05)), ("-1", nil), ("4294967296", nil),
    ("+3", nil), ("1.5", nil), ("Worst", nil), ("p50", nil), ("", nil), ("七", nil),
  ])
  func readsNumbersAndWords(argument: String, choice: PathChoice?) {
    #expect(PathChoice(argument: argument) == choice)
  }

  @Test func findsThePathsOfARun() async throws {
    let loaded = try TestScenario.example("minimal")
    let run = try await TestRun(loaded, paths: 101)
    let values = try #require(try run.figures(.motherFund, "mother_fund", .tvpi))
    let sorted = values.sorted()
    #expect(values[try run.store.path(at: .worst, by: .tvpi)] == sorted[0])
    #expect(values[try run.store.path(at: .median, by: .tvpi)] == sorted[50])
    #expect(values[try run.store.path(at: .p95, by: .tvpi)] == sorted[95])
    #expect(values[try run.store.path(at: .best, by: .tvpi)] == sorted[100])
    let out = try #require(try run.figures(.motherFund, "mother_fund", .peakNetCashOut))
    #expect(out[try run.store.path(at: .worst, by: .peakNetCashOut)] == out.max())
    let settings = SimulationSettings(paths: 101, seed: 1)
    let best = try run.store.path(at: .best, by: .tvpi)
    let trace = try PathTrace(loaded, settings: settings, path: best)
    #expect(trace.motherFund(.tvpi) == sorted[100])
  }

  @Test func aPartOfATraceKeepsItsTotals() throws {
    let loaded = try TestScenario.example(
      "dongguan_baseline", set: ["outcomes.engine": "rounds"])
    let trace = try PathTrace(loaded, settings: SimulationSettings(paths: 9, seed: 1), path: 8)
    let part = try trace.restricted(toVehicle: "town_1")
    #expect(part.vehicles == trace.vehicles.filter { $0.id == "town_1" })
    #expect(part.entries.allSatisfy { ($0.vehicle ?? "town_1") == "town_1" })
    #expect(part.reconciliation.reconciles && !part.reconciliation.rows.isEmpty)
    let ordinal = try #require(part.vehicles[0].companies.first?.ordinal)
    let one = try trace.restricted(toVehicle: "town_1", company: ordinal)
    #expect(one.vehicles[0].companies == [part.vehicles[0].companies[0]])
    #expect(one.factors.sectors.map(\.sector) == [one.vehicles[0].companies[0].sector])
  }

  @Test func whatIsNotThereIsToldWithTheNearest() throws {
    let loaded = try TestScenario.example("dongguan_baseline")
    let trace = try PathTrace(loaded, settings: SimulationSettings(paths: 9, seed: 1), path: 8)
    let fund = #expect(throws: TraceError.self) { try trace.restricted(toVehicle: "twon_1") }
    #expect(
      fund?.description
        == "--sub-fund twon_1: there is no such sub-fund; did you mean town_1?")
    let last = try #require(
      trace.vehicles.first { $0.id == "direct" }?.companies.last?.ordinal)
    let company = #expect(throws: TraceError.self) {
      try trace.restricted(toVehicle: "direct", company: 999)
    }
    #expect(company?.description.contains("the nearest that it buys is \(last)") == true)
  }
}
