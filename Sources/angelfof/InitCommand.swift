import ArgumentParser
import Foundation

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes example scenarios to start from.",
    discussion: """
      Writes minimal.yaml, dongguan_baseline.yaml and scenario.schema.json. Files that are there
      already are never overwritten.

      Examples:
        angelfof init
        angelfof init my_plan
      """)

  @Argument(help: "The folder, made if it is not there.", completion: .directory)
  var folder = "."

  private static let remedy = "choose another folder, as in angelfof init my_plan"

  func validate() throws {
    guard !folder.isEmpty else { throw ValidationError("The folder's name is empty.") }
  }

  func run() async throws {
    try await reportingFailures {
      for name in StarterFiles.all.map(\.name) {
        let path = "\(folder)/\(name)"
        guard FileStatus(ofLinkAt: path) == .nothing else {
          throw OutputError(
            path: path, problem: .inTheWay, reason: "it is there already, and is not overwritten",
            remedy: Self.remedy)
        }
      }
      let output = try OutputFolder(folder, isShared: true, remedy: Self.remedy)
      defer { output.discard() }
      for file in StarterFiles.all { try output.write(file.text, to: file.name) }
      try output.commit(nil)
      for file in StarterFiles.all { try StandardOutput.show("\(folder)/\(file.name)") }
    }
  }
}
