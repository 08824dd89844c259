/// Tables of outcomes that the program knows by name.
public enum OutcomePreset {
  /// Their names.
  public static var names: [String] { BuiltInPreset.names }

  /// The smallest scenario that uses a preset.
  ///
  /// - Parameter changes: Changes of keys, made on top of it.
  /// - Throws: `InvalidScenario` with every problem.
  public static func scenario(
    named name: String, changes: [KeyOverride] = []
  ) throws -> LoadedScenario {
    let text = """
      outcomes: \(name)
      anchors: {town: {kind: town}}
      sub_funds: {fund: {anchor: town, commitment: 1亿}}
      """
    return try LoadedScenario(path: name, overrides: changes) { _ in Array(text.utf8) }
  }
}
