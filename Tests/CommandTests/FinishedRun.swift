import Foundation
import Testing

/// A run of the smallest scenario that several tests look at.
struct FinishedRun: Sendable {
  let outcome: Outcome
  /// The bytes of all files in the folder of reports, by name.
  let files: [String: Data]

  /// On one worker, and on two.
  static let serial = Result { try FinishedRun(jobs: 1) }
  static let parallel = Result { try FinishedRun(jobs: 2) }

  /// Seven years instead of fifteen take half the time.
  static let sevenYears = [
    "--set", "mother_fund.fund_life=7y", "--set", "terms.investment_period=2y",
    "--set", "terms.exit_period=3y", "--set", "terms.extension=1y",
  ]

  private init(jobs: Int) throws {
    let place = try Workplace()
    try place.copyExample("minimal.yaml")
    // Six hundred paths are two blocks.
    outcome = try place.run(
      ["run", "minimal.yaml", "--paths", "600", "--jobs", "\(jobs)", "--save-paths"]
        + Self.sevenYears)
    files = try place.snapshot().reduce(into: [:]) { files, file in
      let prefix = "Reports/minimal/"
      if file.key.hasPrefix(prefix) {
        files[String(file.key.dropFirst(prefix.count))] = file.value
      }
    }
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    String(decoding: try #require(files[name]), as: UTF8.self)
  }

  /// The names of all CSV files.
  var tables: [String] { files.keys.filter { $0.hasSuffix(".csv") }.sorted() }

  /// Puts the files into a folder, as an earlier run would have left them.
  func place(in place: Workplace, folder: String) throws {
    let url = place.folder.appending(path: folder)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, bytes) in files { try bytes.write(to: url.appending(path: name)) }
  }
}
