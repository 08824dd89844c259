internal import Foundation

/// Where a run's numbers come from: all that is needed to repeat it.
public struct Provenance: Hashable, Sendable {
  /// The scenario's name.
  public let scenarioName: String
  /// The text of the scenario file and of its bases, as read.
  public let scenarioSource: String
  /// Changes that were made to the file on the command line, as in `terms.carry=15%`.
  public let changes: [String]
  /// Every key with its value, defaults included, in canonical form.
  public let scenarioResolved: String
  /// Every key with its value, and where that comes from.
  public let assumptions: [Assumption]
  /// The scenario itself.
  public let scenario: Scenario
  /// Which of the equally valid sets of random numbers was used.
  public let seed: UInt64
  /// Where random numbers came from.
  public let generator: String
  /// Number of paths.
  public let paths: Int
  /// The version of the program that simulated.
  public let programVersion: String
  /// The version of GSL that it used.
  public let gslVersion: String
  /// Which share of the run this is; nil for a whole run.
  public internal(set) var shard: Shard?
}

extension Provenance {
  /// The blocks of the whole run.
  var plan: BlockPlan { BlockPlan(paths: paths) }

  /// The blocks that the store holds.
  var blocks: Range<Int> { shard?.blocks(of: plan) ?? 0..<plan.count }

  /// Number of paths that the store holds.
  var storedPaths: Int { shard?.pathCount(of: paths) ?? paths }
}

extension Provenance {
  /// As the store keeps it.
  var entries: [(key: String, value: String)] {
    [
      ("assumptions", Self.encode(assumptions)), ("format", String(RunStore.format)),
      ("generator", generator), ("gsl_version", gslVersion),
      ("paths", String(paths)), ("program_version", programVersion),
      ("scenario", Self.encode(scenario)), ("scenario_name", scenarioName),
      ("scenario_resolved", scenarioResolved),
      ("scenario_source", scenarioSource), ("seed", String(seed)),
    ] + (changes.isEmpty ? [] : [("changes", Self.encode(changes))]) + shardEntries
  }

  /// Nothing for a whole run, which is written as if there were no shards.
  private var shardEntries: [(key: String, value: String)] {
    guard let shard else { return [] }
    return [
      ("shard", "\(shard)"), ("shard_blocks", "\(blocks.lowerBound)...\(blocks.upperBound - 1)"),
    ]
  }

  init?(entries: [String: String]) {
    guard
      let scenarioName = entries["scenario_name"], let source = entries["scenario_source"],
      let resolved = entries["scenario_resolved"],
      let scenario: Scenario = Self.decode(entries["scenario"]),
      let assumptions: [Assumption] = Self.decode(entries["assumptions"]),
      let changes: [String] = Self.decode(entries["changes"] ?? "[]"),
      let seed = entries["seed"].flatMap(UInt64.init), let generator = entries["generator"],
      let paths = entries["paths"].flatMap(UInt32.init).map(Int.init), paths > 0,
      let version = entries["program_version"], let gsl = entries["gsl_version"]
    else { return nil }
    self.init(
      scenarioName: scenarioName, scenarioSource: source,
      changes: changes, scenarioResolved: resolved, assumptions: assumptions, scenario: scenario,
      seed: seed, generator: generator, paths: paths, programVersion: version, gslVersion: gsl,
      shard: entries["shard"].flatMap { Shard($0) })
    let isRead = shardEntries.allSatisfy { entries[$0.key] == $0.value }
    guard isRead, (shard == nil) == (entries["shard"] == nil) else { return nil }
  }

  private static func encode(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try? encoder.encode(value)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private static func decode<Value: Decodable>(_ text: String?) -> Value? {
    text.flatMap { try? JSONDecoder().decode(Value.self, from: Data($0.utf8)) }
  }
}

/// The version of this program, as told by `--version` and written into every run.
public let programVersion = "0.1.0"
