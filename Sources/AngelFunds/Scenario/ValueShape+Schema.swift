extension ValueShape {
  /// What the schema says about a value of this shape.
  var members: [(String, JSONText)] {
    switch self {
    case .number(let shape): shape.members
    case .quarter(let years, let pattern):
      [
        ("type", .strings(["integer", "string"])), ("minimum", .number("\(years.lowerBound)")),
        ("maximum", .number("\(years.upperBound)")), ("pattern", .string(pattern)),
      ]
    case .either(let word, let shape):
      [("anyOf", .array([.object([("enum", .strings([word]))]), .object(shape.members)]))]
    case .flag:
      [
        (
          "anyOf",
          .array([
            .object([
              ("enum", .array([.string("yes"), .string("no"), .bool(true), .bool(false)]))
            ]),
            .object([("type", .string("string")), ("pattern", .string(Self.flagPattern))]),
          ])
        )
      ]
    case .choice(let names): [("enum", .strings(names))]
    case .preset(let section): [("anyOf", .array(Self.presetNames(of: section)))]
    case .text(let pattern): [("type", .string("string")), ("pattern", .string(pattern))]
    case .label: Self.labelMembers
    case .list(let shape, let most): shape.listMembers(1...most)
    case .range, .anyMapping: [("type", .string("object"))]
    }
  }

  /// The words of yes and no, in small letters, capitals or both.
  private static let flagPattern =
    "^([yY][eE][sS]|[nN][oO]|[tT][rR][uU][eE]|[fF][aA][lL][sS][eE])$"

  /// One line of 1 to 500 characters, not counting blanks at its ends.
  private static var linePattern: String {
    let control = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029"
    return "^[ \\t]*[^ \(control)]([^\(control)]{0,498}[^ \(control)])?[ \\t]*$"
  }

  /// The ways to name a preset.
  static func presetNames(of section: PresetSection) -> [JSONText] {
    [
      .object([("enum", .strings(section.names))]),
      .object([
        ("type", .string("string")), ("pattern", .string(Presets.pathPattern)),
      ]),
    ]
  }

  private static var labelMembers: [(String, JSONText)] {
    let text = JSONText.object([
      ("type", .strings(["string", "number", "boolean"])), ("pattern", .string(linePattern)),
    ])
    let languages = JSONText.object([
      ("type", .string("object")), ("properties", .object([("en", text), ("zh", text)])),
      ("minProperties", .number("1")), ("additionalProperties", .bool(false)),
    ])
    return [("anyOf", .array([text, languages]))]
  }
}

extension NumberShape {
  /// What the schema says about such a number: bounds for numbers, a pattern for texts.
  fileprivate var members: [(String, JSONText)] {
    guard units.contains(where: \.isOptional) else {
      return [("type", .string("string")), ("pattern", .string(pattern))]
    }
    return [
      ("type", .strings([isWhole ? "integer" : "number", "string"])),
      (isAboveLow ? "exclusiveMinimum" : "minimum", .number(text(range.lowerBound))),
      (isBelowHigh ? "exclusiveMaximum" : "maximum", .number(text(range.upperBound))),
      ("pattern", .string(pattern)),
    ]
  }

  /// The same for a list of such numbers.
  fileprivate func listMembers(_ count: ClosedRange<Int>) -> [(String, JSONText)] {
    [
      ("type", .string("array")), ("items", .object(members)),
      ("minItems", .number("\(count.lowerBound)")), ("maxItems", .number("\(count.upperBound)")),
    ]
  }

  /// The same for the two ends of a range.
  var rangeMembers: [(String, JSONText)] {
    [
      (
        "anyOf",
        .array([.object([("enum", .strings(["none"]))]), .object(listMembers(2...2))])
      )
    ]
  }
}
