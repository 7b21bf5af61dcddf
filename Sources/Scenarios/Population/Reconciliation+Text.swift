extension Reconciliation: CustomStringConvertible {
  /// The tables with aligned columns, then the notes.
  public var description: String {
    let cells = tables.map { $0.rows.map(\.cells) }
    let nameWidth = (cells.joined().map { $0[0].count } + tables.map(\.title.count)).max() ?? 0
    let widths = (1...3).map { column in
      (cells.joined().map { $0[column].count } + tables.map { $0.heads[column - 1].count }).max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let figures = zip(cells.dropFirst(), widths).map { "  " + $0.leftPadded(to: $1) }
      return (cells[0].padded(to: nameWidth) + figures.joined()).trimmedAtEnd
    }
    var text = ""
    for (table, cells) in zip(tables, cells) {
      let head = line([table.title] + table.heads)
      let width = nameWidth + widths.reduce(0) { $0 + 2 + $1 }
      text += head + "\n" + String(repeating: "-", count: width) + "\n"
      text += cells.map { line($0) + "\n" }.joined() + "\n"
    }
    return text + notes.map { $0 + "\n" }.joined()
  }
}

extension Reconciliation.Table {
  fileprivate var heads: [String] { [reference, "import", "difference"] }
}

extension Reconciliation.Row {
  /// Name, reference, import and difference as text.
  fileprivate var cells: [String] {
    let size = decimals(difference, digits: 2)
    let signed = size.hasPrefix("-") ? size : "+" + size
    return [
      name + unit.suffix, unit.text(reference), unit.text(imported), "\(signed) \(unit.differenceUnit)",
    ]
  }
}

extension Reconciliation.Unit {
  fileprivate var suffix: String {
    switch self {
    case .persons: ", millions"
    case .total: ", billions"
    case .money, .share, .years: ""
    }
  }

  fileprivate var differenceUnit: String { self == .share ? "pp" : "% " }

  fileprivate func text(_ value: Double) -> String {
    switch self {
    case .persons: decimals(value / 1e6, digits: 3)
    case .total: decimals(value / 1e9, digits: 1)
    case .money: decimals(value, digits: 0)
    case .years: decimals(value, digits: 2)
    case .share: decimals(100 * value, digits: 2) + " %"
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// Without the blanks at the end.
  fileprivate var trimmedAtEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }

  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

/// A number with so many decimals and commas between thousands, the same in every locale.
private func decimals(_ value: Double, digits: Int) -> String {
  let scale = (0..<digits).reduce(1) { power, _ in power * 10 }
  let scaled = (value.magnitude * Double(scale)).rounded()
  guard scaled < 1e15 else { return value.description }
  let (whole, fraction) = Int(scaled).quotientAndRemainder(dividingBy: scale)
  var groups: [String] = []
  var rest = whole
  while rest >= 1000 {
    groups.insert(String(String(rest % 1000 + 1000).dropFirst()), at: 0)
    rest /= 1000
  }
  let grouped = ([String(rest)] + groups).joined(separator: ",")
  let decimals = digits == 0 ? "" : "." + String(String(fraction + scale).dropFirst())
  return (value < 0 && scaled > 0 ? "-" : "") + grouped + decimals
}
