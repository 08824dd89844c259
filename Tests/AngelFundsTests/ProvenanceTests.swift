import Foundation
import Stochastics
import Testing

@testable import AngelFunds

@Suite struct ProvenanceTests {
  private func provenance(
    _ name: String = "plan", changes: [String] = [], generator: String = "philox",
    set: [String: String] = [:]
  ) throws -> Provenance {
    let loaded = try TestScenario.example("minimal", set: set)
    return Provenance(
      scenarioName: name, scenarioSource: loaded.source, changes: changes,
      scenarioResolved: loaded.resolved, assumptions: loaded.assumptions,
      scenario: loaded.scenario, seed: 7, generator: generator, paths: 400,
      programVersion: programVersion, gslVersion: "2.7")
  }

  /// FNV-1a as its authors give it: multiply and xor, byte by byte.
  @Test func theHashIsFNV1aOfTheResolvedScenario() throws {
    let provenance = try provenance()
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in provenance.scenarioResolved.utf8 {
      hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
    }
    #expect(provenance.scenarioHash == String(format: "%016lx", hash))
    #expect(try self.provenance("other", changes: ["a=b"]).scenarioHash == provenance.scenarioHash)
    let other = try self.provenance(set: ["terms.carry": "19%"])
    #expect(other.scenarioHash != provenance.scenarioHash && other.scenarioHash.count == 16)
  }

  @Test func theCommandNamesOnlyWhatIsNotUsual() throws {
    #expect(
      try provenance("dongguan_baseline").repeatCommand
        == "angelfof run dongguan_baseline.yaml --paths 400 --seed 7")
    #expect(
      try provenance(changes: ["terms.carry=15%"], generator: "mt19937").repeatCommand
        == "angelfof run plan.yaml --paths 400 --seed 7 --generator mt19937 --set terms.carry=15%"
    )
    #expect(try provenance("-x").repeatCommand.hasPrefix("angelfof run ./-x.yaml --paths"))
  }

  /// What a shell makes of the command must be the very texts that went in.
  @Test func aShellReadsTheCommandWordByWord() throws {
    let name = "东莞 $(touch x) `id`; \"a\" 'b' \\ * ~ #1"
    let changes = [
      "title={en: \"it's $HOME\", zh: '甲'}", "terms.carry=15% ; rm -rf /", "a='''", "b=\\'$(id)\n2",
    ]
    let command = try provenance(name, changes: changes).repeatCommand
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "angelfof() { printf '%s\\0' \"$@\"; }\n" + command]
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    let words = String(decoding: bytes, as: UTF8.self).split(separator: "\0").map(String.init)
    let sets = changes.flatMap { ["--set", $0] }
    #expect(words == ["run", "\(name).yaml", "--paths", "400", "--seed", "7"] + sets)
  }

  @Test func theStoreKeepsEveryWord() async throws {
    let tranches = KeyOverride(path: "terms.tranches", value: "[50%,\n50%]")
    let loaded = try loaded(smallScenario + "terms: {carry: 15%}  # S12 H\n").applying([tranches])
    let run = try await TestRun(loaded, paths: 40)
    let provenance = run.store.provenance
    #expect(provenance.changes == ["terms.tranches=[50%,\n50%]"])
    #expect(provenance.assumptions == loaded.assumptions)
    let carry = try #require(provenance.assumptions.first { $0.path == "terms.carry" })
    #expect(carry.evidence?.sources == ["S12"] && carry.origin == .scenario)
  }
}
