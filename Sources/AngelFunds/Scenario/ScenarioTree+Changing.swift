extension ScenarioTree {
  /// This tree laid over `base`: mappings are joined key by key, anything else is replaced, and so
  /// is what a preset takes the place of.
  func merged(over base: ScenarioTree) -> ScenarioTree {
    guard let own = entries, let inherited = base.entries else { return self }
    if let preset { return keeping(inherited.filter { preset.keptKeys.contains($0.key) }) }
    var index = Dictionary(uniqueKeysWithValues: inherited.enumerated().map { ($1.key, $0) })
    var joined = inherited
    for entry in own {
      if let position = index[entry.key] {
        let value = entry.value.merged(over: joined[position].value)
        joined[position] = Entry(key: entry.key, place: entry.place, value: value)
      } else {
        index[entry.key] = joined.count
        joined.append(entry)
      }
    }
    return ScenarioTree(place: place, content: .mapping(joined))
  }

  /// This mapping with those of `others` whose keys it lacks.
  private func keeping(_ others: [Entry]) -> ScenarioTree {
    var whole = self
    whole.content = .mapping((entries ?? []) + others.filter { entry($0.key) == nil })
    return whole
  }

  /// This tree with `value` at `path`, in place of what stood there.
  ///
  /// Mappings on the way are made where they are missing; anything else on the way is replaced.
  func setting(_ path: ArraySlice<String>, to value: ScenarioTree) -> ScenarioTree {
    guard let key = path.first else { return value }
    var changed = entries ?? []
    let rest = path.dropFirst()
    if let position = changed.firstIndex(where: { $0.key == key }) {
      let old = changed[position]
      changed[position] = Entry(
        key: key, place: rest.isEmpty ? value.place : old.place,
        value: old.value.setting(rest, to: value))
    } else {
      let empty = ScenarioTree(place: value.place, content: .mapping([]))
      changed.append(Entry(key: key, place: value.place, value: empty.setting(rest, to: value)))
    }
    return ScenarioTree(place: place, content: .mapping(changed))
  }

  /// This tree without the entry at `key`.
  func removing(_ key: String) -> ScenarioTree {
    guard let entries else { return self }
    return ScenarioTree(place: place, content: .mapping(entries.filter { $0.key != key }))
  }

  /// This tree with every value standing at `place`.
  func placed(at place: Place) -> ScenarioTree {
    let moved: Content =
      switch content {
      case .text: content
      case .list(let items): .list(items.map { $0.placed(at: place) })
      case .mapping(let entries):
        .mapping(
          entries.map { Entry(key: $0.key, place: place, value: $0.value.placed(at: place)) })
      }
    return ScenarioTree(place: place, content: moved, mark: mark)
  }
}
