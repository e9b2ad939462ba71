#!/usr/bin/env python3
"""Validates files against one of Canary's JSON Schemas.

    validate_schemas.py SCHEMA.json FILE...

Each FILE is YAML (.yaml, .yml), JSON (.json) or JSON Lines (.jsonl), of which every line is validated. Prints a line
for each fault, `FILE: path: message` (`FILE:LINE: path: message` in JSON Lines), and ends with 1 if there is any.

A `$ref` may lead to any *.schema.json in the folder of SCHEMA. They are all put into one document, so nothing is ever
fetched. Needs PyYAML and jsonschema 4 or later, from PyPI or from Debian (python3-yaml, python3-jsonschema).
"""

import argparse
import json
import re
import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import SchemaError, best_match

LONGEST_MESSAGE = 240


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("schema", type=Path, metavar="SCHEMA.json")
    arguments.add_argument("files", type=Path, metavar="FILE", nargs="+")
    arguments = arguments.parse_args()
    status = 0
    for where, path, message in faults(arguments.schema, arguments.files):
        print(f"{where}: {'/'.join(map(str, path)) or '(top)'}: {in_one_line(message)}")
        status = 1
    return status


def faults(schema_file, files):
    """All that is wrong, as place, path and message; files are looked at where nothing is wrong with the schemas."""
    schemas = {}
    found = []
    for file in sorted(schema_file.parent.glob("*.schema.json")):
        try:
            schemas[file.name] = parsed_json(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            found.append((file, (), str(error)))
    if not found and schema_file.name not in schemas:
        found.append((schema_file, (), "there is no such schema, or its name does not end in .schema.json"))
    for name in schemas:
        found += ((schema_file.parent / name, *fault) for fault in schema_faults(name, schemas))
    if found:
        return found
    # An embedded schema is found under its own $id, which is its file's name.
    schema = schemas.pop(schema_file.name)
    schema["$defs"] = {**schema.get("$defs", {}), **schemas}
    validator = Draft202012Validator(schema, format_checker=FormatChecker(["date"]))
    return (fault for file in files for fault in file_faults(file, validator))


def schema_faults(name, schemas):
    """What is wrong with a schema itself, as path and message."""
    schema = schemas[name]
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        yield error.absolute_path, error.message
        return
    if schema.get("$id") != name:
        yield ["$id"], f"is not {name!r}"
    for path, reference in references(schema):
        file, _, pointer = reference.partition("#")
        target = schemas.get(file or name)
        for key in pointer.split("/")[1:]:
            target = target.get(key) if isinstance(target, dict) else None
        if target is None:
            yield path, f"{reference!r} leads nowhere"


def references(node, path=()):
    """Every `$ref` with its path."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        if key == "$ref" and isinstance(value, str):
            yield (*path, key), value
        elif isinstance(value, (dict, list)):
            yield from references(value, (*path, key))


def file_faults(file, validator):
    """What is wrong with a file."""
    try:
        text = file.read_bytes().decode("utf-8")
    except (OSError, ValueError) as error:
        yield file, (), str(error)
        return
    for where, part, parse in parts(file, text):
        try:
            value = parse(part)
        except (ValueError, yaml.YAMLError) as error:
            yield where, (), str(error)
            continue
        for error in sorted(validator.iter_errors(value), key=lambda error: [*map(str, error.absolute_path)]):
            # Of the reasons why no alternative fits, the one that says most.
            error = best_match([error])
            yield where, error.absolute_path, error.message


def parts(file, text):
    """What of a file is validated: the place to name, the text, and how it is read."""
    if file.suffix in (".yaml", ".yml"):
        yield file, text, parsed_yaml
    elif file.suffix == ".jsonl":
        lines = text.split("\n")
        for number, line in enumerate(lines[:-1], 1):
            yield f"{file}:{number}", line, parsed_json
        if lines[-1] or len(lines) == 1:
            yield f"{file}:{len(lines)}", "", unfinished
    else:
        yield file, text, parsed_json


def unfinished(_):
    raise ValueError("the line has no line feed")


def parsed_json(text):
    """A JSON value; a key that stands twice in a map is refused, and so are NaN and Infinity."""
    return json.loads(text, object_pairs_hook=each_once, parse_constant=no_json)


def no_json(constant):
    raise ValueError(f"{constant} is no JSON")


def each_once(pairs):
    """The pairs as a dictionary."""
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise ValueError(f"{key!r} stands twice in one map")
    return dict(pairs)


class Loader(yaml.SafeLoader):
    """Reads YAML as JSON has it: `yes`, `no` and dates are texts; true, false, null and decimal numbers are not."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        """A map with its keys as they are written."""
        if not all(isinstance(key, yaml.ScalarNode) for key, _ in node.value):
            raise ValueError(f"a key is no text, line {node.start_mark.line + 1}")
        return each_once([(key.value, self.construct_object(value, deep=True)) for key, value in node.value])


for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"-?(?:0|[1-9][0-9]*)", [*"-0123456789"]),
    ("float", r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", [*"-0123456789"]),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), first)


def parsed_yaml(text):
    return yaml.load(text, Loader)


def in_one_line(message):
    """The message without line breaks; of a long one the beginning and the end."""
    message = " ".join(message.split())
    half = LONGEST_MESSAGE // 2
    return message if len(message) <= LONGEST_MESSAGE else f"{message[:half]} … {message[-half:]}"


if __name__ == "__main__":
    sys.exit(main())
