public import Stochastics

/// How a headline moves when one input goes from its base value to the ends of its range.
public struct SensitivityRow: Hashable, Sendable {
  /// The input and the ends of its range.
  public let input: InputRange
  /// The figure that moves.
  public let headline: Headline
  /// The headline at the base values, over the same paths.
  public let base: Double?
  /// Change at the low end, with the standard error of a paired difference.
  public let low: Estimate?
  /// Change at the high end.
  public let high: Estimate?
  /// Number of paths, the same ones at every end.
  public let paths: Int
}

/// The built-in low, base and high over a scenario's uncertain inputs, one at a time.
///
/// Every end runs on the same random numbers as the base, so that few paths tell the change.
public enum InputSensitivity {
  /// The most paths that one end takes.
  public static let pathLimit = 2000
  /// Paired differences are told over this many batches of paths.
  static let batches = 20

  /// Runs both ends of every range.
  ///
  /// - Parameter progress: Told the number of paths done so far.
  public static func run(
    _ loaded: LoadedScenario, settings: SimulationSettings,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> [SensitivityRow] {
    var settings = settings
    settings.paths = min(settings.paths, pathLimit)
    guard !loaded.scenario.ranges.isEmpty else { return [] }
    let simulator = HeadlineSimulator(settings: settings)
    let base = try await HeadlineSample(loaded.scenario, simulator: simulator)
    var rows: [SensitivityRow] = []
    var done = 0
    for input in loaded.scenario.ranges {
      var ends: [HeadlineSample] = []
      for value in [input.low, input.high] {
        let end = try loaded.applying([KeyOverride(path: input.path, value: value)])
        ends.append(try await HeadlineSample(end.scenario, simulator: simulator))
        done += settings.paths
        progress(done)
      }
      for headline in Headline.all where base.has(headline) {
        rows.append(
          SensitivityRow(
            input: input, headline: headline, base: base.value(of: headline),
            low: base.change(of: headline, to: ends[0]),
            high: base.change(of: headline, to: ends[1]), paths: settings.paths))
      }
    }
    return rows
  }

  /// Number of paths that `run` simulates beyond the run itself.
  public static func pathCount(_ scenario: Scenario, paths: Int) -> Int {
    scenario.ranges.count * 2 * min(paths, pathLimit)
  }
}
