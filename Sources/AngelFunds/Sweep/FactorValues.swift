internal import Foundation
import Stochastics

/// The values that one key takes in a sweep.
enum FactorValues {
  /// These, in this order.
  case list([ScenarioTree])
  /// Any value of a distribution of numbers in one unit, rounded to what the key takes.
  case distribution(
    Distribution, unit: UnitNumber, grain: ScenarioKeys.Grain, place: ScenarioTree.Place)

  /// The most values of a list or a range.
  static let most = 10_000
  static let requirement =
    "a list such as [10%, 15%, 20%], a range {from: 4%, to: 8%, step: 1%}, or a distribution such "
    + "as {uniform: [1.2, 1.6]} (also log_uniform: [low, high], normal: [mean, sd], "
    + "log_normal: [median, log sd])"

  /// The value at one number of the unit interval.
  func value(at uniform: Double) -> ScenarioTree {
    switch self {
    case .list(let values): values[min(Int(uniform * Double(values.count)), values.count - 1)]
    case .distribution(let distribution, let unit, let grain, let place):
      ScenarioTree(
        place: place,
        content: .text(
          unit.with(Self.short(distribution.quantile(uniform)), for: grain).text, isQuoted: false),
        mark: .init(origin: .sweep))
    }
  }

  /// A number to ten digits, as it is worth writing.
  private static func short(_ value: Double) -> Double {
    guard value != 0 else { return 0 }
    let scale = pow(10, 9 - log10(abs(value)).rounded(.down))
    return (value * scale).rounded() / scale
  }

  /// Reads what stands at a factor's key.
  ///
  /// - Parameter grain: What numbers of a distribution are rounded to.
  /// - Throws: The problem, as a sentence without its subject.
  init(_ tree: ScenarioTree, grain: ScenarioKeys.Grain) throws(FactorProblem) {
    switch tree.content {
    case .list(let values):
      guard !values.isEmpty else { throw FactorProblem("is empty; give it a value") }
      guard values.count <= Self.most else {
        throw FactorProblem("has \(values.count) values; the limit is 10,000")
      }
      self = .list(values)
    case .mapping(let entries):
      let keys = entries.map(\.key).sorted()
      if keys == ["from", "step", "to"] {
        self = .list(try Self.range(tree))
      } else if keys.count == 1, let shape = keys.first {
        self = try Self.distribution(shape, tree, grain)
      } else {
        throw FactorProblem("must be \(Self.requirement)")
      }
    case .text:
      throw FactorProblem("must be \(Self.requirement), not \(tree.shownContent)")
    }
  }

  private static func range(_ tree: ScenarioTree) throws(FactorProblem) -> [ScenarioTree] {
    let ends = ["from", "to", "step"].compactMap { tree[$0]?.text.flatMap(UnitNumber.init) }
    guard ends.count == 3, ends[0].unit == ends[1].unit, ends[1].unit == ends[2].unit else {
      throw FactorProblem(
        "must have from, to and step in one unit, such as {from: 4%, to: 8%, step: 1%}")
    }
    let (from, to, step) = (ends[0].value, ends[1].value, ends[2].value)
    let count = ((to - from) / step + 1e-9).rounded(.down)
    guard step != 0, count >= 0, count < Double(most) else {
      throw FactorProblem(
        "goes from \(ends[0].text) to \(ends[1].text) in steps of \(ends[2].text), which is "
          + (step != 0 && count >= 0 ? "more than 10,000 values" : "no value at all"))
    }
    return (0...Int(count)).map { number in
      // Rounded to twelve digits, so that 4% + 3 × 1% is written 7%.
      let exact = from + Double(number) * step
      let value = abs(exact) < 1e15 ? (exact * 1e12).rounded() / 1e12 : exact
      return ScenarioTree(
        place: tree.place, content: .text(ends[0].with(value).text, isQuoted: false),
        mark: tree.mark)
    }
  }

  private static func distribution(
    _ shape: String, _ tree: ScenarioTree, _ grain: ScenarioKeys.Grain
  ) throws(FactorProblem) -> FactorValues {
    guard case .list(let items)? = tree[shape]?.content, items.count == 2,
      let low = items[0].text.flatMap(UnitNumber.init),
      let high = items[1].text.flatMap(UnitNumber.init)
    else { throw FactorProblem("must be \(requirement)") }
    let isScale = shape == "log_normal"
    guard low.unit == high.unit || isScale && high.unit.isEmpty else {
      throw FactorProblem("has two units, \(low.text) and \(high.text); write both in one")
    }
    guard let distribution = Self.distribution(shape, low.value, high.value) else {
      throw FactorProblem("must be \(requirement), with the low end first")
    }
    return .distribution(distribution, unit: low, grain: grain, place: tree.place)
  }

  private static func distribution(
    _ shape: String, _ first: Double, _ second: Double
  ) -> Distribution? {
    switch shape {
    case "uniform" where first <= second: .uniform(first...second)
    case "log_uniform" where first > 0 && first <= second: .logUniform(first...second)
    case "normal" where second >= 0: .normal(mean: first, deviation: second)
    case "log_normal" where first > 0 && second >= 0:
      .logNormal(median: first, logDeviation: second)
    default: nil
    }
  }
}

/// What is wrong with a factor, as a sentence without its subject.
struct FactorProblem: Error {
  let problem: String
  init(_ problem: String) { self.problem = problem }
}
