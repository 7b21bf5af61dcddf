#!/usr/bin/env python3
"""Runs a minute of a sweep, with everything on: 1,000 persons, 200 months, 1,000 runs, two monthly series, one file.

The burn-in (24 months, once for each of 4 replications) is part of it. The processor's seconds are what other
programs on the machine do not change; the memory is the process's largest resident set.

With --bamengine it is measured beside that package, which simulates the BAM model of Delli Gatti and others (2011) in
vectorised Python: 1,000 households, 200 firms, 20 banks, 200 periods, unemployment and prices of all periods written to
one SQLite file, on as many processes, in the same minute. It is another model with other agents: the comparison says what
a run costs, not which is better.

usage: sweep.py OTIUM [--jobs N] [--bamengine [PYTHON]] [--seconds S]

    pip install bamengine
    Benchmarks/sweep.py .build/release/otium --bamengine
"""
import argparse
import os
import subprocess
import sys
import tempfile
import time

arguments = argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__)
arguments.add_argument("otium")
arguments.add_argument("--jobs", type=int, default=os.cpu_count())
arguments.add_argument("--bamengine", nargs="?", const=sys.executable, help="a Python that has bamengine installed")
arguments.add_argument("--seconds", type=float, default=30, help="how long bamengine runs")
options = arguments.parse_args()
experiment = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sweep.yaml")


def measured(command):
  """Wall and processor seconds, and the largest resident set in MB, of a command and its children."""
  start = time.monotonic()
  process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
  _, status, usage = os.wait4(process.pid, 0)
  if status != 0:
    raise SystemExit(f"{command[0]} ended with status {status}")
  return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def report(name, runs, wall, processor):
  print(f"{name}: {60 * runs / wall:.0f} runs a minute with {options.jobs} jobs: {wall:.1f} s for {runs} runs")
  pace = 60 * options.jobs * runs / processor
  print(f"  {processor:.1f} s of processor time: {pace:.0f} runs a minute on {options.jobs} free cores")
  return pace


with tempfile.TemporaryDirectory() as folder:
  database = os.path.join(folder, "sweep.sqlite")
  wall, processor, memory = measured(
    [options.otium, "sweep", experiment, "--output", database, "--jobs", str(options.jobs), "--quiet"])
  ours = report("otium", 1_000, wall, processor)
  print(f"  {memory:.0f} MB of memory, {os.path.getsize(database) / 1e6:.1f} MB of database")

  if options.bamengine:
    script = os.path.join(os.path.dirname(experiment), "bamengine_sweep.py")
    database = os.path.join(folder, "bamengine.sqlite")
    command = [options.bamengine, script, database, str(options.jobs), str(options.seconds)]
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    answer, _ = process.communicate()
    if process.returncode != 0:
      raise SystemExit(process.returncode)
    runs, seconds, processor, warm = answer.split()
    theirs = report("bamengine " + warm, int(runs), float(seconds), float(processor))
    print(f"otium runs {ours / theirs:.1f} times as many, by processor time")
