public import Stochastics

/// How one headline moves as one factor alone goes to its ends.
public struct TornadoBar: Hashable, Sendable {
  /// One end of a factor.
  public struct End: Hashable, Sendable {
    /// The factor's value, as written.
    public let value: String
    /// The headline there; nil where the cell was not simulated.
    public let estimate: Double?
    /// Its difference to the base, with the error of a paired difference.
    public let change: Estimate?
  }

  /// The factor's key path.
  public let factor: String
  /// The headline at the base.
  public let base: Double?
  /// At the factor's low value.
  public let low: End
  /// At its high value.
  public let high: End

  /// Distance between the smallest and the largest value over base and ends; nil without ends.
  public var width: Double? {
    let changes = [low.change, high.change].compactMap { $0?.value }
    guard !changes.isEmpty else { return nil }
    return (changes + [0]).reduce(0, max) - (changes + [0]).reduce(0, min)
  }

  /// Whether the base or an end has the headline.
  public var isTold: Bool { [base, low.estimate, high.estimate].contains { $0 != nil } }

  /// The bars of a headline, the widest first; none unless factors were varied one at a time.
  public static func all(_ sweep: FinishedSweep, headline: Headline) -> [TornadoBar] {
    guard sweep.provenance.design == .oneAtATime, let base = sweep.cells.first,
      let position = Headline.all.firstIndex(of: headline)
    else { return [] }
    let bars = sweep.provenance.columns.enumerated().map { column, factor in
      func end(_ name: String) -> End {
        let cell = sweep.cells.first { $0.id == "\(factor):\(name)" }
        let changes = cell?.changes ?? []
        return End(
          value: cell?.values[column] ?? "", estimate: cell?.estimate(headline),
          change: position < changes.count ? changes[position] : nil)
      }
      return TornadoBar(
        factor: factor, base: base.estimate(headline), low: end("low"), high: end("high"))
    }
    return bars.sorted { ($0.width ?? -1, $1.factor) > ($1.width ?? -1, $0.factor) }
  }
}

extension CellResult {
  /// The value of a headline; nil where the cell was not simulated.
  func estimate(_ headline: Headline) -> Double? {
    guard let figure = figure(headline.metric) else { return nil }
    switch headline.statistic {
    case .mean: return figure.statistics[0]
    case .median: return figure.statistics[6]
    }
  }
}
