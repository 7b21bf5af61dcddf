/// The law on the working week, and what it makes of pay, output and cost.
///
/// Hours are over the standard week of the economy file, 40 hours. At its neutral values every factor is exactly 1 and
/// every cost exactly 0.
public struct WorkingWeek: Sendable, Equatable {
  /// Standard weekly hours.
  public var standard = 1.0
  /// Share of the pay for lost hours that is paid all the same.
  public var wageCompensation = 0.0
  /// Share of lost output that reorganisation recovers.
  public var reorganisationGain = 0.0
  /// Premium on the hourly wage for hours beyond the standard week, up to the old one, and the largest part of the lost
  /// hours that may be worked so.
  public var overtimePremium = 0.0
  public var overtimeLimit = 0.0
  /// Cost of a head beside pay that the shorter week makes necessary, over her pay for the old week.
  public var fixedCost = 0.0
  /// Firms with fewer heads keep the old week.
  public var smallestFirm = 0.0
  /// Subsidy over gross pay to firms under the shorter week.
  public var subsidy = 0.0

  public init() {}

  /// The week of the economy file in hours; up to 49 output follows hours, from 63 on it no longer rises.
  ///
  /// - Source: Pencavel (2015): proportional below about 49 hours, flat above about 63.
  public static let fileHours = 40.0
  static let proportionalUpTo = 49.0
  static let flatFrom = 63.0

  /// Whether the law leaves the week as it is.
  public var isNeutral: Bool { standard == 1 }

  /// Pay for the standard week over pay for the old one, without overtime.
  public var basePay: Double { standard + wageCompensation * (1 - standard) }

  /// Hours beyond the standard week, over the old one: what the law allows where an hour of overtime costs a firm no
  /// more than an hour of another head with her fixed cost.
  public var overtime: Double {
    guard standard < 1 else { return 0 }
    let headHour = (basePay + fixedCost) / standard
    let overtimeHour = basePay / standard * (1 + overtimePremium)
    return overtimeHour <= headHour ? overtimeLimit * (1 - standard) : 0
  }

  /// Hours worked, pay for them, and what they produce, over those of the old week.
  public var hours: Double { standard + overtime }
  public var payFactor: Double { basePay + overtime * basePay / standard * (1 + overtimePremium) }
  public var outputFactor: Double {
    let output = Self.output(ofHours: hours)
    return output + reorganisationGain * max(0, 1 - output)
  }

  /// Heads' fixed cost that the shorter week brings, over pay for the old week: of the heads the part 1 - output would
  /// not be needed under the old one.
  public var headCost: Double { fixedCost * max(0, 1 - outputFactor) }

  /// Output of some hours over that of the old week: proportional up to 49 hours, then a parabola that is flat at 63.
  static func output(ofHours hours: Double) -> Double {
    let (bend, top) = (proportionalUpTo / fileHours, flatFrom / fileHours)
    guard hours > bend else { return hours }
    let beyond = min(hours, top) - bend
    return bend + beyond - beyond * beyond / (2 * (top - bend))
  }
}

extension Economy {
  /// Which firms the shorter week concerns: those that had enough heads last month. The government is always concerned.
  mutating func coverFirms() {
    let week = rules.week
    let drawn = regime.pilot?.design.unit == .firms ? treated?.firms : nil
    guard !week.isNeutral, week.smallestFirm > 0 || drawn != nil else {
      if nation.coveredPay != 1 {
        firms.isExempt.fill(false)
        nation.coveredPay = 1
      }
      return
    }
    var (all, covered) = (0.0, 0.0)
    for firm in 0..<firms.count {
      let heads = firms.staff(firm)
      firms.isExempt[firm] = Double(heads) < week.smallestFirm || drawn?[firm] == false
      all += Double(heads)
      covered += firms.isExempt[firm] ? 0 : Double(heads)
    }
    // A pilot among firms leaves the government out.
    firms.isExempt[firms.count] = drawn != nil
    let heads = Double(firms.staff(firms.count))
    all += heads
    covered += drawn == nil ? heads : 0
    // Zero would be taken for a law without exemptions.
    nation.coveredPay = clamp(covered / max(1, all), 0, 1 - 1e-12)
  }

  /// What the law makes of pay, output and hours in a firm; the row after the last is the government.
  @inline(__always) func payFactor(_ employer: Int) -> Double {
    firms.isExempt[employer] ? 1 : rules.week.payFactor
  }
  @inline(__always) func outputFactor(_ employer: Int) -> Double {
    firms.isExempt[employer] ? 1 : rules.week.outputFactor
  }

  /// The mean of a factor of the week over those whom the law concerns and those whom it does not.
  func meanOfWeek(_ factor: Double) -> Double {
    nation.coveredPay == 1 ? factor : 1 + nation.coveredPay * (factor - 1)
  }

  /// The mean wage as the standard week is paid now, in cents a month: what minimum incomes follow.
  public var meanEarnings: Double { meanWage * meanOfWeek(rules.week.payFactor) }

  /// What a firm's heads cost it in the month beside their wages because the week is shorter, in cents: it buys their
  /// equipment and training from other firms.
  @inline(__always) func headCost(_ firm: Int) -> Int64 {
    guard !rules.week.isNeutral, !firms.isExempt[firm] else { return 0 }
    return Int64(Double(firms.wageBill[firm]) * rules.week.headCost / rules.week.payFactor)
  }

  /// Labour cost of a unit of output over that under the old week, employers' contribution included.
  @inline(__always) func payPerOutput(_ firm: Int) -> Double {
    let week = rules.week
    guard !week.isNeutral, !firms.isExempt[firm] else { return 1 }
    let contribution = 1 + rules.employerContribution
    let pay = week.payFactor * (contribution - week.subsidy) + week.headCost
    return max(0, pay) / contribution / week.outputFactor
  }

  @inline(__always) func payrollSubsidy(_ firm: Int) -> Int64 {
    let isPaid = !rules.week.isNeutral && !firms.isExempt[firm]
    return isPaid ? Int64(Double(firms.wageBill[firm]) * rules.week.subsidy) : 0
  }
}
