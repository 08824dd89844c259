import Foundation
import Testing

/// Mistakes on the command line end with 64, and nothing is written.
@Suite struct UsageTests {
  @Test(arguments: [
    (["run"], "scenarios"),
    (["run", "minimal.yaml", "--pahts", "5"], "Did you mean '--paths'?"),
    (
      ["run", "minimal.yaml", "--paths", "1"],
      "--paths must be a whole number from 2 to 10,000,000, not 1."
    ),
    (["run", "minimal.yaml", "--paths", "-5"], "--paths"),
    (["run", "minimal.yaml", "--paths", "many"], "many"),
    (["run", "minimal.yaml", "--paths", "99999999999999999999"], "--paths"),
    // As in a scenario.
    (["run", "minimal.yaml", "--paths", "10000001"], "--paths must be a whole number from 2 to "),
    (["calibrate", "--paths", "10000001"], "--paths must be a whole number from 2 to 10,000,000"),
    (["calibrate", "--paths", "1"], "--paths must be a whole number from 2 to 10,000,000, not 1."),
    (
      ["run", "minimal.yaml", "--seed", "9223372036854775808"],
      "from 0 to 9,223,372,036,854,775,807"
    ),
    (
      ["trace", "minimal.yaml", "--path", "0", "--seed", "9223372036854775808"],
      "from 0 to 9,223,372,036,854,775,807"
    ),
    (["run", "minimal.yaml", "--seed", "-1"], "--seed"),
    (["run", "minimal.yaml", "--jobs", "0"], "--jobs must be from 1 to 64, not 0."),
    (["run", "minimal.yaml", "--generator", "dice"], "--generator must be one of philox, "),
    (["run", "minimal.yaml", "--lang", "cn"], "'en' and 'zh'"),
    (["run", "minimal.yaml", "--output", ""], "--output names no folder."),
    (["run", "minimal.yaml", "--set", "paths"], "--set takes key.path=value, such as"),
    (["run", "minimal.yaml", "--set", "=5"], "--set takes key.path=value, such as"),
    (["run", "minimal.yaml", "copy/minimal.yaml"], "two scenarios are named minimal"),
    (["run", "minimal.yaml", "minimal.yaml"], "two scenarios are named minimal"),
    (["report", "kept", "--format", "pdf"], "--format takes csv, html, xlsx, terminal"),
    (["report", "kept", "--format", ","], "--format names no format."),
    (["report", "kept", "--output", ""], "--output names no folder."),
    (["report", ""], "The name of the run is empty."),
    (["run", "minimal.yaml", "--shard", "4/3"], "--shard takes I/N, such as 2/8"),
    (["run", "minimal.yaml", "--shard", "0/3"], "--shard takes I/N, such as 2/8"),
    (["run", "minimal.yaml", "--shard", "1/1001"], "--shard takes I/N, such as 2/8"),
    (["run", "minimal.yaml", "--shard", "2"], "--shard takes I/N, such as 2/8"),
    (["run", "minimal.yaml", "--shard", "-1/3"], "--shard"),
    (
      ["run", "minimal.yaml", "--paths", "1700", "--shard", "1/5"],
      "minimal.yaml: --shard 1/5: a run of 1,700 paths can be split into 4 at most; choose a "
        + "smaller N"
    ),
    (["merge"], "stores"),
    (["merge", ""], "The name of a store is empty."),
    (["merge", "kept", "--output", ""], "--output names no folder."),
    (["init", ""], "The folder's name is empty."),
    (["simulate", "minimal.yaml"], "There is no command simulate; they are check, run, "),
    (["runn", "minimal.yaml"], "There is no command runn; did you mean run?"),
    (["help", "comparre"], "There is no command comparre; did you mean compare?"),
    (["minimal.yaml"], "There is no command minimal.yaml; did you mean angelfof run minimal.yaml?"),
    (["dictionary", "tvip"], "No figure is named tvip; did you mean tvpi?"),
    (["dictionary", "tvip", "irrr"], "No figure is named irrr; did you mean irr?"),
    (["check"], "scenarios"),
  ])
  func isToldAndEndsWith64(arguments: [String], message: String) throws {
    let place = try Workplace()
    try place.copyExample("minimal.yaml")
    try FileManager.default.createDirectory(
      at: place.folder.appending(path: "copy"), withIntermediateDirectories: false)
    try place.copyExample("minimal.yaml", to: "copy/minimal.yaml")
    let outcome = try place.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    #expect(outcome.messages.contains(message))
    #expect(try place.everything() == ["copy", "copy/minimal.yaml", "minimal.yaml"])
  }

  @Test func theVersionIsTold() throws {
    let outcome = try Workplace().run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
  }

  @Test(arguments: [
    [], ["check"], ["run"], ["compare"], ["trace"], ["report"], ["merge"], ["init"], ["schema"],
    ["dictionary"],
  ])
  func helpHasExamplesThatFitTheScreen(command: [String]) throws {
    let outcome = try Workplace().run(command + ["--help"])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("Example") })
    let examples = lines[(start + 1)...].prefix { !$0.hasPrefix("USAGE") }
    #expect(!examples.isEmpty)
    // A line that was too long is broken, and goes on at the margin.
    #expect(examples.allSatisfy { $0.hasPrefix("  angelfof \(command.joined())") })
  }

  /// What moves a cursor, or begins a line that looks like another message, is shown as an escape.
  ///
  /// Seen: an unknown option cleared the screen.
  @Test(arguments: [
    (["run", "minimal.yaml", "--a\u{1B}[2Jb"], "Unknown option '--a\\u{1B}[2Jb'"),
    (["run", "minimal.yaml", "--a\nb"], "Unknown option '--a\\nb'"),
    (["run", "minimal.yaml", "--a\nb=c"], "Unknown option '--a\\nb'"),
    (["run", "minimal.yaml", "-\n"], "Unknown option '-\\n'"),
    (["run", "minimal.yaml", "--lang", "\u{1B}]0;x\u{7}"], "The value '\\u{1B}]0;x\\u{7}' is"),
    (["run", "minimal.yaml", "--lang=e\r\nn"], "The value 'e\\r\\nn' is invalid for '--lang <"),
    (["run", "minimal.yaml", "--jobs", "1\n2"], "The value '1\\n2' is invalid for '--jobs"),
    (["check", "a.yaml", "--each", "\u{202E}b"], "Unknown option '--each'"),
    (["ru\u{9B}n"], "There is no command ru\\u{9B}n; "),
    (["schema", "one\ntwo"], "Unexpected argument 'one\\ntwo'"),
  ])
  func argumentsAreShownAsWhatTheyAre(arguments: [String], message: String) throws {
    let outcome = try Workplace().run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.messages.hasPrefix("Error: \(message)"), "\(outcome.messages)")
    let lines = outcome.messages.split(separator: "\n").dropFirst()
    #expect(
      lines.allSatisfy { line in ["Help:", "Usage:", "  "].contains { line.hasPrefix($0) } })
    #expect(
      outcome.messages.unicodeScalars.allSatisfy {
        $0 == "\n" || ($0.properties.generalCategory != .control && $0 != "\u{202E}")
      })
  }
}
