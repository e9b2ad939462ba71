"""Reading thousands of sessions at once."""

import concurrent.futures
import os
import shutil
import subprocess
import sys

from measuring import in_turns, median, peak_memory, ratio, run, wall_clock
from report import Section, duration, factor, three_digits

CANARY, READING = "canary collate", "reading the bytes, in C"
PEERS = {"orjson, two processes": "orjson", "DuckDB": "duckdb", "polars": "polars"}
SEED = 1


def measure(bench):
    """The full number in turn, and a tenth of it for the growth."""
    many = bench.files or bench.count(20_000, 200)
    sizes = (many // 10, many)
    folders = {size: sessions(bench, size) for size in sizes}
    # A command that there is not is a fault of usage, whatever the folder.
    tried = [bench.canary, "collate", bench.fresh_folder("none"), "--format", "json"]
    collates = subprocess.run(tried, capture_output=True).returncode != 64

    def commands(folder):
        built = {CANARY: [bench.canary, "collate", folder, "--format", "json"]} if collates else {}
        built |= {name: [sys.executable, bench.peers / f"collate_{script}.py", folder] for name, script in PEERS.items()}
        return built | {READING: [bench.compiled("read_bytes"), folder]}

    env = dict(os.environ, CANARY_SESSIONS=str(bench.scratch / "none"))
    times, failures, memory = {}, {}, {}
    for size in sizes:
        subjects = {name: wall_clock(command, env=env) for name, command in commands(folders[size]).items()}
        times[size], failed = in_turns(subjects, bench.rounds(5))
        failures.update(failed)
        memory[size] = {name: peak_memory(command, env=env) for name, command in commands(folders[size]).items()}

    length = int(run([bench.compiled("read_bytes"), folders[many]]))
    section = Section(
        "Collating many sessions",
        f"{many:,} sessions from the generator, {length / many / 1000:.1f} KB on average, {length / 1e6:.0f} MB together, "
        "in the cache of the system; on all cores that a program takes. The peers count the last answers to each question "
        "and do no more: they check no hash, know no rules, suppress no small number. `canary collate` prints the "
        "region's picture. Memory is that of the largest process.",
        ["program", f"{sizes[0]:,} sessions", f"{many:,} sessions", "growth", "of canary's time", "memory"])
    base = CANARY if collates else None
    for name in commands(""):
        if name in failures:
            section.rows.append([name, "not measured", "", "", "", ""])
            section.notes.append(f"{name}: {failures[name]}")
            continue
        few, all_of_them = median(times[sizes[0]][name]), median(times[many][name])
        megabytes = memory[many][name]
        section.rows.append([
            name, duration(few), duration(all_of_them), factor(all_of_them / few),
            "1" if name == base else factor(ratio(times[many], name, base)) if base else "",
            f"{megabytes:,.0f} MB" if megabytes else "not measured"])
    if not collates:
        section.notes.append("This build has no `canary collate`.")
    section.notes.append(same_counts(bench, folders[sizes[0]], failures))
    last = times[many]
    mine = memory[many].get(CANARY)
    growth = None
    if collates and CANARY not in failures:
        growth = median(last[CANARY]) / median(times[sizes[0]][CANARY])
    work = f"`collate` of {many:,} sessions"
    section.wish(work, "≤ half the time of `orjson` in two processes", ratio(last, CANARY, "orjson, two processes"), 0.5)
    section.wish("", "≥ 5 × faster than DuckDB", ratio(last, "DuckDB", CANARY), 5, at_least=True)
    section.wish("", "≤ 100 MB", mine, 100, show=lambda value: f"{three_digits(value)} MB")
    section.wish("", "within 8 × of reading the bytes", ratio(last, CANARY, READING), 8)
    section.wish("", "10 × the files, 10 × the time", growth, 11)
    return section


def sessions(bench, count):
    """A folder of so many sessions, made on all cores unless an earlier run has left it."""
    folder, complete = bench.scratch / f"sessions-{count}", bench.scratch / f"sessions-{count}.complete"
    maker = str(bench.benchmarks.stat().st_mtime_ns)
    if complete.exists() and complete.read_text() == maker:
        return folder
    complete.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    parts = os.cpu_count() or 1
    # The first makes the folder and the instruments in it; two that do so at once would be in each other's way.
    run([bench.benchmarks, "generate", "--count", min(count, 10), "--seed", SEED, folder])
    bounds = [10 + (count - 10) * part // parts for part in range(parts + 1)]
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for made in [pool.submit(run, [bench.benchmarks, "generate", "--first", first, "--count", max(end - first, 0),
                                       "--seed", SEED, folder]) for first, end in zip(bounds, bounds[1:])]:
            made.result()
    complete.write_text(maker)
    return folder


def same_counts(bench, folder, failures):
    """Whether the peers count the same."""
    said = {name: run([sys.executable, bench.peers / f"collate_{script}.py", folder])
            for name, script in PEERS.items() if name not in failures}
    if not said:
        return "No peer could be measured."
    if len(set(said.values())) == 1:
        return f"{', '.join(said)}: all count the same answers."
    return "The peers do not count the same answers, so their times say little."
