import Stochastics

/// A simulated path with everything that it told, and its figures.
struct RecordedPath {
  let scenario: Scenario
  let model: CompiledModel
  let buffers: PathBuffers
  let ledger: TransferLedger
  let outcome: PathSimulation.Outcome
  /// The mother fund's part of what companies bring back, as figures take it; they reorder it.
  let companyProceeds: [Double]
  /// Every scope's figures.
  let figures: [TracedFigure]

  init(_ scenario: Scenario, settings: SimulationSettings, path: UInt32) throws {
    self.scenario = scenario
    model = CompiledModel(scenario)
    buffers = PathBuffers(model)
    var source = try RandomSource(generator: settings.generator, seed: settings.seed)
    var ledger = TransferLedger()
    outcome = PathSimulation(model, buffers: buffers).run(
      path: path, source: &source, recorder: &ledger)
    self.ledger = ledger
    companyProceeds = Array(
      UnsafeBufferPointer(start: buffers.companyProceeds, count: outcome.companies))
    figures = try Self.figures(scenario, model: model, buffers: buffers, outcome: outcome)
  }

  private static func figures(
    _ scenario: Scenario, model: CompiledModel, buffers: PathBuffers,
    outcome: PathSimulation.Outcome
  ) throws -> [TracedFigure] {
    let columns = scenario.metricColumns
    var metrics = try PathMetrics(scenario, model: model, buffers: buffers)
    let values = [Double](unsafeUninitializedCapacity: columns.count) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      var writer = MetricWriter(base, stride: 1)
      metrics.write(outcome, to: &writer)
      count = writer.count
    }
    return zip(columns, values).compactMap { column, value in
      guard case .metric(let metric) = column.figure else { return nil }
      return TracedFigure(
        owner: column.owner, metric: metric, value: value.isNaN ? nil : value)
    }
  }

  /// What a vehicle did.
  func vehicle(_ index: Int, names: TraceNames) -> TracedVehicle {
    let (id, vehicle) = (names.vehicles[index], buffers.vehicles[index])
    let skill = ledger.factors.first { $0.factor == .manager(index) }?.values.first ?? 0
    return TracedVehicle(
      id: id, label: scenario.label(of: ScopeID(scope: .subFund, id: id)), engine: vehicle.engine,
      size: vehicle.size, motherShare: vehicle.motherShare, managerFactor: skill,
      companies: CompanyStories(names).companies(of: index, in: ledger),
      quarters: quarters(of: index),
      splits: ledger.splits.filter { $0.vehicle == index && $0.amount + $0.carryReturned > 0 }
        .map { TracedSplit($0, start: scenario.start) })
  }

  private func quarters(of index: Int) -> [TracedQuarter] {
    var quarters = (0..<model.quarters).map {
      TracedQuarter(date: scenario.start.advanced(by: $0))
    }
    for transfer in ledger.transfers {
      quarters[transfer.quarter].add(transfer, of: index)
    }
    for closing in ledger.closings where closing.entity == .vehicle(index) {
      quarters[closing.quarter].cash = closing.cash
    }
    let layout = buffers.layout
    let series = ScopeSeries(buffers.series, scope: layout.vehicle(index), layout: layout)
    for quarter in quarters.indices { quarters[quarter].netAssetValue = series.nav[quarter] }
    return quarters.filter(\.hasMovement)
  }

  /// The mother fund's calendar years.
  func years(_ scenario: Scenario) -> [TracedYear] {
    var years = scenario.calendarYears.map { TracedYear(year: $0) }
    func position(_ quarter: Int) -> Int {
      scenario.start.advanced(by: quarter).year - scenario.start.year
    }
    for transfer in ledger.transfers { years[position(transfer.quarter)].add(transfer) }
    let mother = ScopeSeries(
      buffers.series, scope: SeriesLayout.motherFund, layout: buffers.layout)
    for quarter in 0..<model.quarters {
      years[position(quarter)].netAssetValue = mother.nav[quarter]
    }
    return years
  }
}

extension TracedQuarter {
  /// Adds a transfer if it is the vehicle's.
  fileprivate mutating func add(_ transfer: Transfer, of index: Int) {
    let vehicle = Party.vehicle(index)
    guard transfer.payer == vehicle || transfer.payee == vehicle else { return }
    switch transfer.kind {
    case .capitalCall: called += transfer.amount
    case .investment: invested += transfer.amount
    case .managementFee: fees += transfer.amount
    case .exitProceeds: proceeds += transfer.amount
    case .distribution: distributed += transfer.amount
    case .carry: carry += transfer.amount
    case .carryReturned: carry -= transfer.amount
    case .contribution, .concession, .concessionReturned, .buyout, .bridge, .bridgeRepayment,
      .bridgeInterest:
      break
    }
  }
}

extension TracedYear {
  /// Adds a transfer if it is the mother fund's.
  fileprivate mutating func add(_ transfer: Transfer) {
    switch (transfer.kind, transfer.payer, transfer.payee) {
    case (.contribution, _, .motherFund): contributed += transfer.amount
    case (.capitalCall, .motherFund, _): called += transfer.amount
    case (.managementFee, .motherFund, _): fees += transfer.amount
    case (.distribution, _, .motherFund): received += transfer.amount
    case (.distribution, .motherFund, _): distributed += transfer.amount
    default: break
    }
  }
}

extension TracedSplit {
  fileprivate init(_ split: WaterfallSplit, start: CalendarQuarter) {
    self.init(
      date: start.advanced(by: split.quarter), amount: split.amount, capital: split.parts.capital,
      preferred: split.parts.preferred, catchUp: split.parts.catchUp, carry: split.parts.carry,
      partnersRest: split.parts.partnersRest, carryReturned: split.carryReturned)
  }
}
