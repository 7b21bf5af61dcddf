import Economy

extension Target {
  static let firmSizes = Target(
    11, "Tail exponent of firm sizes", published: "1.06; Axtell (2001)", accepted: 0.9...1.25
  ) { $0.mean(.firmSizeExponent) }
}
