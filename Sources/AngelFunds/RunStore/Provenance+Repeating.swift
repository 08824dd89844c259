import Stochastics

extension Provenance {
  /// Sixteen hexadecimal digits that tell scenarios apart: equal for all files that mean the same,
  /// however they are written.
  ///
  /// FNV-1a, 64 bits, over `scenarioResolved`; it does not protect against forgery.
  public var scenarioHash: String {
    let digits = String(StableHash(text: scenarioResolved).value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The command that makes the same run again, for a POSIX shell in the scenario's folder.
  public var repeatCommand: String {
    let file = "\(scenarioName).yaml"
    let options =
      ["--paths", "\(paths)", "--seed", "\(seed)"]
      + (generator == Generator.philox.name ? [] : ["--generator", generator])
      + (shard.map { ["--shard", "\($0)"] } ?? [])
    let words = ["angelfof", "run", file.hasPrefix("-") ? "./\(file)" : file] + options
    return ShellWords.text(words + changes.flatMap { ["--set", $0] })
  }
}
