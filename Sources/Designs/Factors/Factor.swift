/// Something that an experiment varies: one value of the scenario, and where that value may lie.
public struct Factor: Sendable, Equatable {
  /// What a factor stands for. Levers and uncertainties are kept apart so that a lever can be judged over all
  /// uncertainties.
  ///
  /// - Source: Lempert, Popper, Bankes, "Shaping the next one hundred years", RAND MR-1626 (2003): X and L.
  public enum Role: String, Sendable, CaseIterable {
    /// What a government or a union may choose.
    case lever
    /// What nobody chooses and nobody knows.
    case uncertainty
  }

  /// What constraints, tables and columns call it: a letter, then letters, digits and underscores.
  public let name: String
  /// The dotted path of the value in the scenario, as an option `--set path=value` takes it.
  public let path: String
  /// Unit of the value, as the parameter's declaration has it; 1 for shares and ratios.
  public let unit: String
  /// Whether it is chosen or unknown.
  public let role: Role
  /// Where the value may lie and how likely it is there; nil where a list of points states the values.
  public let distribution: Distribution?
  /// How many values a grid takes from a range, both ends included; nil where the values are listed.
  public let levels: Int?

  /// A factor from its properties.
  public init(
    name: String, path: String, unit: String = "1", role: Role = .uncertainty, distribution: Distribution?,
    levels: Int? = nil
  ) {
    self.name = name
    self.path = path
    self.unit = unit
    self.role = role
    self.distribution = distribution
    self.levels = levels
  }

  /// How many values a grid takes: all that are listed, or `levels` of a range. Nil where that is not clear.
  var gridCount: Int? {
    guard let count = distribution?.listed else { return levels.flatMap { $0 > 0 ? $0 : nil } }
    return levels == nil ? count : nil
  }

  /// The coordinates of the values that a grid takes: those of a range are equally spaced in probability from
  /// one end to the other; one alone is the median.
  var gridCoordinates: [Double] {
    (0..<(gridCount ?? 0)).map { index in
      if distribution?.listed != nil { return distribution?.coordinate(ofListed: index) ?? 0 }
      return levels == 1 ? 0.5 : Double(index) / Double((levels ?? 2) - 1)
    }
  }

  /// Whether the name can stand in an expression and name a column.
  var isNamed: Bool {
    guard let first = name.unicodeScalars.first, Tokens.isLetter(first) else { return false }
    return name.unicodeScalars.allSatisfy(Tokens.isPartOfName) && !Tokens.reserved.contains(name)
  }
}
