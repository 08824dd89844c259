/// Names that are the program's own, which things of a scenario may not have.
///
/// Traces, stores and tables tell parties and scopes by name. A fund named like one of them would
/// be taken for it wherever somebody adds up by name.
enum ReservedNames {
  /// The mother fund, the direct book, and the parts that others take in a vehicle's money.
  static let parties = [
    Scope.motherFund.rawValue, VehicleModel.directStream, "companies", "lender", "manager",
    "other_partners",
  ]
  /// Names that are no sub-fund's: parties, and the market's random numbers.
  static let subFunds = parties + [marketStream]
  /// Names that are no sector's: traces tell other factors by them.
  static let sectors = [marketStream, "ipo_window"]
  /// Names that are no sub-fund's stream of random numbers.
  static let streams = [VehicleModel.directStream, marketStream]

  private static let marketStream = "market"
}

extension ScenarioParts {
  /// Reports contributors that are named like a sub-fund: traces tell both by name alone.
  func checkPayers(_ reader: inout ScenarioReader) {
    let funds = Set(reader.tree?["sub_funds"]?.entries?.map(\.key) ?? [])
    for contributor in contributors where funds.contains(contributor.id) {
      reader.report(
        at: ["contributors", contributor.id],
        "must have another name; sub_funds.\(contributor.id) has this one, and a trace could not "
          + "tell who pays")
    }
  }
}
