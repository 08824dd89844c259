import AngelFunds
import ArgumentParser

extension RunNumber {
  /// Reads `--paths`, as scenario files have it.
  static func pathsOption(_ text: String) throws -> Int {
    Int(try paths.option("--paths", text))
  }

  /// Reads `--seed`, as scenario files have it.
  static func seedOption(_ text: String) throws -> UInt64 { try seed.option("--seed", text) }

  private func option(_ name: String, _ text: String) throws -> UInt64 {
    guard let value = value(of: text) else {
      throw ValidationError("\(name) \(refusal(of: text)).")
    }
    return value
  }
}
