import Stochastics
import Testing

@testable import AngelFunds

/// Companies that several sub-funds hold.
@Suite struct SharedDealsTests {
  private struct Path {
    let buffers: PathBuffers
    let ledger: TransferLedger
    let model: CompiledModel

    /// What each yuan in a company brings.
    func multiple(of ordinal: Int, in vehicle: Int) -> Double? {
      let events = ledger.companies.filter { $0.vehicle == vehicle && $0.ordinal == ordinal }
      guard let bought = events.first(where: { $0.kind == .bought })?.amount, bought > 0,
        !events.contains(where: { $0.kind == .soldAtTermEnd })
      else { return nil }
      return events.filter { $0.kind == .sold }.reduce(0) { $0 + $1.amount } / bought
    }
  }

  private func path(_ number: UInt32, _ set: [String: String]) throws -> Path {
    let scenario = try TestScenario.example("dongguan_baseline", set: set).scenario
    let model = CompiledModel(scenario)
    let buffers = PathBuffers(model)
    var source = try RandomSource(generator: .philox, seed: 5)
    var ledger = TransferLedger()
    _ = PathSimulation(model, buffers: buffers).run(
      path: number, source: &source, recorder: &ledger)
    return Path(buffers: buffers, ledger: ledger, model: model)
  }

  /// A company brings the same for each yuan, whichever sub-fund holds it.
  @Test(arguments: ["multiples", "rounds"]) func haveOneOutcome(engine: String) throws {
    var compared = 0
    for number in 0..<UInt32(20) {
      let path = try path(
        number,
        [
          "rules.shared_deals": "30%", "outcomes.engine": engine,
          "terms.follow_on.policy": "none",
        ])
      for vehicle in 0..<11 {
        let companies = path.buffers.deals.room(for: vehicle)
        for position in 0..<path.buffers.deals[vehicle] where companies[position].lead >= 0 {
          let company = companies[position]
          guard let own = path.multiple(of: Int(company.ordinal), in: vehicle),
            let lead = path.multiple(of: Int(company.leadOrdinal), in: Int(company.lead))
          else { continue }
          compared += 1
          #expect(abs(own - lead) <= 1e-9 * max(own, 1))
        }
      }
    }
    #expect(compared > 300)
  }

  /// Two sub-funds of one company each, 10 and 20 million, all the mother fund's.
  ///
  /// Where it is the same company, both have its multiple: 30 million are in one company, and what
  /// comes back is 10 and 20 million times it.
  @Test func twoFundsInOneCompanyByHand() throws {
    let text = TestScenario.plain(companies: 1, dependence: "{market: 0, sector: 0, manager: 0}")
      .replacing(
        "town_1: {anchor: town, commitment: 1000万}",
        with: "{a: {anchor: town, commitment: 1000万}, "
          + "b: {anchor: town, commitment: 2000万, ticket: {median: 2000万, log_sd: 0}}}")
    let scenario = try TestScenario.load(text, set: ["rules.shared_deals": "50%"]).scenario
    let model = CompiledModel(scenario)
    let buffers = PathBuffers(model)
    var source = try RandomSource(generator: .philox, seed: 5)
    var shared = 0
    for path in 0..<UInt32(60) {
      var silence = NoRecording()
      let outcome = PathSimulation(model, buffers: buffers).run(
        path: path, source: &source, recorder: &silence)
      let isShared = (0..<2).contains { buffers.deals.room(for: $0)[0].lead >= 0 }
      let figures = try figures(scenario, model, buffers, outcome)
      #expect(figures[.companiesDistinct] == (isShared ? 1 : 2))
      #expect(
        abs((figures[.largestCompanyShare] ?? 0) - (isShared ? 1 : 2.0 / 3)) < 1e-12)
      guard isShared else { continue }
      shared += 1
      #expect(abs(2 * buffers.results[0].proceeds - buffers.results[1].proceeds) < 0.5)
    }
    // Where one looks and the other does not: half of all paths.
    #expect(shared > 15 && shared < 45)
  }

  private func figures(
    _ scenario: Scenario, _ model: CompiledModel, _ buffers: PathBuffers,
    _ outcome: PathSimulation.Outcome
  ) throws -> [Metric: Double] {
    let columns = scenario.metricColumns
    var metrics = try PathMetrics(scenario, model: model, buffers: buffers)
    let values = [Double](unsafeUninitializedCapacity: columns.count) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      var writer = MetricWriter(base, stride: 1)
      metrics.write(outcome, to: &writer)
      count = writer.count
    }
    var figures: [Metric: Double] = [:]
    for (column, value) in zip(columns, values) where column.owner.scope == .motherFund {
      if case .metric(let metric) = column.figure { figures[metric] = value }
    }
    return figures
  }

  /// Everything else about the plan stays: tickets and quarters of all, and whatever is not shared.
  @Test func onlyTheSharedOnesChange() throws {
    let (plain, shared) = (try path(3, [:]), try path(3, ["rules.shared_deals": "20%"]))
    var (replaced, all) = (0, 0)
    for vehicle in 0..<11 {
      #expect(plain.buffers.deals[vehicle] == shared.buffers.deals[vehicle])
      let (old, new) = (
        plain.buffers.deals.room(for: vehicle), shared.buffers.deals.room(for: vehicle)
      )
      for position in 0..<plain.buffers.deals[vehicle] {
        all += 1
        #expect(old[position].amount == new[position].amount)
        #expect(old[position].entry == new[position].entry)
        if new[position].lead >= 0 {
          replaced += 1
        } else {
          #expect(old[position].sector == new[position].sector)
          let ordinal = Int(old[position].ordinal)
          #expect(
            plain.multiple(of: ordinal, in: vehicle) == shared.multiple(of: ordinal, in: vehicle))
        }
      }
    }
    // A fifth at most, less those for which nobody buys in their quarter.
    #expect(Double(replaced) < 0.3 * Double(all))
    #expect(Double(replaced) > 0.1 * Double(all))
  }

  /// A company that is shared is one company: with 20 % shared the average path has as many less.
  @Test func areCountedOnce() throws {
    let path = try path(4, ["rules.shared_deals": "20%"])
    var (held, shared, identities) = (0, 0, Set<Int32>())
    for vehicle in 0..<path.model.vehicles.count {
      let companies = path.buffers.deals.room(for: vehicle)
      for position in 0..<path.buffers.deals[vehicle] {
        held += 1
        identities.insert(companies[position].identity)
        if companies[position].lead >= 0 { shared += 1 }
      }
    }
    #expect(shared > 0)
    #expect(identities.count == held - shared)
  }

  @Test(arguments: ["multiples", "rounds"]) func booksBalance(engine: String) throws {
    let scenario = try TestScenario.example(
      "dongguan_baseline", set: ["rules.shared_deals": "30%", "outcomes.engine": engine]
    ).scenario
    #expect(try scenario.imbalance(paths: 0..<200) == nil)
  }
}
