import Foundation
import Testing

@testable import Scenarios

struct DocumentationTests {
  @Test("The page on scenario files names every key, and its example loads")
  func page() throws {
    let page = try String(contentsOfFile: Fixture.root + "/Documentation/ScenarioFiles.md", encoding: .utf8)
    for (key, _) in ScenarioKeys.all { #expect(page.contains("`\(key)`"), "\(key)") }
    for table in TableReading.names { #expect(page.contains("`\(table)`"), "\(table)") }
    let fenced = try #require(page.firstMatch(of: /```yaml\n(title:(?s).*?)```/)).1
    let scenario = try Scenario.parse(String(fenced), path: Fixture.root + "/Scenarios/example.yaml")
    #expect(scenario.variants.map(\.name) == ["baseline", "basic_income"])
  }
}
