import AngelFunds

extension TerminalTrace {
  /// Everything about a vehicle.
  func vehicle(_ vehicle: TracedVehicle) -> [String] {
    var lines = [Self.rule] + heading("\(vehicle.label.text(language)) (\(vehicle.id))")
    lines += wrapped(about(vehicle))
    if case .company = trace.focus {} else { lines += [""] + companyTable(vehicle) }
    if vehicle.engine == .rounds || vehicle.quarters.isEmpty { lines += stories(vehicle) }
    if !vehicle.quarters.isEmpty { lines += [""] + quarterTable(vehicle) }
    if !vehicle.splits.isEmpty { lines += [""] + splitTable(vehicle) }
    return lines
  }

  private func about(_ vehicle: TracedVehicle) -> String {
    let share = NumberText.fixed(100 * vehicle.motherShare, decimals: 1).replacing(".0", with: "")
    let size = phrases.amount(vehicle.size)
    let skill = signed(vehicle.managerFactor)
    let tvpi = figure(.tvpi, of: vehicle)
    let irr = figure(.irr, of: vehicle)
    return phrases.texts(
      "trace.vehicle", ["size": size, "share": share, "skill": skill, "tvpi": tvpi, "irr": irr])
  }

  private func figure(_ metric: Metric, of vehicle: TracedVehicle) -> String {
    trace.figure(metric, ofVehicle: vehicle.id).map { FigureText.short($0, unit: metric.unit) }
      ?? phrases.texts("trace.none")
  }

  private func companyTable(_ vehicle: TracedVehicle) -> [String] {
    var table = TextTable(
      [
        (4, .right), (20, .left), (8, .right), (9, .right), (21, .left), (9, .right), (9, .right),
      ], isFitted: true)
    table.add([
      phrases.texts("trace.number"), phrases.texts("trace.sector_local"),
      phrases.texts("trace.bought"), phrases.texts("trace.cost"),
      phrases.texts("trace.end"), phrases.texts("trace.proceeds"),
      phrases.texts("trace.multiple"),
    ])
    for company in vehicle.companies {
      table.add([
        String(company.ordinal),
        (company.isLocal ? " * " : "   ") + company.sectorLabel.text(language),
        company.entries.first.map { "\($0.date)" } ?? "", phrases.amount(company.cost),
        "  " + phrases.ending(company), phrases.amount(company.proceeds), multiple(company),
      ])
    }
    return heading(phrases.companies) + table.lines
  }

  private func multiple(_ company: TracedCompany) -> String {
    company.multiple.map { FigureText.short($0, unit: .multiple) } ?? ""
  }

  private func stories(_ vehicle: TracedVehicle) -> [String] {
    [""] + heading(phrases.stories) + wrapped(phrases.storiesExplained)
      + vehicle.companies.flatMap { [""] + story($0, knowsPrices: vehicle.engine == .rounds) }
  }

  private func story(_ company: TracedCompany, knowsPrices: Bool) -> [String] {
    let place =
      company.isLocal ? phrases.texts("trace.local") : phrases.texts("trace.not_local")
    let sector = company.sectorLabel.text(language)
    let sum = "\(phrases.amount(company.cost)) → \(phrases.amount(company.proceeds))"
    let result = company.multiple == nil ? sum : "\(sum) (\(multiple(company)))"
    let head = phrases.texts(
      "trace.company", ["ordinal": "\(company.ordinal)", "sector": sector, "place": place])
    var title = TextTable([
      (79 - TextTable.width(result), .left), (TextTable.width(result) + 1, .right),
    ])
    title.add([head, result])
    var table = TextTable(
      [
        (8, .left), (25, .left), (8, .right), (11, .right), (8, .right), (10, .right), (10, .right),
      ], isFitted: true)
    table.add([
      phrases.texts("trace.quarter"), "", knowsPrices ? phrases.texts("trace.price") : "",
      knowsPrices ? phrases.texts("trace.value") : "",
      knowsPrices ? phrases.texts("trace.owned") : "", phrases.texts("trace.cash"),
      knowsPrices ? phrases.texts("trace.stake") : "",
    ])
    for entry in company.entries {
      table.add([
        "\(entry.date)", phrases.event(entry),
        entry.price.map { NumberText.fixed($0, decimals: 2) } ?? "",
        entry.companyValue.map(phrases.amount) ?? "",
        entry.ownership.map { FigureText.short($0, unit: .share) } ?? "", phrases.cash(entry.cash),
        knowsPrices ? entry.stake.map(phrases.amount) ?? "" : "",
      ])
    }
    return title.lines + table.lines
  }
}
