import Testing

@testable import AngelFunds

/// What is said of values that are misspelled, of the wrong kind or out of bounds.
@Suite struct ValueProblemTests {
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
}
