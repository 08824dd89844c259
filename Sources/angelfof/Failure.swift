import AngelFunds
import ArgumentParser
import Foundation
import Stochastics

/// Exit codes as in sysexits.h, and 130 for an interrupted program.
enum Failure: Int32 {
  case usage = 64
  case badData = 65
  case noInput = 66
  case software = 70
  case cannotCreate = 73
  case cannotWrite = 74
  case tryAgain = 75
  case interrupted = 130

  /// Prints `message` on standard error, in one line whatever it quotes, and makes the error that
  /// ends the program.
  func exit(_ message: String) -> ExitCode { exit(lines: [message]) }

  /// The same with a message of several lines.
  func exit(lines: [String]) -> ExitCode {
    for line in lines { StandardError.show(line) }
    return ExitCode(rawValue)
  }
}

/// Runs `body`, which Ctrl-C cancels; any error ends the program with one clear message and the
/// right exit code.
func reportingFailures(_ body: @escaping @Sendable () async throws -> Void) async throws {
  do {
    try await interruptible(body)
  } catch let error as ExitCode {
    throw error
  } catch let error as ScenarioProblems {
    throw (error.isMissingFilesOnly ? Failure.noInput : .badData).exit(lines: error.lines)
  } catch let error as OutputError {
    throw error.failure.exit("\(error)")
  } catch let error as MergeError {
    throw Failure.badData.exit("\(error)")
  } catch let error as RunStoreError {
    throw error.failure.exit("\(error)")
  } catch let error as SweepError {
    throw error.failure.exit("\(error)")
  } catch let error as TraceError {
    throw error.failure.exit("\(error)")
  } catch is CancellationError {
    throw Failure.interrupted.exit("Interrupted; nothing half-written is left.")
  } catch {
    throw Failure.software.exit("angelfof: \(error)")
  }
}

extension RunStoreError {
  fileprivate var failure: Failure {
    if isForLater { return .tryAgain }
    return switch self {
    case .cannotCreate: .cannotCreate
    case .cannotWrite: .cannotWrite
    case .cannotRead: isMissingInput ? .noInput : .badData
    case .damaged, .otherFormat, .isShard, .holdsShards: .badData
    }
  }
}

extension TraceError {
  fileprivate var failure: Failure {
    switch self {
    case .noVehicle, .noCompany, .noFigure: .usage
    case .noPath: .badData
    }
  }
}

extension SweepError {
  fileprivate var failure: Failure {
    switch self {
    case .unfinished: .cannotCreate
    case .otherSettings, .unfinishedShard: .badData
    }
  }
}
