internal import Economy

/// The months after the loss of a job in which a law pays, and what the job would pay by now.
struct LossTerm: Sendable {
  /// A loss within its term.
  struct Loss {
    /// Months since, from 1.
    let months: Int
    /// The full-time wage of the lost job, grown with mean earnings, in cents.
    let wage: Double
  }

  let months: Int
  private let at: Column<Int32>
  private let wage: Column<Float>
  private let clock: Int
  private let index: Double

  /// - Parameters:
  ///   - at: month of the loss by person, and `wage` the wage lost, at the wage index of the economy file.
  init(
    at: Column<Int32>, wage: Column<Float>, months: Int, _ economy: Economy, _ calendar: Calendar
  ) {
    self.at = at
    self.wage = wage
    self.months = months
    clock = economy.clock
    index = calendar.earnings
  }

  /// The person's loss; nil where there was none or its term is over. The month of the loss is the first.
  @inline(__always)
  func loss(_ person: Int) -> Loss? {
    let since = clock - Int(at[person]) + 1
    guard since <= months else { return nil }
    return Loss(months: since, wage: Double(wage[person]) * index)
  }
}
