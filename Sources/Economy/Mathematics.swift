#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

// The functions of the C library that the engine uses, under one import.
@inline(__always) func exponential(_ x: Double) -> Double { exp(x) }
@inline(__always) func logarithm(_ x: Double) -> Double { log(x) }
@inline(__always) func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }

/// Linear interpolation through points with rising `x`; constant beyond the ends.
func interpolate(_ x: Double, _ points: [(x: Double, y: Double)]) -> Double {
  guard x > points[0].x else { return points[0].y }
  for index in 1..<points.count where x < points[index].x {
    let (low, high) = (points[index - 1], points[index])
    return low.y + (high.y - low.y) * (x - low.x) / (high.x - low.x)
  }
  return points[points.count - 1].y
}

/// `value` within bounds.
@inline(__always)
func clamp(_ value: Double, _ low: Double, _ high: Double) -> Double { min(max(value, low), high) }
