import Foundation
import Testing

@Suite struct CalibrationTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test(arguments: ["en", "zh"])
  func tablesFitTheScreen(language: String) throws {
    let outcome = try place.run("calibrate", "--paths", "20", "--lang", language)
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count > 5 * 15)
    #expect(lines.allSatisfy { displayWidth($0) <= 80 })
  }

  @Test func scenariosAndChangesAreTaken() throws {
    try place.writeShortPlan(to: "plan.yaml")
    let plain = try place.run("calibrate", "plan.yaml", "--paths", "20")
    #expect(plain.status == 0)
    #expect(plain.output.hasPrefix("plan.yaml\n"))
    let set = ["--set", "outcomes.engine=rounds", "--set", "outcomes.rounds.gap_scale=2"]
    let changed = try place.run(["calibrate", "plan.yaml", "--paths", "20"] + set)
    #expect(changed.output.contains("raise a next round"))
  }

  @Test func wrongNamesAreTold() throws {
    let outcome = try place.run("calibrate", "cn_angel_neutrl")
    #expect(outcome.status == 66)
    #expect(outcome.messages.contains("cn_angel_neutrl"))
    #expect(try place.run("calibrate", "--paths", "1").status == 64)
    #expect(try place.run("calibrate", "cn_angel_good", "--set", "outcomes.nothing=1").status == 65)
  }
}

/// The committed tables are those of the program.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ANGELFOF_SLOW_TESTS"] != nil))
struct SlowCalibrationTests {
  @Test func everyRowOfTheDocumentIsWhatTheProgramSays() throws {
    let outcome = try Workplace().run("calibrate", "--markdown")
    let document = try String(
      contentsOf: Program.repositoryFile("Docs/Calibration.md"), encoding: .utf8)
    // The rows of each preset, and no others, stand under its heading.
    for section in outcome.output.components(separatedBy: "### ").dropFirst() {
      let name = try #require(section.split(separator: "\n").first)
      let parts = document.components(separatedBy: "\n## `\(name)`\n")
      let own = try #require(parts.count == 2 ? parts[1].components(separatedBy: "\n## ")[0] : nil)
      #expect(rows(of: section) == rows(of: own), "\(name)")
    }
  }

  private func rows(of text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.hasPrefix("|") }
  }
}
