#!/usr/bin/env python3
"""Holds the answers of `otium solve` against brute force: the lever's whole range on a grid, as fine as wanted.

For each experiment file a grid of so many levels is swept with the same seeds, and the value next to the wanted end at
which all conditions are met by the means is read from it with SQL. It has to lie within a step of the grid and the
tolerance of what solve found; where solve says infeasible, no level may meet the conditions.

usage: brute_force.py OTIUM [--levels N] FILE...

    Benchmarks/brute_force.py .build/release/otium Scenarios/sweeps/{affordable-ubi,ubi-against-poverty,shared-work}.yaml
"""
import argparse
import json
import os
import re
import sqlite3
import subprocess
import tempfile

arguments = argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__)
arguments.add_argument("otium")
arguments.add_argument("files", nargs="+")
arguments.add_argument("--levels", type=int, default=33)
options = arguments.parse_args()
failures = 0

for file in options.files:
  name = os.path.splitext(os.path.basename(file))[0]
  with open(file) as text:
    stated = text.read()
  with tempfile.TemporaryDirectory() as folder:
    # Beside the original, since the scenario is named relative to it.
    grid = os.path.join(os.path.dirname(os.path.abspath(file)), f".{name}-grid.yaml")
    try:
      with open(grid, "w") as text:
        text.write(re.sub(r"levels: \d+", f"levels: {options.levels}", stated))
      swept = subprocess.run([options.otium, "sweep", grid, "--output", f"{folder}/grid.sqlite", "--quiet"],
                             capture_output=True, text=True)
      # 3: some runs failed, which is an answer too: a value with such a run meets no condition.
      if swept.returncode not in (0, 3):
        raise SystemExit(swept.stderr)
    finally:
      os.remove(grid)
    answer = subprocess.run(
      [options.otium, "solve", file, "--output", f"{folder}/solve.sqlite", "--quiet", "--format", "json"], check=True,
      capture_output=True, text=True)
    found = json.loads(answer.stdout)
    connection = sqlite3.connect(f"{folder}/grid.sqlite")
    lever = found["lever"]
    met = None
    for condition in found["conditions"]:
      outcome, side, bound = re.fullmatch(r"(.*) (at least|at most) (\S+)", condition).groups()
      output, _, variant = re.fullmatch(r"(\w+)(, effect of | under |)(\w*)", outcome).groups()
      view = "v_effect" if ", effect of " in outcome else "v_final"
      values = {value for value, in connection.execute(
        f"SELECT {lever} FROM {view} WHERE reform = ? GROUP BY {lever} "
        f"HAVING avg({output}) {'>=' if side == 'at least' else '<='} ? "
        "AND count(*) = (SELECT count(DISTINCT replication) FROM run)", (variant or "baseline", float(bound)))}
      met = values if met is None else met & values
    levels = sorted(value for value, in connection.execute(f"SELECT DISTINCT {lever} FROM point"))
    step = (levels[-1] - levels[0]) / (len(levels) - 1)
    best = (max if found["find"] == "highest" else min)(met) if met else None
    tolerance = float(re.search(r"tolerance: (\S+)", stated).group(1))
    agrees = (best is None) == (found["value"] is None) and (
      best is None or abs(best - found["value"]) <= step + tolerance)
    failures += not agrees
    runs, = connection.execute("SELECT count(*) FROM run").fetchone()
    searched, = sqlite3.connect(f"{folder}/solve.sqlite").execute("SELECT count(*) FROM run").fetchone()
    value = "infeasible" if found["value"] is None else f"{found['value']:g}"
    print(f"{name}: solve {value}, surely {found['surely']}, perhaps {found['perhaps']} ({searched} runs); brute force on "
          f"{len(levels)} levels {best if best is not None else 'infeasible'} ({runs} runs, {len(met)} levels meet the "
          f"conditions): {'they agree' if agrees else 'THEY DIFFER'}", flush=True)

raise SystemExit(1 if failures else 0)
