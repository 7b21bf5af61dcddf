/// Why the mean-field market says nothing about a scenario.
public enum MeanFieldError: Error, Sendable, Equatable {
  /// Machines take over all hours of all occupations, and there is no work left to be shared out.
  case noWorkLeft(variant: String)
}

extension MeanFieldError: CustomStringConvertible {
  /// One sentence for the user.
  public var description: String {
    switch self {
    case .noWorkLeft(let variant):
      "\(variant): machines take over all hours in the end, and the mean-field market shares out what hours are "
        + "left; run the whole model instead"
    }
  }
}
