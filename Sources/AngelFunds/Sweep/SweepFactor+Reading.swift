extension SweepFactor {
  /// Reads one entry of `factors`.
  ///
  /// - Throws: The problem, as a sentence without its subject.
  init(_ entry: ScenarioTree.Entry, base: Scenario) throws(FactorProblem) {
    (name, place) = (entry.key, entry.place)
    guard entry.value.entry("shares") != nil else {
      kind = .key(try FactorValues(entry.value, grain: ScenarioKeys.grain(of: entry.key)))
      return
    }
    kind = .allocation(try Allocation(entry, base: base))
  }
}

extension Allocation {
  private static let form =
    "{shares: [songshan_lake, binhai_bay], step: 10%}, with min and max by name if need be"

  /// Reads a factor such as `platforms: {shares: [a, b, c], step: 10%, max: {a: 60%}}`.
  init(_ entry: ScenarioTree.Entry, base: Scenario) throws(FactorProblem) {
    let tree = entry.value
    let unknown = tree.entries?.first { !["shares", "step", "min", "max"].contains($0.key) }
    if let unknown { throw FactorProblem("has the unknown key \(unknown.key); write \(Self.form)") }
    guard case .list(let items)? = tree["shares"]?.content, items.count > 1 else {
      throw FactorProblem("needs at least two names to divide money between: \(Self.form)")
    }
    let names = items.map(\.written)
    let steps = try Self.steps(tree["step"])
    var bounds: [ClosedRange<Int>] = []
    let (least, most) = (
      try Self.shares(tree["min"], "min", names), try Self.shares(tree["max"], "max", names)
    )
    for name in names {
      let low = Int(((least[name] ?? 0) * Double(steps) - 1e-9).rounded(.up))
      let high = Int(((most[name] ?? 1) * Double(steps) + 1e-9).rounded(.down))
      guard low <= high else {
        throw FactorProblem("leaves \(name) no share: its min is above its max in whole steps")
      }
      bounds.append(low...high)
    }
    try Self.check(names, base)
    self.init(names: names, steps: steps, bounds: bounds, of: base, place: entry.place)
    guard count(limit: 1) > 0 else {
      let (low, high) = bounds.reduce((0, 0)) { ($0.0 + $1.lowerBound, $0.1 + $1.upperBound) }
      throw FactorProblem(
        "has shares that cannot add up to 100%: at least "
          + "\(NumberSpelling.percent(Double(low) / Double(steps))), at most "
          + NumberSpelling.percent(Double(high) / Double(steps)))
    }
  }

  private static func steps(_ tree: ScenarioTree?) throws(FactorProblem) -> Int {
    let step = tree?.text.flatMap { ValueForm.positiveShare.parse($0) } ?? 0.1
    let count = (1 / step).rounded()
    guard tree == nil || tree?.text.flatMap({ ValueForm.positiveShare.parse($0) }) != nil,
      abs(1 / step - count) < 1e-6, count <= 10_000
    else { throw FactorProblem("needs a step of which 100% is a multiple, such as 10% or 5%") }
    return Int(count)
  }

  private static func shares(
    _ tree: ScenarioTree?, _ key: String, _ names: [String]
  ) throws(FactorProblem) -> [String: Double] {
    guard let tree else { return [:] }
    var shares: [String: Double] = [:]
    for entry in tree.entries ?? [] {
      guard names.contains(entry.key) else {
        throw FactorProblem("bounds \(entry.key), which is not among its shares")
      }
      guard let share = entry.value.text.flatMap({ ValueForm.share.parse($0) }) else {
        throw FactorProblem("has a \(key) of \(entry.key) that is no share, such as 20%")
      }
      shares[entry.key] = share
    }
    guard tree.entries != nil else {
      throw FactorProblem("must have \(key) by name, such as {\(names[0]): 20%}")
    }
    return shares
  }

  static func check(_ names: [String], _ base: Scenario) throws(FactorProblem) {
    guard Set(names).count == names.count else { throw FactorProblem("names something twice") }
    let (anchors, funds) = (base.anchors.map(\.id), base.subFunds.map(\.id))
    let areAnchors = names.allSatisfy(anchors.contains)
    guard areAnchors || names.allSatisfy(funds.contains) else {
      let wrong = names.first { !anchors.contains($0) && !funds.contains($0) } ?? names[0]
      let near = nearestName(to: wrong, in: anchors + funds)
      throw FactorProblem(
        "must name only anchors or only sub-funds of the base; \(wrong) does not go with that"
          + (near.map { $0 == wrong ? "" : "; did you mean \($0)?" } ?? ""))
    }
    guard areAnchors else { return }
    for name in names {
      guard base.subFunds.contains(where: { $0.anchor == name }) else {
        throw FactorProblem("names \(name), which has no sub-fund in the base to go by")
      }
      let taken = base.subFunds.first { fund in
        fund.anchor != name && fund.id.hasPrefix("\(name)_")
          && Int(fund.id.dropFirst(name.count + 1)) != nil
      }
      if let taken {
        throw FactorProblem(
          "would make sub-funds like \(taken.id), which belongs to \(taken.anchor)")
      }
    }
  }
}
