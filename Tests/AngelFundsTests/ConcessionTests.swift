import Stochastics
import Testing

@testable import AngelFunds

/// What the mother fund gives up of its stake, worked by hand to the yuan.
@Suite struct ConcessionTests {
  /// Partners pay 10,000,000 and 5,000,000 in quarters 0 and 2; the mother fund's part is 40 %.
  private static let calls = [10e6, 0, 5e6, 0, 0, 0]

  private struct Settled {
    let result: StakeResult
    let receipts: [Double]
    let values: [Double]
    let ledger: TransferLedger
  }

  private func settle(
    _ set: [String: String], distributions: [Double], nav: [Double] = [], closing: Int,
    made: VehicleResult = VehicleResult()
  ) throws -> Settled {
    let scenario = try TestScenario.example("dongguan_baseline", set: set).scenario
    let model = CompiledModel(scenario)
    let room = StakeRoom(quarters: 8)
    let flows = TestFlows(calls: Self.calls, distributions: distributions, nav: nav)
    defer {
      room.deallocate()
      flows.deallocate()
    }
    var ledger = TransferLedger()
    let result = withExtendedLifetime(model) {
      var vehicle = model.vehicles[0]
      vehicle.firstQuarter = 0
      var stake = StakeSettlement(0, vehicle: vehicle, model: model, room: room)
      return stake.run(flows.flows(closing: closing), made: made, recorder: &ledger)
    }
    return Settled(
      result: result, receipts: (0...closing).map { room.receipts[$0] },
      values: (0...closing).map { room.nav[$0] }, ledger: ledger)
  }

  private static let half = ["rules.concession.form": "excess", "rules.concession.share": "50%"]

  /// The mother fund receives 4.8 million on 4 million of principal: 0.8 million are in excess, and
  /// half of that is given up.
  ///
  /// Then 8 million, of which 2 million are principal: half of 6 million. In
  /// all half of (12.8 − 6) million.
  @Test func halfOfTheExcessOverPrincipal() throws {
    let settled = try settle(
      Self.half, distributions: [0, 12e6, 0, 20e6], nav: [10e6, 5e6, 10e6], closing: 3)
    #expect(settled.receipts == [0, 4.4e6, 0, 5e6])
    #expect(settled.result.conceded == 3.4e6)
    #expect(settled.result.toManager == 3.4e6)
    #expect(settled.result.received == 9.4e6)
    #expect(settled.result.wholeReceived == 12.8e6)
    // Held at 4 million after 4 million paid: no excess. Then 2 million more, with the principal
    // back: 1.6 million would be given up of it all, of which 0.4 million are.
    #expect(settled.values[0] == 4e6)
    #expect(settled.values[1] == 2e6 - 0.5 * (2e6 + 4.8e6 - 4e6) + 0.4e6)
  }

  /// A floor of 4 % a year, simple: 1 % of 4 million in quarter 1, of 2 million in quarter 3.
  @Test func aFloorComesFirst() throws {
    let settled = try settle(
      Self.half.merging(["rules.concession.floor_rate": "4%"]) { $1 },
      distributions: [0, 12e6, 0, 20e6], closing: 3)
    #expect(abs(settled.receipts[1] - (4_800_000 - 0.5 * 760_000)) < 1e-6)
    #expect(abs(settled.result.conceded - 0.5 * (6_800_000 - 60_000)) < 1e-6)
  }

  /// After 0.4 million were given up, later money is lost: 6 million received on 6 million paid
  /// leave no excess, and all of it comes back at the end.
  @Test func whatWasGivenUpTooMuchComesBack() throws {
    let settled = try settle(Self.half, distributions: [0, 12e6, 0, 3e6], closing: 3)
    #expect(settled.receipts == [0, 4.4e6, 0, 1.6e6])
    #expect(settled.result.conceded == 0)
    let back = settled.ledger.transfers.filter { $0.kind == .concessionReturned }
    #expect(back.map(\.amount) == [400_000])
  }

  /// The manager holds 1 % of commitments and the others 59 %: 1/60 of what is given up is its.
  @Test func recipientsShareByCommitments() throws {
    let settled = try settle(
      Self.half.merging(["rules.concession.recipient": "by_shares"]) { $1 },
      distributions: [0, 12e6, 0, 20e6], closing: 3)
    #expect(abs(settled.result.toManager - 3.4e6 / 60) < 1e-6)
    let paid = settled.ledger.transfers.filter { $0.kind == .concession && $0.quarter == 3 }
    #expect(paid.map { $0.amount.rounded() } == [50_000, 2_950_000])
  }

  /// An obligation of 6 million of which 5.9 million are met: nothing is given up after its due
  /// date, and what was comes back.
  @Test func aMissedObligationTakesItAway() throws {
    var made = VehicleResult()
    (made.recognised, made.obligation) = (5.9e6, 6e6)
    let settled = try settle(
      Self.half.merging([
        "rules.reinvestment.multiple": "1", "terms.investment_period": "3q",
        "rules.reinvestment.consequences.loses_concession": "yes",
      ]) { $1 }, distributions: [0, 12e6, 0, 20e6], closing: 3, made: made)
    #expect(settled.receipts == [0, 4.4e6, 0, 8.4e6])
    #expect(settled.result.conceded == 0)
  }

  /// Judged after three quarters: 30 % where half of the money is in angel projects and local
  /// investment is 1.2 times the obligation, else 10 %.
  @Test(arguments: [(6e6, 30), (5e6, 10)])
  func aGradeIsReachedByResults(recognised: Double, percent: Int) throws {
    var made = VehicleResult()
    (made.recognised, made.obligation) = (recognised, 5e6)
    (made.earlyPlaced, made.placed) = (8e6, 12e6)
    let settled = try settle(
      [
        "rules.concession.form": "graded", "rules.concession.share": "10%",
        "rules.concession.grades": "{good: {share: 30%, reinvestment: 120%, early_share: 50%}}",
        "terms.investment_period": "3q",
      ], distributions: [0, 0, 0, 20e6], closing: 3, made: made)
    #expect(abs(settled.result.conceded - Double(percent) / 100 * 2e6) < 1e-6)
  }

  /// 10 % of 0.8 million were given up before the grade, 30 % of 6 million on closing: what is missing
  /// to 30 % of all 6.8 million is given up then, too.
  @Test func aHigherGradeIsTruedUpOnClosing() throws {
    var made = VehicleResult()
    (made.earlyPlaced, made.placed) = (8e6, 12e6)
    let settled = try settle(
      [
        "rules.concession.form": "graded", "rules.concession.share": "10%",
        "rules.concession.grades": "{good: {share: 30%, early_share: 50%}}",
        "terms.investment_period": "3q",
      ], distributions: [0, 12e6, 0, 20e6], closing: 3, made: made)
    #expect(abs(settled.receipts[1] - (4.8e6 - 0.08e6)) < 1e-6)
    #expect(abs(settled.result.conceded - 0.3 * 6.8e6) < 1e-6)
    let given = settled.ledger.transfers.filter { $0.kind == .concession && $0.quarter == 3 }
    #expect(abs(given.reduce(0) { $0 + $1.amount } - (0.3 * 6.8e6 - 0.08e6)) < 1e-6)
  }

  /// 100 % of an excess of 4.8 million that has been received is due, and the last distribution has
  /// 0.4 million: the mother fund gives up that much and owes nothing.
  ///
  /// What it is valued at before is never below 0.
  @Test func nothingIsGivenUpThatIsNotThere() throws {
    var made = VehicleResult()
    (made.earlyPlaced, made.placed) = (8e6, 12e6)
    let settled = try settle(
      [
        "rules.concession.form": "graded", "rules.concession.share": "0%",
        "rules.concession.grades": "{all: {share: 100%, early_share: 50%}}",
        "terms.investment_period": "3q",
      ], distributions: [0, 12e6, 15e6, 0, 1e6], nav: [0, 0, 2e6, 2e6], closing: 4, made: made)
    #expect(settled.values.allSatisfy { $0 >= 0 })
    #expect(settled.receipts[4] == 0)
    #expect(abs(settled.result.conceded - 0.4e6) < 1e-6)
  }

  private static let option = [
    "outcomes.engine": "rounds", "rules.concession.form": "buyout",
    "rules.concession.buyout.partners_part": "70%", "rules.concession.buyout.at_cost": "4q",
    "rules.concession.buyout.end": "5q", "rules.concession.buyout.interest": "4%",
  ]

  /// At the end of the fourth quarter the stake is worth 8 million and cost 6 million: 70 % of it go
  /// for 4.2 million.
  ///
  /// Of the 30 million at the end the mother fund has 12 % instead of 40 %.
  @Test func partnersBuyAWinnerAtCost() throws {
    let settled = try settle(
      Self.option, distributions: [0, 0, 0, 0, 0, 30e6], nav: [10e6, 10e6, 15e6, 20e6, 20e6],
      closing: 5)
    #expect(settled.receipts.map { $0.rounded() } == [0, 0, 0, 4_200_000, 0, 3_600_000])
    #expect(abs(settled.values[3] - 2.4e6) < 1e-6)
    #expect(abs(settled.result.conceded - (8.4e6 - 4.2e6)) < 1e-6)
    #expect(abs(settled.result.wholeReceived - 12e6) < 1e-6)
  }

  /// A stake worth less than it cost stays with the mother fund, whatever it brings later.
  @Test func partnersLeaveALoser() throws {
    let settled = try settle(
      Self.option, distributions: [0, 0, 0, 0, 0, 30e6], nav: [10e6, 10e6, 15e6, 14e6, 14e6],
      closing: 5)
    #expect(settled.receipts.last == 12e6)
    #expect(settled.result.conceded == 0)
  }

  /// At par there is nothing to gain, also where rounding leaves the stake a hair above its cost.
  @Test func partnersLeaveAStakeAtPar() throws {
    let settled = try settle(
      Self.option, distributions: [0, 0, 0, 0, 0, 30e6],
      nav: [10e6, 10e6, 15e6, 15e6.nextUp, 14e6], closing: 5)
    #expect(settled.receipts.last == 12e6)
    #expect(settled.result.conceded == 0)
  }

  /// Worth it only later: 4 million were out for two quarters and 6 million for two at 1 % a quarter
  /// each, 200,000 of interest; 70 % of 6.2 million.
  @Test func laterThePriceHasInterest() throws {
    let settled = try settle(
      Self.option, distributions: [0, 0, 0, 0, 0, 30e6], nav: [10e6, 10e6, 15e6, 14e6, 20e6],
      closing: 5)
    #expect(abs(settled.receipts[4] - 0.7 * 6.2e6) < 1e-6)
  }
}

/// A vehicle's flows by quarter, made up for a test.
private struct TestFlows {
  private let base: UnsafeMutablePointer<Double>

  init(calls: [Double], distributions: [Double], nav: [Double]) {
    base = .allocate(capacity: 32)
    base.initialize(repeating: 0, count: 32)
    for (row, values) in [calls, distributions, nav].enumerated() {
      for (quarter, value) in values.enumerated() { base[8 * row + quarter] = value }
    }
  }

  func deallocate() { base.deallocate() }

  func flows(closing: Int) -> StakeSettlement.Flows {
    StakeSettlement.Flows(
      calls: UnsafePointer(base), distributions: UnsafePointer(base + 8),
      nav: UnsafePointer(base + 16), unreturned: UnsafePointer(base + 24),
      ahead: UnsafePointer(base + 24), aheadCount: 0, closingQuarter: closing)
  }
}
