/// The law on retirement: ages as changes of those of the economy file, and what leaving early or late does to the
/// pension.
public struct RetirementRule: Sendable, Equatable {
  /// Months added to the normal age, at which those leave who follow the norm.
  public var normalShift = 0.0
  /// Months added to the early age, before which nobody may leave.
  public var earlyShift = 0.0
  /// Part of the change by which those move who do not follow the norm.
  public var ownResponse = 0.5
  /// Pension lost for each year before the normal age, and gained for each year after it, as a share.
  public var reduction = 0.0
  public var credit = 0.0

  public init() {}

  /// Age in months at which a person leaves, given the age she has set herself under the economy file's ages.
  ///
  /// Who has no job when the age is raised cannot draw the pension before the new norm, whatever she had in mind: she
  /// stays unemployed.
  @inline(__always)
  func dueAge(_ own: Int16, followsNorm: Bool, hasJob: Bool, earliest: Double) -> Double {
    if normalShift == 0 && earlyShift == 0 { return Double(own) }
    let waits = followsNorm || (!hasJob && normalShift > 0)
    let shifted = Double(own) + (waits ? normalShift : ownResponse * normalShift)
    // A raised early age holds back whoever would leave before it; a lower one lets those go whom it has held back.
    if earlyShift > 0 { return max(shifted, earliest + earlyShift) }
    return Double(own) <= earliest ? min(shifted, earliest + earlyShift) : shifted
  }

  /// The pension of a person who leaves at an age, over that of one who leaves at the normal age of the economy file
  /// as the law has moved it; ages in months.
  func pensionFactor(age: Double, normalAge: Double) -> Double {
    let years = (age - normalAge - normalShift) / 12
    return max(0, 1 + (years < 0 ? reduction : credit) * years)
  }
}
