extension JSONValue {
  /// The document for spreadsheets: comma-separated values with a row for each number, word and flag, after its path.
  /// An element of a list is called by its `name` where it has one, else by its place from 0.
  public var csv: String {
    rows(at: "").reduce("path,value\n") { text, row in
      text + CSVWriter.field(row.path) + "," + row.value + "\n"
    }
  }

  private func rows(at path: String) -> [(path: String, value: String)] {
    let inside = { (name: String) in path.isEmpty ? name : path + "." + name }
    switch self {
    case .array(let values):
      return values.enumerated().flatMap { place, value in value.rows(at: inside(value.name ?? String(place)))
      }
    case .object(let members): return members.flatMap { $0.value.rows(at: inside($0.name)) }
    case .text(let text): return [(path, CSVWriter.field(text))]
    case .null: return [(path, "")]
    case .flag, .integer, .number: return [(path, line)]
    }
  }

  /// What an object calls itself.
  private var name: String? {
    guard case .object(let members) = self,
      case .text(let name)? = members.first(where: { $0.name == "name" })?.value
    else { return nil }
    return name
  }
}
