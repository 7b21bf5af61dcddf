import Economy
import Foundation
import Testing

@testable import Scenarios

/// Tables of a made-up network: two occupations in each of the 22 groups. Movers go to the other of the group and to the
/// first of the next group.
struct NetworkTables {
  var occupations = ["OCC_CODE,OCC_TITLE,TOT_EMP,A_MEAN,class_major"]
  var moves = ["from,to,p"]
  var details = ["soc,TOT_EMP,A_MEAN,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90,human_alpha,human_beta"]

  static let groups = [
    "11", "13", "15", "17", "19", "21", "23", "25", "27", "29", "31", "33", "35", "37", "39", "41", "43",
    "45", "47",
    "49", "51", "53",
  ]

  /// Nobody is seen to leave 53-2000, nor to leave or to enter 45-2000.
  init() {
    for (index, group) in Self.groups.enumerated() {
      let next = Self.groups[(index + 1) % Self.groups.count]
      occupations += [
        "\(group)-1000,\"Firsts, and others\",3000,50000,\(group)",
        "\(group)-2000,Seconds,1000,40000,\(group)",
      ]
      let hasIsland = group == "45"
      moves.append("\(group)-1000,\(group)-1000,0.9")
      if !hasIsland { moves.append("\(group)-1000,\(group)-2000,0.04") }
      moves.append("\(group)-1000,\(next)-1000,\(hasIsland ? 0.1 : 0.06)")
      if hasIsland || group == "53" {
        moves.append("\(group)-2000,\(group)-2000,1")
      } else {
        moves += ["\(group)-2000,\(group)-2000,0.8", "\(group)-2000,\(group)-1000,0.2"]
      }
    }
    details += [
      "43-1011,300,20000,10000,15000,20000,25000,30000,0.1,0.3",
      "43-1012,100,60000,30000,45000,60000,75000,90000,0.3,0.7",
      "43-2011,100,,,,,,,,",
    ]
  }

  static let section = "network: {moves: moves.csv, occupations: occupations.csv, details: details.csv}\n"

  /// Calls `body` with the folder that holds the tables.
  func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, lines) in [("occupations", occupations), ("moves", moves), ("details", details)] {
      let text = lines.joined(separator: "\n") + "\n"
      try text.write(to: folder.appendingPathComponent("\(name).csv"), atomically: true, encoding: .utf8)
    }
    return try body(folder.path)
  }

  func scenario(_ body: String = section) throws -> Scenario {
    try inFolder { try Scenario.parse(Fixture.head + body, path: "\($0)/test.yaml") }
  }

  /// What is said about the tables, without the folder.
  func complaint(_ body: String = section) throws -> String {
    try inFolder { folder in
      do throws(ScenarioErrors) {
        _ = try Scenario.parse(Fixture.head + body, path: "\(folder)/test.yaml")
        return ""
      } catch {
        return error.description.replacing("\(folder)/", with: "")
      }
    }
  }
}

struct NetworkTests {
  private func economy() throws -> (whole: Calibration, refined: Calibration) {
    (try Fixture.scenario().calibration, try NetworkTables().scenario().calibration)
  }

  @Test("Jobs, wages and staffing of the economy file are kept by group")
  func margins() throws {
    let (whole, refined) = try economy()
    #expect(refined.occupations.count == 44)
    for (index, group) in whole.occupations.enumerated() {
      let nodes = [2 * index, 2 * index + 1]
      let jobs = nodes.reduce(0) { $0 + refined.occupations[$1].employmentShare }
      let bill = nodes.reduce(0) {
        $0 + refined.occupations[$1].employmentShare * refined.occupations[$1].meanWage
      }
      #expect(abs(jobs - group.employmentShare) < 1e-12)
      #expect(abs(bill / jobs - group.meanWage) < 1e-6)
      #expect(abs(refined.occupations[nodes[0]].employmentShare / jobs - 0.75) < 1e-12)
      #expect(
        abs(refined.occupations[nodes[1]].meanWage / refined.occupations[nodes[0]].meanWage - 0.8) < 1e-12)
      for (industry, fine) in zip(whole.industries, refined.industries) {
        #expect(abs(nodes.reduce(0) { $0 + fine.staffing[$1] } - industry.staffing[index]) < 1e-9)
      }
    }
    #expect(refined.occupations[0].title == "Firsts, and others")
  }

  @Test(
    "Leavers' rows sum to 1; a node without leavers answers those who enter; who is never entered is an island"
  )
  func rows() throws {
    let refined = try economy().refined
    let index = Dictionary(uniqueKeysWithValues: refined.occupations.enumerated().map { ($1.code, $0) })
    func row(_ code: String) throws -> [Double] { refined.mobility[try #require(index[code])] }
    for (node, row) in refined.mobility.enumerated() where refined.occupations[node].code != "45-2000" {
      #expect(abs(row.reduce(0, +) - 1) < 1e-12 && row[node] == 0)
    }
    #expect(abs(try row("11-1000")[try #require(index["11-2000"])] - 0.4) < 1e-12)
    #expect(try row("53-2000")[try #require(index["53-1000"])] == 1)
    #expect(try row("45-2000").allSatisfy { $0 == 0 })
  }

  @Test(
    "Details give percentiles and exposure, averaged by what they are over; what they lack is the group's")
  func details() throws {
    let (whole, refined) = try economy()
    let clerks = try #require(refined.occupations.first { $0.code == "43-1000" })
    let group = try #require(whole.occupations.first { $0.code == "43-0000" })
    #expect(abs(clerks.wageQuantiles[0] / clerks.meanWage - 0.5) < 1e-12)
    #expect(abs(clerks.wageQuantiles[4] / clerks.meanWage - 1.5) < 1e-12)
    #expect(abs(clerks.exposureAlpha - 0.15) < 1e-12 && abs(clerks.exposureBeta - 0.4) < 1e-12)
    let others = try #require(refined.occupations.first { $0.code == "43-2000" })
    #expect(others.exposureBeta == group.exposureBeta && others.isOffice == group.isOffice)
    #expect(abs(others.wageQuantiles[2] / others.meanWage - group.wageQuantiles[2] / group.meanWage) < 1e-12)
  }

  @Test("The resolved scenario holds the network, move by move, and reads back as itself")
  func resolved() throws {
    let scenario = try NetworkTables().scenario()
    let again = try Scenario.parse(scenario.resolved, path: "resolved.yaml")
    #expect(again.resolved == scenario.resolved)
    #expect(again.calibration.mobility == scenario.calibration.mobility)
    #expect(scenario.resolved.contains("moves:"))
  }

  @Test("A path of automation names the network's occupations")
  func path() throws {
    let body = NetworkTables.section + "automation: {path: {43-2000: {2027-01: 0.5}}}\n"
    #expect(try NetworkTables().scenario(body).variants[0].regime.automation.occupations?.points.count == 44)
  }

  @Test("The network of 539 occupations loads where its tables are at hand")
  func detailed() throws {
    guard let calibration = try DetailedNetwork.scenario()?.calibration else { return }
    #expect(calibration.occupations.count == 539)
    // Sixteen of the 44 that nobody leaves are entered, and so left.
    #expect(calibration.mobility.count { $0.allSatisfy { $0 == 0 } } == 28)
    #expect(abs(calibration.occupations.reduce(0) { $0 + $1.employmentShare } - 1) < 1e-9)
  }
}

struct NetworkErrorTests {
  private func complaint(_ change: (inout NetworkTables) -> Void) throws -> String {
    var tables = NetworkTables()
    change(&tables)
    return try tables.complaint()
  }

  @Test("An occupation that is in no table of occupations")
  func unknown() throws {
    let text = try complaint { $0.moves[1] = "11-1001,11-1000,0.9" }
    #expect(text.contains("moves.csv:2:1: error: unknown word '11-1001'"))
    #expect(text.contains("did you mean '11-1000'?"))
  }

  @Test("Moves that do not sum to 1, at the first of them")
  func sum() throws {
    let text = try complaint { $0.moves[1] = "11-1000,11-1000,0.7" }
    #expect(text.contains("moves.csv:2:1: error: the moves from 11-1000 sums to 0.8, not to 1"))
  }

  @Test("A negative share")
  func negative() throws {
    let text = try complaint { $0.moves[2] = "11-1000,11-2000,-0.04" }
    #expect(text.contains("moves.csv:3:17: error: p is out of bounds: -0.04"))
  }

  @Test("An occupation without moves")
  func missing() throws {
    let text = try complaint { $0.occupations.append("53-3000,Thirds,1000,40000,53") }
    #expect(text.contains("missing key '53-3000' in the moves"))
    #expect(text.contains("expected at least the share who stay"))
  }

  @Test("A move that stands twice, an occupation that does, and one of no group")
  func repeated() throws {
    #expect(
      try complaint { $0.moves.append($0.moves[1]) }.contains(
        "'11-1000' stands twice in the moves from 11-1000"))
    #expect(
      try complaint { $0.occupations.append($0.occupations[1]) }.contains(
        "'11-1000' stands twice in OCC_CODE"))
    let text = try complaint { $0.occupations.append("99-1000,Others,1000,40000,99") }
    #expect(text.contains("no occupation of the economy begins with '99'"))
  }

  @Test("A group of the economy without a row")
  func group() throws {
    let text = try complaint {
      $0.occupations.removeAll { $0.hasPrefix("53") }
      $0.moves.removeAll { $0.contains("53-") }
    }
    #expect(text.contains("no row belongs to the economy's occupation 53-0000"))
  }

  @Test("A column that is missing, a row of another length, a table that is not there")
  func form() throws {
    let column = try complaint { $0.moves[0] = "from,to,share" }
    #expect(column.contains("missing key 'p' in the first line"))
    #expect(try complaint { $0.moves[1] = "11-1000,11-1000" }.contains("the row has 2 cells"))
    let text = try NetworkTables().complaint("network: {moves: move.csv, occupations: occupations.csv}\n")
    #expect(text.contains("no such file: move.csv") && text.contains("did you mean 'moves.csv'?"))
  }

  @Test("A population file cannot say the network's occupations")
  func population() throws {
    let text = try NetworkTables().complaint(
      NetworkTables.section + "population: {persons: 1000, file: moves.csv}\n")
    #expect(text.contains("which network replaces"))
  }

  @Test("Moves of an economy's table: an unknown occupation, and a sum")
  func economyTable() throws {
    let resolved = try NetworkTables().scenario().resolved
    func complaint(_ old: String, _ new: String) -> String {
      Fixture.complaint(text: resolved.replacing(old, with: new, maxReplacements: 1))
    }
    #expect(
      complaint("      moves:\n        11-1000:", "      moves:\n        11-9000:").contains(
        "unknown key '11-9000'"))
    #expect(complaint("          13-1000: 0.6", "          13-1000: 0.5").contains("sums to 0.9, not to 1"))
  }
}

/// The 539 occupations of the Current Population Survey, which are no part of the package.
enum DetailedNetwork {
  static let folder = Fixture.root + "/../shared/data"

  /// Nil where the tables are not at hand.
  static func scenario() throws -> Scenario? {
    let (moves, occupations) = (
      "\(folder)/us_occ_mobility_annual_4digit.csv", "\(folder)/us_occ_nodes_4digit.csv"
    )
    guard FileManager.default.fileExists(atPath: moves) else { return nil }
    return try Fixture.scenario(
      "network: {moves: \(moves), occupations: \(occupations), details: \(folder)/us_soc_detailed_2023.csv}\n"
        + "assumptions: {labour_market: {stay_share: 0.37}}\n")
  }
}
