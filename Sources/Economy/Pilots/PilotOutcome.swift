/// What a pilot's effect is stated in.
public enum PilotOutcome: String, Sendable, CaseIterable {
  // Persons, by either estimator.
  case participation, employment, daysEmployed = "days_employed", hours, partnerHours = "partner_hours"
  case earnings, earningsResponse = "earnings_response", lifetimeResponse = "lifetime_response"
  case spending, netWorth = "net_worth"
  // Firms.
  case staff, monthlyPay = "monthly_pay", hourlyPay = "hourly_pay", output, hourlyOutput = "hourly_output"
  // The whole economy.
  case multiplier, prices

  /// Whether it is of firms or of persons; nil for those of the whole economy.
  public var isOfFirms: Bool? {
    switch self {
    case .multiplier, .prices: nil
    case .staff, .monthlyPay, .hourlyPay, .output, .hourlyOutput: true
    default: false
    }
  }

  /// What readers see.
  public var label: String {
    switch self {
    case .participation: "Participation"
    case .employment: "Employment"
    case .daysEmployed: "Days employed"
    case .hours: "Hours worked"
    case .partnerHours: "Partner's hours"
    case .earnings: "Gross earnings"
    case .earningsResponse: "Gross earnings per unit of transfer"
    case .lifetimeResponse: "Earnings of a lifetime per unit of prize"
    case .spending: "Spending per unit of transfer"
    case .netWorth: "Deposits at the end per unit of transfer"
    case .staff: "Heads"
    case .monthlyPay: "Pay a head and month"
    case .hourlyPay: "Pay an hour"
    case .output: "Output"
    case .hourlyOutput: "Output an hour"
    case .multiplier: "Real GDP per unit of transfer"
    case .prices: "Consumer prices"
    }
  }

  /// Its unit in words.
  public var unit: String {
    switch self {
    case .participation, .employment: "points"
    case .daysEmployed: "days a year"
    case .hours, .partnerHours: "hours a week"
    case .earnings: "currency a year"
    case .earningsResponse, .lifetimeResponse, .spending, .netWorth, .multiplier: "1"
    case .staff, .monthlyPay, .hourlyPay, .output, .hourlyOutput, .prices: "%"
    }
  }
}
