import Stochastics
import Testing

@testable import AngelFunds

/// Whatever happens after a date, decisions up to it stay as they are.
@Suite struct LookAheadTests {
  private static let text = """
    mother_fund: {size: 10亿}
    direct: {share: 0%}
    anchors: {town: {kind: town}}
    sub_funds:
      town_1: {anchor: town, commitment: 2亿}
    outcomes: {engine: rounds}

    """

  /// Everything that a vehicle does on a path whose companies' futures may be changed.
  private func decisions(
    _ model: CompiledModel, path: UInt32, future: Future?
  ) throws -> TransferLedger {
    let buffers = PathBuffers(model)
    var source = try RandomSource(generator: .philox, seed: 8)
    let simulation = PathSimulation(model, buffers: buffers)
    buffers.clear()
    simulation.drawFactors(path: path, source: &source)
    simulation.planDeals(of: [0], path: path, source: &source)
    let vehicle = model.vehicles[0]
    buffers.vehicle.clear(term: vehicle.term)
    source.begin(vehicle.companies, path: path)
    DealSelection.order(
      buffers.deals.room(for: 0), count: buffers.deals[0],
      quarters: vehicle.investmentQuarters, scratch: buffers.vehicle)
    let book = EditedBook(
      book: RoundsBook(
        0, model: model, buffers: buffers, skill: 0, proceedsOut: buffers.companyProceeds),
      future: future)
    var ledger = TransferLedger()
    var vehicleSimulation = VehicleSimulation(0, model: model, buffers: buffers, book: book)
    withExtendedLifetime((model, buffers)) {
      _ = vehicleSimulation.run(source: &source, recorder: &ledger)
    }
    return ledger
  }

  @Test(arguments: ["pro_rata", "by_stage", "to_limit"])
  func decisionsUpToADateDoNotDependOnWhatFollows(policy: String) throws {
    let scenario = try TestScenario.load(
      Self.text,
      set: ["terms.follow_on.policy": policy, "terms.follow_on.reserve": "20%"]
    ).scenario
    let model = CompiledModel(scenario)
    var dates = try RandomSource(generator: .philox, seed: 31)
    var changedLater = 0
    for path in 0..<UInt32(40) {
      dates.begin(StreamKey(kind: 201, name: "dates"), path: path)
      let draw = dates.block(ordinal: 0, address: 0)
      let date = Int(draw[0] * Double(model.vehicles[0].lastQuarter))
      let one = try decisions(model, path: path, future: nil)
      let other = try decisions(
        model, path: path,
        future: Future(date: date, last: model.vehicles[0].lastQuarter, path: path))
      #expect(
        one.transfers.filter { $0.quarter <= date } == other.transfers.filter { $0.quarter <= date }
      )
      #expect(
        one.closings.filter { $0.quarter <= date } == other.closings.filter { $0.quarter <= date })
      let events = [one, other].map { $0.companies.filter { $0.quarter <= date } }
      #expect(events[0] == events[1])
      if one.companies != other.companies { changedLater += 1 }
    }
    #expect(changedLater > 30)
  }
}

/// What happens after a date, drawn anew without regard to what would have happened.
private struct Future {
  let date: Int
  let last: Int
  let path: UInt32

  /// A life that is the same up to the date, and another one after it.
  func changed(_ life: CompanyLife, ordinal: Int, draws: inout RandomSource) -> CompanyLife {
    draws.begin(StreamKey(kind: 202, name: "other futures"), path: path)
    let draw = draws.block(ordinal: UInt32(ordinal), address: 0)
    let next = date + 1 + Int(12 * draw[0])
    var life = life
    while life.roundCount > 0, Int(life.roundQuarters[life.roundCount - 1]) > date {
      life.roundCount -= 1
    }
    if life.fateQuarter <= date {
      // Its fate is known; when and for how much it ends is not.
      guard life.exitQuarter > date else { return life }
      (life.exitQuarter, life.exitValue) = (next, 3 * draw[1])
      return life
    }
    life.fate = -1
    (life.fateQuarter, life.exitQuarter) = (.max, .max)
    guard next <= last else { return life }
    if life.roundCount < 4, draw[2] < 0.5 {
      life.roundQuarters[life.roundCount] = Int32(next)
      life.prices[life.roundCount] = 8 * draw[1]
      life.values[life.roundCount] = 9 * draw[1]
      life.roundCount += 1
    } else {
      life.fate = Int(6 * draw[3])
      if life.fate == Fate.nextRoundIndex { life.fate = Fate.ipoIndex }
      (life.fateQuarter, life.exitQuarter) = (next, next)
      (life.payout, life.exitValue) = (.price, 5 * draw[1])
    }
    return life
  }
}

/// Engine `rounds` with futures changed behind its back.
private struct EditedBook: CompanyBook {
  var book: RoundsBook
  let future: Future?

  var result: VehicleResult { book.result }
  var count: Int { book.count }

  mutating func prepare(_ count: Int, source: inout RandomSource) {
    book.prepare(count, source: &source)
    guard let future else { return }
    guard var draws = try? RandomSource(generator: .philox, seed: 77) else { return }
    for position in 0..<count {
      let holding = book.scratch.holdings + position
      holding.pointee.life = future.changed(
        holding.pointee.life, ordinal: Int(holding.pointee.company.ordinal),
        draws: &draws)
    }
  }

  mutating func learn<Recorder: TransferRecorder>(
    _ quarter: Int, recorder: inout Recorder
  ) -> Double { book.learn(quarter, recorder: &recorder) }

  mutating func buy<Recorder: TransferRecorder>(
    _ position: Int, quarter: Int, cost: Double, source: inout RandomSource,
    recorder: inout Recorder
  ) {
    book.buy(position, quarter: quarter, cost: cost, source: &source, recorder: &recorder)
  }

  mutating func followOn<Recorder: TransferRecorder>(
    _ part: Double, quarter: Int, recorder: inout Recorder
  ) { book.followOn(part, quarter: quarter, recorder: &recorder) }

  mutating func exit<Recorder: TransferRecorder>(
    _ quarter: Int, isLast: Bool, recorder: inout Recorder
  ) { book.exit(quarter, isLast: isLast, recorder: &recorder) }
}
