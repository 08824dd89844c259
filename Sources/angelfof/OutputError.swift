/// A folder or file that cannot be written.
struct OutputError: Error, CustomStringConvertible {
  let path: String
  let reason: String
  /// What to do about it, as a command.
  var remedy = "choose another folder with --output"
  let failure: Failure

  var description: String {
    let problem = failure == .cannotCreate ? "created" : "written"
    return "\(path): cannot be \(problem): \(reason); \(remedy)"
  }
}
