import Experiments
import Reporting
import Scenarios

/// A sweep that was planned into a folder, as the commands that work on it open it.
struct PlannedSweep {
  let folder: TaskFolder
  let workList: WorkList
  let plan: SweepPlan

  /// - Throws: what is wrong with the folder or the experiment, or what has changed in it since it was planned.
  init(_ path: String) throws {
    folder = TaskFolder(path)
    workList = try WorkList(folder)
    plan = SweepPlan(try SweepFile.loadOrFail(workList.experiment), codeVersion: "otium \(Version.text)")
    try workList.check(plan)
  }
}
