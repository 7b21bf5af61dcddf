#!/usr/bin/env python3
"""Runs bamengine's own model for so many seconds on so many processes into one SQLite file; for sweep.py.

Importing and the first run of each process, which compiles, are not counted. Prints: runs, wall seconds, processor
seconds, version.

usage: bamengine_sweep.py DATABASE JOBS SECONDS
"""
import multiprocessing
import os
import sqlite3
import sys
import time

PERIODS, HOUSEHOLDS, FIRMS, BANKS = 200, 1_000, 200, 20


def series(seed):
  import bamengine
  import numpy

  simulation = bamengine.Simulation.init(
    n_firms=FIRMS, n_households=HOUSEHOLDS, n_banks=BANKS, seed=seed, logging={"default_level": "ERROR"})
  rows = []
  for period in range(PERIODS):
    simulation.step()
    rows.append((seed, period, float(1 - numpy.mean(simulation.wrk.employed)), float(simulation.ec.avg_mkt_price)))
  return rows


def work(database, worker, jobs, ready, go, results, seconds):
  series(worker)
  ready.release()
  go.wait()
  start, processor, runs = time.monotonic(), time.process_time(), 0
  connection = sqlite3.connect(database, timeout=60)
  connection.execute("PRAGMA synchronous = NORMAL")
  while time.monotonic() - start < seconds:
    rows = series(jobs + worker + jobs * runs)
    with connection:
      connection.executemany("INSERT INTO series VALUES (?, ?, ?, ?)", rows)
    runs += 1
  results.put((runs, time.monotonic() - start, time.process_time() - processor))


def main():
  database, jobs, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
  connection = sqlite3.connect(database)
  connection.execute("PRAGMA journal_mode = WAL")
  connection.execute("CREATE TABLE series (seed INTEGER, period INTEGER, unemployment REAL, price REAL)")
  connection.commit()
  for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"
  ready, go, results = multiprocessing.Semaphore(0), multiprocessing.Event(), multiprocessing.Queue()
  processes = [
    multiprocessing.Process(target=work, args=(database, worker, jobs, ready, go, results, seconds))
    for worker in range(jobs)]
  for process in processes:
    process.start()
  for _ in processes:
    ready.acquire()
  go.set()
  answers = [results.get() for _ in processes]
  for process in processes:
    process.join()
  import bamengine

  print(sum(runs for runs, _, _ in answers), max(wall for _, wall, _ in answers),
        sum(processor for _, _, processor in answers), bamengine.__version__)


if __name__ == "__main__":
  main()
