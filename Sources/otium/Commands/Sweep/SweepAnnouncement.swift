import Designs
import Economy
import Experiments
import Reporting
import Scenarios

/// What a sweep will be, for the user who is about to start it.
struct SweepAnnouncement {
  let plan: SweepPlan
  let estimate: SweepEstimate

  /// - Throws: a failure where not even a trial run works.
  init(_ plan: SweepPlan) throws {
    self.plan = plan
    do {
      estimate = try SweepEstimate.of(plan, by: Economy.self)
    } catch {
      throw Failure(.someRunsFailed, "the trial run for the estimate failed: \(error)")
    }
  }

  private var most: String { plan.file.precision == nil ? "" : "up to " }

  var lines: [String] {
    let points = plan.file.points
    let rejected =
      points.points.count == points.proposed ? "" : " of \(points.proposed); constraints took the rest away"
    return [
      plan.file.experiment.title,
      "points        \(points.points.count)\(rejected) (\(plan.file.experiment.design.name))",
      "variants      \(plan.file.variants.joined(separator: ", "))",
      "replications  \(most)\(plan.replications)",
      "runs          \(most)\(plan.runs), \(plan.file.base.months) months each",
      "burn-ins      \(most)\(estimate.burnIns), \(plan.file.base.burnInMonths) months each",
    ]
  }

  func time(jobs: Int) -> String {
    "time          about \(most)\(ProgressBar.duration(estimate.seconds(jobs: jobs))) with --jobs \(jobs)"
  }

  func disk(_ path: String) -> String {
    let megabytes = Double(estimate.bytes) / 1e6
    return
      "disk          about \(most)\(NumberText.fixed(megabytes, decimals: megabytes < 10 ? 1 : 0)) MB in '\(path)'"
  }

  /// Seconds that a run with a burn-in of its own takes.
  var runSeconds: Double {
    Double(plan.file.base.burnInMonths + plan.file.base.months) * estimate.secondsPerMonth
  }
}
