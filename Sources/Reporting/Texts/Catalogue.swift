internal import Yams

/// Every text of reports, in both languages, as `labels.yaml` and `metrics.yaml` have them.
enum Catalogue {
  /// A text in both languages, with `{names}` for what is put in.
  struct Entry: Hashable, Sendable {
    let english: String
    let chinese: String
  }

  /// What `metrics.yaml` says of a figure.
  struct Definition: Hashable, Sendable {
    /// What it is about, as in the keys `dictionary.group.*`.
    let group: String
    let name: Entry
    /// A name for places with little room; the same as `name` where there is no other.
    let short: Entry
    let meaning: Entry
    let formula: Entry
    let source: String
  }

  /// By key.
  static let labels: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for (key, node) in mapping(of: "labels.yaml") { entries[key] = entry(node, at: key) }
    return entries
  }()

  /// By the name of the figure in `summary.csv`, or `series.` and `budget.` with the name of a series
  /// of `cashflows.csv` or an item of `budget.csv`; in the order of the dictionary.
  static let metrics: [(name: String, definition: Definition)] = mapping(of: "metrics.yaml").map {
    key, node in
    let name = entry(node["name"], at: "\(key).name")
    let definition = Definition(
      group: node["group"]?.string ?? "", name: name,
      short: node["short"].map { entry($0, at: "\(key).short") } ?? name,
      meaning: entry(node["meaning"], at: "\(key).meaning"),
      formula: entry(node["formula"], at: "\(key).formula"),
      source: node["source"]?.string ?? "")
    return (key, definition)
  }

  private static let definitions = Dictionary(
    uniqueKeysWithValues: metrics.map { ($0.name, $0.definition) })

  /// What is said of a figure; nil for a name that no report uses.
  static func definition(of metric: String) -> Definition? { definitions[metric] }

  private static func mapping(of file: String) -> [(String, Node)] {
    guard let node = try? compose(yaml: Assets.text(file)), let mapping = node.mapping else {
      preconditionFailure("\(file) is no mapping")
    }
    return mapping.map { ($0.string ?? "", $1) }
  }

  private static func entry(_ node: Node?, at key: String) -> Entry {
    guard let english = node?["en"]?.string, let chinese = node?["zh"]?.string else {
      preconditionFailure("\(key) is not there in both languages")
    }
    return Entry(english: english, chinese: chinese)
  }
}
