public import Designs
import Economy
import Experiments
import Foundation
public import Scenarios
import Sensitivity

/// The lines that an outside program and `otium ask-tell` exchange.
public struct Conversation {
  private let file: SweepFile

  /// A conversation about a file's factors and outputs.
  public init(_ file: SweepFile) { self.file = file }

  /// Settings that are asked for.
  public struct Request {
    /// What the answer is to be called, as it was asked.
    public let id: JSONValue
    /// A value a factor, by setting.
    public let points: [[FactorValue]]
  }

  /// What is wrong with a line.
  public struct Complaint: Error {
    let id: JSONValue
    let reason: String
  }

  /// What there is to ask for.
  public var greeting: JSONValue {
    let factors = file.experiment.factors.map { factor in
      var members: [JSONValue.Member] = [
        .init("name", .text(factor.name)), .init("path", .text(factor.path)),
        .init("unit", .text(factor.unit)),
        .init("role", .text(factor.role.rawValue)),
      ]
      switch factor.distribution {
      case .values(let values, _): members.append(.init("values", .array(values.map { JSONValue($0) })))
      case let range?:
        members += [
          .init("low", JSONValue(range.value(at: 0))), .init("high", JSONValue(range.value(at: 1))),
        ]
      case nil: break
      }
      return JSONValue.object(members)
    }
    return .object([
      .init("schema", .text("otium.ask-tell/1")), .init("experiment", .text(file.name)),
      .init("factors", .array(factors)),
      .init("outputs", .array(outputs.map { .text($0.name) })),
      .init("variants", .array(file.variants.map { .text($0) })),
      .init("replications", .integer(Int64(file.experiment.replications.most))),
    ])
  }

  private var outputs: [Output] { SweepOutputs(file.experiment.outputs).numbers }

  // MARK: Asking

  /// Reads a line.
  public func request(_ line: String) throws(Complaint) -> Request {
    guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
      throw Complaint(id: .null, reason: "a JSON object on one line was expected")
    }
    let id: JSONValue =
      switch object["id"] {
      case let text as String: .text(text)
      case let number as Int: .integer(Int64(number))
      default: .null
      }
    guard let points = object["points"] as? [[String: Any]], !points.isEmpty else {
      throw Complaint(
        id: id, reason: "'points' with a list of objects was expected, a value a factor in each")
    }
    var settings: [[FactorValue]] = []
    for point in points { settings.append(try values(point, id)) }
    return Request(id: id, points: settings)
  }

  private func values(_ point: [String: Any], _ id: JSONValue) throws(Complaint) -> [FactorValue] {
    let names = file.experiment.factors.map(\.name)
    if let unknown = point.keys.sorted().first(where: { !names.contains($0) }) {
      throw Complaint(
        id: id, reason: "there is no factor '\(unknown)'; there are \(names.joined(separator: ", "))")
    }
    var values: [FactorValue] = []
    for factor in file.experiment.factors {
      guard let stated = point[factor.name] else {
        throw Complaint(id: id, reason: "'\(factor.name)' is missing")
      }
      guard let value = Self.value(stated, of: factor) else {
        throw Complaint(
          id: id, reason: "'\(factor.name)' cannot be \(stated); expected \(Self.expected(factor))")
      }
      values.append(value)
    }
    return values
  }

  /// A value within the factor's range or among its values.
  private static func value(_ stated: Any, of factor: Factor) -> FactorValue? {
    let value: FactorValue
    switch (stated, factor.distribution?.kind ?? .number) {
    case (let flag as Bool, .flag): value = .flag(flag)
    case (let word as String, .word): value = .word(word)
    case (let number as Double, .number): value = .number(number)
    default: return nil
    }
    switch factor.distribution {
    case .values(let values, _): return values.contains(value) ? value : nil
    case let range?:
      guard let number = value.number, let low = range.value(at: 0).number,
        let high = range.value(at: 1).number
      else { return nil }
      if case .wholeNumbers = range, number != number.rounded() { return nil }
      return low <= number && number <= high ? value : nil
    case nil: return value
    }
  }

  private static func expected(_ factor: Factor) -> String {
    switch factor.distribution {
    case .values(let values, _): "one of \(values.map(\.description).joined(separator: ", "))"
    case .wholeNumbers(let low, let high): "a whole number from \(low) to \(high)"
    case let range?: "a number from \(range.value(at: 0)) to \(range.value(at: 1))"
    case nil: "a value of \(factor.path)"
    }
  }

  // MARK: Telling

  /// The answer to a line that cannot be understood.
  public func complaint(_ complaint: Complaint) -> JSONValue {
    .object([.init("id", complaint.id), .init("error", .text(complaint.reason))])
  }

  /// The answer to a request.
  /// - Parameter values: an outcome of a point, replication by replication; nil for those that failed.
  public func answer(
    _ request: Request, _ ordinals: [Int], _ values: (SweepMeasure, Int) throws -> [Double?]
  ) rethrows -> JSONValue {
    .object([
      .init("id", request.id),
      .init("results", .array(try ordinals.map { try result($0, values) })),
    ])
  }

  private func result(_ ordinal: Int, _ values: (SweepMeasure, Int) throws -> [Double?]) rethrows -> JSONValue
  {
    var (runs, failed) = (0, 0)
    let variants = try file.variants.map { variant in
      let members = try outputs.enumerated().map { index, output in
        let found = try values(SweepMeasure(output: output.name, variant: variant), ordinal)
        if index == 0 {
          runs += found.count
          failed += found.count { $0 == nil }
        }
        return JSONValue.Member(output.name, Self.summary(found.compactMap(\.self)))
      }
      return JSONValue.Member(variant, .object(members))
    }
    return .object([
      .init("point", .integer(Int64(ordinal))), .init("runs", .integer(Int64(runs))),
      .init("failed", .integer(Int64(failed))), .init("outputs", .object(variants)),
    ])
  }

  private static func summary(_ values: [Double]) -> JSONValue {
    let mean = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    return .object([
      .init("mean", JSONValue(mean)), .init("half_width", JSONValue(MeanInterval(values)?.halfWidth)),
      .init("values", .array(values.map { .number($0) })),
    ])
  }
}
