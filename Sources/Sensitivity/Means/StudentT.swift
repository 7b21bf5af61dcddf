#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Student's t distribution of a whole number of degrees of freedom.
public enum StudentT {
  /// The probability that the magnitude of t is at most that of a value.
  ///
  /// With `a = atan(t / sqrt(v))`: `sin a (1 + 1/2 cos^2 a + (1 3)/(2 4) cos^4 a + ...)` up to the power v - 2
  /// for even v; `2/pi (a + sin a (cos a + 2/3 cos^3 a + (2 4)/(3 5) cos^5 a + ...))` likewise for odd v.
  ///
  /// - Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.3 and 26.7.4.
  public static func coverage(of value: Double, degrees: Int) -> Double {
    coverage(ofAngle: atan(abs(value) / Double(degrees).squareRoot()), degrees)
  }

  /// The value whose magnitude t exceeds with a probability of one less the confidence: half the width of an
  /// interval in standard errors.
  ///
  /// - Parameters:
  ///   - confidence: between 0 and 1.
  ///   - degrees: degrees of freedom, 1 or more.
  public static func value(confidence: Double, degrees: Int) -> Double {
    precondition(degrees >= 1 && confidence > 0 && confidence < 1, "degrees, and a probability")
    // The series rises with the angle, so halving finds it to the last bit.
    var (low, high) = (0.0, Double.pi / 2)
    while true {
      let middle = low + (high - low) / 2
      guard low < middle, middle < high else { break }
      if coverage(ofAngle: middle, degrees) < confidence { low = middle } else { high = middle }
    }
    return Double(degrees).squareRoot() * tan(high)
  }

  private static func coverage(ofAngle angle: Double, _ degrees: Int) -> Double {
    let (sine, cosine) = (sin(angle), cos(angle))
    let isOdd = !degrees.isMultiple(of: 2)
    // Odd: cos a, then times 2/3, 4/5 and so on; even: 1, then times 1/2, 3/4 and so on.
    var term = isOdd ? cosine : 1
    var sum = 0.0
    var next = isOdd ? 3 : 2
    while next <= degrees {
      sum += term
      term *= Double(next - 1) / Double(next) * cosine * cosine
      next += 2
      // What is left is a geometric series at most, and nothing to the sum.
      if term < sum * 0x1p-60 * sine * sine { break }
    }
    return isOdd ? 2 / Double.pi * (angle + sine * sum) : sine * sum
  }
}
