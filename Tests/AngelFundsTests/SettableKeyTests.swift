import Testing

@testable import AngelFunds

/// Comparisons name keys as `--set` takes them.
///
/// `compare` said that `title.en` differed, and `--set title.en=…` was "not a key path".
@Suite struct SettableKeyTests {
  /// Every key of an example, set to its own value, changes nothing.
  @Test(arguments: ["minimal.yaml", "dongguan_baseline.yaml"])
  func everyKeyCanBeSetToItsValue(file: String) throws {
    let loaded = try example(file)
    let overrides = loaded.resolved.split(separator: "\n").compactMap { line in
      let halves = line.split(separator: ": ", maxSplits: 1)
      return halves.count == 2
        ? KeyOverride(path: String(halves[0]), value: String(halves[1])) : nil
    }
    #expect(overrides.count > 300)
    for override in overrides {
      var issues: [InvalidScenario.Issue] = []
      _ = try KeyChange(override).made(in: loaded.tree, issues: &issues)
      #expect(issues.isEmpty, "\(override)")
    }
    // Weights are scaled to a sum of 1 again, which may move a last digit.
    let changed = try loaded.applying(overrides)
    for override in overrides {
      let text = try #require(changed.resolvedText(of: override.path))
      let isNear = zip([Double(text)], [Double(override.value)]).allSatisfy {
        abs(($0 ?? .infinity) - ($1 ?? .infinity)) < 1e-12
      }
      #expect(text == override.value || isNear, "\(override): \(text)")
    }
    #expect(changed.resolved.count(where: \.isNewline) == loaded.resolved.count(where: \.isNewline))
  }

  @Test func oneLanguageOfALabelIsChangedAlone() throws {
    let text = "title: Plan\n" + smallScenario
    #expect(
      try loaded(text, overrides: ["title.zh=方案"]).scenario.title
        == Label(english: "Plan", chinese: "方案"))
    #expect(
      try loaded(text, overrides: ["anchors.lake.label.en=Lake"]).scenario.anchors[0].label
        == Label(english: "Lake", chinese: "Lake"))
    #expect(
      try loaded(text, overrides: ["sectors.new_energy.en=Sun"]).scenario.sectors
        .contains { $0.label.english == "Sun" })
    #expect(complaints(text, overrides: ["title.fr=Plan"]).contains("is not a key path"))
    #expect(
      try loaded(text, overrides: ["contributors.city_soe.label=SOE"]).scenario.contributors
        .map(\.share) == [0.6, 0.4])
  }
}
