import Testing

@testable import AngelFunds

@Suite struct OutcomePresetFileTests {
  private let files = [
    "plans/a.yaml": smallScenario + "outcomes: sets/mine.yaml\n",
    "plans/b.yaml": smallScenario + "outcomes: {preset: ./sets/mine.yaml, tail_index: 1.2}\n",
    "plans/c.yaml": smallScenario + "outcomes: {preset: round.yml}\n",
    "plans/d.yaml": smallScenario + "outcomes: sets/bad.yaml\n",
    "plans/sets/mine.yaml": "preset: cn_angel_stress\nrounds: {gap_scale: 1.5}\n",
    "plans/sets/bad.yaml": "engine: rounds\ntail: 3\npreset: cn_angel_god\n",
    "plans/round.yml": "preset: ./round.yml\n",
  ]

  private func read(_ path: String, _ overrides: [String] = []) throws -> LoadedScenario {
    try LoadedScenario(
      path: path, overrides: overrides.compactMap(KeyOverride.init(argument:)),
      load: loading(files))
  }

  @Test func aPathIsSeenFromTheFileThatNamesIt() throws {
    let loaded = try read("plans/a.yaml")
    #expect(loaded.scenario.outcomes.rounds.gapScale == 1.5)
    #expect(loaded.scenario.outcomes.rounds.exits.secondaryTransfer.median == 0.45)
    #expect(loaded.source.contains("\n# preset: plans/sets/mine.yaml\npreset: cn_angel_stress\n"))
    #expect(loaded.source.contains("\n# preset: cn_angel_stress\n"))
    #expect(try read("plans/b.yaml").scenario.outcomes.tailIndex == 1.2)
    let set = try read("plans/b.yaml", ["outcomes=plans/sets/mine.yaml"])
    #expect(set.scenario.outcomes == loaded.scenario.outcomes)
  }

  @Test(arguments: [
    (
      "plans/c.yaml", [String](),
      "plans/round.yml:1: preset goes round in a circle: plans/round.yml → plans/round.yml"
    ),
    (
      "plans/d.yaml", [],
      "plans/sets/bad.yaml:2: outcomes.tail is not a known key; did you mean tail_index?\n"
        + "plans/sets/bad.yaml:3: preset must be a preset of this program, or the path of a "
        + "preset's file (with '/' or ending in .yaml), not cn_angel_god; did you mean "
        + "cn_angel_good?"
    ),
    (
      "plans/a.yaml", ["outcomes=none.yaml"],
      "--set: outcomes names none.yaml, which cannot be read; its path is relative to the folder "
        + "of the command"
    ),
  ])
  func filesThatDoNotServeAreRefused(path: String, overrides: [String], message: String) {
    #expect(complaints { try read(path, overrides) } == message)
  }

  private static let form =
    "must be a preset of this program, or the path of a preset's file (with '/' or ending in .yaml)"

  @Test(arguments: [
    (
      "outcomes: cn_angel_neutrl",
      "outcomes \(form), not cn_angel_neutrl; did you mean "
        + "cn_angel_neutral?"
    ),
    (
      "outcomes: 5",
      "outcomes \(form), not 5; there are cn_angel_good, cn_angel_neutral, "
        + "cn_angel_stress, shenzhen_2018, us_correlation_ventures"
    ),
    ("outcomes: {preset: [a]}", "outcomes.preset \(form), not a list"),
    (
      "set: {outcomes: cn_angel_bad}",
      "outcomes \(form), not cn_angel_bad; did you mean "
        + "cn_angel_good?"
    ),
    (
      "outcomes: p.yaml",
      "outcomes names p.yaml, which cannot be read; its path is relative to "
        + "this file"
    ),
    ("outcomes: [a]", "outcomes must be a mapping of keys to values, not a list"),
  ])
  func otherNamesAreRefused(text: String, message: String) {
    #expect(complaints(smallScenario + text) == "x.yaml:3: " + message)
  }
}

@Suite struct OutcomePresetSweepTests {
  @Test func presetsAreValuesOfAFactor() throws {
    let plan = try TestSweep.plan(
      "factors:\n  outcomes: [cn_angel_neutral, {preset: cn_angel_good, quality_shift: 0.1}]\n"
        + "  terms.carry: [10%, 20%]\n")
    #expect(plan.columns == ["outcomes", "terms.carry"])
    #expect(
      plan.cells.map { $0.values[0] } == [
        "cn_angel_neutral", "cn_angel_neutral", "{preset: cn_angel_good, quality_shift: 0.1}",
        "{preset: cn_angel_good, quality_shift: 0.1}",
      ])
    let cell = try plan.base.variant(plan.cells[2].settings.map(\.change)).scenario
    #expect(cell.outcomes.rounds.nextRoundScale == 1.15)
    #expect(cell.outcomes.qualityShift == 0.1)
    #expect(cell.subFunds.allSatisfy { $0.engine == .rounds })
    #expect(plan.source.contains("\n# preset: cn_angel_neutral\n"))
  }

  @Test func presetsAreValuesOfACell() throws {
    let files = [
      "s/sweep.yaml": "base: base.yaml\ndesign: list\nset: {outcomes: cn_angel_good}\n"
        + "cells:\n  base:\n  mine: {outcomes: mine.yaml}\n",
      "s/base.yaml": TestSweep.base, "s/mine.yaml": "tail_index: 1.2\n",
    ]
    let plan = try SweepPlan(path: "s/sweep.yaml", load: loading(files))
    #expect(plan.cells.map(\.values) == [[""], ["mine.yaml"]])
    #expect(plan.base.scenario.outcomes.rounds.nextRoundScale == 1.15)
    let mine = try plan.base.variant(plan.cells[1].settings.map(\.change)).scenario
    #expect(mine.outcomes.tailIndex == 1.2)
    #expect(mine.outcomes.engine == .multiples)
  }

  @Test func anUnknownPresetIsRefusedInASweep() {
    let complaint = TestSweep.complaint("factors: {outcomes: [cn_angel_neutral, cn_angel_bed]}")
    #expect(complaint.hasPrefix("sweep.yaml:2: outcomes must be a preset of this program"))
    #expect(complaint.hasSuffix("not cn_angel_bed; did you mean cn_angel_good?"))
  }
}
