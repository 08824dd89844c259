internal import Foundation
internal import GRDB
import Stochastics

/// What the moments in a store are of.
enum MomentKind: String, CaseIterable {
  /// All series of all scopes by quarter; squared deviations.
  case series
  /// The mother fund's net flows by quarter; the lower triangle of co-moments.
  case netFlows = "net_flows"
}

extension RunStoreWriter {
  /// Adds the means and spreads of one run of blocks.
  func addMoments(
    _ kind: MomentKind, firstBlock: Int, blocks: Int, paths: Int, means: [Double],
    squares: [Double]
  ) throws {
    let (means, squares) = (Blob.data(means), Blob.data(squares))
    let place = RunStore.place(of: kind, firstBlock: firstBlock)
    try write { db in
      try db.execute(
        sql: "INSERT INTO moment VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          firstBlock, blocks, kind.rawValue, paths, means, Blob.checksum(of: means, place: place),
          squares, Blob.checksum(of: squares, place: place),
        ])
    }
  }

  /// Adds the mother fund's quarterly histograms; only bins that were hit.
  func addHistograms(_ counts: QuarterCounts) throws {
    try write { db in
      for series in Series.allCases {
        for quarter in 0..<counts.quarters {
          let bins = counts.bins(of: series, quarter: quarter)
          var hits: [UInt32] = []
          for (bin, count) in bins.enumerated() where count > 0 { hits += [UInt32(bin), count] }
          let data = Blob.data(hits)
          let place = RunStore.place(of: series, quarter: quarter)
          try db.execute(
            sql: "INSERT INTO histogram VALUES (?, ?, ?, ?)",
            arguments: [series.rawValue, quarter, data, Blob.checksum(of: data, place: place)])
        }
      }
    }
  }
}
