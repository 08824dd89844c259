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
  /// each company's later rounds once, whoever holds it; where its holders know of different values,
  /// as a large ticket finds a large company, by the largest.
  @Test(arguments: ["0%", "30%"]) func roundsAreCountedOnce(shared: String) throws {
    let scenario = try TestScenario.example(
      "dongguan_baseline", set: ["outcomes.engine": "rounds", "rules.shared_deals": shared]
    ).scenario
    let settings = SimulationSettings(paths: 2, seed: 4)
    let path = try RecordedPath(scenario, settings: settings, path: 1)
    let stages = scenario.outcomes.rounds.stages
    var (tickets, own) = (0.0, 0.0)
    var rounds: [[Int]: Double] = [:]
    for event in path.ledger.companies {
      let vehicle = path.buffers.vehicles[event.vehicle]
      switch event.kind {
      case .bought:
        tickets += event.amount
        own += vehicle.motherShare * event.amount
      case .followOn: own += vehicle.motherShare * event.amount
      case .round(let stage):
        let index = try #require(Stage.allCases.firstIndex(of: stage))
        let money = (event.companyValue ?? 0) * stages[index - 1].dilution
        rounds[identity(of: event, path) + [index], default: 0].max(money)
      default: break
      }
    }
    let figure = path.figures.first { $0.metric == .leverageL4 }?.value ?? 0
    let inRounds = rounds.values.reduce(0, +)
    #expect(abs(figure - (tickets + inRounds) / own) < 1e-9 * figure)
    #expect(figure > 1)
  }

  /// The sub-fund whose company it is in truth, and the ordinal there.
  private func identity(of event: CompanyEvent, _ path: RecordedPath) -> [Int] {
    let companies = path.buffers.deals.room(for: event.vehicle)
    let shared = (0..<path.buffers.deals[event.vehicle]).first {
      Int(companies[$0].ordinal) == event.ordinal && companies[$0].lead >= 0
    }
    guard let shared else { return [event.vehicle, event.ordinal] }
    return [Int(companies[shared].lead), Int(companies[shared].leadOrdinal)]
  }
}

extension Double {
  /// Takes the other where that is larger.
  fileprivate mutating func max(_ other: Double) { self = Swift.max(self, other) }
}
