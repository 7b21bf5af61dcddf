import Foundation

/// Names of files.
enum FilePath {
  /// A path as a file names it: absolute, or relative to the directory of that file.
  static func resolve(_ name: String, besides path: String) -> String {
    if name.hasPrefix("/") { return name }
    let directory = directory(of: path)
    return directory == "." ? name : "\(directory)/\(name)"
  }

  /// The directory of a file; `.` for a bare name.
  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The file's name without directory and ending.
  static func name(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// The file of the same directory whose name is nearest, written as the missing one was.
  /// - Parameter endings: what such files end with; all files where there are none.
  static func nearest(to name: String, besides path: String, endings: [String]) -> String? {
    let missing = resolve(name, besides: path)
    let directory = directory(of: missing)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else { return nil }
    let files = names.filter { file in endings.isEmpty || endings.contains { file.hasSuffix(".\($0)") } }
      .sorted()
    let last = missing.split(separator: "/").last.map(String.init) ?? missing
    guard let near = Suggestion.nearest(to: last, among: files) else { return nil }
    return String(name.dropLast(min(name.count, last.count))) + near
  }
}
