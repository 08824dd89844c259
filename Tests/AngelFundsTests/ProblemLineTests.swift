import Foundation
import Testing

@testable import AngelFunds

/// A problem is told at the line where its value stands.
@Suite struct ProblemLineTests {
  /// Lines of the examples, each with one of its values replaced by what no key takes.
  private static func mutations(of file: String) throws -> [(line: Int, text: String)] {
    let text = try String(contentsOf: projectFile("Scenarios/\(file)"), encoding: .utf8)
    let lines = text.components(separatedBy: "\n")
    return lines.indices.flatMap { index -> [(Int, String)] in
      let code = lines[index].prefix { $0 != "#" }
      guard !code.hasPrefix("base:"), !code.hasPrefix("title") else { return [] }
      return code.ranges(of: /:[ ]+[^\s,{}\[\]#][^,{}\[\]#]*/).map { range in
        var changed = lines
        changed[index] =
          lines[index][..<range.lowerBound] + ": =no=" + lines[index][range.upperBound...]
        return (index + 1, changed.joined(separator: "\n"))
      }
    }
  }

  private func issues(_ file: String, _ text: String) -> [InvalidScenario.Issue] {
    do {
      _ = try LoadedScenario(path: file) { path in
        path == file
          ? Array(text.utf8)
          : Array(try Data(contentsOf: projectFile("Scenarios/\(ScenarioPath.fileName(path))")))
      }
      return []
    } catch {
      return (error as? InvalidScenario)?.issues ?? []
    }
  }

  @Test(arguments: ScenarioExampleTests.files) func valuesAreToldAtTheirLine(file: String) throws {
    for (line, text) in try Self.mutations(of: file) {
      let own = issues(file, text).filter { $0.problem.contains("=no=") }
      for issue in own { #expect(issue.line == line, "\(issue)") }
    }
  }

  /// What a key has in place of a mapping, wherever the value stands.
  @Test(arguments: [
    ("terms: 5", 3), ("terms:\n  5", 4), ("terms:\n\n  - 5", 3), ("terms: [a]", 3),
    ("terms:\n  carry:\n    120%", 5), ("terms: {carry:\n  120%}", 4),
    ("terms:\n  tranches:\n    - 50%\n    - 150%", 6), ("terms: {tranches: [50%,\n  150%]}", 4),
    ("terms:\n  ranges:\n    carry:\n      [10%, 120%]", 5), ("title:\n  en: a\n  zh:\n    ''", 5),
    ("terms:", 3), ("terms:\n  carry:\n", 4), ("terms:\n  ticket:\n    median:\n      5", 6),
  ])
  func theValuesLineIsTold(text: String, line: Int) throws {
    let found = issues("x.yaml", smallScenario + text)
    #expect(found.map(\.line) == [line], "\(found)")
  }

  /// The parser blames the line below: it takes `5 carry` for a key.
  @Test(arguments: [
    ("terms: 5\n  carry: 10%", "terms", 3), ("terms: '5'\n  carry: 10%", "terms", 3),
    ("terms: {a: b}\n  carry: 10%", "terms", 3), ("terms: [a,\n  b]\n  carry: 10%", "terms", 3),
    ("terms:\n  ticket: 5\n    median: 800万\n  carry: 10%", "terms.ticket", 4),
    ("terms: 5\n\n  # a comment\n  ticket:\n    median: 800万", "terms", 3),
    ("terms: 5 words\n  and more\n  carry: 10%", "terms", 3),
  ])
  func aValueAboveKeysIsToldAtItsLine(text: String, key: String, line: Int) {
    #expect(
      complaints(smallScenario + text)
        == "x.yaml:\(line): \(key) has a value and, indented below it, keys; leave out one or the "
        + "other")
  }

  /// `rules: /dev/null` once told "is empty" of a file that nobody had asked for.
  @Test func whoeverNamesAFileIsToldWhere() {
    let files = ["x.yaml": smallScenario + "rules: empty.yaml", "empty.yaml": ""]
    #expect(
      complaints { try LoadedScenario(path: "x.yaml", load: loading(files)) }
        == "x.yaml:3: rules names empty.yaml, which is empty; start from an example, which "
        + "'angelfof init' writes")
    let base = ["x.yaml": "\n\nbase: empty.yaml", "empty.yaml": ""]
    #expect(
      complaints { try LoadedScenario(path: "x.yaml", load: loading(base)) }
        .hasPrefix("x.yaml:3: base names empty.yaml, which is empty"))
    let sweep = ["s.yaml": "paths: 2\n\nbase: no.yaml\nfactors: {terms.carry: [10%]}"]
    do {
      _ = try SweepPlan(path: "s.yaml", load: loading(sweep))
      Issue.record("a sweep without its base is read")
    } catch {
      #expect("\(error)".hasPrefix("s.yaml:3: base names no.yaml, which cannot be read"))
    }
  }
}
