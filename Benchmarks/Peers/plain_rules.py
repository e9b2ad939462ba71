"""Writes the leadership rules and the sheets as bare numbers, for the loop in C."""


def steps(formula):
    """A formula in postfix order: an operator, and up to two numbers with it."""
    kind, *parts = formula
    if kind == "at-least":
        return [(ord("a"), parts[0], parts[1])]
    below = [step for part in parts for step in steps(part)]
    return below + [(ord({"all": "&", "any": "|", "not": "!"}[kind]), len(parts), 0)]


def write(rules, sheets, rules_file, sheets_file):
    """Writes both files."""
    names = list(rules.conditions)
    numbers = [len(names)]
    for formula in rules.conditions.values():
        postfix = steps(formula)
        numbers += [len(postfix), *(number for step in postfix for number in step)]
    numbers += [len(rules.inputs), *(names.index(name) for name in rules.inputs), len(rules.rows)]
    numbers += [{"no": 0, "yes": 1, "any": 2}[cell] for cells, _ in rules.rows for cell in cells]
    numbers.append(len(rules.models))
    for needs in rules.models.values():
        numbers += [len(needs), *(names.index(name) for name in needs)]
    numbers.append(len(rules.signatures))
    for _, indicators in rules.signatures:
        numbers += [len(indicators), *(int(number) for indicator in indicators for number in indicator)]
    rules_file.write_text(" ".join(map(str, numbers)) + "\n")
    lines = [f"{len(sheets)} {len(rules.questions)}"]
    lines += [" ".join(str(sheet.get(place, -1)) for place in range(len(rules.questions))) for sheet in sheets]
    sheets_file.write_text("\n".join(lines) + "\n")


def said(rules, answer):
    """What the loop's numbers say, in the words of the sheets' findings."""
    fired = [then for place, (_, then) in enumerate(rules.rows) if answer[0] >> place & 1]
    models, warnings = answer[1:1 + len(rules.models)], answer[1 + len(rules.models):]
    words = {0: "not-viable", 1: "viable", 2: "undetermined"}
    order = ["clear", "watch", "evident"]
    signatures = {}
    for place, (name, indicators) in enumerate(rules.signatures):
        reached = {rules.status(count, len(indicators)) for count in range(warnings[2 * place], warnings[2 * place + 1] + 1)}
        signatures[name] = sorted(reached, key=order.index)
    return {"tier": sorted(set(fired)), "models": {name: words[value] for name, value in zip(rules.models, models)},
            "signatures": signatures}
