"""Measures Canary beside its peers and writes the figures into docs/benchmarks.md; `make bench` runs it."""

import argparse
import importlib
import pathlib
import shutil
import subprocess
import sys

import machine
import report
from measuring import Failed

PAIRS = ["prompt", "append", "evaluation", "checking", "collating", "workbooks", "opening"]
BEGIN, END = "<!-- figures: `make bench` writes from here -->", "<!-- to here -->"


class Bench:
    """Where everything is, and how often things are done."""

    def __init__(self, options):
        self.peers = pathlib.Path(__file__).resolve().parent
        self.root = self.peers.parent.parent
        build = pathlib.Path(options.build).resolve()
        self.canary, self.benchmarks = build / "canary", pathlib.Path(options.benchmarks or build / "Benchmarks").resolve()
        self.quick = options.quick
        self.files = options.files
        # On the disk of the checkout, so that a sync is a sync and not one of a file system in memory.
        self.scratch = self.root / ".build" / "bench"
        self.scratch.mkdir(parents=True, exist_ok=True)

    def rounds(self, usual):
        """How often each subject has its turn."""
        return 3 if self.quick else usual

    def count(self, usual, quick):
        """How many of something there are."""
        return quick if self.quick else usual

    def fresh_folder(self, name):
        """An empty folder."""
        folder = self.scratch / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def compiled(self, name, *libraries):
        """A C program beside this file, compiled."""
        source, program = self.peers / f"{name}.c", self.scratch / name
        if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
            subprocess.run(["gcc", "-O2", "-o", program, source, *libraries], check=True)
        return program


def main():
    """Measures what is asked for and writes it down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", default=".build/release", help="the folder of the release build")
    parser.add_argument("--benchmarks", help="the program Benchmarks, where it is elsewhere")
    parser.add_argument("--only", default=",".join(PAIRS), help="pairs, joined by commas")
    parser.add_argument("--quick", action="store_true", help="few rounds and small sizes: whether it works, no figures")
    parser.add_argument("--files", type=int, help="how many sessions are collated")
    parser.add_argument("--output", help="the page to write the figures into; docs/benchmarks.md after all pairs in full")
    options = parser.parse_args()
    bench = Bench(options)
    about = machine.described(bench.canary)
    sections = []
    for name in options.only.split(","):
        print(f"measuring: {name}", file=sys.stderr, flush=True)
        try:
            sections.append(importlib.import_module(f"pair_{name}").measure(bench))
        except (Failed, ImportError, OSError, subprocess.SubprocessError) as problem:
            sections.append(report.Section(name.capitalize(), "This could not be measured.", ["why"], [[problem]]))
        print(sections[-1].markdown(), flush=True)
    goals = report.goals_table(sections)
    print(goals)
    # Figures of several runs, or of too few rounds, would stand side by side as if they were one run's.
    whole = options.only == ",".join(PAIRS) and not options.quick and not options.files
    page = options.output or (bench.root / "docs/benchmarks.md" if whole else None)
    if page:
        write(pathlib.Path(page), "\n".join(["\n\n".join(about), "", goals, ""] + [s.markdown() for s in sections]))


def write(page, figures):
    """Puts the figures in the place of the earlier ones on the page."""
    text = page.read_text() if page.exists() else f"{BEGIN}\n{END}\n"
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    page.write_text(f"{before}{BEGIN}\n\n{figures}\n{END}{after}")


if __name__ == "__main__":
    main()
