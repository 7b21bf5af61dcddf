#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

// The functions of the C library that the engine uses, under one import.
@inline(__always) func exponential(_ x: Double) -> Double { exp(x) }
@inline(__always) func logarithm(_ x: Double) -> Double { log(x) }
@inline(__always) func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }

/// Linear interpolation through five points with rising `x`; constant beyond the ends.
struct BrokenLine: Sendable {
  typealias Point = (x: Double, y: Double)
  private let start: Double
  private let bounds: (Double, Double, Double, Double, Double)
  private let slopes: (Double, Double, Double, Double)

  init(_ a: Point, _ b: Point, _ c: Point, _ d: Point, _ e: Point) {
    start = a.y
    bounds = (a.x, b.x, c.x, d.x, e.x)
    func slope(_ from: Point, _ to: Point) -> Double { (to.y - from.y) / (to.x - from.x) }
    slopes = (slope(a, b), slope(b, c), slope(c, d), slope(d, e))
  }

  // Without branches: each piece adds its slope times how much of it lies below `x`.
  @inline(__always)
  func callAsFunction(_ x: Double) -> Double {
    start + slopes.0 * (clamp(x, bounds.0, bounds.1) - bounds.0)
      + slopes.1 * (clamp(x, bounds.1, bounds.2) - bounds.1)
      + slopes.2 * (clamp(x, bounds.2, bounds.3) - bounds.2)
      + slopes.3 * (clamp(x, bounds.3, bounds.4) - bounds.3)
  }
}

/// `value` within bounds.
@inline(__always)
func clamp(_ value: Double, _ low: Double, _ high: Double) -> Double { min(max(value, low), high) }
