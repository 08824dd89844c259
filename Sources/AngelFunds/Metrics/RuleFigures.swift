/// The figures of rules that hold inside vehicles.
extension PathMetrics {
  /// Writes them; a vehicle's are those of all its partners, others' the mother fund's part.
  func writeVehicleRules(of owner: FigureOwner, to writer: inout MetricWriter) {
    guard hasVehicleRules else { return }
    var totals = RuleTotals()
    for index in 0..<model.vehicles.count where owner.owns(index, of: model) {
      let vehicle = buffers.vehicles[index]
      totals.add(
        buffers.results[index], vehicle: vehicle,
        part: owner.isVehicle ? 1 : vehicle.motherShare)
    }
    totals.write(model.active, to: &writer)
  }

  private var hasVehicleRules: Bool {
    !model.active.isDisjoint(with: [.reinvestment, .limits, .recycling])
  }
}
