import Economy

/// What can be compared bit by bit, whatever it holds: NaN equals NaN, and 0 differs from -0.
protocol Bits {
  var bits: [UInt8] { get }
}

extension Column: Bits {
  var bits: [UInt8] { array.withUnsafeBytes(Array.init) }
}

/// Names of the columns in which two values differ; columns that are added later are compared without being named.
func differingColumns<Value>(_ left: Value, _ right: Value) -> [String] {
  zip(Mirror(reflecting: left).children, Mirror(reflecting: right).children).compactMap { left, right in
    guard let first = left.value as? any Bits, let second = right.value as? any Bits else { return nil }
    return first.bits == second.bits ? nil : left.label
  }
}

/// How many columns a value has.
func columnCount<Value>(_ value: Value) -> Int {
  Mirror(reflecting: value).children.count { $0.value is any Bits }
}

extension [MonthlyIndicators] {
  /// Every value of every month, bit by bit.
  var bits: [[UInt64]] { map { $0.values.map(\.bitPattern) } }
}
