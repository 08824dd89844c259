import Testing

@testable import AngelFunds

/// The message is the contract: what stands where, and what belongs there.
@Suite struct ScenarioProblemTests {
  @Test(arguments: [
    (
      "terms: {cary: 10%}",
      "3: terms.cary is not a known key; did you mean carry?"
    ),
    (
      "carry: 10%",
      "3: carry is not a known key here; did you mean terms.carry?"
    ),
    (
      "term_end: {zzz: 1}",
      "3: term_end.zzz is not a known key; the keys here are mode, sale_share_of_nav, "
        + "ranges"
    ),
    (
      "mother_fund:",
      "3: mother_fund is empty; write its keys below it, indented"
    ),
    (
      "mother_fund: 5",
      "3: mother_fund must be a mapping of keys to values, not 5"
    ),
    (
      "mother_fund:\n  size:\n",
      "4: mother_fund.size is empty; it must be an amount from 1万 to 100,000亿, such "
        + "as 10亿, 8000万 or 200000000"
    ),
    (
      "contributors: {市财政: {kind: fiscal, share: 100%}}",
      "3: contributors.市财政 must have a name of small letters, digits and '_' that starts "
        + "with a letter and has at most 64 of them, such as songshan_lake; put 市财政 into its "
        + "label"
    ),
    (
      "contributors: {City-Finance: {kind: fiscal, share: 1}}",
      "3: contributors.City-Finance must have a name of small letters, digits and '_' that "
        + "starts with a letter and has at most 64 of them, such as songshan_lake; did you "
        + "mean city_finance?"
    ),
    (
      "contributors: {a: {kind: sozial, share: 100%}}",
      "3: contributors.a.kind must be one of fiscal, state_owned, social, not sozial; did "
        + "you mean social?"
    ),
    (
      "direct: {sectors: {elektronics: 1}}",
      "3: direct.sectors.elektronics is not a sector of this scenario; did you mean "
        + "electronics?"
    ),
    (
      "direct: {sectors: {electronics: 0}}",
      "3: direct.sectors has only weights of 0; give a sector more"
    ),
    (
      "paths: 5\npaths: 6",
      "4: paths is named twice; it stands on line 3 already"
    ),
    (
      "terms: {carry: 1%, carry: 2%}",
      "3: terms.carry is named twice; it stands on line 3 already"
    ),
    (
      "set: {terms.cary: 5%}",
      "3: terms.cary is not a key path of this scenario; did you mean terms.carry?"
    ),
    (
      "base: y.yaml",
      "3: base names y.yaml, which cannot be read; its path is relative to this file"
    ),
  ])
  func keysAreRefused(text: String, message: String) {
    #expect(complaints(smallScenario + text) == "x.yaml:" + message)
  }

  @Test func everyProblemIsReportedInOnePass() {
    let file = """
      mother_fund:
        size: 1亿
        lief: 15y
      terms: {carry: 2}
      anchors:
        lake: {kind: twon}
      sub_funds:
        one: {anchor: lake, commitment: 2亿, start: 5y}
        two: {anchor: laek, commitment: many}
      """
    #expect(
      complaints(file) == """
        x.yaml:3: mother_fund.lief is not a known key; the keys here are size, fund_life, \
        commitment_period, mgmt_fee, loss_tolerance, discount_rate, first_phase, ranges
        x.yaml:4: terms.carry must be a share from 0% to below 100%, such as 20% or 0.2, not 2; \
        did you mean 2%?
        x.yaml:6: anchors.lake.kind must be one of strategic_platform, chain_leader, \
        industry_base, technology_platform, town, community, not twon; did you mean town?
        x.yaml:7: sub_funds commit 2亿 and direct investment takes 1000万 (10% of 1亿): 2.1亿 \
        together, 1.1亿 more than mother_fund.size (1亿)
        x.yaml:8: sub_funds.one.start must be less than mother_fund.commitment_period (4y), not 5y
        x.yaml:9: sub_funds.two.anchor must be an anchor of this scenario, not laek; \
        did you mean lake?
        x.yaml:9: sub_funds.two.commitment must be an amount from 1万 to 100,000亿, \
        such as 10亿, 8000万 or 200000000, not many
        """)
  }
}
