/// Numbers as text, read and written without the traps of YAML: `010` (eight to some readers), `1_000`,
/// `12:30` (750 to some), `0x10`, `.inf`, `1,000` and `5 %` are refused, with what was probably meant.
enum NumberText {
  /// The number that the text states; nil for anything that is no plain decimal number.
  static func parse(_ text: String) -> Double? {
    var rest = Substring(text).utf8
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
    let whole = digits(&rest)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = digits(&rest).count
    }
    guard !whole.isEmpty || fraction > 0 else { return nil }
    guard whole.count <= 1 || whole.first != UInt8(ascii: "0") else { return nil }
    if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      rest.removeFirst()
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
      guard !digits(&rest).isEmpty else { return nil }
    }
    guard rest.isEmpty, let value = Double(text), value.isFinite else { return nil }
    return value == 0 ? 0 : value
  }

  /// What a text that is no plain number probably means: `1_000` and `1,000` are 1000, `010` is 10, `5 %` is
  /// 0.05.
  static func suggestion(for text: String) -> String? {
    var cleaned: String = text.filter { !"_, '$€".contains($0) }
    if cleaned.hasSuffix("%"), let percent = parse(String(cleaned.dropLast())) {
      return shortest(percent / 100)
    }
    while cleaned.count > 1, cleaned.hasPrefix("0"), let second = cleaned.dropFirst().first, second.isNumber {
      cleaned.removeFirst()
    }
    return parse(cleaned).map(shortest)
  }

  /// The shortest text that reads back as the same number; whole numbers without a decimal point, powers with
  /// one, since some readers of YAML take `1e-05` for a word.
  static func shortest(_ value: Double) -> String {
    if value == 0 { return "0" }
    if value == value.rounded(), abs(value) < 0x1p53 { return String(Int64(value)) }
    let text = value.description
    guard let power = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return text[..<power] + ".0" + text[power...]
  }

  /// The number to six decimals, for messages about sums.
  static func rounded(_ value: Double) -> String { shortest((value * 1e6).rounded() / 1e6) }

  private static func digits(_ rest: inout Substring.UTF8View) -> Substring.UTF8View {
    let run = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(run.count)
    return run
  }
}
