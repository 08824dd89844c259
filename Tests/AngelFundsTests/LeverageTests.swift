import Stochastics
import Testing

@testable import AngelFunds

/// How much money stands behind each yuan of the mother fund.
@Suite struct LeverageTests {
  /// One sub-fund of 250 million, of which the mother fund has 100 and a town 25; the mother fund is
  /// 60 % fiscal money.
  ///
  /// L1 = 250 / 100, L2 = 250 / 60, L3 = (250 − 100 − 25) / 60.
  @Test func otherGovernmentsAreNoSocialCapital() throws {
    let scenario = try TestScenario.load(
      """
      direct: {share: 0%}
      anchors: {lake: {kind: town}}
      sub_funds: {a: {anchor: lake, commitment: 1亿, other_government_share: 10%}}
      """
    ).scenario
    let multiples = Dictionary(uniqueKeysWithValues: Leverage(scenario).multiples.map { ($0, $1) })
    #expect(abs((multiples["leverage_l1"] ?? 0) - 2.5) < 1e-12)
    #expect(abs((multiples["leverage_l2"] ?? 0) - 250.0 / 60) < 1e-12)
    #expect(abs((multiples["leverage_l3"] ?? 0) - 125.0 / 60) < 1e-12)
  }

  /// All money in rounds, added up anew from what the path tells: first tickets of all holders, and
  /// each company's later rounds once, whoever holds it.
  @Test(arguments: ["0%", "30%"]) func roundsAreCountedOnce(shared: String) throws {
    let scenario = try TestScenario.example(
      "dongguan_baseline", set: ["outcomes.engine": "rounds", "rules.shared_deals": shared]
    ).scenario
    let settings = SimulationSettings(paths: 2, seed: 4)
    let path = try RecordedPath(scenario, settings: settings, path: 1)
    let stages = scenario.outcomes.rounds.stages
    var (rounds, tickets, own) = (0.0, 0.0, 0.0)
    for event in path.ledger.companies {
      let vehicle = path.buffers.vehicles[event.vehicle]
      switch event.kind {
      case .bought:
        tickets += event.amount
        own += vehicle.motherShare * event.amount
      case .followOn: own += vehicle.motherShare * event.amount
      case .round(let stage):
        guard !isShared(event, path), let index = Stage.allCases.firstIndex(of: stage) else {
          continue
        }
        rounds += (event.companyValue ?? 0) * stages[index - 1].dilution
      default: break
      }
    }
    let figure = path.figures.first { $0.metric == .leverageL4 }?.value ?? 0
    #expect(abs(figure - (tickets + rounds) / own) < 1e-9 * figure)
    #expect(figure > 1)
  }

  private func isShared(_ event: CompanyEvent, _ path: RecordedPath) -> Bool {
    let companies = path.buffers.deals.room(for: event.vehicle)
    return (0..<path.buffers.deals[event.vehicle]).contains {
      Int(companies[$0].ordinal) == event.ordinal && companies[$0].lead >= 0
    }
  }
}
