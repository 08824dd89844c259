import Foundation
import Testing

/// Scenarios are regular files, and messages about them are plain lines.
@Suite struct ScenarioFileTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.copyExample("minimal.yaml")
  }

  /// A pipe was waited for, whatever signal came.
  @Test(arguments: ["check", "run", "sweep", "compare"])
  func pipesAreRefusedAtOnce(command: String) throws {
    mkfifo(place.folder.appending(path: "p.yaml").path, 0o600)
    let outcome = try place.run([command, "p.yaml"] + (command == "compare" ? ["p.yaml"] : []))
    #expect(outcome.status == 66)
    #expect(outcome.messageLines.first?.hasPrefix("p.yaml: cannot be read: it is a pipe") == true)
  }

  @Test(arguments: ["base", "rules", "outcomes"])
  func pipesAndDevicesAreNoPartsOfAScenario(key: String) throws {
    mkfifo(place.folder.appending(path: "p.yaml").path, 0o600)
    for (name, kind) in [
      ("./p.yaml", "a pipe"), ("/dev/zero", "a device"), ("/dev/null", "a device"),
    ] {
      try place.write("base: minimal.yaml\nset:\n  rules: none\n", to: "x.yaml")
      try place.write(
        key == "base" ? "\nbase: \(name)\n" : "base: minimal.yaml\n\(key): \(name)\n",
        to: "x.yaml")
      let outcome = try place.run("check", "x.yaml")
      #expect(outcome.status == 65)
      #expect(outcome.messageLines.count == 1)
      #expect(outcome.messages.hasPrefix("x.yaml:2: \(key) names "))
      #expect(outcome.messages.contains("which cannot be read: it is \(kind)"))
    }
  }

  @Test func whatKeepsAFileFromBeingReadIsTold() throws {
    let loop = place.folder.appending(path: "loop.yaml").path
    symlink("loop.yaml", loop)
    let messages = try ["loop.yaml", "no.yaml", ".", String(repeating: "x", count: 300)].map {
      try place.run("check", $0).messages
    }
    #expect(messages[0].contains("its links lead round in a circle"))
    #expect(messages[1].contains("there is no such file"))
    #expect(messages[2].contains("it is a folder"))
    #expect(messages[3].contains("its name is too long"))
  }

  /// Names of files and texts of scenarios reach the terminal as text.
  @Test func namesAndQuotesAreEscaped() throws {
    let name = "a\u{1B}[31m\nFAKE.yaml"
    try place.write("seed: \"\\e]0;pwn\\a\"\nterms: 5\n", to: name)
    for arguments in [
      ["check", name], ["check", "no\u{7}\nFAKE.yaml"],
      ["run", "minimal.yaml", "--set", "\u{1B}=1"],
      ["run", "minimal.yaml", "--set", "x\u{1B}\nFAKE"], ["sweep", name], ["compare", name, name],
      ["dictionary", "\u{1B}[1m\nFAKE"], ["run", name, "--output", "o"], ["trace", name],
      ["report", "no\u{1B}\nFAKE"], ["merge", "no\u{1B}\nFAKE", "--output", "o"],
    ] {
      let outcome = try place.run(arguments)
      #expect(outcome.status != 0, "\(arguments)")
      let said = outcome.messages.unicodeScalars.filter { $0 != "\n" }
      #expect(
        said.allSatisfy { $0.properties.generalCategory != .control },
        "\(arguments): \(outcome.messages.debugDescription)")
      #expect(
        outcome.messageLines.allSatisfy { !$0.hasPrefix("FAKE") },
        "\(arguments): \(outcome.messages.debugDescription)")
    }
  }

  /// Marks of direction in a title are shown, not obeyed.
  @Test func titlesOnScreensAreEscaped() throws {
    try place.write("base: minimal.yaml\ntitle: \"\\u202Eplan\"\n", to: "x.yaml")
    let check = try place.run("check", "x.yaml")
    #expect(check.status == 0)
    #expect(check.output.hasPrefix(#"\u{202E}plan"#))
    #expect(!check.output.unicodeScalars.contains("\u{202E}"))
  }

  /// What is valid, but does nothing, is told of beside the plan.
  @Test func warningsAreToldByCheck() throws {
    let outcome = try place.run("check", "minimal.yaml", "--set", "rules.valid_from=2040Q1")
    #expect(outcome.status == 0)
    #expect(outcome.messages.hasPrefix("warning: --set: rules.valid_from is 2040Q1, later than"))
    #expect(try place.run("check", "minimal.yaml").messages == "")
  }
}
