import Synchronization

/// A request to stop at the end of the month, which any thread may make.
public final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// No request yet.
  public init() {}

  /// Asks for the stop.
  public func request() { flag.store(true, ordering: .relaxed) }

  /// Whether somebody has asked.
  public var isRequested: Bool { flag.load(ordering: .relaxed) }
}
