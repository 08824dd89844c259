internal import Foundation

/// Carry on each deal by itself (按项目分配).
extension WaterfallTerms {
  /// The carry on what a stake, or a part of it, brought back.
  ///
  /// - Parameter preferred: The preferred return on its cost.
  func carry(onDeal proceeds: Double, cost: Double, preferred: Double) -> Double {
    carry(onExcess: proceeds - cost - preferred, preferred: preferred)
  }

  /// The preferred return on a cost that was out for so many quarters.
  func preferred(on cost: Double, quarters: Int) -> Double {
    compounds ? cost * (growth(quarters) - 1) : cost * quarterlyRate * Double(quarters)
  }

  /// What a yuan grows to at the preferred return; a yuan without compounding.
  func growth(_ quarters: Int) -> Double {
    compounds ? pow(1 + quarterlyRate, Double(quarters)) : 1
  }
}

extension RoundsBook {
  /// Writes down the carry on a part of a stake that is sold.
  ///
  /// - Parameter part: The part of all that was paid for the stake.
  func countCarry(on amount: Double, of holding: Holding, part: Double, quarter: Int) {
    guard vehicle.waterfall.isDealByDeal else { return }
    scratch.dealCarry[quarter] += carry(on: amount, of: holding, part: part, quarter: quarter)
  }

  /// Writes down the carry on all that is held, were it sold for its value at the quarter's end.
  func countCarryIfSold(_ quarter: Int) {
    guard vehicle.waterfall.isDealByDeal else { return }
    for position in 0..<held where !scratch.holdings[position].isClosed {
      let holding = scratch.holdings[position]
      scratch.dealCarryIfSold[quarter] += carry(
        on: holding.mark, of: holding, part: partHeld(of: holding), quarter: quarter)
    }
  }

  private func carry(
    on amount: Double, of holding: Holding, part: Double, quarter: Int
  ) -> Double {
    let terms = vehicle.waterfall
    let preferred =
      terms.compounds
      ? holding.discountedCost * terms.growth(quarter) - holding.cost
      : terms.quarterlyRate * (holding.cost * Double(quarter) - holding.costQuarters)
    return terms.carry(
      onDeal: amount, cost: part * holding.cost, preferred: part * preferred)
  }

  /// The part of a stake's cost that is not sold; less than all of a listed one.
  func partHeld(of holding: Holding) -> Double {
    holding.isListed ? Double(holding.partsLeft) / Double(model.rounds.exits.sellDown) : 1
  }
}
