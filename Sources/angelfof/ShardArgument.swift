public import AngelFunds
public import ArgumentParser

extension SweepProvenance.Shard: ExpressibleByArgument {
  /// Reads `2/3`.
  public init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
    self.init(number: number, of: count)
  }

  /// What holds where nothing is said.
  public var defaultValueDescription: String { "all of them" }
}
