import Testing

@testable import AngelFunds

/// Slips that YAML makes something else of are named as what they are.
@Suite struct SpellingHintTests {
  /// `1,000万` between braces is `1` and a key `000万`.
  @Test(arguments: [
    ("{anchor: lake, commitment: 1,000万}", "{"), ("{anchor: lake, commitment: 1,000}", "{"),
    ("{anchor: lake, commitment: 100,000,000}", "{"),
    ("{anchor: lake, commitment: 1,250.5万, start: 2q}", "{"),
  ])
  func commasInNumbersAreNamed(fund: String, brace: String) {
    let text = "anchors: {lake: {kind: town}}\nsub_funds:\n  one: \(fund)\n"
    #expect(
      complaints(text).hasPrefix(
        "x.yaml:3: sub_funds.one.commitment has a comma inside a number; between '{' and '}' "
          + "write it without"))
  }

  @Test func commasInListsAreNamed() {
    #expect(
      complaints(smallScenario + "terms: {ranges: {ticket.median: [1,000万, 2,000万]}}").hasPrefix(
        "x.yaml:3: terms.ranges.ticket.median has a comma inside a number; between '[' and ']'"))
    #expect(
      complaints(smallScenario + "outcomes: {ranges: {truncation: [100, 200]}}") == "nothing")
    #expect(
      complaints(smallScenario + "outcomes: {ranges: {truncation: [100,200]}}") == "nothing")
  }

  @Test(arguments: ["{<<: *b, start: 2q}", "\n    <<: *b\n    start: 2q"])
  func mergeKeysAreNamed(fund: String) {
    let text =
      "anchors: {lake: {kind: town}}\nsub_funds:\n  one: &b {anchor: lake, commitment: 1亿}\n"
      + "  two: \(fund)\n"
    let message = complaints(text)
    #expect(message.contains(" uses a merge key ('<<'), which YAML 1.2 has no more"))
    #expect(message.split(separator: "\n").count == 1)
  }
}
