import Foundation
import GRDB
import Testing

@testable import AngelFunds

@Suite struct RunStoreTests {
  /// A store that somebody edited, or that was cut, is refused with what is missing.
  @Test(arguments: [
    ("DELETE FROM figure WHERE rowid = 3", "its figures are missing; run it again"),
    ("UPDATE figure SET figures = x'00' WHERE rowid = 3", "its figures are missing; run it again"),
    ("DELETE FROM metric WHERE id = 2", "its figures are missing; run it again"),
    ("DELETE FROM block WHERE id = 0", "its blocks are missing; run it again"),
    ("UPDATE moment SET means = x'00'", "its series are missing; run it again"),
    ("DELETE FROM histogram WHERE quarter = 1", "its histograms are missing; run it again"),
    (
      "UPDATE provenance SET value = '900' WHERE key = 'paths'",
      "its blocks are missing; run it again"
    ),
    ("DELETE FROM provenance WHERE key = 'seed'", "its provenance is incomplete"),
  ])
  func anEditedStoreIsRefused(sql: String, reason: String) async throws {
    let run = try await TestRun(TestScenario.example("minimal"), paths: 40)
    let file = run.folder.appending(path: RunStore.fileName).path
    try await DatabaseQueue(path: file).write { db in try db.execute(sql: sql) }
    let error = #expect(throws: RunStoreError.self) { try RunStore(path: file) }
    #expect(error == .cannotRead(path: file, reason: reason))
  }

  @Test func anotherFormatNamesTheVersionThatWroteIt() async throws {
    let run = try await TestRun(TestScenario.example("minimal"), paths: 40)
    let file = run.folder.appending(path: RunStore.fileName).path
    try await DatabaseQueue(path: file).write { db in
      try db.execute(sql: "UPDATE provenance SET value = '2' WHERE key = 'format'")
    }
    let error = #expect(throws: RunStoreError.self) { try RunStore(path: file) }
    #expect(error == .otherFormat(path: file, found: "2", written: programVersion))
  }
}
