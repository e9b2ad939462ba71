#!/usr/bin/env python3
"""Says how long each group of tests took.

    .build/debug/canaryPackageTests.xctest --testing-library swift-testing --quiet --no-parallel \\
        --event-stream-output-path events.jsonl --event-stream-version 0
    python3 Tests/minutes.py events.jsonl

A test belongs to the first group that its name fits. Tests that run side by side count twice, hence --no-parallel.
"""

import json
import re
import sys

GROUPS = [
    ("browsers", r"PageTests|PDFEnding|PagePrinter|NetworkTests|ReviewTests"),
    ("office programs and databases", r"Workbook|TableExport|RegionTests|ReadBack|HostileWords|IndependentReader"),
    ("faults and kills", r"FaultTests|LimitTests\.swift|KillTests|Damage|A crash|A failing disk|Every sync|CrashTests|SyncTests|FailingDisk"),
    ("oracles", r"^EvaluationTests|Oracle|RecoveryTests|CollatorTests"),
    ("attacks on what is confidential", r"^AdversaryTests|SecretTests"),
    ("terminals", r"^LineEditingTests|Transcript|TerminalWalk|EditorTests|PlainMode|EndingTests|Workshop"),
    ("the rest of the whole program", r"^EndToEndTests"),
    ("fast tests", r""),
]


def main():
    started, ended = {}, {}
    for line in open(sys.argv[1], encoding="utf-8"):
        payload = json.loads(line)["payload"]
        kind = payload.get("kind")
        if kind in ("testStarted", "testEnded"):
            (started if kind == "testStarted" else ended)[payload["testID"]] = payload["instant"]["absolute"]
    groups = {name: [0, 0.0] for name, _ in GROUPS}
    for test in ended:
        # Suites and targets have no place in a file of their own in their id, and hold the others.
        if "(" not in test or test not in started:
            continue
        name = next(name for name, pattern in GROUPS if re.search(pattern, test))
        groups[name][0] += 1
        groups[name][1] += ended[test] - started[test]
    for name, (count, seconds) in groups.items():
        print(f"| {name} | {count} | {seconds / 60:.1f} |")


main()
