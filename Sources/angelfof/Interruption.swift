import ArgumentParser
import Dispatch
import Foundation
import Synchronization

/// What signals do: Ctrl-C, a termination signal, a closed terminal.
enum Interruption {
  static let message = "Interrupted; nothing half-written is left."
  /// How long what is going on has to end by itself; the next signal ends it at once.
  private static let patience = DispatchTimeInterval.seconds(3)
  private static let received = Mutex<Int32?>(nil)

  /// Prints `message` and makes the error that ends the program as shells expect it.
  static func exit(_ message: String) -> ExitCode {
    StandardError.show(message)
    return ExitCode(code)
  }

  private static var code: Int32 { 128 + (received.withLock { $0 } ?? SIGINT) }

  /// Runs `body` as a task that signals cancel, and end if it does not heed them.
  ///
  /// Signals that whoever started the program has it ignore, as `nohup` does, stay ignored.
  static func guarding<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    // A file that grows too large is an error of writing, and told as one.
    signal(SIGXFSZ, SIG_IGN)
    let task = Task { try await body() }
    // A queue of its own: workers keep every thread of the shared queues busy.
    let queue = DispatchQueue(label: "interruption")
    let watched = [SIGINT, SIGTERM, SIGHUP].filter { !isIgnored($0) }
    let sources = watched.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { receive(number, queue) { task.cancel() } }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
      for number in watched { signal(number, SIG_DFL) }
    }
    return try await task.value
  }

  private static func receive(
    _ number: Int32, _ queue: DispatchQueue, cancel: () -> Void
  ) {
    let isFirst = received.withLock { received in
      defer { received = received ?? number }
      return received == nil
    }
    guard isFirst else { return end() }
    cancel()
    // Reading from a pipe, say, waits for a writer and for nobody else.
    queue.asyncAfter(deadline: .now() + patience) { end() }
  }

  private static func end() {
    StandardError.show(message)
    Leftovers.endProgram(with: code)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    let handler = signal(number, SIG_IGN)
    signal(number, handler)
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
