import Testing

@testable import Designs

struct ExperimentProblemsTests {
  static let share = Factor(name: "share", path: "a.b", distribution: .uniform(low: 0, high: 1))
  static let gini = Output(name: "gini", indicator: "gini")

  private func problems(
    _ design: Design = .sobol(points: 4), _ factors: [Factor] = [share], where constraints: [String] = [],
    replications: Replications = .fixed(1), outputs: [Output] = [gini], analyses: [Analysis] = []
  ) -> [DesignError] {
    Experiment(
      title: "", scenario: "", factors: factors, design: design, constraints: constraints,
      replications: replications, outputs: outputs, analyses: analyses
    ).problems()
  }

  private func factor(_ name: String, _ path: String, _ role: Factor.Role = .uncertainty) -> Factor {
    Factor(name: name, path: path, role: role, distribution: .uniform(low: 0, high: 1))
  }

  @Test("A sound experiment has no problems")
  func sound() {
    #expect(problems().isEmpty)
  }

  @Test(
    "Names that no column can have are refused",
    arguments: ["", "1st", "a b", "a.b", "größe", "and", "min", "a-b", "true"])
  func names(name: String) {
    #expect(problems(.sobol(points: 4), [factor(name, "x")]).map(\.problem) == [.wrongName(name)])
  }

  @Test("Factors are told apart by name and by path")
  func repeated() {
    #expect(
      problems(.sobol(points: 4), [factor("a", "x"), factor("a", "y"), factor("b", "x"), factor("c", "")])
        == [
          DesignError("factors.a", .repeatedName("a")), DesignError("factors.b.path", .repeatedPath("x")),
          DesignError("factors.c.path", .emptyPath),
        ])
    #expect(problems(.grid, []) == [DesignError("factors", .noFactors)])
  }

  @Test(
    "Designs say what they need",
    arguments: [
      (.grid, "factors.share.levels", .missingLevels),
      (.list(rows: []), "design.rows", .tooFew(0, least: 1)),
      (.list(rows: [[.number(0)], []]), "design.rows[1]", .wrongRow(found: 0, expected: 1)),
      (.list(rows: [[.word("x")]]), "factors.share", .mixedKinds),
      (.list(rows: [[.number(.nan)]]), "factors.share", .notFinite),
      (.latinHypercube(points: 0, spread: .random), "design.points", .tooFew(0, least: 1)),
      (
        .latinHypercube(points: 9, spread: .maximin(candidates: 0)), "design.candidates", .tooFew(0, least: 1)
      ),
      (.latinHypercube(points: .max, spread: .random), "design", .tooMany(.max, most: Design.mostPoints)),
      (.sobol(points: 1_000), "design.points", .notPowerOfTwo(1_000, below: 512, above: 1_024)),
      (.sobol(points: 0), "design.points", .tooFew(0, least: 1)),
      (.saltelli(rows: 3), "design.rows", .notPowerOfTwo(3, below: 2, above: 4)),
      (.morris(trajectories: 0, levels: 4), "design.trajectories", .tooFew(0, least: 1)),
      (.morris(trajectories: 9, levels: 5), "design.levels", .oddLevels(5)),
      (.morris(trajectories: 9, levels: 0), "design.levels", .tooFew(0, least: 2)),
      (.morris(trajectories: .max, levels: 4), "design", .tooMany(nil, most: Design.mostPoints)),
      (.crossed(levers: .grid, uncertainties: .sobol(points: 4)), "design.levers", .noFactors),
    ] as [(Design, String, DesignError.Problem)])
  func designs(design: Design, key: String, problem: DesignError.Problem) {
    #expect(problems(design) == [DesignError(key, problem)])
    #expect(!problem.message.isEmpty)
  }

  @Test("Levels belong to ranges, and distributions to all designs but lists")
  func levels() {
    func one(_ distribution: Distribution?, _ levels: Int?) -> [Factor] {
      [Factor(name: "a", path: "x", distribution: distribution, levels: levels)]
    }
    let listed = Distribution.values([.number(1)], weights: nil)
    #expect(problems(.grid, one(listed, 3)) == [DesignError("factors.a.levels", .wrongLevels(3))])
    #expect(
      problems(.grid, one(.uniform(low: 0, high: 1), 0)) == [DesignError("factors.a.levels", .wrongLevels(0))]
    )
    #expect(problems(.sobol(points: 4), one(nil, nil)) == [DesignError("factors.a", .missingDistribution)])
    #expect(problems(.list(rows: [[.number(1)]]), one(nil, nil)).isEmpty)
    // More values than memory has room for are counted, not made.
    let many = one(.wholeNumbers(low: 0, high: 1 << 52), nil)
    #expect(problems(.grid, many) == [DesignError("design", .tooMany(1 << 52 + 1, most: Design.mostPoints))])
  }

  @Test("There are no more factors than the sequence has dimensions")
  func dimensions() {
    let factors = (0..<65).map { factor("f\($0)", "p\($0)") }
    #expect(problems(.sobol(points: 4), factors).isEmpty)
    #expect(problems(.saltelli(rows: 4), factors) == [DesignError("factors", .tooMany(65, most: 64))])
  }

  @Test("Designs made for one analysis are not crossed")
  func crossing() {
    let factors = [factor("a", "x", .lever), factor("b", "y")]
    #expect(
      problems(.crossed(levers: .sobol(points: 4), uncertainties: .saltelli(rows: 4)), factors)
        == [DesignError("design.uncertainties", .notCrossable("saltelli"))])
    #expect(problems(.crossed(levers: .sobol(points: 4), uncertainties: .sobol(points: 8)), factors).isEmpty)
  }

  @Test("Constraints are read beforehand, and refused where factors must be independent")
  func constraints() {
    #expect(
      problems(where: ["share < 1", "shar < 1"])
        == [
          DesignError(
            "where[1]", .constraint(ConstraintError(.unknownName("shar", known: ["share"]), column: 1)))
        ])
    #expect(
      problems(.saltelli(rows: 4), where: ["share < 1"])
        == [DesignError("where", .constrained(design: "saltelli"))])
  }

  @Test("Replications until a half-width need two runs, an output and a precision")
  func replications() {
    func until(_ precision: Replications.Precision, _ least: Int, _ most: Int) -> [DesignError.Problem] {
      problems(replications: .until(precision, least: least, most: most)).map(\.problem)
    }
    #expect(until(.init(output: "gini", halfWidth: 0.01), 2, 20).isEmpty)
    #expect(until(.init(output: "x", halfWidth: 1), 2, 2) == [.unknownOutput("x", known: ["gini"])])
    #expect(
      until(.init(output: "gini", halfWidth: 0, confidence: 1), 1, 0)
        == [.notAboveZero(0), .wrongConfidence(1), .tooFew(1, least: 2), .tooFew(0, least: 1)])
    #expect(problems(replications: .fixed(0)).map(\.problem) == [.tooFew(0, least: 1)])
  }

  @Test("Analyses need their design and one number a run")
  func analyses() {
    let outputs = [Self.gini, Output(name: "path", indicator: "gini", summary: .series(every: 12))]
    #expect(
      problems(
        outputs: outputs,
        analyses: [
          .sobol(output: "gini"), .morris(output: "x"), .prim(output: "path", threshold: .above(1)),
          .regression(output: "gini"),
        ])
        == [
          DesignError("analysis[0]", .wrongDesign(analysis: "sobol", needed: "saltelli", found: "sobol")),
          DesignError("analysis[1].output", .unknownOutput("x", known: ["gini", "path"])),
          DesignError("analysis[1]", .wrongDesign(analysis: "morris", needed: "morris", found: "sobol")),
          DesignError("analysis[2].output", .seriesOutput("path")),
        ])
    #expect(problems(outputs: []) == [DesignError("outputs", .noOutputs)])
    let months = Output(name: "gini", indicator: "gini", summary: .mean(ofLast: 0))
    #expect(
      problems(outputs: [Self.gini, months])
        == [
          DesignError("outputs.gini", .repeatedName("gini")),
          DesignError("outputs.gini.mean", .tooFew(0, least: 1)),
        ])
  }

  @Test("Problems are rendered with their key on one line")
  func rendering() {
    let errors = DesignErrors(problems(.sobol(points: 1_000), where: ["share <"]))
    #expect(
      errors.description == """
        design.points: 1000 is no power of two; 512 and 1024 are
        where[0]: column 8: the expression ends where a number, a factor or a bracket is expected
        """)
  }
}
