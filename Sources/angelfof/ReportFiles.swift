import AngelFunds
import ArgumentParser
import Reporting

/// A format that reports come in.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case csv
  case html
  case xlsx
  case terminal
}

/// The options that say what reports look like.
struct ReportOptions: ParsableArguments {
  @OptionGroup var texts: TextOptions

  @Flag(help: "Write paths.csv too: the mother fund's figures, path by path.")
  var savePaths = false

  var excel: Bool { texts.excel }
}

/// A run's reports, from what they tell, which is read once.
struct RunReports {
  /// What a run writes.
  static let formats: [ReportFormat] = [.csv, .html, .xlsx]

  private let store: RunStore
  private let content: RunContent
  private let options: ReportOptions
  private let style: ReportStyle

  /// - Parameter summary: The run's estimates where they are at hand; else they are read.
  init(_ store: RunStore, summary: Summary? = nil, options: ReportOptions) throws {
    (self.store, self.options) = (store, options)
    style = options.texts.style.style(asking: store.provenance.scenario.language)
    content = try RunContent(store, summary: summary)
  }

  /// Writes the reports beside the store in a folder, moves all to their places, and shows the
  /// screen.
  static func complete(
    _ folder: OutputFolder, summary: Summary, options: ReportOptions
  ) throws {
    let store = try RunStore(path: folder.staged(RunStore.fileName))
    let reports = try RunReports(store, summary: summary, options: options)
    try reports.write(formats, to: folder)
    let brief = reports.brief
    let set = OutputSet(kind: .run, subject: store.provenance.fingerprint)
    let files = try WrittenFiles(folder.commit(set), in: folder.path, style: reports.style)
      .lines(
        command: ShellWords.text(["angelfof", "report", folder.path] + options.texts.style.words))
    try StandardOutput.show(brief.text(files: files))
  }

  /// Names of files that a run may write.
  static let fileNames = [
    RunStore.fileName, "report.html", "report.xlsx", "summary.csv", "cashflows.csv", "budget.csv",
    "sensitivity.csv", "notes.csv", "evaluation.csv", "paths.csv",
  ]

  /// Writes the files of some formats.
  func write(_ formats: [ReportFormat], to folder: OutputFolder) throws {
    for format in formats {
      switch format {
      case .terminal: break
      case .csv: try writeCSV(to: folder)
      case .html:
        try folder.write(RunPage(content, style: style).html, to: "report.html")
      case .xlsx:
        let workbook = RunWorkbook(content, style: style)
        try folder.writeWorkbook("report.xlsx") { path throws(WorkbookError) in
          try workbook.write(to: path)
        }
      }
    }
  }

  private func writeCSV(to folder: OutputFolder) throws {
    let (language, excel) = (style.language, options.excel)
    try folder.write(
      SummaryTable.text(content.summary, language: language, forExcel: excel), to: "summary.csv")
    try folder.write(
      CashFlowTable.text(content.quarterly, language: language, forExcel: excel),
      to: "cashflows.csv")
    try folder.write(
      BudgetTable.text(content.budget, language: language, forExcel: excel), to: "budget.csv")
    try folder.write(
      SensitivityTable.text(content.sensitivity, forExcel: excel), to: "sensitivity.csv")
    try folder.write(
      NotesTable.text(content.summary, absentRates: content.absentRates, forExcel: excel),
      to: "notes.csv")
    if store.provenance.scenario.rules.isEvaluated {
      try folder.write(
        EvaluationTable.text(content.evaluation, language: language, forExcel: excel),
        to: "evaluation.csv")
    }
    guard options.savePaths else { return }
    try folder.write(PathsTable.text(PathFigures(store), forExcel: excel), to: "paths.csv")
  }

  /// The screen for a terminal.
  var screen: String {
    TerminalSummary(
      store.provenance, summary: content.summary, sensitivity: content.sensitivity,
      budget: content.budget, style: style, ink: .ofStandardOutput
    ).text
  }

  /// What a run ends with.
  private var brief: BriefSummary {
    BriefSummary(
      store.provenance, summary: content.summary, sensitivity: content.sensitivity,
      budget: content.budget, style: style, ink: .ofStandardOutput)
  }
}
