import Foundation
import Stochastics

@testable import AngelFunds

/// A folder for shards and what is made of them, removed with it.
final class ShardFolder {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "angelfof-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// The names of all files, in order.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  /// Simulates shards of a run, and returns their paths.
  func shards(
    _ numbers: ClosedRange<Int>, of count: Int, _ loaded: LoadedScenario, paths: Int,
    seed: UInt64 = 1, generator: Generator = .philox, withSensitivity: Bool = false,
    named prefix: String = ""
  ) async throws -> [String] {
    let settings = SimulationSettings(paths: paths, seed: seed, generator: generator, jobs: 2)
    let request = RunRequest(loaded, settings: settings, withSensitivity: withSensitivity)
    var files: [String] = []
    for number in numbers {
      guard let shard = Shard(number: number, count: count) else { continue }
      files.append(path(prefix + shard.fileName))
      try await request.run(shard, writingTo: files[files.count - 1])
    }
    return files
  }
}

extension TestScenario {
  /// The smallest example with a few years only.
  static func short(_ set: [String: String] = [:]) throws -> LoadedScenario {
    let years = [
      "mother_fund.fund_life": "4y", "mother_fund.commitment_period": "2y",
      "terms.investment_period": "1y", "terms.exit_period": "1y", "terms.extension": "1y",
    ]
    return try example("minimal", set: years.merging(set) { $1 })
  }
}
