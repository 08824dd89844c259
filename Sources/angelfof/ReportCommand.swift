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
      try StoreInput.prepare(finished)
      let files = try formats.filter { $0 != .terminal }
      // Nobody may write another run while this one is read.
      let folder = files.isEmpty ? nil : try openFolder()
      defer { folder?.discard() }
      if let sweep = FinishedSweep.path(of: finished) {
        try report(FinishedSweep(path: sweep), at: sweep, files, into: folder)
      } else {
        try report(RunStore(path: finished), files, into: folder)
      }
    }
  }

  private func openFolder() throws -> OutputFolder {
    // A folder must not be made of a mistyped name.
    if FileStatus(at: finished) == .nothing { _ = try RunStore(path: finished) }
    return try OutputFolder(output ?? folderOfRun)
  }

  private func report(
    _ store: RunStore, _ files: [ReportFormat], into folder: OutputFolder?
  ) throws {
    let reports = try RunReports(store, options: report)
    let set = OutputSet(
      kind: .run, subject: store.provenance.fingerprint, isWhole: false)
    try show(reports.screen, into: folder, set) { folder in
      try folder.expectNoOther(RunStore.fileName, than: storePath(RunStore.fileName), of: set)
      try reports.write(files, to: folder)
    }
  }

  private func report(
    _ sweep: FinishedSweep, at path: String, _ files: [ReportFormat], into folder: OutputFolder?
  ) throws {
    let style = report.texts.style.style(asking: sweep.provenance.language)
    let screen = TerminalInk.ofStandardOutput.titled(TerminalSweep(sweep, style: style).text)
    let reports = SweepReports(sweep, forExcel: report.excel)
    let set = OutputSet(
      kind: .sweep, subject: sweep.provenance.fingerprint, isWhole: false)
    try show(screen, into: folder, set) { folder in
      try folder.expectNoOther(SweepFiles.fileName, than: path, of: set)
      for format in files { try reports.write(format, to: folder, style: style) }
    }
  }

  /// Shows the screen and writes files in the order that was asked for, all files at once.
  private func show(
    _ screen: String, into folder: OutputFolder?, _ set: OutputSet,
    write: (OutputFolder) throws -> Void
  ) throws {
    var folder = folder
    for format in try formats {
      if format == .terminal {
        try StandardOutput.show(screen)
      } else if let open = folder {
        try write(open)
        try open.commit(set)
        try StandardOutput.show("\(open.path)/")
        folder = nil
      }
    }
  }

  /// The store's file.
  private func storePath(_ name: String) -> String {
    FileStatus(at: finished) == .folder ? "\(finished)/\(name)" : finished
  }

  private var folderOfRun: String {
    FileStatus(at: finished) == .folder ? finished : OutputFolder.holding(finished)
  }
}
