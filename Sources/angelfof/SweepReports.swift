import AngelFunds
import Reporting

/// The CSV files of a sweep.
struct SweepReports {
  let sweep: FinishedSweep
  let forExcel: Bool

  init(_ sweep: FinishedSweep, forExcel: Bool) {
    self.sweep = sweep
    self.forExcel = forExcel
  }

  func write(to folder: OutputFolder) throws {
    try folder.write(SweepTable.text(sweep, forExcel: forExcel), to: "sweep.csv")
    try folder.write(CellsTable.text(sweep, forExcel: forExcel), to: "cells.csv")
    guard sweep.provenance.design == .oneAtATime else { return }
    try folder.write(TornadoTable.text(sweep, forExcel: forExcel), to: "tornado.csv")
  }

  /// Writes a finished sweep's files and shows its screen.
  static func complete(_ files: SweepFiles, in path: String, options: TextOptions) throws {
    let folder = try OutputFolder(path)
    defer { folder.discard() }
    let finished = try FinishedSweep(path: files.target)
    try SweepReports(finished, forExcel: options.excel).write(to: folder)
    try folder.commit()
    try StandardOutput.show(
      "\(TerminalSweep(finished, style: options.style.style()).text)\n\(path)/")
  }
}
