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
    for index in 0..<model.vehicles.count { rehearse(index, path: path, source: &source) }
    while let late = rationing.next(
      vehicles: model.vehicles.count,
      call: { room.calls[$0 * quarters + $1] }, rest: { room.rest($0) })
    {
      buffers.appropriation.putOff[late.quarter] += late.amount
      settleWaiting(of: late.vehicle, by: late)
      if !buffers.vehicles[late.vehicle].isDirect {
        room.waiting[late.vehicle] = WaitingCall(late)
      }
      room.block(late.vehicle, from: late.quarter, until: late.until)
      rehearse(late.vehicle, path: path, source: &source)
    }
    for index in 0..<model.vehicles.count { settleWaiting(of: index, by: nil) }
    buffers.clearFlows()
  }

  /// Says what has become of a vehicle's call that waits: paid, put off again, or never made again.
  ///
  /// - Parameter further: The vehicle's call that does not fit now; nil at the end.
  private func settleWaiting(of index: Int, by further: CallRationing.PutOff?) {
    let (room, budgets) = (buffers.waiting, buffers.appropriation)
    let call = room.waiting[index]
    guard call.amount > 0 else { return }
    let end = further?.quarter ?? model.quarters
    var settled = min(call.until, model.quarters)
    if let paid = room.nextCall(of: index, from: call.until, before: end) {
      budgets.resumed[paid] += min(call.amount, room.calls[index * model.quarters + paid])
      settled = paid
    } else if let further {
      budgets.putOffAgain[end] += min(call.amount, further.amount)
      settled = end
    }
    for quarter in call.quarter..<settled { budgets.waiting[quarter] += call.amount }
    room.waiting[index] = WaitingCall()
  }

  private func rehearse(_ index: Int, path: UInt32, source: inout RandomSource) {
    var silence = NoRecording()
    buffers.clearFlows(of: index)
    let flows = flows(of: index, path: path, companies: 0, source: &source, recorder: &silence)
    _ = distribute(flows, of: index, recorder: &silence)
    let stake = settleStake(flows, of: index, recorder: &silence)
    buffers.waiting.keep(
      buffers.vehicle.stake, of: index,
      promise: PromiseChanges(
        planned: model.vehicles[index], actual: buffers.vehicles[index],
        added: buffers.raised[index].added),
      closingQuarter: flows.closingQuarter, paid: stake.paid)
  }
}
