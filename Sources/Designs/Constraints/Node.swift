#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An expression that has been read: kinds fit, names are the factors' indices.
indirect enum Node: Sendable, Equatable {
  case number(Double)
  case flag(Bool)
  case word(String)
  case factor(Int)
  case negative(Node)
  case arithmetic(Arithmetic, Node, Node)
  case function(Function, [Node])
  case comparison(Comparison, Node, Node, kind: FactorValue.Kind, column: Int)
  case not(Node)
  case both(Node, Node)
  case either(Node, Node)

  enum Arithmetic: String, Sendable {
    case sum = "+"
    case difference = "-"
    case product = "*"
    case ratio = "/"
  }

  enum Comparison: String, Sendable {
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="
    case equal = "=="
    case unequal = "!="

    var isOrder: Bool { self != .equal && self != .unequal }
  }

  enum Function: String, Sendable, CaseIterable {
    case abs
    case min
    case max
    case log
  }

  /// Whether the expression holds at a point.
  func holds(at values: [FactorValue]) throws(ConstraintError) -> Bool {
    switch self {
    case .flag(let flag): return flag
    case .factor(let index): return values[index] == .flag(true)
    case .not(let node): return try !node.holds(at: values)
    case .both(let left, let right):
      if try !left.holds(at: values) { return false }
      return try right.holds(at: values)
    case .either(let left, let right):
      if try left.holds(at: values) { return true }
      return try right.holds(at: values)
    case .comparison(let comparison, let left, let right, .number, let column):
      let (left, right) = (left.number(at: values), right.number(at: values))
      guard !left.isNaN, !right.isNaN else { throw ConstraintError(.undefined, column: column) }
      return comparison.holds(left, right)
    case .comparison(let comparison, let left, let right, kind: .word, _):
      return (left.word(at: values) == right.word(at: values)) == (comparison == .equal)
    case .comparison(let comparison, let left, let right, kind: .flag, _):
      return (try left.holds(at: values) == right.holds(at: values)) == (comparison == .equal)
    case .number, .word, .negative, .arithmetic, .function:
      preconditionFailure("the parser lets only flags come here")
    }
  }

  private func number(at values: [FactorValue]) -> Double {
    switch self {
    case .number(let number): return number
    case .factor(let index): return values[index].number ?? .nan
    case .negative(let node): return -node.number(at: values)
    case .arithmetic(let operation, let left, let right):
      return operation.result(left.number(at: values), right.number(at: values))
    case .function(let function, let arguments):
      return function.result(arguments.map { $0.number(at: values) })
    default: preconditionFailure("the parser lets only numbers come here")
    }
  }

  private func word(at values: [FactorValue]) -> String {
    if case .factor(let index) = self { return values[index].description }
    guard case .word(let word) = self else { preconditionFailure("the parser lets only words come here") }
    return word
  }
}

extension Node.Comparison {
  func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .less: left < right
    case .atMost: left <= right
    case .more: left > right
    case .atLeast: left >= right
    case .equal: left == right
    case .unequal: left != right
    }
  }
}

extension Node.Arithmetic {
  func result(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .sum: left + right
    case .difference: left - right
    case .product: left * right
    case .ratio: left / right
    }
  }
}

extension Node.Function {
  /// How many arguments it takes; nil for two and more.
  var arguments: Int? { self == .abs || self == .log ? 1 : nil }

  func result(_ arguments: [Double]) -> Double {
    // Of several arguments one that is no number makes the result none, whatever their order.
    if let undefined = arguments.first(where: \.isNaN) { return undefined }
    return switch self {
    case .abs: Swift.abs(arguments[0])
    case .log: arguments[0] < 0 ? .nan : naturalLogarithm(arguments[0])
    case .min: arguments.reduce(.infinity) { Swift.min($0, $1) }
    case .max: arguments.reduce(-.infinity) { Swift.max($0, $1) }
    }
  }
}

/// The library's function by another name than that of the case.
private func naturalLogarithm(_ number: Double) -> Double { log(number) }
