/// A value that may change at dates: `initial` until the first step, then each step's value from its month on.
public struct Dated<Value: Sendable & Equatable>: Sendable, Equatable {
  /// The value before the first step.
  public let initial: Value
  /// Later values, by strictly rising month.
  public let steps: [Step]

  public struct Step: Sendable, Equatable {
    public let month: YearMonth
    public let value: Value
    public init(month: YearMonth, value: Value) {
      self.month = month
      self.value = value
    }
  }

  public init(_ constant: Value) {
    initial = constant
    steps = []
  }

  /// - Precondition: the steps' months rise strictly.
  public init(initial: Value, steps: [Step]) {
    precondition(zip(steps, steps.dropFirst()).allSatisfy { $0.month < $1.month }, "dates must rise")
    self.initial = initial
    self.steps = steps
  }

  public var isConstant: Bool { steps.isEmpty }

  /// The value in force in a month.
  public func value(at month: YearMonth) -> Value {
    var value = initial
    for step in steps where step.month <= month { value = step.value }
    return value
  }
}
