import Foundation

/// Files that are to go to their places in a folder, all of them or none.
///
/// They wait in a hidden folder, which gets its final name in one step: before it, nothing has
/// happened; after it, all will, as whoever works in the folder next goes on where a killed program
/// stopped.
struct PendingCommit {
  /// The hidden folder of what is decided.
  static let name = ".angelfof-commit"
  static let filesName = "new"
  private static let movesName = "moves"
  private static let removalsName = "removals"
  static let formerName = "former"

  /// Where a file of the folder goes.
  private struct Step {
    let from: String
    let to: String
  }

  /// Files that could neither all go to their places nor all go back.
  struct Halfway: Error {
    let reason: String
  }

  /// A decision that somebody else has made.
  struct Foreign: Error {}

  typealias Rename = (_ from: String, _ to: String) -> Int32

  private let folder: String
  /// Gives a file another name, as the system's `rename` does.
  private let rename: Rename
  private var path: String { "\(folder)/\(Self.name)" }
  private var steps: [Step] = []

  /// Decides that the files staged in `staging` go to their places in `folder`.
  ///
  /// - Parameters:
  ///   - removals: Names of files of the folder that go.
  ///   - moves: Files of the folder that get another name.
  ///   - rename: Gives a file another name.
  /// - Throws: `FileBytes.Refusal`; then nothing has happened.
  init(
    _ staging: String, in folder: String, removing removals: [String],
    moving moves: [(from: String, to: String)],
    by rename: @escaping Rename = { Foundation.rename($0, $1) }
  ) throws {
    (self.folder, self.rename) = (folder, rename)
    try FileBytes.write(removals.joined(separator: "\n"), toNew: "\(staging)/\(Self.removalsName)")
    try FileBytes.write(
      moves.map { "\($0.from)\n\($0.to)" }.joined(separator: "\n"),
      toNew: "\(staging)/\(Self.movesName)")
    guard mkdir("\(staging)/\(Self.formerName)", 0o777) == 0 else { throw FileBytes.Refusal() }
    FileBytes.synchronize("\(staging)/\(Self.filesName)")
    FileBytes.synchronize(staging)
    guard rename(staging, path) == 0 else { throw FileBytes.Refusal() }
    FileBytes.synchronize(folder)
  }

  /// What a killed program has decided in `folder`; nil if nothing.
  ///
  /// - Throws: `Foreign`: whoever may write into a folder could have others move their files about.
  private init?(in folder: String) throws {
    (self.folder, rename) = (folder, { Foundation.rename($0, $1) })
    guard FileStatus(ofLinkAt: path) == .folder else { return nil }
    for part in ["", Self.filesName, Self.formerName, Self.removalsName, Self.movesName] {
      guard FileStatus.isOwn("\(path)/\(part)") else { throw Foreign() }
    }
  }

  /// Ends what a killed program has begun.
  ///
  /// - Throws: `FileBytes.Refusal` if it cannot be ended now, `Foreign` if it is somebody else's; it
  ///   stays as it was.
  static func complete(in folder: String) throws {
    guard var pending = try PendingCommit(in: folder) else { return }
    try pending.move()
    try pending.clear()
  }

  /// Moves everything to its place.
  ///
  /// - Throws: `FileBytes.Refusal`; everything is where it was then. `Halfway` if not: what has not
  ///   gone back is as a killed program leaves it, and whoever works in the folder next goes on.
  mutating func carryOut() throws {
    do {
      try move()
    } catch {
      try moveBack()
      try? clear()
      throw error
    }
    try? clear()
  }

  /// Takes steps back, the last first, up to the first that cannot be.
  private mutating func moveBack() throws {
    while let step = steps.last {
      guard rename(step.to, step.from) == 0 else {
        throw Halfway(reason: FileBytes.Refusal().reason)
      }
      steps.removeLast()
    }
  }

  private mutating func move() throws {
    for name in names(Self.removalsName) { try setAside(name) }
    let moves = names(Self.movesName)
    for pair in stride(from: 0, to: moves.count - 1, by: 2) {
      try put("\(folder)/\(moves[pair])", moves[pair + 1])
    }
    let new = "\(path)/\(Self.filesName)"
    for name in try FileManager.default.contentsOfDirectory(atPath: new).sorted() {
      try put("\(new)/\(name)", name)
    }
    FileBytes.synchronize(folder)
  }

  /// Names of a note in the hidden folder; what is no plain name is nobody's to touch.
  private func names(_ note: String) -> [String] {
    let file = "\(path)/\(note)"
    guard FileStatus(ofLinkAt: file) == .plainFile, FileStatus.isOwn(file),
      let bytes = FileManager.default.contents(atPath: file)
    else { return [] }
    let names = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    return names.allSatisfy { OutputName.problem($0) == nil } ? names : []
  }

  private mutating func put(_ file: String, _ name: String) throws {
    guard FileStatus(ofLinkAt: file) == .plainFile else { return }
    try setAside(name)
    try move(file, "\(folder)/\(name)")
  }

  private mutating func setAside(_ name: String) throws {
    guard FileStatus(ofLinkAt: "\(folder)/\(name)") == .plainFile else { return }
    try move("\(folder)/\(name)", "\(path)/\(Self.formerName)/\(name)")
  }

  private mutating func move(_ from: String, _ to: String) throws {
    guard rename(from, to) == 0 else { throw FileBytes.Refusal() }
    steps.append(Step(from: from, to: to))
  }

  /// Takes the decision away in one step, as a half of it would be another one.
  private func clear() throws {
    let done = "\(path)-\(getpid())"
    guard Foundation.rename(path, done) == 0 else { throw FileBytes.Refusal() }
    try FileManager.default.removeItem(atPath: done)
  }
}
