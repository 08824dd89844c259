import Foundation
import Testing

/// What is wrong with a scenario is told line by line, and nothing is written.
@Suite struct BadScenarioTests {
  /// A change of the smallest scenario, and how the message begins and what it tells.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var replace = ""
    var by = ""
    let place: String
    let tells: [String]
  }

  static let mistakes = [
    Mistake(
      testDescription: "misspelled key", replace: "start: 2q", by: "strat: 2q",
      place: "plan.yaml:9: ", tells: ["sub_funds.towns_1.strat", "did you mean start?"]),
    Mistake(
      testDescription: "shares of 109 %", replace: "anchors:",
      by: "terms: {tranches: [40%, 30%, 39%]}\nanchors:", place: "plan.yaml:4: ",
      tells: ["terms.tranches", "109%", "take away 9%"]),
    Mistake(
      testDescription: "negative amount", replace: "1亿}", by: "-1亿}", place: "plan.yaml:8: ",
      tells: ["sub_funds.songshan_lake_1.commitment must be an amount from 1万", "not -1亿"]),
    Mistake(
      testDescription: "10亿亿", replace: "1亿}", by: "10亿亿}", place: "plan.yaml:8: ",
      tells: ["sub_funds.songshan_lake_1.commitment must be an amount", "not 10亿亿"]),
    Mistake(
      testDescription: "rate of 600 %", replace: "carry: 15%", by: "hurdle_rate: 600%",
      place: "plan.yaml:9: ", tells: ["sub_funds.towns_1.hurdle_rate must be a rate", "not 600%"]),
    Mistake(
      testDescription: "sub-fund named twice", replace: "towns_2:", by: "towns_1:",
      place: "plan.yaml:10: ", tells: ["sub_funds.towns_1 is named twice", "line 9"]),
    Mistake(
      testDescription: "YAML not well formed", replace: "kind: town}", by: "kind: town",
      place: "plan.yaml:", tells: ["{"]),
  ]

  @Test(arguments: mistakes) func isToldByItsLine(mistake: Mistake) throws {
    let place = try Workplace()
    let minimal = try String(
      contentsOf: Program.repositoryFile("Scenarios/minimal.yaml"), encoding: .utf8)
    let text = minimal.replacing(mistake.replace, with: mistake.by)
    #expect(text != minimal)
    try place.write(text, to: "plan.yaml")
    for command in [["run"], ["check"]] {
      let outcome = try place.run(command + ["plan.yaml"])
      #expect(outcome.status == 65)
      #expect(outcome.output == "")
      #expect(outcome.messageLines.count == 1)
      #expect(outcome.messages.hasPrefix(mistake.place))
      for part in mistake.tells { #expect(outcome.messages.contains(part)) }
    }
    #expect(try place.everything() == ["plan.yaml"])
  }

  @Test(arguments: [
    ("empty", Data(), "is empty"),
    ("a text", Data("This is my plan.".utf8), "must be a mapping"),
    ("a list", Data("- 1\n- 2\n".utf8), "must be a mapping"),
    ("zeros", Data(count: 5000), "binary"),
    ("a program", Data([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0xFF, 0xFE]), "binary"),
    ("a picture", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]), "binary"),
  ])
  func aFileThatIsNoScenarioIsRefused(_: String, bytes: Data, problem: String) throws {
    let place = try Workplace()
    try bytes.write(to: place.folder.appending(path: "plan.yaml"))
    let outcome = try place.run("run", "plan.yaml")
    #expect(outcome.status == 65)
    #expect(outcome.output == "")
    #expect(outcome.messageLines.count == 1)
    #expect(outcome.messages.hasPrefix("plan.yaml:"))
    #expect(outcome.messages.contains(problem))
    #expect(try place.everything() == ["plan.yaml"])
  }

  @Test func aMissingFileIsNoInput() throws {
    let place = try Workplace()
    let outcome = try place.run("run", "plan.yaml")
    #expect(outcome.status == 66)
    #expect(
      outcome.messages == "plan.yaml: cannot be read: there is no such file; check the name\n")
    #expect(try place.everything() == [])
  }

  /// Whatever keeps a file from being found is told as what it is.
  @Test(arguments: [
    ("round.yaml", "its links lead round in a circle; name the file itself"),
    ("nowhere.yaml", "it is a link that leads to nothing; mend it, or name the file itself"),
    (
      "minimal.yaml/plan.yaml", "a file is in the place of one of its folders; check the name"
    ),
    ("minimall.yaml", "there is no such file; did you mean minimal.yaml?"),
    ("./minimall.yaml", "there is no such file; did you mean ./minimal.yaml?"),
  ])
  func whyNothingIsThereIsTold(path: String, reason: String) throws {
    let place = try Workplace()
    try place.copyExample("minimal.yaml")
    for (link, target) in [("round.yaml", "round.yaml"), ("nowhere.yaml", "gone.yaml")] {
      try FileManager.default.createSymbolicLink(
        atPath: place.folder.appending(path: link).path, withDestinationPath: target)
    }
    for command in ["run", "check"] {
      let outcome = try place.run(command, path)
      #expect(outcome.status == 66)
      #expect(outcome.messages == "\(path): cannot be read: \(reason)\n")
    }
    let run = try place.run("report", "round.yaml")
    #expect(run.status == 66)
    #expect(run.messages.hasPrefix("round.yaml: cannot be read: its links lead round in a circle"))
  }

  /// A folder that may not be entered is not an empty one.
  @Test func aFolderWithoutPermissionIsTold() throws {
    let place = try Workplace()
    try place.copyExample("minimal.yaml")
    let user = geteuid() == 0 ? "setpriv --reuid=65534 --clear-groups " : ""
    let outcome = try place.shell(
      "mkdir shut; cp minimal.yaml shut; chmod 0 shut; \(user)\"$ANGELFOF\" check "
        + "shut/minimal.yaml; s=$?; \(user)\"$ANGELFOF\" report shut; chmod 700 shut; exit $s")
    #expect(outcome.status == 66)
    #expect(
      outcome.messageLines == [
        "shut/minimal.yaml: cannot be read: permission is missing on a folder that leads to it; "
          + "chmod +x that folder",
        "shut/run.sqlite: cannot be read: permission is missing on a folder that leads to it; "
          + "chmod +x that folder",
      ])
  }

  @Test func aFolderIsNoScenario() throws {
    let place = try Workplace()
    let outcome = try place.run("run", ".")
    #expect(outcome.status == 66)
    #expect(
      outcome.messages == ".: cannot be read: it is a folder; name a scenario file in it\n")
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read every file"))
  func aFileWithoutPermissionIsNoInput() throws {
    let place = try Workplace()
    try place.copyExample("minimal.yaml")
    let outcome = try place.shell("chmod 0 minimal.yaml; exec \"$ANGELFOF\" run minimal.yaml")
    #expect(outcome.status == 66)
    #expect(
      outcome.messages == "minimal.yaml: cannot be read: permission is missing; chmod +r it\n")
  }

  /// A planner repairs all files in one pass.
  @Test(arguments: ["run", "check"]) func theProblemsOfAllFilesAreTold(command: String) throws {
    let place = try Workplace()
    try place.copyExample("minimal.yaml")
    try place.write("anchors: 5\n", to: "one.yaml")
    try place.write("", to: "two.yaml")
    let outcome = try place.run(command, "one.yaml", "gone.yaml", "two.yaml")
    #expect(outcome.status == 65)
    for name in ["one.yaml:", "gone.yaml:", "two.yaml:"] {
      #expect(outcome.messageLines.contains { $0.hasPrefix(name) })
    }
    #expect(try place.everything() == ["minimal.yaml", "one.yaml", "two.yaml"])
  }

  @Test func anOverrideIsToldWithItsFile() throws {
    let place = try Workplace()
    try place.copyExample("minimal.yaml")
    let outcome = try place.run(
      "run", "minimal.yaml", "--set", "sub_funds.towns_9.carry=1%", "--set", "term.carry=1%")
    #expect(outcome.status == 65)
    #expect(outcome.messageLines.count == 2)
    #expect(outcome.messageLines.allSatisfy { $0.hasPrefix("minimal.yaml, --set: ") })
    #expect(outcome.messages.contains("did you mean sub_funds.towns_1.carry?"))
    #expect(try place.everything() == ["minimal.yaml"])
  }

  @Test func tooManyCompaniesNeedConsent() throws {
    let place = try Workplace()
    try place.copyExample("dongguan_baseline.yaml")
    let outcome = try place.run(
      "run", "dongguan_baseline.yaml", "--paths", "10000000", "--set", "terms.ticket.median=20万")
    #expect(outcome.status == 65)
    #expect(outcome.messageLines.count == 1)
    #expect(outcome.messages.hasPrefix("dongguan_baseline.yaml: 10,000,000 paths of about "))
    #expect(outcome.messages.contains("; choose fewer --paths, or give --allow-large"))
    #expect(try place.everything() == ["dongguan_baseline.yaml"])
  }
}
