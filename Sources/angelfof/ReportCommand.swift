import AngelFunds
import ArgumentParser
import Foundation
import Reporting

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Makes reports of a finished run again, without simulating.",
    discussion: """
      Examples:
        angelfof report Reports/dongguan_baseline --format terminal --lang zh
        angelfof report Reports/dongguan_baseline --format csv --excel --save-paths
        angelfof report Reports/dongguan_baseline --format html,xlsx --lang zh
      """)

  @Argument(help: "The folder of a run, or its run.sqlite.", completion: .file())
  var finished: String

  @Option(help: "Formats, separated by commas: csv, html, xlsx, terminal.")
  var format = "terminal"

  @Option(
    name: .shortAndLong, help: "Where files go; beside the run if not given.",
    completion: .directory)
  var output: String?

  @OptionGroup var report: ReportOptions

  private var formats: [ReportFormat] {
    get throws {
      try format.split(separator: ",").map { name in
        let name = name.trimmingCharacters(in: .whitespaces)
        guard let format = ReportFormat(rawValue: name) else {
          let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("--format takes \(known), separated by commas, not \(shown(name)).")
        }
        return format
      }
    }
  }

  func validate() throws {
    guard !finished.isEmpty else { throw ValidationError("The name of the run is empty.") }
    guard output != "" else { throw ValidationError("--output names no folder.") }
    guard try !formats.isEmpty else { throw ValidationError("--format names no format.") }
  }

  func run() async throws {
    try await reportingFailures {
      if let sweep = FinishedSweep.path(of: finished) {
        return try report(FinishedSweep(path: sweep))
      }
      let store = try RunStore(path: finished)
      let reports = try RunReports(store, options: report)
      try write(reports)
    }
  }

  /// Shows the screen and writes files in the order that was asked for, all files at once.
  private func write(_ reports: RunReports) throws {
    let files = try formats.filter { $0 != .terminal }
    for format in try formats {
      if format == .terminal { try StandardOutput.show(reports.screen) }
      guard format == files.first else { continue }
      let folder = try OutputFolder(output ?? folderOfRun)
      defer { folder.discard() }
      try reports.write(files, to: folder)
      try folder.commit()
      try StandardOutput.show("\(folder.path)/")
    }
  }

  private func report(_ sweep: FinishedSweep) throws {
    let style = report.texts.style.style(asking: sweep.provenance.language)
    let screen = TerminalInk.ofStandardOutput.titled(TerminalSweep(sweep, style: style).text)
    for format in try formats {
      switch format {
      case .terminal: try StandardOutput.show(screen)
      case .csv, .html, .xlsx:
        let folder = try OutputFolder(output ?? folderOfRun)
        defer { folder.discard() }
        let reports = SweepReports(sweep, forExcel: report.excel)
        switch format {
        case .csv: try reports.write(to: folder)
        case .html: try reports.writePage(to: folder, style: style)
        case .xlsx: try reports.writeWorkbook(to: folder, style: style)
        case .terminal: break
        }
        try folder.commit()
        try StandardOutput.show("\(folder.path)/")
      }
    }
  }

  private var folderOfRun: String {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: finished, isDirectory: &isFolder)
    if isFolder.boolValue { return finished }
    return OutputFolder.holding(finished)
  }
}
