extension MultiplesBook {
  /// Tells of a company's purchase and of what it brings back.
  func record<Recorder: TransferRecorder>(
    _ company: PlannedCompany, _ sale: Sale, from entry: Int, cost: Double,
    _ recorder: inout Recorder
  ) {
    var event = CompanyEvent(
      vehicle: index, ordinal: Int(company.ordinal), sector: Int(company.sector),
      isLocal: company.isLocal, quarter: vehicle.firstQuarter + entry, kind: .bought)
    event.amount = cost
    event.stake = cost
    recorder.record(event)
    event.quarter = vehicle.firstQuarter + sale.quarter
    event.kind = sale.isAtTermEnd ? .soldAtTermEnd : .sold
    event.amount = sale.proceeds
    event.stake = 0
    recorder.record(event)
  }
}
