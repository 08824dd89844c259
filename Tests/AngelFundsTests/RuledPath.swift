import Stochastics

@testable import AngelFunds

/// A scenario under rules of public money, path by path.
final class RuledPath {
  let scenario: Scenario
  let model: CompiledModel
  let buffers: PathBuffers
  private var source: RandomSource

  init(_ scenario: Scenario, generator: Generator = .philox, seed: UInt64 = 5) throws {
    self.scenario = scenario
    model = CompiledModel(scenario)
    buffers = PathBuffers(model)
    source = try RandomSource(generator: generator, seed: seed)
  }

  /// Simulates a path.
  @discardableResult
  func run(_ path: UInt32 = 0) -> PathSimulation.Outcome {
    var silence = NoRecording()
    return PathSimulation(model, buffers: buffers).run(
      path: path, source: &source, recorder: &silence)
  }

  /// Whatever is wrong with the books of some paths.
  func imbalance(paths: Range<UInt32>) -> String? {
    let simulation = PathSimulation(model, buffers: buffers)
    return paths.lazy.compactMap { simulation.imbalance(path: $0, source: &self.source) }.first
  }

  /// A vehicle's result on the path that was simulated last.
  func result(_ vehicle: Int = 0) -> VehicleResult { buffers.results[vehicle] }

  /// A vehicle's series on that path.
  func series(_ vehicle: Int = 0) -> ScopeSeries {
    ScopeSeries(buffers.series, scope: 1 + vehicle, layout: buffers.layout)
  }

  /// Every figure of a path, by what it is about.
  func figures(_ path: UInt32 = 0) throws -> [MetricColumn: Double] {
    let columns = scenario.metricColumns
    var metrics = try PathMetrics(scenario, model: model, buffers: buffers)
    var values = [Double](repeating: 0, count: columns.count + 100)
    let outcome = run(path)
    var count = 0
    values.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      var writer = MetricWriter(base, stride: 1)
      metrics.write(outcome, to: &writer)
      count = writer.count
    }
    precondition(count == columns.count, "figures and columns differ in number")
    return Dictionary(uniqueKeysWithValues: zip(columns, values))
  }
}

extension [MetricColumn: Double] {
  /// One figure; nil where it is absent, or not kept.
  func value(_ scope: Scope, _ id: String, _ metric: Metric) -> Double? {
    let value = self[MetricColumn(owner: ScopeID(scope: scope, id: id), figure: .metric(metric))]
    return value?.isNaN == false ? value : nil
  }
}

extension Scenario {
  /// The same with rules for all sub-funds.
  func with(_ rules: FundRules) -> Scenario { with(rules, of: self.rules) }

  /// The same with rules for all sub-funds and for the mother fund.
  func with(_ funds: FundRules, of rules: Rules) -> Scenario {
    Scenario(
      title: title, start: start, paths: paths, seed: seed, language: language,
      motherFund: motherFund,
      contributors: contributors, direct: direct, anchors: anchors,
      subFunds: subFunds.map { $0.with(funds) }, sectors: sectors, outcomes: outcomes,
      dependence: dependence, termEnd: termEnd,
      rules: Rules(
        funds: funds, tolerance: rules.tolerance, appropriation: rules.appropriation,
        stateExit: rules.stateExit, sharedDeals: rules.sharedDeals,
        isEvaluated: rules.isEvaluated),
      ranges: ranges)
  }
}

extension SubFund {
  fileprivate func with(_ rules: FundRules) -> SubFund {
    SubFund(
      id: id, label: label, stream: stream, anchor: anchor, commitment: commitment,
      startQuarter: startQuarter, terms: terms, engine: engine, lossClass: lossClass, rules: rules)
  }
}

extension FundRules {
  init(reinvestment: Reinvestment = .off, eligibility: Eligibility? = nil) {
    let limits = FundLimits(
      contributionCap: nil, governmentCap: nil, gpMinimum: nil, leastSize: nil, mostSize: nil,
      mostCommitment: nil, projectShareCap: nil, projectAmountCap: nil, projectFloor: 15,
      earlyFloor: 0.7, eligibility: eligibility)
    self.init(
      concession: .off, reinvestment: reinvestment, limits: eligibility == nil ? .off : limits,
      fundRaising: .off)
  }
}
