import Economy
import Foundation
import Testing

@testable import Scenarios

struct EconomyFileTests {
  @Test("The shipped economies load")
  func shipped() throws {
    let economy = try EconomyFile.load(Fixture.root + "/Scenarios/economies/us.yaml")
    #expect(economy.calibration.name == "United States")
    #expect(economy.calibration.occupations.count == 22)
    #expect(economy.calibration.industries.count == 10)
    #expect(economy.calibration.mobility.count == 22)
  }
}

enum Fixture {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
}
