import AngelFunds
import Foundation

/// A file that cannot be read.
struct InputError: Error, CustomStringConvertible {
  let path: String
  let reason: String
  var description: String { "\(path): cannot be read: \(reason)" }
}

/// Scenario files from the disk.
enum ScenarioFile {
  /// Scenario files are text of at most this size; the reader tells larger ones by it.
  private static let readLimit = 4 << 20

  /// Loads a scenario, with the overrides of the command line.
  static func load(_ path: String, set overrides: [String]) throws -> LoadedScenario {
    let parsed = try overrides.map { argument in
      guard let override = KeyOverride(argument: argument) else {
        throw Failure.usage.exit(
          "--set takes key.path=value, such as --set terms.carry=15%, not \(argument)")
      }
      return override
    }
    return try LoadedScenario(path: path, overrides: parsed, load: read)
  }

  private static func read(_ path: String) throws -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputError(path: path, reason: "there is no such file; check the name")
    }
    guard !isFolder.boolValue else {
      throw InputError(path: path, reason: "it is a folder; name a scenario file in it")
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw InputError(path: path, reason: "permission is missing; chmod +r it")
    }
    defer { try? file.close() }
    do {
      return try [UInt8](file.read(upToCount: readLimit) ?? Data())
    } catch {
      throw InputError(path: path, reason: "the disk reports an error")
    }
  }
}
