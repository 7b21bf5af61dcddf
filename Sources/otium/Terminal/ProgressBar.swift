import Experiments
import Synchronization

/// A line on the terminal that says how far the runs are. Where nobody watches it writes nothing.
final class ProgressBar: Sendable {
  private let state: Mutex<State>
  private let isShown: Bool

  private struct State {
    let start = ContinuousClock.now
    var lastDrawn: ContinuousClock.Instant?
    var furthest = 0
  }

  init(isQuiet: Bool) {
    isShown = !isQuiet && Terminal.standardError.isInteractive
    state = Mutex(State())
  }

  /// Draws the progress, ten times a second at most. Any thread may call it.
  func show(_ progress: Progress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let line: String? = state.withLock { state in
      if let last = state.lastDrawn, now - last < .milliseconds(100) { return nil }
      // Another thread may have drawn a later month meanwhile.
      guard progress.monthsDone >= state.furthest else { return nil }
      state.furthest = progress.monthsDone
      state.lastDrawn = now
      return Self.line(progress, elapsed: (now - state.start) / .seconds(1))
    }
    if let line { Terminal.standardError.write("\r\u{1B}[K" + line) }
  }

  /// Takes the line away.
  func clear() {
    guard isShown, state.withLock({ $0.lastDrawn }) != nil else { return }
    Terminal.standardError.write("\r\u{1B}[K")
  }

  /// The line: a bar, the share, the runs that ended, and how long the rest may take at the pace so far.
  static func line(_ progress: Progress, elapsed: Double) -> String {
    let width = 30
    let filled = Int(progress.share * Double(width))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let runs = "\(progress.runsDone) of \(progress.runsTotal) runs"
    let share = "\(Int(progress.share * 100)) %"
    guard progress.share > 0, elapsed > 2 else { return "\(bar) \(share), \(runs)" }
    return "\(bar) \(share), \(runs), about \(duration(elapsed * (1 - progress.share) / progress.share)) left"
  }

  static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<90: "\(Int(seconds.rounded(.up))) s"
    case ..<5_400: "\(Int((seconds / 60).rounded())) min"
    default: "\(Int((seconds / 3_600).rounded())) h"
    }
  }
}
