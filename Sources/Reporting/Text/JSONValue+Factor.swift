public import Designs

extension JSONValue {
  /// What a factor is set to.
  public init(_ value: FactorValue) {
    switch value {
    case .number(let number): self = .number(number)
    case .flag(let flag): self = .flag(flag)
    case .word(let word): self = .text(word)
    }
  }
}
