import Economy
import Testing

/// A published figure, and the same figure in the model.
struct Target: Sendable, CustomTestStringConvertible {
  /// Number in the table; gaps are targets that are checked elsewhere or not yet.
  let number: Int
  let name: String
  /// The published figure, with its unit and its source.
  let published: String
  /// What counts as met, and the unit in which it and the model's figure are stated.
  let accepted: ClosedRange<Double>
  let unit: String
  /// Why the model misses it; nil where it does not.
  let knownMiss: String?
  /// One figure a seed.
  let measure: Measure

  typealias Measure = @Sendable ([Run]) throws -> [Double]

  /// A figure of the baseline's months.
  init(
    _ number: Int, _ name: String, published: String, accepted: ClosedRange<Double>, unit: String = "1",
    knownMiss: String? = nil, measure: @escaping @Sendable (Run) -> Double
  ) {
    self.init(
      number, name, published: published, accepted: accepted, unit: unit, knownMiss: knownMiss,
      measureAll: { $0.map(measure) })
  }

  /// A figure of runs of its own, which start from the baseline's.
  init(
    _ number: Int, _ name: String, published: String, accepted: ClosedRange<Double>, unit: String = "1",
    knownMiss: String? = nil, measureAll: @escaping Measure
  ) {
    self.number = number
    self.name = name
    self.published = published
    self.accepted = accepted
    self.unit = unit
    self.knownMiss = knownMiss
    self.measure = measureAll
  }

  var testDescription: String { name }
}
