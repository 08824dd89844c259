import Foundation

@testable import AngelFunds

extension ScenarioTree {
  /// The value as an editor sees it: plain texts get their type by the core schema of YAML 1.2.
  var json: JSONValue {
    switch content {
    case .text(let text, let isQuoted): isQuoted ? .text(text) : Self.plain(text)
    case .list(let items): .list(items.map(\.json))
    case .mapping(let entries):
      .object(Dictionary(entries.map { ($0.key, $0.value.json) }) { $1 })
    }
  }

  private static func plain(_ text: String) -> JSONValue {
    if ["", "~", "null", "Null", "NULL"].contains(text) { return .null }
    if ["true", "True", "TRUE"].contains(text) { return .bool(true) }
    if ["false", "False", "FALSE"].contains(text) { return .bool(false) }
    if let whole = try? /0x([0-9a-fA-F]+)/.wholeMatch(in: text), let value = Int(whole.1, radix: 16)
    {
      return .number(Double(value))
    }
    if let sign = try? /([-+]?)\.(inf|Inf|INF)/.wholeMatch(in: text) {
      return .number(sign.1 == "-" ? -.infinity : .infinity)
    }
    let decimal = /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/
    guard (try? decimal.wholeMatch(in: text)) != nil, let value = Double(text) else {
      return .text(text)
    }
    return .number(value)
  }
}
