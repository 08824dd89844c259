import Stochastics
import Testing

@testable import AngelFunds

/// Calls that wait for the next year's budget.
@Suite struct WaitingCallsTests {
  private static let budgets =
    "{budgets: {2026: 1亿, 2027: 1.5亿, 2028: 1.5亿, 2029: 2亿, 2030: 2亿, 2031: 2亿}, "
    + "shortfall: delay}"

  /// A fund of 100 million in tranches of 40 % and 60 %, bought over two years; 2026 has 40 million,
  /// 2027 nothing, 2028 the rest.
  ///
  /// The second tranche waits until 2028Q1 or is not called at all, as by then nothing is bought any
  /// more.
  @Test(arguments: [("8q", 0.0), ("12q", 60_000_000.0)])
  func aTrancheWaitsForItsYear(period: String, expected: Double) throws {
    let text = TestScenario.plain(companies: 10, dependence: "{market: 0, sector: 0, manager: 0}")
    let scenario = try TestScenario.load(
      text,
      set: [
        "terms.investment_period": period, "terms.tranches": "[40%, 60%]", "start": "2026Q1",
        "rules.appropriation": "{budgets: {2026: 4000万, 2028: 6000万}, shortfall: delay}",
      ]
    ).scenario
    let model = CompiledModel(scenario)
    let buffers = PathBuffers(model)
    var source = try RandomSource(generator: .philox, seed: 5)
    var whole = 0
    for path in 0..<UInt32(50) {
      var silence = NoRecording()
      _ = PathSimulation(model, buffers: buffers).run(
        path: path, source: &source, recorder: &silence)
      let series = ScopeSeries(buffers.series, scope: 1, layout: buffers.layout)
      let calls = (0..<model.quarters).map { series.calls[$0] }
      // Where the first quarter's purchases need both tranches at once, both wait.
      guard calls[0] > 0 else {
        whole += 1
        continue
      }
      #expect(calls[0] == 40_000_000)
      #expect(calls[1..<8].allSatisfy { $0 == 0 })
      #expect(calls[8...].reduce(0, +) == expected)
      #expect(calls[8] == expected)
    }
    #expect(whole < 5)
  }

  /// What contributors have paid is never more than the budgets so far.
  @Test(arguments: ["multiples", "rounds"]) func budgetsHold(engine: String) throws {
    let scenario = try TestScenario.example(
      "dongguan_baseline",
      set: ["rules.appropriation": Self.budgets, "outcomes.engine": engine]
    ).scenario
    let model = CompiledModel(scenario)
    let buffers = PathBuffers(model)
    var source = try RandomSource(generator: .philox, seed: 5)
    let budgets = [1e8, 2.5e8, 4e8, 6e8, 8e8, 10e8]
    var waited = 0
    for path in 0..<UInt32(100) {
      var silence = NoRecording()
      _ = PathSimulation(model, buffers: buffers).run(
        path: path, source: &source, recorder: &silence)
      let mother = ScopeSeries(buffers.series, scope: 0, layout: buffers.layout)
      var paid = 0.0
      for quarter in 0..<24 {
        paid += mother.calls[quarter]
        #expect(paid <= budgets[quarter / 4] + 1)
        if buffers.appropriation.putOff[quarter] > 0 { waited += 1 }
      }
    }
    #expect(waited > 50)
    #expect(try scenario.imbalance(paths: 0..<60) == nil)
  }

  /// Budgets that cover everything change nothing, to the last bit.
  @Test func ampleBudgetsChangeNothing() throws {
    let plain = try TestScenario.example("dongguan_baseline").scenario
    let ample = try TestScenario.example(
      "dongguan_baseline",
      set: ["rules.appropriation": "{budgets: {2026: 10亿}, shortfall: delay}"]
    ).scenario
    var series: [[Double]] = []
    for scenario in [plain, ample] {
      let model = CompiledModel(scenario)
      let buffers = PathBuffers(model)
      var source = try RandomSource(generator: .philox, seed: 5)
      var silence = NoRecording()
      _ = PathSimulation(model, buffers: buffers).run(
        path: 7, source: &source, recorder: &silence)
      series.append((0..<buffers.layout.count).map { buffers.series[$0] })
    }
    #expect(series[0] == series[1])
  }
}
