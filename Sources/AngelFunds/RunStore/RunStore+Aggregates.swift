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
      try Row.fetchAll(
        db, sql: "SELECT * FROM moment WHERE kind = ? ORDER BY first_block",
        arguments: [kind.rawValue]
      ).map {
        MomentNode(
          firstBlock: $0["first_block"], blocks: $0["blocks"], paths: $0["paths"],
          means: Blob.values($0["means"], of: Double.self),
          squares: Blob.values($0["squares"], of: Double.self))
      }
    }
  }

  /// The bins that one series of the mother fund fell into, quarter by quarter.
  func histogram(of series: Series) throws -> [[SignedLogBins.Hits]] {
    try read { db in
      try Data.fetchAll(
        db, sql: "SELECT bins FROM histogram WHERE series = ? ORDER BY quarter",
        arguments: [series.rawValue]
      ).map { data in
        let words = Blob.values(data, of: UInt32.self)
        return stride(from: 0, to: words.count - 1, by: 2).map {
          SignedLogBins.Hits(bin: Int(words[$0]), count: Int(words[$0 + 1]))
        }
      }
    }
  }
}
