/// Names of files and folders that the program makes of names that others chose.
enum OutputName {
  /// File systems take 255 bytes; endings and what SQLite adds need some.
  private static let mostBytes = 200

  /// Why `name` is not the name of one folder or file; nil where it is.
  static func problem(_ name: String) -> String? {
    if name.isEmpty || name == "." || name == ".." { return "names no folder of its own" }
    if name.hasPrefix(OutputList.name) { return "is a name that the program keeps for itself" }
    if name.utf8.count > mostBytes { return "is longer than \(mostBytes) bytes" }
    guard name.unicodeScalars.allSatisfy(isPlain) else {
      return "has a slash, a line break or another character that moves the cursor"
    }
    return nil
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "/" && scalar.properties.generalCategory != .control
      && ![0x2028...0x202E, 0x2066...0x2069].contains { $0.contains(scalar.value) }
  }

  /// The same name, if it can be one.
  ///
  /// - Parameter source: What has the name, for the message.
  /// - Throws: `CommandProblem`.
  static func checked(_ name: String, of source: String) throws -> String {
    guard let problem = problem(name) else { return name }
    throw CommandProblem(
      failure: .usage,
      "\(source): reports go into a folder named as the file is, and its name without .yaml "
        + "\(problem); rename the file, as in plan.yaml")
  }

  /// Names of files for `names`, all different: without what no file may be named.
  static func fileNames(for names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      var plain = String(
        String.UnicodeScalarView(name.unicodeScalars.map { isPlain($0) ? $0 : "_" }))
      while plain.utf8.count > mostBytes - 10 { plain.removeLast() }
      if problem(plain) != nil { plain = "_\(plain)" }
      var (own, number) = (plain, 2)
      while !taken.insert(own.lowercased()).inserted {
        own = "\(plain)_\(number)"
        number += 1
      }
      return own
    }
  }
}
