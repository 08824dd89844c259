import AngelFunds
import ArgumentParser
import Foundation
import Reporting
import Stochastics

/// A format that traces come in.
enum TraceFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case csv
  case json
}

struct TraceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Tells one path as a dated ledger: every company, call, fee and distribution.",
    discussion: """
      The path is a number from 0, or one of worst, p05, p25, median, p75, p95, best
      of a finished run. Totals stand beside the path's figures, and must agree.

      Examples:
        angelfof trace Scenarios/dongguan_baseline.yaml --path 7
        angelfof trace Reports/dongguan_baseline --path worst --lang zh
        angelfof trace Reports/dongguan_baseline --path median --by irr
        angelfof trace Scenarios/minimal.yaml --path 0 --sub-fund towns_1 --company 3
        angelfof trace Scenarios/minimal.yaml --path 0 --format csv --output path.csv
      """)

  @Argument(
    help: "A scenario file, or the folder (or run.sqlite) of a finished run.",
    completion: .file())
  var input: String

  @Option(help: "The path: a number from 0, or worst, p05, p25, median, p75, p95, best.")
  var path: String

  @Option(help: "The mother fund's figure by which such a word orders the paths.")
  var by = Metric.tvpi.rawValue

  @Option(help: "Tell only this sub-fund, by its key; direct for direct investments.")
  var subFund: String?

  @Option(help: "Tell only this company of the sub-fund, by its number.")
  var company: Int?

  @Option(help: "The format: text, csv or json.")
  var format = TraceFormat.text

  @Option(
    name: .shortAndLong, help: "The file to write; standard output if not given.",
    completion: .file())
  var output: String?

  @Option(
    name: .customLong("run"),
    help: "Where the scenario's run is, for a word; Reports/<scenario> if not given.",
    completion: .directory)
  var runFolder: String?

  @OptionGroup var origin: TraceOriginOptions
  @OptionGroup var texts: TextOptions

  func validate() throws {
    guard !input.isEmpty else { throw ValidationError("The name of the input is empty.") }
    guard output != "" else { throw ValidationError("--output names no file.") }
    guard PathChoice(argument: path) != nil else {
      let words = PathChoice.words.joined(separator: ", ")
      throw ValidationError("--path takes a number from 0, or one of \(words), not \(shown(path)).")
    }
    guard company == nil || subFund != nil else {
      throw ValidationError("--company needs --sub-fund: numbers are those of one sub-fund.")
    }
    guard Metric(rawValue: by) != nil else {
      throw ValidationError(shown("\(TraceError.noFigure(by))"))
    }
    guard InputKind(of: input) == .run, origin.isGiven || runFolder != nil else { return }
    throw ValidationError(
      "--seed, --set, --generator and --run need a scenario file; a run has its own.")
  }

  func run() async throws {
    try await reportingFailures {
      let runs = [input, runFolder].compactMap { $0 }
      try output.map(OutputFile.init)?.refuse(
        over: runs + runs.map { "\($0)/\(RunStore.fileName)" })
      var trace = try await TracedInput(self).trace()
      if let subFund { trace = try trace.restricted(toVehicle: subFund, company: company) }
      try show(trace)
      guard trace.reconciliation.reconciles else {
        throw Failure.software.exit("\(input): the ledger does not reconcile with the figures")
      }
    }
  }

  private func show(_ trace: PathTrace) throws {
    let text =
      switch format {
      case .text: TerminalTrace(trace, style: texts.style.style(asking: trace.origin.language)).text
      case .csv: TraceTable.text(trace, forExcel: texts.excel)
      case .json: try TraceJSON.text(trace)
      }
    guard let output else {
      let ink = format == .text ? TerminalInk.ofStandardOutput : .none
      return try StandardOutput.show(ink.titled(text))
    }
    guard try !OutputFile(path: output).write(text) else { return }
    try StandardOutput.show(output)
  }
}

/// The options that say which random numbers make the path, of which scenario.
struct TraceOriginOptions: ParsableArguments {
  @Option(
    help: "Every seed gives other paths; instead of the scenario's.",
    transform: RunNumber.seedOption)
  var seed: UInt64?

  @Option(help: "Where random numbers come from: philox, or any of GSL's generators by name.")
  var generator: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Replaces a key of the scenario: --set terms.carry=15%.", valueName: "key.path=value"))
  var overrides: [String] = []

  /// Whether any of them is given.
  var isGiven: Bool { seed != nil || generator != nil || !overrides.isEmpty }

  func validate() throws {
    guard let generator, Generator(named: generator) == nil else { return }
    throw ValidationError(
      "--generator must be one of \(Generator.names.joined(separator: ", ")), not \(generator).")
  }
}
