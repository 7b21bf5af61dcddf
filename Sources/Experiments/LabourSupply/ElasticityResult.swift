public import Economy
public import Scenarios

/// Labour supply as it was measured inside the model.
public struct ElasticityResult: Sendable {
  /// The scenario of whose baseline it is.
  public let scenario: Scenario
  /// The program.
  public let codeVersion: String
  /// In the order in which curvatures were asked for.
  public let measured: [Measured]

  /// The answers at one curvature.
  public struct Measured: Sendable {
    /// Curvature of the utility of consumption.
    public let curvature: Double
    /// By replication, the groups of each in equal order, everybody first.
    public let replications: [[LabourSupplyResponse]]

    /// Names of the groups.
    public var groups: [String] { replications.first?.map(\.group) ?? [] }

    /// A figure of a group over the replications.
    public func estimate(_ figure: (LabourSupplyResponse) -> Double, group: Int = 0) -> Estimate? {
      Estimate(replications.map { figure($0[group]) })
    }
  }

  init(_ scenario: Scenario, measured: [Measured], codeVersion: String) {
    self.scenario = scenario
    self.measured = measured
    self.codeVersion = codeVersion
  }
}

/// A figure of labour supply, as tables and files name it.
public enum ElasticityFigure: String, Sendable, CaseIterable {
  case hours, participation, incomeEffect = "income_effect", closedForm = "income_effect_closed_form"
  case wholeIncomeEffect = "income_effect_whole", labourShare = "labour_share"
  case participationRate = "participation_rate", bound = "at_bound"

  /// Its value.
  public func value(_ response: LabourSupplyResponse) -> Double {
    switch self {
    case .hours: response.hours
    case .participation: response.extensive
    case .incomeEffect: response.incomeEffect
    case .closedForm: response.closedForm
    case .wholeIncomeEffect: response.wholeIncomeEffect
    case .labourShare: response.labourShare
    case .participationRate: response.participation
    case .bound: response.bound
    }
  }
}
