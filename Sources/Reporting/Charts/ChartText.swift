/// What a chart needs to know about text without a font at hand.
enum ChartText {
  /// About how wide a text is set, in units of the chart. The estimate is for DejaVu Sans, the widest of the fonts that
  /// a reader may have.
  static func width(_ text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
    let ems = text.reduce(0.0) { sum, character in
      sum
        + (character.isNumber
          ? 0.64 : character.isUppercase ? 0.72 : " .,;:'()|iljtf".contains(character) ? 0.38 : 0.62)
    }
    return ems * size * (isBold ? 1.1 : 1)
  }

  /// The text in lines of at most that width, unless a word is wider.
  static func wrapped(_ text: String, width: Double, size: Double, isBold: Bool = false) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, self.width(last + " " + word, size: size, isBold: isBold) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The text as it stands in XML. Control characters, which XML does not know, are left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case _ where scalar.value < 0x20 && scalar != "\t" && scalar != "\n": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A coordinate.
  static func number(_ value: Double) -> String {
    let text = NumberText.fixed(value, decimals: 1, grouped: false)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
