"""What the scripts that evaluate have in common: go through all sheets some times, print times and answers."""

import json
import sys
import time

import rules


def main(prepare):
    """Runs an engine: INSTRUMENTS SHEETS ROUNDS.

    `prepare` takes the rules and the sheets, and returns ways by name; a way works through all sheets and returns the
    answers, nil for a sheet on which the engine gives up. Only ways are timed; the fastest is what counts.
    """
    set_of_rules, sheets = rules.load(*sys.argv[1:3])
    ways = prepare(set_of_rules, sheets)
    taken, answers = {}, None
    for name, way in ways.items():
        answers = way()
        taken[name] = []
        for _ in range(int(sys.argv[3])):
            begin = time.perf_counter_ns()
            way()
            taken[name].append((time.perf_counter_ns() - begin) / len(sheets))
    best = min(taken, key=lambda name: sorted(taken[name])[len(taken[name]) // 2])
    print(json.dumps({"perSheet": taken[best], "way": best, "answers": answers}))
