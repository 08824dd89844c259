/// Every transfer of one path, and what each fund had in hand at the end of each quarter.
struct TransferLedger: TransferRecorder {
  struct Closing: Hashable {
    let entity: Party
    let quarter: Int
    let cash: Double
  }

  static var listens: Bool { true }

  private(set) var transfers: [Transfer] = []
  private(set) var companies: [CompanyEvent] = []
  private(set) var closings: [Closing] = []
  private(set) var splits: [WaterfallSplit] = []
  private(set) var factors: [DrawnFactor] = []

  mutating func record(
    _ kind: TransferKind, from payer: Party, to payee: Party, quarter: Int, amount: Double
  ) {
    guard amount != 0 else { return }
    transfers.append(
      Transfer(payer: payer, payee: payee, quarter: quarter, kind: kind, amount: amount))
  }

  mutating func record(_ event: CompanyEvent) { companies.append(event) }

  mutating func record(_ split: WaterfallSplit) { splits.append(split) }

  mutating func record(_ factor: DrawnFactor) { factors.append(factor) }

  mutating func close(_ entity: Party, quarter: Int, cash: Double) {
    closings.append(Closing(entity: entity, quarter: quarter, cash: cash))
  }

  /// The first entry at which opening cash + received - paid is not closing cash, or at which
  /// cash is left at the very end; nil where the books balance.
  ///
  /// - Parameter lastQuarter: The quarter after which nobody may hold cash.
  func imbalance(lastQuarter: Int) -> String? {
    var received: [Party: [Int: Double]] = [:]
    var gross: [Party: Double] = [:]
    for transfer in transfers {
      received[transfer.payee, default: [:]][transfer.quarter, default: 0] += transfer.amount
      received[transfer.payer, default: [:]][transfer.quarter, default: 0] -= transfer.amount
      gross[transfer.payee, default: 0] += transfer.amount
      gross[transfer.payer, default: 0] += transfer.amount
    }
    for (entity, entries) in Dictionary(grouping: closings, by: \.entity) {
      let tolerance = Rounding.ofAmounts(gross[entity] ?? 0)
      var cash = 0.0
      for entry in entries.sorted(by: { $0.quarter < $1.quarter }) {
        cash += received[entity]?[entry.quarter] ?? 0
        guard abs(cash - entry.cash) <= tolerance else {
          return "\(entity), quarter \(entry.quarter): \(cash) by the transfers, not \(entry.cash)"
        }
        cash = entry.cash
      }
      let last = entries.map(\.quarter).max() ?? -1
      let late = received[entity]?.keys.contains { $0 > last } ?? false
      guard abs(cash) <= tolerance, last <= lastQuarter, !late else {
        return "\(entity): \(cash) yuan are left after quarter \(last)"
      }
    }
    return nil
  }
}
