"""What the answers mean: Canary's evaluator against engines for rules, on the same rules and the same sheets."""

import json
import sys

import plain_rules
import rules as rules_of
from measuring import Failed, in_turns, median, ratio, run, run_json
from report import Section, three_digits

ENGINES = {"datalogic-py": "datalogic", "cel-expr-python": "cel", "zen-engine": "zen"}
LOOP = "a loop in C, three-valued"
EXPLAINED, ALL = "canary, with reasons", "canary, with reasons, paths and robustness"
SHARE = 0.15


def measure(bench):
    """Full sheets for the time, partly open ones for the truth."""
    count = bench.count(200, 20)
    folder = bench.fresh_folder("evaluation")
    instruments = folder / "instruments.json"
    instruments.write_text(run([bench.benchmarks, "instruments"]))
    for name, unknown in (("full", 0), ("open", SHARE)):
        sheets = folder / f"{name}.json"
        sheets.write_text(run([bench.benchmarks, "sheets", "--count", count, "--unknown", unknown]))
        rules, answers = rules_of.load(instruments, sheets)
        plain_rules.write(rules, answers, folder / "rules.txt", folder / f"{name}.txt")
    answers = {}

    def canary(call, unknown):
        return lambda: run_json([bench.benchmarks, "evaluate", "--count", count, "--unknown", unknown, "--call", call,
                                 "--rounds", 5])["perSheet"]

    def engine(name, kind):
        command = [sys.executable, bench.peers / f"evaluate_{ENGINES[name]}.py", instruments, folder / f"{kind}.json", 5]
        if name == LOOP:
            command = [bench.compiled("three_valued"), folder / "rules.txt", folder / f"{kind}.txt", 5]

        def measured():
            taken = run_json(command)
            answers[name, kind] = taken["answers"]
            return taken["perSheet"]
        return measured

    ENGINES[LOOP] = None
    subjects = {EXPLAINED: canary("explained", 0), ALL: canary("prospects", 0)}
    subjects |= {name: engine(name, "full") for name in ENGINES}
    times, failures = in_turns(subjects, bench.rounds(9), warm_up=0)
    open_times, _ = in_turns({EXPLAINED: canary("explained", SHARE)}, bench.rounds(9))
    for name in ENGINES:
        if name not in failures:
            try:
                engine(name, "open")()
            except Failed as problem:
                failures[name] = str(problem)

    expected = {kind: json.loads((folder / f"{kind}.json").read_text()) for kind in ("full", "open")}
    section = Section(
        "Evaluation",
        f"{count} seeded sheets of the leadership questionnaire, all answered for the time; one core. A sheet has "
        f"{rules.count} rules for each engine: {len(rules.conditions)} conditions, {len(rules.rows)} rows of the tier's "
        f"table, {len(rules.models)} models, {len(rules.signatures)} signatures. Canary also works out the elements, the "
        "grade of early warning, the counts and the open questions meanwhile. Every engine has its rules compiled and its "
        "sheets in the form that it takes fastest before the clock starts. "
        f"The last columns count the sheets that come out as the exact set: all answered, and with {SHARE:.0%} of the "
        "answers open, where a set can hold several tiers.",
        ["engine", "a sheet", "of canary's time", "rules a second", "right, answered", "right, open"])
    for name in subjects:
        if name in failures:
            section.rows.append([name, "not measured"] + [""] * 4)
            section.notes.append(f"{name}: {failures[name]}")
            continue
        mine = name not in ENGINES
        right = ["by definition", "by definition"] if mine else [
            agreement(rules, name, answers[name, kind], expected[kind]) for kind in ("full", "open")]
        times_as_long = "1" if name == EXPLAINED else f"{three_digits(ratio(times, name, EXPLAINED))} ×"
        section.rows.append([name, microseconds(median(times[name])), times_as_long,
                             f"{rules.count / median(times[name]) * 1e9:,.0f}", *right])
    section.notes.append(
        f"With {SHARE:.0%} of the answers open, Canary takes {microseconds(median(open_times[EXPLAINED]))} a sheet.")
    section.notes.append(
        "That Canary's own sets are exact is shown by the tests, against a second evaluator that tries every completion.")
    section.wish("evaluation with reasons", "≤ 100 µs a leadership session", median(times[EXPLAINED]), 100_000,
                 show=microseconds)
    return section


def agreement(rules, name, answers, expected):
    """Of how many sheets everything came out as it must, and of how many at least the tier; where it gave up, of how many."""
    right, tiers, silent = 0, 0, 0
    for answer, wanted in zip(answers, expected):
        if answer is None:
            silent += 1
            continue
        said = plain_rules.said(rules, answer) if name == LOOP else rules.said(answer)
        tier = said["tier"] == sorted(wanted["tier"])
        tiers += tier
        right += tier and said["models"] == wanted["models"] and said["signatures"] == wanted["signatures"]
    words = f"{right} of {len(expected)}"
    if right < tiers:
        words += f", the tier of {tiers}"
    return words + (f", an error on {silent}" if silent else "")


def microseconds(nanoseconds):
    """A time in microseconds."""
    return f"{three_digits(nanoseconds / 1000)} µs"
