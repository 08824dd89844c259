import AngelFunds

/// What a run assumes, key by key, with what stands behind each value.
struct AssumptionTables {
  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }

  /// Every key of the scenario.
  var all: Table { table(content.provenance.assumptions, id: "assumptions") }

  /// Keys that somebody wrote, without names and defaults.
  var stated: Table { table(statedAssumptions, id: "stated_assumptions") }

  /// How well the values that somebody wrote are known, in a sentence.
  var verdict: String {
    let evidence = statedAssumptions.map(\.evidence)
    func count(_ holds: (Evidence) -> Bool) -> String {
      NumberText.grouped(evidence.count { $0.map(holds) ?? false })
    }
    return texts(
      "assumptions.verdict",
      [
        "count": NumberText.grouped(evidence.count), "high": count { $0.grade == .high },
        "medium": count { $0.grade == .medium }, "low": count { $0.grade == .low },
        "judgement": count(\.isJudgement), "proxy": count(\.isProxy),
        "unmarked": NumberText.grouped(evidence.count { $0 == nil }),
        "ranges": NumberText.grouped(content.scenario.ranges.count),
      ])
  }

  private var statedAssumptions: [Assumption] {
    content.provenance.assumptions.filter { assumption in
      let keys = assumption.path.split(separator: ".")
      guard !keys.contains("label"), !keys.contains("title") else { return false }
      switch assumption.origin {
      case .scenario, .base, .preset, .commandLine, .sweep: return true
      case .builtIn, .inherited: return false
      }
    }
  }

  private func table(_ assumptions: [Assumption], id: String) -> Table {
    Table(
      id: id, title: texts("\(id).title"),
      columns: [
        .name(texts("column.key")), .value(texts("column.value")),
        .value(texts("column.range")),
        .value(texts("column.evidence"), help: texts("assumptions.evidence.help")),
        .value(texts("column.comment")), .value(texts("column.origin")),
      ],
      rows: assumptions.map(row), note: texts("\(id).note"), isSortable: true)
  }

  private func row(_ assumption: Assumption) -> [Cell] {
    [
      .text(assumption.path), .written(assumption.written),
      .text(assumption.range.map { "\($0.low) … \($0.high)" } ?? ""),
      .text(assumption.evidence.map(mark) ?? ""), .text(assumption.evidence?.comment ?? ""),
      .text(origin(assumption.origin)),
    ]
  }

  /// The marks of a comment: how sure, what kind, which sources.
  private func mark(_ evidence: Evidence) -> String {
    var parts: [String] = []
    if let grade = evidence.grade { parts.append(texts("evidence.grade.\(grade.rawValue)")) }
    if evidence.isJudgement { parts.append(texts("evidence.judgement")) }
    if evidence.isProxy { parts.append(texts("evidence.proxy")) }
    parts += evidence.sources
    return parts.joined(separator: texts("list.comma"))
  }

  private func origin(_ origin: Assumption.Origin) -> String {
    switch origin {
    case .scenario: texts("origin.scenario")
    case .base(let name): texts("origin.base", ["name": name])
    case .preset(let name): texts("origin.preset", ["name": name])
    case .builtIn: texts("origin.built_in")
    case .commandLine: texts("origin.command_line")
    case .sweep: texts("origin.sweep")
    case .inherited(let path): texts("origin.inherited", ["path": path])
    }
  }
}
