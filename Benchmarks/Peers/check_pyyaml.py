"""A small check of a questionnaire with PyYAML, as somebody would write it in an afternoon.

It reads both files with the parser in C, and looks at keys, kinds, names and references. It ends with 1 and a line for
each finding.
"""

import sys

import yaml

KEYS = {"id", "text", "hint", "kind", "scale", "levels", "options", "why", "look-for", "probes", "ask-when", "supports",
        "warns-of", "unit", "min", "max"}
KINDS = {"rating", "yes-no", "choice", "choices", "number", "date", "text"}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def names(formula):
    """The questions that an ask-when looks at."""
    if not isinstance(formula, dict):
        return []
    if "question" in formula:
        return [formula["question"]]
    return [name for part in formula.values() for one in (part if isinstance(part, list) else [part]) for name in names(one)]


def findings(questionnaire, framework):
    """What is wrong."""
    elements = {f"{framework['id']}/{element['id']}" for element in framework["elements"]}
    questions = [question for area in questionnaire["areas"] for question in area["questions"]]
    known, seen = {question.get("id") for question in questions}, set()
    for question in questions:
        name = question.get("id")
        if name in seen:
            yield f"{name}: twice"
        seen.add(name)
        for key in question.keys() - KEYS:
            yield f"{name}: no key {key}"
        for key in {"id", "text", "kind"} - question.keys():
            yield f"{name}: {key} is missing"
        if question.get("kind") not in KINDS:
            yield f"{name}: no kind {question.get('kind')}"
        if question.get("scale", "grip") not in questionnaire["scales"]:
            yield f"{name}: no scale {question['scale']}"
        elif question.get("kind") == "rating":
            scale = questionnaire["scales"][question.get("scale", "grip")]
            if len(question.get("levels", [])) != len(scale["levels"]):
                yield f"{name}: not as many levels as the scale has"
        if not isinstance(question.get("look-for", []), list):
            yield f"{name}: look-for is no list"
        for reference in question.get("supports", []):
            if reference not in elements:
                yield f"{name}: no element {reference}"
        for other in names(question.get("ask-when")):
            if other not in known:
                yield f"{name}: no question {other}"


def main():
    """Reads both files and says what is wrong."""
    contents = []
    for path in sys.argv[1:3]:
        with open(path, encoding="utf-8") as file:
            contents.append(yaml.load(file, Loader=LOADER))
    found = list(findings(*contents))
    print("\n".join(found))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
