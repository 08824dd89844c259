public import AngelFunds
internal import Foundation

/// A traced path as one JSON object with sorted keys; amounts in yuan, absent values left out.
public enum TraceJSON {
  /// The object as text.
  public static func text(_ trace: PathTrace) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return try String(decoding: encoder.encode(Document(trace)), as: UTF8.self) + "\n"
  }
}

private struct Document: Encodable {
  let scenario: String
  let title: TraceJSON.Names
  let changes: [String]
  let path: Int
  let seed: UInt64
  let generator: String
  let choice: Choice?
  let figures: [String: Double]
  let factors: Factors
  let vehicles: [TraceJSON.Vehicle]
  let motherFund: [Year]
  let entries: [Entry]
  let reconciliation: Check

  init(_ trace: PathTrace) {
    let origin = trace.origin
    (scenario, title, changes) = (origin.name, TraceJSON.Names(origin.title), origin.changes)
    (path, seed, generator) = (origin.path, origin.seed, origin.generator)
    choice = trace.choice.map {
      Choice(place: $0.place.rawValue, by: $0.metric.rawValue, paths: $0.paths)
    }
    // Keys of a dictionary are left as they are.
    figures = Metric.allCases.reduce(into: [:]) {
      $0[$1.rawValue] = trace.motherFund($1)
    }
    factors = Factors(trace.factors)
    vehicles = trace.vehicles.map { TraceJSON.Vehicle($0, in: trace) }
    motherFund = trace.years.map(Year.init)
    entries = trace.entries.map(Entry.init)
    reconciliation = Check(trace.reconciliation)
  }
}

private struct Choice: Encodable {
  let place: String
  let by: String
  let paths: Int
}

private struct Factors: Encodable {
  let from: [String]
  let market: [Double]
  let sectors: [String: [Double]]
  let isWindowOpen: [Bool]

  init(_ factors: TracedFactors) {
    from = factors.years.map(\.description)
    market = factors.market
    sectors = factors.sectors.reduce(into: [:]) { $0[$1.sector] = $1.values }
    isWindowOpen = factors.isWindowOpen
  }
}

private struct Year: Encodable {
  let year: Int
  let contributed: Double
  let called: Double
  let mgmtFees: Double
  let received: Double
  let distributed: Double
  let nav: Double

  init(_ year: TracedYear) {
    (self.year, contributed, called) = (year.year, year.contributed, year.called)
    (mgmtFees, received, distributed) = (year.fees, year.received, year.distributed)
    nav = year.netAssetValue
  }
}

private struct Entry: Encodable {
  let date: String
  let quarter: Int
  let vehicle: String?
  let company: Int?
  let event: String
  let detail: String
  let payer: String?
  let payee: String?
  let amountCny: Double?
  let price: Double?
  let companyValueCny: Double?
  let ownership: Double?
  let stakeCny: Double?

  init(_ entry: TraceEntry) {
    (date, quarter) = (entry.date.description, entry.quarter)
    (vehicle, company) = (entry.vehicle, entry.company)
    (event, detail) = (entry.event.rawValue, entry.detail)
    (payer, payee, amountCny) = (entry.payer, entry.payee, entry.amount)
    (price, companyValueCny) = (entry.price, entry.companyValue)
    (ownership, stakeCny) = (entry.ownership, entry.stake)
  }
}

private struct Check: Encodable {
  struct Row: Encodable {
    let scope: String
    let id: String
    let company: Int?
    let item: String
    let unit: String
    let ledger: Double
    let figure: Double
    let difference: Double
  }

  let reconciles: Bool
  let largestDifferenceCny: Double
  let rows: [Row]

  init(_ reconciliation: Reconciliation) {
    reconciles = reconciliation.reconciles
    largestDifferenceCny = reconciliation.largestDifference
    rows = reconciliation.rows.map {
      Row(
        scope: $0.owner.scope.rawValue, id: $0.owner.id, company: $0.company, item: $0.item,
        unit: $0.unit.rawValue, ledger: $0.entries, figure: $0.figure, difference: $0.difference)
    }
  }
}
