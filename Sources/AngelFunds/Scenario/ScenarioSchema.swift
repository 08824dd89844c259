/// The JSON Schema of scenario files, for editors that complete and check.
///
/// It is made from what the reader asks for, so the two cannot differ. What depends on several
/// keys, such as sums, is the reader's alone.
public enum ScenarioSchema {
  /// The schema as text: draft 2020-12, pretty printed, always in the same order.
  public static func schema() -> String {
    var members: [(String, JSONText)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("angelfof scenario")),
      ("description", .string("What angelfof simulates: an angel fund of funds.")),
    ]
    members += mapping(ScenarioKeys.tree)
    members += whatMustBeThere
    return JSONText.object(members).pretty + "\n"
  }

  private static func value(_ tree: KeyTree) -> JSONText {
    guard let record = tree.record else { return .object(mapping(tree)) }
    let help: [(String, JSONText)] = [("description", .string(description(of: record)))]
    switch record.kind {
    case .section:
      guard case .value(.preset(let section)) = tree["preset"]?.record?.kind else {
        return .object(help + mapping(tree))
      }
      let names = ValueShape.presetNames(of: section)
      return .object(help + [("anyOf", .array(names + [.object(mapping(tree))]))])
    case .names: return .object(help + mapping(tree))
    case .value(let shape):
      return .object(help + shape.members + reminder(record, shape) + preset(record, shape))
    }
  }

  private static func mapping(_ tree: KeyTree) -> [(String, JSONText)] {
    var members: [(String, JSONText)] = [("type", .string("object"))]
    let fixed = tree.children.filter { $0.key != "*" }.map { key, child in
      (key, key == "ranges" ? ranges(child) : value(child))
    }
    if !fixed.isEmpty { members.append(("properties", .object(fixed))) }
    if case .names(let pattern?, let reserved) = tree.record?.kind {
      let exceptions =
        reserved.isEmpty ? [] : [("not", JSONText.object([("enum", .strings(reserved))]))]
      members.append(("propertyNames", .object([("pattern", .string(pattern))] + exceptions)))
    }
    members.append(("additionalProperties", tree.names.map(value) ?? .bool(false)))
    return members
  }

  /// A range for each number of the section.
  private static func ranges(_ tree: KeyTree) -> JSONText {
    guard let record = tree.record else { return .bool(false) }
    let numbers = ScenarioKeys.numbers(in: record.path.dropLast(".ranges".count))
    let members = numbers.map { key, shape -> (String, JSONText) in
      let record = tree.record(at: key) ?? tree.names?.record
      let help = record.map { [("description", JSONText.string(description(of: $0)))] } ?? []
      let ends = record.map { preset($0, .range) } ?? []
      return (key, .object(help + shape.rangeMembers + ends))
    }
    return .object([
      ("description", .string(description(of: record))), ("type", .string("object")),
      ("properties", .object(members)), ("additionalProperties", .bool(false)),
    ])
  }

  private static func description(of record: KeyRecord) -> String {
    var parts = [record.help.prefix(1).uppercased() + record.help.dropFirst() + "."]
    if case .value = record.kind { parts.append("Must be \(record.requirement).") }
    if record.isRequired { parts.append("Required.") }
    if let source = record.inheritsFrom { parts.append("Default: \(source).") }
    return parts.joined(separator: " ")
  }

  /// What editors that know this keyword say in place of the long pattern.
  private static func reminder(_ record: KeyRecord, _ shape: ValueShape) -> [(String, JSONText)] {
    guard case .number = shape else { return [] }
    return [("patternErrorMessage", .string("Must be \(record.requirement)."))]
  }

  private static func preset(_ record: KeyRecord, _ shape: ValueShape) -> [(String, JSONText)] {
    guard let text = record.fallback else { return [] }
    switch shape {
    case .list, .range:
      let items = text.dropFirst().dropLast().split(separator: ",").map { plain(trimmed($0)) }
      return [("default", .array(items))]
    case .number, .either: return [("default", plain(text))]
    case .quarter, .choice, .flag, .preset, .text, .label, .anyMapping:
      return [("default", .string(text))]
    }
  }

  private static func plain(_ text: String) -> JSONText {
    NumberSpelling.number(text) == nil ? .string(text) : .number(text)
  }
}

extension ScenarioSchema {
  /// The keys that a file has to have unless it says where others come from.
  private static var whatMustBeThere: [(String, JSONText)] {
    let sources = ["base", "set"].map { key in
      JSONText.object([("required", .array([.string(key)]))])
    }
    return [
      ("if", .object([("anyOf", .array(sources))])),
      (
        "else",
        .object(
          [("required", .strings(["anchors", "sub_funds"]))] + completeness(ScenarioKeys.tree))
      ),
    ]
  }

  private static func completeness(_ tree: KeyTree) -> [(String, JSONText)] {
    let fixed = tree.children.filter { $0.key != "*" }
    let required = fixed.filter { $0.tree.record?.isRequired == true }.map(\.key)
    let names = tree.names.map(completeness) ?? []
    let properties = fixed.compactMap { key, child -> (String, JSONText)? in
      let own = completeness(child)
      return own.isEmpty && names.isEmpty ? nil : (key, .object(own))
    }
    var members: [(String, JSONText)] = []
    if !required.isEmpty { members.append(("required", .strings(required))) }
    if !properties.isEmpty { members.append(("properties", .object(properties))) }
    if !names.isEmpty {
      members += [("minProperties", .number("1")), ("additionalProperties", .object(names))]
    }
    return members
  }
}
