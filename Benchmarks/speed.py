#!/usr/bin/env python3
"""Speed and memory of whole runs, everything on: ledger, audit, indicators, SQLite.

For each number of persons and of threads, repeated runs of Scenarios/baseline.yaml in turn; the figure is what the
database states as wall time of the simulated months, without start and burn-in, over persons and months. The memory
is the process's largest resident set, start and snapshot included.

usage: speed.py OTIUM [--repeats N] [--months N] [--persons N,N,...] [--threads N,N,...]
"""
import argparse
import os
import statistics
import subprocess
import tempfile

arguments = argparse.ArgumentParser()
arguments.add_argument("otium")
arguments.add_argument("--repeats", type=int, default=3)
arguments.add_argument("--months", type=int, default=24)
arguments.add_argument("--persons", default="10000,100000,1000000")
arguments.add_argument("--threads", default="1,2")
options = arguments.parse_args()
scenario = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Scenarios", "baseline.yaml")


def measure(persons, threads):
  """ns per person-month and megabytes of one run."""
  with tempfile.TemporaryDirectory() as folder:
    database = os.path.join(folder, "speed.sqlite")
    command = [
      options.otium, "run", scenario, "--persons", str(persons), "--months", str(options.months), "--threads",
      str(threads), "--set", "burn_in=6", "--output", database, "--quiet",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
      raise SystemExit(f"{' '.join(command)} ended with status {status}")
    query = "SELECT sum(wall_seconds) FROM run"
    seconds = float(
      subprocess.run([options.otium, "query", database, query, "--format", "csv"], check=True, capture_output=True,
                     text=True).stdout.split()[-1])
    return seconds * 1e9 / persons / options.months, usage.ru_maxrss / 1024


print("   persons  threads   ns per person-month (least, median, most)   largest memory")
for persons in map(int, options.persons.split(",")):
  for threads in map(int, options.threads.split(",")):
    runs = [measure(persons, threads) for _ in range(options.repeats)]
    speeds = sorted(speed for speed, _ in runs)
    memory = max(size for _, size in runs)
    print(f"{persons:10,d}  {threads:7d}   {speeds[0]:10.1f} {statistics.median(speeds):10.1f} {speeds[-1]:10.1f}"
          f"{'':17s}{memory:8.0f} MB", flush=True)
