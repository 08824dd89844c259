/// What the mother fund's stakes amount to, and what becomes of its commitments.
extension PathMetrics {
  /// Writes the figures of concessions and fund-raising, where these rules are on.
  ///
  /// - Parameter cash: The mother fund's own flows; nil for stakes alone.
  func writeStakes(
    of owner: FigureOwner, cash: CashMetrics? = nil, to writer: inout MetricWriter
  ) {
    if model.active.contains(.concession) { writeConcession(owner, cash: cash, to: &writer) }
    if model.active.contains(.fundRaising) { writeFundRaising(owner, to: &writer) }
  }

  private func writeConcession(
    _ owner: FigureOwner, cash: CashMetrics?, to writer: inout MetricWriter
  ) {
    var (sum, founders) = (StakeResult(), 0.0)
    for index in 0..<model.vehicles.count where owner.owns(index, of: model) {
      sum.add(buffers.stakes[index])
      founders += buffers.results[index].foundersGain
    }
    sum.wholeReceived += founders
    let conceded = sum.conceded + founders
    let (paid, received) = cash.map { ($0.paidIn, $0.distributions) } ?? (sum.paid, sum.received)
    writer.write(sum.wholePaid > 0 ? sum.wholeReceived / sum.wholePaid : nil)
    writer.write(sum.paid > 0 ? sum.received / sum.paid : nil)
    // What others paid in its place on a part that they had bought it would have paid itself.
    let inItsPlace = sum.wholePaid - sum.paid
    writer.write(
      paid > 0 ? max(0, received + conceded + inItsPlace) / (paid + inItsPlace) : nil)
    writer.write(conceded)
    writer.write(sum.toManager)
    writer.write(sum.conceded - sum.toManager)
    writer.write(founders)
  }

  private func writeFundRaising(_ owner: FigureOwner, to writer: inout MetricWriter) {
    var (closed, uncalled) = (0.0, 0.0)
    var sum = RaisedFund()
    for index in 0..<model.vehicles.count where owner.owns(index, of: model) {
      let raised = buffers.raised[index]
      guard raised.planned > 0 else { continue }
      sum.add(raised)
      if raised.isClosed { closed += 1 }
      uncalled += raised.committed - buffers.stakes[index].wholePaid
    }
    writer.write(closed)
    writer.write(sum.committed)
    writer.write(sum.added)
    writer.write(sum.cancelled)
    writer.write(sum.cut)
    writer.write(uncalled)
  }
}

extension StakeResult {
  fileprivate mutating func add(_ other: StakeResult) {
    paid += other.paid
    received += other.received
    wholePaid += other.wholePaid
    wholeReceived += other.wholeReceived
    conceded += other.conceded
    toManager += other.toManager
  }
}

extension RaisedFund {
  fileprivate mutating func add(_ other: RaisedFund) {
    planned += other.planned
    added += other.added
    cancelled += other.cancelled
    cut += other.cut
  }
}
