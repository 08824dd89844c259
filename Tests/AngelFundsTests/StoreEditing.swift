import Foundation
import GRDB

@testable import AngelFunds

/// Changes a finished store with SQL.
///
/// - Parameter isSealed: Whether it is sealed again, as by somebody who knows how.
func edit(_ path: String, _ sql: String, isSealed: Bool = true) throws {
  if isSealed { try StoreSeal.remove(from: path) }
  let queue = try DatabaseQueue(path: path)
  try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
  try queue.close()
  if isSealed { try StoreSeal.put(on: path) }
}

/// Everything that commands read of a run.
func readEverything(_ path: String) throws {
  let store = try RunStore(path: path)
  _ = try Summary(store)
  _ = try BudgetEstimates(store)
  _ = try QuarterlyEstimates(store)
  _ = try EvaluationEstimates(store)
  _ = try MeanFlowReturn(store)
  _ = try store.sensitivity()
  _ = try MultipleDistribution(store)
  _ = try PathFigures(store)
  for column in store.provenance.scenario.metricColumns { _ = try store.figures(column) }
}
