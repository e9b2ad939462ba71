#!/usr/bin/env python3
"""Damages every kind of file that Canary reads, and looks how it takes them.

    damage_files.py CANARY FOLDER COUNT [--seed SEED] [--only KIND]... [--jobs N]

Of each kind COUNT files are altered at random, by as many processes as there are processors, each in a folder of its own. Whatever is in a file, the program ends within ten seconds with a status
that the manual names and no fault of its own, and says what is wrong in lines that begin with `canary: ` and `hint: `.
Prints what is not so, a line each; each altered file that did it is kept as FOLDER/N/fault-M. Standard error has how
many files of each kind were tried, the seconds that they took, and how often the program ended with each status.
"""

import collections
import concurrent.futures
import hashlib
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
import openpyxl
from alterations import chain, chained, damaged, events, json_changed, packed
from light_seal import lighten
from seal_answers import on, sealed

CANARY, FOLDER, COUNT = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])


def options(name, *default):
    return [sys.argv[place + 1] for place, word in enumerate(sys.argv) if word == name] or list(default)


SEED, ONLY = options("--seed", "1")[0], options("--only")
PACKAGE = Path(__file__).resolve().parents[3]
PASSPHRASE = "correct horse battery staple"
# Making the files takes as long as altering some dozens of them.
JOBS = int(options("--jobs", min(os.cpu_count() or 1, 1 + COUNT // 100))[0])
faults = []
# Done, refused, findings, wrong usage, a file that cannot be read or written.
STATUSES = (0, 1, 2, 64, 74)
# Commands that write into a session.
WRITERS = ("resume", "redact", "export")


def run(*arguments, input="", secret=None, at=None):
    """Ends with what the program did; a passphrase comes by a descriptor of its own."""
    reading = None
    if secret:
        reading, writing = os.pipe()
        os.write(writing, f"{secret}\n{secret}\n".encode())
        os.close(writing)
        arguments = [*arguments, "--passphrase-fd", str(reading)]
    # Of the processor's time, since the machine may be busy; the work behind a passphrase is meant to be long.
    seconds = 90 if secret else 10
    try:
        return subprocess.run([CANARY, *map(str, arguments), "--sessions", str(at or SESSIONS)], input=input.encode(),
                              capture_output=True, timeout=600, pass_fds=[reading] if reading else [],
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)))
    finally:
        if reading:
            os.close(reading)


def done(*arguments, **more):
    result = run(*arguments, **more)
    if result.returncode:
        sys.exit(f"cannot make the files: {arguments}: {result.stderr.decode()[:500]}")
    return result.stdout.decode().strip()


def look(kind, data, arguments, result):
    told = result.stderr.decode(errors="replace")
    lines = [line for line in told.split("\n") if line]
    wrong = None
    if result.returncode not in STATUSES:
        wrong = f"ended with {result.returncode}"
    elif result.returncode in (1, 64, 74) and not any(line.startswith("canary: ") for line in lines) \
            and not result.stdout:  # where a conversation says what it refused
        wrong = f"ended with {result.returncode} and said nothing"
    elif any(ord(c) < 0x20 and c != "\n" or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E for c in told):
        wrong = "said something that cannot be seen"
    elif any(line.startswith(("canary: ", "hint: ")) and len(line) > 4_000 for line in lines):
        wrong = "said more than a sentence"
    if wrong:
        keep(kind, data, f"{wrong}: {' '.join(map(str, arguments))}: {told[-300:]!r}")


def keep(kind, data, words):
    path = FOLDER / f"fault-{len(faults)}"
    path.write_bytes(data)
    faults.append(f"{kind}, {path}: {words}")
    # At once, for a run of hours may be stopped before its end.
    print(faults[-1], file=sys.stderr, flush=True)


class Kind:
    """A file of some kind, where the program looks for it, and the commands that read it.

    input: what is typed. needs: other files that a command changes when it takes what it is given. alter: how the file is
    altered. keeps: a command that finds no fault in a file behind any that writes where it found none before. at: the
    folder of the sessions. also: writes what else changes with the file's bytes.
    """

    def __init__(self, name, path, commands, input="quit\n", passphrase=None, needs=(), alter=damaged, keeps=None, at=None, also=None):
        self.name, self.path, self.commands, self.input = name, Path(path), commands, input
        self.passphrase, self.alter, self.keeps, self.at, self.also = passphrase, alter, keeps, at, also
        self.needs = [(Path(other), Path(other).read_bytes()) for other in needs]
        self.good = self.path.read_bytes()

    def read(self, data, arguments):
        """What a command does with this in the file, on which all is then as before; None where it does not end."""
        self.path.write_bytes(data)
        if self.also:
            self.also(data)
        try:
            was_sound = self.keeps and arguments[0] in WRITERS and run(*self.keeps).returncode == 0
            result = run(*arguments, input=self.input, secret=self.passphrase, at=self.at)
            if was_sound and run(*self.keeps).returncode:
                keep(self.name, data, f"spoiled it: {' '.join(map(str, arguments))}")
            return result
        except subprocess.TimeoutExpired:
            keep(self.name, data, f"did not end: {' '.join(map(str, arguments))}")
            return None
        finally:
            self.path.write_bytes(self.good)
            for other, content in self.needs:
                other.write_bytes(content)
            for left in [*SESSIONS.glob("*.torn-*"), FOLDER / "new.json"]:
                left.unlink(missing_ok=True)

    def damage(self, numbers):
        for arguments in self.commands:
            # What refuses a file that nobody altered would look at none.
            result = self.read(self.good, arguments)
            if result is None or result.returncode not in (0, 2):
                keep(self.name, self.good, f"refused as it was: {' '.join(map(str, arguments))}: {result and result.stderr[-300:]!r}")
        statuses = collections.Counter()
        for number in numbers:
            chance = random.Random(f"{SEED} {self.name} {number}")
            data, arguments = self.alter(self.good, chance), chance.choice(self.commands)
            if result := self.read(data, arguments):
                statuses[result.returncode] += 1
                look(self.name, data, arguments, result)
        return statuses


# A walk that brings events of most types into a journal.
WALK = """goto political-support
3 a note of words
note second
evidence corporate "Board minutes, May, item 4" shows the vote
strength the board asks for audits
concern nobody reads them
confidential
action write it down by head of quality 2027-12-15
theme workforce
theme @1 off workforce
ask whether the board knows its numbers
title Another title
authority Fenmoor Council
undo
redo
goto political-support
clear
undo
goto political-support
confidential level
4
confirm
sign-off director
reopen a figure was wrong
goto senior-team
note HARDWORD
quit
"""
# As much of a room.
ROOM = """present 12
ground-rules
yes
goto political-support
tally 1 5 0 4 d2
tally 1 5 0 5 d1
undo
reveal
words
revote
tally 0 0 0 12
agree 4 we looked at the minutes
other-view @1 several of us think so
goto political-ambition
tally 0 11 0 1
park the figures by head of quality 2027-12-15
quit
"""


def walked(session, lines):
    """Types lines into a session; those that come to nothing are named, and the others count."""
    run("resume", session, "--plain", input=lines)


def sealed_answers():
    """A workshop that five people have sent their answers to."""
    workshop = done("start", "leadership", "--workshop", "--no-walk", "--title", "W")
    invites = [FOLDER / f"person{number}.canary.jsonl" for number in range(5)]
    done("invite", workshop, "-o", *invites)
    for number, invite in enumerate(invites):
        done("resume", invite, "--plain", input="goto political-support\n1\n2\n?\nquit\n")
        done("submit", invite, "--role", ["members", "corporate", "front-line", "partners", "members"][number])
    return workshop, invites[0], [FOLDER / f"person{number}.canary-answers" for number in range(5)]


def page_answers(workshop):
    """What somebody else answered on a page: the page's own words, what is sealed, and the file."""
    page = FOLDER / "invite.html"
    done("invite", workshop, "--html", "-o", page)
    told = on(page)
    plain = json.dumps({"contributor": told["contributor"], "edition": 1, "role": "partners", "answers": {
        "political-support.leader-accepts": {"answer": {"rating": 3}, "note": "We saw it."},
        "political-support.leader-backs-help": {"answer": "dontKnow"},
        "political-support.lead-member-accepts": {"answer": {"notApplicable": "no such post"}},
    }}, separators=(",", ":")).encode()
    file = FOLDER / "answers-abcdef.canary-answers"
    file.write_bytes(sealed(told, plain))

    def alter(data, chance):
        # What is sealed is altered, and sealed as it should be.
        return sealed(told, json_changed(plain, chance))

    return file, alter


def kinds():
    session = done("start", "leadership", "--no-walk", "--title", "T", "--authority", "A")
    journal = SESSIONS / f"{session}.canary.jsonl"
    done("answer", session, PACKAGE / "Sessions/Examples/fenmoor.yaml")
    walked(session, WALK)
    page, pack, book = FOLDER / "page.html", FOLDER / "pack.json", FOLDER / "book.xlsx"
    for path, format in ((page, "html"), (pack, "json"), (book, "xlsx")):
        done("export", session, "--format", format, "-o", path)
    filled = openpyxl.load_workbook(book)
    sheet = filled["Review"]
    sheet["B2"], sheet["B3"], sheet["F5"], sheet["H6"] = "lead peer", "2027-01-31", "agree", "Not what we saw."
    filled.save(book)
    review, sheet = FOLDER / "review.json", FOLDER / "sheet.yaml"
    done("review", pack, "--role", "lead peer", "-o", review, input="agree\nchallenge 2 It is not so.\nquit\n")
    shutil.copy(PACKAGE / "Sessions/Examples/borsetshire.yaml", sheet)
    sealed = done("start", "leadership", "--no-walk", "--title", "S")
    done("resume", sealed, "--plain", input="goto political-support\n3\n2\nquit\n")
    done("encrypt", sealed, secret=PASSPHRASE)
    lighten(SESSIONS / f"{sealed}.canary.jsonl", PASSPHRASE)
    workshop, invite, answers = sealed_answers()
    by_page, sealed_anew = page_answers(workshop)
    room = done("start", "leadership", "--workshop", "--no-walk", "--title", "R")
    walked(room, ROOM)
    linked = done("start", "corporate-health", "--no-walk", "--title", "C")
    walked(linked, "1\n2\n1\n4\nlink too-vague leads-to too-narrow because of this\nlink too-narrow leads-to too-vague\nquit\n")
    region = FOLDER / "region"
    for number in range(6):
        one = done("start", "leadership", "--no-walk", "--title", f"T{number}", "--authority", f"A{number}", at=region)
        done("answer", one, PACKAGE / f"Sessions/Examples/{['fenmoor', 'borsetshire'][number % 2]}.yaml", at=region)
    done("collate", region)
    folder = FOLDER / "q"
    (folder / "Languages").mkdir(parents=True)
    for name in ("leadership.yaml", "leadership.cases.yaml"):
        shutil.copy(PACKAGE / "Questionnaires" / name, folder / name)
    framework = folder / "isos.yaml"
    shutil.copy(PACKAGE / "Questionnaires/Frameworks/isos.yaml", framework)
    catalogue = folder / "Languages/cy.po"
    catalogue.write_text('msgid ""\nmsgstr "Language: cy\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
                         'msgid "There are no sessions yet. canary start leadership begins one."\n'
                         'msgstr "Nid oes sesiynau eto."\n\nmsgid "{1} event"\nmsgid_plural "{1} events"\n'
                         'msgstr[0] "{1} a"\nmsgstr[1] "{1} b"\n')
    # A questionnaire and a framework that do not ship, so that the compiled files beside the session are what is read.
    for path in (folder / "leadership.yaml", framework):
        path.write_text(path.read_text() + "# Of our own.\n")
    own = FOLDER / "own"
    kept = done("start", "leadership", "--no-walk", "--title", "O", "--questionnaires", folder, at=own)
    new = FOLDER / "new.json"
    full = [("export", session, "--format", form, "--audience", "full") for form in ("markdown", "json", "csv")]
    journals = [journal, SESSIONS / f"{workshop}.canary.jsonl"]
    read = [("show",), ("verify",), ("evaluate",), ("export", "--format", "json"), ("resume", "--plain")]

    def all_of(session, *more):
        return [(command, session, *others) for command, *others in read] + list(more)

    yield Kind("journal", journal, all_of(session, *full, ("list",)))
    for name, one in (("journal", session), ("room's journal", room), ("journal with links", linked)):
        yield Kind(f"{name}, its checksums right", SESSIONS / f"{one}.canary.jsonl",
                   all_of(one, ("list",), ("export", one, "--format", "html", "--force", "-o", FOLDER / "out.html"),
                          ("export", one, "--format", "xlsx", "--force", "-o", FOLDER / "out.xlsx"),
                          ("export", one, "--format", "markdown"), ("compare", one, one),
                          ("redact", one, "--what", "title", "--yes")),
                   "status\nhistory\nevaluate\nundo\nquit\n", alter=chained, keeps=("verify", one))
    yield Kind("sealed journal", SESSIONS / f"{sealed}.canary.jsonl",
               [("show", sealed), ("verify", sealed), ("decrypt", sealed)], passphrase=PASSPHRASE)
    yield Kind("questionnaire", folder / "leadership.yaml", [("questionnaire", "check", folder / "leadership.yaml")])
    yield Kind("framework", framework, [("questionnaire", "check", framework)])
    yield Kind("cases", folder / "leadership.cases.yaml",
               [("questionnaire", "check", "--cases", folder / "leadership.yaml")])
    yield Kind("sheet", sheet, [("answer", session, sheet)], needs=journals)
    for alter, what in ((damaged, ""), (json_changed, ", its JSON sound")):
        yield Kind(f"review{what}", review, [("import-review", session, review, "--yes")], needs=journals, alter=alter)
        yield Kind(f"pack{what}", pack, [("review", pack, "--role", "lead peer", "-o", new)], "agree\nquit\n", alter=alter)
        yield Kind(f"ledger{what}", region / ".canary-releases.jsonl", [("collate", region)], alter=alter)
    yield Kind("page", page, [("review", page, "--role", "lead peer", "-o", new)], "agree\nquit\n")
    for alter, what in ((damaged, ""), (packed, ", a part of it")):
        yield Kind(f"workbook{what}", book, [("import-review", session, book, "--yes")], needs=journals, alter=alter)
    yield Kind("catalogue", catalogue, [("list", "--questionnaires", folder, "--lang", "cy")])
    for alter, what in ((damaged, ""), (sealed_anew, ", its seal right")):
        yield Kind(f"page's answers{what}", by_page, [("merge", workshop, by_page, *answers)], needs=journals, alter=alter)
    yield Kind("sealed answers", answers[0], [("merge", workshop, by_page, *answers)], needs=journals)
    yield Kind("invite", invite, [("resume", invite, "--plain"), ("submit", invite, "--role", "members", "--force")])
    its = own / f"{kept}.canary.jsonl"
    noted = its.read_bytes()
    pins = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in (own / "instruments").glob("*.json")}
    start = json.loads(events(noted)[0][1])
    commands = [(command, kept) for command in ("show", "evaluate", "verify")]
    more = [("export", kept, "--format", "json"), ("resume", kept, "--plain")]
    for what, place in ("questionnaire", 0), ("framework", 1 + [one["id"] for one in start["frameworks"]].index("isos")):
        pin = start["compiled"][place]

        def pinned(data, pin=pin):
            """Notes an altered file in the session, as whoever sends both can."""
            (head, body), *others = events(noted)
            its.write_bytes(chain([[head, body.replace(pin.encode(), hashlib.sha256(data).hexdigest().encode())], *others]))

        yield Kind(f"pinned {what}", pins[pin], commands, at=own)
        yield Kind(f"pinned {what}, its hash right", pins[pin], commands + more, at=own, needs=[its], alter=json_changed, also=pinned)


def work(worker):
    """Alters every JOBS-th file of each kind; what was not so, and the files and seconds by kind."""
    global FOLDER, SESSIONS
    FOLDER = Path(sys.argv[2]) / str(worker)
    SESSIONS = FOLDER / "s"
    FOLDER.mkdir()
    faults.clear()
    took = {}
    for kind in kinds():
        if ONLY and kind.name not in ONLY:
            continue
        start, numbers = time.monotonic(), range(worker, COUNT, JOBS)
        statuses = kind.damage(numbers)
        took[kind.name] = len(numbers), time.monotonic() - start, statuses
        print(f"{kind.name}: {len(numbers)} files by one process", file=sys.stderr, flush=True)
    return list(faults), took


def main():
    with concurrent.futures.ProcessPoolExecutor(JOBS) as pool:
        results = list(pool.map(work, range(JOBS)))
    found = [words for faults, _ in results for words in faults]
    for kind in results[0][1]:
        files, seconds, statuses = zip(*(took[kind] for _, took in results))
        ended = ", ".join(f"{status}: {count}" for status, count in sorted(sum(statuses, collections.Counter()).items()))
        print(f"{kind}: {sum(files)} files, {sum(seconds):.0f} s; {ended}", file=sys.stderr)
    print("".join(f"{words}\n" for words in found[:40]), end="")


if __name__ == "__main__":
    main()
