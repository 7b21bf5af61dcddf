import Economy
import Foundation
import Testing

@testable import Scenarios

struct YAMLFileTests {
  @Test("Each alias of an alias counts, and a bomb is refused before it goes off")
  func aliasBomb() {
    #expect(
      Fixture.complaint(text: Self.bomb)
        .hasPrefix("test.yaml:1:12: error: more than 100000 values, counting each use of an alias\n"))
  }

  @Test(
    "A key that holds aliases is refused before it is compared with others",
    arguments: [
      "? *a9\n: 1\n", "? - *a9\n: 1\n", "*a9 : 1\n", "[*a9]: 1\n", "x: {[*a9]: 1}\n", "x: [? *a9 : 1]\n",
    ])
  func aliasKeys(line: String) {
    #expect(Fixture.complaint(text: Self.bomb + line).hasPrefix("test.yaml:11:"))
    #expect(Fixture.complaint(text: Self.bomb + line).contains("a list, a mapping or an alias as a key"))
  }

  @Test("Deep nesting is refused")
  func depth() {
    let flow = "a: " + String(repeating: "[", count: 30) + String(repeating: "]", count: 30)
    #expect(
      Fixture.complaint(text: flow).hasPrefix("test.yaml:1:28: error: nested more than 24 levels deep\n"))
    let endless = "a: " + String(repeating: "[", count: 100_000)
    #expect(Fixture.complaint(text: endless).contains("error: nested more than 24 levels deep"))
    let block = (0..<1500).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(Fixture.complaint(text: block).contains("error: nested more than 24 levels deep"))
  }

  @Test("Large files, endless ones, directories and files that are not there are refused")
  func files() throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let large = directory.appendingPathComponent("large.yaml").path
    try String(repeating: "# filling\n", count: 110_000).write(
      toFile: large, atomically: true, encoding: .utf8)
    func complaint(_ path: String) -> String {
      do throws(ScenarioErrors) {
        _ = try Scenario.load(path)
        return ""
      } catch {
        return error.description
      }
    }
    #expect(complaint(large) == "\(large): error: the file is larger than 1048576 bytes")
    #expect(complaint("/dev/zero") == "/dev/zero: error: the file is larger than 1048576 bytes")
    #expect(complaint(directory.path) == "\(directory.path): error: this is a directory, not a file")
    #expect(
      complaint(directory.path + "/larg.yaml")
        == "\(directory.path)/larg.yaml: error: no such file\n  did you mean '\(large)'?")
  }

  @Test(
    "Bytes that are no text are refused at their place",
    arguments: [
      ([0xFF, 0xFE, 0x41, 0x00], "b.yaml:1:1: error: the file is not UTF-8 text\n  1 | \n    | ^"),
      ([0x61, 0x0A, 0x62, 0xC3, 0x28], "b.yaml:2:2: error: the file is not UTF-8 text\n  2 | b\n    |  ^"),
      (
        [0x61, 0x00, 0x62],
        "b.yaml:1:2: error: the control character U+0000 does not belong into a text file\n  1 | a\n    |  ^"
      ),
      ([0xED, 0xA0, 0x80], "b.yaml:1:1: error: the file is not UTF-8 text\n  1 | \n    | ^"),
    ] as [([UInt8], String)])
  func bytes(bytes: [UInt8], expected: String) {
    do throws(ScenarioErrors) {
      _ = try YAMLFile.decode(bytes, name: "b.yaml")
      Issue.record("no error")
    } catch {
      #expect(error.description == expected)
    }
  }

  @Test("A byte order mark and carriage returns do no harm")
  func marks() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a: 1\r\nb: x\r\n".utf8)
    #expect(try YAMLFile.decode(bytes, name: "b.yaml") == "a: 1\r\nb: x\r\n")
    let text = Fixture.head.replacing("\n", with: "\r\n") + "months: abc\r\n"
    #expect(
      Fixture.complaint(text: text).hasPrefix("test.yaml:4:9: error: months is 'abc'\n  4 | months: abc\n"))
  }

  @Test("Aliases stand for what they name")
  func aliases() throws {
    let scenario = try Fixture.scenario(
      """
      baseline:
        automation: &machines {feasible_office_share: 0.5}
      reforms:
        same: {automation: *machines}
      """)
    #expect(
      scenario.variants[1].regime.automation.values.number("feasible_office_share", at: scenario.start) == 0.5
    )
  }

  @Test("A long line is cut around the error")
  func longLine() {
    let text =
      "title: " + String(repeating: "x", count: 300) + "\nstart: 2026-01\n"
      + "policies: {basic_income: {" + String(repeating: " ", count: 200) + "adlt: 3}}"
    let lines = Fixture.complaint(text: text).split(separator: "\n")
    let index = lines.firstIndex { $0.contains("unknown key 'adlt'") } ?? 0
    #expect(lines[index + 1].hasPrefix("  3 | …"))
    #expect(lines[index + 1].hasSuffix("adlt: 3}}"))
    let column = lines[index + 2].count - 1
    #expect(Array(lines[index + 1])[column] == "a")
  }

  private static let bomb: String = {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    return text
  }()
}
