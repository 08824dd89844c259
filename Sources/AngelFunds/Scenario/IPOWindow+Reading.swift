extension IPOWindow {
  init?(_ reader: inout ScenarioReader) {
    let shuts = reader.value(
      "shuts", .share, default: .text("20%"),
      "probability that the window shuts from one year to the next")
    let opens = reader.value(
      "opens", .positiveShare, default: .text("30%"),
      "probability that it opens from one year to the next")
    let ipo = reader.value(
      "shut_ipo_factor", .number(in: 0...10), default: .text("0.4"),
      "factor on the share of listings while it is shut")
    let gap = reader.value(
      "shut_gap_factor", .number(in: 0...10, isAboveLow: true), default: .text("1.3"),
      "factor on times to events that begin while it is shut")
    let transfer = reader.value(
      "shut_transfer_factor", .number(in: 0...10, isAboveLow: true), default: .text("0.6"),
      "factor on prices of share transfers while it is shut")
    guard let shuts, let opens, let ipo, let gap, let transfer else { return nil }
    self.init(
      shuts: shuts, opens: opens, shutIPOFactor: ipo, shutGapFactor: gap,
      shutTransferFactor: transfer)
    let factors = [
      ("shut_ipo_factor", ipo, true), ("shut_gap_factor", gap, false),
      ("shut_transfer_factor", transfer, false),
    ]
    let bad = factors.filter { !isBalanced($0.1, mayBeNothing: $0.2) }
    for (key, factor, mayBeNothing) in bad {
      reader.report(key, problem(of: factor, mayBeNothing: mayBeNothing))
    }
    guard bad.isEmpty else { return nil }
  }

  /// The factor while the window is open that keeps the long-run mean, for one that holds while it
  /// is shut.
  func openFactor(_ shutFactor: Double) -> Double {
    (1 - shutShare * shutFactor) / (1 - shutShare)
  }

  private func isBalanced(_ factor: Double, mayBeNothing: Bool) -> Bool {
    let open = openFactor(factor)
    return mayBeNothing ? open >= 0 : open > 0
  }

  private func problem(of factor: Double, mayBeNothing: Bool) -> String {
    let most = NumberSpelling.rounded(1 / shutShare)
    return "is \(NumberSpelling.rounded(factor)), which years with an open window cannot make up "
      + "for: the window is shut in \(NumberSpelling.percent(shutShare)) of years, so it must be "
      + (mayBeNothing ? "at most \(most)" : "below \(most)")
  }
}
