public import Economy

/// Why responses could not be measured.
public enum ResponseError: Error, Sendable {
  /// A run's economy stopped.
  case failed(EconomyError, run: String, replication: Int)
  /// A run threw what no model should throw.
  case unexpected(String, run: String, replication: Int)
  /// Somebody asked for the stop.
  case interrupted
}

extension ResponseError: CustomStringConvertible {
  /// One sentence for the user.
  public var description: String {
    switch self {
    case .failed(let error, let run, let replication): "\(run), replication \(replication): \(error.message)"
    case .unexpected(let what, let run, let replication): "\(run), replication \(replication): \(what)"
    case .interrupted: "stopped: nothing is kept of responses that are not complete"
    }
  }
}
