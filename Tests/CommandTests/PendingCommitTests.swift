import Foundation
import Testing

@testable import angelfof

/// Files that are to go to their places, where the system refuses it midway.
@Suite struct PendingCommitTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    for name in ["staging", "staging/new"] {
      try FileManager.default.createDirectory(
        at: place.folder.appending(path: name), withIntermediateDirectories: false)
    }
    for name in ["one", "two", "gone"] { try place.write("old", to: name) }
    for name in ["one", "two"] { try place.write("new", to: "staging/new/\(name)") }
  }

  /// Six times a file gets another name: the decision, `gone` goes, each of two goes and is put.
  ///
  /// - Parameter refused: Which of these the system refuses, from 0, and all after it of which
  ///   `isRefused` is so.
  private func carryOut(refusing refused: Int, _ isRefused: @escaping (Int) -> Bool) throws {
    var count = -1
    let folder = place.folder.path
    var pending = try PendingCommit("\(folder)/staging", in: folder, removing: ["gone"], moving: [])
    {
      count += 1
      guard count < refused || !isRefused(count) else {
        errno = EIO
        return -1
      }
      return rename($0, $1)
    }
    try pending.carryOut()
  }

  @Test(arguments: 1...5) func goesBackWhereItCanNotGoOn(refused: Int) throws {
    let before = try place.snapshot().filter { !$0.key.hasPrefix("staging") }
    #expect(throws: FileBytes.Refusal.self) { try carryOut(refusing: refused) { $0 == refused } }
    #expect(try place.snapshot() == before)
    #expect(try place.everything() == ["gone", "one", "two"])
  }

  /// Seen: what could not go back was removed with the decision, and said to be unchanged.
  @Test(arguments: 2...5, 1...3) func keepsWhatCanNotGoBack(refused: Int, back: Int) throws {
    let error = #expect(throws: PendingCommit.Halfway.self) {
      try carryOut(refusing: refused) { $0 == refused || $0 >= refused + min(back, refused - 1) }
    }
    #expect(error?.reason == "input/output error")
    let texts = try place.snapshot()
    #expect(texts.values.count { $0 == Data("old".utf8) } == 3)
    #expect(texts.values.count { $0 == Data("new".utf8) } == 2)
    // Whoever comes next goes on.
    try PendingCommit.complete(in: place.folder.path)
    #expect(try place.snapshot() == ["one": Data("new".utf8), "two": Data("new".utf8)])
  }

  @Test func tellsWhereFilesAreThatCanNotGoBack() throws {
    let folder = try OutputFolder(place.folder.path)
    defer { folder.discard() }
    let message = folder.unended(PendingCommit.Halfway(reason: "input/output error")).description
    let hidden = "\(place.folder.path)/.angelfof-commit"
    #expect(message.contains("old files stand beside new ones"))
    #expect(message.contains("in \(hidden): the old ones in former, the new ones in new"))
    #expect(!message.contains("nothing was changed"))
  }
}
