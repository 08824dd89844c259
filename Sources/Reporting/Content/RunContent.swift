public import AngelFunds

/// Everything that a run's reports tell, read once from its store.
public struct RunContent: Sendable {
  /// Where the numbers come from.
  public let provenance: Provenance
  /// Every figure.
  public let summary: Summary
  /// How headlines move with the inputs that are known only as ranges.
  public let sensitivity: [SensitivityRow]
  /// The headlines with both kinds of uncertainty.
  public let headlines: [HeadlineRange]
  /// The series by quarter.
  public let quarterly: QuarterlyEstimates
  /// What contributors pay and get by calendar year.
  public let budget: BudgetEstimates
  /// How the net multiple spreads over paths.
  public let multiples: MultipleDistribution
  /// Futures without a rate of return.
  public let absentRates: AbsentRates
  /// The national evaluation's points; without rows where the scenario does not ask for it.
  public let evaluation: EvaluationEstimates

  /// Reads a run.
  ///
  /// - Parameter summary: The run's estimates where they are at hand; else they are read.
  public init(_ store: RunStore, summary: Summary? = nil) throws {
    provenance = store.provenance
    self.summary = try summary ?? Summary(store)
    sensitivity = try store.sensitivity()
    headlines = HeadlineRange.all(self.summary, sensitivity: sensitivity)
    quarterly = try QuarterlyEstimates(store)
    budget = try BudgetEstimates(store)
    multiples = try MultipleDistribution(store)
    absentRates = try AbsentRates(store)
    evaluation = try EvaluationEstimates(store)
  }

  var scenario: Scenario { provenance.scenario }

  /// The mother fund's series, quarter by quarter.
  func series(_ series: Series) -> [QuarterlyRow] {
    quarterly.rows.filter { $0.owner.scope == .motherFund && $0.series == series }
  }

  /// A figure of the mother fund.
  func figure(_ metric: String) -> SummaryRow? {
    summary.row(.motherFund, Scope.motherFund.rawValue, metric)
  }
}
