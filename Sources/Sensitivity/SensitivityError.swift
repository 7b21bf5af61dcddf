/// Why there is nothing to estimate.
public enum SensitivityError: Error, Sendable, Equatable {
  /// Fewer complete rows, trajectories or values than it takes.
  case tooFew(found: Int, least: Int)
  /// Outputs that are not as many as the points of a design.
  case wrongCount(found: Int, expected: String)
  /// The output is the same everywhere: there is nothing to explain.
  case constantOutput
  /// A factor, counted from 0, that is the same everywhere.
  case constantFactor(Int)
  /// A factor, counted from 0, that those before it determine.
  case dependentFactor(Int)
  /// Two points of a trajectory, counted from 0, that do not differ in exactly one factor.
  case noTrajectory(Int)
  /// No case is of interest, or all are.
  case nothingToTellApart
}

extension SensitivityError: CustomStringConvertible {
  /// One line that says what is wrong.
  public var description: String {
    switch self {
    case .tooFew(let found, let least): "\(found) complete of at least \(least) that are needed"
    case .wrongCount(let found, let expected): "\(found) values; expected \(expected)"
    case .constantOutput: "the output is the same at all points"
    case .constantFactor(let factor): "factor \(factor + 1) is the same at all points"
    case .dependentFactor(let factor): "factor \(factor + 1) follows from those before it"
    case .noTrajectory(let trajectory):
      "trajectory \(trajectory + 1) does not change one factor at each step and each factor once"
    case .nothingToTellApart: "either no point is of interest or all are"
    }
  }
}
