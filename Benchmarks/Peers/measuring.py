"""Runs programs in turn and says how long they took."""

import json
import os
import statistics
import subprocess
import time


class Failed(Exception):
    """A program did not do what was asked; the words say which, and what it said."""


def run(command, *, status=(0,), env=None, stdin=None, cwd=None):
    """Runs a program to its end and returns what it wrote."""
    done = subprocess.run(
        [str(part) for part in command], input=stdin, env=env, cwd=cwd, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True)
    if done.returncode not in status:
        raise Failed(told(command, done.returncode, done.stderr or done.stdout))
    return done.stdout


def told(command, status, said):
    """How a program failed, in a line that a table's note can hold."""
    lines = [line.strip() for line in said.strip().split("\n")]
    # Of Python's account of a fault the last line says what it is.
    words = lines[-1] if "Traceback" in said else " ".join(lines)
    return f"`{os.path.basename(str(command[0]))}` ended with {status}: {words[:300]}"


def run_json(command, **options):
    """Runs a program that prints JSON."""
    return json.loads(run(command, **options))


def wall_clock(command, *, status=(0,), env=None):
    """A measurement: from before a program's start until after its end, in nanoseconds."""

    def measure():
        begin = time.perf_counter_ns()
        done = subprocess.run(
            [str(part) for part in command], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE)
        end = time.perf_counter_ns()
        if done.returncode not in status:
            raise Failed(told(command, done.returncode, done.stderr.decode(errors="replace")))
        return end - begin

    return measure


def peak_memory(command, *, status=(0,), env=None):
    """The most memory that a program had at a time, its children's beside it, in megabytes; nil without GNU time.

    GNU time starts it, because a program inherits the peak of whoever starts it, and Python's is not small.
    """
    if not os.path.exists("/usr/bin/time"):
        return None
    done = subprocess.run(
        ["/usr/bin/time", "-f", "peak %M"] + [str(part) for part in command], env=env,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode not in status:
        return None
    return int(done.stderr.rsplit("peak ", 1)[1]) / 1024


def in_turns(measurements, rounds, warm_up=1):
    """Takes each measurement once a round, every round beginning with another one.

    Takes functions by name that return nanoseconds, or several of them, and returns all times by name. Whoever
    fails is left out from then on; the second result says why.
    """
    names = list(measurements)
    times, failures = {name: [] for name in names}, {}
    for number in range(-warm_up, rounds):
        turn = number % len(names) if names else 0
        for name in names[turn:] + names[:turn]:
            if name in failures:
                continue
            try:
                taken = measurements[name]()
            except (Failed, OSError, ValueError, LookupError) as problem:
                failures[name] = str(problem)
                times[name] = []
                continue
            if number >= 0:
                times[name].append(statistics.median(taken) if isinstance(taken, list) else taken)
    return times, failures


def median(times):
    """The middle of some times; nil of none."""
    return statistics.median(times) if times else None


def ratio(times, name, other):
    """How many times as long one takes as the other, in the middle of the rounds; nil where one is missing."""
    pairs = [a / b for a, b in zip(times.get(name) or [], times.get(other) or []) if b]
    return statistics.median(pairs) if pairs else None
