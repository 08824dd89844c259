import Testing

@testable import AngelFunds

/// What is said of sub-funds and their random numbers.
@Suite struct SubFundProblemTests {
  @Test(arguments: [
    (
      "{}",
      "2: sub_funds is missing; name at least one sub-fund, with anchor and commitment"
    ),
    (
      "",
      "2: sub_funds is empty; write its keys below it, indented"
    ),
    (
      "{one: {anchor: lak, commitment: 1亿}}",
      "2: sub_funds.one.anchor must be an anchor of this scenario, not lak; did you mean "
        + "lake?"
    ),
    (
      "{one: {anchor: lake}}",
      "2: sub_funds.one.commitment is missing; it must be an amount from 1万 to "
        + "100,000亿, such as 10亿, 8000万 or 200000000"
    ),
    (
      "{one: {anchor: lake, commitment: 1亿, start: 4y}}",
      "2: sub_funds.one.start must be less than mother_fund.commitment_period (4y), not 4y"
    ),
    (
      "{direct: {anchor: lake, commitment: 1亿}}",
      "2: sub_funds.direct must have another name; 'direct' is reserved"
    ),
    (
      "{one: {anchor: lake, commitment: 1亿, stream: market}}",
      "2: sub_funds.one.stream must be another name than 'market', which is reserved"
    ),
    (
      "{b: {anchor: lake, commitment: 1亿}, one: {anchor: lake, commitment: 1亿, stream: b}}",
      "2: sub_funds.one.stream is b, which is the stream of sub_funds.b already; give one "
        + "of them another"
    ),
    (
      "{松山湖: {anchor: lake, commitment: 1亿}}",
      "2: sub_funds.松山湖 must have a name of small letters, digits and '_' that starts with "
        + "a letter and has at most 64 of them, such as songshan_lake; put 松山湖 into its label"
    ),
    (
      "{one: {anchor: lake, commitment: 1亿, catch_up: 20%}}",
      "2: sub_funds.one.catch_up must be 0%, or more than carry (20%) and up to 100%, not "
        + "20%"
    ),
    (
      "\n  one: {anchor: lake, commitment: 1亿}\n  one: {anchor: lake, commitment: 1亿}",
      "4: sub_funds.one is named twice; it stands on line 3 already"
    ),
    (
      "{one: {anchor: lake, commitment: 9.5亿}}",
      "2: sub_funds commit 9.5亿 and direct investment takes 1亿 (10% of 10亿): 10.5亿 "
        + "together, 5000万 more than mother_fund.size (10亿)"
    ),
  ])
  func subFundsAreRefused(text: String, message: String) {
    let file = "anchors: {lake: {kind: town}}\nsub_funds: \(text)\n"
    #expect(complaints(file) == "x.yaml:" + message)
  }

  /// `costarring` and `liquid` are the best known pair of words with one 32-bit FNV-1a hash.
  @Test func namesWithEqualHashesAreRefused() {
    let file = """
      anchors: {lake: {kind: town}}
      sub_funds:
        costarring: {anchor: lake, commitment: 1亿}
        liquid: {anchor: lake, commitment: 1亿}
      """
    #expect(
      complaints(file) == """
        x.yaml:4: sub_funds.liquid draws the same random numbers as 'costarring', as the 32-bit \
        hashes of 'liquid' and 'costarring' are equal; rename one of them
        """)
    #expect(complaints(file, overrides: ["sub_funds.liquid.stream=liquid_2"]) == "nothing")
  }
}
