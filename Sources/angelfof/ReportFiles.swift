import AngelFunds
import ArgumentParser
import Reporting

/// A format that reports come in.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case csv
  case html
  case terminal
  case xlsx
}

/// The options that say what reports look like.
struct ReportOptions: ParsableArguments {
  @OptionGroup var texts: TextOptions

  @Flag(help: "Write paths.csv too: the mother fund's figures, path by path.")
  var savePaths = false

  var excel: Bool { texts.excel }
}

/// Everything that a run's reports tell, read once.
struct RunReports {
  let store: RunStore
  let summary: Summary
  let sensitivity: [SensitivityRow]
  let budget: BudgetEstimates
  let options: ReportOptions
  let style: ReportStyle

  /// - Parameter summary: The run's estimates where they are at hand; else they are read.
  init(_ store: RunStore, summary: Summary? = nil, options: ReportOptions) throws {
    self.store = store
    self.options = options
    style = options.texts.style.style()
    self.summary = try summary ?? Summary(store)
    sensitivity = try store.sensitivity()
    budget = try BudgetEstimates(store)
  }

  /// Writes the CSV files beside the store in a folder, moves all to their places, and shows the
  /// screen.
  static func complete(
    _ folder: OutputFolder, summary: Summary, options: ReportOptions
  ) throws {
    let store = try RunStore(path: folder.staged(RunStore.fileName))
    let reports = try RunReports(store, summary: summary, options: options)
    try reports.writeCSV(to: folder)
    try reports.writeWorkbook(to: folder)
    let screen = reports.screen
    try folder.commit()
    try StandardOutput.show("\(screen)\n\(folder.path)/")
  }

  /// Writes the CSV files.
  func writeCSV(to folder: OutputFolder) throws {
    let (language, excel) = (style.language, options.excel)
    try folder.write(
      SummaryTable.text(summary, language: language, forExcel: excel), to: "summary.csv")
    try folder.write(
      CashFlowTable.text(QuarterlyEstimates(store), language: language, forExcel: excel),
      to: "cashflows.csv")
    try folder.write(
      BudgetTable.text(budget, language: language, forExcel: excel), to: "budget.csv")
    try folder.write(
      SensitivityTable.text(sensitivity, forExcel: excel), to: "sensitivity.csv")
    try folder.write(NotesTable.text(summary, forExcel: excel), to: "notes.csv")
    if store.provenance.scenario.rules.isEvaluated {
      try folder.write(
        EvaluationTable.text(
          EvaluationEstimates(store), language: language, forExcel: excel),
        to: "evaluation.csv")
    }
    guard options.savePaths else { return }
    try folder.write(PathsTable.text(PathFigures(store), forExcel: excel), to: "paths.csv")
  }

  /// Writes the workbook.
  func writeWorkbook(to folder: OutputFolder) throws {
    let workbook = RunWorkbook(
      try RunContent(store, summary: summary), style: style)
    try folder.writeWorkbook("report.xlsx") { path throws(WorkbookError) in
      try workbook.write(to: path)
    }
  }

  /// The screen for a terminal.
  var screen: String {
    TerminalSummary(
      store.provenance, summary: summary, sensitivity: sensitivity, budget: budget,
      style: style
    ).text
  }
}
