/// Scores a path's calendar years.
struct EvaluationScores {
  private let evaluation: EvaluationModel
  private let model: CompiledModel
  private let buffers: PathBuffers

  /// - Returns: nil where the evaluation is off.
  init?(_ model: CompiledModel, buffers: PathBuffers) {
    guard let evaluation = model.evaluation else { return nil }
    (self.evaluation, self.model, self.buffers) = (evaluation, model, buffers)
  }

  /// Adds the mother fund's part of a vehicle's companies at the end of every year.
  func gather(_ index: Int, closingQuarter: Int) {
    let (vehicle, track) = (buffers.vehicles[index], buffers.vehicle.evaluation)
    for year in 0..<evaluation.yearEnds.count {
      let quarter = evaluation.yearEnds[year] - vehicle.firstQuarter
      guard quarter >= 0 else { continue }
      let last = min(quarter, closingQuarter)
      buffers.patience[year].cost += vehicle.motherShare * track.cost[last]
      buffers.patience[year].early += vehicle.motherShare * track.early[last]
      buffers.patience[year].held += vehicle.motherShare * track.held[last]
    }
  }

  /// Writes every year's points behind the path's series, once the mother fund is settled.
  func write() {
    let series = ScopeSeries(
      buffers.series, scope: SeriesLayout.motherFund, layout: buffers.layout)
    var account = MotherAccount(discount: evaluation.quarterlyDiscount)
    var next = buffers.series + buffers.layout.scoreOffset
    for year in 0..<evaluation.yearEnds.count {
      let end = evaluation.yearEnds[year]
      account.run(through: end, of: series)
      next[0] = reinvestmentPoints(end)
      next[1] = buffers.patience[year].points
      next[2] = socialPoints(end)
      next[3] = Rounding.reaches(account.paidIn, 0.5 * evaluation.size) ? 1 : 0
      let isIdle = Rounding.reaches(series.idleCash[end], 0.3 * account.paidIn)
      next[4] = account.paidIn > 0 && !isIdle ? 1 : 0
      next[5] = account.earnsItsRate ? 1 : 0
      next[6] = account.grows ? 1 : 0
      next[7] = (0..<7).reduce(0) { $0 + next[$1] }
      next += EvaluationModel.scoresAYear
    }
  }

  /// By the largest multiple that a sub-fund which has started must reinvest.
  private func reinvestmentPoints(_ quarter: Int) -> Double {
    var multiple = 0.0
    for index in 0..<evaluation.funds.count where hasStarted(index, by: quarter) {
      multiple = max(multiple, evaluation.funds[index].reinvestment)
    }
    if multiple < 0.5 { return 3 }
    if multiple < 1 { return 2 }
    return multiple < 1.5 ? 1 : 0
  }

  /// A point for each full tenth of the commitments, at most 5.
  private func socialPoints(_ quarter: Int) -> Double {
    var (social, total) = (0.0, 0.0)
    for index in 0..<evaluation.funds.count where hasStarted(index, by: quarter) {
      total += buffers.vehicles[index].size
      social += evaluation.funds[index].socialShare * buffers.vehicles[index].size
    }
    guard total > 0 else { return 0 }
    return min(5, (10 * social / total + Rounding.part).rounded(.down))
  }

  private func hasStarted(_ index: Int, by quarter: Int) -> Bool {
    buffers.vehicles[index].firstQuarter <= quarter && buffers.vehicles[index].size > 0
  }
}
