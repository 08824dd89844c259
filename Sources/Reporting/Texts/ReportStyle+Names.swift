import AngelFunds

extension ReportStyle {
  /// What a headline is called where there is little room; a median says that it is one.
  func name(of headline: Headline) -> String {
    let name = texts.shortName(of: headline.metric)
    guard headline.statistic == .median else { return name }
    return texts("terminal.median", ["name": name])
  }

  /// Yuan, for which columns have no room: the estimate, and where inputs take it.
  func inFull(_ headline: HeadlineRange) -> String {
    let unit = headline.headline.unit
    let estimate = estimate(headline.value, headline.standardError, unit: unit)
    guard let inputs = headline.inputs, headline.isMoved else { return estimate }
    return "\(estimate)  \(range(inputs, unit: unit))"
  }
}
