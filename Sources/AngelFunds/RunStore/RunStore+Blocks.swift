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
        sql: "SELECT figures, checksum FROM figure WHERE metric = ? AND block = ?")
      return try provenance.scenario.metricColumns.indices.reduce(into: [Double]()) {
        guard let row = try Row.fetchOne(statement, arguments: [$1, block]) else {
          throw StoreDamage.in("figures")
        }
        $0 += try StoredRow(row, of: "figures").numbers(
          0, of: Double.self, place: Self.place(metric: $1, block: block), count: paths...paths)
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
      for (quarter, hits) in try histogram(of: series).enumerated() {
        counts.add(hits, series: series, quarter: quarter)
      }
    }
  }
}
