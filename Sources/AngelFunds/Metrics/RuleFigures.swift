/// The figures of rules that hold inside vehicles.
extension PathMetrics {
  /// Writes those of the mother fund.
  func writeVehicleRules(to writer: inout MetricWriter) {
    guard hasVehicleRules else { return }
    var totals = RuleTotals()
    for index in 0..<model.vehicles.count {
      let vehicle = buffers.vehicles[index]
      totals.add(buffers.results[index], vehicle: vehicle, part: vehicle.motherShare)
    }
    totals.write(model.active, to: &writer)
  }

  /// Writes those of a vehicle, of all its partners.
  func writeVehicleRules(of index: Int, to writer: inout MetricWriter) {
    guard hasVehicleRules else { return }
    var totals = RuleTotals()
    totals.add(buffers.results[index], vehicle: buffers.vehicles[index], part: 1)
    totals.write(model.active, to: &writer)
  }

  /// Writes those of the mother fund's stakes in an anchor's sub-funds.
  func writeVehicleRules(ofAnchor anchor: Int, to writer: inout MetricWriter) {
    guard hasVehicleRules else { return }
    var totals = RuleTotals()
    for index in 0..<model.vehicles.count where model.anchorOfVehicle[index] == anchor {
      let vehicle = buffers.vehicles[index]
      totals.add(buffers.results[index], vehicle: vehicle, part: vehicle.motherShare)
    }
    totals.write(model.active, to: &writer)
  }

  private var hasVehicleRules: Bool {
    !model.active.isDisjoint(with: [.reinvestment, .limits, .recycling])
  }
}
