import ArgumentParser

struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "Run an experiment: a scenario at many points, here or on a cluster.",
    discussion: """
      An experiment file names a scenario, the values in it that vary and where, how the points are laid out, and what \
      is kept of each run. Runs go replication by replication over all points, so that a sweep that is stopped is a \
      balanced sample. What the database holds already is not simulated again: start the same command again after an \
      interruption. Results do not depend on the number of jobs.

        otium sweep Scenarios/sweeps/ubi-grid.yaml --dry-run
        otium sweep Scenarios/sweeps/ubi-grid.yaml
        otium query Reports/ubi-grid.sqlite 'SELECT * FROM v_points'

      A sweep that is too long for one machine is planned as tasks, which any scheduler may start on any machine, in \
      any order and more than once; their results are then merged into the same database.

        otium sweep plan Scenarios/sweeps/ubi-grid.yaml --minutes 15
        otium sweep submit Reports/ubi-grid.tasks --slurm
        otium sweep merge Reports/ubi-grid.tasks

      The options of 'otium sweep FILE' are shown by 'otium sweep run --help'.
      """,
    subcommands: [
      SweepRunCommand.self, SweepPlanCommand.self, SweepWorkerCommand.self, SweepMergeCommand.self,
      SweepSubmitCommand.self,
    ],
    defaultSubcommand: SweepRunCommand.self)
}
