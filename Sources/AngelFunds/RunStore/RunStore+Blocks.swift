internal import Foundation
internal import GRDB
import Stochastics

extension RunStore {
  /// The figures of one block, without its moments, which are kept by runs of blocks.
  ///
  /// - Throws: `RunStoreError` if some are missing.
  func figures(ofBlock block: Int) throws -> BlockResult {
    let paths = provenance.plan.paths(of: block).count
    let figures = try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT figures FROM figure WHERE metric = ? AND block = ?")
      return try provenance.scenario.metricColumns.indices.reduce(into: [Double]()) {
        let blob = try Data.fetchOne(statement, arguments: [$1, block]) ?? Data()
        try require(blob.count == paths * MemoryLayout<Double>.stride, "figures are missing")
        $0 += Blob.values(blob, of: Double.self)
      }
    }
    return BlockResult(
      block: block, paths: paths, figures: figures, moments: nil, netFlows: nil)
  }

  /// Adds the mother fund's histograms to counts of the same quarters.
  ///
  /// - Throws: `RunStoreError` unless every histogram counts every path of the store.
  func addHistograms(to counts: inout QuarterCounts) throws {
    for series in Series.allCases {
      let quarters = try histogram(of: series)
      try require(quarters.count == counts.quarters, "histograms are missing")
      let bins = 0..<QuarterHistograms.bins(of: series).binCount
      for (quarter, hits) in quarters.enumerated() {
        let isWhole = hits.reduce(0) { $0 + $1.count } == provenance.storedPaths
        try require(
          isWhole && hits.allSatisfy { bins.contains($0.bin) }, "histograms are missing")
        counts.add(hits, series: series, quarter: quarter)
      }
    }
  }
}
