/// A company's life in engine `rounds`, for figures of companies alone.
struct StudiedLife {
  private let life: CompanyLife
  private let entry: Int
  private let exits: ExitModel

  init(_ life: CompanyLife, entry: Int, exits: ExitModel) {
    self.life = life
    self.entry = entry
    self.exits = exits
  }

  /// Quarters after the cheque and yuan for each of the cost.
  private var proceeds: [(quarters: Int, amount: Double)] {
    guard life.fate >= 0, life.exitQuarter < StudyWorker.quarters else { return [] }
    let held = life.exitQuarter - entry
    switch life.payout {
    case .cost: return [(held, life.exitValue)]
    case .costWithInterest: return [(held, 1 + exits.buyback.interest * Double(held) / 4)]
    case .price:
      guard life.fate == Fate.ipoIndex else { return [(held, life.exitValue)] }
      let part = life.exitValue / Double(exits.sellDown)
      return (1...exits.sellDown).map { (held + exits.lockUp + $0, part) }
    }
  }

  /// The company's value in yuan as last known in a quarter: at entry, of a round, or listed;
  /// nothing once it is known to close.
  private func value(in quarter: Int) -> Double {
    if life.fate == Fate.writeOffIndex, life.fateQuarter <= quarter { return 0 }
    var known = 1.0
    var price = 1.0
    for round in 0..<life.roundCount where Int(life.roundQuarters[round]) <= quarter {
      (known, price) = (life.values[round], life.prices[round])
    }
    if life.fate == Fate.ipoIndex, life.exitQuarter <= quarter { known *= life.exitValue / price }
    return known * life.postMoney
  }

  /// What a yuan of cost is worth or has brought in a quarter, at the last round's price.
  private func mark(in quarter: Int) -> Double {
    let received = proceeds.reduce(0) { $0 + (entry + $1.quarters <= quarter ? $1.amount : 0) }
    if life.exitQuarter <= quarter, life.fate != Fate.ipoIndex { return received }
    if life.fate == Fate.writeOffIndex, life.fateQuarter <= quarter { return 0 }
    if life.fate == Fate.ipoIndex, life.exitQuarter <= quarter { return life.exitValue }
    var price = 1.0
    for round in 0..<life.roundCount where Int(life.roundQuarters[round]) <= quarter {
      price = life.prices[round]
    }
    return price
  }

  func add(to sums: inout StudySums) {
    addFate(to: &sums)
    sums.add(life.fate < 0 || life.exitQuarter >= StudyWorker.quarters, to: .unfinished)
    sums.addResult(proceeds, cost: 1)
    let (million100, unicorn) = (
      1e8 * OutcomeFigure.yuanPerDollar, 1e9 * OutcomeFigure.yuanPerDollar
    )
    let greatest = ([life.roundCount] + Array(0..<life.roundCount)).map { round in
      round < life.roundCount ? value(in: Int(life.roundQuarters[round])) : value(in: .max)
    }
    sums.add((greatest.max() ?? 0) >= unicorn, to: .unicorn)
    sums.add(value(in: entry + 16) >= million100, to: .worth100mAfter4Years)
    sums.add(value(in: StudyWorker.snapshot) >= million100, to: .worth100mAtSnapshot)
    sums.add(value(in: StudyWorker.snapshot) >= unicorn, to: .unicornAtSnapshot)
    sums.add(mark(in: StudyWorker.snapshot), of: 1, to: .valueAtSnapshot)
  }

  private func addFate(to sums: inout StudySums) {
    sums.add(life.roundCount >= 1, to: .nextRound)
    sums.add(life.roundCount >= 2, to: .reachesB)
    sums.add(life.roundCount >= 3, to: .reachesC)
    sums.add(life.roundCount >= 4, to: .reachesPreIPO)
    sums.add(life.fate == Fate.ipoIndex, to: .listed)
    sums.add(life.fate == Fate.writeOffIndex, to: .writtenOff)
    sums.add(life.fate == Fate.zombieIndex, to: .zombie)
    let ways: [(Int, OutcomeFigure)] = [
      (Fate.secondaryTransferIndex, .exitsByTransfer), (Fate.buybackIndex, .exitsByBuyback),
      (Fate.mAndAIndex, .exitsByAcquisition), (Fate.ipoIndex, .exitsByListing),
    ]
    guard ways.contains(where: { $0.0 == life.fate }) else { return }
    for (fate, figure) in ways { sums.add(life.fate == fate, to: figure) }
  }
}
