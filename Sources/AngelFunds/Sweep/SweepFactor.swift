import Stochastics

/// Something that a sweep varies.
struct SweepFactor {
  /// What takes the values.
  enum Kind {
    /// The key at a path.
    case key(FactorValues)
    /// The division of a pool of money.
    case allocation(Allocation)
  }

  /// The key path, or the name of an allocation.
  let name: String
  let kind: Kind
  let place: ScenarioTree.Place

  /// The columns that tell its values.
  var columns: [String] {
    switch kind {
    case .key: [name]
    case .allocation(let allocation): allocation.names.map { "\(name).\($0)" }
    }
  }

  /// Its values one by one; nil for a distribution.
  func settings() -> [FactorSetting]? {
    switch kind {
    case .key(.list(let values)): values.map { setting($0) }
    case .key(.distribution): nil
    case .allocation(let allocation):
      allocation.all().map { parts in
        FactorSetting(
          columns: zip(columns, parts).map { ($0, allocation.shareText($1)) },
          change: .allocation(allocation, parts))
      }
    }
  }

  /// Number of its values, counted no further than `limit`; nil for a distribution.
  func count(limit: Int) -> Int? {
    switch kind {
    case .key(.list(let values)): values.count
    case .key(.distribution): nil
    case .allocation(let allocation): allocation.count(limit: limit)
    }
  }

  /// What an allocation is in the base; nil for a key.
  var baseSetting: FactorSetting? {
    guard case .allocation(let allocation) = kind else { return nil }
    let shares = allocation.baseShares.map(NumberSpelling.percent)
    return FactorSetting(columns: zip(columns, shares).map { ($0, $1) }, change: .unchanged)
  }

  /// One value of the key.
  func setting(_ value: ScenarioTree) -> FactorSetting {
    FactorSetting(
      columns: [(name, value.written)],
      change: .key(KeyChange(path: name, value: value, place: place)))
  }
}

/// One value of one factor.
struct FactorSetting {
  /// What tells it, by column.
  let columns: [(name: String, text: String)]
  let change: Change

  enum Change {
    case key(KeyChange)
    case allocation(Allocation, [Int])
    /// None: the base's own value.
    case unchanged

    /// Sections of the scenario that it touches.
    var sections: [String] {
      switch self {
      case .key(let change): [String(change.path.prefix { $0 != "." })]
      case .allocation: ["sub_funds"]
      case .unchanged: []
      }
    }
  }
}

extension ScenarioTree {
  /// The value on one line, as it would be written.
  var written: String {
    if let preset { return preset.text }
    return switch content {
    case .text(let text, _): text
    case .list(let items): "[\(items.map(\.written).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key): \($0.value.written)" }.joined(separator: ", "))}"
    }
  }
}
