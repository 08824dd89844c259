extension MotherFund {
  init?(_ reader: inout ScenarioReader) {
    let size = reader.value(
      "size", .amount, default: .text("10亿"),
      "what the contributors promise in total; fees are inside it")
    let life = reader.value(
      "fund_life", .span(in: 1...160), default: .text("15y"), "term; every sub-fund ends within it")
    let period = reader.value(
      "commitment_period", .span(in: 1...160), default: .text("4y"),
      "time from the start within which sub-funds start")
    let fee = reader.value(
      "mgmt_fee", .rate, default: .text("0.8%"),
      "the mother fund's fee a year on the cost outstanding")
    let tolerance = reader.value(
      "loss_tolerance", .share, default: .text("40%"),
      "loss ratio at liquidation beyond which officials have to answer for the loss")
    let discount = reader.value(
      "discount_rate", .rate, default: .text("3%"), "rate a year of net present values")
    let phase = reader.optionalSection(
      "first_phase", "what may be committed before a date; absent where all of it may at once",
      FirstPhase.init)
    reader.ranges()
    guard let size, let life, let period, let fee, let tolerance, let discount else { return nil }
    self.init(
      size: size, lifeInQuarters: life, commitmentPeriodInQuarters: period, managementFee: fee,
      lossTolerance: tolerance, discountRate: discount, firstPhase: phase)
  }
}

extension FirstPhase {
  init?(_ reader: inout ScenarioReader) {
    let size = reader.value(
      "size", .amount, default: .required, "the part of the size that is there from the start")
    let end = reader.value(
      "ends", .span(in: 1...160), default: .text("18m"),
      "time from the start after which the rest may be committed too")
    guard let size, let end else { return nil }
    self.init(size: size, endsAfterQuarters: end)
  }
}

extension Contributor {
  /// The contributors of a scenario that names none.
  static let builtIn: [String: (label: Label, kind: String, share: String)] = [
    "city_finance": (Label(english: "City finance", chinese: "市财政"), "fiscal", "60%"),
    "city_soe": (
      Label(english: "City state-owned capital", chinese: "市属国资"), "state_owned", "40%"
    ),
  ]

  init?(_ reader: inout ScenarioReader, name: String) {
    let builtIn = Self.builtIn[name]
    let label = reader.label(
      default: builtIn?.label ?? Label(plain: name),
      from: builtIn.map { "\($0.label.english), \($0.label.chinese)" } ?? "its name",
      "what reports call it")
    let kind: Kind? = reader.value(
      "kind", .choice, default: (builtIn?.kind).map { .text($0) } ?? .required, "whose money it is")
    let share = reader.value(
      "share", .positiveShare, default: (builtIn?.share).map { .text($0) } ?? .required,
      "its part of every payment and of every distribution")
    guard let label, let kind, let share else { return nil }
    self.init(id: name, label: label, kind: kind, share: share)
  }
}

extension Label {
  /// The same text in both languages.
  init(plain text: String) { self.init(english: text, chinese: text) }
}
