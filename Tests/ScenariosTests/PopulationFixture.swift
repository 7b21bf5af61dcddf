import CZlib
import Economy
import Foundation

/// Survey files made by the tests, an economy for them, and a place to put both.
enum PopulationFixture {
  /// The header of the survey file: all its columns in its order.
  static let header =
    "e00200,e00200p,e00200s,e00900,e00900p,e00900s,e02100,e02100p,e02100s,e00600,e01500,e00800,e02400,e02300,"
    + "mcaid_ben,mcare_ben,ssi_ben,tanf_ben,vet_ben,wic_ben,snap_ben,housing_ben,age_head,age_spouse,blind_head,"
    + "fips,h_seq,a_lineno,ffpos,s006,FLPDYR,EIC,DSI,MARS,XTOT,nu18,n1820,n21,nu06,nu13,n24,elderly_dependents,"
    + "f2441,e18400,blind_spouse,e00650,e00300,e00400,e01700,e01100,e01400,e03300,e03270,e32800,e17500,e20400,"
    + "e03240,e19200,e18500,other_ben,e19800,e20100,e03210,e03150,RECID,agi_bin,pencon_p,pencon_s"

  /// A row of the survey file: the cells given, 0 elsewhere.
  static func row(_ cells: KeyValuePairs<String, Int>) -> String {
    var row = [Int](repeating: 0, count: positions.count)
    for (name, value) in cells {
      guard let position = positions[name] else { preconditionFailure("no column \(name)") }
      row[position] = value
    }
    return row.map { String($0) }.joined(separator: ",")
  }

  private static let positions = Dictionary(
    uniqueKeysWithValues: header.split(separator: ",").enumerated().map { (String($1), $0) })

  /// Four households of 2014 in six units, and a child alone.
  ///
  /// Weights in hundredths. The first household's units of 5 and 1 persons differ in weight: 110 on average.
  static let survey = [
    row([
      "FLPDYR": 2014, "h_seq": 1, "a_lineno": 1, "s006": 10_000, "MARS": 2, "XTOT": 5, "age_head": 40,
      "age_spouse": 38, "e00200": 80_000, "e00200p": 50_000, "e00200s": 30_000, "nu06": 1, "nu13": 2,
      "nu18": 3,
      "n24": 3, "n21": 2, "e00300": 100, "e00400": 20, "e00600": 300, "e00650": 250,
    ]),
    row([
      "FLPDYR": 2014, "h_seq": 1, "a_lineno": 6, "s006": 16_000, "MARS": 1, "XTOT": 1, "age_head": 19,
      "n1820": 1, "e00200": 5_000, "e00200p": 5_000,
    ]),
    row([
      "FLPDYR": 2014, "h_seq": 2, "a_lineno": 1, "s006": 20_000, "MARS": 2, "XTOT": 2, "age_head": 85,
      "age_spouse": 58, "n21": 2, "e01500": 10_000, "e02400": 30_000, "e00900": 7_000, "e00900s": 7_000,
    ]),
    // The householder's unit comes second in the file.
    row([
      "FLPDYR": 2014, "h_seq": 3, "a_lineno": 2, "s006": 10_000, "MARS": 1, "XTOT": 1, "age_head": 30,
      "n21": 1,
      "e00200": 60_000, "e00200p": 60_000,
    ]),
    row([
      "FLPDYR": 2014, "h_seq": 3, "a_lineno": 1, "s006": 10_000, "MARS": 1, "XTOT": 2, "age_head": 70,
      "n21": 2,
      "e00200": 10_000, "e00200p": 10_000, "e00900": -15_000, "e00900p": -15_000, "e02400": 12_000,
    ]),
    // A head whose spouse the file counts without an age, and a child of 17.
    row([
      "FLPDYR": 2013, "h_seq": 3, "a_lineno": 1, "s006": 5_000, "MARS": 2, "XTOT": 3, "age_head": 50,
      "n21": 1,
      "nu18": 1, "e00200": 40_000, "e00200p": 40_000, "e02100": 1_000, "e02100p": 1_000,
    ]),
    row([
      "FLPDYR": 2013, "h_seq": 4, "a_lineno": 3, "s006": 5_000, "MARS": 1, "XTOT": 1, "age_head": 15,
      "nu18": 1,
    ]),
  ]

  /// An economy with three occupations, one of them badly paid.
  static let economy: Calibration = {
    var calibration = Calibration()
    calibration.name = "Testland"
    calibration.population.mortalityLevel = 4e-5
    calibration.population.mortalitySlope = 0.09
    calibration.population.growth = 0.005
    calibration.population.fertility = 1.7
    calibration.population.motherhoodAge = 29
    calibration.population.motherhoodSpread = 6
    calibration.population.leaveHomeEarliest = 18
    calibration.population.leaveHomeLatest = 28
    calibration.retirement.earlyAge = 62
    calibration.wages.topParetoExponent = 3
    calibration.occupations = [
      occupation("A", share: 0.2, scale: 3), occupation("B", share: 0.5, scale: 1.5),
      occupation("C", share: 0.3, scale: 1),
    ]
    return calibration
  }()

  private static func occupation(_ code: String, share: Double, scale: Double) -> Occupation {
    Occupation(
      code: code, title: "Group \(code)", employmentShare: share, meanWage: 36_000 * scale,
      wageQuantiles: [22_000, 27_000, 33_000, 41_000, 52_000].map { $0 * scale }, exposureAlpha: 0,
      exposureBeta: 0, isOffice: false)
  }

  /// Calls `body` with a new folder, which goes when it returns.
  static func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.path + "/population-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  /// Writes a survey file packed by zlib and gives its path.
  static func writeSurvey(_ rows: [String], in folder: String, header: String = header) -> String {
    let path = folder + "/cps.csv.gz"
    write(([header] + rows).joined(separator: "\n") + "\n", to: path)
    return path
  }

  /// Writes text packed by zlib.
  static func write(_ text: String, to path: String) {
    let file = gzopen(path, "wb")
    let bytes = Array(text.utf8)
    precondition(gzwrite(file, bytes, UInt32(bytes.count)) == bytes.count && gzclose(file) == Z_OK)
  }

  /// The text of a file packed by zlib.
  static func text(_ path: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 1 << 22)
    let file = gzopen(path, "rb")
    let count = gzread(file, &bytes, UInt32(bytes.count))
    gzclose(file)
    return String(decoding: bytes[..<Int(count)], as: UTF8.self)
  }
}
