#!/usr/bin/env python3
"""What was decided for real authorities beside what the rules tell of their sheets (Sessions/Places), and of made-up ones.

  places.py CANARY            print the table
  places.py CANARY --write    print it, and write it into docs/validity.md between the two marker lines
  places.py CANARY --check    end with 1 where docs/validity.md has another table
"""
import collections, concurrent.futures, csv, json, os, random, subprocess, sys, tempfile
import yaml

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
PLACES, PAGE = os.path.join(ROOT, "Sessions", "Places"), os.path.join(ROOT, "docs", "validity.md")
PLAUSIBLE = os.path.join(ROOT, "Tests", "EndToEndTests", "Plausible")
BEGIN, END = "<!-- places: written by `make places` -->", "<!-- end of places -->"
SEED, DRAWS = 20261130, 20
CAPACITIES = ("capacity-to-self-assess", "capacity-to-plan", "capacity-to-deliver")
# The facts that the tier reads: what an unknown one becomes, for this table alone.
FACTS = {"circumstances.systemic": "no", "circumstances.governance": "no", "circumstances.contained-area": "no",
         "where-you-stand.earlier-attempts": "none"}
ACCEPTS = "corporate-support.chief-executive-accepts"


class Canary:
    """The built program, with a folder of sessions of its own."""

    def __init__(self, path, sessions):
        self.path, self.sessions = path, sessions
        shown = self.run("questionnaire", "show", "leadership", "--format", "json")
        self.area, self.ratings = {}, set()
        for area in json.loads(shown)["areas"]:
            for question in area["questions"]:
                self.area[question["id"]] = area["id"]
                if question["kind"] == "rating":
                    self.ratings.add(question["id"])

    def run(self, *words):
        result = subprocess.run([self.path, *words, "--sessions", self.sessions], capture_output=True, text=True)
        if result.returncode:
            sys.exit(f"canary {' '.join(words)}: {result.stderr.strip()}")
        return result.stdout

    def start(self, title):
        return self.run("start", "leadership", "--no-walk", "--title", title).strip()

    def told(self, session, answers):
        """Records a sheet, and gives what is told of the session then."""
        with tempfile.NamedTemporaryFile("w", suffix=".yaml", dir=self.sessions) as sheet:
            sheet.write("".join(f"{question}: {answer}\n" for question, answer in answers.items()))
            sheet.flush()
            self.run("answer", session, sheet.name)
        return json.loads(self.run("evaluate", session, "--format", "json"))


def answers(path):
    """The answers of a sheet; don't knows are left out, which the rules read alike."""
    with open(path, encoding="utf-8") as file:
        sheet = yaml.load(file, yaml.BaseLoader)
    given = {question: entry["answer"] if isinstance(entry, dict) else entry for question, entry in sheet.items()}
    return {question: answer for question, answer in given.items() if answer != "dont-know"}


def filled(canary, given):
    """Unknown ratings take the lower median of their area, unknown facts "no"."""
    result = {**FACTS, **given}
    known = collections.defaultdict(list)
    for question, answer in given.items():
        if question in canary.ratings:
            known[canary.area[question]].append(int(answer))
    for question in sorted(canary.ratings - set(given)):
        rated = sorted(known[canary.area[question]])
        if rated:
            result[question] = rated[(len(rated) - 1) // 2]
    return result


def three_answers(sheet):
    """The rule that asks three things and no more; where the chief executive's acceptance is not told, it is not refused."""
    systemic = sheet.get("circumstances.systemic") == "yes"
    persistent = sheet.get("where-you-stand.earlier-attempts") in ("one", "more")
    refused = int(sheet.get(ACCEPTS, 3)) < 3
    if systemic and persistent:
        return "alternative-delivery" if refused else "external-scrutiny"
    return "sector-led"


def moved(canary, place, sheet, before):
    """In how many draws one rating in ten, moved by one level at random, changes the possible tiers."""
    session, draw, changed = canary.start(f"{place} moved"), random.Random(f"{SEED} {place}"), 0
    last = sheet
    ratings = sorted(question for question in sheet if question in canary.ratings)
    for _ in range(DRAWS):
        other = {}
        for question in draw.sample(ratings, round(len(ratings) / 10)):
            level = int(sheet[question])
            other[question] = draw.choice([to for to in (level - 1, level + 1) if 1 <= to <= 4])
        changed += canary.told(session, {**last, **other})["tier"]["possible"] != before
        last = {question: sheet[question] for question in other}
    return changed


def unmet(findings):
    """The elements of the three capacities that are not met."""
    with open(os.path.join(ROOT, "Questionnaires", "Frameworks", "isos.yaml"), encoding="utf-8") as file:
        conditions = yaml.safe_load(file)["conditions"]
    of = {condition["id"]: condition["grade"]["of"] for condition in conditions if "grade" in condition}
    return {name: [e for e in of[name] if findings["elements"][f"isos/{e}"] != "true"] for name in CAPACITIES}


def place(canary, name):
    given = answers(os.path.join(PLACES, f"{name}.yaml"))
    sheet = filled(canary, given)
    findings = canary.told(canary.start(f"{name} filled"), sheet)
    second = os.path.join(PLACES, "second", f"{name}.yaml")
    again = answers(second) if os.path.exists(second) else None
    return {
        "name": name, "given": len(given),
        "answered": canary.told(canary.start(name), given)["tier"]["possible"],
        "filled": findings["tier"]["possible"], "rules": [r["id"].split("#")[1] for r in findings["tier"]["rules"]],
        "grades": [findings["tier"]["grades"][c]["possible"] for c in CAPACITIES], "unmet": unmet(findings),
        "facts": [sheet[fact] for fact in FACTS], "early": findings["earlyWarning"]["possible"],
        "three": three_answers(sheet), "moved": moved(canary, name, sheet, findings["tier"]["possible"]),
        "second": again and [canary.told(canary.start(f"{name} again"), s)["tier"]["possible"]
                             for s in (again, filled(canary, again))],
        "second-early": again and canary.told(canary.start(f"{name} early"), filled(canary, again))["earlyWarning"]["possible"],
    }


def words(ids):
    return ", ".join(ids) if len(ids) < 3 else "any"


def among(grades):
    return ", ".join(grades) if len(grades) < 4 else "any"


def table(places, decided):
    """The table and what follows from it, as Markdown."""
    lines = ["| place | decided | told, as answered | told, filled | row | self-assess, plan, deliver | three answers | moved |",
             "|---|---|---|---|---|---|---|---|"]
    for p in places:
        mark = "" if p["filled"] == [decided[p["name"]]] else " ✗"
        lines.append(f"| {p['name']} | {decided[p['name']]} | {words(p['answered'])} | {words(p['filled'])}{mark} | {', '.join(p['rules'])} "
                     f"| {', '.join('/'.join(g) for g in p['grades'])} | {p['three']}{'' if p['three'] == decided[p['name']] else ' ✗'} "
                     f"| {p['moved']} of {DRAWS} |")
    n, agrees = len(places), lambda p: p["filled"] == [decided[p["name"]]]
    held = sum(decided[p["name"]] in p["answered"] for p in places)
    single = [p for p in places if len(p["answered"]) == 1]
    order = ("sector-led", "external-scrutiny", "alternative-delivery")
    light = [p for p in places if max(map(order.index, p["filled"])) < order.index(decided[p["name"]])]
    heavy = [p for p in places if min(map(order.index, p["filled"])) > order.index(decided[p["name"]])]
    lines += ["", f"- As answered, the set told holds what was decided in {held} of {n}. It is a single form in {len(single)}, "
              f"of which {sum(p['answered'] == [decided[p['name']]] for p in single)} are what was decided.",
              f"- Filled, {sum(map(agrees, places))} of {n} are what was decided; {len(light)} are lighter and {len(heavy)} heavier.",
              f"- The rule of three answers gets {sum(p['three'] == decided[p['name']] for p in places)} of {n}.",
              f"- One rating in ten, moved by one level at random, changed the form in {sum(p['moved'] for p in places)} of {n * DRAWS} draws "
              f"({DRAWS} a place, seed {SEED}); in none of them in {sum(p['moved'] == 0 for p in places)} places."]
    for form in order:
        of = [p for p in places if decided[p["name"]] == form]
        early = collections.Counter(words(p["early"]) for p in of)
        lines.append(f"- Early warning, filled, where {form} was decided: {', '.join(f'{k} {v}' for k, v in sorted(early.items()))}.")
    apart = [p for p in places if not agrees(p)]
    lines += ["", "Where a filled sheet is told otherwise than decided:" if apart else "No filled sheet is told otherwise than decided."]
    if apart:
        lines += ["", "| place | decided | told | by row | not met: self-assess | plan | deliver | systemic, earlier attempts |", "|---|---|---|---|---|---|---|---|"]
    for p in apart:
        lines.append(f"| {p['name']} | {decided[p['name']]} | {words(p['filled'])} | {', '.join(p['rules'])} | "
                     + " | ".join(", ".join(p["unmet"][c]) or "none" for c in CAPACITIES) + f" | {p['facts'][0]}, {p['facts'][3]} |")
    lines += ["", "The five sheets that were made twice:", "",
              "| place | first, as answered | second, as answered | first, filled | second, filled | early warning, filled: first, second |", "|---|---|---|---|---|---|"]
    for p in places:
        if p["second"]:
            lines.append(f"| {p['name']} | {words(p['answered'])} | {words(p['second'][0])} | {words(p['filled'])} | {words(p['second'][1])} "
                         f"| {words(p['early'])}; {words(p['second-early'])} |")
    return "\n".join(lines)


def plausible(canary):
    """The made-up authorities beside what a fair reader expects of them, as Markdown."""
    lines = ["The thirteen plausible authorities:", "",
             "| authority | a fair reader leads with | told | a fair reader sees | early warning told |", "|---|---|---|---|---|"]
    with open(os.path.join(PLAUSIBLE, "expected.csv"), encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name = row["name"]
            found = canary.told(canary.start(name), answers(os.path.join(PLAUSIBLE, f"{name}.yaml")))
            lines.append(f"| {name} | {row['leading'].replace('|', ' or ')} | {words(found['tier']['possible'])} "
                         f"| {row['early_warning'].replace('|', ' or ')} | {among(found['earlyWarning']['possible'])} |")
    return "\n".join(lines)


def main():
    with open(os.path.join(PLACES, "decided.csv"), encoding="utf-8") as file:
        decided = {row["place"]: row["decided"] for row in csv.DictReader(file)}
    with tempfile.TemporaryDirectory() as sessions:
        canary = Canary(os.path.abspath(sys.argv[1]), sessions)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            written = table(list(pool.map(lambda name: place(canary, name), sorted(decided))), decided)
        written += "\n\n" + plausible(canary)
    print(written)
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    before, rest = page.split(BEGIN)
    stands, after = rest.split(END)
    if "--write" in sys.argv:
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(f"{before}{BEGIN}\n\n{written}\n\n{END}{after}")
    if "--check" in sys.argv and stands.strip() != written:
        sys.exit("docs/validity.md has another table. `make places` writes it anew; then look at what is said of it.")


main()
