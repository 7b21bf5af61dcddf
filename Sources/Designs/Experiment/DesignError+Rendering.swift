extension DesignErrors: CustomStringConvertible {
  /// The errors, a line each.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

extension DesignError: CustomStringConvertible {
  /// One line that says where and what.
  public var description: String { "\(key): \(problem.message)" }
}

extension DesignError.Problem {
  /// One line that says what is wrong.
  public var message: String { factorMessage ?? designMessage ?? restMessage }

  private var factorMessage: String? {
    switch self {
    case .noFactors: "nothing is varied: a factor or more is needed"
    case .wrongName(let name):
      "'\(name)' is no name: expected a letter, then letters, digits and underscores, and none of "
        + Tokens.reserved.joined(separator: ", ")
    case .repeatedName(let name): "'\(name)' is there twice"
    case .repeatedPath(let path): "another factor varies \(path) too"
    case .emptyPath: "the path of a value of the scenario is missing"
    case .notFinite: "all numbers must be finite"
    case .notExact: "whole numbers must lie from -2^53 to 2^53"
    case .emptyRange(let low, let high): "\(text(low)) is not below \(text(high))"
    case .notPositive(let low): "\(text(low)) has no logarithm: the low end must be above 0"
    case .modeOutside(let mode, let low, let high):
      "the mode \(text(mode)) is not from \(text(low)) to \(text(high))"
    case .noProbability: "nothing of the distribution lies between the ends"
    case .noValues: "a value or more is needed"
    case .repeatedValue(let value): "\(value) is there twice; weights make a value likelier"
    case .mixedKinds: "the values must be all numbers, all flags or all words"
    case .wrongWeights: "a weight above 0 is needed for each value"
    case .missingLevels: "a grid needs to know how many values to take from a range"
    case .wrongLevels(let levels): "\(levels) levels: expected 1 or more, and none where values are listed"
    case .missingDistribution: "a range or values are needed, since the points are not listed"
    default: nil
    }
  }

  private var designMessage: String? {
    switch self {
    case .tooFew(let found, let least): "\(found) is too few: \(least) or more are needed"
    case .tooMany(let found, let most):
      (found.map { "\($0) are" } ?? "these are") + " too many: there can be \(most)"
    case .notPowerOfTwo(let count, let below, let above):
      "\(count) is no power of two; \(below) and \(above) are"
    case .oddLevels(let levels): "\(levels) is odd: trajectories need an even number of levels"
    case .wrongRow(let found, let expected):
      "\(found) values for \(expected) factors"
    case .notCrossable(let design): "a design of kind \(design) cannot be one of two that are crossed"
    default: nil
    }
  }

  private var restMessage: String {
    switch self {
    case .constraint(let error): error.description
    case .constrained(let design):
      "a design of kind \(design) takes no constraints: its analysis needs factors that do not depend on "
        + "each other"
    case .nothingLeft(let count): "none of \(count) points meets the constraints"
    case .notAboveZero(let number): "\(text(number)) is not above 0"
    case .wrongConfidence(let confidence): "\(text(confidence)) is not between 0 and 1"
    case .noOutputs: "nothing is kept: an output or more is needed"
    case .unknownOutput(let name, let known):
      "no output is called '\(name)'; there are \(known.joined(separator: ", "))"
    case .seriesOutput(let name): "'\(name)' is a series, where one number a run is needed"
    case .wrongDesign(let analysis, let needed, let found):
      "\(analysis) needs a design of kind \(needed), not \(found)"
    default: ""
    }
  }

  private func text(_ number: Double) -> String { FactorValue.number(number).description }
}
