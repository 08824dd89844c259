/// Words of a command as one would type them into a shell.
public enum ShellWords {
  /// The words, in quotes where the shell would not take them as they are.
  public static func text(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "_-./=,:%+@".unicodeScalars.contains(scalar)
    }
    guard word.isEmpty || !isPlain else { return word }
    return "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}
