/// The JSON Schema of scenario files, for editors that complete and check.
///
/// It is made from what the reader asks for, so the two cannot differ.
public enum ScenarioSchema {
  /// The schema as text: draft 2020-12, pretty printed, always in the same order.
  public static func schema() -> String {
    var members: [(String, JSONText)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("angelfof scenario")),
      ("description", .string("What angelfof simulates: an angel fund of funds.")),
    ]
    members += mapping(ScenarioKeys.tree)
    members.append(
      (
        "anyOf",
        .array(["sub_funds", "base"].map { .object([("required", .array([.string($0)]))]) })
      ))
    return JSONText.object(members).pretty + "\n"
  }

  private static func value(_ tree: KeyTree) -> JSONText {
    guard let record = tree.record else { return .object([]) }
    let help: [(String, JSONText)] = [("description", .string(description(of: record)))]
    switch record.kind {
    case .section, .names: return .object(help + mapping(tree))
    case .value(let shape): return .object(help + shape.members + preset(record, shape))
    }
  }

  private static func mapping(_ tree: KeyTree) -> [(String, JSONText)] {
    var members: [(String, JSONText)] = [("type", .string("object"))]
    let fixed = tree.children.filter { $0.key != "*" }
    if !fixed.isEmpty {
      members.append(("properties", .object(fixed.map { ($0.key, value($0.tree)) })))
    }
    if case .names(let pattern?) = tree.record?.kind {
      members.append(("propertyNames", .object([("pattern", .string(pattern))])))
    }
    members.append(("additionalProperties", tree.names.map(entry) ?? .bool(false)))
    return members
  }

  /// What stands at a name: a value, or a mapping that has no record of its own.
  private static func entry(_ names: KeyTree) -> JSONText {
    names.record == nil ? .object(mapping(names)) : value(names)
  }

  private static func description(of record: KeyRecord) -> String {
    var parts = [record.help.prefix(1).uppercased() + record.help.dropFirst() + "."]
    if case .value = record.kind { parts.append("Must be \(record.requirement).") }
    if record.isRequired { parts.append("Required.") }
    if let source = record.inheritsFrom { parts.append("Default: \(source).") }
    return parts.joined(separator: " ")
  }

  private static func preset(_ record: KeyRecord, _ shape: ValueShape) -> [(String, JSONText)] {
    guard let text = record.fallback else { return [] }
    switch shape {
    case .number, .integer: return [("default", .number(text))]
    case .list, .range:
      let items = text.dropFirst().dropLast().split(separator: ",").map { item in
        let item = trimmed(item)
        return NumberSpelling.number(item) == nil ? JSONText.string(item) : .number(item)
      }
      return [("default", .array(items))]
    case .numberOrText, .choice, .text, .label, .anyMapping: return [("default", .string(text))]
    }
  }
}

extension ValueShape {
  /// What the schema says about a value of this shape.
  fileprivate var members: [(String, JSONText)] {
    switch self {
    case .numberOrText(let pattern):
      [("type", .strings(["string", "number"])), ("pattern", .string(pattern))]
    case .number(let range):
      [
        ("type", .string("number")),
        ("minimum", .number(NumberSpelling.plain(range.lowerBound))),
        ("maximum", .number(NumberSpelling.plain(range.upperBound))),
      ]
    case .integer(let range):
      [
        ("type", .string("integer")), ("minimum", .number("\(range.lowerBound)")),
        ("maximum", .number("\(range.upperBound)")),
      ]
    case .choice(let names): [("enum", .strings(names))]
    case .text(let pattern):
      [("type", .string("string"))] + (pattern.map { [("pattern", .string($0))] } ?? [])
    case .label: Self.labelMembers
    case .list(let pattern, let most):
      Self.list(
        of: [("type", .strings(["string", "number"])), ("pattern", .string(pattern))], 1, most)
    case .range:
      [
        (
          "anyOf",
          .array([
            .object([("const", .string("none"))]),
            .object(Self.list(of: [("type", .strings(["string", "number"]))], 2, 2)),
          ])
        )
      ]
    case .anyMapping: [("type", .string("object"))]
    }
  }

  private static var labelMembers: [(String, JSONText)] {
    let text = JSONText.object([
      ("type", .strings(["string", "number"])), ("minLength", .number("1")),
      ("maxLength", .number("500")),
    ])
    let languages = JSONText.object([
      ("type", .string("object")), ("properties", .object([("en", text), ("zh", text)])),
      ("minProperties", .number("1")), ("additionalProperties", .bool(false)),
    ])
    return [("anyOf", .array([text, languages]))]
  }

  private static func list(
    of item: [(String, JSONText)], _ least: Int, _ most: Int
  ) -> [(String, JSONText)] {
    [
      ("type", .string("array")), ("items", .object(item)), ("minItems", .number("\(least)")),
      ("maxItems", .number("\(most)")),
    ]
  }
}
