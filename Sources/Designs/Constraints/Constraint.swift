/// A condition on the values of the factors that a point must meet: `where` in an experiment file.
///
/// Numbers, `true`, `false`, words in quotes and names of factors; `+ - * /`, `abs`, `log`, `min`, `max`;
/// `< <= > >= == !=`; `not`, `and`, `or` or `! && ||`, which bind in that order; brackets. A single `=` is
/// read as `==`. Kinds are checked when it is read, and words against those that the factor can be.
public struct Constraint: Sendable, Equatable {
  /// The expression as it was written.
  public let text: String
  let node: Node

  /// Reads an expression over factors.
  ///
  /// - Parameters:
  ///   - text: the expression.
  ///   - factors: what its names may be, in the order in which points state their values.
  public init(_ text: String, over factors: [Factor]) throws(ConstraintError) {
    self.init(
      text: text,
      node: try ConstraintParser.read(text, over: factors.map { ConstraintParser.Name($0, values: []) }))
  }

  /// Reads an expression over factors of which some have no distribution but a list of values.
  init(_ text: String, over names: [ConstraintParser.Name]) throws(ConstraintError) {
    self.init(text: text, node: try ConstraintParser.read(text, over: names))
  }

  private init(text: String, node: Node) {
    self.text = text
    self.node = node
  }

  /// Whether a point meets it; an error where a comparison is with what is no number.
  ///
  /// - Parameter values: a value for each factor, in their order.
  public func holds(at values: [FactorValue]) throws(ConstraintError) -> Bool {
    try node.holds(at: values)
  }
}
