#!/usr/bin/env python3
"""Drives `otium ask-tell` from Python: seeks the setting of the first factor at which an output is least, by golden
section (Kiefer 1953). Any optimiser can take its place: it needs `evaluate` alone.

usage: ask_tell.py OTIUM EXPERIMENT OUTPUT [--variant NAME] [--steps N]
"""
import argparse
import json
import subprocess


class Otium:
  """An experiment file's simulations as a function."""

  def __init__(self, program, experiment, *options):
    self.process = subprocess.Popen(
      [program, "ask-tell", experiment, "--quiet", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    line = self.process.stdout.readline()
    if not line:
      raise SystemExit(self.process.wait())  # its message is on the standard error
    self.experiment = json.loads(line)
    self.asked = 0

  def evaluate(self, *points):
    """The results of settings, which are simulated side by side."""
    self.asked += 1
    print(json.dumps({"id": self.asked, "points": points}), file=self.process.stdin, flush=True)
    answer = json.loads(self.process.stdout.readline())
    if "error" in answer:
      raise ValueError(answer["error"])
    return answer["results"]

  def close(self):
    self.process.stdin.close()
    return self.process.wait()


def main():
  arguments = argparse.ArgumentParser()
  arguments.add_argument("otium")
  arguments.add_argument("experiment")
  arguments.add_argument("output")
  arguments.add_argument("--variant", default="baseline")
  arguments.add_argument("--steps", type=int, default=8)
  options = arguments.parse_args()
  otium = Otium(options.otium, options.experiment)
  factor, *others = otium.experiment["factors"]
  middle = {other["name"]: (other["low"] + other["high"]) / 2 for other in others}

  def outputs(*values):
    results = otium.evaluate(*({factor["name"]: value, **middle} for value in values))
    return [result["outputs"][options.variant][options.output]["mean"] for result in results]

  golden = (5 ** 0.5 - 1) / 2
  low, high = factor["low"], factor["high"]
  left, right = high - golden * (high - low), low + golden * (high - low)
  at_left, at_right = outputs(left, right)
  for _ in range(options.steps):
    if at_left < at_right:
      high, right, at_right = right, left, at_left
      left = high - golden * (high - low)
      at_left, = outputs(left)
    else:
      low, left, at_left = left, right, at_right
      right = low + golden * (high - low)
      at_right, = outputs(right)
  value, least = min((at_left, left), (at_right, right))[::-1]
  print(f"{options.output} is least, {least:.6g}, at {factor['name']} = {value:.6g}; {otium.asked} questions asked")
  return otium.close()


if __name__ == "__main__":
  raise SystemExit(main())
