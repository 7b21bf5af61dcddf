#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The standard normal distribution.
enum Normal {
  /// Phi: the probability below a value, exact in the lower tail too.
  static func cumulative(_ value: Double) -> Double { erfc(-value / 2.0.squareRoot()) / 2 }

  /// The quantile of the part of the distribution between two values.
  ///
  /// It is taken from the nearer tail: in the upper one the distribution function is 1 but for its last digits.
  static func quantile(_ coordinate: Double, between low: Double, and high: Double) -> Double {
    let below = cumulative(low) + coordinate * (cumulative(high) - cumulative(low))
    if below <= 0.5 { return quantile(below) }
    return -quantile(cumulative(-high) + (1 - coordinate) * (cumulative(-low) - cumulative(-high)))
  }

  /// Whether anything of the distribution lies between two values, as far as numbers can tell.
  static func hasProbability(from low: Double, to high: Double) -> Bool {
    low > 0 ? cumulative(-low) > cumulative(-high) : cumulative(high) > cumulative(low)
  }

  /// Phi^-1 to about 16 digits, for probabilities strictly between 0 and 1.
  ///
  /// - Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied
  ///   Statistics 37 (1988) 477-484, routine PPND16 with its coefficients.
  static func quantile(_ probability: Double) -> Double {
    let centred = probability - 0.5
    if abs(centred) <= 0.425 {
      return centred * ratio(centre, 0.180625 - centred * centred)
    }
    let distance = (-log(min(probability, 1 - probability))).squareRoot()
    let value = distance <= 5 ? ratio(shoulder, distance - 1.6) : ratio(tail, distance - 5)
    return centred < 0 ? -value : value
  }

  /// Numerator and denominator of a rational function, the coefficient of the highest power first.
  private typealias Rational = (above: [Double], below: [Double])

  private static func ratio(_ function: Rational, _ argument: Double) -> Double {
    func polynomial(_ coefficients: [Double]) -> Double { coefficients.reduce(0) { $0 * argument + $1 } }
    return polynomial(function.above) / polynomial(function.below)
  }

  private static let centre: Rational = (
    [
      2509.0809287301227, 33430.57558358813,
      67265.7709270087, 45921.95393154987,
      13731.69376550946, 1971.5909503065513,
      133.14166789178438, 3.3871328727963665,
    ],
    [
      5226.495278852854, 28729.085735721943,
      39307.89580009271, 21213.794301586597,
      5394.196021424751, 687.1870074920579,
      42.31333070160091, 1.0,
    ]
  )
  private static let shoulder: Rational = (
    [
      0.0007745450142783414, 0.022723844989269184,
      0.2417807251774506, 1.2704582524523684,
      3.6478483247632045, 5.769497221460691,
      4.630337846156546, 1.4234371107496835,
    ],
    [
      1.0507500716444169e-09, 0.0005475938084995345,
      0.015198666563616457, 0.14810397642748008,
      0.6897673349851, 1.6763848301838038,
      2.053191626637759, 1.0,
    ]
  )
  private static let tail: Rational = (
    [
      2.0103343992922881e-07, 2.7115555687434876e-05,
      0.0012426609473880784, 0.026532189526576124,
      0.29656057182850487, 1.7848265399172913,
      5.463784911164114, 6.657904643501103,
    ],
    [
      2.0442631033899397e-15, 1.421511758316446e-07,
      1.8463183175100548e-05, 0.0007868691311456133,
      0.014875361290850615, 0.1369298809227358,
      0.599832206555888, 1.0,
    ]
  )
}
