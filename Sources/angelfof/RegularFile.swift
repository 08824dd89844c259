import Foundation

/// Reading files that are what they are named for: a pipe would be waited for, a device never ends.
enum RegularFile {
  /// Why a file is not read, and what to do.
  struct Refusal: Error {
    let reason: String
    var isMissing = false
  }

  /// The bytes of a file, up to a limit.
  static func bytes(of path: String, upTo limit: Int) throws(Refusal) -> [UInt8] {
    // Nothing is waited for, not even by what takes the file's place after it was looked at.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw refusal(errno, of: path) }
    defer { close(file) }
    try check(file)
    var bytes = [UInt8](repeating: 0, count: limit)
    var count = 0
    while count < limit {
      let more = bytes.withUnsafeMutableBytes {
        Foundation.read(file, $0.baseAddress?.advanced(by: count), limit - count)
      }
      if more < 0, errno == EINTR { continue }
      guard more >= 0 else {
        throw Refusal(reason: "the disk reports an error; copy the file elsewhere")
      }
      if more == 0 { break }
      count += more
    }
    return Array(bytes[..<count])
  }

  private static func check(_ file: Int32) throws(Refusal) {
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw Refusal(reason: "the disk reports an error; copy the file elsewhere")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw Refusal(reason: "it is a folder; name a scenario file in it")
    case S_IFIFO:
      throw Refusal(reason: "it is a pipe; write what it brings into a file and name that")
    default: throw Refusal(reason: "it is a device, not a file; name a scenario file")
    }
  }

  private static func refusal(_ error: Int32, of path: String) -> Refusal {
    if let reason = MissingInput.reason(path) {
      return Refusal(reason: reason, isMissing: MissingInput.isNameOnly(path))
    }
    return switch error {
    case EACCES, EPERM: Refusal(reason: "permission is missing; chmod +r it")
    case ENXIO, ENODEV: Refusal(reason: "it is a device, not a file; name a scenario file")
    default: Refusal(reason: String(cString: strerror(error)).lowercased())
    }
  }
}
