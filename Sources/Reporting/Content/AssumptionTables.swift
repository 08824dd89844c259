import AngelFunds

/// What a run assumes, key by key.
struct AssumptionTables {
  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }

  /// Every key of the scenario with its value, and with its range where it is known only as one.
  var all: Table {
    let ranges = Dictionary(
      content.scenario.ranges.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return Table(
      id: "assumptions", title: texts("assumptions.title"),
      columns: [
        .name(texts("column.key")), .value(texts("column.value")),
        .value(texts("column.range_low")), .value(texts("column.range_high")),
      ],
      rows: keys.map { key, value in
        [
          .text(key), .text(value), .text(ranges[key]?.low ?? ""), .text(ranges[key]?.high ?? ""),
        ]
      },
      note: texts("assumptions.note"), isSortable: true)
  }

  private var keys: [(key: String, value: String)] {
    content.provenance.scenarioResolved.split(separator: "\n").compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (String(line[..<colon]), String(line[colon...].dropFirst(2)))
    }
  }
}
