internal import Foundation
import Stochastics

/// Ways to divide one pool of money over sub-funds or anchors, in equal steps.
///
/// The pool is what the base gives to the named ones. A sub-fund's part is its commitment; an
/// anchor's part is divided equally over as many sub-funds as it takes to keep them near the pool's
/// median commitment. A part of 0 leaves no sub-fund.
struct Allocation {
  /// Sub-funds or anchors, in the order in which the file names them.
  let names: [String]
  /// Into how many equal parts the pool is divided.
  let steps: Int
  /// How many parts each may get.
  let bounds: [ClosedRange<Int>]
  /// What is divided, in yuan.
  let pool: Double
  /// What part of the pool each name has in the base.
  let baseShares: [Double]
  private let median: Double
  private let isOfAnchors: Bool
  private let place: ScenarioTree.Place

  init(
    names: [String], steps: Int, bounds: [ClosedRange<Int>], of base: Scenario,
    place: ScenarioTree.Place
  ) {
    (self.names, self.steps, self.bounds, self.place) = (names, steps, bounds, place)
    isOfAnchors = names.allSatisfy { name in base.anchors.contains { $0.id == name } }
    let byAnchor = isOfAnchors
    let funds = base.subFunds.filter { names.contains(byAnchor ? $0.anchor : $0.id) }
    let pool = funds.reduce(0) { $0 + $1.commitment }
    self.pool = pool
    baseShares = names.map { name in
      let own = funds.filter { (byAnchor ? $0.anchor : $0.id) == name }
      return own.reduce(0) { $0 + $1.commitment } / pool
    }
    median = funds.isEmpty ? 0 : SortedSample(funds.map(\.commitment)).quantile(0.5)
  }

  /// Number of ways to divide the pool; at most `limit` is counted.
  func count(limit: Int) -> Int {
    // Ways to give out 0…steps parts to the names so far.
    var ways = [1] + [Int](repeating: 0, count: steps)
    for bound in bounds {
      var next = [Int](repeating: 0, count: steps + 1)
      for given in 0...steps where ways[given] > 0 {
        for part in bound where given + part <= steps {
          next[given + part] = min(limit, next[given + part] + ways[given])
        }
      }
      ways = next
    }
    return ways[steps]
  }

  /// Every way to divide the pool: the parts of each name, the last name's changing fastest.
  func all() -> [[Int]] { divisions(of: steps, from: 0) }

  private func divisions(of parts: Int, from index: Int) -> [[Int]] {
    guard index < bounds.count else { return parts == 0 ? [[]] : [] }
    let most = bounds[index...].dropFirst().reduce(0) { $0 + $1.upperBound }
    return bounds[index].filter { $0 <= parts && parts - $0 <= most }.flatMap { own in
      divisions(of: parts - own, from: index + 1).map { [own] + $0 }
    }
  }

  /// The share of one name, as it would be written.
  func shareText(_ parts: Int) -> String {
    NumberSpelling.percent(Double(parts) / Double(steps))
  }

  /// A scenario with the pool divided in this way.
  func applied(_ parts: [Int], to tree: ScenarioTree) -> ScenarioTree {
    var tree = tree
    for (name, parts) in zip(names, parts) {
      let money = Double(parts) * pool / Double(steps)
      tree = isOfAnchors ? divided(money, anchor: name, tree) : given(money, to: name, tree)
    }
    return tree
  }

  private func given(_ money: Double, to fund: String, _ tree: ScenarioTree) -> ScenarioTree {
    guard money > 0 else { return withoutFunds(tree) { name, _ in name == fund } }
    return tree.setting(["sub_funds", fund, "commitment"], to: text(NumberSpelling.plain(money)))
  }

  private func divided(_ money: Double, anchor: String, _ tree: ScenarioTree) -> ScenarioTree {
    let own = (tree["sub_funds"]?.entries ?? []).filter { $0.value["anchor"]?.text == anchor }
      .sorted { $0.key < $1.key }
    var changed = withoutFunds(tree) { _, fund in fund["anchor"]?.text == anchor }
    // One more than a scenario may have is refused as well as any number.
    let most = Double(ScenarioParts.mostSubFunds + 1)
    let count = Int(min((money / median - 1e-9).rounded(.up), most))
    guard count > 0, !own.isEmpty else { return changed }
    for number in 1...count {
      let name = "\(anchor)_\(number)"
      let template = own.first { $0.key == name } ?? own[(number - 1) % own.count]
      var fund = template.value
      if template.key != name { fund = fund.removing("label").removing("stream") }
      let commitment = text(NumberSpelling.plain(money / Double(count)))
      fund = fund.setting(["commitment"], to: commitment)
      changed = changed.setting(["sub_funds", name], to: fund)
    }
    return changed
  }

  private func withoutFunds(
    _ tree: ScenarioTree, where isGone: (String, ScenarioTree) -> Bool
  ) -> ScenarioTree {
    guard let funds = tree["sub_funds"], let entries = funds.entries else { return tree }
    let kept = entries.filter { !isGone($0.key, $0.value) }
    return tree.setting(
      ["sub_funds"], to: ScenarioTree(place: funds.place, content: .mapping(kept)))
  }

  private func text(_ text: String) -> ScenarioTree {
    ScenarioTree(
      place: place, content: .text(text, isQuoted: false), mark: .init(origin: .sweep))
  }
}
