/// A folder or file that cannot be written.
struct OutputError: Error, CustomStringConvertible {
  let path: String
  let reason: String
  /// What to do about it, as a command.
  var remedy = "choose another folder with --output"
  let failure: Failure

  var description: String {
    switch failure {
    case .cannotCreate: "\(path): cannot be created: \(reason); \(remedy)"
    default: "\(path): cannot be written: \(reason); nothing was changed; \(remedy)"
    }
  }
}
