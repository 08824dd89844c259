import AngelFunds

/// Two factors of a grid against each other.
struct HeatTables {
  let content: SweepContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private var sweep: FinishedSweep { content.sweep }

  /// Values of a factor that a table shows.
  private static let most = 24

  /// The first two factors that take values of their own; nil where there are none.
  private var factors: (down: Int, across: Int)? {
    guard sweep.provenance.design == .grid else { return nil }
    let found = sweep.provenance.columns.indices.filter { !content.shares.contains($0) }
    return found.count > 1 ? (found[0], found[1]) : nil
  }

  /// The mean multiple and the probability of a loss, each coloured, then each with its errors.
  var pairs: [(heat: Table, errors: Table)] {
    guard let factors else { return [] }
    return ["tvpi", "dpi_below_1"].compactMap { metric in
      Headline.all.first { $0.metric == metric }.map { pair($0, factors) }
    }
  }

  private func pair(
    _ headline: Headline, _ factors: (down: Int, across: Int)
  ) -> (heat: Table, errors: Table) {
    let places = Dictionary(grouping: content.order) { cell in
      [sweep.cells[cell].values[factors.down], sweep.cells[cell].values[factors.across]]
    }
    let down = values(factors.down)
    let across = values(factors.across)
    let format = NumberFormat(headline.unit)
    let figures = down.map { left in
      across.map { top in
        Self.average(headline, (places[[left, top]] ?? []).map { sweep.cells[$0] })
      }
    }
    let name = texts.name(of: headline.metric)
    let title = texts(
      "sweep_page.heat.title",
      [
        "figure": name, "down": sweep.provenance.columns[factors.down],
        "across": sweep.provenance.columns[factors.across],
      ])
    let corner = Table.Column.name(
      "\(SweepContent.short(sweep.provenance.columns[factors.down])) ↓ "
        + "\(SweepContent.short(sweep.provenance.columns[factors.across])) →")
    let heat = Table(
      id: "heat_\(headline.metric)", title: title, columns: [corner] + across.map { .value($0) },
      rows: zip(down, figures).map { left, row in
        [.text(left)] + row.map { Self.cell($0, format) }
      },
      note: note(factors))
    let errors = Table(
      id: "heat_\(headline.metric)_errors", title: title,
      columns: [corner] + across.flatMap { [.value($0), .error("±")] },
      rows: zip(down, figures).map { left, row in
        [.text(left)]
          + row.flatMap { [.number($0?.value, format), .number($0?.error, format)] as [Cell] }
      })
    return (heat, errors)
  }

  /// With one digit more than a number by itself, as neighbours differ by little.
  private static func cell(_ average: Average?, _ format: NumberFormat) -> Cell {
    var cell = Cell.number(average?.value, format, origin: average?.origin)
    cell.decimals = format == .multiple ? 3 : 2
    return cell
  }

  private struct Average {
    let value: Double
    let error: Double?
    let origin: String?
  }

  /// Over cells on the same futures, whose errors may go together: theirs is at most the mean of
  /// all.
  private static func average(_ headline: Headline, _ cells: [CellResult]) -> Average? {
    let figures = cells.compactMap { $0.figure(headline.metric)?.statistics }
    let values = figures.compactMap { $0[0] }
    guard !values.isEmpty else { return nil }
    let errors = figures.compactMap { $0[1] }
    let count = Double(values.count)
    let only = cells.count == 1 ? cells.first : nil
    return Average(
      value: values.reduce(0, +) / count,
      error: errors.count == values.count ? errors.reduce(0, +) / count : nil,
      origin: only.map { "sweep:\($0.id)/mother_fund/mother_fund/\(headline.metric)/mean" })
  }

  /// A factor's values in the order of the file; of many some, evenly chosen.
  private func values(_ column: Int) -> [String] {
    var seen: Set<String> = []
    let all = sweep.cells.map { $0.values[column] }.filter {
      !$0.isEmpty && seen.insert($0).inserted
    }
    let count = min(all.count, Self.most)
    return (0..<count).map { all[$0 * all.count / count] }
  }

  private func note(_ factors: (down: Int, across: Int)) -> String {
    let others = sweep.provenance.columns.indices
      .filter { $0 != factors.down && $0 != factors.across }
      .map { sweep.provenance.columns[$0] }
    let averaged = texts(
      "sweep_page.heat.averaged", ["factors": others.joined(separator: texts("list.comma"))])
    return texts("sweep_page.heat.note") + (others.isEmpty ? "" : averaged)
  }
}
