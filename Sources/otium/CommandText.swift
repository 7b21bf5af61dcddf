import Foundation

/// What is noted with results about where they come from.
enum CommandText {
  /// The command line that started this process, as a shell would take it.
  static var ofThisProcess: String {
    (["otium"] + CommandLine.arguments.dropFirst()).map(quoted).joined(separator: " ")
  }

  /// The present time in ISO 8601, or what `SOURCE_DATE_EPOCH` says, for files that are to agree in every byte.
  static var now: String {
    let fixed = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
    var seconds = fixed.map { time_t($0) } ?? time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let pad = { (value: Int32) in (value < 10 ? "0" : "") + String(value) }
    return "\(parts.tm_year + 1900)-\(pad(parts.tm_mon + 1))-\(pad(parts.tm_mday))T"
      + "\(pad(parts.tm_hour)):\(pad(parts.tm_min)):\(pad(parts.tm_sec))Z"
  }

  /// An argument as a shell would take it.
  static func quoted(_ argument: String) -> String {
    let plain =
      !argument.isEmpty
      && argument.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || "0123456789-_=+./,:@%".unicodeScalars.contains(scalar))
      }
    return plain ? argument : "'" + argument.replacing("'", with: "'\\''") + "'"
  }
}
