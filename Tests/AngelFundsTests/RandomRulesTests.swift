import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// Random legal plans under every rule, in both engines: whatever is asked of them, no number may be
/// impossible.
@Suite struct RandomRulesTests {
  /// A thousand plans; three paths of each.
  @Test(arguments: 0..<10) func figuresArePossible(batch: UInt32) throws {
    try RandomRules.check((100 * batch)..<(100 * (batch + 1)), paths: 3)
  }
}

/// The same for many more.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ANGELFOF_SLOW_TESTS"] != nil))
struct SlowRandomRulesTests {
  @Test(arguments: 10..<80) func figuresArePossible(batch: UInt32) throws {
    try RandomRules.check((100 * batch)..<(100 * (batch + 1)), paths: 5)
  }
}

enum RandomRules {
  /// Checks plans, each of which must be legal.
  static func check(_ numbers: Range<UInt32>, paths: Int) throws {
    for number in numbers {
      let text = RuledScenario(number: number).text
      let loaded = try #require(
        try? TestScenario.load(text), "plan \(number): \(complaints(text))\n\(text)")
      let problems = try Self.problems(loaded, paths: paths)
      #expect(problems == [], "plan \(number):\n\(text)")
    }
  }

  /// What is impossible about a plan's first paths.
  private static func problems(_ loaded: LoadedScenario, paths: Int) throws -> [String] {
    let path = try RuledPath(loaded.scenario)
    var problems: [String] = []
    for number in 0..<UInt32(paths) {
      problems += try Self.problems(path.figures(number)).map { "path \(number): \($0)" }
      problems += negativeValues(of: path).map { "path \(number): \($0)" }
      let told = try PathTrace(
        loaded, settings: SimulationSettings(paths: paths, seed: 5), path: Int(number))
      if !told.reconciliation.reconciles {
        let rows = told.reconciliation.rows.filter { !$0.agrees }
          .map { "\($0.owner.id) \($0.item): \($0.entries) or \($0.figure)" }
        problems.append("path \(number): \(told.reconciliation.imbalance ?? "") \(rows)")
      }
    }
    return problems
  }

  private static func problems(_ figures: [MetricColumn: Double]) -> [String] {
    var problems = figures.compactMap { column, value -> String? in
      guard !value.isNaN else { return nil }
      let isPossible = value.isFinite && isInRange(value, column.figure)
      return isPossible ? nil : "\(column.owner.id) \(column.figure.name) is \(value)"
    }
    let pairs: [(Metric, Metric)] = [
      (.dpi5, .tvpi5), (.dpi7, .tvpi7), (.dpi10, .tvpi10),
    ]
    for owner in Set(figures.keys.map(\.owner)) {
      for (less, more) in pairs {
        guard let low = figures.value(owner.scope, owner.id, less),
          let high = figures.value(owner.scope, owner.id, more)
        else { continue }
        if low > high * (1 + 1e-9) + 1e-9 {
          problems.append("\(owner.id) \(less.rawValue) \(low) above \(more.rawValue) \(high)")
        }
      }
    }
    return problems
  }

  private static func isInRange(_ value: Double, _ figure: MetricColumn.Figure) -> Bool {
    guard case .metric(let metric) = figure else { return value >= -0.01 }
    switch metric.unit {
    case .share: return value >= 0 && value <= 1 + 1e-9
    case .rate: return value >= -1
    case .multiple, .years, .companies, .funds: return value >= 0
    case .yuan: return isSigned(metric) || value >= -0.01
    }
  }

  /// Whether the figure can be negative: discounted profit, and what is given up less what comes back.
  private static func isSigned(_ metric: Metric) -> Bool {
    switch metric {
    case .netPresentValue, .concessionCost, .concessionToGP, .concessionToPartners,
      .concessionToFounders:
      true
    default: false
    }
  }

  private static func negativeValues(of path: RuledPath) -> [String] {
    (0..<path.buffers.layout.scopeCount).flatMap { scope -> [String] in
      let series = ScopeSeries(path.buffers.series, scope: scope, layout: path.buffers.layout)
      return (0..<path.model.quarters).compactMap { quarter in
        let values = [
          series.nav, series.calls, series.distributions, series.fees, series.idleCash,
        ].map { $0[quarter] }
        guard let lowest = values.min(), lowest >= -0.01, values.allSatisfy(\.isFinite) else {
          return "scope \(scope), quarter \(quarter): \(values)"
        }
        return nil
      }
    }
  }
}
