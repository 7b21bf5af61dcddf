public import Economy

/// The households of a survey, ready for a simulation, and how well they agree with where they come from.
public struct ImportedPopulation: Sendable {
  /// In the order of the survey.
  public var households: [MicrodataHousehold]
  /// Codes of the economy file's occupations, to which the members' indices point.
  public var occupations: [String]
  /// One line on the origin and the money, which the population file carries.
  public var source: String
  /// Mean wage of the economy file over that of the survey: what brings its amounts to the economy's year.
  public var wageFactor: Double
  /// The import against the survey's own totals and against the economy file.
  public var report: Reconciliation

  public init(
    households: [MicrodataHousehold], occupations: [String], source: String, wageFactor: Double,
    report: Reconciliation
  ) {
    self.households = households
    self.occupations = occupations
    self.source = source
    self.wageFactor = wageFactor
    self.report = report
  }

  /// Persons in all households, unweighted.
  public var persons: Int { households.reduce(0) { $0 + $1.members.count } }

  /// The money of an import's amounts.
  public enum Money: String, Sendable, CaseIterable {
    /// As the survey has them: totals agree with the survey's.
    case survey
    /// Times `wageFactor`: mean wages agree with the economy file's.
    case economy
  }

  /// The same households with all amounts multiplied.
  func scaled(by factor: Double) -> [MicrodataHousehold] {
    households.map { household in
      var scaled = household
      scaled.capitalIncome *= factor
      for index in scaled.members.indices {
        scaled.members[index].earnings *= factor
        scaled.members[index].pension *= factor
      }
      return scaled
    }
  }
}
