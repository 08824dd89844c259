internal import Foundation
import Stochastics

/// Which sub-funds find their other partners, when and how large; and what becomes of the money
/// that others set free.
extension PathSimulation {
  /// Fills `buffers.vehicles` and `buffers.raised`, going through the sub-funds by planned start,
  /// then name.
  func raiseFunds(path: UInt32, source: inout RandomSource) {
    guard model.active.contains(.fundRaising) else { return }
    for position in 0..<model.startOrder.count {
      let index = model.startOrder[position]
      let planned = model.vehicles[index]
      var raised = RaisedFund(planned: planned.commitment)
      guard planned.raising.isOn else {
        buffers.raised[index] = raised
        continue
      }
      raised.added = takeReleased(for: planned, position: position)
      buffers.vehicles[index] = close(planned, &raised, path: path, source: &source)
      buffers.raised[index] = raised
    }
  }

  /// What a sub-fund gets of the money that was set free before its planned start: its part by the
  /// commitments of all that have not started, up to its limit.
  private func takeReleased(for vehicle: VehicleModel, position: Int) -> Double {
    guard vehicle.raising.mostGrowth > 1 else { return 0 }
    let part = vehicle.commitment / model.laterCommitments[position]
    let most = (vehicle.raising.mostGrowth - 1) * vehicle.commitment
    var added = 0.0
    for earlier in 0..<position {
      let index = model.startOrder[earlier]
      guard model.vehicles[index].raising.isReallocated,
        buffers.raised[index].releaseQuarter <= vehicle.firstQuarter
      else { continue }
      let amount = min(part * buffers.raised[index].kept, most - added)
      buffers.raised[index].kept -= amount
      added += amount
    }
    return added
  }

  /// The sub-fund as it closes, or with nothing in it where it does not close in time.
  private func close(
    _ planned: VehicleModel, _ raised: inout RaisedFund, path: UInt32, source: inout RandomSource
  ) -> VehicleModel {
    let raising = planned.raising
    source.begin(raising.closing, path: path)
    let draw = source.block(ordinal: 0, address: DrawAddress.closing)
    let delay = raising.quartersOfDelay(draw[1])
    let promised = raised.planned + raised.added
    var vehicle = planned
    guard draw[0] < raising.closeProbability, delay <= raising.deadline else {
      raised.cancelled = promised
      raised.releaseQuarter = planned.firstQuarter + raising.deadline
      raised.kept = promised
      vehicle.resize(by: 0)
      return vehicle
    }
    let part =
      draw[2] < raising.smallerProbability
      ? raising.smallestSize + (1 - raising.smallestSize) * draw[3] : 1
    raised.cut = (1 - part) * promised
    raised.releaseQuarter = planned.firstQuarter + delay
    raised.kept = raised.cut
    vehicle.resize(by: part * promised / raised.planned)
    vehicle.delay(by: delay)
    vehicle.lateTranches = lateTranches(of: vehicle, source: &source)
    return vehicle
  }

  /// A bit for each tranche that the other partners pay late.
  private func lateTranches(of vehicle: VehicleModel, source: inout RandomSource) -> UInt16 {
    let count = vehicle.tranches.end - vehicle.tranches.first
    guard vehicle.raising.lateProbability > 0 else { return 0 }
    var late: UInt16 = 0
    for first in stride(from: 0, to: count, by: 4) {
      let draw = source.block(ordinal: 0, address: DrawAddress.late + UInt32(first / 4))
      for lane in 0..<min(4, count - first) where draw[lane] < vehicle.raising.lateProbability {
        late |= 1 << UInt16(first + lane)
      }
    }
    return late
  }
}

extension FundRaisingModel {
  /// Quarters from the planned start to the closing, from one uniform.
  fileprivate func quartersOfDelay(_ uniform: Double) -> Int {
    guard delay > 0 else { return 0 }
    let quarters = delay * exp(delayLogDeviation * StandardNormal.quantile(uniform))
    return Int(min(quarters.rounded(), 1e6))
  }
}

extension VehicleModel {
  /// Changes its size, and all that follows from it.
  mutating func resize(by factor: Double) {
    guard factor != 1 else { return }
    scale = factor
    size *= factor
    budget *= factor
    followOn.reserve *= factor
    projectLimit = min(projectShare * size, projectAmount)
  }

  /// Moves its whole life.
  mutating func delay(by quarters: Int) {
    firstQuarter += quarters
    exitPeriodEnd += quarters
    lastQuarter += quarters
  }
}
