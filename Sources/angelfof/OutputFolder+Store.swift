import AngelFunds

extension OutputFolder {
  /// Writes a store with `body`, which is told where, and shows how far it is.
  ///
  /// - Parameter paths: Number of paths that `body` will have told of at its end.
  /// - Throws: `OutputError` if the store cannot be written; what else `body` throws.
  func writeStore<Result: Sendable>(
    _ name: String, paths: Int,
    _ body: (_ path: String, _ progress: @escaping @Sendable (Int) -> Void) async throws -> Result
  ) async throws -> Result {
    let progress = ProgressLine(total: paths)
    defer { progress.clear() }
    do {
      return try await body(staged(name)) { progress.show($0) }
    } catch RunStoreError.cannotWrite(_, let reason), RunStoreError.cannotCreate(_, let reason) {
      throw unwritable(name, reason)
    }
  }
}
