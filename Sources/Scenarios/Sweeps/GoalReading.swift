import Designs

/// Reads what is sought over the levers: `solve:` and `optimize:`.
struct GoalReading {
  let findings: Findings
  let factors: [Factor]
  let asking: QuestionReading

  private var reading: ValueReading { ValueReading(findings: findings) }

  // MARK: Solve

  /// The value that is sought; nil where there is none, or it has errors.
  func solve(_ root: Fields, _ replications: Replications) -> SolveQuestion? {
    guard let node = root["solve"], let fields = Fields(node, at: "solve", findings) else { return nil }
    fields.refuseUnknown(known: ["find", "tolerance", "confidence", "conditions"])
    checkLever(root, replications)
    let find = fields.required("find", expected: "highest or lowest").flatMap {
      reading.word($0, among: SolveQuestion.End.allCases.map(\.rawValue), at: "solve.find")
    }.flatMap(SolveQuestion.End.init)
    let tolerance = fields.required("tolerance", expected: "a number above 0, in the lever's unit").flatMap {
      reading.number($0, in: Double.leastNonzeroMagnitude...1e15, unit: "1", at: "solve.tolerance")
    }
    let confidence = fields["confidence"].map {
      reading.number($0, in: 0.5...0.9999, unit: "1", at: "solve.confidence") ?? 0.95
    }
    let conditions = conditions(fields)
    guard let find, let tolerance, !conditions.isEmpty else { return nil }
    return SolveQuestion(
      find: find, tolerance: tolerance, confidence: confidence ?? 0.95, conditions: conditions)
  }

  /// One lever with a range, and replications that tell chance from effect.
  private func checkLever(_ root: Fields, _ replications: Replications) {
    let place = root.keyPlace(of: "solve")
    guard factors.count == 1, let factor = factors.first else {
      return findings.add(
        .inconsistent("'solve' seeks the value of one factor, and \(factors.count) are stated"), at: place)
    }
    if factor.distribution?.kind != .number
      || factor.distribution?.value(at: 0) == factor.distribution?.value(at: 1)
    {
      findings.add(.inconsistent("'solve' needs a factor with a range, or with numbers as values"), at: place)
    }
    if replications.least < 2 {
      findings.add(
        .inconsistent("'solve' needs 2 replications or more: one says nothing about how far runs lie apart"),
        at: root["replications"] == nil ? place : root.keyPlace(of: "replications"))
    }
  }

  private func conditions(_ fields: Fields) -> [SweepCondition] {
    items("conditions", of: fields, at: "solve", expected: "a list such as [{output: gini, at_most: 0.4}]")
      .compactMap { item in
        item.refuseUnknown(
          known: ["output"] + SweepCondition.Side.allCases.map(\.rawValue) + QuestionReading.whose)
        let stated = SweepCondition.Side.allCases.filter { item[$0.rawValue] != nil }
        guard let side = stated.first, stated.count == 1, let node = item[side.rawValue] else {
          findings.add(.inconsistent("a condition has 'at_least' or 'at_most'"), at: item.place)
          return nil
        }
        guard let measure = measure(item),
          let bound = reading.number(node, in: -1e15...1e15, unit: "1", at: item.path(of: side.rawValue))
        else { return nil }
        return SweepCondition(measure, side, bound)
      }
  }

  // MARK: Optimize

  /// What is traded off; nil where there is nothing, or it has errors.
  func optimise(_ root: Fields) -> OptimiseQuestion? {
    guard let node = root["optimize"], let fields = Fields(node, at: "optimize", findings) else { return nil }
    fields.refuseUnknown(known: ["goals", "population", "generations"])
    for factor in factors where factor.role != .lever {
      findings.add(
        .inconsistent("'optimize' chooses levers, and '\(factor.name)' has the role 'uncertainty'"),
        at: root.keyPlace(of: "optimize"))
    }
    let goals = items(
      "goals", of: fields, at: "optimize", expected: "a list such as [{output: gini, better: less}]"
    )
    .compactMap(goal)
    if goals.count < 2 || goals.count > 3 {
      findings.add(.inconsistent("two or three goals can be traded off"), at: fields.place(of: "goals"))
    }
    let population = count("population", fields, in: 4...10_000, otherwise: 24)
    if population % 2 != 0 {
      findings.add(
        .inconsistent("the population is an even number: parents come in pairs"),
        at: fields.place(of: "population"))
    }
    return OptimiseQuestion(
      goals: goals, population: population,
      generations: count("generations", fields, in: 1...100_000, otherwise: 20))
  }

  private func goal(_ item: Fields) -> OptimiseQuestion.Goal? {
    item.refuseUnknown(known: ["output", "better"] + QuestionReading.whose)
    let better = item.required("better", expected: "more or less").flatMap {
      reading.word($0, among: ["more", "less"], at: item.path(of: "better"))
    }
    guard let measure = measure(item), let better else { return nil }
    return OptimiseQuestion.Goal(measure, isMoreBetter: better == "more")
  }

  // MARK: Both

  private func measure(_ item: Fields) -> SweepMeasure? {
    guard let node = item.required("output", expected: "an output"),
      let output = asking.output(node, at: item.path(of: "output"))
    else { return nil }
    if asking.series.contains(output) {
      findings.add(.inconsistent("'\(output)' is a series, and one number a run is needed"), at: node.place)
      return nil
    }
    return asking.measure(output, item)
  }

  private func items(_ key: String, of fields: Fields, at path: String, expected: String) -> [Fields] {
    guard let node = fields.required(key, expected: expected) else { return [] }
    guard case .sequence(let items) = node.content, !items.isEmpty else {
      findings.add(
        .wrongType(path: "\(path).\(key)", found: node.inWords, expected: expected), at: node.place)
      return []
    }
    return items.enumerated().compactMap { Fields($1, at: "\(path).\(key)[\($0)]", findings) }
  }

  private func count(_ key: String, _ fields: Fields, in bounds: ClosedRange<Int>, otherwise: Int) -> Int {
    fields[key].flatMap { reading.integer($0, in: bounds, unit: "1", at: fields.path(of: key)) } ?? otherwise
  }
}
