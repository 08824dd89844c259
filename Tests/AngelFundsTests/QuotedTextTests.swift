import Testing

@testable import AngelFunds

/// What messages quote neither forges a line nor reaches the terminal as a command.
///
/// A scenario with `language: "\e]0;pwn\a"` set the title of the terminal in which it was checked.
@Suite struct QuotedTextTests {
  private static let hostile = [
    "language: \"\\e[31mred\\e]0;pwn\\a\"", "seed: \"\\0x\"", "start: \"a\\nFAKE: all fine\"",
    "direct: {share: \"\\u202e%05\"}", "terms: {\"\\e[2Jx\": 1}", "terms: \"\\u2066x\"",
    "title: {\"\\r\\e[A\": a}", "terms: {tranches: [\"\\e[1m\"]}", "rules: \"\\e[1m\"",
    "outcomes: \"x/\\e[1m\\ny.yaml\"", "contributors: {\"\\e\": {}}", "set: {\"\\e.x\": 1}",
    "terms: {ranges: {\"\\e\": [1, 2]}}", "terms: {ranges: {carry: [\"\\e\", 1]}}",
    "sectors: {\"\\u200f\": a}", "rules: {changes: {\"\\a\": {}}}", "\"\\e\": 1",
    "rules: {appropriation: {budgets: {\"\\e\": 1}}}", "direct: {sectors: {\"\\e\": 1}}",
  ]

  private func isPlain(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && !$0.properties.isBidiControl
        && !(0x2028...0x2029).contains($0.value)
    }
  }

  @Test(arguments: hostile) func quotesAreEscaped(text: String) throws {
    let message = complaints(smallScenario + text)
    #expect(message != "nothing")
    for line in message.split(separator: "\n") {
      #expect(isPlain(line), "\(line.debugDescription)")
      #expect(line.hasPrefix("x.yaml:"), "a line is forged: \(line.debugDescription)")
    }
  }

  @Test(arguments: ["\u{1B}[1m=1", "terms.carry=\u{1B}]0;x\u{7}", "terms.carry=a\nx.yaml:1: fine"])
  func overridesAreEscaped(override: String) {
    let message = complaints(smallScenario, overrides: [override])
    #expect(message.hasPrefix("--set: "))
    #expect(isPlain(message))
  }

  @Test func namesOfFilesAreEscaped() {
    let name = "a\u{1B}[1m\nb.yaml"
    let message = complaints {
      try LoadedScenario(path: name, load: loading([name: "terms: 5\nanchors: 5"]))
    }
    #expect(message.contains(#"a\u{1B}[1m\nb.yaml:1: terms must be"#))
    #expect(message.split(separator: "\n").allSatisfy { isPlain($0) })
  }

  /// Words of any language and pictures stay as they are.
  @Test func otherTextStaysAsItIs() {
    for text in ["东莞 60%", "صندوق", "👩‍👩‍👧‍👦", "e\u{301}", "a\\n", ""] {
      #expect(shown(text) == text)
    }
    #expect(shown("\u{202E}x\u{0}\t\r\n\u{7F}\u{85}") == #"\u{202E}x\u{0}\t\r\n\u{7F}\u{85}"#)
  }

  /// `base: /etc/shadow` printed lines of that file, as keys that nobody knows.
  @Test(arguments: [
    "root:*:19000:0:99999:7:::\ndaemon:*:1:::", "secret: 1\nother: 2\n", "- secret\n- 2\n",
    "secret words\n", "[secret, {a: 1}]\n", "secret\t: {\n", "a: 'secret\n", "{secret: 1, b: [}\n",
    "a: *secret\n", "a: !!secret 1\n", "secret: 1\nsecret: 2\n", "x: 1\n  secret: 2\n",
  ])
  func otherFilesAreNotQuoted(text: String) {
    for naming in ["base: /etc/other\n", "rules: /etc/other\n", "outcomes: /etc/other\n"] {
      let files = ["x.yaml": smallScenario + naming, "/etc/other": text]
      let message = complaints { try LoadedScenario(path: "x.yaml", load: loading(files)) }
      let key = naming.prefix { $0 != ":" }
      #expect(
        message.hasPrefix("x.yaml:3: \(key) names /etc/other, which")
          || message.hasPrefix("/etc/other:"))
      #expect(
        !message.contains("secret") && !message.contains("root") && !message.contains("daemon"))
    }
    #expect(!complaints(text).contains("secret"))
  }

  /// Every key by which sweeps are known is one.
  @Test(arguments: SweepFile.keys) func keysOfSweepsAreKnown(key: String) {
    let message = TestSweep.complaint("\(key == "base" ? "format" : key): 1\n")
    #expect(!message.contains("\(key) is not a known key"))
  }
}
