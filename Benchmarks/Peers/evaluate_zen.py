"""The leadership rules in zen-engine: expressions for conditions, models and counts, a decision table for the tier."""

import json

import zen

import engine


def expression(formula):
    """A formula in ZEN's expression language."""
    kind, *parts = formula
    if kind == "at-least":
        return f"q{parts[0]} >= {parts[1]}"
    if kind == "not":
        return f"not ({expression(parts[0])})"
    return "(" + (" and " if kind == "all" else " or ").join(expression(part) for part in parts) + ")"


def prepare(rules, sheets):
    """One decision, loaded once."""
    fields = {name: f"c{place}" for place, name in enumerate(rules.conditions)}
    lines = [(fields[name], expression(formula)) for name, formula in rules.conditions.items()]
    lines += [(f"m{place}", " and ".join(f"$.{fields[name]}" for name in needs))
              for place, needs in enumerate(rules.models.values())]
    for place, (_, indicators) in enumerate(rules.signatures):
        lines.append((f"s{place}", " + ".join(f"(q{question} {'>=' if above else '<'} {met} ? 1 : 0)"
                                              for question, met, above in indicators)))
    cells = {"yes": "true", "no": "false", "any": ""}
    table = [{"_id": f"r{place}", "o": str(place + 1)} | {fields[name]: cells[cell] for name, cell in zip(rules.inputs, row)}
             for place, (row, _) in enumerate(rules.rows)]
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {"id": "formulas", "name": "formulas", "type": "expressionNode", "position": {"x": 0, "y": 0},
         "content": {"expressions": [{"id": key, "key": key, "value": value} for key, value in lines]}},
        {"id": "tier", "name": "tier", "type": "decisionTableNode", "position": {"x": 0, "y": 0},
         "content": {"hitPolicy": "first", "passThrough": True, "rules": table,
                     "inputs": [{"id": fields[name], "name": name, "field": fields[name]} for name in rules.inputs],
                     "outputs": [{"id": "o", "name": "row", "field": "row"}]}},
        {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 0, "y": 0}},
    ]
    edges = [{"id": f"{a}-{b}", "type": "edge", "sourceId": a, "targetId": b}
             for a, b in (("in", "formulas"), ("formulas", "tier"), ("tier", "out"))]
    decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))
    # Null where nothing is known: a field that is missing is no other case to the engine.
    named = [{f"q{place}": sheet.get(place) for place in range(len(rules.questions))} for sheet in sheets]
    texts = [json.dumps(sheet) for sheet in named]
    models, signatures = range(len(rules.models)), range(len(rules.signatures))

    def evaluated(sheet):
        try:
            result = decision.evaluate(sheet)["result"]
            return [int(result["row"]), *(int(bool(result[f"m{place}"])) for place in models),
                    *(int(result[f"s{place}"]) for place in signatures)]
        except Exception:
            return None

    return {
        "dictionaries": lambda: [evaluated(sheet) for sheet in named],
        "JSON text": lambda: [evaluated(text) for text in texts],
    }


if __name__ == "__main__":
    engine.main(prepare)
