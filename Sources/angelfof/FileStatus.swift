import Foundation

/// What is at a place of the disk.
enum FileStatus: Equatable {
  case nothing
  case plainFile
  case folder
  /// A symbolic link, a pipe, a device or a socket.
  case other(String)

  /// What `path` names: a link itself, not what it leads to.
  init(ofLinkAt path: String) {
    var status = stat()
    self = lstat(path, &status) == 0 ? Self(status) : .nothing
  }

  /// What `path` leads to.
  init(at path: String) {
    var status = stat()
    self = stat(path, &status) == 0 ? Self(status) : .nothing
  }

  private init(_ status: stat) {
    self =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .plainFile
      case S_IFDIR: .folder
      case S_IFLNK: .other("a symbolic link")
      case S_IFIFO: .other("a pipe")
      case S_IFSOCK: .other("a socket")
      default: .other("a device")
      }
  }

  /// Whether two paths lead to one file.
  static func isSame(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    return stat(first, &one) == 0 && stat(second, &other) == 0 && one.st_ino == other.st_ino
      && one.st_dev == other.st_dev
  }

  /// Whether what `path` names is this program's user's, or is not there.
  static func isOwn(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_uid == geteuid() : errno == ENOENT
  }

  /// Why no file can be put there; nil where one can.
  var obstacle: String? {
    switch self {
    case .nothing, .plainFile: nil
    case .folder: "it is a folder"
    case .other(let what): "it is \(what), which is never replaced"
    }
  }
}
