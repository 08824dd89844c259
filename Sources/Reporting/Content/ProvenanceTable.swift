import AngelFunds

/// Where a run's numbers come from, so that others can repeat it.
struct ProvenanceTable {
  let provenance: Provenance
  let style: ReportStyle

  private var texts: Texts { style.texts }

  var table: Table {
    Table(
      id: "provenance", title: texts("provenance.title"),
      columns: [.name(texts("column.item")), .value(texts("column.value"))], rows: rows,
      note: texts("provenance.note"))
  }

  private var rows: [[Cell]] {
    func row(_ key: String, _ value: String) -> [Cell] {
      [.text(texts("provenance.\(key)")), .text(value)]
    }
    let changes = provenance.changes.map { row("change", $0) }
    return [
      row("title_of_scenario", provenance.scenario.title.text(style.language)),
      row("scenario", provenance.scenarioName), row("hash", provenance.scenarioHash),
    ] + changes + [
      row("seed", String(provenance.seed)),
      [.text(texts("provenance.paths")), .number(Double(provenance.paths), .whole)],
      row("generator", provenance.generator),
      row("program", provenance.programVersion), row("gsl", provenance.gslVersion),
      row("repeat", provenance.repeatCommand),
    ]
  }
}
