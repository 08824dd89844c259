import Foundation
import Testing

@testable import AngelFunds

/// What is told about files that are not what they should be, and that none of them does harm.
@Suite struct ScenarioTextTests {
  private func complaints(bytes: [UInt8]) -> String {
    AngelFundsTests.complaints { try LoadedScenario(path: "x.yaml") { _ in bytes } }
  }

  @Test func encodingsAreNamed() {
    let wide = Array("title: abc".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    let gbk = Array("title: ".utf8) + [0xB6, 0xAB, 0xDD, 0xB8, 10]
    #expect(complaints(bytes: gbk) == "x.yaml: is encoded in GBK; save it as UTF-8")
    #expect(complaints(bytes: wide) == "x.yaml: is encoded in UTF-16; save it as UTF-8")
    #expect(complaints(bytes: [0xFF, 0xFE]) == "x.yaml: is encoded in UTF-16; save it as UTF-8")
    #expect(
      complaints(bytes: [0x61, 10, 0xFF, 0x20])
        == "x.yaml:2: is not valid UTF-8; save it as UTF-8")
    #expect(
      complaints(bytes: Array("a: 1\n\0b".utf8))
        == "x.yaml: is a binary file, not a YAML text; name a scenario file, such as my_plan.yaml")
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n\n  # and another\n", "---\n", "\u{FEFF}"])
  func emptyFilesAreEmpty(text: String) {
    #expect(complaints(bytes: Array(text.utf8)).hasPrefix("x.yaml: is empty"))
  }

  private static let notAScenario =
    "x.yaml: does not read as a scenario, which must be a mapping of keys to values with a key such "
    + "as anchors, sub_funds or terms"

  @Test(arguments: [
    ("hello", notAScenario), ("- a", notAScenario), ("paths", notAScenario),
    ("a: 1", notAScenario),
    ("a: 1\n---\nb: 2\n", "x.yaml:2: is not valid YAML: but found another document"),
    ("a: b\u{2028}c", "x.yaml:1: contains the invisible character U+2028; delete it"),
    ("a: 1\nb: \u{7}", "x.yaml:2: contains the invisible character U+0007; delete it"),
  ])
  func otherTextsAreRefused(text: String, message: String) {
    #expect(complaints(bytes: Array(text.utf8)) == message)
  }

  @Test(arguments: ["[", "{a: ", "- ", "a: [[", "- - [", "[{"])
  func deepNestingIsRefused(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(complaints(bytes: Array(text.utf8)).contains("nests deeper than 64 levels"))
  }

  @Test func deepIndentationIsRefused() {
    let text = (0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(complaints(bytes: Array(text.utf8)) == "x.yaml:65: nests deeper than 64 levels")
  }

  private var laughs: String {
    let steps = (1..<10).map { level in
      "a\(level): &a\(level) ["
        + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
    }
    return "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + steps.joined(separator: "]\n") + "]\n"
  }

  @Test func aBillionLaughsAreNotExpanded() {
    #expect(complaints(bytes: Array(laughs.utf8)).hasSuffix("expands to more than 200,000 values"))
  }

  @Test(arguments: [
    ("? *a9\n: b\n", "starts a key with '?'; write 'key: value'"),
    ("*a9 : b\n", "has an alias ('*') as a key; a key must be a word"),
    ("{[*a9]: b}\n", "has a list or mapping as a key; a key must be a word"),
  ])
  func aBillionLaughsAreNoKeys(text: String, message: String) {
    #expect(complaints(bytes: Array((laughs + text).utf8)) == "x.yaml:11: " + message)
  }

  @Test func chainsOfAliasesAreRefused() {
    let chain = (1..<5000).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
    #expect(
      complaints(bytes: Array(("a0: &a0 x\n" + chain).utf8))
        == "x.yaml:33: has more than 32 anchors ('&')")
  }

  @Test func largeFilesAreRefused() {
    let comment = [UInt8](repeating: 35, count: 1 << 20)
    #expect(complaints(bytes: comment).hasPrefix("x.yaml: is empty"))
    #expect(
      complaints(bytes: comment + [35])
        == "x.yaml: is 1048577 bytes long; a scenario has at most 1 MiB (1,048,576 bytes)")
  }

  @Test func manyThingsAreRefused() {
    let funds = (0...200).map { "  f\($0): {anchor: lake, commitment: 400万}\n" }.joined()
    let text =
      "anchors: {lake: {kind: town}}\nterms: {ticket: {median: 100万}}\nsub_funds:\n" + funds
    #expect(
      complaints(bytes: Array(text.utf8))
        == "x.yaml:3: sub_funds names 201 things; the limit is 200")
  }

  @Test func manyUnknownKeysAreCounted() {
    let text = smallScenario + (0..<60).map { "key\($0): 1\n" }.joined()
    let lines = complaints(bytes: Array(text.utf8)).split(separator: "\n")
    #expect(lines.count == 51)
    #expect(lines.contains("x.yaml:1: has 10 more unknown keys"))
  }

  /// Whatever is cut off or changed, reading ends with a scenario or with problems.
  @Test func brokenFilesNeverTrap() throws {
    let text = Array(try Data(contentsOf: projectFile("Scenarios/minimal.yaml")))
    for position in stride(from: 0, to: text.count, by: 13) {
      var bytes = text
      bytes[position] = Array("[]{}:,-'\"&*!|>%@\t\n#?".utf8)[position % 20]
      #expect(!complaints(bytes: bytes).isEmpty)
      #expect(!complaints(bytes: Array(text[..<position])).isEmpty)
    }
  }
}
