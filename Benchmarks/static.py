#!/usr/bin/env python3
"""The static sense on a million persons: seconds of processor time for the full tax-benefit rules under a law, and memory.

A run with one reform and one with more of them, each by `--decompose static` over twelve months on one thread; they differ
by the passes of the further reforms alone. So the difference in processor time over reforms and months is what one law
costs: pay, contributions, benefits, taxes and means tests of every person and household, through the ledger, and the tenths.
Baseline and reform are two laws. The memory is the process's largest resident set, the whole economy with its firms
included.

usage: static.py OTIUM [--persons N] [--repeats N]
"""
import argparse
import os
import statistics
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MONTHS, MORE = 12, 8
arguments = argparse.ArgumentParser()
arguments.add_argument("otium")
arguments.add_argument("--persons", type=int, default=1_000_000)
arguments.add_argument("--repeats", type=int, default=3)
options = arguments.parse_args()

# Every module that pays or charges persons and households, at once.
LAW = """{basic_income: {child: 50, adult: %d, senior: 100, taxable: true, replaces: [minimum_income]},
      negative_income_tax: {adult: 50}, child_benefit: {amount: 200}, minimum_wage: {amount: 1500},
      wage_insurance: {share: 0.5}, compensation: {share: 0.5}, wealth_tax: {rate: 0.01},
      consumption_tax: {rate: 0.08}, corporate_tax: {rate: 0.22}, minimum_income: {taper: 0.6}}"""


def measure(folder, reforms):
  """Processor seconds and megabytes of a run with so many reforms."""
  scenario = f"{folder}/static.yaml"
  with open(scenario, "w") as file:
    file.write(f"title: Static\nquestion: What does a static run cost?\neconomy: {ROOT}/Scenarios/economies/us.yaml\n"
               f"start: 2026-01\npopulation: {options.persons}\nmonths: {MONTHS}\nburn_in: 1\nreforms:\n")
    for reform in range(reforms):
      file.write(f"  law_{reform}:\n    policies:\n      {LAW % (100 + reform)}\n")
  command = [options.otium, "run", scenario, "--decompose", "static", "--threads", "1", "--output",
             f"{folder}/static-{reforms}.sqlite", "--quiet"]
  process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
  _, status, usage = os.wait4(process.pid, 0)
  if status != 0:
    raise SystemExit(f"{' '.join(command)} ended with status {status}")
  os.remove(f"{folder}/static-{reforms}.sqlite")
  return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


with tempfile.TemporaryDirectory() as folder:
  laws, memory = [], 0
  for _ in range(options.repeats):
    (few, size), (many, other) = measure(folder, 1), measure(folder, 1 + MORE)
    laws.append((many - few) / MORE / MONTHS)
    memory = max(memory, size, other)
laws.sort()
least, middle, most = 2 * laws[0], 2 * statistics.median(laws), 2 * laws[-1]
print(f"{options.persons:,d} persons, baseline and reform: {least:.3f}, {middle:.3f}, {most:.3f} s of one processor "
      f"(least, median, most of {options.repeats}); largest memory {memory:.0f} MB")
