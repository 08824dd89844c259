/// What the mother fund gives up of its profit in a sub-fund, flattened for the path loop.
struct ConcessionModel: BitwiseCopyable {
  let form: Concession.Form
  /// What it is paid on: principal, a simple return on it, then the share of the rest.
  let account: WaterfallTerms
  /// The manager's part of what is given up.
  let managersPart: Double
  /// Whether nothing is given up once the local obligation is missed.
  let isLostWithReinvestment: Bool
  /// The quarter, from the sub-fund's start, at whose end the obligation is due; the last for term.
  let dueQuarter: Int
  /// Where its grades stand in the model's list.
  let grades: ListPart
  /// The last quarter, from the first call, in which partners may buy at cost; -1 without option.
  let atCostQuarter: Int
  /// The last quarter, from the first call, in which they may buy at all.
  let lastQuarter: Int
  /// The part of the stake that partners may buy.
  let partnersPart: Double
  /// Interest a quarter on the cost, for the later price.
  let quarterlyInterest: Double

  static let off = ConcessionModel(
    .off, terms: (gpShare: 0, motherShare: 1), reinvestment: .off, dueQuarter: 0,
    grades: ListPart(0..<0))

  init(_ fund: SubFund, grades: ListPart) {
    let (terms, rules) = (fund.terms, fund.rules)
    let due =
      rules.reinvestment.due == .term
      ? terms.termInQuarters - 1 : terms.investmentPeriodInQuarters - 1
    self.init(
      rules.concession, terms: (terms.gpShare, terms.motherShare),
      reinvestment: rules.reinvestment, dueQuarter: due, grades: grades)
  }

  private init(
    _ rule: Concession, terms: (gpShare: Double, motherShare: Double),
    reinvestment: Reinvestment, dueQuarter: Int, grades: ListPart
  ) {
    form = rule.form
    let sharesExcess = rule.form == .excess || rule.form == .graded
    account = WaterfallTerms(
      hurdleRate: rule.floorRate, hurdle: .simple, catchUp: 0,
      carry: sharesExcess ? rule.share : 0)
    let others = 1 - terms.motherShare
    managersPart =
      switch rule.recipient {
      case .gp: 1
      case .otherPartners: 0
      case .byShares: others > 0 ? min(1, terms.gpShare / others) : 0
      }
    isLostWithReinvestment =
      reinvestment.multiple > 0 && reinvestment.consequences.losesConcession
    self.dueQuarter = dueQuarter
    self.grades = grades
    let hasOption = rule.form == .buyout && rule.buyout.partnersPart > 0
    atCostQuarter = hasOption ? rule.buyout.atCostInQuarters - 1 : -1
    lastQuarter = hasOption ? rule.buyout.endInQuarters - 1 : -1
    partnersPart = hasOption ? rule.buyout.partnersPart : 0
    quarterlyInterest = rule.buyout.interest / 4
  }
}

/// A grade of a concession; what does not matter is asked for as -1.
struct ConcessionGradeModel: BitwiseCopyable {
  let share: Double
  let reinvestment: Double
  let earlyShare: Double
  let placed: Double

  init(_ grade: ConcessionGrade) {
    share = grade.share
    reinvestment = grade.reinvestment ?? -1
    earlyShare = grade.earlyShare ?? -1
    placed = grade.placed ?? -1
  }

  /// Whether a sub-fund of `size` yuan reaches it.
  func isReached(by result: VehicleResult, size: Double) -> Bool {
    // A sub-fund without obligation has met it.
    Rounding.reaches(result.recognised, reinvestment * result.obligation)
      && Rounding.reaches(result.earlyPlaced, earlyShare * result.placed)
      && Rounding.reaches(result.placed, placed * size)
  }
}
