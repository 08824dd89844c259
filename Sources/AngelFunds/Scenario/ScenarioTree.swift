/// The values of a scenario file before anybody knows what they mean, each with its place.
struct ScenarioTree: Sendable {
  /// Where a value was written.
  struct Place: Hashable, Sendable {
    var file: String
    var line: Int?
  }

  /// A key of a mapping, and what stands there.
  struct Entry: Sendable {
    var key: String
    var place: Place
    var value: ScenarioTree

    /// Where a problem of the value is told: at a single value itself, else at the key.
    var problemPlace: Place {
      if case .text = value.content, !value.isEmpty { value.place } else { place }
    }
  }

  /// What stands there.
  enum Content: Sendable {
    /// One value, as written, without its quotation marks.
    case text(String, isQuoted: Bool)
    case list([ScenarioTree])
    case mapping([Entry])
  }

  var place: Place
  var content: Content
  /// The preset that this mapping stands for; nil for what stands for itself.
  var preset: Preset?
  /// Who wrote it; nil for what the program put there.
  var mark: Mark?

  /// Who wrote a value, and the comment behind it.
  struct Mark: Sendable {
    var origin: Assumption.Origin
    var comment: String?
  }

  /// A preset that a mapping stands for.
  struct Preset: Sendable {
    /// As it was written.
    let text: String
    /// Keys of what stood there before that stay.
    let keptKeys: [String]
  }

  /// Keys and values, if this is a mapping.
  var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The value as written, if this is a single value.
  var text: String? {
    guard case .text(let text, _) = content else { return nil }
    return text
  }

  /// Whether nothing was written after the key.
  var isEmpty: Bool {
    guard case .text(let text, isQuoted: false) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// What this is, for messages.
  var shownContent: String {
    switch content {
    case .text(let text, _): clipped(text)
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The entry at `key`.
  func entry(_ key: String) -> Entry? { entries?.first { $0.key == key } }

  /// The value at `key`.
  subscript(key: String) -> ScenarioTree? { entry(key)?.value }

  /// The place of the deepest entry on `path` that exists.
  func place(of path: ArraySlice<String>) -> Place {
    guard let first = path.first, let entry = entry(first) else { return place }
    guard let next = path.dropFirst().first, entry.value.entry(next) != nil else {
      return entry.place
    }
    return entry.value.place(of: path.dropFirst())
  }
}
