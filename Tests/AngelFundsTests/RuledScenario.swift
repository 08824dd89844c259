/// A plan under rules of public money made at random, always the same for the same number.
///
/// Every rule is on in some of them, in both engines; all are legal.
struct RuledScenario {
  let text: String

  init(number: UInt32) {
    var maker = RuledScenarioMaker(number: number)
    text = maker.text()
  }
}

private struct RuledScenarioMaker {
  private var dice: Dice
  private let life: Int
  private let deadline: Int
  private let isRounds: Bool
  private let size: Int  // of the mother fund, in 万
  private let firstYear: Int

  init(number: UInt32) {
    dice = Dice(number: number, name: "ruled scenario")
    life = dice.whole(24, 72)
    deadline = dice.happens(0.5) ? 0 : dice.whole(1, 4)
    isRounds = dice.happens(0.5)
    size = dice.whole(20_000, 400_000)
    firstYear = dice.whole(2026, 2030)
  }

  mutating func text() -> String {
    let funds = dice.whole(1, 4)
    return """
      start: \(firstYear)Q\(dice.whole(1, 4))
      mother_fund: {size: \(size)万, fund_life: \(life)q, commitment_period: 8q, mgmt_fee: 0.\(dice.whole(0, 9))%, loss_tolerance: \(dice.whole(1, 99))%, first_phase: {size: \(size)万, ends: 2q}}
      contributors:
        city: {kind: fiscal, share: 60%}
        soe: {kind: \(dice.one(of: "state_owned", "social")), share: 40%}
      direct: {share: \(dice.happens(0.3) ? 0 : dice.whole(1, 20))%, investment_period: \(dice.whole(1, life))q}
      anchors:
        a: {kind: town, companies_a_year: \(dice.whole(1, 20)), quality_spread: \(dice.whole(0, 2)), local_share: \(dice.whole(40, 100))%}
        b: {kind: chain_leader, companies_a_year: unlimited}
      \(terms())
      sub_funds:
      \((0..<funds).map { fund($0, of: funds) }.joined(separator: "\n"))
      \(outcomes())
      rules:
      \(rules())
      """ + "\n"
  }

  private mutating func terms() -> String {
    let least = max(100, size / 200)
    let tranches = dice.parts(dice.whole(1, 5), least: 5).map { "\($0)%" }
    let term = life - 8 - deadline
    let investment = dice.whole(1, max(1, term / 2))
    let exit = dice.whole(0, term - investment)
    return """
      terms:
        mother_share: \(dice.whole(10, 45))%
        gp_share: \(dice.whole(1, 5))%
        other_government_share: \(dice.whole(0, 10))%
        investment_period: \(investment)q
        exit_period: \(exit)q
        extension: \(min(4, term - investment - exit))q
        tranches: [\(tranches.joined(separator: ", "))]
        next_call_at: \(dice.whole(0, 100))%
        mgmt_fee: {investment_period: \(dice.whole(0, 4))%, exit_period: \(dice.whole(0, 4))%}
        hurdle_rate: \(dice.whole(0, 12))%
        hurdle: \(dice.one(of: "simple", "compounding"))
        catch_up: \(dice.happens(0.5) ? 0 : dice.whole(45, 100))%
        carry: \(dice.whole(0, 30))%
        waterfall: \(dice.one(of: "whole_fund", "deal_by_deal"))
        clawback: \(dice.whole(0, 100))%
        recycling: \(dice.happens(0.5) ? 0 : dice.whole(1, 50))%
        ticket: {median: \(dice.whole(least, 3 * least))万, log_sd: 0.\(dice.whole(0, 9))}
        single_project_limit: {share: \(dice.whole(5, 100))%, amount: \(dice.whole(least, 20 * least))万}
        follow_on: {policy: \(dice.one(of: "none", "pro_rata", "by_stage", "to_limit")), reserve: \(dice.whole(0, 60))%}
      """
  }

  private mutating func fund(_ number: Int, of count: Int) -> String {
    let commitment = dice.whole(size / 40, size * 7 / 10 / count)
    let own =
      dice.happens(0.7) ? "" : ", outcomes: {engine: \(dice.one(of: "rounds", "multiples"))}"
    let engine = isBuyout ? "" : own
    return "  f\(number): {anchor: \(dice.one(of: "a", "b")), commitment: \(commitment)万, "
      + "start: \(dice.whole(0, 7))q, class: \(dice.one(of: "seed", "angel"))\(engine)}"
  }

  private mutating func outcomes() -> String {
    """
    outcomes:
      engine: \(isRounds ? "rounds" : "multiples")
      tail_index: \(dice.whole(1, 9)).\(dice.whole(0, 9))
      truncation: \(dice.whole(11, 2000))
      quality_shift: \(dice.whole(-2, 2))
    term_end: {sale_share_of_nav: \(dice.whole(0, 100))%, mode: \(dice.one(of: "sale", "in_kind"))}
    """
  }

  /// An option to buy stakes needs engine `rounds` everywhere.
  private var isBuyout: Bool { isRounds && life % 3 == 0 }

  private mutating func rules() -> String {
    [
      concession(), reinvestment(), limits(), raising(), tolerance(), appropriation(),
      "  state_exit: {delay: \(dice.whole(0, 12))q, price_floor: \(dice.whole(0, 100))%}",
      "  shared_deals: \(dice.happens(0.5) ? 0 : dice.whole(1, 50))%",
      "  evaluation: \(dice.yesOrNo())",
    ].joined(separator: "\n")
  }

  private mutating func concession() -> String {
    let form = isBuyout ? "buyout" : dice.one(of: "none", "excess", "graded")
    let grade = "share: \(dice.whole(0, 100))%, placed: \(dice.whole(0, 100))%"
    let at = dice.whole(1, 12)
    return """
        concession:
          form: \(form)
          share: \(dice.whole(0, 100))%
          floor_rate: \(dice.whole(0, 8))%
          recipient: \(dice.one(of: "gp", "other_partners", "by_shares"))
          grades: {g: {\(grade)}}
          buyout: {partners_part: \(dice.whole(0, 100))%, founders_part: \(dice.whole(0, 100))%, at_cost: \(at)q, end: \(at + dice.whole(0, 8))q, interest: \(dice.whole(0, 9))%}
      """
  }

  private mutating func reinvestment() -> String {
    """
      reinvestment:
        multiple: 0.\(dice.whole(0, 9))
        base: \(dice.one(of: "paid_in", "commitment"))
        due: \(dice.one(of: "investment_period", "term"))
        relocated: {counts: \(dice.yesOrNo()), probability: \(dice.whole(0, 50))%, within: \(dice.whole(1, 12))q}
        subsidiaries: {counts: \(dice.yesOrNo()), probability: \(dice.whole(0, 50))%}
        other_funds: \(dice.whole(0, 50))%
        local_search: \(dice.whole(0, 100))%
        local_alpha: -\(dice.whole(0, 40))%
        consequences: {loses_concession: \(dice.yesOrNo()), fee_deduction: \(dice.whole(0, 100))%, withhold_below: \(dice.happens(0.7) ? 0 : dice.whole(1, 100))%}
    """
  }

  private mutating func limits() -> String {
    """
      limits:
        project_floor: \(dice.happens(0.5) ? "none" : "1")
        eligibility: {policy: \(dice.one(of: "off", "count", "skip")), rounds: \(dice.whole(1, 4)), heads: \(dice.whole(50, 500))}
    """
  }

  private mutating func raising() -> String {
    """
      fund_raising:
        close_probability: \(dice.whole(30, 100))%
        delay: \(deadline == 0 ? 0 : dice.whole(1, 3))q
        deadline: \(max(1, deadline))q
        smaller_probability: \(dice.whole(0, 100))%
        smallest_size: \(dice.whole(10, 100))%
        social_first: \(dice.yesOrNo())
        late_probability: \(dice.whole(0, 100))%
        late_by: \(dice.whole(0, 6))q
        first_deal_within: \(dice.happens(0.5) ? "none" : "\(dice.whole(1, 8))q")
        released: \(dice.one(of: "reserve", "later_funds"))
        most_growth: \(dice.whole(100, 200))%
    """
  }

  private mutating func tolerance() -> String {
    guard dice.happens(0.6) else { return "  tolerance: {}" }
    return """
        tolerance: {measure: \(dice.one(of: "netted", "gross")), seed: \(dice.whole(1, 99))%, angel: \(dice.whole(1, 99))%, direct: \(dice.whole(1, 99))%, sub_fund: \(dice.whole(1, 99))%, first_review: \(dice.whole(1, 5))y}
      """
  }

  private mutating func appropriation() -> String {
    guard dice.happens(0.7) else { return "" }
    var left = size
    let budgets = (0..<5).map { year in
      let amount = dice.whole(1, max(1, left / 2))
      left -= amount
      return "\(firstYear + year): \(amount)万"
    }
    return """
        appropriation: {budgets: {\(budgets.joined(separator: ", "))}, carries_over: \(dice.yesOrNo()), draw: \(dice.one(of: "by_need", "in_advance")), next_draw_at: \(dice.whole(1, 100))%, shortfall: \(dice.one(of: "bridge", "delay")), bridge_rate: \(dice.whole(0, 9))%}
      """
  }
}
