/// A run with the name by which a comparison tells it from the others.
public struct ComparedRun {
  /// Its name in tables; no two runs of a comparison share one.
  public let name: String
  /// The run.
  public let store: RunStore

  /// Makes a compared run.
  public init(name: String, store: RunStore) {
    self.name = name
    self.store = store
  }

  /// Names that differ: the second `plan` becomes `plan_2`.
  public static func distinctNames(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      var (distinct, number) = (name, 1)
      while taken.contains(distinct) || (number > 1 && names.contains(distinct)) {
        number += 1
        distinct = "\(name)_\(number)"
      }
      taken.insert(distinct)
      return distinct
    }
  }
}

/// Two runs, and how they can be compared.
struct RunPair {
  let base: RunStore
  let variant: RunStore
  let pairing: Pairing

  init(base: RunStore, variant: RunStore) {
    self.base = base
    self.variant = variant
    pairing = Pairing(base.provenance, variant.provenance)
  }

  /// A figure of every path of both runs; nil if one of them has no such figure.
  ///
  /// Where runs are paired, values that differ by rounding only are made equal.
  func columns(_ figure: PathFigure, _ owner: ScopeID) throws -> (
    base: [Double], variant: [Double]
  )? {
    guard
      let left = try base.values(of: figure, owner),
      var right = try variant.values(of: figure, owner)
    else { return nil }
    guard pairing.isPaired else { return (left, right) }
    for path in right.indices where left[path] != right[path] {
      let scale = max(abs(left[path]), abs(right[path]))
      if abs(left[path] - right[path]) <= Rounding.part * scale { right[path] = left[path] }
    }
    return (left, right)
  }
}
