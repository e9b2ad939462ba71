#!/usr/bin/env python3
"""Reads texts back from a format that Canary wrote, and prints what is not as it was put in, a line each.

    read_back.py FORMAT FOLDER

The folder holds `written` and texts.json: each text as it was ("raw"), with controls shown ("shown"), and that on one
line ("line").
"""

import csv
import io
import json
import re
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path
from xml.parsers import expat

import icalendar
import openpyxl
import pyte

from readers import markdown, texts_of, tree

csv.field_size_limit(1 << 30)
faults = []
BLANKS = "".join(chr(number) for number in range(0x3001) if unicodedata.category(chr(number)) == "Zs")
WHITE = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


def fault(words):
    faults.append(words)


def same(told, wanted, where):
    if told != wanted:
        fault(f"{where}: {told[:80]!r} for {wanted[:80]!r}")


def is_hidden(c):
    """What no terminal and no format should get."""
    number = ord(c)
    return (unicodedata.category(c) == "Cc" and c != "\n" or unicodedata.bidirectional(c) in
            ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI") or c in "\u061c\u200e\u200f\u2028\u2029"
            or number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF)


def check_shown(texts):
    """The documented form: what is hidden is its number, and nothing else is changed."""
    def number(text):
        return re.sub(r"\\u\{([0-9A-F]+)\}", lambda match: chr(int(match[1], 16)), text)
    for text in texts:
        if any(map(is_hidden, text["shown"] + text["line"])):
            fault(f"hidden: {text['shown']!r}")
        same(number(text["shown"]), number(text["raw"]), "shown")
        same(number(text["line"]), number(" ".join(word for word in WHITE.split(text["raw"]) if word)), "on one line")


def tidy(text):
    """Lines without the blanks around them, and blanks as one, which Markdown and screens make of them.

    Markdown-it takes every kind of blank from the edges of a line, CommonMark that of ASCII alone.
    """
    lines = [re.sub("[ \u00a0]+", " ", line).strip(BLANKS) for line in text.split("\n")]
    return "\n".join(line for line in lines if line)


def blocks(texts, keepsLines=False):
    """What is expected block by block, as (kind, text); a screen keeps the lines of a quote as they are."""
    for place, text in enumerate(texts):
        kind = ["h3", "p", "li", "quote", "table"][place % 5]
        if kind == "table":
            yield from [("th", text["line"]), ("th", "x"), ("td", text["line"]), ("td", "y")]
        elif kind == "quote":
            # Every character that ends a line ends one here.
            lines = [text["shown"]] if keepsLines else re.split("\r\n|[\n\r\v\f\x85\u2028\u2029]", text["raw"])
            yield kind, "\n".join(lines if keepsLines else map(show, lines))
        else:
            yield kind, text["line"]


def show(text):
    return "".join(f"\\u{{{ord(c):X}}}" if c in hidden else c for c in text)


def read_markdown(data, texts):
    wanted = list(blocks(texts))
    for name, live, told in markdown(data.decode("utf-8")):
        for words in live:
            fault(f"{name}: {words}")
        if len(told) != len(wanted):
            fault(f"{name}: {len(told)} texts of {len(wanted)}")
        for (kind, words), (wanted_kind, text) in zip(told, wanted):
            same(f"{kind}: {tidy(words)}", f"{wanted_kind}: {tidy(text)}", name)


def read_terminal(data, texts):
    class Seen:
        """Takes what a terminal is told to do; only words and new lines may come."""
        def __init__(self):
            self.told = []

        def __getattr__(self, name):
            if name not in pyte.Stream.events:
                raise AttributeError(name)

            def take(*words, **_):
                if name == "draw":
                    self.told.append(words[0])
                elif name == "linefeed":
                    self.told.append("\n")
                else:
                    fault(f"the terminal was told to {name} {words}")
            return take

    seen = Seen()
    pyte.Stream(seen).feed(data.decode("utf-8"))
    told = tidy("".join(seen.told))
    same(told, tidy(data.decode("utf-8")), "screen")
    lines = iter(told.split("\n"))
    for kind, text in blocks(texts, keepsLines=True):
        if kind in ("th", "td"):
            if kind == "td" and text != "y":
                same(next(lines, ""), tidy(f"- {text}: {text}. x: y"), "screen")
            continue
        for line in tidy(text).split("\n"):
            same(next(lines, ""), tidy(("- " if kind == "li" else "") + line), "screen")


def guarded(text):
    """The documented guard: an apostrophe before a line that would be a formula."""
    return "\n".join(
        "'" + line if line.lstrip(" \u00a0")[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20\u2212") else line
        for line in text.split("\n"))


def read_csv(data, texts):
    if not data.endswith(b"\r\n"):
        fault("no end")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    if len(rows) != len(texts):
        fault(f"{len(rows)} rows of {len(texts)}")
    for place, (row, text) in enumerate(zip(rows, texts)):
        same(repr(row), repr([guarded(text["shown"]), str(place)]), "csv")


def read_html(data, texts):
    root, errors = tree(data.decode("utf-8"))
    for place, code, words in errors:
        fault(f"{code} {words} at {place}")
    elements = list(root.iter())
    if {element.tag for element in elements} != {"html", "head", "title", "body", "p"}:
        fault(f"elements: {set(element.tag for element in elements)}")
    paragraphs = list(root.iter("p"))
    if len(paragraphs) != len(texts):
        fault(f"{len(paragraphs)} paragraphs of {len(texts)}")
    for paragraph, text in zip(paragraphs, texts):
        same("".join(paragraph.itertext()), text["shown"], "html")
        same(repr(paragraph.attrib), repr({"title": text["shown"]}), "html")


def read_xlsx(path, texts):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            expat.ParserCreate().Parse(archive.read(name), True)
        if any(re.search(rb"<f[ />]|<hyperlink", archive.read(name)) for name in archive.namelist()):
            fault("a formula or a link")
        shared = texts_of(archive.read("xl/sharedStrings.xml"))
        order = re.findall(rb'<c r="A\d+"[^>]*t="s"[^>]*><v>(\d+)</v>', archive.read("xl/worksheets/sheet1.xml"))
        same_lists([shared[int(place)] for place in order], [text["shown"] for text in texts], "xlsx")
    rows = list(openpyxl.load_workbook(path)["Texts"].iter_rows())
    if len(rows) != len(texts):
        fault(f"{len(rows)} rows of {len(texts)}")
    for row in rows:
        if len(row) != 1 or row[0].data_type != "s" or row[0].hyperlink:
            fault(f"{[cell.data_type for cell in row]}")


def read_dot(path, texts):
    """Laid out without a thought for beauty; the picture tells what a person would see."""
    result = subprocess.run(["dot", "-Kosage", "-Tsvg", path], capture_output=True, timeout=200)
    if result.returncode:
        fault("no picture: " + result.stderr.decode()[:200])
    labels, titles, state = {}, {}, {"text": None, "group": ""}
    parser = expat.ParserCreate()

    def start(name, attributes):
        if name == "g":
            state["group"] = attributes.get("class", state["group"])
        if name == "a":
            titles.setdefault(state["group"], []).append(attributes.get("xlink:title", ""))
            if "xlink:href" in attributes:
                fault(f"a link to {attributes['xlink:href']!r}")
        if name == "text":
            state["text"] = ""

    def end(name):
        if name == "text":
            labels.setdefault(state["group"], []).append(state["text"])
            state["text"] = None

    def data(words):
        if state["text"] is not None:
            state["text"] += words

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, data
    parser.Parse(result.stdout, True)
    wanted = sorted(tidy(text["line"]) for text in texts)
    same_lists(sorted(map(tidy, labels.get("node", []))), wanted, "labels")
    same_lists(sorted(map(tidy, titles.get("edge", []))), wanted, "tooltips")
    if set(labels) != {"node"} or set(titles) != {"edge"}:
        fault(f"more than labels of problems and tooltips of links: {set(labels)}, {set(titles)}")


def same_lists(told, wanted, where):
    if len(told) != len(wanted):
        fault(f"{len(told)} {where} of {len(wanted)}")
    for words, text in zip(told, wanted):
        same(words, text, where)
    for words in sorted(set(told) - set(wanted))[:5]:
        fault(f"{where}: {words!r} is nobody's")
    for words in sorted(set(wanted) - set(told))[:5]:
        fault(f"{where}: lacks {words!r}")


def read_mermaid(data, texts):
    lines = data.decode("utf-8").split("\n")
    labels = []
    for line in lines[1:-1]:
        match = re.fullmatch(r'  p\d+(?:\["([^"`<>\[\]{}()|\\]*)"\]| --> p\d+)', line)
        if not match:
            fault(f"an odd line: {line[:80]!r}")
        elif match[1] is not None:
            labels.append(re.sub("#([0-9]+);", lambda code: chr(int(code[1])), match[1]))
    same_lists(labels, [text["line"] for text in texts], "labels")


def read_calendar(content, texts):
    for line in content.split(b"\r\n"):
        if len(line) > 75 or b"\n" in line or b"\r" in line:
            fault(f"a line that RFC 5545 does not allow: {line[:80]!r}")
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    same_lists([str(event["SUMMARY"]) for event in events], [text["shown"] for text in texts], "summaries")


def main():
    global hidden
    format, folder = sys.argv[1], Path(sys.argv[2])
    texts = json.loads((folder / "texts.json").read_text())
    # What the program shows of one text it shows of all.
    hidden = {chr(int(number, 16)) for text in texts
              for number in re.findall(r"\\u\{([0-9A-F]+)\}", text["shown"]) if chr(int(number, 16)) in text["raw"]}
    check_shown(texts)
    path = folder / "written"
    readers = {"markdown": read_markdown, "csv": read_csv, "html": read_html, "mermaid": read_mermaid,
               "terminal": read_terminal, "calendar": read_calendar}
    if format in readers:
        readers[format](path.read_bytes(), texts)
    elif format == "xlsx":
        path.rename(folder / "written.xlsx")
        read_xlsx(folder / "written.xlsx", texts)
    else:
        read_dot(str(path), texts)
    if faults:
        print(f"{len(faults)} faults")
        print("\n".join(faults[:40]))


main()
