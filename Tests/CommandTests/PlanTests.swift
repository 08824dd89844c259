import Foundation
import Testing

/// `check`, `init` and `schema`.
@Suite struct PlanTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test(arguments: ["en", "zh"]) func checkAddsUpThePlan(language: String) throws {
    try place.copyExample("minimal.yaml")
    let outcome = try place.run("check", "minimal.yaml", "--lang", language)
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    #expect(outcome.output.contains(language == "en" ? "The plan fits." : "计划在规模之内。"))
    #expect(outcome.output.contains("68.3%"))
    #expect(wideLines(outcome.output) == [])
    #expect(try place.everything() == ["minimal.yaml"])
  }

  @Test func checkTellsTheGoodOnesAndTheProblemsOfTheOthers() throws {
    try place.copyExample("minimal.yaml")
    try place.write("sub_funds: {}\nanchor: {}\n", to: "bad.yaml")
    let outcome = try place.run("check", "bad.yaml", "minimal.yaml")
    #expect(outcome.status == 65)
    #expect(outcome.output.hasPrefix("Smallest scenario\n"))
    #expect(outcome.messageLines.count >= 2)
    #expect(outcome.messageLines.allSatisfy { $0.hasPrefix("bad.yaml") })
  }

  @Test func checkWarnsOfAPlanLargerThanTheFund() throws {
    try place.copyExample("minimal.yaml")
    let outcome = try place.run("check", "minimal.yaml", "--set", "mother_fund.size=2.23亿")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("The plan with its fees is larger than the fund"))
  }

  /// 1.75 times 40 % is owed; of what is left of the size after fees, 65 % at Binhai Bay is local.
  @Test(arguments: ["en", "zh"])
  func checkTellsWhoFallsShortOfLocalInvestment(language: String) throws {
    try place.copyExample("dongguan_baseline.yaml")
    let outcome = try place.run(
      "check", "dongguan_baseline.yaml", "--set", "rules=shenzhen_2018", "--lang", language)
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains(language == "en" ? "Local investment: 1 of 2 sub-funds" : "1 只平均"))
    #expect(outcome.output.contains(/(Binhai Bay fund 1|滨海湾一号子基金) +70\.0% +61\.1%/))
    #expect(!outcome.output.contains(/Songshan Lake fund 1|松山湖一号/))
    #expect(wideLines(outcome.output) == [])
  }

  @Test(arguments: ["plan", "p", "deep/plan/", "."])
  func initWritesTheRepositorysFiles(folder: String) throws {
    let outcome = try place.run("init", folder)
    #expect(outcome.status == 0)
    let names = ["minimal.yaml", "dongguan_baseline.yaml", "scenario.schema.json"]
    #expect(outcome.output == names.map { "\(folder)/\($0)\n" }.joined())
    for name in names {
      let original = try Data(contentsOf: Program.repositoryFile("Scenarios/\(name)"))
      #expect(try place.bytes("\(folder)/\(name)") == original)
    }
  }

  @Test func checkAcceptsWhatInitWrites() throws {
    _ = try place.run("init")
    let outcome = try place.run("check", "minimal.yaml", "dongguan_baseline.yaml")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    #expect(wideLines(outcome.output) == [])
  }

  @Test func initNeverOverwrites() throws {
    try place.write("mine", to: "dongguan_baseline.yaml")
    let outcome = try place.run("init")
    #expect(outcome.status == 73)
    #expect(
      outcome.messages == "./dongguan_baseline.yaml: is in the way: it is there already, and "
        + "is not overwritten; choose another folder, as in angelfof init my_plan\n")
    #expect(try place.snapshot() == ["dongguan_baseline.yaml": Data("mine".utf8)])
  }

  @Test func initTellsWhatIsInTheWay() throws {
    try place.write("mine", to: "plan")
    let outcome = try place.run("init", "plan/a")
    #expect(outcome.status == 73)
    #expect(
      outcome.messages == "plan: is in the way: it is no folder; choose "
        + "another folder, as in angelfof init my_plan\n")
  }

  @Test func schemaIsTheRepositorysFile() throws {
    let outcome = try place.run("schema")
    #expect(outcome.status == 0)
    let file = Program.repositoryFile("Scenarios/scenario.schema.json")
    #expect(try outcome.output == String(contentsOf: file, encoding: .utf8))
  }
}
