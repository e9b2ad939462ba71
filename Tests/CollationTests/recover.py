#!/usr/bin/env python3
"""Tries to recover hidden numbers by integer programming (PyPI scipy, which brings HiGHS).

Reads {"regions": [{"known": [[[place, ...], sum], ...], "hidden": [[place, ...], ...], "places": N}], "fewest": K}
from standard input: how many unknown whole numbers there are, which of their sums are known, and which are wanted. For
each region prints a line for each wanted sum that can have only one value and that value is from 1 to K - 1.
"""

import json
import sys

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp


def main():
    task = json.load(sys.stdin)
    for number, region in enumerate(task["regions"]):
        for place, value in recovered(region, task["fewest"]):
            print(f"region {number}, wanted {place}: {value}")


def recovered(region, fewest):
    """The wanted sums that are known for sure and small."""
    places = region["places"]
    matrix = numpy.zeros((len(region["known"]), places))
    sums = numpy.array([total for _, total in region["known"]], dtype=float)
    for row, (summed, _) in enumerate(region["known"]):
        matrix[row, summed] = 1
    constraint = LinearConstraint(matrix, sums, sums)
    for place, wanted in enumerate(region["hidden"]):
        aim = numpy.zeros(places)
        aim[wanted] = 1
        least, greatest = (extreme(aim * sign, constraint) * sign for sign in (1, -1))
        if least == greatest and 1 <= least < fewest:
            yield place, least


def extreme(aim, constraint):
    """The least that a sum can be."""
    result = milp(aim, constraints=constraint, bounds=Bounds(0, numpy.inf), integrality=numpy.ones_like(aim))
    if not result.success:
        raise SystemExit(f"no solution: {result.message}")
    return round(result.fun)


if __name__ == "__main__":
    main()
