internal import Foundation
import Stochastics

/// Simulates the cells of a sweep one after the other, and keeps what the next ones can use.
actor CellSimulator {
  /// Beyond this many paths, multiples are not kept path by path: a cell stays below a megabyte.
  static let mostKeptPaths = 60_000

  private let settings: SimulationSettings
  private let hasAllMetrics: Bool
  private let scratch: String
  private let simulator: HeadlineSimulator
  private var ranks = OrderRanks()
  private var reference: HeadlineSample?

  /// - Parameter scratch: A file that may be written and removed.
  init(settings: SimulationSettings, hasAllMetrics: Bool, scratch: String) {
    self.settings = settings
    self.hasAllMetrics = hasAllMetrics
    self.scratch = scratch
    simulator = HeadlineSimulator(settings: settings)
  }

  /// Simulates the scenario that changes are told against; once.
  func setReference(_ loaded: LoadedScenario) async throws {
    guard reference == nil else { return }
    reference = try await HeadlineSample(loaded.scenario, simulator: simulator)
  }

  /// Simulates a cell.
  func outcome(of loaded: LoadedScenario) async throws -> CellOutcome {
    let sample = try await HeadlineSample(loaded.scenario, simulator: simulator)
    let rows =
      hasAllMetrics
      ? try await everything(loaded) : sample.summaryRows(loaded.scenario, ranks: &ranks)
    let changes = reference.map { base in Headline.all.map { base.change(of: $0, to: sample) } }
    return CellOutcome(
      figures: rows.map(CellFigure.init), changes: changes ?? [],
      multiples: settings.paths <= Self.mostKeptPaths ? sample.column(.tvpi) : [])
  }

  private func everything(_ loaded: LoadedScenario) async throws -> [SummaryRow] {
    let request = RunRequest(loaded, settings: settings, withSensitivity: false)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    return try await request.run(writingTo: scratch).rows
  }
}
