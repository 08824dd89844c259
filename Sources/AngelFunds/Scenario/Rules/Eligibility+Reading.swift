extension Eligibility {
  /// Reads what counts as an angel project.
  init?(
    _ reader: inout ScenarioReader, policy: Policy, inheriting defaults: Inheritance<Eligibility>
  ) {
    let age = reader.value(
      "age", .years, default: defaults("age", \.age, else: "5y"),
      "most time since the company was founded; it or rounds must hold")
    let rounds = reader.value(
      "rounds", .count(in: 1...20), default: defaults("rounds", \.rounds, else: "2"),
      "most outside rounds, this one included")
    let heads = reader.value(
      "heads", .number(in: 0...1_000_000, isAboveLow: true),
      default: defaults("heads", \.heads, else: "200"), "most people employed")
    let money = reader.value(
      "assets_or_revenue", .amount,
      default: defaults("assets_or_revenue", \.assetsOrRevenue, else: "2000万"),
      "most of the lesser of assets and revenue")
    let companies = reader.section("companies", "what companies are like when first bought") {
      CompanyProfile(&$0, inheriting: defaults.part("companies", \.companies))
    }
    guard let age, let rounds, let heads, let money, let companies else { return nil }
    self.init(
      policy: policy, age: age, rounds: rounds, heads: heads, assetsOrRevenue: money,
      companies: companies)
  }
}

extension CompanyProfile {
  fileprivate init?(
    _ reader: inout ScenarioReader, inheriting defaults: Inheritance<CompanyProfile>
  ) {
    let deviation = ValueForm.number(in: 0...3)
    let age = reader.value(
      "age", .years, default: defaults("age", \.age, else: "2.5y"),
      "median time since a company was founded")
    let ageDeviation = reader.value(
      "age_log_sd", deviation, default: defaults("age_log_sd", \.ageLogDeviation, else: "0.6"),
      "standard deviation of its logarithm")
    let further = reader.value(
      "further_round", .shareBelowOne,
      default: defaults("further_round", \.furtherRound, else: "30%"),
      "probability of one more outside round before this one, each time")
    let heads = reader.value(
      "heads", .number(in: 0...1_000_000, isAboveLow: true),
      default: defaults("heads", \.heads, else: "25"), "median number of people")
    let headsDeviation = reader.value(
      "heads_log_sd", deviation,
      default: defaults("heads_log_sd", \.headsLogDeviation, else: "0.8"),
      "standard deviation of its logarithm")
    let money = reader.value(
      "assets_or_revenue", .amount,
      default: defaults("assets_or_revenue", \.assetsOrRevenue, else: "500万"),
      "median of the lesser of assets and revenue")
    let moneyDeviation = reader.value(
      "assets_or_revenue_log_sd", deviation,
      default: defaults("assets_or_revenue_log_sd", \.assetsOrRevenueLogDeviation, else: "1"),
      "standard deviation of its logarithm")
    guard let age, let ageDeviation, let further, let heads, let headsDeviation, let money,
      let moneyDeviation
    else { return nil }
    self.init(
      age: age, ageLogDeviation: ageDeviation, furtherRound: further, heads: heads,
      headsLogDeviation: headsDeviation, assetsOrRevenue: money,
      assetsOrRevenueLogDeviation: moneyDeviation)
  }
}
