import AngelFunds

/// Arguments as messages of swift-argument-parser quote them: as they are.
enum QuotedArguments {
  /// The lines of a message, in which no argument begins one or does anything else to a terminal.
  static func shown(in message: String, _ arguments: some Sequence<String>) -> [String] {
    var message = message
    for part in Set(arguments.flatMap(parts)).sorted(by: { $0.count > $1.count }) {
      message = message.replacing(part, with: AngelFunds.shown(part))
    }
    return message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { AngelFunds.shown($0) }
  }

  /// An argument, and what of it may be quoted alone, where it has to be shown as something else.
  private static func parts(_ argument: String) -> [String] {
    var parts = [argument]
    if let sign = argument.firstIndex(of: "=") {
      parts += [String(argument[..<sign]), String(argument[argument.index(after: sign)...])]
    }
    // Letters after a dash are options of their own.
    if argument.hasPrefix("-") { parts += argument.dropFirst().map { "-\($0)" } }
    return parts.filter { $0 != AngelFunds.shown($0) }
  }
}
