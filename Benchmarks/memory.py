#!/usr/bin/env python3
"""The memory of a sweep of 1,000 runs and of one of 10,000: 1,000 persons, 12 months, a monthly series. It has to be the
same but for a few bytes a run: the list of points, and a byte a run for its state.

usage: memory.py OTIUM [--jobs N]
"""
import argparse
import os
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
arguments = argparse.ArgumentParser()
arguments.add_argument("otium")
arguments.add_argument("--jobs", type=int, default=os.cpu_count())
options = arguments.parse_args()
peaks = {}
for runs in (1_000, 10_000):
  with tempfile.TemporaryDirectory() as folder:
    experiment, database = f"{folder}/memory.yaml", f"{folder}/memory.sqlite"
    with open(experiment, "w") as file:
      file.write(f"""
title: The memory of a sweep
scenario: {ROOT}/Scenarios/baseline.yaml
set: {{population: 1000, months: 12, burn_in: 6, closure: consumption_tax}}
factors:
  benefit: {{path: policies.basic_income.adult, range: [0, 900]}}
design: {{kind: latin_hypercube, points: {runs // 4}}}
replications: 4
outputs:
  unemployment: unemployment_rate
  course: {{indicator: unemployment_rate, every: 1}}
""")
    process = subprocess.Popen(
      [os.path.abspath(options.otium), "sweep", experiment, "--output", database, "--jobs", str(options.jobs), "--quiet"],
      stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status not in (0, 3 << 8):
      raise SystemExit(f"the sweep ended with status {status}")
    peaks[runs] = usage.ru_maxrss / 1024
    print(f"{runs} runs: {peaks[runs]:.1f} MB at most, {os.path.getsize(database) / 1e6:.1f} MB of database, "
          f"{usage.ru_utime + usage.ru_stime:.1f} s of processor time")
growth = (peaks[10_000] - peaks[1_000]) * 1024 * 1024 / 9_000
print(f"{growth:.0f} bytes more for each further run")
