"""Opening one session that grows."""

import os

from measuring import in_turns, median, run, run_json, wall_clock
from report import Section, duration, factor


def measure(bench):
    """Sessions of ever more events; every further event is one more answer."""
    folder = bench.fresh_folder("opening")
    sizes = (10, 1_000, 10_000) if bench.quick else (10, 1_000, 10_000, 100_000)
    env = dict(os.environ, LANG="C.UTF-8")
    section = Section(
        "Opening a session",
        "A journal of so many events, all hashes checked. Reading is timed within a process; `show` and `evaluate` from "
        "the start of a process to its end. Growth is the reading time of an event beside that of the row above.",
        ["events", "reading", "an event", "growth", "`canary show`", "`canary evaluate`"])
    earlier, growths = None, []
    for size in sizes:
        journal = run([bench.benchmarks, "journal", "--events", size, folder / str(size)]).strip()
        times, failures = in_turns({
            "read": lambda: run_json([bench.benchmarks, "open", "--rounds", 5, journal])["times"],
            "show": wall_clock([bench.canary, "show", journal], env=env),
            "evaluate": wall_clock([bench.canary, "evaluate", journal], env=env),
        }, bench.rounds(7))
        for name, problem in failures.items():
            section.notes.append(f"{name} of {size:,} events: {problem}")
        read = median(times["read"])
        each = read / size if read else None
        growth = each / earlier if each and earlier else None
        section.rows.append([f"{size:,}", duration(read), duration(each), factor(growth) if growth else "",
                             duration(median(times["show"])), duration(median(times["evaluate"]))])
        if growth and size > 1_000:
            growths.append(growth)
        earlier = each
    # From a thousand events on the fixed cost no longer hides what an event costs.
    section.wish("opening a session", "growth stays linear: an event costs no more among ten times as many",
                 max(growths) if growths else None, 1.2)
    return section
