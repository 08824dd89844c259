import AngelFunds
import Foundation

/// Why there is nothing to read where a command was told to look.
enum MissingInput {
  /// - Returns: nil if something is there.
  static func reason(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) != 0 else { return nil }
    switch errno {
    case ENOENT where FileStatus(ofLinkAt: path) != .nothing:
      return "it is a link that leads to nothing; mend it, or name the file itself"
    case ENOENT: return "there is no such file; \(suggestion(for: path))"
    case EACCES:
      return "permission is missing on a folder that leads to it; chmod +x that folder"
    case ELOOP: return "its links lead round in a circle; name the file itself"
    case ENOTDIR: return "a file is in the place of one of its folders; check the name"
    case ENAMETOOLONG: return "its name is too long for this system; check it"
    default: return String(cString: strerror(errno)).lowercased()
    }
  }

  /// Whether a file could be there, and none is.
  static func isNameOnly(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 && errno == ENOENT
  }

  /// A file of the same folder that was probably meant.
  private static func suggestion(for path: String) -> String {
    let folder = OutputFolder.holding(path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    let wanted = path.split(separator: "/").last.map(String.init) ?? path
    guard let nearest = nearestName(to: wanted, in: files) else { return "check the name" }
    let parent = OutputFolder.parent(of: path).map { "\($0)/" } ?? (path.hasPrefix("/") ? "/" : "")
    return "did you mean \(parent)\(nearest)?"
  }
}
