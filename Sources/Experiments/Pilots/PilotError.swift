public import Economy

/// Why a pilot could not be run.
public enum PilotError: Error, Sendable {
  /// It draws more than there are.
  case tooLarge(PilotTooLarge, unit: PilotDesign.Unit)
  /// An economy stopped.
  case failed(EconomyError, replication: Int)
  /// An economy threw what no model should throw.
  case unexpected(String, replication: Int)
  /// Somebody asked for the stop.
  case interrupted
}

extension PilotError: CustomStringConvertible {
  /// One sentence for the user.
  public var description: String {
    switch self {
    case .tooLarge(let error, let unit):
      "the pilot draws \(error.drawn) \(unit.rawValue), treated and control, but only \(error.eligible) are eligible: "
        + "draw fewer, widen 'eligible', or simulate more persons"
    case .failed(let error, let replication): "replication \(replication): \(error.message)"
    case .unexpected(let what, let replication): "replication \(replication): \(what)"
    case .interrupted: "stopped: nothing is kept of a pilot that is not complete"
    }
  }
}
