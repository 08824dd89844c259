import AngelFunds
import Reporting

/// The files of a sweep.
struct SweepReports {
  /// Names of files that a sweep may write.
  static let fileNames = [
    SweepFiles.fileName, "sweep.html", "sweep.xlsx", "sweep.csv", "cells.csv", "tornado.csv",
  ]

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

  /// Writes the files of one format.
  func write(_ format: ReportFormat, to folder: OutputFolder, style: ReportStyle) throws {
    switch format {
    case .csv: try write(to: folder)
    case .html: try writePage(to: folder, style: style)
    case .xlsx: try writeWorkbook(to: folder, style: style)
    case .terminal: break
    }
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

  /// Writes a finished sweep's files beside its store, moves all to their places, and shows the
  /// screen.
  ///
  /// - Parameters:
  ///   - store: Where the store is.
  ///   - moves: Files that go to their places with those that are written.
  static func complete(
    _ store: String, in folder: OutputFolder, moving moves: [(from: String, to: String)] = [],
    options: TextOptions
  ) throws {
    let finished = try FinishedSweep(path: store)
    let style = options.style.style(asking: finished.provenance.language)
    let reports = SweepReports(finished, forExcel: options.excel)
    try reports.write(to: folder)
    try reports.writePage(to: folder, style: style)
    try reports.writeWorkbook(to: folder, style: style)
    let set = OutputSet(kind: .sweep, subject: finished.provenance.fingerprint)
    let names = try folder.commit(set, moving: moves)
    let written = WrittenFiles(names, in: folder.path, style: style).lines()
    let screen = TerminalInk.ofStandardOutput.titled(TerminalSweep(finished, style: style).text)
    try StandardOutput.show("\(screen)\n\(written.joined(separator: "\n"))")
  }
}
