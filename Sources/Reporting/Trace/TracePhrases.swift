import AngelFunds

/// What traces say, in one language.
struct TracePhrases {
  let style: ReportStyle

  var texts: Texts { style.texts }

  func amount(_ yuan: Double) -> String { style.fineAmount(yuan) }

  /// An amount, or nothing where it is 0.
  func amountOrNothing(_ yuan: Double) -> String { abs(yuan) < 0.005 ? "" : amount(yuan) }

  /// An amount that is received, with its sign.
  func cash(_ yuan: Double?) -> String {
    guard let yuan else { return "" }
    return (yuan > 0 ? "+" : "") + amount(yuan)
  }

  // MARK: - The story of a company

  func event(_ entry: TraceEntry) -> String {
    let fate = Fate(rawValue: entry.detail)
    let stage = Stage(rawValue: entry.detail).map(name) ?? entry.detail
    return switch entry.event {
    case .bought: texts("trace.event.bought")
    case .round: texts("trace.event.round", ["stage": stage])
    case .followOn: texts("trace.event.follow_on", ["stage": stage])
    case .fate: fate.map(learned) ?? entry.detail
    case .discounted: texts("trace.event.discounted")
    case .listed: texts("trace.event.listed")
    case .sold: fate.map(sale) ?? texts("trace.event.sold")
    case .soldAtTermEnd:
      entry.detail == TermEnd.Mode.inKind.rawValue
        ? texts("trace.event.passed_on_at_term_end") : texts("trace.event.sold_at_term_end")
    default: entry.event.rawValue
    }
  }

  func name(of stage: Stage) -> String {
    switch stage {
    case .angel: texts("trace.stage.angel")
    case .roundA: texts("trace.stage.round_a")
    case .roundB: texts("trace.stage.round_b")
    case .roundC: texts("trace.stage.round_c")
    case .preIPO: texts("trace.stage.pre_ipo")
    }
  }

  /// What is told when a fate becomes known.
  private func learned(_ fate: Fate) -> String {
    switch fate {
    case .writeOff: texts("trace.fate.write_off")
    case .zombie: texts("trace.fate.zombie")
    case .buyback: texts("trace.fate.buyback")
    case .secondaryTransfer: texts("trace.fate.secondary_transfer")
    case .mAndA: texts("trace.fate.m_and_a")
    case .nextRound: texts("trace.fate.next_round")
    case .ipo: texts("trace.fate.ipo")
    }
  }

  /// How a sale comes about.
  private func sale(_ fate: Fate) -> String {
    switch fate {
    case .writeOff: texts("trace.sale.write_off")
    case .zombie: texts("trace.sale.zombie")
    case .buyback: texts("trace.sale.buyback")
    case .secondaryTransfer: texts("trace.sale.secondary_transfer")
    case .mAndA: texts("trace.sale.m_and_a")
    case .nextRound: texts("trace.sale.next_round")
    case .ipo: texts("trace.sale.ipo")
    }
  }

  /// How a company ended, in few words.
  func ending(_ company: TracedCompany) -> String {
    guard let last = company.entries.last else { return "" }
    let way: String =
      switch (last.event, company.fate) {
      case (.soldAtTermEnd, _): texts("trace.ending.sold_at_term_end")
      case (_, .writeOff): texts("trace.ending.write_off")
      case (_, .zombie): texts("trace.ending.zombie")
      case (_, .buyback): texts("trace.ending.buyback")
      case (_, .secondaryTransfer): texts("trace.ending.secondary_transfer")
      case (_, .mAndA): texts("trace.ending.m_and_a")
      case (_, .ipo): texts("trace.ending.ipo")
      case (_, .nextRound), (_, nil):
        company.proceeds > 0 ? texts("trace.ending.exit") : texts("trace.ending.lost")
      }
    return "\(last.date) \(way)"
  }
}
