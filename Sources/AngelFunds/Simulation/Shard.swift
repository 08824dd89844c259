internal import Foundation

/// A share of a run that is simulated by itself, on a machine of its own: one of `count` runs of
/// blocks that follow each other and are as equal as can be.
public struct Shard: Hashable, Sendable {
  /// The most shards of one run.
  public static let limit = 1000

  /// Which share, from 1 to `count`.
  public let number: Int
  /// Into how many shares the run is split, from 1 to `limit`.
  public let count: Int

  /// Fails unless 1 ≤ `number` ≤ `count` ≤ `limit`.
  public init?(number: Int, count: Int) {
    guard (1...Self.limit).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Reads `2/3`; nil if the text says anything else.
  public init?(_ text: String) { self.init(text, separator: "/") }

  private init?(_ text: String, separator: String) {
    let parts = text.components(separatedBy: separator)
    guard
      parts.count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isWholeNumber } }),
      let number = Int(parts[0]), let count = Int(parts[1])
    else { return nil }
    self.init(number: number, count: count)
  }

  /// The most shards that a run of `paths` paths can be split into: every shard has a block.
  public static func largestCount(paths: Int) -> Int { min(limit, BlockPlan(paths: paths).count) }

  /// Number of paths that the shard has of a run of `paths` paths.
  public func pathCount(of paths: Int) -> Int {
    let plan = BlockPlan(paths: paths)
    let blocks = blocks(of: plan)
    return min(blocks.upperBound * BlockPlan.blockSize, paths)
      - blocks.lowerBound * BlockPlan.blockSize
  }

  /// The shard's blocks.
  func blocks(of plan: BlockPlan) -> Range<Int> {
    ((number - 1) * plan.count / count)..<(number * plan.count / count)
  }

  /// Whether the shard runs the ends of the uncertain inputs' ranges too, which a run needs once.
  var hasSensitivity: Bool { number == 1 }
}

extension Shard: CustomStringConvertible {
  /// As in `2/3`.
  public var description: String { "\(number)/\(count)" }
}

extension Shard {
  /// The file's name within a run's folder: `shard_2_of_3.sqlite`.
  public var fileName: String { "\(Self.prefix)\(number)\(Self.middle)\(count)\(Self.suffix)" }

  private static let prefix = "shard_"
  private static let middle = "_of_"
  private static let suffix = ".sqlite"

  /// Fails if no shard's file is named so.
  init?(fileName: String) {
    guard fileName.hasPrefix(Self.prefix), fileName.hasSuffix(Self.suffix) else { return nil }
    let text = fileName.dropFirst(Self.prefix.count).dropLast(Self.suffix.count)
    self.init(String(text), separator: Self.middle)
  }

  /// The paths of a folder's files that are named as shards, in the order of their numbers.
  public static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in Shard(fileName: name).map { (name, $0) } }
      .sorted { ($0.1.count, $0.1.number, $0.0) < ($1.1.count, $1.1.number, $1.0) }
      .map { folder.hasSuffix("/") ? folder + $0.0 : "\(folder)/\($0.0)" }
  }
}
