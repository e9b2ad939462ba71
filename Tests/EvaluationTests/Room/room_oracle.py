"""Reads counts of votes, a line each, and prints shape, consensus, medians and quartiles of each.

It follows docs/workshop.md by lists of votes, and shares nothing with the program.
"""

import math
import sys


def shape(votes):
    n = len(votes)
    if n == 0:
        return "no-rating"
    if n < 4:
        return "too-few"
    lowest, highest = min(votes), max(votes)
    if lowest == highest:
        return "unanimous"
    if highest - lowest == 1:
        most = max(votes.count(level) for level in set(votes))
        return "strong" if most / n >= 0.75 else "close"
    for low_end in (1, 2):
        for high_start in range(low_end + 2, 5):
            low = [v for v in votes if v <= low_end]
            high = [v for v in votes if v >= high_start]
            middle = n - len(low) - len(high)
            if (
                min(len(low), len(high)) >= 2
                and min(len(low), len(high)) / n >= 0.25
                and middle < min(len(low), len(high))
            ):
                return "two-camps"
    low_median, high_median = votes[math.ceil(n / 2) - 1], votes[n // 2]
    for index, vote in enumerate(votes):
        others = votes[:index] + votes[index + 1 :]
        if (
            min(abs(vote - low_median), abs(vote - high_median)) >= 2
            and max(others) - min(others) <= 1
            and len(others) / n >= 0.75
        ):
            return "lone-outlier"
    return "spread"


def consensus(votes, levels):
    mean = sum(votes) / len(votes)
    return 1 + sum(
        votes.count(level) / len(votes) * math.log2(1 - abs(level - mean) / (levels - 1)) for level in set(votes)
    )


for line in sys.stdin:
    counts = [int(word) for word in line.split()]
    votes = [level for level, count in enumerate(counts, 1) for _ in range(count)]
    n = len(votes)
    medians = votes[math.ceil(n / 2) - 1], votes[n // 2]
    quartiles = votes[math.ceil(n / 4) - 1], votes[math.ceil(3 * n / 4) - 1]
    print(shape(votes), f"{consensus(votes, len(counts)):.9f}", *medians, *quartiles)
