import ArgumentParser

/// Several things that one command does one after the other, whatever becomes of each.
struct Batch {
  private var failed: [(name: String, failure: Failure)] = []
  private var count = 0

  /// Does one of them; tells why if it cannot be done.
  ///
  /// - Throws: What ends the whole command: an exit code, or `CancellationError`.
  mutating func attempt(_ name: String, _ body: () async throws -> Void) async throws {
    count += 1
    do {
      try await body()
    } catch let error where CommandProblems.endsAll(error) {
      throw error
    } catch {
      let problem = CommandProblem(error)
      for line in problem.lines { StandardError.show(line) }
      failed.append((name, problem.failure))
    }
  }

  /// Throws the exit code of the first that could not be done, after naming all.
  func end() throws {
    guard let first = failed.first else { return }
    guard count > 1 else { throw ExitCode(first.failure.rawValue) }
    let names = failed.map(\.name).joined(separator: ", ")
    throw first.failure.exit("\(failed.count) of \(count) not done: \(names)")
  }
}
