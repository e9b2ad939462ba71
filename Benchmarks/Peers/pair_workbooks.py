"""A workbook of one full session, from the start of the process to the file."""

import datetime
import json
import os
import sys

import openpyxl

from measuring import in_turns, ratio, run, wall_clock
from report import Section

CANARY, PEERS = "canary export --format xlsx", {"XlsxWriter": "xlsxwriter", "openpyxl, write-only": "openpyxl"}


def measure(bench):
    """Canary's own workbook first; the peers then write its cells."""
    folder = bench.fresh_folder("workbooks")
    env = dict(os.environ, CANARY_SESSIONS=str(folder / "sessions"), LANG="C.UTF-8")
    session = run([bench.canary, "start", "leadership", "--no-walk"], env=env).strip()
    run([bench.canary, "answer", session, bench.root / "Sessions/Examples/borsetshire.yaml"], env=env)
    own = folder / "own.xlsx"
    export = [bench.canary, "export", session, "--format", "xlsx", "--audience", "full"]
    run([*export, "-o", own], env=env)
    sheets = cells(own)
    (folder / "cells.json").write_text(json.dumps(sheets), encoding="utf-8")
    number = 0

    def exporting():
        nonlocal number
        number += 1
        return wall_clock([*export, "-o", folder / f"{number}.xlsx"], env=env)()

    subjects = {CANARY: exporting}
    subjects |= {name: wall_clock([sys.executable, bench.peers / f"xlsx_{script}.py", folder / "cells.json",
                                   folder / f"{script}.xlsx"]) for name, script in PEERS.items()}
    times, failures = in_turns(subjects, bench.rounds(21))
    filled = sum(cell is not None for _, rows in sheets for row in rows for cell in row)
    section = Section(
        "A workbook of one session",
        f"The full audience's workbook of an answered session: {len(sheets)} sheets, {filled:,} cells. Canary reads the "
        "journal, evaluates, formats, and notes the release durably in the journal, which each further export finds longer "
        "by a line; the peers write bare values that they read from JSON.",
        ["program", "median", "of canary's time"])
    section.add_times(subjects, times, failures, ratio, CANARY)
    section.wish("XLSX of one full session", "≥ 3 × faster than `XlsxWriter`", ratio(times, "XlsxWriter", CANARY), 3,
                 at_least=True)
    return section


def cells(path):
    """Every value of a workbook, by sheet and row."""
    def plain(value):
        return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else value
    book = openpyxl.load_workbook(path)
    return [[sheet.title, [[plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]] for sheet in book]
