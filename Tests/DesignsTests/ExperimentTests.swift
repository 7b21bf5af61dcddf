import Testing

@testable import Designs

struct ExperimentTests {
  static let hours = Factor(
    name: "hours", path: "baseline.hours", unit: "h", role: .lever,
    distribution: .uniform(low: 20, high: 40), levels: 3)
  static let closure = Factor(
    name: "closure", path: "closure", unit: "word", role: .lever,
    distribution: .values([.word("debt"), .word("tax")], weights: [3, 1]))
  static let pace = Factor(
    name: "pace", path: "automation.months", unit: "month", distribution: .wholeNumbers(low: 1, high: 4))

  private func experiment(
    _ design: Design, _ factors: [Factor] = [hours, closure, pace], where constraints: [String] = [],
    replications: Replications = .fixed(2),
    outputs: [Output] = [Output(name: "gini", indicator: "gini")], analyses: [Analysis] = []
  ) -> Experiment {
    Experiment(
      title: "A test", scenario: "a.yaml", factors: factors, design: design, constraints: constraints,
      replications: replications, seed: 3, outputs: outputs, analyses: analyses)
  }

  @Test("A grid has every combination once, the last factor's values changing fastest")
  func grid() throws {
    let list = try experiment(.grid).points()
    #expect(list.points.count == 24 && list.proposed == 24 && list.rejectedShare == 0)
    #expect(list.points.map(\.ordinal) == Array(0..<24))
    #expect(list.points[0].values == [.number(20), .word("debt"), .number(1)])
    #expect(list.points[1].values == [.number(20), .word("debt"), .number(2)])
    #expect(list.points[23].values == [.number(40), .word("tax"), .number(4)])
    #expect(Set(list.points.map(\.values)).count == 24)
    #expect(Set(list.points.map { $0.values[0] }) == [.number(20), .number(30), .number(40)])
  }

  @Test("A list is what it says, constrained by the kinds of its own values")
  func list() throws {
    let factors = [
      Factor(name: "a", path: "a", distribution: nil), Factor(name: "b", path: "b", distribution: nil),
    ]
    let rows: [[FactorValue]] = [
      [.number(1), .word("x")], [.number(2), .word("y")], [.number(3), .word("x")],
    ]
    let list = try experiment(.list(rows: rows), factors, where: ["b == 'x'", "a > 1"]).points()
    #expect(list.points.map(\.ordinal) == [2])
    #expect(list.rejectedShare == 2.0 / 3)
    #expect(throws: DesignErrors.self) {
      try experiment(.list(rows: rows), factors, where: ["b == 'z'"]).points()
    }
  }

  @Test("Sampled points are the quantiles of the design's coordinates")
  func sampled() throws {
    let points = try experiment(.sobol(points: 64)).points().points
    let sequence = SobolSequence(dimensions: 3, scrambledBy: 3)
    for (index, point) in points.enumerated() {
      #expect(point.coordinates == sequence.point(index))
      let expected = zip([Self.hours, Self.closure, Self.pace], point.coordinates).map {
        $0.distribution!.value(at: $1)
      }
      #expect(point.values == expected)
    }
    // 64 points in strata: shares of values come out exactly.
    #expect(points.count { $0.values[1] == .word("debt") } == 48)
    #expect(points.count { $0.values[2] == .number(4) } == 16)
  }

  @Test("Crossing puts every lever setting to the same futures")
  func crossed() throws {
    let factors = [Self.pace, Self.hours, Self.closure]
    let design = Design.crossed(levers: .grid, uncertainties: .latinHypercube(points: 5, spread: .random))
    let points = try experiment(design, factors).points().points
    #expect(points.count == 30)
    for (index, point) in points.enumerated() {
      #expect(point.values[0] == points[index % 5].values[0])
      #expect(point.values[1...] == points[index / 5 * 5].values[1...])
    }
    #expect(Set(points.map { $0.values[1...].map(\.description) }).count == 6)
  }

  @Test("Constraints take points away and leave the others as they were")
  func constraints() throws {
    let all = try experiment(.latinHypercube(points: 100, spread: .random)).points().points
    let list = try experiment(
      .latinHypercube(points: 100, spread: .random), where: ["hours < 30 or closure == 'tax'", "pace != 2"]
    ).points()
    let expected = all.filter { point in
      (point.values[0].number! < 30 || point.values[1] == .word("tax")) && point.values[2] != .number(2)
    }
    #expect(list.points == expected)
    #expect(list.rejectedShare == 1 - Double(expected.count) / 100)
    #expect(expected.count > 20 && expected.count < 80)
  }

  @Test("A trajectory that loses a point falls as a whole")
  func trajectories() throws {
    let all = try experiment(.morris(trajectories: 20, levels: 4)).points().points
    let list = try experiment(.morris(trajectories: 20, levels: 4), where: ["hours < 40 or pace < 4"])
      .points()
    #expect(list.points.count.isMultiple(of: 4) && list.points.count < 80 && !list.points.isEmpty)
    let fallen = Set(
      all.filter { $0.values[0] == .number(40) && $0.values[2] == .number(4) }.map { $0.ordinal / 4 })
    #expect(list.points == all.filter { !fallen.contains($0.ordinal / 4) })
  }

  @Test("No point left, and a condition that is undefined at a point, are errors")
  func empty() {
    #expect(throws: DesignErrors([DesignError("where", .nothingLeft(of: 24))])) {
      try experiment(.grid, where: ["hours > 50"]).points()
    }
    #expect(
      throws: DesignErrors([DesignError("where[1]", .constraint(ConstraintError(.undefined, column: 29)))])
    ) {
      try experiment(.grid, where: ["true", "(hours - 20) / (hours - 20) < 2"]).points()
    }
  }

  @Test(
    "The number of points is known without making them",
    arguments: [
      (.grid, 24), (.sobol(points: 8), 8), (.saltelli(rows: 8), 40),
      (.morris(trajectories: 5, levels: 4), 20),
      (.latinHypercube(points: 9, spread: .random), 9),
      (.crossed(levers: .grid, uncertainties: .sobol(points: 4)), 24),
    ] as [(Design, Int)])
  func count(design: Design, count: Int) throws {
    #expect(design.count(over: [Self.hours, Self.closure, Self.pace]) == count)
    #expect(try experiment(design).points().points.count == count)
  }

  @Test("Two experiments that say the same give the same points, another seed others")
  func determinism() throws {
    for design in [Design.saltelli(rows: 16), .morris(trajectories: 9, levels: 6), .sobol(points: 32)] {
      let first = try experiment(design).points()
      #expect(try experiment(design).points() == first)
      let other = Experiment(
        title: "", scenario: "", factors: [Self.hours, Self.closure, Self.pace], design: design, seed: 4,
        outputs: [Output(name: "gini", indicator: "gini")])
      #expect(try other.points() != first)
    }
  }
}
