import Dispatch
import Experiments
import Foundation
import Synchronization

/// Turns a SIGINT or SIGTERM into a request to stop. Where there are several requests the first signal makes the
/// first one; the signal after the last request ends the program at once.
final class StopSignals {
  private let received = Received()
  private var sources: [any DispatchSourceSignal] = []

  /// The signal that has come; 0 before.
  private final class Received: Sendable {
    let number = Atomic<Int32>(0)
    let count = Atomic(0)
  }

  init(_ requests: Cancellation...) {
    let queue = DispatchQueue(label: "signals")
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [received] in
        received.number.store(number, ordering: .relaxed)
        let count = received.count.add(1, ordering: .relaxed).newValue
        if count >= requests.count {
          signal(SIGINT, SIG_DFL)
          signal(SIGTERM, SIG_DFL)
        }
        requests[min(count, requests.count) - 1].request()
      }
      source.activate()
      sources.append(source)
    }
  }

  /// The exit code of a program that a signal has stopped; nil where none has.
  var exitCode: Failure.Code? {
    switch received.number.load(ordering: .relaxed) {
    case SIGINT: .interrupted
    case SIGTERM: .terminated
    default: nil
    }
  }
}
