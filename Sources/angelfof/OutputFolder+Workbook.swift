import Foundation
import Reporting

extension OutputFolder {
  /// Writes a workbook with `body`, which is told where.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  func writeWorkbook(_ name: String, _ body: (String) throws(WorkbookError) -> Void) throws {
    try Task.checkCancellation()
    do {
      try body(staged(name))
    } catch {
      throw unwritable(name, error.reason)
    }
    let file = open(staged(name), O_RDONLY)
    defer { close(file) }
    guard file >= 0, fsync(file) == 0 else {
      throw unwritable(name, FileBytes.Refusal().reason)
    }
  }
}
