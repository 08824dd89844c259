/// Where a shared company comes from: the sub-fund that it is in truth a company of.
struct CompanyOrigin {
  let vehicle: VehicleModel
  /// The manager's factor times its loading, and the shift of quality.
  let shift: Double
  /// Companies that its anchor's sub-funds buy, by year.
  let bought: UnsafePointer<Double>

  init(_ company: PlannedCompany, buffers: PathBuffers, model: CompiledModel) {
    let lead = Int(company.lead)
    vehicle = buffers.vehicles[lead]
    shift = vehicle.qualityShift + model.factors.managerLoading * buffers.skills[lead]
    bought = buffers.deals.bought(by: vehicle.limit)
  }
}
