import Foundation

/// What an input of a command is.
enum InputKind {
  case scenario
  case run

  /// By the name, or by what is there; nil where neither tells.
  init?(of path: String) {
    let name = path.lowercased()
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if name.hasSuffix(".sqlite") || isFolder.boolValue {
      self = .run
    } else if isThere || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      self = .scenario
    } else {
      return nil
    }
  }
}
