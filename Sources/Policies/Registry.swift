public import Economy

/// The policies that economy and scenario files may name, in the order in which they are assessed: contributions,
/// benefits, then the taxes that count them as income; what depends on household income comes last of itself.
public enum Registry {
  public static let policies: [any Policy.Type] = [
    MinimumWage.self,
    WorkingHours.self,
    RetirementAge.self,
    JobGuarantee.self,
    Contributions.self,
    UnemploymentInsurance.self,
    WageInsurance.self,
    Compensation.self,
    Retraining.self,
    BasicIncome.self,
    Pensions.self,
    ChildBenefit.self,
    NegativeIncomeTax.self,
    IncomeTax.self,
    ConsumptionTax.self,
    CorporateTax.self,
    AITax.self,
    RobotTax.self,
    RentWithholding.self,
    OpenModels.self,
    Pacing.self,
    DividendFund.self,
    MinimumIncome.self,
    WealthTax.self,
    MonetaryPolicy.self,
  ]

  /// The policy of that name; nil where there is none.
  public static func policy(named name: String) -> (any Policy.Type)? { policies.first { $0.name == name } }
}
