/// Collects the errors of one reading, so that all of them are reported at once.
final class Findings {
  private(set) var errors: [ScenarioError] = []

  func add(_ problem: ScenarioError.Problem, at place: ScenarioError.Place, suggestion: String? = nil) {
    errors.append(ScenarioError(problem, at: place, suggestion: suggestion))
  }

  /// Takes over the errors of another reading, of the economy file for instance.
  func add(_ others: ScenarioErrors) { errors += others.errors }

  /// Throws what was found, by place within each file.
  func throwIfAny() throws(ScenarioErrors) {
    guard !errors.isEmpty else { return }
    var seen: [ScenarioError] = []
    for error in errors where !seen.contains(error) { seen.append(error) }
    let files = seen.reduce(into: [String]()) { files, error in
      let file = error.place.file
      if !files.contains(file) { files.append(file) }
    }
    let ranked = seen.enumerated().sorted { left, right in
      func rank(_ item: (offset: Int, element: ScenarioError)) -> (Int, Int, Int, Int) {
        let place = item.element.place
        return (files.firstIndex(of: place.file) ?? 0, place.line, place.column, item.offset)
      }
      return rank(left) < rank(right)
    }
    throw ScenarioErrors(ranked.map(\.element))
  }
}

extension ScenarioError.Place {
  /// The file's name; the empty text for options.
  var file: String {
    switch self {
    case .file(let file): file
    case .position(let file, _, _, _): file
    case .option: ""
    }
  }

  /// The line, from 1; 0 without one.
  var line: Int { if case .position(_, let line, _, _) = self { line } else { 0 } }
  /// The column, from 1; 0 without one.
  var column: Int { if case .position(_, _, let column, _) = self { column } else { 0 } }
}
