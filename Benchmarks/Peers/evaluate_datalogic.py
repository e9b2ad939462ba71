"""The leadership rules in datalogic-py (JSONLogic), in each of the ways in which it can be called for many sheets."""

import json

import datalogic_py

import engine


def logic(formula):
    """A formula as JSONLogic."""
    kind, *parts = formula
    if kind == "at-least":
        return {">=": [{"var": f"q{parts[0]}"}, parts[1]]}
    if kind == "not":
        return {"!": logic(parts[0])}
    return {"and" if kind == "all" else "or": [logic(part) for part in parts]}


def prepare(rules, sheets):
    """One rule with all outputs, compiled once."""
    conditions = {name: logic(formula) for name, formula in rules.conditions.items()}
    choice = []
    for place, (cells, _) in enumerate(rules.rows):
        wanted = [conditions[name] if cell == "yes" else {"!": conditions[name]}
                  for name, cell in zip(rules.inputs, cells) if cell != "any"]
        choice += [{"and": wanted}, place + 1] if wanted else [place + 1]
    outputs = [{"if": choice}]
    outputs += [{"if": [{"and": [conditions[name] for name in needs]}, 1, 0]} for needs in rules.models.values()]
    for _, indicators in rules.signatures:
        outputs.append({"+": [{"if": [{">=" if above else "<": [{"var": f"q{place}"}, met]}, 1, 0]}
                              for place, met, above in indicators]})
    machine = datalogic_py.Engine()
    rule = machine.compile(outputs)
    several = [machine.compile(output) for output in outputs]
    session = machine.session()
    texts = [json.dumps({f"q{place}": value for place, value in sheet.items()}) for sheet in sheets]
    dictionaries = [json.loads(text) for text in texts]
    handles = [datalogic_py.DataHandle(text) for text in texts]
    return {
        "dictionaries": lambda: [rule.evaluate(sheet) for sheet in dictionaries],
        "JSON text": lambda: [json.loads(rule.evaluate_str(text)) for text in texts],
        "a session and handles": lambda: [session.evaluate_data(rule, handle) for handle in handles],
        "a session, a rule for each output": lambda: [
            [int(value) for value in session.evaluate_many(several, handle)] for handle in handles],
        "a batch of handles": lambda: [json.loads(text) for text in session.evaluate_batch(rule, handles)],
    }


if __name__ == "__main__":
    engine.main(prepare)
