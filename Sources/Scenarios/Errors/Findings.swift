/// Collects the errors of one reading, so that all of them are reported at once.
final class Findings {
  private(set) var errors: [ScenarioError] = []

  func add(_ problem: ScenarioError.Problem, at place: ScenarioError.Place, suggestion: String? = nil) {
    errors.append(ScenarioError(problem, at: place, suggestion: suggestion))
  }

  /// The word that was probably meant. Where nearly everything is wrong, nobody asks any more.
  func suggestion(for word: String, among known: [String]) -> String? {
    errors.count < 100 ? Suggestion.nearest(to: word, among: known) : nil
  }

  /// Takes over the errors of another reading, of the economy file for instance.
  func add(_ others: ScenarioErrors) { errors += others.errors }

  /// Throws what was found, by place within each file.
  func throwIfAny() throws(ScenarioErrors) {
    guard !errors.isEmpty else { return }
    var unique: [ScenarioError.Place.Key: Set<ScenarioError.Problem>] = [:]
    let seen = errors.filter { unique[$0.place.key, default: []].insert($0.problem).inserted }
    var files: [String: Int] = [:]
    for error in seen where files[error.place.file] == nil { files[error.place.file] = files.count }
    let ranked = seen.enumerated().sorted { left, right in
      func rank(_ item: (offset: Int, element: ScenarioError)) -> (Int, Int, Int, Int) {
        let place = item.element.place
        return (files[place.file] ?? 0, place.line, place.column, item.offset)
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

  /// The place without the line's text, which may be long.
  var key: Key {
    if case .option(let option) = self { return Key(name: option, line: 0, column: 0) }
    return Key(name: file, line: line, column: column)
  }

  struct Key: Hashable {
    let name: String
    let line: Int
    let column: Int
  }

  /// The line, from 1; 0 without one.
  var line: Int { if case .position(_, let line, _, _) = self { line } else { 0 } }
  /// The column, from 1; 0 without one.
  var column: Int { if case .position(_, _, let column, _) = self { column } else { 0 } }
}
