import Economy
import Foundation
import Scenarios
import Testing

struct PopulationFileTests {
  private let codes = PopulationFixture.economy.occupations.map(\.code)

  private func population() throws -> ImportedPopulation {
    try PopulationFixture.withFolder { folder in
      try PopulationImport.cps(
        from: PopulationFixture.writeSurvey(PopulationFixture.survey, in: folder),
        calibration: PopulationFixture.economy)
    }
  }

  /// Writes the population, changes its text, and reads it back.
  private func readBack(
    occupations: [String]? = nil, _ change: (String) -> String
  ) throws -> [MicrodataHousehold] {
    try PopulationFixture.withFolder { folder in
      let path = folder + "/test.population"
      try PopulationFile.write(try population(), to: path)
      PopulationFixture.write(change(PopulationFixture.text(path)), to: path)
      return try PopulationFile.read(path, occupations: occupations)
    }
  }

  /// The error of a reading.
  private func failure(_ body: () throws -> some Any) -> PopulationError? {
    do {
      _ = try body()
      return nil
    } catch {
      return error as? PopulationError
    }
  }

  @Test func `What was written is read back to the last bit`() throws {
    var population = try population()
    population.households[0].weight = 0.1 + 0.2
    population.households[1].capitalIncome = -1e-9
    population.households[1].members[0].earnings = 123_456_789.012_345_67
    try PopulationFixture.withFolder { folder in
      let path = folder + "/test.population"
      try PopulationFile.write(population, to: path)
      #expect(try PopulationFile.read(path) == population.households)
      #expect(!FileManager.default.fileExists(atPath: path + ".partial"))
      let first = try Data(contentsOf: URL(fileURLWithPath: path))
      try PopulationFile.write(population, to: path)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
    }
  }

  @Test func `A file that is not packed is read too`() throws {
    let population = try population()
    try PopulationFixture.withFolder { folder in
      let path = folder + "/test.population"
      try PopulationFile.write(population, to: path)
      try PopulationFixture.text(path).write(toFile: path + ".csv", atomically: true, encoding: .utf8)
      #expect(try PopulationFile.read(path + ".csv") == population.households)
    }
  }

  @Test func `Occupations follow the order of the economy to be run`() throws {
    let own = try readBack { $0 }.flatMap(\.members)
    let turned = try readBack(occupations: ["X"] + codes.reversed()) { $0 }.flatMap(\.members)
    for (one, other) in zip(own, turned) {
      #expect(other.occupation == (one.occupation < 0 ? -1 : 3 - one.occupation))
    }
  }

  @Test func `A missing file`() {
    #expect(
      failure { try PopulationFile.read("/nowhere/us.population") } == .missingFile("/nowhere/us.population"))
  }

  @Test func `A folder in place of a file`() throws {
    guard case .unreadable = failure({ try PopulationFile.read("/") }) else {
      Issue.record("a folder was read")
      return
    }
  }

  @Test(arguments: ["", "title: a scenario\n", String(repeating: "x", count: 3_000_000)])
  func `Another kind of file`(text: String) throws {
    guard case .notAPopulationFile = failure({ try readBack { _ in text } }) else {
      Issue.record("another file was read")
      return
    }
  }

  @Test func `A file of another version`() throws {
    let error = failure { try readBack { $0.replacing("population 1\n", with: "population 7\n") } }
    guard case .unsupportedVersion(_, found: "7") = error else {
      Issue.record("version 7 was read")
      return
    }
    #expect(error?.description.contains("version 7, this program reads version 1") == true)
  }

  @Test func `A file without its last row`() throws {
    let error = failure {
      try readBack { $0.split(separator: "\n").dropLast().joined(separator: "\n") }
    }
    guard case .truncated(_, let detail) = error else {
      Issue.record("a shortened file was read")
      return
    }
    #expect(detail.contains("12 persons where its header says 4 with 13"))
  }

  @Test func `A packed file that breaks off`() throws {
    let error = failure {
      try PopulationFixture.withFolder { folder in
        let path = folder + "/test.population"
        try PopulationFile.write(try population(), to: path)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try whole.dropLast(20).write(to: URL(fileURLWithPath: path))
        return try PopulationFile.read(path)
      }
    }
    guard case .truncated = error else {
      Issue.record("a broken file was read: \(String(describing: error))")
      return
    }
  }

  @Test func `A packed file with a flipped bit`() throws {
    let error = failure {
      try PopulationFixture.withFolder { folder in
        let path = folder + "/test.population"
        try PopulationFile.write(try population(), to: path)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[bytes.count - 6] ^= 0x10
        try bytes.write(to: URL(fileURLWithPath: path))
        return try PopulationFile.read(path)
      }
    }
    guard case .unreadable = error else {
      Issue.record("a damaged file was read: \(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    (3, "age", "-1"), (3, "age", "x"), (4, "female", "2"), (1, "weight", "0"), (5, "earnings", "nan"),
    (6, "pension", ""), (7, "occupation", "Z"), (0, "household", "1.5"),
  ])
  func `A cell that cannot be`(position: Int, column: String, cell: String) throws {
    let error = failure {
      try readBack { text in
        var lines = text.split(separator: "\n").map { String($0) }
        var cells = lines[6].split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        cells[position] = cell
        lines[6] = cells.joined(separator: ",")
        return lines.joined(separator: "\n") + "\n"
      }
    }
    guard case .malformed(_, line: 7, column: column, found: cell, expected: _) = error else {
      Issue.record("expected an error in line 7, \(column): \(String(describing: error))")
      return
    }
  }

  @Test func `Rows of one household that disagree`() throws {
    let error = failure { try readBack { $0.replacing("\n4,50,0,17", with: "\n4,51,0,17") } }
    guard case .malformed(_, line: _, column: "weight", found: "51.0", expected: _) = error else {
      Issue.record("a household of two weights was read: \(String(describing: error))")
      return
    }
  }

  @Test func `An occupation that the economy does not have`() throws {
    guard case .unknownOccupation(_, code: "C") = failure({ try readBack(occupations: ["A", "B"]) { $0 } })
    else {
      Issue.record("an unknown occupation was read")
      return
    }
  }

  @Test func `A file that cannot be written`() throws {
    let population = try population()
    guard case .unwritable = failure({ try PopulationFile.write(population, to: "/nowhere/us.population") })
    else {
      Issue.record("a file was written nowhere")
      return
    }
  }
}
