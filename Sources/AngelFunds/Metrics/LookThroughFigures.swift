/// Companies seen through the sub-funds that hold them.
extension PathMetrics {
  /// Writes the mother fund's figures of shared companies and of money in companies' rounds.
  func writeLookThrough(to writer: inout MetricWriter) {
    var (own, tickets, rounds) = (0.0, 0.0, 0.0)
    for index in 0..<model.vehicles.count {
      let result = buffers.results[index]
      own += buffers.vehicles[index].motherShare * result.cost
      tickets += result.cost - result.followOnCost
      rounds += result.roundMoney
    }
    if model.active.contains(.sharedDeals) {
      var (largest, distinct) = (0.0, 0.0)
      for company in 0..<buffers.lookThroughCount where buffers.lookThrough[company] > 0 {
        distinct += 1
        largest = max(largest, buffers.lookThrough[company])
      }
      for round in 0..<(CompanyLife.mostRounds * buffers.lookThroughCount) {
        rounds += buffers.roundMoney[round]
      }
      writer.write(distinct)
      writer.write(own > 0 ? largest / own : nil)
    }
    if model.active.contains(.rounds) { writer.write(own > 0 ? (tickets + rounds) / own : nil) }
  }
}
