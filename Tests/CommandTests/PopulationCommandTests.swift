import Foundation
import Testing

struct PopulationCommandTests {
  let otium: Program

  init() throws { otium = try Program() }

  /// A survey of singles and couples with children, of all ages and wages, in the columns that are read.
  private static let survey: String = {
    let columns = [
      "FLPDYR", "h_seq", "a_lineno", "s006", "XTOT", "MARS", "age_head", "age_spouse", "e00200", "e00200p",
      "e00200s",
      "e00900", "e00900p", "e00900s", "e02100", "e02100p", "e02100s", "e00300", "e00400", "e00600", "e01500",
      "e02400",
      "nu06", "nu13", "n24", "nu18", "n1820", "n21", "elderly_dependents",
    ]
    let rows = (1...600).map { number in
      var cells = [
        "FLPDYR": 2014, "h_seq": number, "a_lineno": 1, "s006": 10_000, "MARS": 1, "XTOT": 1, "n21": 1,
      ]
      let age = 22 + number * 7 % 60
      cells["age_head"] = age
      cells["e00300"] = number % 10 * 100
      if age < 66 {
        cells["e00200"] = 12_000 + number * 331 % 90_000
        cells["e00200p"] = cells["e00200"]
      } else {
        cells["e02400"] = 14_000
      }
      if number.isMultiple(of: 3) && age < 50 {
        for (name, value) in [
          "MARS": 2, "XTOT": 3, "age_spouse": age - 1, "nu06": 1, "nu18": 1, "n24": 1, "n21": 2,
        ] {
          cells[name] = value
        }
      }
      return columns.map { String(cells[$0] ?? 0) }.joined(separator: ",")
    }
    return ([columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
  }()

  @Test func `a survey becomes a population file, which a scenario runs on`() throws {
    try Data(Self.survey.utf8).write(to: URL(fileURLWithPath: otium.file("cps.csv")))
    let answer = try otium([
      "population", "import", "--economy", Program.scenario("economies/us"), "--file", "cps.csv", "--output",
      "us.population", "--money", "economy",
    ])
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(answer.output.contains("Households"))
    let run = try otium(Program.small("--set", "population.file=" + otium.file("us.population")))
    #expect(run.code == 0, "\(run.errors)")
    #expect(try otium.rows("SELECT DISTINCT status FROM run") == ["complete"])
  }

  @Test func `a population file that is none is named with its reason`() throws {
    let answer = try otium(Program.small("--set", "population.file=" + Program.scenario()))
    #expect(answer.code != 0)
    #expect(answer.errors.contains("is not a population file"), "\(answer.errors)")
  }
}
