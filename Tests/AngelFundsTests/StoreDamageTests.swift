import Foundation
import GRDB
import Stochastics
import Testing

@testable import AngelFunds

/// A store is data from outside: whatever is in it, it is read as it was written, or refused.
///
/// Files that were changed at random, or with intent, made reports with other numbers without a
/// word, or ended the program with a trap, a hang or all memory taken.
@Suite struct StoreDamageTests {
  /// Three hundred bits over the whole file, in pages, header and seal: none goes unnoticed.
  @Test func everyFlippedBitOfARunIsTold() async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40, withSensitivity: true)
    try expectFlipsAreTold(run.path, count: 300) { _ = try RunStore(path: $0) }
  }

  @Test func everyFlippedBitOfAShardIsTold() async throws {
    let folder = try ShardFolder()
    let path = try await folder.shards(1...1, of: 1, TestScenario.short(), paths: 40)[0]
    try expectFlipsAreTold(path, count: 100) { _ = try ShardMerge([$0]) }
  }

  @Test func everyFlippedBitOfASweepIsTold() async throws {
    let sweep = try await FinishedTestSweep()
    try expectFlipsAreTold(sweep.path, count: 300) { _ = try FinishedSweep(path: $0) }
  }

  private func expectFlipsAreTold(
    _ path: String, count: Int, reading read: (String) throws -> Void
  ) throws {
    let bytes = try Data(contentsOf: URL(filePath: path))
    try read(path)
    var dice = StoreDice(seed: 1)
    for number in 0..<count {
      // Evenly over the file, and its first and last bytes too.
      let spread = bytes.count * number / count + dice.below(bytes.count / count)
      let position = number < 20 ? number * 5 : number < 40 ? bytes.count + 19 - number : spread
      var flipped = bytes
      flipped[min(position, bytes.count - 1)] ^= 1 << dice.below(8)
      try flipped.write(to: URL(filePath: path))
      #expect(throws: RunStoreError.self, "bit \(number)") { try read(path) }
    }
    try bytes.write(to: URL(filePath: path))
    try read(path)
  }

  /// Three hundred damages of a run that somebody sealed again: SQLite and everything behind it
  /// see them, and nothing traps or takes long.
  @Test func damagedRunsNeverTrap() async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40, withSensitivity: true)
    try expectNoTrap(run.path, count: 300, reading: readEverything)
  }

  @Test func damagedSweepsNeverTrap() async throws {
    let sweep = try await FinishedTestSweep()
    try expectNoTrap(sweep.path, count: 300) { _ = try FinishedSweep(path: $0) }
  }

  private func expectNoTrap(
    _ path: String, count: Int, reading read: (String) throws -> Void
  ) throws {
    try StoreSeal.remove(from: path)
    let bytes = try Data(contentsOf: URL(filePath: path))
    var dice = StoreDice(seed: 2)
    var refused = 0
    for number in 0..<count {
      try dice.damaged(bytes, kind: number).write(to: URL(filePath: path))
      try StoreSeal.put(on: path)
      let start = Self.threadSeconds
      do { try read(path) } catch is RunStoreError { refused += 1 }
      #expect(Self.threadSeconds - start < 2, "damage \(number)")
    }
    #expect(refused > count / 2)
  }

  /// What this thread has worked, which other tests do not add to.
  private static var threadSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// A small sweep that is done, in a folder of its own.
struct FinishedTestSweep {
  private let folder: TestFolder
  let path: String

  init() async throws {
    folder = try TestFolder()
    path = folder.files().target
    let plan = try TestSweep.plan("factors: {terms.carry: [10%, 20%], direct.share: [5%, 0%]}")
    let request = SweepRequest(plan, settings: SimulationSettings(paths: 60, seed: 3))
    _ = try await request.run(folder.files(), resuming: false) { _ in }
  }
}

extension TestRun {
  /// The store's file.
  var path: String { folder.appending(path: RunStore.fileName).path }
}

/// Damages that are the same in every run of a test.
struct StoreDice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A whole number from 0; Knuth's multiplier, of which the high bits are good.
  mutating func below(_ end: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(end, 1)
  }

  /// The bytes of a store cut off, with pages exchanged, or with runs of other bytes.
  mutating func damaged(_ bytes: Data, kind: Int) -> Data {
    var bytes = bytes
    let page = bytes.count.isMultiple(of: 65536) ? 65536 : 4096
    switch kind % 5 {
    case 0: return bytes.prefix(below(bytes.count))
    case 1: return bytes.prefix(page * below(bytes.count / page))
    case 2:
      let (from, to) = (page * below(bytes.count / page), page * below(bytes.count / page))
      bytes.replaceSubrange(to..<to + page, with: bytes[from..<from + page])
    case 3:
      for _ in 0..<1 + below(8) { overwrite(&bytes, at: below(bytes.count), count: 1 + below(64)) }
    default:
      // The first bytes of pages are where SQLite looks for everything else.
      for _ in 0..<1 + below(4) {
        overwrite(&bytes, at: page * below(bytes.count / page) + below(24), count: 1 + below(8))
      }
    }
    return bytes
  }

  private mutating func overwrite(_ bytes: inout Data, at start: Int, count: Int) {
    for position in start..<min(start + count, bytes.count) {
      bytes[position] = UInt8(truncatingIfNeeded: below(256))
    }
  }
}
