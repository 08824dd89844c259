import AngelFunds

extension Phrases {
  var cell: String { texts("terminal.sweep.cell") }
  var values: String { texts("terminal.sweep.values") }
  var valuesAre: String { texts("terminal.sweep.values_are") }
  var gap: String { texts("terminal.sweep.gap") }
  var best: String { texts("terminal.sweep.best") }
  var factor: String { texts("terminal.sweep.factor") }
  var low: String { texts("terminal.sweep.low") }
  var high: String { texts("terminal.sweep.high") }
  var change: String { texts("terminal.sweep.change") }
  var comma: String { texts("list.comma") }
  var noCell: String {
    texts("terminal.sweep.no_cell")
  }

  var overCells: String { texts("terminal.sweep.over_cells") }
  var multiple: String { texts("terminal.sweep.multiple") }
  var correlation: String { texts("terminal.sweep.correlation") }

  var spreadExplanation: [String] { TextWrap.lines(texts("terminal.sweep.explanation.spread")) }

  func cells(_ count: Int) -> String {
    texts("terminal.sweep.cells", ["count": NumberText.grouped(count)])
  }

  func name(of status: CellResult.Status) -> String {
    switch status {
    case .done: texts("terminal.sweep.status.done")
    case .notLegal: texts("terminal.sweep.status.not_legal")
    case .invalid: texts("terminal.sweep.status.invalid")
    case .failed: texts("terminal.sweep.status.failed")
    case .open: texts("terminal.sweep.status.open")
    }
  }

  func more(_ count: Int) -> String {
    texts("terminal.sweep.more", ["count": NumberText.grouped(count)])
  }

  func tornado(base: String) -> String {
    texts("terminal.sweep.tornado", ["base": base])
  }

  func sweepExplanation(undecided: Int) -> [String] {
    TextWrap.lines(
      texts("terminal.sweep.explanation", ["count": NumberText.grouped(undecided)]))
  }

  var tornadoExplanation: [String] { TextWrap.lines(texts("terminal.sweep.explanation.tornado")) }
}
