import AngelFunds
import ArgumentParser
import Foundation
import Stochastics

/// Exit codes as in sysexits.h; a program that a signal ends has 128 and the signal's number.
enum Failure: Int32 {
  case usage = 64
  case badData = 65
  case noInput = 66
  case software = 70
  case cannotCreate = 73
  case cannotWrite = 74
  case tryAgain = 75

  /// Prints `message` on standard error, in one line whatever it quotes, and makes the error that
  /// ends the program.
  func exit(_ message: String) -> ExitCode { exit(lines: [message]) }

  /// The same with a message of several lines.
  func exit(lines: [String]) -> ExitCode {
    for line in lines { StandardError.show(line) }
    return ExitCode(rawValue)
  }
}

/// Runs `body`, which signals cancel; any error ends the program with one clear message and the
/// right exit code.
func reportingFailures(_ body: @escaping @Sendable () async throws -> Void) async throws {
  do {
    try await Interruption.guarding(body)
  } catch let error as ExitCode {
    throw error
  } catch is CancellationError {
    throw Interruption.exit(Interruption.message)
  } catch {
    let problem = CommandProblem(error)
    throw problem.failure.exit(lines: problem.lines)
  }
}
