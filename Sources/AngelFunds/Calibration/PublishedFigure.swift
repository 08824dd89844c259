/// What others measured, to put beside a figure of companies alone.
public struct PublishedFigure: Hashable, Sendable {
  /// The low and the high end of what was published, as a share or a multiple; often the same.
  public let range: ClosedRange<Double>
  /// Where it comes from: numbers of `Docs/Sources.md`.
  public let source: String

  /// What is known of a figure; nil where nobody has published it.
  public static func of(_ figure: OutcomeFigure) -> PublishedFigure? { known[figure] }

  /// Whether an estimate is within what was published.
  public func includes(_ value: Double) -> Bool { range.contains(value) }

  private static let known: [OutcomeFigure: PublishedFigure] = [
    .nextRound: PublishedFigure(range: 0.45...0.48, source: "S71 CN, S69, S68"),
    .reachesB: PublishedFigure(range: 0.26...0.26, source: "S68 US"),
    .reachesC: PublishedFigure(range: 0.14...0.15, source: "S68, S69 US"),
    .reachesPreIPO: PublishedFigure(range: 0.06...0.06, source: "S68 US"),
    .listed: PublishedFigure(range: 0.02...0.02, source: "S71 CN"),
    .writtenOff: PublishedFigure(range: 0.23...0.31, source: "S65, S71 CN"),
    .zombie: PublishedFigure(range: 0.434...0.434, source: "S65 US"),
    .exitsByTransfer: PublishedFigure(range: 0.475...0.475, source: "S77 CN"),
    .exitsByBuyback: PublishedFigure(range: 0.217...0.217, source: "S77 CN"),
    .exitsByAcquisition: PublishedFigure(range: 0.12...0.12, source: "S77 CN"),
    .exitsByListing: PublishedFigure(range: 0.186...0.186, source: "S77 CN"),
    .below1x: PublishedFigure(range: 0.50...0.70, source: "S55, S58-S61"),
    .from1xTo5x: PublishedFigure(range: 0.25...0.33, source: "S55, S59"),
    .from5xTo10x: PublishedFigure(range: 0.06...0.08, source: "S55, S59"),
    .above10x: PublishedFigure(range: 0.04...0.10, source: "S55, S59-S61"),
    .meanMultiple: PublishedFigure(range: 2.2...2.6, source: "S59, S60"),
    .valueAbove10x: PublishedFigure(range: 0.51...0.60, source: "S55, S61"),
    .unicorn: PublishedFigure(range: 0.006...0.011, source: "S71, S68, S62"),
    .worth100mAtSnapshot: PublishedFigure(range: 0.170...0.170, source: "S19, S54 SZ"),
    .unicornAtSnapshot: PublishedFigure(range: 0.006...0.006, source: "S19, S54 SZ"),
    .valueAtSnapshot: PublishedFigure(range: 2.0...2.0, source: "S19, S54 SZ"),
  ]
}
