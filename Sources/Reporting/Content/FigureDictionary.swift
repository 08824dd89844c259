import AngelFunds

/// Every figure, series and item of reports with what is said of it, by what it is about.
struct FigureDictionary {
  /// A name in reports with all that is said of it.
  struct Entry: Sendable {
    /// The key in the catalogue.
    let key: String
    /// The name in its file.
    let name: String
    let unit: MetricUnit
    /// Whether it is the share of futures in which something happens.
    let isEvent: Bool
    /// Whose figure it can be.
    let scopes: [Scope]
    let definition: Catalogue.Definition
  }

  /// Entries about one thing, in the order of the catalogue.
  struct Group: Sendable {
    /// As in the keys `dictionary.group.*`.
    let id: String
    let entries: [Entry]
  }

  static let groups: [Group] = {
    let facts = Self.facts
    let entries = Catalogue.metrics.compactMap { name, definition in
      facts[name].map { entry(name, definition, $0) }
    }
    var groups: [Group] = []
    for entry in entries where !groups.contains(where: { $0.id == entry.definition.group }) {
      let id = entry.definition.group
      groups.append(Group(id: id, entries: entries.filter { $0.definition.group == id }))
    }
    return groups
  }()

  /// The figures of `summary.csv` that have an entry.
  static let figures = groups.flatMap(\.entries).filter { !files.contains($0.definition.group) }

  /// Groups of names that are not those of `summary.csv`.
  private static let files: Set<String> = ["series", "budget"]

  private static func entry(
    _ key: String, _ definition: Catalogue.Definition, _ fact: Fact
  ) -> Entry {
    let name = key.split(separator: ".").last.map(String.init) ?? key
    return Entry(
      key: key, name: name, unit: fact.unit, isEvent: fact.isEvent, scopes: fact.scopes,
      definition: definition)
  }
}

extension FigureDictionary {
  private typealias Fact = (unit: MetricUnit, isEvent: Bool, scopes: [Scope])

  /// What the program knows of each name, by its key in the catalogue.
  private static var facts: [String: Fact] {
    var facts: [String: Fact] = [:]
    for figure in SummaryFigure.all {
      facts[figure.name] = (figure.unit, figure.isEvent, figure.scopes)
    }
    for series in Series.allCases {
      facts["series.\(series.rawValue)"] = (.yuan, false, QuarterlyEstimates.scopes(of: series))
    }
    for item in BudgetRow.Item.allCases {
      let isEvent = item == .shortfallProbability
      facts["budget.\(item.rawValue)"] = (item.unit, isEvent, [.motherFund, .contributor])
    }
    return facts
  }
}
