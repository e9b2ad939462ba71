"""Makes up a questionnaire of many questions with its framework, the same as a form, and defects in it."""

import random

SUBJECTS = ["managers", "social workers", "schools", "carers", "partners", "councillors", "young people", "health staff"]
THINGS = ["the plan", "new referrals", "visits", "the audit", "supervision", "complaints", "the budget", "caseloads"]
TIMES = ["each week", "each month", "each quarter", "each year", "after an inspection"]


def questionnaire(count):
    """The YAML of a questionnaire in areas of ten; every fifth question hangs on the one before, every tenth is yes or no."""
    lines = ["format: canary-questionnaire/1", "id: made-up", "version: 1.0.0", "title: A made-up check",
             f"minutes: {count}", "feeds: [made-up-rules]",
             "scales: {grip: {levels: [Not in place, Emerging, Established, Embedded], met-from: 3}}", "areas:"]
    for number in range(count):
        area, name = f"area-{number // 10}", f"area-{number // 10}.q{number}"
        if number % 10 == 0:
            lines += [f"  - id: {area}", f"    title: Area {number // 10}", "    questions:"]
        lines += [f"      - id: {name}", f"        text: {wording(number)}"]
        if number % 10 == 0:
            lines += ["        kind: yes-no"]
        else:
            lines += ["        kind: rating", "        levels:"]
            lines += [f"          - {level}" for level in levels(number)]
        lines += ["        why: {text: Somebody has to see it early., source: \"made-up-rules, page 1\"}",
                  f"        look-for: [The notes of meeting {number}, The figures of the last quarter]"]
        if number % 10 and number % 5 == 0:
            lines += [f"        ask-when: {{question: {area}.q{number - 1}, is: [1, 2]}}"]
        lines += [f"        supports: [made-up-rules/e{number // 4}]", ""]
    return "\n".join(lines)


def framework(count):
    """The YAML of its framework: an element for four questions, a condition for ten elements, a table."""
    elements = (count + 3) // 4
    lines = ["format: canary-framework/1", "id: made-up-rules", "version: 1.0.0", "title: Made-up rules",
             "document: {title: No such paper, authors: Nobody, year: 2026}", "elements:"]
    source = 'source: "made-up-rules, page 1"'
    lines += [f"  - {{id: e{number}, statement: Thing {number} is in place., {source}}}" for number in range(elements)]
    lines.append("conditions:")
    for number in range((elements + 9) // 10):
        members = ", ".join(f"e{element}" for element in range(10 * number, min(10 * number + 10, elements)))
        lines.append(f"  - {{id: c{number}, title: Part {number}, when: {{all: [{members}]}}, {source}}}")
    lines += [
        "tables:", "  - id: verdict", "    title: Verdict", "    hit-policy: first", "    ranked: true",
        "    inputs: [c0, c1]", "    outcomes:",
        f"      - {{id: sound, title: Sound, means: {{text: Both are in place., {source}}}}}",
        f"      - {{id: weak, title: Weak, means: {{text: One is missing., {source}}}}}",
        "    rules:",
        f"      - {{when: [yes, yes], then: sound, basis: stated, {source}}}",
        f"      - {{when: [any, any], then: weak, basis: stated, {source}}}",
    ]
    return "\n".join(lines) + "\n"


def form(count):
    """The same questions as an XLSForm, by sheets: rows of cells."""
    survey, choices = [["type", "name", "label", "relevant"]], [["list_name", "name", "label"]]
    choices += [["yn", "yes", "Yes"], ["yn", "no", "No"]]
    for number in range(count):
        if number % 10 == 0:
            if number:
                survey.append(["end group", "", "", ""])
            survey.append(["begin group", f"area{number // 10}", f"Area {number // 10}", ""])
            survey.append(["select_one yn", f"q{number}", wording(number), ""])
            continue
        choices += [[f"l{number}", str(level + 1), text] for level, text in enumerate(levels(number))]
        relevant = f"${{q{number - 1}}} = '1' or ${{q{number - 1}}} = '2'" if number % 5 == 0 else ""
        survey.append([f"select_one l{number}", f"q{number}", wording(number), relevant])
    survey.append(["end group", "", "", ""])
    return {"survey": survey, "choices": choices, "settings": [["form_title", "form_id"], ["A made-up check", "made_up"]]}


def wording(number):
    """A question in plain words."""
    one = random.Random(number)
    return f"How do {one.choice(SUBJECTS)} look at {one.choice(THINGS)} {one.choice(TIMES)} in locality {number}?"


def levels(number):
    """What is seen at each of four levels."""
    one = random.Random(number + 1_000_000)
    who = one.choice(SUBJECTS)
    return [f"Nobody looks at it in locality {number}.", f"It is looked at when {who} ask.",
            f"It is looked at {one.choice(TIMES)}, and {who} hear of it.", f"{who.capitalize()} change what they do after it."]


def defects(text, seed):
    """Defects by name, each with the whole text that has it, at a seeded place, and the first line on which it shows."""
    one = random.Random(seed)
    lines = text.split("\n")

    def pick(beginning, after=20):
        return one.choice([place for place, line in enumerate(lines) if place > after and line.startswith(beginning)])

    def swap(place, old, new):
        return "\n".join(lines[:place] + [lines[place].replace(old, new, 1)] + lines[place + 1:]), place + 1

    def without(place):
        return "\n".join(lines[:place] + lines[place + 1:]), place

    def double(place):
        return "\n".join(lines[:place + 1] + [lines[place]] + lines[place + 1:]), place + 2

    def above(place):
        return next(line for line in reversed(lines[:place]) if line.startswith("      - id:"))

    def again(place):
        return "\n".join(lines[:place] + [above(place)] + lines[place + 1:]), place + 1

    def cycle(place):
        # The question before is asked only when this one is answered, which waits for it.
        name = above(place).split(": ")[1]
        before = max(p for p in range(place) if lines[p].startswith("        supports:"))
        waits = f"        ask-when: {{question: {name}, is: [1]}}"
        return "\n".join(lines[:before] + [waits] + lines[before:]), before + 1

    level = pick("          - ")
    rating = pick("        kind: rating")
    return {
        "a key that does not exist": swap(pick("        look-for:"), "look-for", "lookfor"),
        "a key that is missing": without(pick("        text:")),
        "a key twice": double(pick("        text:")),
        "a kind that does not exist": swap(rating, "rating", "ratings"),
        "a text in place of a list": swap(pick("        look-for:"), "[The notes", "The notes"),
        "an id of another shape": swap(pick("      - id:"), ".q", ".q!"),
        "an id twice": again(pick("      - id:", 200)),
        "an element that does not exist": swap(pick("        supports:"), "/e", "/f"),
        "a question that does not exist": swap(pick("        ask-when:"), ".q", ".w"),
        "an answer that cannot be": swap(pick("        ask-when:"), "is: [1, 2]", "is: [7]"),
        "questions that wait for each other": cycle(pick("        ask-when:")),
        "a level too few": without(level),
        "two levels that say the same": double_level(lines, level),
        "a scale that does not exist": swap(rating, "rating", "rating\n        scale: grasp"),
        "a bracket that is not closed": swap(pick("        supports:"), "]", ""),
        "a tab in the margin": swap(pick("        kind:"), "        ", "\t"),
    }


def double_level(lines, place):
    """The level at a place says what the one beside it says."""
    other = place + 1 if lines[place + 1].startswith("          - ") else place - 1
    return "\n".join(lines[:place] + [lines[other]] + lines[place + 1:]), min(place, other) + 1
