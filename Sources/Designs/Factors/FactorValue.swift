/// What a factor is set to: a number in the factor's unit, a flag, or one of a parameter's words.
public enum FactorValue: Sendable, Hashable {
  case number(Double)
  case flag(Bool)
  case word(String)

  /// What sort of value it is.
  public enum Kind: String, Sendable, Hashable {
    case number
    case flag
    case word
  }

  /// What sort of value this is.
  public var kind: Kind {
    switch self {
    case .number: .number
    case .flag: .flag
    case .word: .word
    }
  }

  /// The number; 0 or 1 for a flag; nil for a word.
  public var number: Double? {
    switch self {
    case .number(let number): number
    case .flag(let flag): flag ? 1 : 0
    case .word: nil
    }
  }
}

extension FactorValue: CustomStringConvertible {
  /// The value as a scenario file states it.
  public var description: String {
    switch self {
    case .number(let number):
      number == number.rounded() && abs(number) < 0x1p53 ? String(Int64(number)) : number.description
    case .flag(let flag): flag ? "true" : "false"
    case .word(let word): word
    }
  }
}
