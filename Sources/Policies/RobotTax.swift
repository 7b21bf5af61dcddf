public import Economy

/// A tax on automation capital: on the service of robots, which is what their wear costs. It is paid by the firm that uses
/// them and raises the price at which robots pay.
///
/// Software that does tasks is taxed by `ai_tax`.
public struct RobotTax: Policy {
  public static let name = "robot_tax"
  public static let summary = "A tax on the service of robots, on top of its price"
  public static let parameters: [ParameterSpec] = [
    .rate("rate", "Tax over the price before tax", default: 0, in: 0...10, source: "choice of the scenario")
  ]

  let values: ParameterValues
  public init(_ values: ParameterValues) { self.values = values }

  public func legislate(_ rules: inout Rules, _ calendar: Calendar) {
    rules.robotTax = values.number("rate", at: calendar.date)
  }
}
