/// The cells of one line of comma-separated text without quotes.
struct CommaSeparated {
  let line: UnsafeRawBufferPointer

  /// Calls `body` with each cell and its position, from 0.
  func forEachCell<Failure>(
    _ body: (Int, UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    var position = 0
    var start = 0
    for end in 0..<line.count where line[end] == UInt8(ascii: ",") {
      try body(position, UnsafeRawBufferPointer(rebasing: line[start..<end]))
      position += 1
      start = end + 1
    }
    try body(position, UnsafeRawBufferPointer(rebasing: line[start...]))
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// The decimal number the bytes spell, correctly rounded; `nil` if they spell none.
  var decimal: Double? {
    var position = 0
    var isNegative = false
    if let first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      position = 1
    }
    guard position < count else { return nil }
    var mantissa: UInt64 = 0
    var digits = 0
    var fractionDigits = -1
    while position < count {
      let byte = self[position]
      position += 1
      if byte == UInt8(ascii: "."), fractionDigits < 0 {
        fractionDigits = 0
        continue
      }
      // Beyond 15 digits, and for exponents, the quick way would round twice.
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 15 else { return Double(text) }
      mantissa = mantissa &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
      digits += 1
      if fractionDigits >= 0 { fractionDigits += 1 }
    }
    guard digits > 0 else { return nil }
    let magnitude = Double(mantissa) / powersOfTen[Swift.max(0, fractionDigits)]
    return isNegative ? -magnitude : magnitude
  }

  /// The whole number the bytes spell; `nil` if they spell none.
  var integer: Int? {
    guard let value = decimal else { return nil }
    return Int(exactly: value)
  }
}

/// 1, 10, … 10^15, all exact.
private let powersOfTen: [Double] = {
  var powers = [1.0]
  for _ in 1...15 { powers.append(powers[powers.count - 1] * 10) }
  return powers
}()
