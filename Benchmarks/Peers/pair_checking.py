"""Checking questionnaires of 100 and of 1,000 questions, sound and with defects."""

import os
import re
import subprocess
import sys

import made_up
from measuring import in_turns, median, ratio, wall_clock
from report import Section, duration, factor

CANARY, SMALL, SCHEMA, FORM = "canary questionnaire check", "PyYAML, a small check of references", "check-jsonschema", "pyxform"


def measure(bench):
    """Both sizes in turn, then every defect once."""
    folder = bench.fresh_folder("checking")
    tools = os.path.dirname(sys.executable)
    env = dict(os.environ, LANG="C.UTF-8")

    def commands(questionnaire, framework, form=None):
        built = {
            CANARY: [bench.canary, "questionnaire", "check", questionnaire, framework],
            SMALL: [sys.executable, bench.peers / "check_pyyaml.py", questionnaire, framework],
            SCHEMA: [f"{tools}/check-jsonschema", "--schemafile",
                     bench.root / "Questionnaires/Schemas/questionnaire.schema.json", questionnaire],
        }
        if form:
            built[FORM] = [sys.executable, "-m", "pyxform.xls2xform", "--skip_validate", form, folder / "form.xml"]
        return built

    section = Section(
        "Checking a questionnaire",
        "Questionnaires that are made up, with a framework, as YAML; for pyxform an XLSForm (Excel) of the same questions, "
        "levels and jumps, without its validator in Java. check-jsonschema has our schema, and the small check knows keys, "
        "kinds, names and references. From the start of the process to its end. Canary works out all combinations of "
        "conditions and answers beside that.",
        ["checker", "100 questions", "1,000 questions", "of canary's time, 1,000", "defects caught"])
    all_times, failures = {}, {}
    sizes = (100, 1_000)
    for size in sizes:
        paths = [folder / f"{name}-{size}.yaml" for name in ("questionnaire", "framework")]
        paths[0].write_text(made_up.questionnaire(size))
        paths[1].write_text(made_up.framework(size))
        form = written_form(folder / f"form-{size}.xlsx", made_up.form(size))
        subjects = {name: wall_clock(command, env=env) for name, command in commands(*paths, form).items()}
        all_times[size], failed = in_turns(subjects, bench.rounds(11))
        failures.update(failed)
        if not form:
            failures[FORM] = "its form could not be written without openpyxl"

    caught, told = defects_caught(bench, folder, commands, failures)
    for name in (CANARY, SMALL, SCHEMA, FORM):
        if name in failures:
            section.rows.append([name, "not measured", "", "", ""])
            section.notes.append(f"{name}: {failures[name]}")
            continue
        section.rows.append([
            name, *(duration(median(all_times[size][name])) for size in sizes),
            "1" if name == CANARY else factor(ratio(all_times[1_000], name, CANARY)),
            caught.get(name, "another format")])
    section.notes += told
    times = all_times[1_000]
    section.wish("`check` of 1,000 questions", "as fast as PyYAML with a reference check", ratio(times, CANARY, SMALL), 1)
    section.wish("", "≥ 5 × faster than `pyxform`", ratio(times, FORM, CANARY), 5, at_least=True)
    mine, everything = (int(number) for number in re.findall(r"\d+", caught[CANARY])[:2])
    section.wish("", "catching every seeded defect", mine, everything, at_least=True,
                 show=lambda value: f"{value} of {everything}")
    return section


def written_form(path, sheets):
    """Writes a form as an Excel file, or as nothing where that cannot be."""
    try:
        import openpyxl
    except ImportError:
        return None
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def defects_caught(bench, folder, commands, failures):
    """Of how many defects each checker says something, and what canary and the others overlook."""
    text, framework = made_up.questionnaire(100), folder / "framework-100.yaml"
    found, missed, placed, total = {}, {}, 0, 0
    for seed in range(bench.count(10, 2)):
        for name, (defective, line) in made_up.defects(text, seed).items():
            total += 1
            path = folder / "defective.yaml"
            path.write_text(defective)
            for checker, command in commands(path, framework).items():
                if checker in failures:
                    continue
                done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
                if done.returncode:
                    found[checker] = found.get(checker, 0) + 1
                else:
                    missed.setdefault(checker, set()).add(name)
                if checker == CANARY:
                    lines = [int(number) for number in re.findall(r"defective\.yaml:(\d+):", done.stdout + done.stderr)]
                    placed += any(abs(number - line) <= 2 for number in lines)
    told = [f"Canary named the line of {placed} of the {total} defects, give or take two lines."]
    told += [f"{checker} overlooked, every time or sometimes: {', '.join(sorted(names))}." for checker, names in missed.items()]
    return {checker: f"{found.get(checker, 0)} of {total}" for checker in (CANARY, SMALL, SCHEMA)}, told
