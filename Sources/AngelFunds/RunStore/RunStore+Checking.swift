internal import GRDB

extension RunStore {
  /// Makes sure that the store holds what its provenance says, so that a file which was cut or
  /// edited is refused and not misread.
  ///
  /// - Throws: `RunStoreError` with what is missing.
  func checkContent() throws {
    let number = MemoryLayout<Double>.stride
    let columns = provenance.scenario.metricColumns.count
    let layout = provenance.scenario.seriesLayout
    let netFlows = layout.quarters * (layout.quarters + 1) / 2
    try read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      let blocks = provenance.blocks
      try require(
        count("SELECT SUM(paths) FROM block") == provenance.storedPaths
          && count("SELECT COUNT(*) FROM block") == blocks.count
          && count("SELECT MIN(id) FROM block") == blocks.lowerBound
          && count("SELECT MAX(id) FROM block") == blocks.upperBound - 1,
        "blocks are missing")
      let whole = try count(
        """
        SELECT COUNT(*) FROM (SELECT metric FROM figure GROUP BY metric
        HAVING SUM(LENGTH(figures)) = \(provenance.storedPaths * number))
        """)
      try require(
        whole == columns && count("SELECT COUNT(*) FROM metric") == columns,
        "figures are missing")
      for (kind, means, squares) in [
        (MomentKind.series, layout.count, layout.count),
        (MomentKind.netFlows, layout.quarters, netFlows),
      ] {
        let paths = try count("SELECT SUM(paths) FROM moment WHERE kind = '\(kind.rawValue)'")
        let odd = try count(
          """
          SELECT COUNT(*) FROM moment WHERE kind = '\(kind.rawValue)' AND
          (LENGTH(means) <> \(means * number) OR LENGTH(squares) <> \(squares * number)
          OR blocks < 1 OR blocks & (blocks - 1) OR first_block % blocks)
          """)
        try require(paths == provenance.storedPaths && odd == 0, "series are missing")
      }
      let histograms = try count("SELECT COUNT(*) FROM histogram")
      try require(
        histograms == Series.allCases.count * layout.quarters, "histograms are missing")
    }
  }

  /// Makes sure that a whole run's estimates are there, of everything that reports tell figures of.
  ///
  /// - Throws: `RunStoreError` with what is missing.
  func checkEstimates() throws {
    let scenario = provenance.scenario
    for (table, owners) in [
      ("estimate", scenario.reportedScopes.count), ("budget", 1 + scenario.contributors.count),
    ] {
      let isWhole = try read { db in
        try Bool.fetchOne(
          db,
          sql: """
            SELECT COUNT(*) = MAX(position) + 1
            AND (SELECT COUNT(*) FROM (SELECT DISTINCT scope, id FROM \(table))) = \(owners)
            FROM \(table)
            """)
      }
      try require(isWhole == true, "estimates are missing")
    }
  }

  func require(_ holds: Bool, _ reason: String) throws {
    guard holds else {
      throw RunStoreError.cannotRead(path: path, reason: "its \(reason); run it again")
    }
  }
}
