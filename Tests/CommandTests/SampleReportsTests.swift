import Foundation
import Testing

/// The samples in the repository against what the program writes.
@Suite struct SampleReportsTests {
  private static let names = [
    "comparison.html", "comparison.xlsx", "report.html", "report.xlsx", "sweep.html", "sweep.xlsx",
  ]

  @Test func samplesAreWhatTheProgramWrites() throws {
    let place = try Workplace()
    let script = Program.repositoryFile("Reports/samples.sh").path
    let outcome = try place.shell("'\(script)' \"$ANGELFOF\" .")
    try #require(outcome.status == 0, "\(outcome.messages)")
    for name in Self.names {
      let kept = try Data(contentsOf: Program.repositoryFile("Reports/sample/\(name)"))
      let written = try Data(contentsOf: place.folder.appending(path: name))
      #expect(kept == written, "\(name) differs: run make samples, and look at it")
    }
  }
}
