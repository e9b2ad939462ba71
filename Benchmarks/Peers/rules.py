"""The rules of the leadership questionnaire for other engines: the tier's table, the models, counts of warnings.

An answer is a whole number: a level, or 1 and 0 for yes and no. It is met from some number on. What an engine gives for
a sheet is a list of whole numbers: the place of the tier's row, 1 or 0 for each model, and for each signature how many of
its indicators warn.
"""

import json


class Rules:
    """The rules, by places instead of names."""

    def __init__(self, instruments):
        questions = [q for area in instruments["questionnaire"]["areas"] for q in area["questions"]]
        self.questions = [q["id"] for q in questions]
        self.places = {name: place for place, name in enumerate(self.questions)}
        self.supports, self.warnings = {}, {}
        for question in questions:
            place = self.places[question["id"]]
            met = question.get("met-from", 1)
            for element in question.get("supports", []):
                self.supports.setdefault(element, []).append((place, met))
            for warning in question.get("warns-of", []):
                # A rating warns below the met level, a yes or no at the answer that is named.
                above = question["kind"] == "yes-no" and warning["when"]
                self.warnings.setdefault(warning["signature"], []).append((place, met, above))
        self.conditions, self.models, self.signatures = {}, {}, []
        for framework in instruments["frameworks"]:
            name = framework["id"]
            for condition in framework["conditions"]:
                self.conditions[condition["id"]] = self.formula(name, condition["when"])
            for model in framework["models"]:
                self.models[model["id"]] = model["needs"]
            if framework.get("signatures"):
                self.signatures += [(m["id"], self.warnings[f"{name}/{m['id']}"]) for m in framework["signatures"]["members"]]
                self.evident_above = framework["signatures"]["thresholds"]["evident-above-percent"]
                self.watch_from = framework["signatures"]["thresholds"]["watch-from"]
            for table in framework["tables"]:
                if table.get("role") == "tier":
                    self.inputs = table["inputs"]
                    self.rows = [(row["when"], row["then"]) for row in table["rules"]]
        # Elements apart: what a sheet has to be asked.
        self.count = len(self.conditions) + len(self.rows) + len(self.models) + len(self.signatures)

    def formula(self, framework, when):
        """A formula as nested lists: all, any, not, and answers that are at least so much."""
        (kind, parts), = when.items()
        if kind in ("all", "any"):
            return [kind] + [self.formula(framework, part) for part in parts]
        if kind == "not":
            return ["not", self.formula(framework, parts)]
        return ["all"] + [["at-least", place, met] for place, met in self.supports[f"{framework}/{parts}"]]

    def said(self, answer):
        """What an engine's whole numbers say, in the words of the sheets' findings."""
        models, signatures = answer[1:1 + len(self.models)], answer[1 + len(self.models):]
        return {
            "tier": [self.rows[answer[0] - 1][1]],
            "models": {name: "viable" if holds else "not-viable" for name, holds in zip(self.models, models)},
            "signatures": {name: [self.status(warning, len(indicators))]
                           for (name, indicators), warning in zip(self.signatures, signatures)},
        }

    def status(self, warning, counted):
        """What so many warnings make of a signature."""
        if 100 * warning > self.evident_above * counted:
            return "evident"
        return "watch" if warning >= self.watch_from else "clear"


def load(instruments_file, sheets_file):
    """The rules, and the answers of each sheet by place."""
    with open(instruments_file) as file:
        rules = Rules(json.load(file))
    with open(sheets_file) as file:
        sheets = json.load(file)
    return rules, [{rules.places[name]: value for name, value in sheet["answers"].items()} for sheet in sheets]
