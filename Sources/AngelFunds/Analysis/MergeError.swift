/// Stores that do not make one run together.
public enum MergeError: Error, Hashable, Sendable {
  /// A store is a whole run already.
  case isWhole(path: String)
  /// Two stores belong to different runs.
  ///
  /// `difference` tells what `path` has and `base` has not: "its seed is 2, not 1".
  case otherRun(path: String, base: String, difference: String)
  /// Another version of the program simulated, which estimates in its own way.
  case otherVersion(path: String, simulated: String)
  /// The same share is given more than once.
  case doubled(Shard, paths: [String])
  /// Shares of the run are not given.
  case missing(numbers: [Int], count: Int)
}

extension MergeError: CustomStringConvertible {
  /// What does not fit, and what to do.
  public var description: String {
    switch self {
    case .isWhole(let path):
      "\(path): is a whole run, and no shard; there is nothing to merge"
    case .otherRun(let path, let base, let difference):
      "\(path): is of another run than \(base): \(difference); name the shards of one run"
    case .otherVersion(let path, let simulated):
      "\(path): was simulated by angelfof \(simulated); merge it with that version, not with "
        + programVersion
    case .doubled(let shard, let paths):
      "shard \(shard.number) of \(shard.count) is given \(paths.count) times: "
        + "\(paths.joined(separator: ", ")); name it once"
    case .missing(let numbers, let count):
      numbers.count == 1
        ? "shard \(Self.list(numbers)) of \(count) is missing; name its file too, or simulate it "
          + "with --shard \(numbers[0])/\(count)"
        : "shards \(Self.list(numbers)) of \(count) are missing; name their files too, or simulate "
          + "them with --shard"
    }
  }

  /// Numbers in ascending order, with those in a row put together: `2, 5…7`.
  private static func list(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)…\($0.upperBound)" }
      .joined(separator: ", ")
  }
}
