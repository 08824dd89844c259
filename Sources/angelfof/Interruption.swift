import Dispatch
import Foundation

/// Runs `body` as a task that Ctrl-C, a termination signal or a closed terminal cancels.
///
/// Signals that whoever started the program has it ignore, as `nohup` does, stay ignored.
func interruptible<Value: Sendable>(
  _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  let task = Task { try await body() }
  // A queue of its own: workers keep every thread of the shared queues busy.
  let queue = DispatchQueue(label: "interruption")
  let watched = [SIGINT, SIGTERM, SIGHUP].filter { !isIgnored($0) }
  let sources = watched.map { number in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    source.setEventHandler { task.cancel() }
    source.resume()
    return source
  }
  defer {
    for source in sources { source.cancel() }
    for number in watched { signal(number, SIG_DFL) }
  }
  return try await task.value
}

private func isIgnored(_ number: Int32) -> Bool {
  let handler = signal(number, SIG_IGN)
  signal(number, handler)
  return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}
