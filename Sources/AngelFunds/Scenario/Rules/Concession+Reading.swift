extension Concession {
  /// Reads what is given up, with every key, whether the form uses it or not.
  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<Concession>) {
    let form: Form? = reader.value(
      "form", .choice, default: defaults("form", \.form, else: "none"),
      "which form it has; none for no concession")
    let share = reader.value(
      "share", .share, default: defaults("share", \.share, else: "50%"),
      "part of the excess that is given up; for graded where no grade is reached")
    let floor = reader.value(
      "floor_rate", .rate, default: defaults("floor_rate", \.floorRate, else: "0%"),
      "simple return a year on unreturned principal before anything is given up")
    let recipient: Recipient? = reader.value(
      "recipient", .choice, default: defaults("recipient", \.recipient, else: "gp"),
      "who gets what is given up")
    let buyout = reader.section("buyout", "form buyout: the option to buy stakes at cost") {
      Buyout(&$0, inheriting: defaults.part("buyout", \.buyout))
    }
    reader.refuseEmpty("grades", "name a grade")
    let grades = reader.named(
      "grades", most: 20, builtIn: defaults.base?.grades.map(\.id) ?? [],
      "form graded: shares that results earn, by name"
    ) { reader, name in
      let base = reader.tree == nil ? defaults.base?.grades.first { $0.id == name } : nil
      return ConcessionGrade(
        &reader, name: name,
        inheriting: Inheritance(base: base, source: "\(defaults.source).grades.\(name)"))
    }
    guard let form, let share, let floor, let recipient, let buyout else { return nil }
    self.init(
      form: form, share: share, floorRate: floor, recipient: recipient, buyout: buyout,
      grades: grades)
  }

  /// The concession without what its form does not use.
  var effective: Concession {
    switch form {
    case .none: .off
    case .excess: with(share: share, floorRate: floorRate, recipient, .none, [])
    case .buyout: with(share: 0, floorRate: 0, .gp, buyout, [])
    case .graded: with(share: share, floorRate: floorRate, recipient, .none, grades)
    }
  }

  private func with(
    share: Double, floorRate: Double, _ recipient: Recipient, _ buyout: Buyout,
    _ grades: [ConcessionGrade]
  ) -> Concession {
    Concession(
      form: form, share: share, floorRate: floorRate, recipient: recipient, buyout: buyout,
      grades: grades)
  }
}

extension Buyout {
  fileprivate init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<Buyout>) {
    let partners = reader.value(
      "partners_part", .share, default: defaults("partners_part", \.partnersPart, else: "70%"),
      "part of a stake in a sub-fund that its other partners may buy")
    let founders = reader.value(
      "founders_part", .share, default: defaults("founders_part", \.foundersPart, else: "80%"),
      "part of a directly held stake that a company's founders may buy")
    let atCost = reader.value(
      "at_cost", .span(in: 0...160), default: defaults("at_cost", \.atCostInQuarters, else: "3y"),
      "time from the first payment within which the price is the cost")
    let end = reader.value(
      "end", .span(in: 0...160), default: defaults("end", \.endInQuarters, else: "5y"),
      "time from the first payment within which there is an option at all")
    let interest = reader.value(
      "interest", .rate, default: defaults("interest", \.interest, else: "3.1%"),
      "simple interest a year on the cost where the option is used after at_cost")
    guard let partners, let founders, let atCost, let end, let interest else { return nil }
    self.init(
      partnersPart: partners, foundersPart: founders, atCostInQuarters: atCost,
      endInQuarters: end, interest: interest)
    guard atCost > end else { return }
    reader.report(
      "at_cost", "must be at most end (\(SpanText.short(end))), not \(SpanText.short(atCost))")
    return nil
  }
}

extension ConcessionGrade {
  fileprivate init?(
    _ reader: inout ScenarioReader, name: String, inheriting defaults: Inheritance<ConcessionGrade>
  ) {
    let share = reader.value(
      "share", .share,
      default: defaults.base.map { .inherited($0.share, from: "\(defaults.source).share") }
        ?? .required,
      "part of the excess that is given up where the grade is reached")
    let reinvestment = reader.value(
      "reinvestment", ValueForm.multiple.orNone,
      default: defaults("reinvestment", \.reinvestment, else: "none"),
      "least recognised local investment over the obligation")
    let early = reader.value(
      "early_share", ValueForm.share.orNone,
      default: defaults("early_share", \.earlyShare, else: "none"),
      "least part of the cost in angel projects")
    let placed = reader.value(
      "placed", ValueForm.share.orNone, default: defaults("placed", \.placed, else: "none"),
      "least cost of companies over the sub-fund's size")
    guard let share, let reinvestment, let early, let placed else { return nil }
    self.init(
      id: name, share: share, reinvestment: reinvestment, earlyShare: early, placed: placed)
  }
}
