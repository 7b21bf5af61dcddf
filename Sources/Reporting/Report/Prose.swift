/// A sentence with figures in it. Each figure keeps its full value and the name by which a query finds it, so that
/// a report can be checked against its database.
struct Prose: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  private(set) var pieces: [Piece] = []

  enum Piece: Sendable {
    case text(String)
    case figure(ReportNumber)
  }

  init(stringLiteral value: String) { pieces = [.text(value)] }
  init(_ text: String) { pieces = [.text(text)] }
  init(_ number: ReportNumber) { pieces = [.figure(number)] }
  init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

  struct Interpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []
    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.text(literal)) }
    }
    mutating func appendInterpolation(_ text: String) { pieces.append(.text(text)) }
    mutating func appendInterpolation(_ number: ReportNumber) { pieces.append(.figure(number)) }
    mutating func appendInterpolation(_ prose: Prose) { pieces += prose.pieces }
  }

  static func + (left: Prose, right: Prose) -> Prose {
    var sum = left
    sum.pieces += right.pieces
    return sum
  }

  /// `a, b and c`.
  static func list(_ items: [Prose]) -> Prose {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let head = items.dropLast()
    let start = head.dropFirst().reduce(head[0]) { $0 + ", " + $1 }
    return start + " and " + last
  }

  /// With a capital at its start.
  var capitalised: Prose {
    guard case .text(let first)? = pieces.first else { return self }
    var prose = self
    prose.pieces[0] = .text(first.prefix(1).uppercased() + first.dropFirst())
    return prose
  }

  /// Within a sentence: without a capital at its start, unless it is an abbreviation or a name.
  var lowered: Prose {
    guard case .text(let first)? = pieces.first else { return self }
    var prose = self
    prose.pieces[0] = .text(Finding.lowered(first))
    return prose
  }

  /// The words alone.
  var text: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .figure(let number): number.text
      }
    }.joined()
  }

  var html: HTML {
    .list(
      pieces.map { piece in
        switch piece {
        case .text(let text): .text(text)
        case .figure(let number): .number(number)
        }
      })
  }
}

/// A figure of a report.
struct ReportNumber: Sendable, Equatable {
  /// What it is: `effect/basic_income/gini_disposable/mean`.
  let key: String
  /// In the database's unit.
  let value: Double
  /// As the reader sees it.
  let text: String
}

extension ReportNumber {
  /// A number with some decimals; a dash where there is none.
  init(key: String, value: Double, decimals: Int, signed: Bool = false) {
    self.init(
      key: key, value: value, text: value.isFinite ? Finding.number(value, decimals, signed: signed) : "–")
  }
}
