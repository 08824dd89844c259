import Testing

@testable import AngelFunds

/// The message is the contract: what stands where, and what belongs there.
@Suite struct ScenarioProblemTests {
  @Test(arguments: [
    (
      "mother_fund: {size: -5}",
      "3: mother_fund.size must be an amount from 1万 to 100,000亿, such as 10亿, "
        + "8000万 or 200000000, not -5"
    ),
    (
      "mother_fund: {size: 10亿亿}",
      "3: mother_fund.size must be an amount from 1万 to 100,000亿, such as 10亿, "
        + "8000万 or 200000000, not 10亿亿"
    ),
    (
      "mother_fund: {size: 0x10}",
      "3: mother_fund.size must be an amount from 1万 to 100,000亿, such as 10亿, "
        + "8000万 or 200000000, not 0x10"
    ),
    (
      "mother_fund: {size: .nan}",
      "3: mother_fund.size must be an amount from 1万 to 100,000亿, such as 10亿, "
        + "8000万 or 200000000, not .nan"
    ),
    (
      "mother_fund: {size: .inf}",
      "3: mother_fund.size must be an amount from 1万 to 100,000亿, such as 10亿, "
        + "8000万 or 200000000, not .inf"
    ),
    (
      "mother_fund: {size: 1e400}",
      "3: mother_fund.size must be an amount from 1万 to 100,000亿, such as 10亿, "
        + "8000万 or 200000000, not 1e400"
    ),
    (
      "mother_fund: {size: 200000亿}",
      "3: mother_fund.size must be an amount from 1万 to 100,000亿, such as 10亿, "
        + "8000万 or 200000000, not 200000亿"
    ),
    (
      "mother_fund: {size: 0}",
      "3: mother_fund.size must be an amount from 1万 to 100,000亿, such as 10亿, "
        + "8000万 or 200000000, not 0"
    ),
    (
      "mother_fund: {size: ２亿}",
      "3: mother_fund.size must be an amount from 1万 to 100,000亿, such as 10亿, "
        + "8000万 or 200000000, not ２亿; type 2亿 with half-width characters"
    ),
    (
      "mother_fund: {size: 三亿，五}",
      "3: mother_fund.size must be an amount from 1万 to 100,000亿, such as 10亿, "
        + "8000万 or 200000000, not 三亿，五; it has the full-width '，'"
    ),
    (
      "mother_fund: {size: 200,000,000}",
      "3: mother_fund.size has a comma inside a number; between '{' and '}' write it "
        + "without"
    ),
    (
      "mother_fund: {fund_life: 5}",
      "3: mother_fund.fund_life must be a span from 1q to 40y in whole quarters, such as "
        + "5y, 18m or 6q, not 5; add a unit: 5y, 5q or 5m"
    ),
    (
      "mother_fund: {fund_life: 7m}",
      "3: mother_fund.fund_life must be a span from 1q to 40y in whole quarters, such as "
        + "5y, 18m or 6q, not 7m; a quarter has 3 months, so write 6m or 9m"
    ),
    (
      "mother_fund: {fund_life: 41y}",
      "3: mother_fund.fund_life must be a span from 1q to 40y in whole quarters, such as "
        + "5y, 18m or 6q, not 41y"
    ),
    (
      "mother_fund: {mgmt_fee: 600%}",
      "3: mother_fund.mgmt_fee must be a rate a year from 0% to 50%, such as 6% or 0.06, "
        + "not 600%; did you mean 6%?"
    ),
    (
      "mother_fund: {mgmt_fee: 6}",
      "3: mother_fund.mgmt_fee must be a rate a year from 0% to 50%, such as 6% or 0.06, "
        + "not 6; did you mean 6%?"
    ),
    (
      "mother_fund: {mgmt_fee: -1%}",
      "3: mother_fund.mgmt_fee must be a rate a year from 0% to 50%, such as 6% or 0.06, "
        + "not -1%"
    ),
    (
      "mother_fund: {mgmt_fee: ６％}",
      "3: mother_fund.mgmt_fee must be a rate a year from 0% to 50%, such as 6% or 0.06, "
        + "not ６％; type 6% with half-width characters"
    ),
    (
      "mother_fund: {mgmt_fee: [1]}",
      "3: mother_fund.mgmt_fee must be a rate a year from 0% to 50%, such as 6% or 0.06, "
        + "not a list"
    ),
    (
      "terms: {carry: 100%}",
      "3: terms.carry must be a share from 0% to below 100%, such as 20% or 0.2, not 100%"
    ),
    (
      "terms: {hurdle: compound}",
      "3: terms.hurdle must be one of simple, compounding, not compound; did you mean "
        + "compounding?"
    ),
    (
      "terms: {tranches: 5}",
      "3: terms.tranches must be a list of 1 to 12 shares that add up to 100%, such as "
        + "[40%, 30%, 30%], not 5"
    ),
    (
      "terms: {tranches: [50%, x]}",
      "3: terms.tranches[2] must be a share above 0% and up to 100%, such as 40% or 0.4, "
        + "not x"
    ),
    (
      "start: 2026-02",
      "3: start must be a quarter from 2000Q1 to 2100Q4 such as 2026Q1, or its first month "
        + "as 2026-01, not 2026-02"
    ),
    (
      "paths: 1",
      "3: paths must be a whole number from 2 to 10,000,000, not 1"
    ),
    (
      "paths: 1.5",
      "3: paths must be a whole number from 2 to 10,000,000, not 1.5"
    ),
    (
      "seed: 9223372036854775808",
      "3: seed must be a whole number from 0 to 9,223,372,036,854,775,807, not "
        + "9223372036854775808"
    ),
    (
      "format: 2",
      "3: format 2 is newer than the formats that this program reads (up to 1); use a "
        + "newer angelfof"
    ),
    (
      "outcomes: {truncation: 10}",
      "3: outcomes.truncation must be a number above 10 and up to 100000, not 10"
    ),
    (
      "title: {en: a, fr: b}",
      "3: title.fr is not a known key; a label has the keys en and zh"
    ),
    (
      "title: \"a\\u0007b\"",
      "3: title must be a text of 1 to 500 characters on one line, or {en: …, zh: …}; it "
        + "is empty, too long or has control characters"
    ),
  ])
  func valuesAreRefused(text: String, message: String) {
    #expect(complaints(smallScenario + text) == "x.yaml:" + message)
  }

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
      "3: term_end.zzz is not a known key; the keys here are sale_share_of_nav, ranges"
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

  @Test(arguments: [
    (
      "contributors: {a: {kind: fiscal, share: 60%}, b: {kind: social, share: 35%}}",
      "3: contributors have shares that add up to 95% (60% + 35%), which must be 100%: add "
        + "5%"
    ),
    (
      "terms: {tranches: [50%, 40%]}",
      "3: terms.tranches add up to 90% (50% + 40%), which must be 100%: add 10%"
    ),
    (
      "terms: {catch_up: 10%}",
      "3: terms.catch_up must be 0%, or more than carry (20%) and up to 100%, not 10%"
    ),
    (
      "outcomes: {buckets: {zero: {share: 50%}}}",
      "3: outcomes.buckets have shares that add up to 110% (50% + 25% + 25% + 6% + 4%), "
        + "which must be 100%: take away 10%"
    ),
    (
      "dependence: {market: 0.5, sector: 0.5}",
      "3: dependence has market, sector and manager that add up to 1.02 (0.5 + 0.5 + "
        + "0.02); it must be less than 1"
    ),
    (
      "dependence: {sector: 0.7}",
      "3: dependence.ranges.market (built in: 0.12 to 0.34) does not fit: dependence has "
        + "market, sector and manager that add up to 1.06 (0.34 + 0.7 + 0.02); it must be less "
        + "than 1; state another range here, or none"
    ),
    (
      "direct: {share: 95%}",
      "2: sub_funds commit 1亿 and direct investment takes 9.5亿 (95% of 10亿): 10.5亿 "
        + "together, 5000万 more than mother_fund.size (10亿)"
    ),
    (
      "direct: {ticket: {median: 1万}}",
      "3: direct would buy about 8825 companies (size 1亿 / average ticket 1.1331万); the "
        + "limit is 2,000: raise ticket.median"
    ),
    (
      "mother_fund: {fund_life: 9y}",
      "2: sub_funds.one ends too late: start 0q + investment_period 4y + exit_period 4y + "
        + "extension 2y = 10y, 1y more than mother_fund.fund_life (9y)"
    ),
    (
      "mother_fund: {commitment_period: 20y}",
      "3: mother_fund.commitment_period must be at most mother_fund.fund_life (15y), not "
        + "20y"
    ),
    (
      "mother_fund: {first_phase: {size: 5000万}}",
      "3: mother_fund.first_phase.size is 5000万, but the sub-funds that start before its "
        + "end (6q) commit 1亿, 5000万 more: one"
    ),
    (
      "mother_fund: {first_phase: {size: 11亿}}",
      "3: mother_fund.first_phase.size must be at most mother_fund.size (10亿), not 11亿"
    ),
  ])
  func sumsAndTimesAreChecked(text: String, message: String) {
    #expect(complaints(smallScenario + text) == "x.yaml:" + message)
  }

  @Test(arguments: [
    (
      "outcomes: {ranges: {tail_index: [1.6, 1.2]}}",
      "3: outcomes.ranges.tail_index must go from the low end to the high one, not from "
        + "1.6 to 1.2"
    ),
    (
      "outcomes: {ranges: {tail_index: [0.1, 1.2]}}",
      "3: outcomes.ranges.tail_index (end 0.1) does not fit: outcomes.tail_index must be a "
        + "number from 0.2 to 20, not 0.1"
    ),
    (
      "outcomes: {ranges: {tail: [1, 2]}}",
      "3: outcomes.ranges.tail is not the key path of a number in outcomes; did you mean "
        + "tail_index?"
    ),
    (
      "outcomes: {ranges: {tail_index: 3}}",
      "3: outcomes.ranges.tail_index must be a list of the low and the high end, such as "
        + "[10%, 20%], or none, not 3"
    ),
    (
      "terms: {ranges: {hurdle: [simple, compounding]}}",
      "3: terms.ranges.hurdle is not the key path of a number in terms; did you mean "
        + "hurdle_rate?"
    ),
    (
      "terms: {ranges: {exit_period: [4y, 12y]}}",
      "3: terms.ranges.exit_period (end 12y) does not fit: sub_funds.one ends too late: "
        + "start 0q + investment_period 4y + exit_period 12y + extension 2y = 18y, 3y more "
        + "than mother_fund.fund_life (15y)"
    ),
  ])
  func rangesAreTriedOut(text: String, message: String) {
    #expect(complaints(smallScenario + text) == "x.yaml:" + message)
  }

  @Test(arguments: [
    (
      "size：10亿",
      "3: size uses the full-width colon '：'; type ':' and a space"
    ),
    (
      "mother_fund:\n  size：10亿\n  fund_life：15y",
      "4: mother_fund.size uses the full-width colon '：'; type ':' and a space\nx.yaml:5: "
        + "mother_fund.fund_life uses the full-width colon '：'; type ':' and a space"
    ),
    (
      "mother_fund: {size：10亿}",
      "3: mother_fund.size uses the full-width colon '：'; type ':' and a space"
    ),
    (
      "mother_fund:\n  fund_life: 15y\n  size:10亿",
      "5: mother_fund.size needs a space after ':'"
    ),
    (
      "mother_fund:\n\tsize: 5亿",
      "4: is indented with a tab; indent with spaces"
    ),
    (
      "title: 'abc",
      "3: has a quotation mark without its partner on the same line"
    ),
    (
      "title: |\n  abc",
      "3: starts a block of text; write the text on one line, in quotes"
    ),
    (
      "title: !x y",
      "3: uses a YAML tag ('!'); write the value alone, in quotes if it starts with '!'"
    ),
    (
      "? a\n: b",
      "3: starts a key with '?'; write 'key: value'"
    ),
    (
      "terms: {carry: [1%}",
      "3: closes with '}' what '[' opened on line 3"
    ),
    (
      "terms: {carry: 1%\ndirect: {share: 5%}\ndirect: {share: 6%}",
      "3: opens a '{' that nothing closes"
    ),
    (
      "terms: {carry: 1%，hurdle: simple}",
      "3: is not valid YAML: did not find expected ',' or '}'; "
        + "there is a full-width comma '，' here: type ','"
    ),
    (
      "seed: @3",
      "3: is not valid YAML: found character that cannot start any token; "
        + "put a text that starts with such a character into quotes"
    ),
    (
      "a: b: c",
      "3: is not valid YAML: mapping values are not allowed in this context; "
        + "a text with ': ' in it needs quotes, and the line above may lack its ':'"
    ),
  ])
  func slipsOfFormAreExplained(text: String, message: String) {
    #expect(complaints(smallScenario + text) == "x.yaml:" + message)
  }

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
