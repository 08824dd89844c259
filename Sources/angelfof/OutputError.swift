/// A folder or file that cannot be written.
struct OutputError: Error, CustomStringConvertible {
  /// What is wrong with it.
  enum Problem: String {
    case notCreated = "cannot be created"
    case notWritten = "cannot be written"
    /// A folder that is there, and takes no files.
    case closed = "cannot be written into"
    case inTheWay = "is in the way"
    case inUse = "is in use"
  }

  let path: String
  let problem: Problem
  let reason: String
  /// What to do about it, as a command.
  var remedy = "choose another folder with --output"

  /// How the program ends.
  var failure: Failure {
    switch problem {
    case .notCreated, .closed, .inTheWay, .inUse: .cannotCreate
    case .notWritten: .cannotWrite
    }
  }

  var description: String { "\(path): \(problem.rawValue): \(reason); \(remedy)" }
}
