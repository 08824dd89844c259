import AngelFunds
import ArgumentParser

/// Why a command, or a part of it, cannot be done: one clear message, and how the program ends.
struct CommandProblem: Error, CustomStringConvertible {
  let failure: Failure
  let description: String

  init(failure: Failure, _ description: String) {
    (self.failure, self.description) = (failure, description)
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
    self.init(failure: failure, failure == .software ? "angelfof: \(error)" : "\(error)")
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
    switch self {
    case .cannotCreate: .cannotCreate
    case .cannotWrite: .cannotWrite
    case .cannotRead(_, let reason): reason == "there is no such file" ? .noInput : .badData
    case .otherFormat, .isShard, .holdsShards: .badData
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
