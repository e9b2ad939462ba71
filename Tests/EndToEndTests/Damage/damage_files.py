#!/usr/bin/env python3
"""Damages every kind of file that Canary reads, and looks how it takes them.

    damage_files.py CANARY FOLDER COUNT [--seed SEED] [--only KIND]... [--jobs N]

Of each kind COUNT files are altered at random, by as many processes as there are processors, each in a folder of its own. Whatever is in a file, the program ends within ten seconds with a status
that the manual names and no fault of its own, and says what is wrong in lines that begin with `canary: ` and `hint: `.
Prints what is not so, a line each; each altered file that did it is kept as FOLDER/N/fault-M. Standard error has how
many files of each kind were tried, and the seconds that they took.
"""

import concurrent.futures
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
from light_seal import lighten

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
TOKENS = [b"\xef\xbb\xbf", b"\x00", b"\xff\xfe", b"\xe2\x80\xae", b"\x1b[2J", b"9" * 40, b"-1", b"1e999", b"null", b"[[[[[[",
          b"{}", b'"', b"\\", b"\\ud800", b"\\u0000", b"\r", b"\n\n", b"&a", b"*a", b"<!DOCTYPE a>", b"&amp;", b"%s%n",
          b"../../../", b"18446744073709551616", b": ", b"- ", b"#", b"\xd8\x80", b"\xcc\x81", b"\xf4\x8f\xbf\xbf", b"PK"]


def damaged(data, chance):
    """Up to four changes, each of the kind that disks, editors and hands make."""
    data = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        place = chance.randrange(len(data) + 1)
        length = chance.choice((1, 1, 2, 8, 64, 512))
        match chance.randrange(8):
            case 0 if place < len(data): data[place] ^= 1 << chance.randrange(8)
            case 1 if place < len(data): data[place] = chance.randrange(256)
            case 2: del data[place:place + length]
            case 3: data[place:place] = chance.randbytes(length)
            case 4: data[place:place] = chance.choice(TOKENS)
            case 5: data[place:place + length] = chance.choice(TOKENS)
            case 6: data[place:place] = data[chance.randrange(len(data) + 1):][:length]
            case _: del data[place:]
    return bytes(data)


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


class Kind:
    """A file of some kind, where the program looks for it, and the commands that read it."""

    def __init__(self, name, path, commands, passphrase=None, needs=()):
        self.name, self.path, self.commands = name, Path(path), commands
        self.passphrase = passphrase
        # Files that a command changes when it takes what it is given.
        self.needs = [(Path(other), Path(other).read_bytes()) for other in needs]
        self.good = self.path.read_bytes()

    def read(self, data, arguments):
        """What a command does with this in the file, on which all is then as before; None where it does not end."""
        self.path.write_bytes(data)
        try:
            return run(*arguments, input="yes\n3\nquit\n", secret=self.passphrase)
        except subprocess.TimeoutExpired:
            keep(self.name, data, f"did not end: {' '.join(map(str, arguments))}")
            return None
        finally:
            self.path.write_bytes(self.good)
            for other, content in self.needs:
                other.write_bytes(content)
            for left in SESSIONS.glob("*.torn-*"):
                left.unlink()

    def damage(self, numbers):
        for arguments in self.commands:
            # What refuses a file that nobody altered would look at none.
            result = self.read(self.good, arguments)
            if result is None or result.returncode not in (0, 2):
                keep(self.name, self.good, f"refused as it was: {' '.join(map(str, arguments))}: {result and result.stderr[-300:]!r}")
        for number in numbers:
            chance = random.Random(f"{SEED} {self.name} {number}")
            data, arguments = damaged(self.good, chance), chance.choice(self.commands)
            if result := self.read(data, arguments):
                look(self.name, data, arguments, result)


def sealed_answers():
    """A workshop that five people have sent their answers to."""
    workshop = done("start", "leadership", "--workshop", "--no-walk", "--title", "W")
    invites = [FOLDER / f"person{number}.canary.jsonl" for number in range(5)]
    done("invite", workshop, "-o", *invites)
    blank = invites[0].read_bytes()
    for number, invite in enumerate(invites):
        done("resume", invite, "--plain", input="goto political-support\n1\n2\n?\nquit\n")
        done("submit", invite, "--role", ["members", "corporate", "front-line", "partners", "members"][number])
    return workshop, invites[0], blank, [FOLDER / f"person{number}.canary-answers" for number in range(5)]


def kinds():
    session = done("start", "leadership", "--no-walk", "--title", "T", "--authority", "A")
    journal = SESSIONS / f"{session}.canary.jsonl"
    done("answer", session, PACKAGE / "Sessions/Examples/fenmoor.yaml")
    page, pack, book = FOLDER / "page.html", FOLDER / "pack.json", FOLDER / "book.xlsx"
    for path, format in ((page, "html"), (pack, "json"), (book, "xlsx")):
        done("export", session, "--format", format, "-o", path)
    review, sheet = FOLDER / "review.json", FOLDER / "sheet.yaml"
    done("review", pack, "--role", "lead peer", "-o", review, input="agree\nchallenge 2 It is not so.\nquit\n")
    shutil.copy(PACKAGE / "Sessions/Examples/borsetshire.yaml", sheet)
    sealed = done("start", "leadership", "--no-walk", "--title", "S")
    done("resume", sealed, "--plain", input="goto political-support\n3\n2\nquit\n")
    done("encrypt", sealed, secret=PASSPHRASE)
    lighten(SESSIONS / f"{sealed}.canary.jsonl", PASSPHRASE)
    workshop, invite, blank, answers = sealed_answers()
    invite.write_bytes(blank)
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
    out = FOLDER / "out.json"
    out.write_text("")
    shelf = next((SESSIONS / "instruments").glob("*.json"), None)
    journals = [journal, SESSIONS / f"{workshop}.canary.jsonl"]
    yield Kind("journal", journal, [("show", session), ("verify", session), ("evaluate", session),
                                    ("resume", session, "--plain"), ("export", session), ("list",)])
    yield Kind("sealed journal", SESSIONS / f"{sealed}.canary.jsonl",
               [("show", sealed), ("verify", sealed), ("decrypt", sealed)], PASSPHRASE)
    yield Kind("questionnaire", folder / "leadership.yaml", [("questionnaire", "check", folder / "leadership.yaml")])
    yield Kind("framework", framework, [("questionnaire", "check", framework)])
    yield Kind("cases", folder / "leadership.cases.yaml",
               [("questionnaire", "check", "--cases", folder / "leadership.yaml")])
    yield Kind("sheet", sheet, [("answer", session, sheet)], needs=journals)
    yield Kind("review", review, [("import-review", session, review, "--yes")], needs=journals)
    yield Kind("page", page, [("review", page, "--role", "lead peer", "-o", FOLDER / "new.json")])
    yield Kind("pack", pack, [("review", pack, "--role", "lead peer", "-o", FOLDER / "new.json")])
    yield Kind("workbook", book, [("import-review", session, book, "--yes")], needs=journals)
    yield Kind("catalogue", catalogue, [("list", "--questionnaires", folder, "--lang", "cy")])
    yield Kind("invite", invite, [("resume", invite, "--plain"), ("submit", invite, "--role", "members", "--force")])
    yield Kind("sealed answers", answers[0], [("merge", workshop, *answers)], needs=journals)
    yield Kind("ledger", region / ".canary-releases.jsonl", [("collate", region)])
    if shelf:
        yield Kind("pinned instrument", shelf, [("show", session), ("evaluate", session), ("verify", session)])


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
        kind.damage(numbers)
        (FOLDER / "new.json").unlink(missing_ok=True)
        took[kind.name] = len(numbers), time.monotonic() - start
    return list(faults), took


def main():
    with concurrent.futures.ProcessPoolExecutor(JOBS) as pool:
        results = list(pool.map(work, range(JOBS)))
    found = [words for faults, _ in results for words in faults]
    for kind in results[0][1]:
        counts = [took[kind] for _, took in results]
        print(f"{kind}: {sum(count for count, _ in counts)} files, {sum(seconds for _, seconds in counts):.0f} s", file=sys.stderr)
    print("".join(f"{words}\n" for words in found[:40]), end="")


if __name__ == "__main__":
    main()
