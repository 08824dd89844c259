import AngelFunds

/// A finished run or sweep, or a shard of one, as a command is told of it: a file, or its folder.
enum StoreInput {
  /// Makes a store ready to be read: ends what a killed program had begun to write beside it.
  ///
  /// - Throws: `InputError` if it cannot be reached or is nothing that could be a store; what is not
  ///   there is left to whoever opens it. `CancellationError` if the task is cancelled.
  static func prepare(_ path: String) throws {
    for place in [path, "\(path)/\(RunStore.fileName)"] {
      guard let reason = MissingInput.reason(place) else {
        if case .other(let what) = FileStatus(at: place) {
          throw InputError(path: place, reason: "it is \(what), and no run")
        }
        guard FileStatus(at: place) == .folder else { break }
        continue
      }
      guard FileStatus(ofLinkAt: place) == .nothing, MissingInput.isNameOnly(place) else {
        throw InputError(path: place, reason: reason)
      }
      break
    }
    try AbandonedFiles.completeCommit(beside: path)
  }
}
