"""From an answer until it is on the disk."""

import re
import shutil
import subprocess

from measuring import in_turns, ratio, run, run_json
from report import Section


def measure(bench):
    """Canary and a bare write take turns within one process; SQLite's turns are between those processes."""
    count = bench.count(201, 21)
    bare, bytes_of_line = [], [400]

    def answer():
        folder = bench.fresh_folder("append")
        taken = run_json([bench.benchmarks, "append", "--count", count, folder])
        bytes_of_line[0] = taken["bytes"]
        bare.append(taken["bare"])
        return taken["answer"]

    def bare_write():
        return bare[-1]

    def sqlite():
        folder = bench.fresh_folder("sqlite")
        return run_json([bench.compiled("sqlite_append", "-lsqlite3"), folder / "db", count, bytes_of_line[0]])

    subjects = {"canary": answer, "one write and fdatasync": bare_write, "SQLite, WAL, synchronous=FULL": sqlite}
    # Turning the order would take the bare writes of a round before its answers.
    times, failures = {name: [] for name in subjects}, {}
    for _ in range(bench.rounds(15)):
        taken, failed = in_turns({name: work for name, work in subjects.items() if name not in failures}, 1, warm_up=0)
        failures.update(failed)
        for name in taken:
            times[name] += taken[name]
    section = Section(
        "Answer to durable",
        f"An answer of {bytes_of_line[0]} bytes with its two hashes, read back before it is written, until `fdatasync` has "
        "returned; against one `write` and `fdatasync` of as many bytes, in turn with it, and a row of as many bytes "
        "inserted through SQLite's C library.",
        ["way", "median", "of canary's time"])
    section.add_times(subjects, times, failures, ratio, "canary")
    section.wish("answer to durable", "≤ 1.3 × one write and `fdatasync`",
                 ratio(times, "canary", "one write and fdatasync"), 1.3)
    section.wish("", "faster than SQLite WAL FULL", ratio(times, "canary", "SQLite, WAL, synchronous=FULL"), 1)
    syncs = syncs_an_answer(bench)
    section.wish("", "one sync an answer", syncs, 1, show=lambda value: f"{value:g}")
    return section


def syncs_an_answer(bench):
    """How many syncs each further answer brings, as the kernel sees it; nil without strace."""
    if not shutil.which("strace"):
        return None
    few, many = syncs(bench, 2), syncs(bench, 10)
    return (many[0] - few[0]) / (many[1] - few[1]) if few and many and many[1] > few[1] else None


def syncs(bench, answers):
    """How many syncs a session makes that is given so many answers, and how many events it has then."""
    folder = bench.fresh_folder("strace")
    done = subprocess.run(
        ["strace", "-f", "-c", "-e", "trace=fsync,fdatasync", bench.canary, "start", "leadership", "--sessions", folder],
        input="3\n" * answers, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    calls = re.findall(r"^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s.*f(?:data)?sync$", done.stderr, re.MULTILINE)
    events = sum(len(journal.read_text().splitlines()) for journal in folder.glob("*.jsonl"))
    return (sum(map(int, calls)), events) if calls else None
