import Stochastics

/// One path of a scenario told as a dated ledger, with totals that are held against its figures.
///
/// Made by the simulation itself, which tells every transfer and event of the path.
public struct PathTrace: Sendable {
  /// Where the path comes from: all that is needed to repeat it.
  public struct Origin: Hashable, Sendable {
    /// The scenario's name.
    public let name: String
    /// What reports call the scenario.
    public let title: Label
    /// Changes that were made to it on the command line, as in `terms.carry=15%`.
    public let changes: [String]
    /// The path's number, from 0.
    public let path: Int
    /// Which of the equally valid sets of random numbers was used.
    public let seed: UInt64
    /// Where random numbers came from.
    public let generator: String
    /// What the scenario asks for reports to be written in, if anything.
    public let language: ReportLanguage?
    /// What reports call contributors, by key.
    public let contributors: [String: Label]
  }

  /// What of the path is told.
  public enum Focus: Hashable, Sendable {
    /// Everything.
    case everything
    /// One vehicle, by its key.
    case vehicle(String)
    /// One company of a vehicle, by key and ordinal.
    case company(String, Int)
  }

  /// Where a path stands among those of a run, if it was looked for by that.
  public struct Choice: Hashable, Sendable {
    /// The place.
    public let place: PathPlace
    /// The mother fund's figure that paths were ordered by.
    public let metric: Metric
    /// Number of paths in the run.
    public let paths: Int

    /// Makes a choice.
    public init(place: PathPlace, metric: Metric, paths: Int) {
      (self.place, self.metric, self.paths) = (place, metric, paths)
    }
  }

  /// Where the path comes from.
  public let origin: Origin
  /// Where it stands among those of a run; nil where it was asked for by its number.
  public var choice: Choice?
  /// What of it is told.
  public internal(set) var focus = Focus.everything
  /// Figures of the mother fund and of every vehicle on the path, in the order of reports.
  public let figures: [TracedFigure]
  /// What companies have in common.
  public internal(set) var factors: TracedFactors
  /// Sub-funds by key, then the direct book.
  public internal(set) var vehicles: [TracedVehicle]
  /// The mother fund by calendar year; empty where only a part of the path is told.
  public internal(set) var years: [TracedYear]
  /// Everything that happens, by date.
  public internal(set) var entries: [TraceEntry]
  /// Totals of the entries beside the path's figures.
  public internal(set) var reconciliation: Reconciliation

  /// Simulates a path and keeps what it tells.
  ///
  /// - Parameters:
  ///   - name: What the scenario is called.
  ///   - changes: Changes that were made to it, for the record.
  ///   - settings: The seed and the generator are used.
  ///   - path: The path's number, from 0.
  /// - Throws: `GSLError` if memory is short.
  public init(
    _ scenario: Scenario, name: String, changes: [String] = [], settings: SimulationSettings,
    path: Int
  ) throws {
    let recorded = try RecordedPath(scenario, settings: settings, path: UInt32(path))
    origin = Origin(
      name: name, title: scenario.title, changes: changes, path: path, seed: settings.seed,
      generator: settings.generator.name, language: scenario.language,
      contributors: Dictionary(
        uniqueKeysWithValues: scenario.contributors.map { ($0.id, $0.label) }))
    let names = TraceNames(scenario)
    figures = recorded.figures.filter { $0.owner.scope != .anchor }
    factors = TracedFactors(recorded.ledger, names: names)
    vehicles = names.vehicles.indices.map { recorded.vehicle($0, names: names) }
    years = recorded.years(names.scenario)
    entries = TraceEntries(names).all(recorded.ledger, factors: factors, vehicles: vehicles)
    reconciliation = Reconciliation(recorded, vehicles: vehicles, entries: entries)
  }

  /// Traces a path of a scenario that was read from a file.
  ///
  /// - Throws: `GSLError` if memory is short.
  public init(_ loaded: LoadedScenario, settings: SimulationSettings, path: Int) throws {
    try self.init(
      loaded.scenario, name: loaded.name, changes: loaded.changes.map(\.description),
      settings: settings, path: path)
  }
}

extension PathTrace {
  /// A figure of the mother fund; nil where the path has none.
  public func motherFund(_ metric: Metric) -> Double? {
    figures.first { $0.owner.scope == .motherFund && $0.metric == metric }?.value
  }

  /// A figure of a vehicle; nil where the path has none.
  public func figure(_ metric: Metric, ofVehicle id: String) -> Double? {
    figures.first { $0.owner == ScopeID(scope: .subFund, id: id) && $0.metric == metric }?.value
  }
}

/// A figure of a traced path.
public struct TracedFigure: Hashable, Sendable {
  /// Whose figure it is.
  public let owner: ScopeID
  /// What it says.
  public let metric: Metric
  /// In the metric's unit; nil where the path has none.
  public let value: Double?
}
