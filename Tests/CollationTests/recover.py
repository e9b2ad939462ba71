#!/usr/bin/env python3
"""Tries to work out by integer programming (PyPI scipy, which brings HiGHS) what a release does not tell.

Reads {"regions": [{"known": [[[place, ...], least, greatest], ...], "hidden": [[place, ...], ...],
"findings": [[[place, ...], [place, ...]], ...], "own": [place, ...], "places": N}], "fewest": K} from standard input:
how many unknown whole numbers there are, between which bounds their sums are known to lie, which sums are hidden, which
authorities may have which findings, and where the authorities are that the reader answers for.

Prints a line for each hidden sum that can have only one value and that value is from 1 to K - 1, and for each finding
that all of its authorities must have, or all but fewer than K: where that is news of anybody but the reader.
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
            least, greatest = reader.least(wanted), reader.greatest(wanted)
            if least == greatest and 1 <= least < task["fewest"] and least > reader.own(wanted):
                print(f"region {number}, hidden {place}: {least}")
        for place, (authorities, finding) in enumerate(region["findings"]):
            least, total = reader.least(finding), reader.greatest(authorities)
            if least > max(0, total - task["fewest"]) and least > reader.own(finding):
                print(f"region {number}, finding {place}: {least} of {total}")


class Reader:
    """Somebody who knows what every number means, who took part, and the answers of some authorities."""

    def __init__(self, region):
        self.places = region["places"]
        known = region["known"]
        matrix = numpy.zeros((len(known), self.places))
        for row, (summed, _, _) in enumerate(known):
            matrix[row, summed] = 1
        least, greatest = ([float(item[side]) for item in known] for side in (1, 2))
        self.constraint = LinearConstraint(matrix, least, greatest)
        self.floor = numpy.zeros(self.places)
        for place in region["own"]:
            self.floor[place] += 1

    def own(self, summed):
        """How many of the reader's own authorities are in a sum."""
        return int(self.floor[summed].sum())

    def least(self, summed):
        return self.extreme(summed, 1)

    def greatest(self, summed):
        return self.extreme(summed, -1)

    def extreme(self, summed, sign):
        aim = numpy.zeros(self.places)
        aim[summed] = sign
        result = milp(
            aim, constraints=self.constraint, bounds=Bounds(self.floor, numpy.inf), integrality=numpy.ones_like(aim))
        if not result.success:
            raise SystemExit(f"no solution: {result.message}")
        return round(result.fun) * sign


if __name__ == "__main__":
    main()
