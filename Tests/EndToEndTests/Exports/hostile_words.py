#!/usr/bin/env python3
"""Fills sessions and a review with words that formats and screens act on, and reads all that leaves the program.

    hostile_words.py CANARY FOLDER [SEED]

Prints what is wrong, a line each.
"""

import csv
import io
import json
import os
import pty
import random
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "EscapingTests"))
from readers import markdown, tree, visible

csv.field_size_limit(1 << 30)
CANARY, FOLDER = sys.argv[1], Path(sys.argv[2])
random.seed(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
faults = []

JOINTS = [chr(n) for n in (
    0x600, 0x6DD, 0x70F, 0x8E2, 0xD4E, 0x110BD, 0x300, 0x301, 0x338, 0x64B, 0x93C, 0xE31, 0xE33, 0x20DD, 0x20E3, 0xFE0F,
    0x1F3FB, 0x1F3FF, 0xE0100, 0xE0041, 0x200B, 0x200C, 0x200D, 0x2060, 0xAD, 0x1F1E6, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE,
    0x61C, 0x200E, 0x202E, 0x2066, 0x1, 0x7, 0x8, 0x9, 0xB, 0xD, 0x1B, 0x7F, 0x85, 0x9B, 0x2028, 0xFEFF, 0xFFF9)] + [""]
LIVE = list("\"'<>&\\|*_`[]()#~!@$=+-:/{}^%;,.") + [
    "HTTPS://evil.example/login", "www.evil.com", "evil.com", "//localhost", "a@evil.example", "a\\@evil.example",
    "mailto:a@b.com", "[Sign in](HTTPS://evil.example)", "![a](x)", "<img src=x onerror=alert(1)//", "</template></p>",
    "<!--", "&lt;", "\",=1+1,\"", "=cmd|' /C calc'!A0", "\", URL=\"x", "\"]", "_x0041_", "1. a", "- a", "```", "---",
    "{: onclick=\"x\"}", "\x1b]0;x\x07", "\x1b[2J", "\x9b2J", "\uff1d1", "\n# a", "\n=1", "\n\n---\n"]
count = 0


def words(lines=True):
    """Words that nobody else has."""
    global count
    count += 1
    parts = [random.choice(JOINTS) + random.choice(LIVE) + random.choice(JOINTS) for _ in range(random.randint(1, 3))]
    # The library that reads YAML takes this one away at the beginning of a text.
    text = "".join(parts[:1] + [f"m{count}m"] + parts[1:]).lstrip("\ufeff")
    return text if lines else re.sub(r"\s", " ", text).strip()


def run(*arguments, input="", status=(0,)):
    result = subprocess.run([CANARY, *arguments, "--sessions", str(FOLDER / "s")], input=input.encode(),
                            capture_output=True, timeout=120)
    if result.returncode not in status:
        faults.append(f"{arguments[0]} ended with {result.returncode}: {result.stderr[:300]!r}")
    unseen("standard error of " + arguments[0], result.stderr.decode())
    return result.stdout


def unseen(what, text):
    """Nothing that is written for people steers a screen or turns words round."""
    for c in set(text) - {"\n"}:
        if visible(c) != c:
            faults.append(f"{what}: has U+{ord(c):04X} as it is, in {text[max(0, text.index(c) - 30):][:60]!r}")


def quoted(text):
    """A text as YAML in quotation marks, with a number for each character that is no letter."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\U{ord(c):08X}" for c in text) + '"'


def sheet(questions):
    written = []
    lines = []
    for question in questions:
        note, reference, text, strength, concern = (words() for _ in range(5))
        reference = re.sub(r"\s", " ", reference)
        # What is said on a sensitive question is in no report but the full one.
        if not question.get("sensitive"):
            written += [note, reference, text, strength, concern]
        # The second option of each choice has what hangs on it asked.
        answer = {"rating": "2", "yes-no": "yes"}.get(question["kind"], "\"?\"")
        answer = question["options"][1]["id"] if question["kind"] == "choice" else answer
        lines += [f"{question['id']}:", f"  answer: {answer}", f"  note: {quoted(note)}", "  evidence:",
                  f"    - {{kind: data, reference: {quoted(reference)}, text: {quoted(text)}}}",
                  f"  strengths: [{quoted(strength)}]", f"  concerns: [{quoted(concern)}]"]
    path = FOLDER / "sheet.yaml"
    path.write_text("\n".join(lines) + "\n")
    return str(path), written


def bare(text):
    """Text without blanks, and composed, as the program keeps what it is given."""
    return unicodedata.normalize("NFC", re.sub(r"[\s\u00a0]", "", text))


def expect(what, told, texts, keeps=lambda text: text):
    # Piece by piece: what composes with the end of another text is not what was told.
    told = "\0".join(map(bare, [told] if isinstance(told, str) else told))
    for text in texts:
        # A format has the lines of a text, or shows their ends.
        if not any(bare(keeps(way)) in told for way in (visible(text), visible(re.sub(r"\s", " ", text)),
                   visible("\n".join(re.split("\r\n|[\n\r\v\f\x85\u2028\u2029]", text))))):
            faults.append(f"{what}: lacks {text[:60]!r}")


def read_markdown(what, text, texts):
    unseen(what, text)
    for name, live, told in markdown(text):
        faults.extend(f"{what}, {name}: {words}" for words in live)
        expect(f"{what}, {name}", [words for _, words in told], texts)


def read_html(what, text, texts):
    root, errors = tree(text)
    faults.extend(f"{what}: {error}" for error in errors)
    for element in root.iter():
        if element.tag in ("img", "iframe", "object", "embed", "link", "base"):
            faults.append(f"{what}: a live {element.tag}")
        for key, value in element.attrib.items():
            if str(key).startswith("on") or key in ("src", "style") or key == "href" and not value.startswith("#"):
                faults.append(f"{what}: {key}={value[:40]!r}")
    for element in list(root.iter("script")) + list(root.iter("style")) + list(root.iter("template")):
        element.clear()
    told = list(root.itertext())
    unseen(what, "".join(told))
    expect(what, told, texts)


def read_csv(what, data, texts, columns=None):
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    if len({len(row) for row in rows}) != 1 or columns and len(rows[0]) != columns:
        faults.append(f"{what}: rows of {sorted({len(row) for row in rows})} cells")
    for line in (line for row in rows for cell in row for line in cell.split("\n")):
        if line.lstrip(" \u00a0")[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20\u2212"):
            faults.append(f"{what}: a formula: {line[:60]!r}")
    told = [line for row in rows for cell in row for line in [*cell.split("\n"), cell]]
    unseen(what, "\n".join(told))
    expect(what, [line.replace("'", "") for line in told], texts, lambda text: text.replace("'", ""))


def on_screen(*arguments, input=b""):
    """What a terminal is sent; only its own line editing may move the cursor, and that is off."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm", NO_COLOR="1", PAGER="cat")
        os.execv(CANARY, [CANARY, *arguments, "--plain", "--sessions", str(FOLDER / "s")])
    data = b""
    for line in input.splitlines(keepends=True) + [b""]:
        # A line at a time: several at once would be a paste.
        while not data.endswith(b": ") and line:
            data += os.read(terminal, 65536)
        if line:
            os.write(terminal, line)
            data += b"\n"
    try:
        while more := os.read(terminal, 65536):
            data += more
    except OSError:
        pass
    os.waitpid(pid, 0)
    os.close(terminal)
    text = data.decode("utf-8").replace("\r\n", "\n")
    unseen(f"the screen of {' '.join(arguments[:1])}", text)
    return text


def main():
    shown = json.loads(run("questionnaire", "show", "leadership", "--format", "json"))
    questions = [question for area in shown["areas"] for question in area["questions"]]
    ids = []
    names = []
    for _ in range(2):
        title, authority = words(lines=False), words(lines=False)
        names += [title, authority]
        ids.append(run("start", "leadership", "--no-walk", "--title", title, "--authority", authority)
                   .decode().strip())
        path, written = sheet(questions)
        run("answer", ids[-1], path)
    session = ids[-1]
    run("sign-off", session, words(lines=False), status=(0, 64))
    pack = json.loads(run("export", session, "--format", "json"))
    review = {"format": "canary-review/1", "pack": pack["cover"]["pack"], "session": session,
              "questionnaire": pack["cover"]["questionnaire"], "role": words(lines=False), "date": "2026-11-22",
              "answers": [{"question": question["id"], "verdict": "challenge", "rating": None, "comment": words(),
                           "seen": words(), "test": words()} for question in questions]}
    (FOLDER / "review.json").write_text(json.dumps(review))
    unseen("import-review", run("import-review", session, str(FOLDER / "review.json"), "--yes").decode())
    sensitive = {question["id"] for question in questions if question.get("sensitive")}
    said = [answer[key] for answer in review["answers"] if answer["question"] not in sensitive for key in ("comment", "seen", "test")] + [review["role"]]

    read_markdown("markdown", run("export", session, "--format", "markdown").decode(), written + said + names[2:])
    read_csv("csv", run("export", session, "--format", "csv"), written + said + names[2:3])
    page = run("export", session, "--format", "html")
    read_html("html", page.decode(), written + said + names[2:])
    text = run("export", session, "--format", "json").decode()
    unseen("json", text)
    held = bare(json.dumps(json.loads(text), ensure_ascii=False))
    for word in written + said:
        if bare(json.dumps(word, ensure_ascii=False)[1:-1]) not in held:
            faults.append(f"json: lacks {word[:60]!r}")

    # What was asked of a reviewer comes back from the page, whatever its words begin and end with.
    (FOLDER / "page.html").write_bytes(page)
    out = str(FOLDER / "back.json")
    run("review", str(FOLDER / "page.html"), "--role", "lead peer", "-o", out, input="agree\nquit\n")
    if not Path(out).exists():
        faults.append("review: no review of the page")

    read_html("compare", run("compare", *ids, "--format", "html").decode(), [])
    read_markdown("compare", run("compare", *ids, "--format", "markdown").decode(), [])
    tables = FOLDER / "tables"
    subprocess.run([CANARY, "collate", str(FOLDER / "s"), "--tables", str(tables), "--audience", "full"], capture_output=True, timeout=120)
    for table in sorted(tables.glob("*.csv")):
        columns = {"sessions": 11, "answers": 9, "evidence": 5, "findings": 8}.get(table.stem)
        read_csv(table.name, table.read_bytes(), names[1::2] if table.stem == "sessions" else [], columns)
    read_html("draft", run("collate", str(FOLDER / "s"), "--draft", "--format", "html").decode(), names[1::2])
    unseen("draft", run("collate", str(FOLDER / "s"), "--draft").decode())
    if not (tables / "sessions.csv").exists():
        faults.append("collate: no tables")

    for command in (["list"], ["show", session], ["show", ids[0]], ["evaluate", session, "--all"], ["verify", session],
                    ["export", session], ["compare", *ids], ["show", names[0]], ["list", "--format", "json"]):
        result = subprocess.run([CANARY, *command, "--sessions", str(FOLDER / "s")], capture_output=True, timeout=120)
        if command[0] != "export" and command[-1] != "json":
            unseen(command[0], result.stdout.decode() + result.stderr.decode())
    told = on_screen("show", session)
    expect("show", told, written)
    first = questions[0]["id"]
    on_screen("resume", session, input=(
        f"goto {first}\nanswers\nhistory\nstatus\ncheck\nevaluate\npeers\nunanswered\nplan\nundo\nredo\nquit\n").encode())
    # The first of each kind, since one mistake is made in many places.
    kinds = {}
    for said_so in faults:
        kinds.setdefault(re.sub("[^a-z, -].*", "", said_so.replace(": ", " ", 1)), []).append(said_so)
    for alike in kinds.values():
        print(f"{len(alike)} such: {alike[0]}")
        print("\n".join(alike[1:4]))


main()
