internal import Foundation

/// Where a sweep's numbers come from: all that is needed to repeat it.
public struct SweepProvenance: Hashable, Sendable {
  /// The sweep's name.
  public let name: String
  /// What reports call it.
  public let title: Label
  /// The text of the sweep file.
  public let source: String
  /// The base's name.
  public let baseName: String
  /// Every key of the base with its value.
  public let baseResolved: String
  /// How the cells were chosen.
  public let design: SweepDesign
  /// The columns that tell a cell's values.
  public let columns: [String]
  /// Which of the equally valid sets of random numbers was used.
  public let seed: UInt64
  /// Where random numbers came from.
  public let generator: String
  /// Futures of every cell.
  public let paths: Int
  /// Whether every figure of every scope is kept, or the mother fund's headlines.
  public let hasAllMetrics: Bool
  /// The version of the program that simulated.
  public let programVersion: String
  /// The version of GSL that it used.
  public let gslVersion: String
  /// Which share of the cells the store holds; nil for all.
  public let shard: Shard?
}

extension SweepProvenance {
  /// What the base asks for reports to be written in; nil where it leaves that to the system.
  public var language: ReportLanguage? {
    let key = "language: "
    let line = baseResolved.split(separator: "\n").first { $0.hasPrefix(key) }
    return line.flatMap { ReportLanguage(rawValue: String($0.dropFirst(key.count))) }
  }

  /// As the store keeps it.
  var entries: [String: String] {
    [
      "format": String(SweepStore.format), "name": name, "title_en": title.english,
      "title_zh": title.chinese, "source": source, "base_name": baseName,
      "base_resolved": baseResolved, "design": design.rawValue, "columns": TextList.encode(columns),
      "seed": String(seed), "generator": generator, "paths": String(paths),
      "metrics": hasAllMetrics ? "all" : "headline", "program_version": programVersion,
      "gsl_version": gslVersion, "shard": shard.map(\.description) ?? "all",
    ]
  }

  init?(entries: [String: String]) {
    guard
      let name = entries["name"], let english = entries["title_en"],
      let chinese = entries["title_zh"], let source = entries["source"],
      let baseName = entries["base_name"], let resolved = entries["base_resolved"],
      let design = entries["design"].flatMap(SweepDesign.init), let columns = entries["columns"],
      let seed = entries["seed"].flatMap(UInt64.init), let generator = entries["generator"],
      let paths = entries["paths"].flatMap(UInt32.init).map(Int.init), paths > 0,
      let metrics = entries["metrics"],
      let version = entries["program_version"], let gsl = entries["gsl_version"],
      let shard = entries["shard"], shard == "all" || Shard(shard) != nil
    else { return nil }
    self.init(
      name: name, title: Label(english: english, chinese: chinese), source: source,
      baseName: baseName, baseResolved: resolved, design: design,
      columns: TextList.decode(columns), seed: seed, generator: generator, paths: paths,
      hasAllMetrics: metrics == "all", programVersion: version, gslVersion: gsl, shard: Shard(shard)
    )
  }

  /// What must be the same for numbers to stand side by side, with a name for people.
  static let settings = [
    ("seed", "seed"), ("generator", "generator"), ("paths", "number of paths"),
    ("metrics", "metrics"), ("program_version", "program version"), ("gsl_version", "GSL version"),
  ]
}

extension Shard {
  /// Whether the cell at `position` of a sweep belongs to it: cells are dealt out in turn.
  func holds(_ position: Int) -> Bool { position % count == number - 1 }
}

/// Lists of texts in one column of the store.
enum TextList {
  static func encode(_ texts: [String]) -> String {
    let data = try? JSONEncoder().encode(texts)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }

  static func decode(_ text: String) -> [String] {
    (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
  }
}
