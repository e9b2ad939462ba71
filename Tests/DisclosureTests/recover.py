#!/usr/bin/env python3
"""Tries to work out by integer programming (PyPI scipy, which brings HiGHS) what a release does not tell.

Reads {"regions": [{"known": [[[place, ...], least, greatest], ...], "hidden": [[place, ...], ...],
"findings": [[[place, ...], [place, ...]], ...], "own": [place, ...], "numbers": [N, ...]}], "fewest": K} from standard input:
how many unknown whole numbers there are, between which bounds their sums are known to lie, which sums are hidden, which
authorities may have which findings, where the authorities are that the reader answers for, and the numbers themselves,
by which what is not small, or not common, needs no solving.

Prints a line for each hidden sum that can have only one value, where that value is from 1 to K - 1, and for each finding
that all of its authorities but the reader must have, or all of those but fewer than K.
"""

import json
import sys

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp


def main():
    task = json.load(sys.stdin)
    for number, region in enumerate(task["regions"]):
        reader = Reader(region)
        for place, wanted in enumerate(region["hidden"]):
            size = reader.number(wanted)
            if not reader.own(wanted) < size < task["fewest"]:
                continue
            if reader.least(wanted) == size == reader.greatest(wanted):
                print(f"region {number}, hidden {place}: {size}")
        for place, (authorities, finding) in enumerate(region["findings"]):
            # The reader knows how many authorities they are, and is one of them or none.
            total, own = reader.number(authorities) - reader.own(authorities), reader.own(finding)
            most = max(0, total - task["fewest"])
            if reader.number(finding) - own <= most:
                continue
            least = reader.least(finding) - own
            if least > most:
                print(f"region {number}, finding {place}: {least} of {total}")


class Reader:
    """Somebody who knows what every number means, who took part, and the answers of some authorities."""

    def __init__(self, region):
        self.numbers = numpy.array(region["numbers"])
        known = region["known"]
        matrix = numpy.zeros((len(known), len(self.numbers)))
        for row, (summed, _, _) in enumerate(known):
            matrix[row, summed] = 1
        least, greatest = ([float(item[side]) for item in known] for side in (1, 2))
        self.constraint = LinearConstraint(matrix, least, greatest)
        self.floor = numpy.zeros(len(self.numbers))
        for place in region["own"]:
            self.floor[place] += 1

    def number(self, summed):
        """What a sum is."""
        return int(self.numbers[summed].sum())

    def own(self, summed):
        """How many of the reader's own authorities are in a sum."""
        return int(self.floor[summed].sum())

    def least(self, summed):
        return self.extreme(summed, 1)

    def greatest(self, summed):
        return self.extreme(summed, -1)

    def extreme(self, summed, sign):
        aim = numpy.zeros(len(self.numbers))
        aim[summed] = sign
        result = milp(
            aim, constraints=self.constraint, bounds=Bounds(self.floor, numpy.inf), integrality=numpy.ones_like(aim))
        if not result.success:
            raise SystemExit(f"no solution: {result.message}")
        return round(result.fun) * sign


if __name__ == "__main__":
    main()
