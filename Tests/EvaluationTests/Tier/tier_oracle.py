#!/usr/bin/env python3
"""An independent oracle for the support tier (framework isos, version 2), written from its
specification alone, before the rules that ship were seen.

Read for it: the specification ("section 3" and so on below), leadership.yaml, and the elements of isos.yaml down to
`conditions:`. Not read: the conditions and tables of isos.yaml, tier_check.py, any Swift source.

  tier_oracle.py QUESTIONS.json < sheets.jsonl > results.jsonl
  tier_oracle.py QUESTIONS.json --random N --seed S > sheets.jsonl
  tier_oracle.py [QUESTIONS.json] --self-test
  tier_oracle.py --make-questions leadership.yaml > QUESTIONS.json
  Switches when reading sheets: --core needs|listens, --lost-fact removed|open, --lost-trio unknown|every,
            --two-of absolute|left, --alongside, --notes

AMBIGUITIES, and the plain reading taken
 A1 "A core element": section 1 never says which are core. Read: every element that a condition's `needs` names, so
    `listens` and all three "gets it" in capacity-to-self-assess (section 3: "do they get it? is the test of the first
    capacity"), none in the other two. The other reading, `listens` only, is --core listens. There "two of the three"
    stays two; the three all gone: `needs` and "none is met" are unknown, taken both ways, so that nobody who does not
    listen is in place. That every grade is possible instead, as docs/writing.md has it, is --lost-trio every. With one or
    two of the three gone, "two of the three" as two thirds of those left, as section 1 removes elements, is --two-of left.
 A2 One of systemic and persistent not applicable: by section 1 it is removed from its formula, so "systemic and
    persistent" and "systemic or persistent" are then both the other one alone. All in place with the one left true is
    therefore systemic-with-grip. That the removed one be open instead is --lost-fact open.
 A3 A formula with nothing left (governance-weak gone; systemic and persistent both gone) is unknown: both values are
    possible, and "both" implies "either".
 A4 `one-gap` where S and P are both partly: "one in place, the other partly" fails, so `otherwise`. One of them
    lacking: `otherwise`, too.
 A5 `obstacles` has no fact in its row: it holds whatever systemic, persistent and governance are. So does
    `all-lacking` for governance; all lacking with neither systemic nor persistent is `otherwise`.
 A6 "lacking, too, where none of the three is met" comes before the count (M = 3 of 6 may be lacking). It never clashes
    with in-place, which needs two of the three.
 A7 "Fewer than half of the elements left": 2N < the number that the condition has; exactly half is graded as usual.
 A8 "Not asked" is settled in each completion. A question answered in the sheet that `ask-when` does not ask is removed.
    (In leadership.yaml no question that feeds the tier has an ask-when; the code handles it all the same.)
 A9 An impossible answer (level 9, an option that does not exist) is an error, not an open answer.

ALONGSIDE is left out unless --alongside is given: section 3 gives its entries no ids; does not say whether "a
baseline" and "know-how" are the outcome `sector-led`; whether an entry whose form is the tier itself is listed (the
baseline in `one-gap`, a contained area under an external-scrutiny tier); nor what "certain" is per rule or per outcome.
With --alongside the pair is [id of the row reached, outcome], both helps count as `sector-led`, entries equal to the
tier stay; possible = in some completion, certain = in every one. Outcomes without their rule are given as well.
"""
import argparse
import itertools
import json
import os
import random
import sys

GRADES = ("in-place", "lacking", "partly")
SELF, PLAN, DELIVER = "capacity-to-self-assess", "capacity-to-plan", "capacity-to-deliver"
TRIO = ("service-gets-it", "politicians-get-it", "corporate-gets-it")
CAPACITIES = {
    SELF: ("listens",) + TRIO + ("self-assesses-accurately", "finds-root-causes"),
    PLAN: ("knows-what-is-required", "sets-priorities", "plans-with-staff", "plans-with-partners"),
    DELIVER: ("resourced", "structures-and-caseloads", "project-discipline", "backed-by-politicians",
              "backed-by-corporate-centre", "backed-by-partners"),
}
FACTS = ("systemic", "persistent", "governance-weak", "contained-area-without-grip")
TWO_THIRDS = {e for es in CAPACITIES.values() for e in es}      # every other element: all of its questions
SECTION = {e: c for c, es in CAPACITIES.items() for e in es}
SECTION.update({f: "facts" for f in FACTS})
TIER = {"all-in-place": "sector-led", "one-not-both": "sector-led", "governance": "external-scrutiny",
        "one-gap": "sector-led", "obstacles": "external-scrutiny", "all-lacking": "alternative-delivery",
        "systemic-with-grip": "external-scrutiny", "otherwise": "external-scrutiny"}
NA = "not-applicable"


# ---- the questionnaire -------------------------------------------------------------------------------------------

def isos(refs):
    out = set()
    for r in refs or []:
        if isinstance(r, dict):
            raise ValueError(f"a support with conditions is not understood: {r}")
        if r.startswith("isos/"):
            out.add(r[5:])
        elif "/" not in r and r in SECTION:
            out.add(r)
    return out


def leaves(formula):
    """Question ids that a formula names."""
    if "question" in formula:
        return {formula["question"]}
    if "not" in formula:
        return leaves(formula["not"])
    for k in ("all", "any"):
        if k in formula:
            return set().union(*[leaves(f) for f in formula[k]])
    raise ValueError(f"formula not understood: {formula}")


class Questionnaire:
    def __init__(self, doc):
        self.all = doc["questions"]
        self.by_id = {q["id"]: q for q in self.all}
        if len(self.by_id) != len(self.all):
            raise ValueError("a question id occurs twice")
        # feeds[q][element] = None (met or yes makes it true) or the set of options that make it true
        self.feeds = {}
        for q in self.all:
            f = {e: None for e in sorted(isos(q.get("supports"))) if e in SECTION}
            for o in q.get("options") or []:
                for e in sorted(isos(o.get("supports"))):
                    if e in SECTION:
                        f.setdefault(e, set()).add(o["id"])
            if f:
                self.feeds[q["id"]] = f
        missing = [e for e in SECTION if not any(e in f for f in self.feeds.values())]
        if missing:
            raise ValueError(f"elements that no question feeds: {missing}")
        # what must be enumerated jointly: questions of one element, and questions that an ask-when names
        relevant, todo = set(), list(self.feeds)
        self.full = set()
        while todo:
            q = todo.pop()
            if q in relevant:
                continue
            relevant.add(q)
            if self.by_id[q].get("ask_when"):
                named = leaves(self.by_id[q]["ask_when"])
                self.full |= named
                todo += named
        parent = {q: q for q in relevant}

        def root(q):
            while parent[q] != q:
                q = parent[q]
            return q
        first = {}
        for q in sorted(relevant):
            for e in self.feeds.get(q, {}):
                parent[root(q)] = root(first.setdefault(e, q))
            if self.by_id[q].get("ask_when"):
                for r in leaves(self.by_id[q]["ask_when"]):
                    parent[root(q)] = root(r)
        groups = {}
        for q in sorted(relevant):
            groups.setdefault(root(q), []).append(q)
        self.components = []
        for qs in groups.values():
            es = sorted({e for q in qs for e in self.feeds.get(q, {})})
            if es:
                self.components.append((qs, es))
        self.relevant = relevant

    def ordinary(self, qid, full=False):
        """The ordinary answers of a question; for ratings one of each kind is enough unless an ask-when looks at it."""
        q = self.by_id[qid]
        if q["kind"] == "rating":
            n, met = int(q["levels"]), int(q["met_from"])
            return list(range(1, n + 1)) if full else [met, met - 1]
        if q["kind"] == "yes-no":
            return [True, False]
        if q["kind"] == "choice":
            return [o["id"] for o in q["options"]]
        return ["*"]                                            # a date, a number, a text: one stands for all

    def choices(self, qid, answers):
        a = answers.get(qid)
        if a is None or a == "dont-know":
            return self.ordinary(qid, qid in self.full)
        if a == NA:
            return [NA]
        kind = self.by_id[qid]["kind"]
        ok = {"rating": type(a) is int and 1 <= a <= int(self.by_id[qid].get("levels") or 0),
              "yes-no": type(a) is bool,
              "choice": isinstance(a, str) and a in [o["id"] for o in self.by_id[qid].get("options") or []],
              }.get(kind, True)
        if not ok:
            raise ValueError(f"{qid} does not take the answer {a!r}")
        return [a]

    def met(self, qid, element, answer):
        options = self.feeds[qid][element]
        if options is not None:
            return answer in options
        if self.by_id[qid]["kind"] == "rating":
            return answer >= int(self.by_id[qid]["met_from"])
        return answer is True


def same(answer, wanted):
    """Is this answer the one a formula names? YAML readers turn yes and no into true and false."""
    word = {True: "yes", False: "no"}
    if type(answer) is bool:
        answer = word[answer]
    if type(wanted) is bool:
        wanted = word[wanted]
    return type(answer) is type(wanted) and answer == wanted


def asked(quest, qid, completion):
    f = quest.by_id[qid].get("ask_when")
    return True if not f else holds(quest, f, completion)


def holds(quest, f, completion):
    if "question" in f:
        r = f["question"]
        a = completion[r]
        return a != NA and asked(quest, r, completion) and any(same(a, w) for w in f["is"])
    if "all" in f:
        return all(holds(quest, g, completion) for g in f["all"])
    if "any" in f:
        return any(holds(quest, g, completion) for g in f["any"])
    return not holds(quest, f["not"], completion)


# ---- elements, grades, rows --------------------------------------------------------------------------------------

def element(quest, e, qs, completion):
    """True, False, or None where no question is left."""
    n = m = 0
    for q in qs:
        if e in quest.feeds.get(q, {}) and completion[q] != NA and asked(quest, q, completion):
            n += 1
            m += quest.met(q, e, completion[q])
    if n == 0:
        return None
    return 3 * m >= 2 * n if e in TWO_THIRDS else m == n


def reachable(quest, component, answers):
    """Every combination of values that a component's elements take over its completions."""
    qs, es = component
    out = set()
    for values in itertools.product(*[quest.choices(q, answers) for q in qs]):
        c = dict(zip(qs, values))
        out.add(tuple((e, element(quest, e, qs, c)) for e in es))
    return out


def grade(capacity, value, core="needs", lost_trio="unknown", two_of="absolute"):
    """The set of grades under one assignment of the capacity's elements."""
    es = CAPACITIES[capacity]
    left = [e for e in es if value[e] is not None]
    n, m = len(left), sum(value[e] for e in left)
    if 2 * n < len(es):
        return set(GRADES)
    needs, lacking_too = {True}, {False}
    if capacity == SELF:
        cores = ("listens",) + (TRIO if core == "needs" else ())
        if any(value[e] is None for e in cores):
            return set(GRADES)
        trio = [value[e] for e in TRIO if value[e] is not None]
        if trio:
            needs = {value["listens"] and 3 * sum(trio) >= (2 * len(trio) if two_of == "left" else 6)}
            lacking_too = {not any(trio)}
        elif lost_trio == "every":
            return set(GRADES)
        else:
            needs = {True, False} if value["listens"] else {False}
            lacking_too = {True, False}
    out = set()
    for need in needs:
        for too in lacking_too:
            if 3 * m <= n or too:
                out.add("lacking")
            elif 3 * m >= 2 * n and need:
                out.add("in-place")
            else:
                out.add("partly")
    return out


def row(s, p, d, either, both, weak):
    """The table of section 3, read from the top."""
    ip = "in-place"
    everything = s == p == d == ip
    if everything and not either and not weak:
        return "all-in-place"
    if everything and either and not both and not weak:
        return "one-not-both"
    if everything and not both and weak:
        return "governance"
    if d == ip and sorted((s, p)) == [ip, "partly"] and not either and not weak:
        return "one-gap"
    if s == ip and p == ip and d != ip:
        return "obstacles"
    if s == p == d == "lacking" and either:
        return "all-lacking"
    if everything and both:
        return "systemic-with-grip"
    return "otherwise"


def beside(rule, s, p, contained):
    """Outcomes that go alongside (see ALONGSIDE at the top)."""
    out = set()
    if rule in ("obstacles", "governance", "systemic-with-grip", "all-lacking", "one-gap"):
        out.add("sector-led")
    if rule == "otherwise" and (s != "in-place" or p != "in-place"):
        out.add("sector-led")
    if rule == "all-lacking" or contained:
        out.add("external-scrutiny")
    return out


def readings(facts, lost_fact="removed"):
    """(either, both, weak, contained) under one assignment of the facts; several where a formula has nothing left."""
    sy, pe, weak, contained = facts
    both_ways = lambda x: (True, False) if x is None else (x,)
    if lost_fact == "open":
        pairs = {(a or b, a and b) for a in both_ways(sy) for b in both_ways(pe)}
    else:
        left = [x for x in (sy, pe) if x is not None]
        pairs = {(any(left), all(left))} if left else {(False, False), (True, False), (True, True)}
    return {(e, b, w, c) for e, b in pairs for w in both_ways(weak) for c in both_ways(contained)}


def evaluate(quest, answers, core="needs", lost_fact="removed", alongside=False, notes=False, lost_trio="unknown",
             two_of="absolute"):
    for q in answers:
        if q not in quest.by_id:
            raise ValueError(f"no such question: {q}")
    sections = list(CAPACITIES) + ["facts"]
    # sections that a component binds together are combined together
    owner = {s: {s} for s in sections}
    for _, es in quest.components:
        merged = set().union(*[owner[SECTION[e]] for e in es])
        for s in merged:
            owner[s] = merged
    parts = []
    for group in {frozenset(g) for g in owner.values()}:
        comps = [c for c in quest.components if SECTION[c[1][0]] in group]
        seen = set()
        for combo in itertools.product(*[sorted(reachable(quest, c, answers), key=repr) for c in comps]):
            value = dict(pair for part in combo for pair in part)
            options = []
            for s in sections:
                if s not in group:
                    options.append([None])
                elif s == "facts":
                    options.append([tuple(value[f] for f in FACTS)])
                else:
                    options.append(sorted(grade(s, value, core, lost_trio, two_of)))
            seen.update(itertools.product(*options))
        parts.append(seen)
    grades = {c: set() for c in CAPACITIES}
    rules, pairs, outcomes, worlds = set(), [], [], set()
    for combo in itertools.product(*parts):
        worlds.add(tuple(next((x[i] for x in combo if x[i] is not None), None) for i in range(4)))
    for s, p, d, facts in worlds:
        for c, g in zip(CAPACITIES, (s, p, d)):
            grades[c].add(g)
        for either, both, weak, contained in readings(facts, lost_fact):
            r = row(s, p, d, either, both, weak)
            rules.add(r)
            a = beside(r, s, p, contained)
            pairs.append({(r, o) for o in a})
            outcomes.append(a)
    result = {"grades": {c: sorted(g) for c, g in grades.items()},
              "tier": sorted({TIER[r] for r in rules}), "rules": sorted(rules)}
    if alongside:
        lists = lambda xs: [list(x) if isinstance(x, tuple) else x for x in sorted(xs)]
        result["alongside"] = {"possible": lists(set().union(*pairs)), "certain": lists(set.intersection(*pairs)),
                               "outcomes-possible": lists(set().union(*outcomes)),
                               "outcomes-certain": lists(set.intersection(*outcomes))}
    if notes:
        result["notes"] = touched(quest, answers)
    return result


def touched(quest, answers):
    """Which ambiguity a sheet may rest on."""
    gone = {e for c in quest.components for combo in reachable(quest, c, answers) for e, v in combo if v is None}
    out = []
    if gone & set(TRIO):
        out.append("A1")
    if len(gone & {"systemic", "persistent"}) == 1:
        out.append("A2")
    if "governance-weak" in gone or {"systemic", "persistent"} <= gone:
        out.append("A3")
    for c, es in CAPACITIES.items():
        k = len(gone & set(es))
        if k and 2 * (len(es) - k) == len(es):
            out.append("A7")
            break
    return out


# ---- the questionnaire from YAML (for testing only) --------------------------------------------------------------

def tiny_yaml(text):
    """Reads the subset of YAML that leadership.yaml is written in."""
    lines = [l.rstrip() for l in text.splitlines()]
    lines = [l for l in lines if l.strip() and not l.lstrip().startswith("#")]

    def scalar(t):
        t = t.strip()
        if t in ("true", "yes"):
            return True
        if t in ("false", "no"):
            return False
        if t in ("", "null", "~"):
            return None
        try:
            return int(t)
        except ValueError:
            return t

    def flow(t, i):
        def ws(i):
            while i < len(t) and t[i] == " ":
                i += 1
            return i
        i = ws(i)
        if t[i] == "[":
            out, i = [], ws(i + 1)
            while t[i] != "]":
                v, i = flow(t, i)
                out.append(v)
                i = ws(i)
                if t[i] == ",":
                    i = ws(i + 1)
            return out, i + 1
        if t[i] == "{":
            out, i = {}, ws(i + 1)
            while t[i] != "}":
                j = t.index(":", i)
                k = t[i:j].strip()
                v, i = flow(t, j + 1)
                out[k] = v
                i = ws(i)
                if t[i] == ",":
                    i = ws(i + 1)
            return out, i + 1
        if t[i] == '"':
            j = i + 1
            while t[j] != '"':
                j += 2 if t[j] == "\\" else 1
            return json.loads(t[i:j + 1]), j + 1
        j = i
        while j < len(t) and t[j] not in ",]}":
            j += 1
        return scalar(t[i:j]), j

    def value(t):
        t = t.strip()
        return flow(t, 0)[0] if t[:1] in '[{"' else scalar(t)

    indent = lambda l: len(l) - len(l.lstrip())

    def split(t):
        i = t.find(": ")
        if i >= 0:
            return t[:i], t[i + 2:]
        return (t[:-1], "") if t.endswith(":") else (None, None)

    def block(i, ind):
        if lines[i].lstrip().startswith("- "):
            out = []
            while i < len(lines) and indent(lines[i]) == ind and lines[i].lstrip().startswith("- "):
                rest = lines[i].lstrip()[2:]
                if rest[:1] not in '[{"' and split(rest)[0] and " " not in split(rest)[0]:
                    lines[i] = " " * (ind + 2) + rest
                    v, i = block(i, ind + 2)
                else:
                    v, i = value(rest), i + 1
                out.append(v)
            return out, i
        out = {}
        while i < len(lines) and indent(lines[i]) == ind and not lines[i].lstrip().startswith("- "):
            k, rest = split(lines[i].strip())
            if rest:
                out[k], i = value(rest), i + 1
            elif i + 1 < len(lines) and indent(lines[i + 1]) > ind:
                out[k], i = block(i + 1, indent(lines[i + 1]))
            else:
                out[k], i = None, i + 1
        return out, i
    return block(0, 0)[0]


def make_questions(path, tiny=False):
    with open(path, encoding="utf-8") as f:
        text = f.read()
    doc = None
    if not tiny:
        try:
            import yaml
            doc = yaml.safe_load(text)
        except ImportError:
            pass
    doc = tiny_yaml(text) if doc is None else doc
    scales = doc.get("scales") or {}
    out = []
    for area in doc["areas"]:
        for q in area["questions"]:
            rating = q["kind"] == "rating"
            scale = scales[q.get("scale") or next(iter(scales))] if rating else {}
            out.append({
                "id": q["id"], "kind": q["kind"],
                "met_from": scale["met-from"] if rating else None,
                "levels": len(q.get("levels") or scale["levels"]) if rating else None,
                "options": [{"id": o["id"], "supports": o.get("supports") or []} for o in q.get("options") or []],
                "supports": q.get("supports") or [],
                "ask_when": q.get("ask-when"),
            })
    return {"questions": out}


# ---- random sheets -----------------------------------------------------------------------------------------------

def random_sheet(quest, rng):
    def level(q, good):
        n, met = int(q["levels"]), int(q["met_from"])
        return rng.randint(met, n) if rng.random() < good else rng.randint(1, met - 1)
    one = rng.choice([0.02, 0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97])
    goods = {s: one for s in CAPACITIES}
    if rng.random() < 0.5:                                      # the capacities differ
        goods = {s: rng.choice([0.03, 0.3, 0.5, 0.6, 0.9, 0.97]) for s in CAPACITIES}
    facts = rng.choice([0.0, 0.1, 0.5, 0.5, 0.9])
    weak_gov = rng.choice([0.05, 0.4])
    fact_style = rng.choice(["answered", "answered", "mixed", "open"])
    answers = {}
    for q in quest.all:
        qid = q["id"]
        feeds = quest.feeds.get(qid, {})
        if q.get("ask_when"):
            known = {r: (NA if answers.get(r) is None else answers[r]) for r in quest.by_id}
            if not holds(quest, q["ask_when"], known):
                continue
        if q["kind"] == "rating":
            sec = [SECTION[e] for e in feeds if SECTION[e] != "facts"]
            answers[qid] = level(q, goods[sec[0]] if sec else one)
        elif q["kind"] == "yes-no":
            answers[qid] = rng.random() < (weak_gov if "governance-weak" in feeds else facts)
        elif q["kind"] == "choice":
            ids = [o["id"] for o in q["options"]]
            hot = sorted({o for e, os in feeds.items() if os for o in os})
            cold = [o for o in ids if o not in hot]
            answers[qid] = rng.choice((hot if rng.random() < facts else cold) if hot and cold else ids)
    # Some questions are taken back: facts in their own way, then don't know, not applicable, left out.
    for qid in [q for q in answers if quest.by_id[q]["kind"] != "rating"]:
        x = rng.random()
        p = {"answered": 0.03, "mixed": 0.35, "open": 0.9}[fact_style]
        if x < p * 0.45:
            answers[qid] = "dont-know"
        elif x < p * 0.9:
            answers.pop(qid)
        elif x < p:
            answers[qid] = NA
    rated = [q for q in answers if quest.by_id[q]["kind"] == "rating"]
    if rng.random() < 0.2:                                      # a whole element goes, or several
        for e in rng.sample(sorted(TWO_THIRDS), rng.choice([1, 1, 1, 2, 3])):
            lost = [q for q in rated if e in quest.feeds.get(q, {})]
            if sum(answers[q] == NA for q in rated) + len(lost) <= 8:
                for q in lost:
                    answers[q] = NA
    free = [q for q in rated if answers[q] != NA]
    rng.shuffle(free)
    taken = len(rated) - len(free)
    for count, a in ((min(rng.choice([0, 0, 0, 1, 2, 3, 4, 8]), 8 - taken), NA),
                     (rng.choice([0, 0, 0, 1, 2, 3, 4, 6, 8, 10, 12]), "dont-know"),
                     (rng.choice([0, 0, 0, 0, 1, 2, 3]), None)):
        for q in free[:count]:
            if a is None and rng.random() < 0.5:
                answers.pop(q)
            else:
                answers[q] = a
        free = free[count:]
    return {"answers": answers}


# ---- self-test ---------------------------------------------------------------------------------------------------

def naive(quest, answers):
    """Every completion of every relevant question, one by one; nothing shared with evaluate but the single world."""
    qs = sorted(quest.relevant)
    grades, rules = {c: set() for c in CAPACITIES}, set()
    for values in itertools.product(*[quest.choices(q, answers) for q in qs]):
        c = dict(zip(qs, values))
        v = {e: element(quest, e, qs, c) for e in SECTION}
        gs = [grade(k, v) for k in CAPACITIES]
        for k, g in zip(CAPACITIES, gs):
            grades[k] |= g
        for (s, p, d) in itertools.product(*gs):
            for either, both, weak, _ in readings(tuple(v[f] for f in FACTS)):
                rules.add(row(s, p, d, either, both, weak))
    return {"grades": {k: sorted(g) for k, g in grades.items()},
            "tier": sorted({TIER[r] for r in rules}), "rules": sorted(rules)}


def self_test(quest, yaml_path):
    count = [0]

    def check(name, got, want):
        count[0] += 1
        if got != want:
            print(f"FAILED {name}\n  got  {got}\n  want {want}")
            sys.exit(1)

    fed = {e: sorted(q for q, f in quest.feeds.items() if e in f) for e in SECTION}
    # how many questions each element has: section 3 of the specification
    check("questions per element", {e: len(q) for e, q in fed.items()}, {
        "listens": 3, "service-gets-it": 2, "politicians-get-it": 2, "corporate-gets-it": 1,
        "self-assesses-accurately": 3, "finds-root-causes": 3,
        "knows-what-is-required": 3, "sets-priorities": 2, "plans-with-staff": 1, "plans-with-partners": 1,
        "resourced": 1, "structures-and-caseloads": 2, "project-discipline": 3, "backed-by-politicians": 4,
        "backed-by-corporate-centre": 2, "backed-by-partners": 1,
        "systemic": 1, "persistent": 1, "governance-weak": 1, "contained-area-without-grip": 1})
    attempts = fed["persistent"][0]
    S, P, D = CAPACITIES.values()
    ACC, ROOT = "self-assesses-accurately", "finds-root-causes"

    def sheet(no=(), gone=(), openn=(), facts=(), attempts_is="none", **_):
        """All met and no trouble; the elements in `no` unmet, in `gone` not applicable, in `openn` don't know."""
        a = {}
        for e, qs in fed.items():
            for q in qs:
                kind = quest.by_id[q]["kind"]
                a[q] = 3 if kind == "rating" else False
        for e in no:
            a.update({q: 2 for q in fed[e]})
        a[attempts] = attempts_is
        for f in facts:
            if f == "persistent":
                a[attempts] = "one"
            else:
                a[fed[f][0]] = True
        for e in gone:
            a.update({q: NA for q in fed[e]})
        for e in openn:
            a.update({q: "dont-know" for q in fed[e]})
        return a

    def g(answers, c, **kw):
        return evaluate(quest, answers, **kw)["grades"][c]

    def r(answers, **kw):
        e = evaluate(quest, answers, **kw)
        return e["rules"], e["tier"]

    # -- the table, every row
    SL, ES, AD = "sector-led", "external-scrutiny", "alternative-delivery"
    SY, PE, GW = "systemic", "persistent", "governance-weak"
    s_part, s_lack = (TRIO[0], ACC, ROOT), TRIO                 # 3 of 6 met, two get it; nobody gets it
    p_part, p_lack = P[:2], P[:3]                               # 2 of 4; 1 of 4
    d_part, d_lack = D[:3], D[:4]                               # 3 of 6; 2 of 6
    rows = [
        ((), (), "all-in-place", SL),
        ((), (SY,), "one-not-both", SL), ((), (PE,), "one-not-both", SL),
        ((), (GW,), "governance", ES), ((), (GW, SY), "governance", ES), ((), (GW, PE), "governance", ES),
        (s_part, (), "one-gap", SL), (p_part, (), "one-gap", SL),
        (s_part, (SY,), "otherwise", ES), (p_part, (PE,), "otherwise", ES), (s_part, (GW,), "otherwise", ES),
        (s_part + p_part, (), "otherwise", ES), (s_lack, (), "otherwise", ES), (p_lack, (), "otherwise", ES),
        (s_part + d_part, (), "otherwise", ES), (p_part + d_lack, (), "otherwise", ES),
        (d_part, (), "obstacles", ES), (d_lack, (), "obstacles", ES), (d_lack, (SY, PE, GW), "obstacles", ES),
        (d_part, (GW,), "obstacles", ES),
        (s_lack + p_lack + d_lack, (SY,), "all-lacking", AD), (s_lack + p_lack + d_lack, (PE,), "all-lacking", AD),
        (s_lack + p_lack + d_lack, (SY, PE, GW), "all-lacking", AD),
        (s_lack + p_lack + d_lack, (), "otherwise", ES), (s_lack + p_lack + d_lack, (GW,), "otherwise", ES),
        (s_part + p_lack + d_lack, (SY, PE), "otherwise", ES), (s_lack + p_lack + d_part, (SY, PE), "otherwise", ES),
        (s_lack + p_lack, (SY, PE), "otherwise", ES),
        ((), (SY, PE), "systemic-with-grip", ES), ((), (SY, PE, GW), "systemic-with-grip", ES),
    ]
    for no, facts, rule, tier in rows:
        check(f"row {rule}: unmet {no}, {facts}", r(sheet(no, facts=facts)), ([rule], [tier]))
    check("two attempts are persistent, too", r(sheet(attempts_is="more")), (["one-not-both"], [SL]))
    check("a contained area moves no tier", r(sheet(facts=("contained-area-without-grip",))), (["all-in-place"], [SL]))

    # -- grades: self-assess, N = 6
    for no, want in [
        ((), "in-place"), ((ACC,), "in-place"), ((ACC, ROOT), "in-place"),              # 6, 5, 4 with the needs
        ((TRIO[2],), "in-place"), ((TRIO[0], ROOT), "in-place"),                        # two of the three suffice
        ((TRIO[1], ACC, ROOT), "partly"),                                               # 3 of 6
        (("listens",), "partly"), (("listens", ACC), "partly"),                         # 5 and 4, nobody listens
        ((TRIO[0], TRIO[1]), "partly"),                                                 # 4, one of the three
        (("listens", ACC, ROOT), "partly"),                                             # 3: the three alone
        ((TRIO[0], TRIO[1], ACC), "partly"),                                            # 3: one of the three
        (TRIO, "lacking"),                                                              # 3, none of the three
        ((TRIO[0], "listens", ACC, ROOT), "lacking"),                                   # 2
        ((TRIO[0], TRIO[1], "listens", ROOT), "lacking"), (S[:5], "lacking"), (S, "lacking"),
    ]:
        check(f"S without {no}", g(sheet(no), SELF), [want])
    # -- plan, N = 4: 3, 4 in place; 2 partly; 0, 1 lacking. Deliver, N = 6: 4..6; 3; 0..2
    for k, want in enumerate(["in-place", "in-place", "partly", "lacking", "lacking"]):
        for no in itertools.combinations(P, k):
            check(f"P without {no}", g(sheet(no), PLAN), [want])
    for k, want in enumerate(["in-place"] * 3 + ["partly"] + ["lacking"] * 3):
        for no in itertools.combinations(D, k):
            check(f"D without {no}", g(sheet(no), DELIVER), [want])
    # -- with elements gone. P: N = 3 has no partly (3M <= 3 or 3M >= 6); N = 2: 1 is partly; N = 1 is too few
    for gone, want in [(1, ["in-place", "in-place", "lacking", "lacking"]), (2, ["in-place", "partly", "lacking"])]:
        for k, w in enumerate(want):
            check(f"P, {gone} gone, {k} unmet", g(sheet(P[gone:gone + k], gone=P[:gone]), PLAN), [w])
    check("P, 3 gone", g(sheet(gone=P[:3]), PLAN), sorted(GRADES))
    check("P, all gone", g(sheet(gone=P), PLAN), sorted(GRADES))
    # D: N = 5: 4, 5 in place (12 >= 10), 2, 3 partly, 0, 1 lacking (3 <= 5); N = 4: 3, 4; 2; 0, 1; N = 3: 2, 3; 0, 1
    for gone, want in [(1, "iipp" + "ll"), (2, "iip" + "ll"), (3, "iill")]:
        for k, w in enumerate(want):
            w = {"i": "in-place", "p": "partly", "l": "lacking"}[w]
            check(f"D, {gone} gone, {k} unmet", g(sheet(D[gone:gone + k], gone=D[:gone]), DELIVER), [w])
    check("D, 4 gone", g(sheet(gone=D[:4]), DELIVER), sorted(GRADES))
    # S: accuracy and causes gone, N = 4: the three and no listening is 3 of 4, partly for the needs
    check("S, two gone", g(sheet(gone=(ACC, ROOT)), SELF), ["in-place"])
    check("S, two gone, no listening", g(sheet(("listens",), gone=(ACC, ROOT)), SELF), ["partly"])
    check("S, one gone, 3 of 5", g(sheet((ACC, TRIO[0]), gone=(ROOT,)), SELF), ["partly"])
    # -- a core element lost
    check("listens lost", g(sheet(gone=("listens",)), SELF), sorted(GRADES))
    check("listens lost: tier", r(sheet(gone=("listens",))), (["all-in-place", "one-gap", "otherwise"], sorted([ES, SL])))
    check("listens lost, all else lacking", r(sheet(S[1:] + P + D, gone=("listens",), facts=(SY,))),
          (["all-lacking", "otherwise"], [AD, ES]))
    check("one of the three lost", g(sheet(gone=TRIO[2:]), SELF), sorted(GRADES))
    check("the same, --core listens", g(sheet(gone=TRIO[2:]), SELF, core="listens"), ["in-place"])
    check("two lost, --core listens: two cannot be met", g(sheet(gone=TRIO[1:]), SELF, core="listens"), ["partly"])
    check("three lost, --core listens", g(sheet(gone=TRIO), SELF, core="listens"), sorted(GRADES))
    check("not core", g(sheet(gone=(ACC,)), SELF), ["in-place"])

    # -- question share
    def few(e, met, na=0, dk=0, rest=()):
        a = sheet(rest)
        for i, q in enumerate(fed[e]):
            a[q] = NA if i < na else "dont-know" if i < na + dk else 4 if i < na + dk + met else 1
        return a
    BP = "backed-by-politicians"
    for e, c, rest, args, want in [
        # two other elements of D unmet and this one true: 4 of 6 in place; false: 3 of 6 partly
        (BP, DELIVER, D[:2], (4,), ["in-place"]), (BP, DELIVER, D[:2], (3,), ["in-place"]),      # 9 >= 8
        (BP, DELIVER, D[:2], (2,), ["partly"]),                                                  # 6 < 8
        (BP, DELIVER, D[:2], (2, 1), ["in-place"]), (BP, DELIVER, D[:2], (1, 1), ["partly"]),    # of 3
        (BP, DELIVER, D[:2], (1, 2), ["partly"]), (BP, DELIVER, D[:2], (2, 2), ["in-place"]),    # of 2
        (BP, DELIVER, D[:2], (1, 3), ["in-place"]),                                              # of 1
        (BP, DELIVER, D[:2], (3, 0, 1), ["in-place"]), (BP, DELIVER, D[:2], (2, 0, 1), ["in-place", "partly"]),
        (BP, DELIVER, D[:2], (1, 0, 1), ["partly"]), (BP, DELIVER, D[:2], (0, 0, 3), ["in-place", "partly"]),
        ("listens", SELF, (), (2,), ["in-place"]), ("listens", SELF, (), (1,), ["partly"]),
        ("listens", SELF, (), (2, 0, 1), ["in-place"]), ("listens", SELF, (), (1, 0, 1), ["in-place", "partly"]),
        ("listens", SELF, (), (1, 1), ["partly"]), ("listens", SELF, (), (1, 1, 1), ["in-place", "partly"]),
        (TRIO[1], SELF, (ACC, ROOT), (1,), ["partly"]),                                          # 3 < 4, so 3 of 6
        (TRIO[1], SELF, (ACC, ROOT), (1, 1), ["in-place"]),
        ("sets-priorities", PLAN, P[:1], (1,), ["partly"]), ("sets-priorities", PLAN, P[:1], (1, 0, 1), ["in-place", "partly"]),
    ]:
        check(f"share of {e} {args}", g(few(e, *args, rest=rest), c), want)

    # -- open answers
    check("all of S open", g(sheet(openn=S), SELF), sorted(GRADES))
    check("nothing answered", r({}), (sorted(TIER), sorted({SL, ES, AD})))
    check("attempts open", r(dict(sheet(facts=(SY,)), **{attempts: None})), (["one-not-both", "systemic-with-grip"], [ES, SL]))
    check("attempts open, all lacking", r(dict(sheet(s_lack + p_lack + d_lack), **{attempts: "dont-know"})),
          (["all-lacking", "otherwise"], [AD, ES]))
    check("governance open", r(dict(sheet(), **{fed[GW][0]: "dont-know"})), (["all-in-place", "governance"], [ES, SL]))
    check("one capacity open", r(sheet(openn=P)), (["all-in-place", "one-gap", "otherwise"], [ES, SL]))
    check("P[0] and P[1] open: never lacking", r(sheet(openn=P[:2])), (["all-in-place", "one-gap"], [SL]))
    # -- facts not applicable
    gone = {fed[SY][0]: NA}
    check("systemic gone, persistent", r(dict(sheet(facts=(PE,)), **gone)), (["systemic-with-grip"], [ES]))
    check("the same, --lost-fact open", r(dict(sheet(facts=(PE,)), **gone), lost_fact="open"),
          (["one-not-both", "systemic-with-grip"], [ES, SL]))
    check("systemic gone, not persistent", r(dict(sheet(), **gone)), (["all-in-place"], [SL]))
    check("both gone", r(dict(sheet(), **gone, **{attempts: NA})), (["all-in-place", "one-not-both", "systemic-with-grip"], [ES, SL]))
    check("governance gone", r(dict(sheet(), **{fed[GW][0]: NA})), (["all-in-place", "governance"], [ES, SL]))

    # -- a single 2 among 3s moves nothing
    for e in TWO_THIRDS:
        for q in fed[e]:
            check(f"one 2 at {q}", r(dict(sheet(), **{q: 2})), (["all-in-place"], [SL]))
    # -- a better grade or fact never leads to more intrusive support
    order, weight = ["lacking", "partly", "in-place"], {SL: 0, ES: 1, AD: 2}
    worlds = {}
    for s, p, d in itertools.product(range(3), repeat=3):
        for sy, pe, gw in itertools.product((1, 0), repeat=3):
            rule = row(order[s], order[p], order[d], sy or pe, sy and pe, gw)
            worlds[(s, p, d, 1 - sy, 1 - pe, 1 - gw)] = (weight[TIER[rule]], beside(rule, order[s], order[p], False))
    for w, (t, b) in worlds.items():
        for i in range(6):
            v = w[:i] + (w[i] + 1,) + w[i + 1:]
            if v in worlds:
                t2, b2 = worlds[v]
                check(f"better {w} -> {v}", (t2 <= t, t2 < t or SL in b2 or SL not in b or t == 0), (True, True))

    # -- ask-when, and a question shared by two capacities, against the naive walk through all completions
    doc = json.loads(json.dumps({"questions": quest.all}))
    by = {q["id"]: q for q in doc["questions"]}
    a, b = fed["resourced"][0], fed["plans-with-staff"][0]
    by[a]["supports"] = ["isos/resourced", "isos/plans-with-partners"]
    by[b]["ask_when"] = {"any": [{"question": fed["listens"][0], "is": [1, 4]}, {"not": {"question": fed[SY][0], "is": [True]}}]}
    odd = Questionnaire(doc)
    check("not asked: 2 of 3 others", evaluate(odd, dict(sheet(P[:1], facts=(SY,)), **{b: 1}))["grades"][PLAN], ["in-place"])
    check("asked: 2 of 4", evaluate(odd, dict(sheet(P[:1]), **{b: 1}))["grades"][PLAN], ["partly"])
    check("level open", evaluate(odd, dict(sheet(P[:1], facts=(SY,)), **{b: 1, fed["listens"][0]: None}))["grades"][PLAN],
          ["in-place", "partly"])
    rng = random.Random(7)
    for qn in (quest, odd):
        done = 0
        while done < 300:
            answers = random_sheet(qn, rng)["answers"]
            size = 1
            for q in qn.relevant:
                size *= len(qn.choices(q, answers))
            if size > 600:
                continue
            done += 1
            check(f"naive {answers}", evaluate(qn, answers), naive(qn, answers))

    # -- the generator reaches everything, in determined sheets, too; and stays within its bounds
    rng, seen, sure = random.Random(1), set(), set()
    for _ in range(1500):
        answers = random_sheet(quest, rng)["answers"]
        rated = [q for q in answers if quest.by_id[q]["kind"] == "rating"]
        check("bounds", (sum(answers[q] == NA for q in rated) <= 8, sum(answers[q] == "dont-know" for q in rated) <= 12), (True, True))
        e = evaluate(quest, answers)["rules"]
        seen |= set(e)
        sure |= set(e) if len(e) == 1 else set()
    check("every rule occurs", (sorted(seen), sorted(sure)), (sorted(TIER), sorted(TIER)))
    # -- the two readers of YAML agree
    if yaml_path and os.path.exists(yaml_path):
        check("tiny reader", make_questions(yaml_path, tiny=True), make_questions(yaml_path))
    print(f"self-test: {count[0]} checks passed")


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    ap = argparse.ArgumentParser(description="Oracle for the support tier")
    ap.add_argument("questions", nargs="?", help="the questionnaire as JSON")
    ap.add_argument("--random", type=int, metavar="N")
    ap.add_argument("--seed", type=int, default=0, metavar="S")
    ap.add_argument("--self-test", action="store_true")
    ap.add_argument("--make-questions", metavar="YAML")
    ap.add_argument("--core", choices=["needs", "listens"], default="needs")
    ap.add_argument("--lost-fact", choices=["removed", "open"], default="removed")
    ap.add_argument("--lost-trio", choices=["unknown", "every"], default="unknown")
    ap.add_argument("--two-of", choices=["absolute", "left"], default="absolute")
    ap.add_argument("--alongside", action="store_true")
    ap.add_argument("--notes", action="store_true", help="name the ambiguities a sheet may rest on")
    args = ap.parse_args()
    yaml_path = os.path.join(here, "leadership.yaml")
    if args.make_questions:
        print(json.dumps(make_questions(args.make_questions), indent=1))
        return
    if args.questions:
        with open(args.questions, encoding="utf-8") as f:
            quest = Questionnaire(json.load(f))
    elif args.self_test:
        quest = Questionnaire(make_questions(yaml_path))
    else:
        ap.error("the questionnaire is missing")
    if args.self_test:
        self_test(quest, yaml_path)
    elif args.random is not None:
        rng = random.Random(args.seed)
        for _ in range(args.random):
            print(json.dumps(random_sheet(quest, rng)))
    else:
        for line in sys.stdin:
            if line.strip():
                print(json.dumps(evaluate(quest, json.loads(line)["answers"], args.core, args.lost_fact,
                                          args.alongside, args.notes, args.lost_trio, args.two_of)), flush=True)


if __name__ == "__main__":
    main()
