import AngelFunds
import Reporting

/// The files of a sweep.
struct SweepReports {
  let sweep: FinishedSweep
  let forExcel: Bool

  init(_ sweep: FinishedSweep, forExcel: Bool) {
    self.sweep = sweep
    self.forExcel = forExcel
  }

  /// Writes the CSV files.
  func write(to folder: OutputFolder) throws {
    try folder.write(SweepTable.text(sweep, forExcel: forExcel), to: "sweep.csv")
    try folder.write(CellsTable.text(sweep, forExcel: forExcel), to: "cells.csv")
    guard sweep.provenance.design == .oneAtATime else { return }
    try folder.write(TornadoTable.text(sweep, forExcel: forExcel), to: "tornado.csv")
  }

  /// Writes the page.
  func writePage(to folder: OutputFolder, style: ReportStyle) throws {
    let page = SweepPage(SweepContent(sweep), style: style)
    try folder.write(page.html, to: "sweep.html")
  }

  /// Writes the workbook.
  func writeWorkbook(to folder: OutputFolder, style: ReportStyle) throws {
    let workbook = SweepWorkbook(SweepContent(sweep), style: style)
    try folder.writeWorkbook("sweep.xlsx") { path throws(WorkbookError) in
      try workbook.write(to: path)
    }
  }

  /// Writes a finished sweep's files and shows its screen.
  static func complete(_ files: SweepFiles, in path: String, options: TextOptions) throws {
    let folder = try OutputFolder(path)
    defer { folder.discard() }
    let finished = try FinishedSweep(path: files.target)
    let style = options.style.style(asking: finished.provenance.language)
    let reports = SweepReports(finished, forExcel: options.excel)
    try reports.write(to: folder)
    try reports.writePage(to: folder, style: style)
    try reports.writeWorkbook(to: folder, style: style)
    let written = try WrittenFiles(folder.commit(), in: path, style: style).lines()
    let screen = TerminalInk.ofStandardOutput.titled(TerminalSweep(finished, style: style).text)
    try StandardOutput.show("\(screen)\n\(written.joined(separator: "\n"))")
  }
}
