import AngelFunds

/// What a reader looks up: rules, inputs, assumptions, definitions.
extension RunPage {
  var rules: Page.Section {
    let rules = RuleTables(content: content, style: style)
    let tables = rules.figures
    let own = tables.filter { $0.id == "concession" }
    return section(
      "rules",
      (own + [rules.concessions].compactMap { $0 } + tables.filter { $0.id != "concession" })
        .map(Page.Block.table))
  }

  var evaluation: Page.Section {
    let evaluation = EvaluationFigures(content: content, style: style)
    guard let points = evaluation.points else { return section("evaluation", []) }
    return section("evaluation", [.paragraph(evaluation.missing), .figure(points)])
  }

  /// The headlines that inputs move; those that they do not would be empty pictures.
  var sensitivity: Page.Section {
    let moved = Set(content.headlines.filter(\.isMoved).map { "sensitivity_\($0.headline.metric)" })
    let all = SensitivityFigures(content: content, style: style).all
      .filter { moved.contains($0.table.id) }
    guard let first = all.first else { return section("sensitivity", []) }
    let rest = all.dropFirst().map(Page.Block.figure)
    return section(
      "sensitivity",
      [.figure(first)]
        + (rest.isEmpty ? [] : [.details(title: texts("sensitivity.more"), rest)]))
  }

  var assumptions: Page.Section {
    let assumptions = AssumptionTables(content: content, style: style)
    return section(
      "assumptions",
      [
        .verdict(assumptions.verdict),
        .details(title: texts("stated_assumptions.title"), [.table(assumptions.stated)]),
      ])
  }

  var provenance: Page.Section {
    let table = ProvenanceTable(provenance: content.provenance, style: style).table
    return section("provenance", [.table(table)])
  }

  var help: Page.Section {
    section(
      "help",
      [
        .list((1...7).map { texts("help.\($0)") }),
        .details(title: texts("help.definitions"), [.table(definitions)]),
      ])
  }

  /// What the figures of this page mean.
  private var definitions: Table {
    let metrics = Catalogue.metrics.map(\.name).filter { content.summary.holds($0) }
    return Table(
      id: "definitions", title: texts("help.definitions"),
      columns: [
        .name(texts("column.figure")), .value(texts("column.meaning")),
        .value(texts("column.formula")),
      ],
      rows: metrics.map { metric in
        [
          .text(texts.name(of: metric)), .text(texts.meaning(of: metric) ?? ""),
          .text(Catalogue.definition(of: metric).map { texts.text($0.formula) } ?? ""),
        ]
      })
  }
}

extension Summary {
  fileprivate func holds(_ metric: String) -> Bool { rows.contains { $0.metric == metric } }
}
