import AngelFunds

/// What traces say, in both languages.
struct TracePhrases {
  let style: ReportStyle

  func choose(_ english: String, _ chinese: String) -> String {
    style.language == .english ? english : chinese
  }

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
    case .bought: choose("bought", "买入")
    case .round: choose("raises \(stage)", "完成\(stage)融资")
    case .followOn: choose("fund adds in \(stage)", "基金在\(stage)跟投")
    case .fate: fate.map(learned) ?? entry.detail
    case .discounted: choose("no round, marked down", "久无新融资，估值下调")
    case .listed: choose("goes public", "上市")
    case .sold: fate.map(sale) ?? choose("sold", "退出")
    case .soldAtTermEnd:
      entry.detail == TermEnd.Mode.inKind.rawValue
        ? choose("passed on at end of term", "到期实物分配") : choose("sold at end of term", "到期出售")
    default: entry.event.rawValue
    }
  }

  func name(of stage: Stage) -> String {
    switch stage {
    case .angel: choose("angel money", "天使轮")
    case .roundA: choose("round A", "A轮")
    case .roundB: choose("round B", "B轮")
    case .roundC: choose("round C", "C轮")
    case .preIPO: choose("the pre-IPO round", "Pre-IPO轮")
    }
  }

  /// What is told when a fate becomes known.
  private func learned(_ fate: Fate) -> String {
    switch fate {
    case .writeOff: choose("closes; written off", "企业关停，核销")
    case .zombie: choose("neither grows nor closes", "停滞不前，成僵尸项目")
    case .buyback: choose("buy-back falls due", "触发回购")
    case .secondaryTransfer: choose("share transfer agreed", "约定老股转让")
    case .mAndA: choose("is to be acquired", "约定被并购")
    case .nextRound: choose("raises its next round", "进入下一轮")
    case .ipo: choose("files for a listing", "申报上市")
    }
  }

  /// How a sale comes about.
  private func sale(_ fate: Fate) -> String {
    switch fate {
    case .writeOff: choose("what closing brings", "清算收回")
    case .zombie: choose("sold off as a zombie", "僵尸项目处置")
    case .buyback: choose("bought back", "回购退出")
    case .secondaryTransfer: choose("shares transferred", "老股转让退出")
    case .mAndA: choose("acquired", "并购退出")
    case .nextRound: choose("sold", "退出")
    case .ipo: choose("listed shares sold", "减持上市股份")
    }
  }

  /// How a company ended, in few words.
  func ending(_ company: TracedCompany) -> String {
    guard let last = company.entries.last else { return "" }
    let way: String =
      switch (last.event, company.fate) {
      case (.soldAtTermEnd, _): choose("end of term", "到期")
      case (_, .writeOff): choose("written off", "核销")
      case (_, .zombie): choose("zombie", "僵尸项目")
      case (_, .buyback): choose("buy-back", "回购")
      case (_, .secondaryTransfer): choose("transfer", "老股转让")
      case (_, .mAndA): choose("acquired", "并购")
      case (_, .ipo): choose("listed", "上市")
      case (_, .nextRound), (_, nil):
        company.proceeds > 0 ? choose("exit", "退出") : choose("lost", "全额损失")
      }
    return "\(last.date) \(way)"
  }
}
