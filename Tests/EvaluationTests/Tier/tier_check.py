#!/usr/bin/env python3
"""Goes through every combination that the headline table of isos.yaml can meet, and proves what is claimed of it.

Usage: tier_check.py [--table] [isos.yaml]
"""
import itertools, os, sys
from fractions import Fraction
import yaml

path = next((a for a in sys.argv[1:] if not a.startswith("--")), os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Questionnaires", "Frameworks", "isos.yaml"))
F = yaml.safe_load(open(path))
ELEMENTS = {e["id"]: e for e in F["elements"]}
CONDITIONS = {c["id"]: c for c in F["conditions"]}
TABLE = next(t for t in F["tables"] if t["id"] == "tier")
OUTCOMES = [o["id"] for o in TABLE["outcomes"]]
GRADES = ["lacking", "partly", "in-place"]
share = lambda text: Fraction(text)


def truth(formula, true, grades=None, elements_first=True):
    """A formula over the set of true elements, or over given grades."""
    if isinstance(formula, str):
        if formula in ELEMENTS:
            return formula in true
        return holds(formula, true, grades)
    if "condition" in formula:
        return grade(formula["condition"], true, grades) in formula["is"]
    if "share" in formula:
        parts = [truth(p, true, grades) for p in formula["of"]]
        return sum(parts) >= share(formula["share"]) * len(parts)
    if "all" in formula:
        return all(truth(p, true, grades) for p in formula["all"])
    if "any" in formula:
        return any(truth(p, true, grades) for p in formula["any"])
    return not truth(formula["not"], true, grades)


def grade(name, true, grades=None):
    if grades and name in grades:
        return grades[name]
    g = CONDITIONS[name]["grade"]
    m, n = sum(e in true for e in g["of"]), len(g["of"])
    if m <= share(g["lacking-to"]) * n or ("lacking-too" in g and truth(g["lacking-too"], true)):
        return "lacking"
    if m >= share(g["in-place-from"]) * n and ("needs" not in g or truth(g["needs"], true)):
        return "in-place"
    return "partly"


def holds(name, true, grades=None):
    c = CONDITIONS[name]
    return grade(name, true, grades) == "in-place" if "grade" in c else truth(c["when"], true, grades)


def accepts(cell, value):
    """value: a grade; a condition that is not graded is in place where it holds, else lacking."""
    if cell in ("any", None):
        return True
    if cell is True or cell == "yes":
        return value == "in-place"
    if cell is False or cell == "no":
        return value != "in-place"
    if isinstance(cell, list):
        return any(accepts(c, value) for c in cell)
    return value == cell


def cell_holds(condition, cell, true, grades):
    graded = "grade" in CONDITIONS[condition]
    return accepts(cell, grade(condition, true, grades) if graded else ("in-place" if holds(condition, true, grades) else "lacking"))


def rule_for(values):
    return next(r for r in TABLE["rules"] if all(accepts(c, v) for c, v in zip(r["when"], values)))


def told(true, grades):
    """The rule, the tier, and the forms alongside, in one whole situation."""
    values = [grade(i, true, grades) if "grade" in CONDITIONS[i] else ("in-place" if holds(i, true, grades) else "lacking")
              for i in TABLE["inputs"]]
    r = rule_for(values)
    beside = [a for a in r.get("alongside", []) if all(cell_holds(c, cell, true, grades) for c, cell in a.get("when", {}).items())]
    return r["id"], r["then"], beside


problems = []
def check(ok, words):
    if not ok and len(problems) < 30:
        problems.append(words)
    return ok

# 1. The rows are the eight, in order, and lead where they should.
want = [("all-in-place", "sector-led"), ("one-not-both", "sector-led"), ("governance", "external-scrutiny"), ("one-gap", "sector-led"),
        ("obstacles", "external-scrutiny"), ("all-lacking", "alternative-delivery"), ("systemic-with-grip", "external-scrutiny"),
        ("otherwise", "external-scrutiny")]
check([(r["id"], r["then"]) for r in TABLE["rules"]] == want, "the rows are not the eight of the specification")
check(OUTCOMES == ["sector-led", "external-scrutiny", "alternative-delivery"], "the order of the outcomes")
check(TABLE["hit-policy"] == "first" and TABLE["ranked"] is True, "first, ranked")

# 2. Every situation: 27 grades, 4 ways to be systemic or persistent, governance, contained area, cycle.
CAPACITIES = ["capacity-to-self-assess", "capacity-to-plan", "capacity-to-deliver"]
FACTS = ["systemic", "persistent", "cycle", "governance-weak", "contained-area-without-grip"]
situations = {}
for g in itertools.product(range(3), repeat=3):
    for bits in itertools.product((0, 1), repeat=5):
        facts = dict(zip(FACTS, bits))
        if facts["cycle"] and not facts["persistent"]:
            continue  # two attempts are also one or more
        true = {f for f, b in facts.items() if b}
        situations[(g, bits)] = told(true, {c: GRADES[v] for c, v in zip(CAPACITIES, g)})


def expected(g, systemic, persistent, governance):
    """The specification's table, written a second time and in other words."""
    s, p, d = g
    n = systemic + persistent
    if s == p == d == 2:
        if n == 2: return "systemic-with-grip"
        if governance: return "governance"
        return "one-not-both" if n else "all-in-place"
    if d == 2 and sorted((s, p)) == [1, 2] and n == 0 and not governance: return "one-gap"
    if s == p == 2: return "obstacles"
    if s == p == d == 0 and n: return "all-lacking"
    return "otherwise"


def beside_expected(row, g, contained):
    s, p, _ = g
    out = set()
    if row in ("obstacles", "governance", "systemic-with-grip", "all-lacking", "one-gap"): out.add("sector-led")
    if row == "otherwise" and (s < 2 or p < 2): out.add("sector-led")
    if row == "all-lacking": out.add("external-scrutiny")
    if contained and row in ("all-in-place", "one-not-both", "one-gap"): out.add("external-scrutiny")
    return out


for (g, bits), (row, tier, beside) in situations.items():
    systemic, persistent, _, governance, contained = bits
    where = f"{[GRADES[v] for v in g]} systemic={systemic} persistent={persistent} governance={governance} contained={contained}"
    check(row == expected(g, systemic, persistent, governance), f"{where}: row {row}")
    check({a["outcome"] for a in beside} == beside_expected(row, g, contained), f"{where}: alongside")
    if tier == "external-scrutiny":
        check("sector-led" in {a["outcome"] for a in beside}, f"{where}: scrutiny without anybody to help")

# 3. A better answer never leads to a more intrusive tier, and at the same tier never takes the sector-led form away.
steps, strict = 0, []
for (g, bits), (row, tier, beside) in situations.items():
    better = [(g[:i] + (g[i] + 1,) + g[i + 1:], bits) for i in range(3) if g[i] < 2]
    better += [(g, bits[:i] + (0,) + bits[i + 1:]) for i in range(5) if bits[i]]
    for key in better:
        if key not in situations:
            continue
        steps += 1
        row2, tier2, beside2 = situations[key]
        where = f"{g}{bits} -> {key}: {row} -> {row2}"
        check(OUTCOMES.index(tier2) <= OUTCOMES.index(tier), f"more intrusive: {where}")
        if tier == tier2:
            before, after = {a["outcome"] for a in beside}, {a["outcome"] for a in beside2}
            check("sector-led" not in before | {tier} or "sector-led" in after | {tier2}, f"sector-led taken away: {where}")
            if "sector-led" in before and "sector-led" not in after:
                strict.append((row, row2))

# 4. The same with the inputs as if each could be anything, as a checker sees them that does not know how they hang together.
def values_of(combination):
    return [GRADES[v] if "grade" in CONDITIONS[i] else ("in-place" if v else "lacking") for i, v in zip(TABLE["inputs"], combination)]

ranges = [range(3) if "grade" in CONDITIONS[i] else range(2) for i in TABLE["inputs"]]
HELPS = set(CAPACITIES) | {"assess-or-plan"}
loose = 0
for combination in itertools.product(*ranges):
    rank = OUTCOMES.index(rule_for(values_of(combination))["then"])
    for i, name in enumerate(TABLE["inputs"]):
        step = 1 if name in HELPS else -1
        other = combination[:i] + (combination[i] + step,) + combination[i + 1:]
        if other[i] in ranges[i]:
            loose += 1
            check(OUTCOMES.index(rule_for(values_of(other))["then"]) <= rank, f"loose inputs: {combination} -> {other}")

# 5. Grades: an element more never makes a grade worse. One element less on a sheet where all is met.
subsets = lambda items: (set(c) for n in range(len(items) + 1) for c in itertools.combinations(items, n))
for name in CAPACITIES:
    of = CONDITIONS[name]["grade"]["of"]
    for true in subsets(of):
        for e in set(of) - true:
            check(GRADES.index(grade(name, true | {e})) >= GRADES.index(grade(name, true)), f"{name}: {e} makes it worse")
everything = [e for name in CAPACITIES for e in CONDITIONS[name]["grade"]["of"]]
check(all("question-share" in ELEMENTS[e] for e in everything), "an element of a capacity has no share")
moved = []
for missing in everything:
    true = set(everything) - {missing}
    for facts in subsets(["systemic", "persistent", "governance-weak", "contained-area-without-grip"]):
        base, now = told(set(everything) | facts, None), told(true | facts, None)
        if base[0] != now[0] or base[2] != now[2]:
            moved.append((missing, base[0], now[0], base[1], now[1]))
check({m[0] for m in moved} <= {"listens"}, f"an element other than listens moves something: {moved}")

# 6. Questions: one rating below the line on a sheet where all others are met moves nothing at all.
QUESTIONS = {"listens": 3, "service-gets-it": 2, "politicians-get-it": 2, "corporate-gets-it": 1, "self-assesses-accurately": 3,
             "finds-root-causes": 3, "knows-what-is-required": 3, "sets-priorities": 2, "plans-with-staff": 1, "plans-with-partners": 1,
             "resourced": 1, "structures-and-caseloads": 2, "project-discipline": 3, "backed-by-politicians": 4,
             "backed-by-corporate-centre": 1, "backed-by-partners": 1}
check(set(QUESTIONS) == set(everything), "the elements are not those of the specification")
FORM = os.path.join(os.path.dirname(os.path.abspath(path)), "..", "leadership.yaml")
if os.path.exists(FORM):  # the numbers as the questionnaire has them
    asked = [q for a in yaml.safe_load(open(FORM))["areas"] for q in a["questions"] if q["kind"] != "choice"]
    QUESTIONS = {e: sum(f"isos/{e}" in q.get("supports", []) for q in asked) for e in QUESTIONS}
    check(all(QUESTIONS.values()), f"not asked: {[e for e, n in QUESTIONS.items() if not n]}")
for e, n in QUESTIONS.items():
    if not n:
        continue
    met = (n - 1) >= share(str(ELEMENTS[e]["question-share"])) * n
    true = set(everything) - (set() if met else {e})
    for facts in subsets(["systemic", "persistent", "governance-weak", "contained-area-without-grip"]):
        base, now = told(set(everything) | facts, None), told(true | facts, None)
        check(base[0] == now[0] and base[2] == now[2], f"one rating of {e} moves {base[0]} to {now[0]}")

# 7. What is said.
for r in TABLE["rules"]:
    check("says" in r, f"{r['id']}: says nothing")
    stable = [c["is"] for c in r["cautions"] if c["of"] == "stable-leadership"]
    if r["then"] == "external-scrutiny":
        check(len(stable) == 2, f"{r['id']}: no caution on stable leadership")
        check(not any("stable-leadership" in str(c["of"]) and len(c["is"]) > 1 for c in r["cautions"]), r["id"])
    if r["then"] == "sector-led":
        check(any("commissions-effectively" in str(c["of"]) for c in r["cautions"]), f"{r['id']}: no caution on commissioning")
for o in TABLE["outcomes"]:
    check(2 <= len(o["helps"]) <= 4, f"{o['id']}: helps")
for e in F["elements"]:
    if e.get("changeable", True):
        check(2 <= len(e.get("helps", [])) <= 4, f"{e['id']}: helps")
for i in TABLE["inputs"]:
    check(i in CONDITIONS, f"{i} is no condition")

if "--table" in sys.argv:
    words = ["neither", "one", "both"]
    print("self-assess  plan      deliver   difficulties  governance  row                 tier                  alongside")
    for g in itertools.product(range(2, -1, -1), repeat=3):
        for n in range(3):
            for governance in range(2):
                bits = (1 if n else 0, 1 if n == 2 else 0, 0, governance, 0)
                row, tier, beside = situations[(g, bits)]
                print(*(GRADES[v].ljust(9) for v in g), words[n].ljust(13), ("weak" if governance else "not weak").ljust(11), row.ljust(19),
                      tier.ljust(21), ", ".join(dict.fromkeys(a["outcome"] for a in beside)), sep=" ")

print(f"{len(situations)} situations, {steps} better answers, {loose} steps over loose inputs.")
counts = {}
for (g, bits), (row, tier, _) in situations.items():
    if not bits[2] and not bits[4]:
        counts[row] = counts.get(row, 0) + 1
print("Rows over 27 grades, 4 ways of systemic and persistent, and governance:", ", ".join(f"{k} {v}" for k, v in counts.items()))
print("Sector-led as an entry alongside goes, while it stays as the tier itself:", ", ".join(sorted({f"{a} -> {b}" for a, b in strict})) or "never")
print("One element missing moves a row only for:", ", ".join(sorted({f"{m[0]} ({m[1]} -> {m[2]})" for m in moved})) or "none")
if problems:
    print("NOT PROVED:")
    print("\n".join(problems))
    sys.exit(1)
print("All is as claimed.")
