public import AngelFunds

/// Everything that a comparison's reports tell.
public struct ComparisonContent: Sendable {
  /// What a report tells of one run besides its figures.
  struct Run: Sendable {
    /// By which `compare.csv` tells runs apart.
    let name: String
    let provenance: Provenance
    /// The mother fund's series at the ends of calendar years.
    let years: [QuarterlyRow]
  }

  /// The comparison itself.
  public let comparison: Comparison
  /// The base first, in the order given.
  let runs: [Run]
  /// What repeats the comparison, as one would type it.
  let command: String
  /// The runs on the plane of risk and return, with their noise.
  let plane: PairedCloud
  /// The multiples of the base and of each variant path by path; nil where runs are not paired.
  let paths: [PathCloud?]

  /// Reads what a comparison's reports tell.
  ///
  /// - Parameters:
  ///   - runs: What was compared, the base first.
  ///   - command: What repeats the comparison, as one would type it.
  /// - Throws: `RunStoreError` if a run cannot be read; `CancellationError`.
  public init(_ comparison: Comparison, runs: [ComparedRun], command: String) throws {
    self.comparison = comparison
    self.command = command
    plane = try PairedCloud(runs: runs)
    paths = try runs.dropFirst().map { try PathCloud(base: runs[0], variant: $0) }
    self.runs = try runs.map { run in
      try Task.checkCancellation()
      let series = try QuarterlyEstimates(run.store)
      return Run(
        name: run.name, provenance: run.store.provenance,
        years: series.rows.filter { $0.owner.scope == .motherFund }.yearEnds)
    }
  }

  /// A letter for each run, for places with little room; numbers beyond Z.
  var tags: [String] {
    runs.indices.map { $0 < 26 ? String(Character(Unicode.Scalar(UInt8(65 + $0)))) : "\($0 + 1)" }
  }

  /// The runs' letters with their names.
  func taggedNames(_ language: Language) -> [String] {
    zip(tags, names(language)).map { "\($0) · \u{2068}\($1)\u{2069}" }
  }

  /// What people call the runs: their titles if these tell them apart, else their names.
  func names(_ language: Language) -> [String] {
    let titles = runs.map { $0.provenance.scenario.title.text(language) }
    return Set(titles).count == titles.count ? titles : runs.map(\.name)
  }
}
