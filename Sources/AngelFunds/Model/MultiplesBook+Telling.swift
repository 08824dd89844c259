internal import Foundation
import Stochastics

extension MultiplesBook {
  /// Tells of a company's purchase and of what it brings back.
  func record<Recorder: TransferRecorder>(
    _ company: PlannedCompany, _ outcome: OutcomeTable.Outcome, from entry: Int, holding: Int,
    cost: Double, _ recorder: inout Recorder
  ) {
    let last = vehicle.lastQuarter - vehicle.firstQuarter
    let isUnsold = entry + holding + vehicle.rules.saleDelay > last
    var event = CompanyEvent(
      vehicle: index, ordinal: Int(company.ordinal), sector: Int(company.sector),
      isLocal: company.isLocal, quarter: vehicle.firstQuarter + entry, kind: .bought)
    event.amount = cost
    event.stake = cost
    recorder.record(event)
    event.quarter = vehicle.firstQuarter + min(entry + holding + vehicle.rules.saleDelay, last)
    event.kind = isUnsold ? .soldAtTermEnd : .sold
    event.amount = proceeds(of: outcome, cost: cost, held: last - entry, of: holding)
    event.stake = 0
    recorder.record(event)
  }

  /// What a company brings back, at its exit or at the end of the term.
  private func proceeds(
    of outcome: OutcomeTable.Outcome, cost: Double, held: Int, of holding: Int
  ) -> Double {
    guard held < holding + vehicle.rules.saleDelay else { return cost * outcome.multiple }
    let part = min(1, Double(held) / Double(holding))
    let value =
      outcome.multiple >= 1
      ? cost * exp(outcome.logMultiple * part) : cost * (1 - (1 - outcome.multiple) * part)
    return model.saleShareOfNAV * max(0, value)
  }
}
