/// A question that takes many runs: a scenario, what is varied in it and how, what is kept, what is asked.
///
/// This is what an experiment file says, before it is known whether it makes sense: `problems()` says that,
/// and `points()` gives the points.
public struct Experiment: Sendable, Equatable {
  /// What reports call it.
  public let title: String
  /// The question it asks; nil if none is stated.
  public let question: String?
  /// The path of the scenario that is varied, relative to the file.
  public let scenario: String
  /// What is varied, in the order of columns.
  public let factors: [Factor]
  /// How the points are laid out.
  public let design: Design
  /// Conditions that every point must meet; see `Constraint`.
  public let constraints: [String]
  /// How often each point is run.
  public let replications: Replications
  /// What the design's chance depends on, and the first run's seed: replication k has `seed + k`.
  public let seed: UInt64
  /// What is kept of each run.
  public let outputs: [Output]
  /// What is asked in the end.
  public let analyses: [Analysis]

  /// An experiment from its properties.
  public init(
    title: String, question: String? = nil, scenario: String, factors: [Factor], design: Design,
    constraints: [String] = [], replications: Replications = .fixed(1), seed: UInt64 = 1,
    outputs: [Output], analyses: [Analysis] = []
  ) {
    self.title = title
    self.question = question
    self.scenario = scenario
    self.factors = factors
    self.design = design
    self.constraints = constraints
    self.replications = replications
    self.seed = seed
    self.outputs = outputs
    self.analyses = analyses
  }

  /// The points that meet all constraints.
  ///
  /// A trajectory of Morris falls as a whole where one of its points does.
  public func points() throws(DesignErrors) -> PointList {
    let problems = problems()
    guard problems.isEmpty else { throw DesignErrors(problems) }
    let all = design.points(over: factors, seed: seed)
    let constraints = readConstraints().compactMap { try? $0.get() }
    let block = design.pointsPerBlock(factors: factors.count)
    var kept: [ExperimentPoint] = []
    for start in stride(from: 0, to: all.count, by: block) {
      let points = all[start..<start + block]
      if try Self.hold(constraints, at: points) { kept += points }
    }
    guard !kept.isEmpty else { throw DesignErrors([DesignError("where", .nothingLeft(of: all.count))]) }
    return PointList(points: kept, proposed: all.count)
  }

  /// Whether a setting, a value a factor in their order, meets all constraints.
  ///
  /// - Throws: what has no value at the setting, such as a division by zero.
  public func admits(_ values: [FactorValue]) throws(ConstraintError) -> Bool {
    for constraint in readConstraints().compactMap({ try? $0.get() }) where try !constraint.holds(at: values)
    {
      return false
    }
    return true
  }

  /// What is read of each constraint, or what is wrong with it.
  func readConstraints() -> [Result<Constraint, ConstraintError>] {
    let names = factors.map { factor in
      ConstraintParser.Name(factor, values: listedValues(of: factor))
    }
    return constraints.map { text in
      Result { () throws(ConstraintError) in try Constraint(text, over: names) }
    }
  }

  private static func hold(_ constraints: [Constraint], at points: ArraySlice<ExperimentPoint>)
    throws(DesignErrors) -> Bool
  {
    for point in points {
      for (index, constraint) in constraints.enumerated() {
        do {
          if try !constraint.holds(at: point.values) { return false }
        } catch {
          throw DesignErrors([DesignError("where[\(index)]", .constraint(error))])
        }
      }
    }
    return true
  }
}
