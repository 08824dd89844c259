import Foundation

/// A JSON value, as a schema is made of and as a document is for a validator.
enum JSONValue: Decodable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  var members: [String: JSONValue] {
    if case .object(let members) = self { members } else { [:] }
  }

  var items: [JSONValue] {
    if case .list(let items) = self { items } else { [] }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}

/// The part of JSON Schema, draft 2020-12, that the scenario's schema uses.
struct JSONSchemaValidator {
  static let annotations: Set = [
    "$schema", "title", "description", "default", "patternErrorMessage",
  ]
  static let keywords: Set = [
    "type", "properties", "propertyNames", "additionalProperties", "required", "minProperties",
    "enum", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "items",
    "minItems", "maxItems", "anyOf", "not", "if", "else",
  ]

  /// Whether `value` is valid.
  func accepts(_ value: JSONValue, _ schema: JSONValue) -> Bool {
    if case .bool(let isValid) = schema { return isValid }
    return schema.members.allSatisfy { keyword, rule in
      acceptsAny(value, keyword, rule, schema) && acceptsTyped(value, keyword, rule, schema)
    }
  }

  /// Keywords that say nothing about values of other types.
  private func acceptsTyped(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONValue
  ) -> Bool {
    switch value {
    case .object(let members): accepts(members, keyword, rule, schema)
    case .list(let items): accepts(items, keyword, rule)
    case .text(let text): keyword != "pattern" || matches(text, rule.text ?? "")
    case .number(let number): accepts(number, keyword, rule.number ?? 0)
    case .null, .bool: true
    }
  }

  /// Keywords that are about values of every type, or about counts.
  private func acceptsAny(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONValue
  ) -> Bool {
    switch keyword {
    case "type":
      (rule.items + [rule]).compactMap(\.text).contains { isType($0, value) }
    case "enum": rule.items.contains(value)
    case "anyOf": rule.items.contains { accepts(value, $0) }
    case "not": !accepts(value, rule)
    case "if": accepts(value, rule) || accepts(value, schema.members["else"] ?? .bool(true))
    default: true
    }
  }

  private func accepts(
    _ members: [String: JSONValue], _ keyword: String, _ rule: JSONValue, _ schema: JSONValue
  ) -> Bool {
    switch keyword {
    case "properties":
      members.allSatisfy { accepts($0.value, rule.members[$0.key] ?? .bool(true)) }
    case "additionalProperties":
      members.filter { schema.members["properties"]?.members[$0.key] == nil }
        .allSatisfy { accepts($0.value, rule) }
    case "propertyNames": members.keys.allSatisfy { accepts(.text($0), rule) }
    case "required": rule.items.compactMap(\.text).allSatisfy { members[$0] != nil }
    case "minProperties": Double(members.count) >= rule.number ?? 0
    default: true
    }
  }

  private func accepts(_ items: [JSONValue], _ keyword: String, _ rule: JSONValue) -> Bool {
    switch keyword {
    case "items": items.allSatisfy { accepts($0, rule) }
    case "minItems": Double(items.count) >= rule.number ?? 0
    case "maxItems": Double(items.count) <= rule.number ?? 0
    default: true
    }
  }

  private func accepts(_ number: Double, _ keyword: String, _ bound: Double) -> Bool {
    switch keyword {
    case "minimum": number >= bound
    case "maximum": number <= bound
    case "exclusiveMinimum": number > bound
    case "exclusiveMaximum": number < bound
    default: true
    }
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    text.range(of: pattern, options: .regularExpression) != nil
  }

  private func isType(_ type: String, _ value: JSONValue) -> Bool {
    switch value {
    case .null: type == "null"
    case .bool: type == "boolean"
    case .number(let number):
      type == "number" || (type == "integer" && number == number.rounded())
    case .text: type == "string"
    case .list: type == "array"
    case .object: type == "object"
    }
  }
}
