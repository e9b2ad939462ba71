#!/usr/bin/env python3
"""Reads a report in every format with parsers that are not Canary's, and looks for every text in each.

    read_formats.py FOLDER SCHEMA

The folder holds pack.html, .md, .csv, .json, .xlsx, .dot and .mmd, and texts.json: for each text as it was written
("raw"), how it is shown on lines ("lines"), on one line ("line") and in a quote ("quoted"), and whether tables ("inTable")
and the map ("inMap") have it. White space is
not compared, since formats may fold it. Prints what is wrong, a line each.
"""

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.parsers import expat

import html5lib
import jsonschema

sys.path.append(str(Path(__file__).resolve().parent.parent / "EscapingTests"))
import readers

csv.field_size_limit(1 << 30)
faults = []


def fault(format, words):
    faults.append(f"{format}: {words}")


def bare(text):
    return "".join(c for c in text if not c.isspace())


def expect(format, told, texts):
    told = bare(told)
    for text in texts:
        if not any(bare(text[way]) in told for way in ("lines", "line", "quoted")):
            fault(format, f"lacks {text['raw'][:60]!r} of {len(text['raw'])}")


def html(data, texts):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree = parser.parse(data.decode("utf-8"))
    for place, code, words in parser.errors:
        fault("html", f"{code} {words} at {place}")
    shown = []

    def walk(element):
        name = element.tag if isinstance(element.tag, str) else ""
        if name in ("img", "iframe", "object", "embed", "link", "base"):
            fault("html", f"a live {name}")
        for key, value in element.attrib.items():
            if str(key).startswith("on") or key in ("src", "style"):
                fault("html", f"a live {key}")
            if key == "href" and not value.startswith("#"):
                fault("html", f"a link to {value[:40]!r}")
        if name not in ("script", "style", "template"):
            shown.append(element.text or "")
            for child in element:
                walk(child)
                shown.append(child.tail or "")

    walk(tree)
    if len(list(tree.iter("script"))) != 1:
        fault("html", "more than one script")
    expect("html", "".join(shown), texts)


def markdown(data, texts):
    for name, live, told in readers.markdown(data.decode("utf-8")):
        for words in live:
            fault(name, words)
        expect(name, "\n".join(words for _, words in told), texts)


def table(data, texts):
    if not data.startswith(b"\xef\xbb\xbf") or not data.endswith(b"\r\n"):
        fault("csv", "no byte order mark, or no end")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    if len({len(row) for row in rows}) != 1:
        fault("csv", "rows of different lengths")
    for cell in (cell for row in rows for cell in row):
        for line in cell.split("\n"):
            if line.lstrip(" \xa0")[:1] in tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20\u2212"):
                fault("csv", f"a formula: {line[:40]!r}")
    # The guard is an apostrophe before a line.
    told = "\n".join(cell for row in rows for cell in row).replace("'", "")
    expect("csv", told, [
        {way: words.replace("'", "") for way, words in text.items() if isinstance(words, str)}
        for text in texts if text["inTable"]])


def pack(data, texts, schema):
    value = json.loads(data)
    for error in jsonschema.Draft202012Validator(json.loads(Path(schema).read_text())).iter_errors(value):
        fault("json", error.message[:200])
    held = []

    def walk(value):
        if isinstance(value, str):
            held.append(value)
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
            walk(part)

    walk(value)
    # Texts may stand within sentences.
    told = "\0".join(held)
    for text in texts:
        if text["raw"] not in told:
            fault("json", f"lacks {text['raw'][:60]!r}")


def workbook(path, texts):
    columns = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            expat.ParserCreate().Parse(archive.read(name), True)
        shared = readers.texts_of(archive.read("xl/sharedStrings.xml"))
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/sheet"):
                continue
            xml = archive.read(name).decode("utf-8")
            if re.search(r"<f[ />]", xml):
                fault("xlsx", f"a formula in {name}")
            by_column = {}
            for column, index in re.findall(r'<c r="([A-Z]+)\d+"[^>]*t="s"[^>]*><v>(\d+)</v>', xml):
                cell = shared[int(index)]
                if len(cell.encode("utf-16-le")) // 2 > 32767 or cell.count("\n") > 253:
                    fault("xlsx", f"a cell of {len(cell)} with {cell.count(chr(10))} line feeds")
                by_column.setdefault(column, []).append(cell)
            columns += ["".join(cells) for cells in by_column.values()]
    expect("xlsx", "\0".join(columns), [text for text in texts if text["inTable"]])


def graph(path, texts):
    result = subprocess.run(["dot", "-Tcanon", path], capture_output=True, timeout=60)
    if result.returncode or result.stderr:
        fault("dot", result.stderr.decode()[:200])
    result = subprocess.run(["dot", "-Tsvg", path], capture_output=True, timeout=120)
    if result.returncode:
        fault("dot", "no picture: " + result.stderr.decode()[:200])
        return
    titles = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: titles.append(attributes.get("xlink:title", ""))
    parser.Parse(result.stdout, True)
    expect("dot", "\0".join(titles), [text for text in texts if text["inMap"]])


def flow(data):
    for line in data.decode("utf-8").splitlines()[1:]:
        if not re.fullmatch(r'  p\d+(\["[^"\n]*"\]| (-->|==>|-\.->) p\d+)', line):
            fault("mermaid", f"an odd line: {line[:80]!r}")


def main():
    folder, schema = Path(sys.argv[1]), sys.argv[2]
    texts = json.loads((folder / "texts.json").read_text())
    html((folder / "pack.html").read_bytes(), texts)
    markdown((folder / "pack.md").read_bytes(), texts)
    table((folder / "pack.csv").read_bytes(), texts)
    pack((folder / "pack.json").read_bytes(), texts, schema)
    workbook(folder / "pack.xlsx", texts)
    graph(str(folder / "pack.dot"), texts)
    flow((folder / "pack.mmd").read_bytes())
    print("\n".join(faults))


main()
