import Synchronization

/// Burnt-in economies that several runs branch from, or lives that several are compared with. Each is built once, by the
/// first thread that asks for it; the others wait for that.
final class SnapshotCache<Model: Sendable>: Sendable {
  private final class Entry: Sendable {
    let value = Mutex<Result<Model, any Error>?>(nil)
  }

  private struct State {
    var entries: [String: Entry] = [:]
    /// The least recently used first.
    var order: [String] = []
    var built = 0
  }

  private let capacity: Int
  private let state = Mutex(State())

  /// - Parameter capacity: how many are kept; more take memory and no time.
  init(capacity: Int) { self.capacity = max(1, capacity) }

  /// How many were built.
  var built: Int { state.withLock { $0.built } }

  /// The economy of that key. What `build` throws is thrown to everybody who asks for the key.
  func model(_ key: String, build: () throws -> Model) throws -> Model {
    let entry = state.withLock { state in
      state.order.removeAll { $0 == key }
      state.order.append(key)
      if let entry = state.entries[key] { return entry }
      let entry = Entry()
      state.entries[key] = entry
      if state.order.count > capacity { state.entries[state.order.removeFirst()] = nil }
      return entry
    }
    return try entry.value.withLock { value in
      if let value { return try value.get() }
      let built = Result { try build() }
      state.withLock { $0.built += 1 }
      // An interrupted burn-in says nothing about the economy.
      if case .failure(is SweepInterruption) = built { return try built.get() }
      value = built
      return try built.get()
    }
  }
}

/// Somebody asked for the stop.
struct SweepInterruption: Error {}
