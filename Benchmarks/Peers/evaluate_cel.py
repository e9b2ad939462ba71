"""The leadership rules in cel-expr-python, Google's CEL: one expression with all outputs, compiled once."""

from cel_expr_python import cel

import engine


def expression(formula):
    """A formula in CEL."""
    kind, *parts = formula
    if kind == "at-least":
        return f"q{parts[0]} >= {parts[1]}"
    if kind == "not":
        return f"!({expression(parts[0])})"
    return "(" + (" && " if kind == "all" else " || ").join(expression(part) for part in parts) + ")"


def prepare(rules, sheets):
    """An expression that lists whole numbers; what is open is a variable without a value."""
    conditions = {name: expression(formula) for name, formula in rules.conditions.items()}
    choice = ""
    for place, (cells, _) in enumerate(rules.rows):
        wanted = [conditions[name] if cell == "yes" else f"!{conditions[name]}"
                  for name, cell in zip(rules.inputs, cells) if cell != "any"]
        choice += f"({' && '.join(wanted)}) ? {place + 1} : (" if wanted else f"{place + 1}"
    outputs = [choice + ")" * choice.count(": (")]
    outputs += [f"({' && '.join(conditions[name] for name in needs)}) ? 1 : 0" for needs in rules.models.values()]
    for _, indicators in rules.signatures:
        outputs.append(" + ".join(f"(q{place} {'>=' if above else '<'} {met} ? 1 : 0)"
                                  for place, met, above in indicators))
    environment = cel.NewEnv(variables={f"q{place}": cel.Type.INT for place in range(len(rules.questions))})
    compiled = environment.compile("[" + ", ".join(outputs) + "]")
    named = [{f"q{place}": value for place, value in sheet.items()} for sheet in sheets]
    activations = [environment.Activation(sheet) for sheet in named]

    def evaluated(**where):
        try:
            value = compiled.eval(**where)
            return value.plain_value() if value.type() != cel.Type.ERROR else None
        except Exception:
            return None

    return {
        "dictionaries": lambda: [evaluated(data=sheet) for sheet in named],
        "activations made before": lambda: [evaluated(activation=activation) for activation in activations],
    }


if __name__ == "__main__":
    engine.main(prepare)
