import Foundation
import GRDB
import Stochastics
import Testing

@testable import AngelFunds

/// A sweep goes on only with what it wrote itself, and says which file is in the way.
@Suite struct SweepResumeStoreTests {
  private let folder: TestFolder
  private let request: SweepRequest

  init() throws {
    folder = try TestFolder()
    let plan = try TestSweep.plan("factors: {terms.carry: [10%, 15%, 20%]}")
    request = SweepRequest(plan, settings: SimulationSettings(paths: 60, seed: 3))
  }

  private func resume() async throws -> [CellResult] {
    try await request.run(folder.files(), resuming: true) { _ in }
  }

  /// Stops after two of three cells.
  private func interrupt() async throws {
    let simulator = CellSimulator(settings: request.settings, hasAllMetrics: false, scratch: "")
    var done = 0
    await #expect(throws: CancellationError.self) {
      try await request.run(folder.files(), resuming: false) { _ in
      } simulating: { cell in
        if done == 2 { throw CancellationError() }
        done += 1
        return try await simulator.outcome(
          of: request.plan.base.variant(cell.settings.map(\.change)))
      }
    }
  }

  private func expectDamage(_ what: String, of path: String) async {
    let error = await #expect(throws: RunStoreError.self) { try await resume() }
    #expect(error == .damaged(path: path, what: what))
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() }
  }

  /// Cells of an unfinished sweep have no seal yet, and a checksum each.
  @Test(arguments: [
    "UPDATE estimate SET mean = mean + 0.1 WHERE position = 0",
    "UPDATE figure SET multiples = zeroblob(LENGTH(multiples))",
    "DELETE FROM estimate WHERE position = 1", "UPDATE result SET reference = 'other'",
  ])
  func anEditedCellIsNotGoneOnWith(sql: String) async throws {
    try await interrupt()
    try edit(folder.files().working, sql, isSealed: false)
    await expectDamage(
      "its results are not those that were written", of: folder.files().working)
  }

  @Test func otherTablesAreNotWrittenTo() async throws {
    try await interrupt()
    try edit(
      folder.files().working,
      "CREATE TRIGGER more AFTER INSERT ON result BEGIN DELETE FROM cell; END", isSealed: false)
    await expectDamage("its tables are not those that were written", of: folder.files().working)
  }

  /// The finished store is named, not a copy of it under another name, which was left, too.
  @Test func aBrokenFinishedStoreIsNamed() async throws {
    _ = try await resume()
    let target = folder.files().target
    try edit(target, "UPDATE estimate SET mean = 2 WHERE position = 0", isSealed: false)
    await expectDamage("its bytes are not those that were written", of: target)
    #expect(try names == ["sweep.sqlite"])
  }

  /// Whoever is ended between the last cell and the last step finds everything done.
  @Test func aStoreThatWasSealedAndNotMovedGoesOn() async throws {
    let whole = try await resume()
    let files = folder.files()
    try FileManager.default.moveItem(atPath: files.target, toPath: files.working)
    #expect(try await resume() == whole)
    _ = try FinishedSweep(path: files.target)
  }

  @Test func aFinishedStoreGoesOnAndIsSealedAgain() async throws {
    let whole = try await resume()
    #expect(try await resume() == whole)
    #expect(try FinishedSweep(path: folder.files().target).cells == whole)
    #expect(try names == ["sweep.sqlite"])
  }

  /// Of an unfinished store that somebody removed its log was left: it would have been read into
  /// the copy of the finished one.
  @Test func aLogWithoutItsStoreIsForgotten() async throws {
    let whole = try await resume()
    let (target, working) = (folder.files().target, folder.files().working)
    let copy = working + ".copy"
    try FileManager.default.copyItem(atPath: target, toPath: copy)
    let queue = try DatabaseQueue(path: copy)
    try await queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; DELETE FROM estimate")
    }
    try FileManager.default.copyItem(atPath: copy + "-wal", toPath: working + "-wal")
    try queue.close()
    try FileManager.default.removeItem(atPath: copy)
    #expect(try await resume() == whole)
  }

  @Test func whatEndedCellsLeftIsClearedAway() async throws {
    try await interrupt()
    let left = folder.files().scratch + ".partial-123"
    try Data().write(to: URL(filePath: left))
    _ = try await resume()
    #expect(try names == ["sweep.sqlite"])
  }

  @Test func aSweepThatIsAtWorkIsForLater() async throws {
    try await interrupt()
    let store = try SweepStore(resuming: folder.files().working)
    let error = await #expect(throws: RunStoreError.self) { try await resume() }
    #expect(error?.isForLater == true)
    #expect("\(try #require(error))".hasPrefix(folder.files().working))
    try store.close()
  }
}
