/// How fast jobs end, open and fill in a step: the parameters of the labour market.
public struct MarketRules: Sendable, Equatable {
  /// Weeks in a step.
  public var weeksPerStep: Double
  /// delta_u: probability that a job ends for reasons of its own, a step, 0 to 1.
  public var separation: Double
  /// delta_v: probability that a job gives rise to a vacancy for reasons of its own, a step, 0 to 1.
  public var opening: Double
  /// gamma: share of the gap between demand and its target that closes in a step, up and down alike, 0 to 1.
  public var adjustment: Double
  /// a: share of the unemployed who apply in a step, above 0, to 1.
  public var searchShare: Double
  /// rho_v: share of vacancies that interview in a step, above 0, to 1.
  public var interviewShare: Double
  /// x: by how much the jobs wanted at rest exceed the labour force, as a share of it; above -1.
  public var demandSlack: Double
  /// The step of unemployment, counted from 1 for the step of the separation, from which it is long-term: the
  /// first in which 27 weeks are over by its end.
  public var longTermStep: Int

  /// Rules of one's own; what is left out is the paper's.
  public init(
    weeksPerStep: Double, separation: Double, opening: Double, adjustment: Double, searchShare: Double = 1,
    interviewShare: Double = 1, demandSlack: Double = 0, longTermStep: Int
  ) {
    let shares = [separation, opening, adjustment, searchShare, interviewShare]
    precondition(shares.allSatisfy { (0...1).contains($0) }, "shares from 0 to 1")
    precondition(searchShare > 0 && interviewShare > 0, "somebody searches, and somebody interviews")
    precondition(demandSlack > -1 && weeksPerStep > 0 && longTermStep > 1, "positive quantities")
    self.weeksPerStep = weeksPerStep
    self.separation = separation
    self.opening = opening
    self.adjustment = adjustment
    self.searchShare = searchShare
    self.interviewShare = interviewShare
    self.demandSlack = demandSlack
    self.longTermStep = longTermStep
  }

  /// The paper's step of 6.75 weeks: all unemployed search, all vacancies interview, as many jobs are wanted
  /// as there are persons.
  ///
  /// - Source: del Rio-Chanona et al. (2021), calibrated there to the Beveridge curve of the United States.
  public static let paper = MarketRules(
    weeksPerStep: 6.75, separation: 0.016, opening: 0.012, adjustment: 0.16, longTermStep: 4)

  /// A step of a month, tuned to levels of the United States on 22 occupation groups: unemployment 4.40 %,
  /// vacancies 4.50 % of jobs, job finding 0.371 and separations 0.017 a month, 43.8 % of hires change the
  /// group. One round of applications of everybody to every vacancy would be too fast for a month, so that
  /// only shares take part.
  ///
  /// - Source: prior, tuned; opening over separation 0.75 as in the paper. Levels: Current Population Survey
  ///   2015-19, JOLTS December 2024, Carrillo-Tudela and Visschers (2023).
  public static let monthly = MarketRules(
    weeksPerStep: 52 / 12, separation: 0.01705, opening: 0.01279, adjustment: 0.25, searchShare: 0.60,
    interviewShare: 0.735, demandSlack: 0.01756, longTermStep: 7)

  /// d† at rest, in jobs by occupation: a multiple of the persons of the labour force, not of the employed.
  ///
  /// - Parameter heads: employed and unemployed by occupation.
  public func targetAtRest(heads: [Double]) -> [Double] { heads.map { (1 + demandSlack) * $0 } }
}
