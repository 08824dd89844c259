public import Stochastics

/// What a table of outcomes implies for companies alone, with sampling errors over paths.
public struct OutcomeStudy: Sendable {
  /// Each figure that the engine knows, as shares or multiples.
  public let figures: [OutcomeFigure: Estimate]
  /// Number of simulated companies.
  public let companies: Int

  /// Simulates companies.
  ///
  /// - Parameters:
  ///   - outcomes: The table, with its engine.
  ///   - dependence: What companies' fates have in common; nil for companies that share nothing,
  ///     not even the window for listings.
  ///   - paths: Number of paths of a hundred companies each, at least 2.
  ///   - seed: Which of the equally valid sets of random numbers to use.
  ///   - jobs: How many workers run side by side; changes no result.
  /// - Throws: `CancellationError` if the task is cancelled; `GSLError` if memory is short.
  public init(
    _ outcomes: Outcomes, dependence: Dependence?, paths: Int, seed: UInt64, jobs: Int = 1
  ) async throws {
    let table = dependence == nil ? outcomes.withoutWindow : outcomes
    let shared = dependence ?? Dependence(market: 0, sector: 0, manager: 0, persistence: 0)
    let plan = BlockPlan(paths: paths)
    let queue = BlockQueue(0..<plan.count)
    let blocks = try await withThrowingTaskGroup(of: [(Int, [StudySums])].self) { group in
      for _ in 0..<max(1, min(jobs, plan.count)) {
        group.addTask {
          let worker = try StudyWorker(table, dependence: shared, seed: seed)
          var results: [(Int, [StudySums])] = []
          while let block = queue.next() {
            try Task.checkCancellation()
            results.append((block, plan.paths(of: block).map { worker.sums(path: UInt32($0)) }))
          }
          return results
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let sums = blocks.sorted { $0.0 < $1.0 }.flatMap(\.1)
    companies = paths * StudyWorker.companiesAPath
    let known = OutcomeFigure.allCases.filter { outcomes.engine == .rounds || $0.isOfMultiples }
    figures = Dictionary(
      uniqueKeysWithValues: known.compactMap { figure in
        Self.ratio(figure, sums).map { (figure, $0) }
      })
  }

  /// A ratio of sums over paths; its error by linearisation.
  private static func ratio(_ figure: OutcomeFigure, _ sums: [StudySums]) -> Estimate? {
    let index = figure.index
    let (part, whole) = sums.reduce((0.0, 0.0)) {
      ($0.0 + $1.parts[index], $0.1 + $1.wholes[index])
    }
    guard whole > 0 else { return nil }
    let ratio = part / whole
    let squares = sums.reduce(0.0) {
      let residual = $1.parts[index] - ratio * $1.wholes[index]
      return $0 + residual * residual
    }
    let count = Double(sums.count)
    return Estimate(
      value: ratio, standardError: (squares * count / (count - 1)).squareRoot() / whole)
  }
}

extension Outcomes {
  /// The same with a window that moves nothing.
  fileprivate var withoutWindow: Outcomes {
    Outcomes(
      engine: engine, buckets: buckets, tailIndex: tailIndex, truncation: truncation,
      holdingLogDeviation: holdingLogDeviation, holdingScale: holdingScale,
      qualityShift: qualityShift, rounds: rounds.withoutWindow)
  }
}

extension Rounds {
  fileprivate var withoutWindow: Rounds {
    Rounds(
      stages: stages, gapLogDeviation: gapLogDeviation, gapScale: gapScale,
      nextRoundScale: nextRoundScale, stepUpGainScale: stepUpGainScale, exits: exits,
      ipoWindow: IPOWindow(
        shuts: ipoWindow.shuts, opens: ipoWindow.opens, shutIPOFactor: 1, shutGapFactor: 1,
        shutTransferFactor: 1),
      entryPostMoney: entryPostMoney, marks: marks)
  }
}
