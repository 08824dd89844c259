import Foundation
import Testing

/// What commands do with a store of which one bit is another.
///
/// `compare` said 1.36x where 1.54x was simulated, and `trace` told a path that the run did not
/// have.
@Suite struct DamagedStoreTests {
  private let place: Workplace
  private let run: FinishedRun

  init() throws {
    place = try Workplace()
    run = try FinishedRun.serial.get()
    try run.place(in: place, folder: "kept")
    try run.place(in: place, folder: "flipped")
    var bytes = try #require(run.files["run.sqlite"])
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: place.folder.appending(path: "flipped/run.sqlite"))
  }

  @Test(arguments: [
    "report flipped --format csv --output out", "compare kept flipped --output out",
    "compare flipped kept --output out", "trace flipped --path worst", "trace flipped --path 3",
    "merge flipped --output out",
  ])
  func everyCommandRefusesIt(command: String) throws {
    let before = try place.snapshot()
    let outcome = try place.run(command.split(separator: " ").map(String.init))
    #expect(outcome.status == 65)
    #expect(outcome.output == "")
    #expect(
      outcome.messages == "flipped/run.sqlite: is damaged: its bytes are not those that were "
        + "written; run it again, or copy it anew from where it was made\n")
    #expect(try place.snapshot() == before)
  }
}
