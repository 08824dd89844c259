import AngelFunds
import ArgumentParser

/// Why a command, or a part of it, cannot be done: one clear message, and how the program ends.
struct CommandProblem: Error, CustomStringConvertible {
  let failure: Failure
  /// The message; each line stays one, whatever it quotes.
  let lines: [String]

  var description: String { lines.joined(separator: "\n") }

  init(failure: Failure, _ line: String) {
    (self.failure, lines) = (failure, [line])
  }

  private init(failure: Failure, lines: [String]) {
    (self.failure, self.lines) = (failure, lines)
  }

  /// What an error means.
  init(_ error: any Error) {
    let failure: Failure =
      switch error {
      case let error as CommandProblem: error.failure
      case let error as CommandProblems: error.failure
      case let error as OutputError: error.failure
      case let error as RunStoreError: error.failure
      case let error as SweepError: error.failure
      case let error as TraceError: error.failure
      case is InputError: .noInput
      case is InvalidScenario, is MergeError: .badData
      default: .software
      }
    let lines: [String] =
      switch error {
      case let error as CommandProblem: error.lines
      case let error as CommandProblems: error.all.flatMap(\.lines)
      case let error as InvalidScenario: error.issues.map(\.description)
      default: [failure == .software ? "angelfof: \(error)" : "\(error)"]
      }
    self.init(failure: failure, lines: lines)
  }
}

/// What is wrong with several things, all told at once.
struct CommandProblems: Error, CustomStringConvertible {
  private(set) var all: [CommandProblem] = []

  var description: String { all.map(\.description).joined(separator: "\n") }

  /// What all have in common; bad data where they have nothing.
  var failure: Failure {
    let failures = Set(all.map(\.failure))
    return failures.count == 1 ? all[0].failure : .badData
  }

  mutating func add(_ error: any Error) { all.append(CommandProblem(error)) }

  /// The value of `body`; nil if it is refused, which is kept.
  ///
  /// - Throws: What ends the whole command: an exit code, or `CancellationError`.
  mutating func collect<Value>(_ body: () throws -> Value) throws -> Value? {
    do {
      return try body()
    } catch let error where Self.endsAll(error) {
      throw error
    } catch {
      add(error)
      return nil
    }
  }

  /// Throws itself if it holds anything.
  func throwAny() throws {
    guard all.isEmpty else { throw self }
  }

  /// Whether an error is about more than the part in which it came up.
  static func endsAll(_ error: any Error) -> Bool {
    error is CancellationError || error is ExitCode
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
