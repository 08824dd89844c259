import Stochastics
import Testing

@testable import AngelFunds

/// Paths of engine `rounds` in which nothing is left to chance, worked by hand.
///
/// Ten companies at 1,000万 each, bought in quarter 0. Angel money leads to an event after a median
/// of 1.6 years: 6.4 quarters, which is quarter 6. An exit follows 0.6 years later: 2.4 quarters,
/// so in quarter 8. From round A it takes 1.7 years: 6.8 quarters, so quarter 13, and quarter 15.
@Suite struct RoundsHandTests {
  private static let cost = 100_000_000.0

  static func certain(_ fate: String, at stage: String) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: Fate.allCases.map {
        ("outcomes.rounds.stages.\(stage).\($0.rawValue)", $0.rawValue == fate ? "100%" : "0%")
      })
  }

  static let noChance: [String: String] = {
    var set = RoundsLab.independent
    for stage in ["angel", "round_a", "round_b", "round_c"] {
      set["outcomes.rounds.stages.\(stage).step_up_log_sd"] = "0"
    }
    for exit in ["ipo", "m_and_a", "secondary_transfer"] {
      set["outcomes.rounds.exits.\(exit).log_sd"] = "0"
    }
    set["outcomes.rounds.stages.angel.step_up"] = "2.5"
    set["outcomes.rounds.gap_log_sd"] = "0"
    set["outcomes.rounds.entry_post_money.log_sd"] = "0"
    set["outcomes.rounds.marks.policy"] = "last_round"
    set["outcomes.ranges.rounds.next_round_scale"] = "none"
    return set
  }()

  private func run(_ changes: [String: String]...) throws -> (ScopeSeries, VehicleResult) {
    let set = changes.reduce(Self.noChance) { $0.merging($1) { $1 } }
    let lab = try RoundsLab(set, companies: 10)
    var source = try RandomSource(generator: .philox, seed: 5)
    var silence = NoRecording()
    let simulation = PathSimulation(lab.model, buffers: lab.buffers)
    _ = simulation.run(path: 0, source: &source, recorder: &silence)
    #expect(simulation.imbalance(path: 0, source: &source) == nil)
    _ = simulation.run(path: 0, source: &source, recorder: &silence)
    let series = ScopeSeries(lab.buffers.series, scope: 1, layout: lab.buffers.layout)
    kept.append(lab.buffers)
    return (series, lab.buffers.results[0])
  }

  /// Buffers live as long as the series that look into them.
  private let kept = Kept()

  private func expect(
    _ series: ScopeSeries, distributes amounts: [Int: Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for quarter in 0..<160 {
      #expect(
        abs(series.distributions[quarter] - (amounts[quarter] ?? 0)) < 0.5,
        "quarter \(quarter)", sourceLocation: sourceLocation)
    }
  }

  @Test func anAcquisitionPaysItsPriceForAShare() throws {
    let (series, result) = try run(Self.certain("m_and_a", at: "angel"))
    expect(series, distributes: [8: 0.9 * Self.cost])
    #expect(series.nav[7] == Self.cost)
    #expect(series.nav[8] == 0)
    #expect(result.companies.belowCost == 10)
  }

  @Test func aTransferPaysItsPriceForAShare() throws {
    let (series, _) = try run(Self.certain("secondary_transfer", at: "angel"))
    expect(series, distributes: [8: 0.75 * Self.cost])
  }

  /// A price of 2.5 × 0.95 after round A, then 0.9 of it: 2.1375.
  ///
  /// In the books it counts from the
  /// round on.
  @Test func aRoundMovesThePriceOfAShare() throws {
    let (series, result) = try run(
      Self.certain("next_round", at: "angel"), Self.certain("m_and_a", at: "round_a"))
    expect(series, distributes: [15: 2.1375 * Self.cost])
    #expect(series.nav[5] == Self.cost)
    #expect(abs(series.nav[6] - 2.375 * Self.cost) < 0.5)
    #expect(abs(series.nav[14] - 2.375 * Self.cost) < 0.5)
    #expect(result.companies.from1xTo5x == 10)
  }

  /// The price of a share has the new money in it already: taking a smaller or a larger part of the
  /// company for it changes ownership, and not what the stake is worth.
  @Test func dilutionIsNotTakenTwice() throws {
    for dilution in ["0%", "50%"] {
      let (series, _) = try run(
        Self.certain("next_round", at: "angel"), Self.certain("m_and_a", at: "round_a"),
        ["outcomes.rounds.stages.angel.dilution": dilution])
      expect(series, distributes: [15: 2.1375 * Self.cost])
    }
  }

  /// The whole way: rounds in quarters 6, 13, 20 and 27, a listing in quarter 33.
  ///
  /// Prices: 2.5 × 0.95, × 2 × 0.96, × 1.6 × 0.97, × 1.4 × 0.98 = 9.70980864, and 1.8 of it at the
  /// listing: 17.477655552. A quarter of the stake is sold in each of quarters 38 to 41. By quarter
  /// 38 the hurdle of 8 % has run for 38 quarters at 2 % of 100,000,000; of what is beyond capital
  /// and hurdle the manager has 20 %.
  @Test func theWholeWayToAListingAndThroughTheWaterfall() throws {
    let always = ["angel", "round_a", "round_b", "round_c"].map {
      Self.certain("next_round", at: $0)
    }
    let ladder = always.reduce(Self.certain("ipo", at: "pre_ipo")) { $0.merging($1) { $1 } }
    let (series, result) = try run(
      ladder.filter { $0.key != "outcomes.rounds.stages.pre_ipo.next_round" },
      ["terms.carry": "20%", "terms.hurdle_rate": "8%"])
    let part = 17.477655552 * Self.cost / 4
    let carry = 0.2 * (part - Self.cost - 38 * 0.02 * Self.cost)
    expect(
      series,
      distributes: [38: part - carry, 39: 0.8 * part, 40: 0.8 * part, 41: 0.8 * part])
    #expect(abs(result.carry - carry - 0.6 * part) < 0.5)
    let prices = [(12, 2.375), (19, 4.56), (26, 7.07712)]
    for (quarter, price) in prices {
      let preferred = Double(quarter) * 0.02
      let nav = price - 0.2 * max(0, price - 1 - preferred)
      #expect(abs(series.nav[quarter] - nav * Self.cost) < 0.5)
    }
    #expect(result.companies.above10x == 10)
  }

  /// Listed in quarter 8 at 1.8; after a lock-up of four quarters a quarter of it is sold in each
  /// of quarters 13 to 16.
  @Test func aListingIsSoldDownAfterItsLockUp() throws {
    let (series, result) = try run(Self.certain("ipo", at: "angel"))
    let part = 1.8 * Self.cost / 4
    expect(series, distributes: [13: part, 14: part, 15: part, 16: part])
    #expect(abs(series.nav[8] - 1.8 * Self.cost) < 0.5)
    #expect(abs(series.nav[14] - 0.9 * Self.cost) < 0.5)
    #expect(result.companies.funded == 10)
  }

  /// Simple interest of 8 % a year for two years.
  @Test func aFullBuybackPaysSimpleInterest() throws {
    let (series, _) = try run(
      Self.certain("buyback", at: "angel"),
      [
        "outcomes.rounds.exits.buyback.nothing": "0%",
        "outcomes.rounds.exits.buyback.partial": "0%",
      ])
    expect(series, distributes: [8: 1.16 * Self.cost])
  }

  @Test func zombiesWaitForTenYears() throws {
    let (series, _) = try run(Self.certain("zombie", at: "angel"))
    #expect(series.distributions[40] > 0)
    #expect(series.distributions[40] < 0.6 * Self.cost)
    expect(series, distributes: [40: series.distributions[40]])
  }

  /// Known in quarter 6, and worth nothing in the books from then on.
  @Test func closedCompaniesBringLittle() throws {
    let (series, result) = try run(Self.certain("write_off", at: "angel"))
    #expect(series.distributions[8] > 0)
    #expect(series.distributions[8] < 0.1 * Self.cost)
    #expect(series.nav[5] == Self.cost)
    #expect(series.nav[6] == 0)
    #expect(result.companies.writtenOff == 10)
  }

  /// Each stake is 1,000 of 5,000: 20 %, which the pool makes 19 %.
  ///
  /// Round A values the company at
  /// 5,000 × 2.5 / 0.8 = 15,625, of which 3,125 are new; 19 % of them are 593.75. With 2.375 a share
  /// that is a quarter more shares: 1.25 × 2.1375 of the first cost at the exit.
  @Test func proRataKeepsThePartOfTheCompany() throws {
    let (series, result) = try run(
      Self.certain("next_round", at: "angel"), Self.certain("m_and_a", at: "round_a"),
      [
        "terms.follow_on.policy": "pro_rata", "terms.follow_on.reserve": "50%",
        "sub_funds.town_1.commitment": "2亿", "terms.tranches": "[50%, 50%]",
        "terms.next_call_at": "100%",
      ])
    #expect(series.calls[0] == Self.cost)
    #expect(series.calls[6] == Self.cost)
    #expect(abs(result.cost - 1.59375 * Self.cost) < 0.5)
    #expect(abs(result.followOnCost - 0.59375 * Self.cost) < 0.5)
    // What follow-ons cannot use any more is given back at the end of the exit period.
    expect(
      series, distributes: [15: 1.25 * 2.1375 * Self.cost + (2 - 1.59375) * Self.cost])
  }

  /// Half of the first ticket at round A.
  @Test func byStageAddsAMultipleOfTheTicket() throws {
    let (series, result) = try run(
      Self.certain("next_round", at: "angel"), Self.certain("m_and_a", at: "round_a"),
      [
        "terms.follow_on.policy": "by_stage", "terms.follow_on.reserve": "50%",
        "sub_funds.town_1.commitment": "2亿",
      ])
    #expect(abs(result.cost - 1.5 * Self.cost) < 0.5)
    let shares = 1 + 0.5 / 2.375
    expect(series, distributes: [15: shares * 2.1375 * Self.cost + 0.5 * Self.cost])
  }

  /// The reserve of 300万 is cut evenly; the limit of 1,020万 a company leaves 20万 for each.
  @Test func reserveAndLimitBoundFollowOns() throws {
    let rounds = [
      Self.certain("next_round", at: "angel"), Self.certain("m_and_a", at: "round_a"),
    ].reduce([:]) { $0.merging($1) { $1 } }
    let (_, poor) = try run(
      rounds,
      [
        "terms.follow_on.policy": "to_limit", "terms.follow_on.reserve": "3%",
        "sub_funds.town_1.commitment": "1亿",
      ])
    #expect(abs(poor.cost - Self.cost) < 0.5)
    let (_, limited) = try run(
      rounds,
      [
        "terms.follow_on.policy": "to_limit", "terms.follow_on.reserve": "50%",
        "sub_funds.town_1.commitment": "2亿", "terms.single_project_limit.amount": "1020万",
      ])
    #expect(abs(limited.cost - 1.02 * Self.cost) < 0.5)
  }

  /// A term of two years: what is unsold in quarter 7 goes for 65 % of the last round's price.
  @Test func whatIsUnsoldGoesAtAShareOfItsMark() throws {
    let short = ["terms.exit_period": "1q", "terms.extension": "6q"]
    let sold = try run(
      Self.certain("next_round", at: "angel"), Self.certain("m_and_a", at: "round_a"), short)
    expect(sold.0, distributes: [7: 0.65 * 2.375 * Self.cost])
    #expect(sold.1.companies.soldAtTermEnd == 10)
    let passedOn = try run(
      Self.certain("next_round", at: "angel"), Self.certain("m_and_a", at: "round_a"), short,
      ["term_end.mode": "in_kind"])
    expect(passedOn.0, distributes: [7: 2.375 * Self.cost])
    #expect(abs(passedOn.1.inKind - 2.375 * Self.cost) < 0.5)
  }

  /// A discount of 30 % after each two years without a round.
  @Test func staleMarksAreDiscounted() throws {
    let (series, _) = try run(
      Self.certain("zombie", at: "angel"),
      ["outcomes.rounds.marks.policy": "last_round_discounted"])
    #expect(series.nav[7] == Self.cost)
    #expect(abs(series.nav[8] - 0.7 * Self.cost) < 0.5)
    #expect(abs(series.nav[16] - 0.49 * Self.cost) < 0.5)
    let (flat, _) = try run(
      Self.certain("next_round", at: "angel"), Self.certain("m_and_a", at: "round_a"),
      ["outcomes.rounds.marks.policy": "cost"])
    #expect(abs(flat.nav[14] - Self.cost) < 0.5)
  }
}

/// Keeps things alive.
private final class Kept {
  private var things: [AnyObject] = []

  func append(_ thing: AnyObject) { things.append(thing) }
}
