/// What a person does this month.
public enum LabourState: UInt8, Sendable, CaseIterable {
  /// The row holds nobody.
  case absent
  case child, student, employed, unemployed, inactive, retired, publicJob

  /// Whether the code is that of somebody who has left school and not retired.
  @inline(__always)
  static func isOfWorkingAge(_ code: UInt8) -> Bool { code >= employed.rawValue && code != retired.rawValue }
}

/// The persons, in columns. A row is reused after a death.
public struct Persons: Sendable {
  /// Age in months.
  public internal(set) var age: Column<Int16>
  /// Clock of the birth or arrival; 0 for the first persons. Rows are used again: row and arrival name a person.
  public internal(set) var arrival: Column<Int32>
  public internal(set) var isFemale: Column<Bool>
  public internal(set) var stateCode: Column<UInt8>
  public internal(set) var household: Column<Int32>
  /// The next member of the same household; -1 ends the list.
  public internal(set) var next: Column<Int32>
  /// Whether head or partner of the household, not a dependant.
  public internal(set) var isHead: Column<Bool>
  public internal(set) var occupation: Column<UInt16>
  /// Firm, or `Firms.count` for the government; -1 without a job.
  public internal(set) var employer: Column<Int32>
  /// Rank within the wage distribution of the occupation, in (0, 1).
  var rank: Column<Float>
  /// Efficiency over the occupation's mean.
  var skill: Column<Float>
  /// What is left of efficiency in pay after displacement, and what it recovers to; 1 is unharmed.
  var scar: Column<Float>
  var scarCeiling: Column<Float>
  /// Monthly wage for the standard week at the start, in cents.
  public internal(set) var wage: Column<Float>
  /// Hours worked over the standard week at the start.
  public internal(set) var hours: Column<Float>
  /// Months in the job.
  public internal(set) var tenure: Column<Int16>
  /// Months without a job while looking for one.
  public internal(set) var duration: Column<Int16>
  /// Whether the loss of the last job gives a claim to unemployment insurance.
  public internal(set) var isInsured: Column<Bool>
  /// Monthly wage before the loss of the job, in cents.
  public internal(set) var lastWage: Column<Float>
  /// The last job lost by a lay-off: its month on the economy's clock, `never` without one, and its full-time wage, in
  /// cents at the wage index of the economy file.
  public internal(set) var laidOffAt: Column<Int32>
  public internal(set) var laidOffWage: Column<Float>
  /// The same for the last job lost to machines.
  public internal(set) var displacedAt: Column<Int32>
  public internal(set) var displacedWage: Column<Float>
  /// Last month of a course, on the economy's clock; `never` without one.
  public internal(set) var trainingEnds: Column<Int32>
  /// Wage on which the pension is assessed, in cents at the earnings index of the start.
  public internal(set) var pensionBase: Column<Float>
  /// Age of retirement in months under the calibration's ages.
  var retirementAge: Column<Int16>
  /// Whether she follows the norm.
  var followsNorm: Column<Bool>
  /// Age in months at which education ends.
  var schoolLeaving: Column<Int16>
  /// Age in months at which the parents' household is left.
  var homeLeaving: Column<Int16>
  /// Age in months from which her health limits the work she can do.
  var limitAge: Column<Int16>
  /// Distaste for taking part in work, standard logistic; minus infinity for those who like work.
  var distaste: Column<Float>
  /// Logarithm of what her time at home is worth, over the mean: the efficiency with which she began, at the wages of
  /// the start.
  var homeValue: Column<Float>
  /// Logarithm of the weight of leisure; NaN until it is known.
  var leisure: Column<Float>
  /// Gross pay of the month in cents.
  public internal(set) var earnings: Column<Int64>
  /// Earnings and taxable benefits of the month in cents.
  public var taxable: Column<Int64>
  /// What the month left in the wallet, in cents.
  var net: Column<Int64>
  /// What the month's passes propose for her.
  var proposal: Column<UInt8>

  public var count: Int { age.count }

  /// The month of what has not happened: before all months by more than any term of a law.
  static let never: Int32 = -1_000_000

  @inline(__always)
  public func state(_ person: Int) -> LabourState {
    LabourState(rawValue: stateCode[person]).unsafelyUnwrapped
  }

  @inline(__always)
  func set(_ person: Int, _ state: LabourState) { stateCode[person] = state.rawValue }

  /// Whether alive.
  @inline(__always)
  public func isPresent(_ person: Int) -> Bool { stateCode[person] != LabourState.absent.rawValue }

  init(count: Int) {
    age = Column(repeating: 0, count: count)
    arrival = Column(repeating: 0, count: count)
    isFemale = Column(repeating: false, count: count)
    stateCode = Column(repeating: LabourState.absent.rawValue, count: count)
    household = Column(repeating: -1, count: count)
    next = Column(repeating: -1, count: count)
    isHead = Column(repeating: false, count: count)
    occupation = Column(repeating: 0, count: count)
    employer = Column(repeating: -1, count: count)
    rank = Column(repeating: 0.5, count: count)
    skill = Column(repeating: 1, count: count)
    scar = Column(repeating: 1, count: count)
    scarCeiling = Column(repeating: 1, count: count)
    wage = Column(repeating: 0, count: count)
    hours = Column(repeating: 1, count: count)
    tenure = Column(repeating: 0, count: count)
    duration = Column(repeating: 0, count: count)
    isInsured = Column(repeating: false, count: count)
    lastWage = Column(repeating: 0, count: count)
    laidOffAt = Column(repeating: Self.never, count: count)
    laidOffWage = Column(repeating: 0, count: count)
    displacedAt = Column(repeating: Self.never, count: count)
    displacedWage = Column(repeating: 0, count: count)
    trainingEnds = Column(repeating: Self.never, count: count)
    pensionBase = Column(repeating: 0, count: count)
    retirementAge = Column(repeating: 0, count: count)
    followsNorm = Column(repeating: false, count: count)
    schoolLeaving = Column(repeating: 0, count: count)
    homeLeaving = Column(repeating: 0, count: count)
    limitAge = Column(repeating: .max, count: count)
    distaste = Column(repeating: 0, count: count)
    homeValue = Column(repeating: 0, count: count)
    leisure = Column(repeating: .nan, count: count)
    earnings = Column(repeating: 0, count: count)
    taxable = Column(repeating: 0, count: count)
    net = Column(repeating: 0, count: count)
    proposal = Column(repeating: 0, count: count)
  }

  mutating func detach() {
    age.detach()
    arrival.detach()
    isFemale.detach()
    stateCode.detach()
    household.detach()
    next.detach()
    isHead.detach()
    occupation.detach()
    employer.detach()
    rank.detach()
    skill.detach()
    scar.detach()
    scarCeiling.detach()
    wage.detach()
    hours.detach()
    tenure.detach()
    duration.detach()
    isInsured.detach()
    lastWage.detach()
    laidOffAt.detach()
    laidOffWage.detach()
    displacedAt.detach()
    displacedWage.detach()
    trainingEnds.detach()
    pensionBase.detach()
    retirementAge.detach()
    followsNorm.detach()
    schoolLeaving.detach()
    homeLeaving.detach()
    limitAge.detach()
    distaste.detach()
    homeValue.detach()
    leisure.detach()
    earnings.detach()
    taxable.detach()
    net.detach()
    proposal.detach()
  }

  /// Appends an absent person.
  mutating func append() {
    age.append(0)
    arrival.append(0)
    isFemale.append(false)
    stateCode.append(LabourState.absent.rawValue)
    household.append(-1)
    next.append(-1)
    isHead.append(false)
    occupation.append(0)
    employer.append(-1)
    rank.append(0.5)
    skill.append(1)
    scar.append(1)
    scarCeiling.append(1)
    wage.append(0)
    hours.append(1)
    tenure.append(0)
    duration.append(0)
    isInsured.append(false)
    lastWage.append(0)
    laidOffAt.append(Self.never)
    laidOffWage.append(0)
    displacedAt.append(Self.never)
    displacedWage.append(0)
    trainingEnds.append(Self.never)
    pensionBase.append(0)
    retirementAge.append(0)
    followsNorm.append(false)
    schoolLeaving.append(0)
    homeLeaving.append(0)
    limitAge.append(.max)
    distaste.append(0)
    homeValue.append(0)
    leisure.append(.nan)
    earnings.append(0)
    taxable.append(0)
    net.append(0)
    proposal.append(0)
  }
}
