internal import Economy

extension ParameterSpec {
  /// A monthly amount of money, zero unless stated.
  static func amount(_ key: String, _ meaning: String) -> ParameterSpec {
    ParameterSpec(
      key, meaning, unit: "currency/month", .number(0...1_000_000), default: .number(0),
      source: "choice of the scenario")
  }

  /// A rate between bounds.
  static func rate(
    _ key: String, _ meaning: String, default value: Double, in bounds: ClosedRange<Double> = 0...1,
    source: String
  ) -> ParameterSpec {
    ParameterSpec(key, meaning, unit: "share", .number(bounds), default: .number(value), source: source)
  }
}

extension ParameterValues {
  /// A dated number that is reached in equal monthly steps: `steps` months after a date its value holds in full.
  /// A constant path is reached from `initially`.
  /// - Parameter start: the scenario's first month, at which a constant amount begins.
  func phased(
    _ key: String, at month: YearMonth, over steps: Int, from start: YearMonth, initially: Double = 0
  ) -> Double {
    let value = number(key, at: month)
    guard steps > 1 else { return value }
    let path = path(key)
    let current = path.steps.last { $0.month <= month }
    let begin = current?.month ?? start
    let elapsed = month - begin + 1
    guard elapsed < steps else { return value }
    guard elapsed > 0 else { return initially }
    let before =
      current == nil
      ? initially : phased(key, at: begin + -1, over: steps, from: start, initially: initially)
    return before + (value - before) * Double(elapsed) / Double(steps)
  }
}
