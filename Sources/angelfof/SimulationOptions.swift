import AngelFunds
import ArgumentParser
import Foundation
import Reporting
import Stochastics

/// The options that say what is simulated, and how.
struct SimulationOptions: ParsableArguments {
  @Option(
    help: "Number of simulated futures, instead of the scenario's.",
    transform: RunNumber.pathsOption)
  var paths: Int?

  @Option(
    help: "Every seed gives another, equally valid, run; instead of the scenario's.",
    transform: RunNumber.seedOption)
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Where random numbers come from: philox, or any of GSL's generators by name.",
      discussion: """
        Others than philox serve as a cross-check; they promise no comparison path by path.
        """))
  var generator = Generator.philox.name

  @Option(help: "How many workers run side by side; changes no result.")
  var jobs = SimulationOptions.allCores

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Replaces a key of the scenario: --set terms.carry=15%.", valueName: "key.path=value"))
  var overrides: [String] = []

  @Flag(help: "Allow more than ten thousand million companies over all paths.")
  var allowLarge = false

  /// More companies over all paths than this need `--allow-large`.
  static let companyLimit = 1e10
  /// Each worker has some tens of megabytes of its own.
  static let jobLimit = 64
  /// As many workers as there are cores, within the limit.
  static let allCores = min(ProcessInfo.processInfo.activeProcessorCount, jobLimit)

  func validate() throws {
    guard (1...Self.jobLimit).contains(jobs) else {
      throw ValidationError("--jobs must be from 1 to \(Self.jobLimit), not \(jobs).")
    }
    guard Generator(named: generator) != nil else {
      throw ValidationError(
        "--generator must be one of \(Generator.names.joined(separator: ", ")), not \(generator).")
    }
  }

  /// What to simulate of `loaded`.
  func settings(_ loaded: LoadedScenario) -> SimulationSettings {
    SimulationSettings(
      paths: paths ?? loaded.scenario.paths, seed: seed ?? loaded.scenario.seed,
      generator: Generator(named: generator) ?? .philox, jobs: jobs)
  }

  /// What to simulate of a sweep.
  func settings(_ plan: SweepPlan) -> SimulationSettings {
    SimulationSettings(
      paths: paths ?? plan.paths, seed: seed ?? plan.seed,
      generator: Generator(named: generator) ?? .philox, jobs: jobs)
  }

  /// Makes sure that the scenario of a file is not too large to be meant.
  ///
  /// - Parameter settings: How it is simulated, unless by its own numbers.
  /// - Throws: `CommandProblem`.
  func checkSize(
    _ loaded: LoadedScenario, of path: String, settings: SimulationSettings? = nil
  ) throws {
    let settings = settings ?? self.settings(loaded)
    try checkSize(loaded.scenario, paths: settings.paths, cells: 1, of: path)
  }

  /// The same for all cells of a sweep together.
  func checkSize(_ plan: SweepPlan, of path: String) throws {
    try checkSize(
      plan.base.scenario, paths: settings(plan).paths, cells: plan.cells.count, of: path)
  }

  private func checkSize(_ scenario: Scenario, paths: Int, cells: Int, of path: String) throws {
    guard scenario.rules.sharedDeals == 0 || Generator(named: generator)?.isCounterBased ?? true
    else {
      throw CommandProblem(
        failure: .badData,
        "\(path): rules.shared_deals needs numbers that can be drawn twice; leave out "
          + "--generator \(generator), or set rules.shared_deals to 0%")
    }
    let each = scenario.expectedCompanies
    guard !allowLarge, each * Double(paths) * Double(cells) > Self.companyLimit else { return }
    let times = cells == 1 ? "" : "\(NumberText.grouped(cells)) cells of "
    throw CommandProblem(
      failure: .badData,
      "\(path): \(times)\(NumberText.grouped(paths)) paths of about \(Int(each)) companies are "
        + "more than 10,000,000,000 companies; choose fewer --paths, or give --allow-large")
  }
}
