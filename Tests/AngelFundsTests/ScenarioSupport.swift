import Foundation
import Testing

@testable import AngelFunds

/// Files in memory, by path.
func loading(_ files: [String: String]) -> (String) throws -> [UInt8] {
  { path in
    guard let text = files[path] else { throw CocoaError(.fileReadNoSuchFile) }
    return Array(text.utf8)
  }
}

/// Reads `text` as the file `x.yaml`.
func loaded(
  _ text: String, overrides: [String] = []
) throws -> LoadedScenario {
  try LoadedScenario(
    path: "x.yaml", overrides: overrides.compactMap(KeyOverride.init(argument:)),
    load: loading(["x.yaml": text]))
}

/// What reading `text` as the file `x.yaml` complains about.
func complaints(_ text: String, overrides: [String] = []) -> String {
  complaints { try loaded(text, overrides: overrides) }
}

/// What `body` complains about.
func complaints(_ body: () throws -> LoadedScenario) -> String {
  do {
    _ = try body()
    return "nothing"
  } catch {
    return "\(error)"
  }
}

/// A file beside this package's manifest.
func projectFile(_ path: String) -> URL {
  URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: path)
}

/// Reads a scenario of the folder `Scenarios`.
func example(_ name: String) throws -> LoadedScenario {
  try LoadedScenario(path: projectFile("Scenarios/\(name)").path) {
    Array(try Data(contentsOf: URL(filePath: $0)))
  }
}

/// Three lines that are a scenario; keys may follow.
let smallScenario = """
  anchors: {lake: {kind: town}}
  sub_funds: {one: {anchor: lake, commitment: 1亿}}

  """
