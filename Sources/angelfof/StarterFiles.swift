import AngelFunds

/// The files that `init` writes: the repository's own examples, put into the program.
enum StarterFiles {
  static var all: [(name: String, text: String)] {
    [
      ("minimal.yaml", String(decoding: PackageResources.minimal_yaml, as: UTF8.self)),
      (
        "dongguan_baseline.yaml",
        String(decoding: PackageResources.dongguan_baseline_yaml, as: UTF8.self)
      ),
      ("scenario.schema.json", ScenarioSchema.schema()),
    ]
  }
}
