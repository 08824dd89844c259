/// Work on things that know nothing of each other.
enum SideBySide {
  /// What `body` makes of each element, in their order.
  ///
  /// - Parameter jobs: How many workers run side by side; changes no result.
  /// - Throws: The first error of `body`.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], jobs: Int, _ body: @escaping @Sendable (Element) throws -> Result
  ) async throws -> [Result] {
    let queue = BlockQueue(elements.indices)
    return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
      for _ in 0..<max(1, min(jobs, elements.count)) {
        group.addTask {
          var results: [(Int, Result)] = []
          while let index = queue.next() { results.append((index, try body(elements[index]))) }
          return results
        }
      }
      var all: [(Int, Result)] = []
      for try await results in group { all += results }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
