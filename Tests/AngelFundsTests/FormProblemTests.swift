import Testing

@testable import AngelFunds

/// What is said of files that are not even YAML, or YAML of another kind.
@Suite struct FormProblemTests {
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
}
