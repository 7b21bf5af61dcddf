import Reporting

/// Tasks of a sweep as arrays of Slurm's jobs: https://slurm.schedmd.com/job_array.html
struct SlurmArray {
  /// The experiment's name.
  let name: String
  let folder: TaskFolder
  let workList: WorkList
  /// This program's file, which has to be there on all nodes.
  let program: String

  /// The script of a job. Slurm keeps a copy of it, also for those jobs that it starts again.
  var script: String {
    // Slurm reads % as the beginning of a pattern.
    let logs = (folder.path + "/logs").replacing("%", with: "%%")
    return """
      #!/bin/bash
      #SBATCH --job-name=otium-\(name)
      #SBATCH --output=\(logs)/%A_%a.txt
      #SBATCH --open-mode=append
      #SBATCH --nodes=1
      #SBATCH --ntasks=1
      #SBATCH --cpus-per-task=\(workList.jobs)
      #SBATCH --time=\(limitMinutes)
      #SBATCH --signal=B:TERM@\(noticeSeconds)
      #SBATCH --requeue
      # The argument is what to add to the index: arrays have a greatest length, and there may be several.
      exec \(CommandText.quoted(program)) sweep worker \(CommandText.quoted(folder.path)) \\
        --task $((SLURM_ARRAY_TASK_ID + ${1:-0})) --jobs "${SLURM_CPUS_PER_TASK:-\(workList.jobs)}" --quiet

      """
  }

  /// How long before the limit a task is told: a run has to end by then, and the shard to be copied.
  var noticeSeconds: Int { Int(min(65_535, 60 + (2 * workList.runSeconds).rounded(.up))) }

  /// Nodes may be slower than the machine of the estimate, or busy.
  private var limitMinutes: Int {
    max(10, Int((3 * workList.taskSeconds / 60).rounded(.up))) + (noticeSeconds + 59) / 60
  }

  /// A job array: indices from 1, and what to add to them.
  struct Part: Equatable {
    let indices: String
    let offset: Int
  }

  /// Tasks in arrays whose indices are below the greatest that Slurm takes.
  /// - Parameters:
  ///   - tasks: numbers from 1, in ascending order.
  ///   - maxArraySize: as Slurm's configuration has it: one more than the greatest index.
  static func parts(_ tasks: [Int], maxArraySize: Int) -> [Part] {
    let size = maxArraySize - 1
    guard size > 0 else { return [] }
    return Dictionary(grouping: tasks) { ($0 - 1) / size }.sorted { $0.key < $1.key }.map { block, numbers in
      Part(indices: TaskList.text(numbers.map { $0 - block * size }), offset: block * size)
    }
  }

  /// The greatest length of arrays in what `scontrol show config` prints; nil where it does not say.
  static func maxArraySize(in configuration: String) -> Int? {
    for line in configuration.split(separator: "\n") {
      let sides = line.split(separator: "=", maxSplits: 1).map { $0.split(separator: " ") }
      if sides.count == 2, sides[0] == ["MaxArraySize"] { return sides[1].first.flatMap { Int($0) } }
    }
    return nil
  }
}
