import Experiments
import Synchronization

/// A line on the terminal that says how far a sweep is; where nobody watches, a line a minute.
final class SweepBar: Sendable {
  private let state = Mutex(State())
  private let isQuiet: Bool

  private struct State {
    let start = ContinuousClock.now
    var lastDrawn: ContinuousClock.Instant?
    var mostDone = 0
  }

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  private var isLive: Bool { Terminal.standardError.isInteractive }

  /// Draws the progress, ten times a second at most. Any thread may call it.
  func show(_ progress: SweepProgress) {
    guard !isQuiet else { return }
    let now = ContinuousClock.now
    let line: String? = state.withLock { state in
      let pause: Duration = isLive ? .milliseconds(100) : .seconds(60)
      guard now - (state.lastDrawn ?? (isLive ? now - pause : state.start)) >= pause,
        progress.done >= state.mostDone
      else { return nil }
      state.mostDone = progress.done
      state.lastDrawn = now
      return Self.line(progress, elapsed: (now - state.start) / .seconds(1))
    }
    if let line { Terminal.standardError.write(isLive ? "\r\u{1B}[K" + line : line + "\n") }
  }

  /// Takes the line away.
  func clear() {
    guard isLive, !isQuiet, state.withLock({ $0.lastDrawn }) != nil else { return }
    Terminal.standardError.write("\r\u{1B}[K")
  }

  /// The line: a bar, the share, runs that ended and failed, runs a minute, and how long the rest may take.
  static func line(_ progress: SweepProgress, elapsed: Double) -> String {
    let ended = progress.skipped + progress.done
    let share = progress.total == 0 ? 1 : Double(ended) / Double(progress.total)
    let width = 24
    let filled = Int(share * Double(width))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    var line = "\(bar) \(Int(share * 100)) %, \(ended) of \(progress.total) runs"
    if progress.failed > 0 { line += ", \(progress.failed) failed" }
    guard elapsed > 2, progress.done > 0 else { return line }
    let pace = Double(progress.done) / elapsed
    return line + ", \(Int((pace * 60).rounded())) a minute, about "
      + "\(ProgressBar.duration(Double(progress.total - ended) / pace)) left"
  }
}
