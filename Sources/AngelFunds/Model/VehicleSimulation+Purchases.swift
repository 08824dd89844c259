import Stochastics

/// What a vehicle buys.
extension VehicleSimulation {
  /// Buys the quarter's companies, all cut by the same part where cash does not cover them.
  @inline(__always)
  mutating func purchase<Recorder: TransferRecorder>(
    _ quarter: Int, source: inout RandomSource, recorder: inout Recorder
  ) {
    guard canBuy(quarter) else { return }
    let planned = scratch.plannedCost[quarter]
    let part = min(1, cash / planned)
    let first = Int(scratch.starts[quarter])
    let end = Int(scratch.starts[quarter + 1] - scratch.extraCount[quarter])
    for position in first..<end {
      let cost = part * scratch.ordered[position].amount
      book.buy(position, quarter: quarter, cost: cost, source: &source, recorder: &recorder)
    }
    hasBought = true
    let cost = part * planned
    aliveCount += end - first
    spend(cost, isAll: part < 1, quarter: quarter, recorder: &recorder)
  }

  /// Whether there are companies to buy, and money to pay for them.
  @inline(__always)
  func canBuy(_ quarter: Int) -> Bool {
    scratch.plannedCost[quarter] > 0 && cash >= Rounding.fen
  }

  /// Buys further companies with proceeds that were kept.
  mutating func reinvest<Recorder: TransferRecorder>(
    _ quarter: Int, source: inout RandomSource, recorder: inout Recorder
  ) {
    let wanted = scratch.extraCost[quarter]
    guard wanted > 0, pot.cash >= Rounding.fen else { return }
    let part = pot.take(wanted)
    let count = Int(scratch.extraCount[quarter])
    let end = Int(scratch.starts[quarter + 1])
    for position in (end - count)..<end {
      let cost = part * scratch.ordered[position].amount
      book.buy(position, quarter: quarter, cost: cost, source: &source, recorder: &recorder)
    }
    let cost = part * wanted
    aliveCount += count
    investedCost += cost
    placed += cost
    recorder.record(
      .investment, from: .vehicle(index), to: .companies(index),
      quarter: vehicle.firstQuarter + quarter, amount: cost)
  }

  /// Adds to companies in their rounds, all cut by the same part where cash does not cover them.
  @inline(__always)
  mutating func followOn<Recorder: TransferRecorder>(
    _ wanted: Double, quarter: Int, recorder: inout Recorder
  ) {
    guard cash >= Rounding.fen else { return }
    let part = min(1, cash / wanted)
    book.followOn(part, quarter: quarter, recorder: &recorder)
    let cost = part * wanted
    spend(cost, isAll: part < 1, quarter: quarter, recorder: &recorder)
  }

  /// Pays for companies from cash in hand, of which nothing is left where it `isAll`.
  @inline(__always)
  private mutating func spend<Recorder: TransferRecorder>(
    _ cost: Double, isAll: Bool, quarter: Int, recorder: inout Recorder
  ) {
    investedCost += cost
    placed += cost
    used += cost
    cash = isAll ? 0 : Rounding.amount(cash - cost)
    recorder.record(
      .investment, from: .vehicle(index), to: .companies(index),
      quarter: vehicle.firstQuarter + quarter, amount: cost)
  }
}
