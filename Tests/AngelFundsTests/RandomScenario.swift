import Stochastics

/// A valid scenario made at random, always the same for the same number.
struct RandomScenario {
  let text: String

  init(number: UInt32) {
    var dice = Dice(number: number)
    let life = dice.whole(8, 20)
    let fundTerm = dice.whole(1, life)
    let investment = dice.whole(1, fundTerm)
    let exit = dice.whole(0, fundTerm - investment)
    let catchUp = dice.happens(0.5) ? "0%" : "\(dice.whole(45, 100))%"
    let first = dice.whole(1, 98)
    let second = dice.whole(1, 99 - first)
    var lines = [
      "mother_fund: {size: 10亿, fund_life: \(life)y, commitment_period: 1y, "
        + "mgmt_fee: \(dice.whole(0, 3))%}",
      "direct: {share: \(dice.whole(0, 30))%, investment_period: \(dice.whole(1, life))y}",
      "terms:",
      "  mother_share: \(dice.whole(5, 100))%",
      "  investment_period: \(investment)y",
      "  exit_period: \(exit)y",
      "  extension: \(fundTerm - investment - exit)y",
      "  tranches: [\(first)%, \(second)%, \(100 - first - second)%]",
      "  next_call_at: \(dice.whole(0, 100))%",
      "  mgmt_fee: {investment_period: \(dice.whole(0, 8))%, exit_period: \(dice.whole(0, 20))%}",
      "  hurdle_rate: \(dice.whole(0, 20))%",
      "  hurdle: \(dice.happens(0.5) ? "simple" : "compounding")",
      "  catch_up: \(catchUp)",
      "  carry: \(dice.whole(0, 40))%",
      "  ticket: {median: \(dice.whole(100, 3000))万, log_sd: 0.\(dice.whole(0, 9))}",
      "anchors:",
      "  a: {kind: town, quality_shift: \(dice.whole(-2, 2)), local_share: \(dice.whole(0, 100))%}",
      "  b: {kind: chain_leader, ticket_scale: 1.\(dice.whole(0, 9))}",
      "sub_funds:",
    ]
    for fund in 1...dice.whole(1, 4) {
      lines.append(
        "  f\(fund): {anchor: \(dice.happens(0.5) ? "a" : "b"), "
          + "commitment: \(dice.whole(500, 15_000))万}")
    }
    lines.append(
      "outcomes: {holding_scale: 0.\(dice.whole(1, 9)), tail_index: 0.\(dice.whole(3, 9))}")
    lines.append("term_end: {sale_share_of_nav: \(dice.whole(0, 100))%}")
    text = lines.joined(separator: "\n") + "\n"
  }
}

/// Whole numbers from addressed draws.
private struct Dice {
  private let number: UInt32
  private var throwNumber: UInt32 = 0

  init(number: UInt32) { self.number = number }

  mutating func whole(_ low: Int, _ high: Int) -> Int {
    low + min(Int(uniform() * Double(high - low + 1)), high - low)
  }

  mutating func happens(_ probability: Double) -> Bool { uniform() < probability }

  private mutating func uniform() -> Double {
    throwNumber += 1
    guard var source = try? RandomSource(generator: .philox, seed: 2026) else { return 0.5 }
    source.begin(StreamKey(kind: 200, name: "random scenario"), path: number)
    return source.block(ordinal: 0, address: throwNumber)[0]
  }
}
