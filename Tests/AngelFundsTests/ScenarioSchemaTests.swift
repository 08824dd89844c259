import Foundation
import Testing

@testable import AngelFunds

/// The schema and the reader say the same about a file, as far as a schema can say it.
@Suite struct ScenarioSchemaTests {
  private static let decoded = Result {
    try JSONDecoder().decode(JSONValue.self, from: Data(ScenarioSchema.schema().utf8))
  }

  private let schema: JSONValue

  init() throws { schema = try Self.decoded.get() }

  private func schemaAccepts(_ text: String) throws -> Bool {
    let tree = try ScenarioTree(ScenarioText(Array(text.utf8), file: "x.yaml"))
    return JSONSchemaValidator().accepts(tree.json, schema)
  }

  @Test func everyKeywordIsChecked() {
    func keywords(_ schema: JSONValue) -> Set<String> {
      let members = schema.members
      let named = ["properties"].flatMap { Array((members[$0]?.members ?? [:]).values) }
      let single = ["additionalProperties", "propertyNames", "items", "not", "if", "else"]
        .compactMap { members[$0] }
      return (named + single + (members["anyOf"]?.items ?? []))
        .reduce(Set(members.keys)) { $0.union(keywords($1)) }
    }
    let used = keywords(schema).subtracting(JSONSchemaValidator.annotations)
    #expect(used.subtracting(JSONSchemaValidator.keywords).isEmpty)
  }

  @Test(arguments: ScenarioExampleTests.files) func examplesAreAccepted(file: String) throws {
    let text = try String(contentsOf: projectFile("Scenarios/\(file)"), encoding: .utf8)
    #expect(try schemaAccepts(text))
    #expect(throws: Never.self) { try example(file) }
  }

  @Test(arguments: SchemaDocuments.valid + SchemaDocuments.validRounds + SchemaDocuments.validRules)
  func validFilesAreAccepted(
    line: String
  ) throws {
    let text = smallScenario + line
    #expect(complaints(text) == "nothing")
    #expect(try schemaAccepts(text))
  }

  @Test(
    arguments: SchemaDocuments.invalid + SchemaDocuments.invalidLists
      + SchemaDocuments.invalidRounds + SchemaDocuments.invalidRules)
  func invalidFilesAreRefused(line: String) throws {
    let text = smallScenario + line
    #expect(complaints(text) != "nothing")
    #expect(try !schemaAccepts(text))
  }

  @Test(arguments: SchemaDocuments.invalidWholes)
  func incompleteFilesAreRefused(text: String) throws {
    #expect(complaints(text) != "nothing")
    #expect(try !schemaAccepts(text))
  }

  /// What is missing may come from a base or from changes.
  @Test(arguments: [
    "base: y.yaml\nsub_funds: {one: {start: 2q}}", "base: y.yaml\nsub_funds: {}",
    "anchors: {lake: {kind: town}}\nsub_funds: {one: {anchor: lake}}\n"
      + "set: {sub_funds.one.commitment: 1亿}",
  ])
  func variantsNeedNotBeComplete(text: String) throws {
    let said = complaints {
      try LoadedScenario(
        path: "x.yaml", load: loading(["x.yaml": text, "y.yaml": smallScenario]))
    }
    #expect(said == "nothing")
    #expect(try schemaAccepts(text))
  }

  /// Holds for every spelling of every number without an exponent.
  @Test func patternsAcceptWhatTheReaderAccepts() throws {
    let forms: [(ValueForm<Double>, [String])] = [
      (.amount, ["", "元", "万", "万元", "亿", " 亿元"]), (.rate, ["", "%", " %"]),
      (.share, ["", "%"]), (.positiveShare, ["", "%"]), (.shareBelowOne, ["", "%"]),
      (.weight, ["", "%"]), (.number(in: -3...3), [""]), (.number(in: 0.1...10), [""]),
      (.number(in: 0.01...10), [""]), (.number(in: 10...100_000, isAboveLow: true), [""]),
      (.years, ["y", "q", "m", " 年", "个月", "季度"]), (.yearsOrNone, ["y", "q", "m"]),
      (.number(in: 0...100, isAboveLow: true), [""]), (.loss, ["", "%"]), (.multiple, ["", "%"]),
      (.growth, ["", "%"]),
    ]
    for (form, units) in forms {
      try agree(form.shape, units) { form.parse($0) != nil }
    }
    for range in [1...160, 0...160] {
      let form = ValueForm<Int>.span(in: range)
      try agree(form.shape, ["y", "q", "年", " 个季度", ""]) { form.parse($0) != nil }
    }
    for range: ClosedRange<UInt64> in [0...UInt64(Int64.max), 2...10_000_000] {
      let form = ValueForm<UInt64>.wholeNumber(in: range)
      try agree(form.shape, [""]) { form.parse($0) != nil }
    }
  }

  private func agree(
    _ shape: ValueShape, _ units: [String], _ isRead: (String) -> Bool
  ) throws {
    guard case .number(let number) = shape else { return }
    let pattern = try NSRegularExpression(pattern: number.pattern)
    for digits in SchemaDocuments.numbers {
      for text in units.map({ digits + $0 }) {
        let all = NSRange(location: 0, length: text.utf16.count)
        let matches = pattern.firstMatch(in: text, range: all) != nil
        #expect(matches == isRead(text), "\(text) for \(number.range)")
      }
    }
  }
}
