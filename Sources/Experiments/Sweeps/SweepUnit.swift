import Designs
import Scenarios
import Sensitivity

/// A replication of a point, all variants of it: the least that a sweep is divided into, because its variants branch
/// from one burnt-in economy.
public struct SweepUnit: Hashable, Sendable {
  /// From 0.
  public let replication: Int
  /// The point's position in the plan, from 0.
  public let point: Int

  /// A replication of a point.
  public init(replication: Int, point: Int) {
    self.replication = replication
    self.point = point
  }
}

/// Which units a task of a divided sweep gets.
public enum SweepDivision: String, Sendable, CaseIterable {
  /// Neighbours in breadth-first order, which share most burn-ins.
  case contiguous
  /// Every so manieth, so that each task is a balanced sample of the points.
  case strided
}

extension SweepPlan {
  /// The most units that there may be, breadth first.
  public var units: [SweepUnit] {
    (0..<replications).flatMap { replication in
      points.indices.map { SweepUnit(replication: replication, point: $0) }
    }
  }

  /// The numbers of a unit's runs.
  public func numbers(of unit: SweepUnit) -> [Int] {
    file.variants.indices.map { number(replication: unit.replication, point: unit.point, variant: $0) }
  }

  /// Divides units into tasks that know nothing of each other, at most so many and none of them empty.
  ///
  /// Where replications are added as needed a point's units stay together: what one of them gives decides on the
  /// next.
  public func divided(_ units: [SweepUnit], into count: Int, _ division: SweepDivision) -> [[SweepUnit]] {
    let pieces: [[SweepUnit]] =
      switch file.experiment.replications {
      case .fixed: units.map { [$0] }
      case .until:
        Dictionary(grouping: units, by: \.point).sorted { $0.key < $1.key }.map(\.value)
      }
    let tasks = max(1, min(count, pieces.count))
    return (0..<tasks).map { task in
      switch division {
      case .contiguous:
        pieces[task * pieces.count / tasks..<(task + 1) * pieces.count / tasks].flatMap(\.self)
      case .strided: stride(from: task, to: pieces.count, by: tasks).flatMap { pieces[$0] }
      }
    }
  }

  /// Which of some units are still to be simulated, as far as the outcomes in a sink tell.
  public func remainder(of units: [SweepUnit], in sink: some SweepSink) throws -> [SweepUnit] {
    let states = try sink.finished(of: self)
    return try units.filter { unit in
      guard numbers(of: unit).contains(where: { states[$0 - 1] == .missing }) else { return false }
      return try needs(unit, in: sink)
    }
  }

  /// Whether a point's outcomes so far call for a replication of it. The answer is the same whatever came after:
  /// also for a sweep that is resumed.
  func needs(_ unit: SweepUnit, in sink: some SweepSink) throws -> Bool {
    let rule = file.experiment.replications
    guard unit.replication >= rule.least, let measure = file.precision else { return true }
    let values = try sink.values(of: measure, point: points[unit.point].ordinal)
    return (rule.least...unit.replication).allSatisfy {
      rule.missing(after: values.prefix($0).compactMap(\.self)) > 0
    }
  }
}
