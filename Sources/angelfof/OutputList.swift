import AngelFunds
import Foundation

/// What the files of a command tell of, together.
struct OutputSet: Hashable {
  enum Kind: String {
    case run
    case comparison
    case sweep
    /// Of a run or of a sweep; each is a set of its own.
    case shard
  }

  let kind: Kind
  /// Tells one run from another: equal for files that were made of the same numbers.
  let subject: String
  /// Whether it stands in place of every file of its kind, or beside those of the same subject.
  var isWhole = true

  /// Whether a file of an earlier set goes when this one is written.
  ///
  /// A report made again takes no store away: it may be the one that it tells of.
  fileprivate func replaces(_ entry: OutputList.Entry) -> Bool {
    guard !isWhole else { return true }
    return kind != .shard && !entry.name.hasSuffix(".sqlite") && !entry.subject.isEmpty
      && entry.subject != subject
  }
}

/// The list of the files that this program wrote into a folder, kept there as a hidden file.
///
/// Only what stands in it is ever removed.
struct OutputList {
  struct Entry: Hashable {
    let set: OutputSet.Kind
    let subject: String
    let name: String
  }

  static let name = ".angelfof"

  /// Whether a file or folder is one that the program keeps for itself.
  static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").last?.hasPrefix(name) ?? false
  }

  private static let title = "files that angelfof wrote into this folder, and may replace or remove"

  private(set) var entries: [Entry]

  /// Reads a folder's list; what is no line of one is left out.
  init(of folder: String) {
    let file = "\(folder)/\(Self.name)"
    guard FileStatus(ofLinkAt: file) == .plainFile,
      let bytes = FileManager.default.contents(atPath: file)
    else {
      entries = Self.unlistedEntries(of: folder)
      return
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    entries = lines.compactMap { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, let set = OutputSet.Kind(rawValue: parts[0]),
        OutputName.problem(parts[2]) == nil
      else { return nil }
      return Entry(set: set, subject: parts[1], name: parts[2])
    }
  }

  /// What version 0.1.0, which kept no list, wrote beside a run.
  private static func unlistedEntries(of folder: String) -> [Entry] {
    guard FileStatus(ofLinkAt: "\(folder)/\(RunStore.fileName)") == .plainFile else { return [] }
    return RunReports.fileNames.filter { FileStatus(ofLinkAt: "\(folder)/\($0)") == .plainFile }
      .map { Entry(set: .run, subject: "", name: $0) }
  }

  /// Puts `names` into the list, as files of `set`.
  ///
  /// - Returns: The files that `set` takes the place of, and does not write.
  mutating func put(_ names: [String], of set: OutputSet) -> [String] {
    let others = entries.filter { $0.set == set.kind && !names.contains($0.name) }
    let outdated = others.filter { set.replaces($0) }
    // What stays beside the new files tells of the same.
    let added = others.filter { !set.replaces($0) && set.kind != .shard }.map(\.name) + names
    entries.removeAll { outdated.contains($0) || added.contains($0.name) }
    entries += added.map { Entry(set: set.kind, subject: set.subject, name: $0) }
    return outdated.map(\.name)
  }

  /// What a file tells of; nil if it is not in the list.
  func subject(of name: String) -> String? { entries.first { $0.name == name }?.subject }

  /// The list as it is kept.
  var text: String {
    let lines = entries.map { "\($0.set.rawValue)\t\($0.subject)\t\($0.name)" }.sorted()
    return ([Self.title] + lines).map { "\($0)\n" }.joined()
  }
}
