#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Output and factor prices when capital can do a share of all tasks and labour can do any: the static kernel
/// of Korinek and Suh, with one unit of a task from one unit of either factor.
///
/// Tasks are a continuum of mass 1 with elasticity of substitution sigma, `Y = (integral of
/// y_i^((sigma-1)/sigma))^(sigma/(sigma-1))`, and factors are paid what they add. There are two regions:
///
/// - **labour is scarce**, Phi < K/(K+L): capital fills the automated tasks with K/Phi each, labour the rest
///   with L/(1-Phi) each, which is less. `w = ((1-Phi) Y/L)^(1/sigma) > 1 > r = (Phi Y/K)^(1/sigma)`;
/// - **labour competes with capital**, Phi >= K/(K+L): every task gets K+L, `Y = K + L` and `w = r = 1`.
///
/// - Source: Korinek and Suh, "Scenarios for the transition to AGI", NBER working paper 32255, arXiv
///   2403.12107 (2024).
public struct TaskEconomy: Sendable, Equatable {
  /// K, in units of the tasks it can do in a period; above 0.
  public let capital: Double
  /// L, likewise; above 0.
  public let labour: Double
  /// Phi, share of tasks that capital can do, 0 to 1.
  public let automatedShare: Double
  /// sigma, elasticity of substitution between tasks; above 0. 1 is the limit in which each task has a
  /// constant share of spending.
  public let substitution: Double
  /// Y, in units of the good, whose price is 1.
  public let output: Double

  /// The economy of given factors, tasks and tastes for tasks, in the units of the properties.
  public init(capital: Double, labour: Double, automatedShare: Double, substitution: Double) {
    precondition(capital > 0 && labour > 0 && substitution > 0, "positive quantities")
    precondition((0...1).contains(automatedShare), "a share from 0 to 1")
    self.capital = capital
    self.labour = labour
    self.automatedShare = automatedShare
    self.substitution = substitution
    let isScarce = automatedShare * (capital + labour) < capital
    output =
      isScarce
      ? exp(
        Self.logOutput(
          (automatedShare, log(capital / automatedShare)),
          (1 - automatedShare, log(labour / (1 - automatedShare))), substitution))
      : capital + labour
  }

  /// Whether labour is scarce: whether it does no task that capital can do.
  public var isLabourScarce: Bool { automatedShare * (capital + labour) < capital }

  /// w, what the last unit of labour adds to output; 1 or more.
  public var wage: Double {
    isLabourScarce ? price(of: labour, share: 1 - automatedShare) : 1
  }

  /// r, what the last unit of capital adds to output; 1 or less, 0 where nothing is automated.
  public var capitalReturn: Double {
    isLabourScarce ? price(of: capital, share: automatedShare) : 1
  }

  /// wL/Y, 0 to 1.
  public var labourShare: Double { wage * labour / output }

  private func price(of factor: Double, share: Double) -> Double {
    share > 0 ? exp(log(share * output / factor) / substitution) : 0
  }

  /// The logarithm of the mean of power rho = (sigma-1)/sigma over two groups of tasks, each with its share
  /// and the logarithm of what a task of it gets. Written so that it neither overflows for small sigma nor
  /// loses digits as sigma goes to 1, where it is the geometric mean.
  private static func logOutput(
    _ left: (share: Double, input: Double), _ right: (share: Double, input: Double), _ substitution: Double
  ) -> Double {
    guard left.share > 0 else { return right.input }
    let power = (substitution - 1) / substitution
    guard power != 0 else { return left.share * left.input + right.share * right.input }
    let (most, least) = power * (left.input - right.input) > 0 ? (left, right) : (right, left)
    // The lesser term over the greater, as a logarithm of at most 0.
    let ratio = power * (least.input - most.input)
    let sum = ratio > -1 ? log1p(least.share * expm1(ratio)) : log(most.share + least.share * exp(ratio))
    return most.input + sum / power
  }
}

extension TaskEconomy {
  /// The share of automated tasks at which the wage is highest, for given capital and labour.
  ///
  /// More automation lets capital in where tasks are dear, which raises output and with it the wage, and
  /// leaves labour fewer tasks to be spread over, which lowers it. With kappa = K/L and the odds q =
  /// Phi/(1-Phi) the two weigh the same at the only root of
  ///
  ///     (kappa/q)^((sigma-1)/sigma) = sigma / (1 + (1-sigma) q),
  ///
  /// which lies where labour is scarce. It is q = sqrt(1+kappa) - 1 for sigma = 1/2, q e^q = kappa/e for
  /// sigma = 1, and q = (sqrt(1+kappa) - 1)^2 / kappa for sigma = 2.
  ///
  /// - Parameters:
  ///   - capitalPerLabour: K/L, above 0.
  ///   - substitution: sigma, above 0.
  /// - Returns: Phi, between 0 and K/(K+L).
  public static func wagePeak(capitalPerLabour: Double, substitution: Double) -> Double {
    precondition(capitalPerLabour > 0 && substitution > 0, "positive quantities")
    // Bisection on the logarithm of q: the slope of the wage falls in q throughout.
    var low = log(Double.leastNormalMagnitude)
    var high = log(capitalPerLabour)
    if substitution > 1 { high = min(high, -log(substitution - 1)) }
    while true {
      let middle = (low + high) / 2
      guard low < middle, middle < high else { break }
      if wageSlope(odds: exp(middle), capitalPerLabour, substitution) > 0 {
        low = middle
      } else {
        high = middle
      }
    }
    let odds = exp(low)
    return odds / (1 + odds)
  }

  /// The sign of the wage's slope in the share automated: both sides of the condition as logarithms, over
  /// sigma - 1.
  private static func wageSlope(odds: Double, _ capitalPerLabour: Double, _ substitution: Double) -> Double {
    let excess = substitution - 1
    let gain = log(capitalPerLabour / odds) / substitution
    guard excess != 0 else { return gain - 1 - odds }
    return gain - (log1p(excess) - log1p(-excess * odds)) / excess
  }
}
