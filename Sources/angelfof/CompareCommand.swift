import AngelFunds
import ArgumentParser
import Foundation
import Reporting

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares scenarios, or finished runs, with the first of them.",
    discussion: """
      Scenarios run on the seed and the number of paths of the first, so that differences
      are told path by path. Writes compare.csv and comparison.html, and prints a ranking,
      what is more than noise, and the keys in which scenarios differ. With --each, one scenario is compared
      under several values of a key, with the first of them.

      Examples:
        angelfof compare plan.yaml more_for_towns.yaml less_carry.yaml
        angelfof compare plan.yaml towns.yaml --rank-by loss_probability
        angelfof compare Reports/plan Reports/more_for_towns --lang zh
        angelfof compare plan.yaml --each rules=none,shenzhen_2018,suzhou_522,hefei
      """)

  @Argument(
    help: "Scenario files, or folders (or run.sqlite files) of finished runs; the base first.",
    completion: .file())
  var inputs: [String]

  @Option(
    help: ArgumentHelp(
      "Compares one scenario under each value of a key; the first value is the base.",
      valueName: "key.path=value,value"))
  var each: String?

  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var texts: TextOptions

  @Option(help: "The mother fund's figure by which scenarios are ranked.")
  var rankBy = "tvpi"

  @Option(
    name: .shortAndLong,
    help: "The folder of the report; Reports/compare_<base> or …_<base>_<key> if not given.",
    completion: .directory)
  var output: String?

  @Flag(help: "Keep the runs of the scenarios, as <scenario>.sqlite.")
  var saveRuns = false

  func validate() throws {
    try validateCount()
    guard !inputs.contains("") else { throw ValidationError("The name of an input is empty.") }
    guard output != "" else { throw ValidationError("--output names no folder.") }
    guard RankFigure(named: rankBy) != nil else {
      let known = RankFigure.names.joined(separator: ", ")
      throw ValidationError("--rank-by must be one of \(known), not \(shown(rankBy)).")
    }
    let kinds = Set(inputs.compactMap(InputKind.init(of:)))
    guard kinds.count < 2 else {
      throw ValidationError("compare takes scenario files or finished runs, not both at once.")
    }
    guard kinds.contains(.run) else { return }
    let isSimulating =
      each != nil || simulation.paths != nil || simulation.seed != nil
      || !simulation.overrides.isEmpty
    guard !isSimulating, !saveRuns else {
      throw ValidationError(
        "--paths, --seed, --set, --each and --save-runs need scenario files; runs are finished.")
    }
  }

  private func validateCount() throws {
    guard let each else {
      guard inputs.count > 1 else {
        throw ValidationError(
          "compare takes the base and at least one more scenario or run, or --each.")
      }
      return
    }
    guard KeyValues(argument: each) != nil else {
      throw ValidationError(
        "--each takes key.path=value,value with at least two values, such as "
          + "--each terms.carry=15%,20%, not \(each).")
    }
    guard inputs.count == 1 else {
      throw ValidationError("--each takes one scenario, not \(inputs.count).")
    }
  }

  func run() async throws {
    try await reportingFailures {
      if inputs.contains(where: { InputKind(of: $0) == .run }) {
        try compareRuns()
      } else {
        try await compareScenarios()
      }
    }
  }

  private static let fileNames = ["compare.csv", "comparison.html", "comparison.xlsx"]

  /// Where a comparison goes; the name of a run may be anything.
  private static func folder(of base: String) -> String {
    "Reports/\(OutputName.fileNames(for: ["compare_\(base)"])[0])"
  }

  /// Opens every run, and tells what is wrong with all.
  private func openRuns() throws -> [RunStore] {
    var problems = CommandProblems()
    let stores = try inputs.compactMap { input in
      try problems.collect {
        try StoreInput.prepare(input)
        return try RunStore(path: input)
      }
    }
    try problems.throwAny()
    return stores
  }

  private func compareRuns() throws {
    let stores = try openRuns()
    let names = ComparedRun.distinctNames(stores.map(\.provenance.scenarioName))
    let folder = try OutputFolder(output ?? Self.folder(of: names[0]))
    defer { folder.discard() }
    try folder.expect(Self.fileNames)
    try report(zip(names, stores).map { ComparedRun(name: $0, store: $1) }, into: folder)
  }

  private func compareScenarios() async throws {
    let each = each.flatMap(KeyValues.init(argument:))
    let runs =
      if let each { try await ComparisonRuns(inputs[0], each: each, options: simulation) } else {
        try await ComparisonRuns(inputs, options: simulation)
      }
    let name = runs.scenario + (each.map { "_\($0.key)" } ?? "")
    let folder = try OutputFolder(output ?? Self.folder(of: name))
    defer { folder.discard() }
    try folder.expect(Self.fileNames + (saveRuns ? runs.fileNames : []))
    let stores = try await runs.simulate(into: folder)
    if !saveRuns { runs.removeStores(from: folder) }
    let subject = each.map { TerminalComparison.Subject(scenario: runs.scenario, key: $0.key) }
    try report(stores, about: subject, into: folder)
  }

  private func report(
    _ runs: [ComparedRun], about subject: TerminalComparison.Subject? = nil,
    into folder: OutputFolder
  ) throws {
    guard let rank = RankFigure(named: rankBy) else { return }
    let comparison = try Comparison(runs, rankBy: rank)
    let style = texts.style.style(asking: runs[0].store.provenance.scenario.language)
    try folder.write(
      CompareTable.text(comparison, language: style.language, forExcel: texts.excel),
      to: "compare.csv")
    let content = try ComparisonContent(comparison, runs: runs, command: repeating(comparison))
    try folder.write(ComparisonPage(content, style: style).html, to: "comparison.html")
    try folder.writeWorkbook("comparison.xlsx") { path throws(WorkbookError) in
      try ComparisonWorkbook(content, style: style).write(to: path)
    }
    let screen = TerminalComparison(comparison, about: subject, style: style).text
    let set = OutputSet(kind: .comparison, subject: "")
    let files = try WrittenFiles(folder.commit(set), in: folder.path, style: style).lines()
    let titled = TerminalInk.ofStandardOutput.titled(screen)
    try StandardOutput.show("\(titled)\n\(files.joined(separator: "\n"))")
  }

  /// The command that repeats the comparison, whatever defaults become.
  private func repeating(_ comparison: Comparison) -> String {
    var words = ["angelfof", "compare"] + inputs
    if inputs.contains(where: { InputKind(of: $0) == .scenario }) {
      words += ["--paths", String(comparison.provenance.paths)]
      words += ["--seed", String(comparison.provenance.seed)]
      words += simulation.overrides.flatMap { ["--set", $0] }
      if let each { words += ["--each", each] }
    }
    return ShellWords.text(words + ["--rank-by", rankBy])
  }
}
