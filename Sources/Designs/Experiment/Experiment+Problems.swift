extension Experiment {
  /// All that is wrong, in the order of the experiment's keys; nothing if points can be made.
  public func problems() -> [DesignError] {
    var problems = factorProblems()
    let before = problems.count
    problems += designProblems(design, over: factors, at: "design")
    // A design of wrong factors has no size that would say anything.
    if problems.count == before { problems += sizeProblems() }
    problems += constraintProblems() + replicationProblems() + outputProblems()
    return problems + analyses.enumerated().flatMap { analysisProblems($1, at: "analysis[\($0)]") }
  }

  private func factorProblems() -> [DesignError] {
    guard !factors.isEmpty else { return [DesignError("factors", .noFactors)] }
    return factors.enumerated().flatMap { index, factor in
      let (key, before) = ("factors.\(factor.name)", factors[..<index])
      var problems: [DesignError] = []
      if !factor.isNamed { problems.append(DesignError(key, .wrongName(factor.name))) }
      if before.contains(where: { $0.name == factor.name }) {
        problems.append(DesignError(key, .repeatedName(factor.name)))
      }
      if factor.path.isEmpty { problems.append(DesignError("\(key).path", .emptyPath)) }
      if before.contains(where: { $0.path == factor.path && !factor.path.isEmpty }) {
        problems.append(DesignError("\(key).path", .repeatedPath(factor.path)))
      }
      if let problem = factor.distribution?.problem { problems.append(DesignError(key, problem)) }
      return problems
    }
  }

  private func sizeProblems() -> [DesignError] {
    let count = design.count(over: factors)
    guard let count, count <= Design.mostPoints else {
      return [DesignError("design", .tooMany(count, most: Design.mostPoints))]
    }
    return []
  }

  private func constraintProblems() -> [DesignError] {
    guard !constraints.isEmpty else { return [] }
    // Shares of variance that add up presuppose factors of which none limits another.
    if case .saltelli = design { return [DesignError("where", .constrained(design: design.name))] }
    return readConstraints().enumerated().compactMap { index, result in
      guard case .failure(let error) = result else { return nil }
      return DesignError("where[\(index)]", .constraint(error))
    }
  }

  private func replicationProblems() -> [DesignError] {
    let key = "replications"
    switch replications {
    case .fixed(let count):
      return count < 1 ? [DesignError(key, .tooFew(count, least: 1))] : []
    case .until(let precision, let least, let most):
      var problems = outputProblem(precision.output, at: "\(key).until.output")
      if !(precision.halfWidth > 0) {
        problems.append(DesignError("\(key).until.half_width", .notAboveZero(precision.halfWidth)))
      }
      if !(precision.confidence > 0 && precision.confidence < 1) {
        problems.append(DesignError("\(key).until.confidence", .wrongConfidence(precision.confidence)))
      }
      // One run says nothing about how far runs lie apart.
      if least < 2 { problems.append(DesignError("\(key).least", .tooFew(least, least: 2))) }
      if most < least { problems.append(DesignError("\(key).most", .tooFew(most, least: least))) }
      return problems
    }
  }

  private func outputProblems() -> [DesignError] {
    guard !outputs.isEmpty else { return [DesignError("outputs", .noOutputs)] }
    return outputs.enumerated().flatMap { index, output in
      let key = "outputs.\(output.name)"
      var problems: [DesignError] = []
      if outputs[..<index].contains(where: { $0.name == output.name }) {
        problems.append(DesignError(key, .repeatedName(output.name)))
      }
      switch output.summary {
      case .last: break
      case .mean(ofLast: let months) where months < 1:
        problems.append(DesignError("\(key).mean", .tooFew(months, least: 1)))
      case .series(every: let months) where months < 1:
        problems.append(DesignError("\(key).every", .tooFew(months, least: 1)))
      case .mean, .series, .gain: break
      }
      return problems
    }
  }

  private func analysisProblems(_ analysis: Analysis, at key: String) -> [DesignError] {
    var problems = outputProblem(analysis.output, at: "\(key).output")
    if let needed = analysis.neededDesign, needed != design.name {
      problems.append(
        DesignError(key, .wrongDesign(analysis: analysis.name, needed: needed, found: design.name)))
    }
    return problems
  }

  /// What is wrong with an output where one number a run is needed.
  private func outputProblem(_ name: String, at key: String) -> [DesignError] {
    guard let output = outputs.first(where: { $0.name == name }) else {
      return [DesignError(key, .unknownOutput(name, known: outputs.map(\.name)))]
    }
    if case .series = output.summary { return [DesignError(key, .seriesOutput(name))] }
    return []
  }
}
