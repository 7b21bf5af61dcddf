#!/usr/bin/env python3
"""Opens a finished sweep with the programs that people have: Python's sqlite3, pandas, sqlite-utils, Datasette and R.
Prints what each reads and how long it takes; those that are not installed are named and skipped. Ends with status 1 where
one that is installed does not read what it should, or Datasette takes a second or more for a page.

usage: readers.py OTIUM

    pip install pandas sqlite-utils datasette
    apt-get install r-cran-rsqlite
    Benchmarks/readers.py .build/release/otium
"""
import argparse
import importlib.util
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
arguments = argparse.ArgumentParser()
arguments.add_argument("otium")
options = arguments.parse_args()
failures = 0


def check(what, isRight, start):
  global failures
  failures += not isRight
  print(f"{what}: {'as it should be' if isRight else 'WRONG'}, {time.monotonic() - start:.2f} s", flush=True)


def skipped(what):
  print(f"{what}: not installed, skipped")


def seconds(url):
  start = time.monotonic()
  with urllib.request.urlopen(url) as answer:
    body = answer.read().decode()
  return time.monotonic() - start, body


folder = tempfile.mkdtemp(prefix="otium-readers-")
database = f"{folder}/ubi-grid.sqlite"
subprocess.run(
  [options.otium, "sweep", f"{ROOT}/Scenarios/sweeps/ubi-grid.yaml", "--output", database, "--quiet"], check=True,
  stdout=subprocess.DEVNULL)
print(f"{os.listdir(folder)}, {os.path.getsize(database)} bytes")
os.chmod(database, 0o444)

start = time.monotonic()
connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
mode, = connection.execute("PRAGMA journal_mode").fetchone()
runs, = connection.execute("SELECT count(*) FROM v_runs WHERE status = 'complete'").fetchone()
check(f"Python's sqlite3 {sqlite3.sqlite_version}: journal {mode}, {runs} runs", (mode, runs) == ("delete", 48), start)
undocumented = connection.execute("""
  SELECT m.name, c.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
  LEFT JOIN column_doc AS d ON d.table_name = m.name AND d.column_name = c.name
  WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite%' AND coalesce(d.description, '') = ''""").fetchall()
check(f"columns without a word in column_doc: {undocumented}", not undocumented, start)

if importlib.util.find_spec("pandas"):
  import pandas
  start = time.monotonic()
  frame = pandas.read_sql("SELECT * FROM v_final", connection)
  print(frame.groupby("benefit")[["unemployment", "gini"]].mean().to_string())
  check(f"pandas {pandas.__version__}: {len(frame)} rows, {frame.gini.dtype}",
        len(frame) == 48 and str(frame.gini.dtype) == "float64" and str(frame.benefit.dtype) == "float64", start)
else:
  skipped("pandas")

if importlib.util.find_spec("sqlite_utils"):
  import sqlite_utils
  start = time.monotonic()
  opened = sqlite_utils.Database(connection)
  keys = {key.other_table for key in opened["run"].foreign_keys}
  check(f"sqlite-utils: {len(opened.table_names())} tables, {len(opened.view_names())} views, run refers to {keys}",
        keys == {"point"} and "v_effect" in opened.view_names() and opened["run"].pks == ["run_id"], start)
else:
  skipped("sqlite-utils")

if importlib.util.find_spec("datasette"):
  with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
  process = subprocess.Popen([sys.executable, "-m", "datasette", database, "-p", str(port)], stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL)
  try:
    for _ in range(200):
      try:
        seconds(f"http://127.0.0.1:{port}/-/versions.json")
        break
      except OSError:
        time.sleep(0.1)
    for page in ("", "/v_runs", "/v_point_mean", "/v_final?_sort=gini", "/v_effect", "/series_stat", "/v_series_long"):
      start = time.monotonic()
      taken, body = seconds(f"http://127.0.0.1:{port}/ubi-grid{page}")
      check(f"Datasette, page /ubi-grid{page}", taken < 1 and "ubi-grid" in body and "Error" not in body, start)
  finally:
    process.terminate()
    process.wait()
else:
  skipped("Datasette")

if shutil.which("Rscript"):
  start = time.monotonic()
  answer = subprocess.run(
    ["Rscript", "-e", f"""
      connection <- DBI::dbConnect(RSQLite::SQLite(), "{database}", flags = RSQLite::SQLITE_RO)
      frame <- DBI::dbGetQuery(connection, "SELECT * FROM v_final")
      print(aggregate(gini ~ benefit, frame, mean))
      cat(nrow(frame), class(frame$gini), "\\n")"""], capture_output=True, text=True)
  print(answer.stdout + answer.stderr, end="")
  check("R's DBI with RSQLite", "48 numeric" in answer.stdout, start)
else:
  skipped("R")

shutil.rmtree(folder)
print("all as it should be" if not failures else f"{failures} NOT as they should be")
raise SystemExit(1 if failures else 0)
