internal import Foundation
internal import GRDB
import Stochastics

/// Partial sums over a run of blocks, as a node of the tree over block numbers.
struct MomentNode: Sendable {
  let firstBlock: Int
  let blocks: Int
  let paths: Int
  let means: [Double]
  let squares: [Double]
}

extension RunStore {
  /// Mean and spread of every series of every scope by quarter; nil if the run kept none.
  func seriesMoments() throws -> VectorMoments? {
    try momentNodes(.series).reduce(nil) { total, node in
      let moments = VectorMoments(count: node.paths, means: node.means, squares: node.squares)
      return total?.merged(with: moments) ?? moments
    }
  }

  /// Means and co-moments of the mother fund's net flows; nil if the run kept none.
  func netFlowMoments() throws -> CovarianceMoments? {
    try momentNodes(.netFlows).reduce(nil) { total, node in
      let moments = CovarianceMoments(
        count: node.paths, means: node.means, comoments: node.squares)
      return total?.merged(with: moments) ?? moments
    }
  }

  /// The partial sums that the store keeps, in the order of blocks.
  func momentNodes(_ kind: MomentKind) throws -> [MomentNode] {
    try read { db in
      // A run of blocks is cut into powers of two: at most two of each.
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT first_block, blocks, paths, means, means_checksum, squares, squares_checksum
          FROM (SELECT * FROM moment LIMIT 1000) WHERE kind = ? ORDER BY first_block
          """, arguments: [kind.rawValue])
      var next = provenance.blocks.lowerBound
      let nodes = try rows.map { row in
        let node = try momentNode(StoredRow(row, of: "series"), kind, firstBlock: next)
        next += node.blocks
        return node
      }
      guard next == provenance.blocks.upperBound else { throw StoreDamage.in("series") }
      return nodes
    }
  }

  private func momentNode(
    _ row: StoredRow, _ kind: MomentKind, firstBlock: Int
  ) throws -> MomentNode {
    guard provenance.blocks.contains(firstBlock) else { throw row.damage }
    let place = Self.place(of: kind, firstBlock: firstBlock)
    let (means, squares) = kind.counts(provenance.scenario.seriesLayout)
    _ = try row.integer(0, in: firstBlock...firstBlock)
    let blocks = try row.integer(1, in: 1...(provenance.blocks.upperBound - firstBlock))
    let node = try MomentNode(
      firstBlock: firstBlock, blocks: blocks,
      paths: row.integer(2, in: 1...max(1, provenance.storedPaths)),
      means: row.numbers(3, of: Double.self, place: place, count: means...means),
      squares: row.numbers(5, of: Double.self, place: place, count: squares...squares))
    let paths = (firstBlock..<firstBlock + blocks).reduce(0) {
      $0 + provenance.plan.paths(of: $1).count
    }
    let isSound =
      blocks.nonzeroBitCount == 1 && firstBlock.isMultiple(of: blocks) && node.paths == paths
      && (node.means + node.squares).allSatisfy { abs($0) <= StoredRow.largest }
    guard isSound else { throw row.damage }
    return node
  }

  /// The bins that one series of the mother fund fell into, quarter by quarter.
  func histogram(of series: Series) throws -> [[SignedLogBins.Hits]] {
    let quarters = provenance.scenario.seriesLayout.quarters
    return try read { db in
      let most = Series.allCases.count * quarters + 1
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT quarter, bins, checksum FROM (SELECT * FROM histogram LIMIT \(most))
          WHERE series = ? ORDER BY quarter
          """, arguments: [series.rawValue])
      guard rows.count == quarters else { throw StoreDamage.in("histograms") }
      return try rows.enumerated().map {
        try hits(StoredRow($1, of: "histograms"), series: series, quarter: $0)
      }
    }
  }

  private func hits(
    _ row: StoredRow, series: Series, quarter: Int
  ) throws -> [SignedLogBins.Hits] {
    let bins = QuarterHistograms.bins(of: series).binCount
    _ = try row.integer(0, in: quarter...quarter)
    let words = try row.numbers(
      1, of: UInt32.self, place: Self.place(of: series, quarter: quarter), count: 0...2 * bins)
    guard words.count.isMultiple(of: 2) else { throw row.damage }
    let hits = stride(from: 0, to: words.count, by: 2).map {
      SignedLogBins.Hits(bin: Int(words[$0]), count: Int(words[$0 + 1]))
    }
    let isSound =
      hits.reduce(0) { $0 + $1.count } == provenance.storedPaths
      && hits.allSatisfy { $0.bin < bins && $0.count > 0 }
      && zip(hits, hits.dropFirst()).allSatisfy { $0.bin < $1.bin }
    guard isSound else { throw row.damage }
    return hits
  }

  /// Where partial sums stand, for their checksum.
  static func place(of kind: MomentKind, firstBlock: Int) -> UInt64 {
    switch kind {
    case .series: UInt64(firstBlock) << 1
    case .netFlows: UInt64(firstBlock) << 1 | 1
    }
  }

  /// Where bins stand, for their checksum.
  static func place(of series: Series, quarter: Int) -> UInt64 {
    UInt64(series.index) << 32 | UInt64(quarter)
  }
}

extension MomentKind {
  /// How many numbers there are of each sort.
  fileprivate func counts(_ layout: SeriesLayout) -> (means: Int, squares: Int) {
    switch self {
    case .series: (layout.count, layout.count)
    case .netFlows: (layout.quarters, layout.quarters * (layout.quarters + 1) / 2)
    }
  }
}
