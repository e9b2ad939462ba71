"""Last answers of all journals of a folder, counted by question: orjson in two processes."""

import glob
import multiprocessing
import sys
from collections import Counter

import orjson

import counted


def one_part(paths):
    """Counts the answers of some journals."""
    counts = Counter()
    for path in paths:
        last = {}
        with open(path, "rb") as file:
            for line in file.read().splitlines():
                event = orjson.loads(line)
                if event["type"] == "answered":
                    for entry in event["body"]["answers"]:
                        if "answer" in entry:
                            last[entry["question"]] = entry["answer"]
                elif event["type"] == "cleared":
                    last.pop(event["body"]["question"], None)
        for question, answer in last.items():
            counts[question, orjson.dumps(answer).decode()] += 1
    return counts


def main():
    """Two processes, half of the journals each."""
    paths = glob.glob(f"{sys.argv[1]}/*.canary.jsonl")
    with multiprocessing.Pool(2) as pool:
        counts = sum(pool.map(one_part, [paths[::2], paths[1::2]], chunksize=1), Counter())
    counted.show(len(paths), ((*key, number) for key, number in counts.items()))


if __name__ == "__main__":
    main()
