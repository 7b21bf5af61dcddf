import Foundation

extension PopulationImport {
  /// The survey file of an installed `taxcalc`; `nil` if there is none or no Python.
  ///
  /// Asks the Python of the caller's `PATH`, and so of an activated virtual environment, where the package
  /// is, without running it.
  public static func locate() -> String? {
    for interpreter in ["python3", "python"] {
      if let folder = packageFolder(interpreter) {
        let file = folder + "/cps.csv.gz"
        if FileManager.default.isReadableFile(atPath: file) { return file }
      }
    }
    return nil
  }

  /// The file the user named, else the one found.
  ///
  /// - Throws: `PopulationError.notInstalled`, whose text says how to install the package.
  public static func surveyFile(_ named: String?) throws(PopulationError) -> String {
    if let named { return named }
    guard let found = locate() else { throw .notInstalled }
    return found
  }

  private static func packageFolder(_ interpreter: String) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      interpreter, "-c",
      "import importlib.util as u; s = u.find_spec('taxcalc'); "
        + "print(s.submodule_search_locations[0] if s and s.submodule_search_locations else '')",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let folder = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return process.terminationStatus == 0 && !folder.isEmpty ? folder : nil
  }
}
