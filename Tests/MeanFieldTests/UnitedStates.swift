import Economy
import Foundation
import MeanField
import Scenarios

/// The 22 groups of the shipped economy.
enum UnitedStates {
  static let file = Result {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return try EconomyFile.load(root.appendingPathComponent("Scenarios/economies/us.yaml").path)
  }

  static func network() throws -> MobilityNetwork {
    let calibration = try file.get().calibration
    return MobilityNetwork(stayShare: calibration.labourMarket.stayShare, leavers: calibration.mobility)
  }

  /// A labour force of one, by employment in May 2023.
  static func heads() throws -> [Double] {
    let shares = try file.get().calibration.occupations.map(\.employmentShare)
    let all = shares.reduce(0, +)
    return shares.map { $0 / all }
  }

  /// Half of an office's tasks or so: the share of each group's tasks exposed to language models.
  static func exposure() throws -> [Double] { try file.get().calibration.occupations.map(\.exposureBeta) }
}
