extension Schema {
  /// Since version 3.
  static let assumption = Table(
    name: "assumption",
    columns: [
      Column("run_set", "INTEGER NOT NULL REFERENCES run_set(run_set)", "The experiment"),
      Column("position", "INTEGER NOT NULL", "Its place in the order of the files, from 0"),
      Column(
        "path", "TEXT NOT NULL",
        "Dotted path of the value, as --set takes it; of the baseline, where variants differ"),
      Column("value", "TEXT NOT NULL", "The value in words; of one that changes, the first"),
      Column("unit", "TEXT NOT NULL", "Its unit"),
      Column(
        "source", "TEXT NOT NULL",
        "Where it comes from; 'the scenario' where the scenario states it in place of the country or the default"
      ),
      Column(
        "is_prior", "INTEGER NOT NULL CHECK (is_prior IN (0, 1))", "1 where the source calls it a judgement"),
    ],
    constraints: ["PRIMARY KEY (run_set, position)"])
}
