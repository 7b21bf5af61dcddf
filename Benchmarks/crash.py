#!/usr/bin/env python3
"""Interrupts sweeps in every way that there is and holds what they resume to against one that was not interrupted.

- kill -9 at random moments, then the same command again, until it ends; so many kills in all (20);
- a disk that is full in the middle: a file system of few megabytes where this program may mount one (root on Linux),
  else a limit on the size of files;
- a point of which the run fails: a row with its error, and all others are there;
- the same sweep started twice at once: the second is refused and the file is as it should be.

The databases are compared row by row, all tables, but for times: wall_seconds, created_utc, command. Prints a line a
trial and ends with status 1 where any of them differs.

usage: crash.py OTIUM [--kills N] [--seed S]
"""
import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# The last point is impossible: no economy survives a basic income of a million that is paid by borrowing.
EXPERIMENT = f"""
title: A sweep to be interrupted
scenario: {ROOT}/Scenarios/baseline.yaml
set: {{population: 1000, months: 60, burn_in: 12, closure: deficit}}
factors:
  benefit: {{path: policies.basic_income.adult, role: lever, range: [0, 1000000]}}
  machines: {{path: automation.feasible_office_share, range: [0, 1]}}
design: {{kind: list, file: points.csv}}
replications: 3
outputs:
  unemployment: unemployment_rate
  gini: gini_disposable
  course: {{indicator: unemployment_rate, every: 1}}
"""
TIMES = {"wall_seconds", "created_utc", "command"}

arguments = argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__)
arguments.add_argument("otium")
arguments.add_argument("--kills", type=int, default=20)
arguments.add_argument("--seed", type=int, default=1)
options = arguments.parse_args()
options.otium = os.path.abspath(options.otium)
chance = random.Random(options.seed)
failures = 0


def command(database, *more):
  return [options.otium, "sweep", "crash.yaml", "--output", database, "--jobs", "2", "--quiet", *more]


def run(database, *more, **how):
  return subprocess.run(command(database, *more), cwd=folder, capture_output=True, text=True, **how)


def content(database):
  """All rows of all tables, without what tells the time."""
  connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
  tables = [name for name, in connection.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")]
  rows = {}
  for table in tables:
    columns = [column[1] for column in connection.execute(f'PRAGMA table_info("{table}")') if column[1] not in TIMES]
    names = ", ".join(f'"{column}"' for column in columns)
    rows[table] = connection.execute(f'SELECT {names} FROM "{table}" ORDER BY {names}').fetchall()
  assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
  assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
  connection.close()
  return rows


def verdict(what, database):
  global failures
  side = [ending for ending in ("-wal", "-shm", ".lock") if os.path.exists(database + ending)]
  found = content(database)
  differing = [table for table in sorted(truth.keys() | found.keys()) if truth.get(table) != found.get(table)]
  if differing or side:
    failures += 1
  runs = len(found["run"])
  print(f"{what}: {runs} runs; " + ("equal" if not differing else f"DIFFERENT in {differing}")
        + (f"; LEFT {side}" if side else ""), flush=True)


def ended(process):
  global failures
  if process.returncode != 3:
    failures += 1
    print(f"exit code {process.returncode}, EXPECTED 3")


folder = tempfile.mkdtemp(prefix="otium-crash-")
with open(f"{folder}/crash.yaml", "w") as file:
  file.write(EXPERIMENT)
with open(f"{folder}/points.csv", "w") as file:
  file.write("benefit,machines\n" + "".join(f"{20 * (k % 10)},{k / 40:.3f}\n" for k in range(40)) + "1000000,0.5\n")

start = time.monotonic()
first = run(f"{folder}/truth.sqlite")
seconds = time.monotonic() - start
truth = content(f"{folder}/truth.sqlite")
failed = [row for row in truth["run"] if "failed" in row]
print(f"uninterrupted: {len(truth['run'])} runs, {len(failed)} of them failed, exit code {first.returncode}, {seconds:.1f} s")
if first.returncode != 3 or len(failed) != 3:
  failures += 1
  print(f"  EXPECTED the three runs of one point to fail and exit code 3\n{first.stderr}")
print(f"  the reason kept: {[value for value in failed[0] if isinstance(value, str) and ' ' in value] if failed else None}")

# kill -9
kills = round_number = 0
while kills < options.kills:
  database = f"{folder}/killed-{round_number}.sqlite"
  moments = []
  while True:
    process = subprocess.Popen(command(database), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    moment = chance.uniform(0, seconds)
    try:
      process.wait(timeout=moment)
      ended(process)
      break
    except subprocess.TimeoutExpired:
      if kills >= options.kills:
        process.wait()
        ended(process)
        break
      process.send_signal(signal.SIGKILL)
      process.wait()
      kills += 1
      moments.append(round(moment, 2))
  verdict(f"killed after {moments} s", database)
  round_number += 1

# SIGTERM ends between two months and says how to go on.
database = f"{folder}/terminated.sqlite"
process = subprocess.Popen(command(database), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
time.sleep(seconds / 2)
process.terminate()
_, message = process.communicate()
print(f"terminated: exit code {process.returncode}: {message.strip()}")
run(database)
verdict("terminated, then resumed", database)

# A full disk.
disk = f"{folder}/disk"
os.mkdir(disk)
size = os.path.getsize(f"{folder}/truth.sqlite")
mounted = subprocess.run(
  ["mount", "-t", "tmpfs", "-o", f"size={size // 2}", "tmpfs", disk], capture_output=True).returncode == 0
try:
  if mounted:
    full = run(f"{disk}/full.sqlite")
    subprocess.run(["mount", "-o", f"remount,size={40 * size}", disk], check=True)
  else:
    import resource
    full = run(f"{disk}/full.sqlite", preexec_fn=lambda: (
      signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))))
  print(f"full disk ({'a file system' if mounted else 'a limit on files'} of {size // 2 // 1024} kB): exit code "
        f"{full.returncode}: {full.stderr.strip()}")
  if full.returncode != 74:
    failures += 1
    print("  EXPECTED exit code 74")
  run(f"{disk}/full.sqlite")
  verdict("full disk, then resumed", f"{disk}/full.sqlite")
finally:
  if mounted:
    subprocess.run(["umount", disk])

# Twice at once.
database = f"{folder}/twice.sqlite"
process = subprocess.Popen(command(database), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
while not os.path.exists(database):
  time.sleep(0.01)
second = run(database)
print(f"a second sweep on the same file: exit code {second.returncode}: {second.stderr.strip()}")
if second.returncode != 75:
  failures += 1
  print("  EXPECTED exit code 75")
process.wait()
verdict("started twice", database)

# Too many failures.
database = f"{folder}/stopped.sqlite"
stopped = run(database, "--max-failures", "0")
print(f"--max-failures 0: exit code {stopped.returncode}: {stopped.stderr.strip()}")
run(database)
verdict("stopped at the first failure, then resumed", database)

# A changed file.
with open(f"{folder}/crash.yaml", "a") as file:
  file.write("seed: 2\n")
changed = run(database)
print(f"a changed file: exit code {changed.returncode}: {changed.stderr.strip()}")
if changed.returncode != 65 or "seed" not in changed.stderr:
  failures += 1
  print("  EXPECTED exit code 65 and what changed")
verdict("after a changed file", database)

shutil.rmtree(folder)
print("all as it should be" if not failures else f"{failures} NOT as they should be")
raise SystemExit(1 if failures else 0)
