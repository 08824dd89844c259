/// Whose figures are written: which vehicles belong to it.
enum FigureOwner {
  case motherFund
  /// By its position among the vehicles.
  case vehicle(Int)
  /// By its position among the anchors of several sub-funds.
  case anchor(Int)

  /// Whether a vehicle is one of its own.
  @inline(__always)
  func owns(_ index: Int, of model: CompiledModel) -> Bool {
    switch self {
    case .motherFund: true
    case .vehicle(let own): index == own
    case .anchor(let anchor): model.anchorOfVehicle[index] == anchor
    }
  }

  /// Whether all partners of a vehicle are meant, not the mother fund's stake.
  var isVehicle: Bool {
    if case .vehicle = self { true } else { false }
  }
}
