import Stochastics

/// Calls that wait for the next year's budget.
///
/// All vehicles are simulated without limit first. Each call that budgets do not cover is put off,
/// in the order of quarters, then vehicles, and its vehicle is simulated anew from there on: what
/// happened before does not change, as nothing looks ahead.
extension PathSimulation {
  /// Fills `buffers.waiting.isBlocked`, and leaves the buffers as they were.
  func rationCalls(path: UInt32, source: inout RandomSource) {
    guard var rationing = CallRationing(model.mother) else { return }
    let (room, quarters) = (buffers.waiting, model.quarters)
    room.clear()
    for index in 0..<model.vehicles.count { rehearse(index, path: path, source: &source) }
    while let late = rationing.next(
      vehicles: model.vehicles.count,
      call: { room.calls[$0 * quarters + $1] }, rest: { room.rest($0) })
    {
      resume(late.vehicle, before: late.quarter, wanting: late.amount)
      buffers.appropriation.putOff[late.quarter] += late.amount
      room.waiting[late.vehicle] = (late.amount, late.until)
      room.block(late.vehicle, from: late.quarter, until: late.until)
      rehearse(late.vehicle, path: path, source: &source)
    }
    for index in 0..<model.vehicles.count { resume(index, before: quarters, wanting: 0) }
    buffers.clearFlows()
  }

  /// Says in which quarter a call that waits is paid: before a further one is put off, or with it.
  private func resume(_ index: Int, before end: Int, wanting amount: Double) {
    let room = buffers.waiting
    let (waiting, until) = room.waiting[index]
    guard waiting > 0 else { return }
    if let paid = room.nextCall(of: index, from: until, before: end) {
      buffers.appropriation.resumed[paid] +=
        min(waiting, room.calls[index * model.quarters + paid])
    } else if amount > 0 {
      buffers.appropriation.resumed[end] += min(waiting, amount)
    }
    room.waiting[index] = (0, 0)
  }

  private func rehearse(_ index: Int, path: UInt32, source: inout RandomSource) {
    var silence = NoRecording()
    buffers.clearFlows(of: index)
    let flows = flows(of: index, path: path, companies: 0, source: &source, recorder: &silence)
    _ = distribute(flows, of: index, recorder: &silence)
    _ = settleStake(flows, of: index, recorder: &silence)
    buffers.waiting.keep(
      buffers.vehicle.stake, of: index, firstQuarter: buffers.vehicles[index].firstQuarter,
      closingQuarter: flows.closingQuarter)
  }
}
