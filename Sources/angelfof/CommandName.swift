import AngelFunds
import ArgumentParser

/// The name of a command, as it stands on the command line.
enum CommandName {
  /// Makes sure that there is such a command, before its arguments are taken for wrong ones.
  ///
  /// - Throws: `ValidationError` with the name that was probably meant.
  static func check(_ arguments: some Sequence<String>, known: [String]) throws {
    var words = arguments.prefix { !$0.hasPrefix("-") }[...]
    if words.first == "help" { words = words.dropFirst() }
    guard let word = words.first, !known.contains(word), word != "help" else { return }
    if InputKind(of: word) == .scenario {
      throw ValidationError("There is no command \(word); did you mean angelfof run \(word)?")
    }
    let nearest = nearestName(to: word, in: known)
    throw ValidationError(
      "There is no command \(word); "
        + (nearest.map { "did you mean \($0)?" } ?? "they are \(known.joined(separator: ", "))."))
  }
}
