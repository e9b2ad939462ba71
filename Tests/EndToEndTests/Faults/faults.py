"""Whatever the machine refuses, what canary says is saved is there, and what is not saved ends with 74.

usage: faults.py CANARY LIBRARY [--long] [--only NAME]... [--jobs N]

Every command that writes is run with every fault: a call to the disk that fails, the program killed before or behind
it, a missing folder, output that nobody takes. LIBRARY is faults.c, compiled. Prints what broke a rule and ends with 1
where anything did; the last lines count.
"""

import base64
import collections
import concurrent.futures
import csv
import errno
import hashlib
import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from light_seal import lighten

CANARY, LIBRARY = sys.argv[1:3]
LONG = "--long" in sys.argv
ONLY = [sys.argv[place + 1] for place, word in enumerate(sys.argv) if word == "--only"]
JOBS = int(sys.argv[sys.argv.index("--jobs") + 1]) if "--jobs" in sys.argv else max(2, os.cpu_count() or 2)
# As many faults at least have to come; a matrix that hits little proves little.
LEAST = 5_000 if LONG else 100
PASSPHRASE, OTHER = "four words in a row", "another four words"
DRAFT = ".canary-new-"
ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8",
               "SWIFT_BACKTRACE": "enable=no", "TERM": "xterm"}
QUESTIONNAIRE = os.path.join(os.path.dirname(__file__), "../../../Questionnaires/leadership.yaml")
BASE = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def run(folder, words, text="", fault=None, shell="", sessions="s"):
    """Runs a command line whose paths hold {F} for the folder."""
    words = [word.replace("{F}", folder) for word in words]
    environment = dict(ENVIRONMENT)
    if fault:
        environment |= {"LD_PRELOAD": LIBRARY, "FAULT_UNDER": folder} | fault
    command = [CANARY] + words + ["--sessions", f"{folder}/{sessions}"]
    if words[0] == "collate":
        command = [CANARY] + words
    if shell:
        command = ["sh", "-c", 'exec "$@" ' + shell, "sh"] + command
    return subprocess.run(command, input=text.encode(), capture_output=True, env=environment, timeout=120, cwd=folder)


class Writer:
    """A command that writes.

    there: whether what it is for is on the disk, by the folder before and after, each path with its bytes, and what was
    said. said: words that claim so. removes: beginnings of the paths that may be gone. done: its status where all is well. refused: that of a
    line of a script that came to nothing.
    """

    def __init__(self, name, words, there, text="", said=None, removes=(), missing=None, done=0,
                 refused=74):
        self.done, self.refused = done, refused
        self.name, self.words, self.there, self.text = name, words, there, text
        self.said, self.removes, self.missing = said, removes, missing


def made(path):
    return lambda before, after, result: path in after and after[path] != before.get(path)


def grown(name):
    def there(before, after, result):
        path = "s/" + IDS[name] + ".canary.jsonl"
        return path in after and after[path] != before[path]
    return there


def new_session(before, after, result):
    return any(path not in before for path in after if path.endswith(".canary.jsonl"))


def answered_with_instruments(before, after, result):
    """A new session with an answer, and every instrument that it pins beside it, as it pins it."""
    for path, content in after.items():
        if path not in before and path.endswith(".canary.jsonl") and b'"type":"answered"' in content:
            wanted = set(json.loads(content.split(b"\n")[0])["body"]["compiled"])
            kept = {hashlib.sha256(kept).hexdigest() for other, kept in after.items() if other.startswith("s/instruments/")}
            return wanted <= kept
    return False


def without_words(before, after, result):
    return all(b"SECRETWORD" not in content for path, content in after.items() if path.startswith("s/" + IDS["open"]))


def is_sealed(yes, name):
    return lambda before, after, result: (
        after["s/" + IDS[name] + ".canary.jsonl"].startswith(b'{"format":"canary-sealed') is yes
        and after["s/" + IDS[name] + ".canary.jsonl"] != before["s/" + IDS[name] + ".canary.jsonl"])


def migrated(before, after, result):
    path = "s/" + IDS["old"] + ".canary.jsonl"
    return b'"type":"migrated"' in after[path] and all(
        any(name.startswith("s/instruments/" + pin) for name in after)
        for pin in re.findall(r'"sha256":"([0-9a-f]{64})"', after[path].decode().rsplit('"type":"migrated"')[-1]))


def protected(before, after, result):
    return "out.html" in after and b"shown this once: " in result.stderr


def every(*checks):
    return lambda *arguments: all(check(*arguments) for check in checks)


def noted(name):
    """A session that may not be written to, as in an archive, is reported on all the same, and that is said."""
    return lambda before, after, result: (
        grown(name)(before, after, result) or b"permission denied" in result.stderr
        and b"not noted in the session's history" in b" ".join(result.stderr.split()))


IDS = {}


def prepare(folder):
    """What all commands work on: sessions, a workshop with sealed answers, a report, a review, a sheet."""
    def done(words, text="", sessions="s"):
        result = run(folder, words, text, sessions=sessions)
        assert result.returncode == 0, (words, result.stdout, result.stderr)
        return result.stdout.decode().strip()

    def start(name, *more, text=""):
        IDS[name] = done(["start", "leadership", "--no-walk", "--title", name, *more], text)
        return IDS[name]

    done(["resume", start("open", "--authority", "Council 0"), "--plain"],
         "goto political-support\n3 SECRETWORD in a note\n2\n4\n?\n")
    # The region is of questions that are evaluated at once: it is told of hundreds of times.
    for number in range(6):
        one = done(["start", "early-warning", "--no-walk", "--title", "region", "--authority", f"Council {number}"], sessions="r")
        done(["resume", one, "--plain"], "1\n2\ny\n", sessions="r")
    start("sealed", "--encrypt", "--passphrase-fd", "0", text=PASSPHRASE + "\n")
    lighten(f"{folder}/s/{IDS['sealed']}.canary.jsonl", PASSPHRASE)
    # A byte in the middle of a line that is not the first or the last.
    start("torn")
    done(["resume", IDS["torn"], "--plain"], "goto political-support\n3\n2\n4\n")
    path = f"{folder}/s/{IDS['torn']}.canary.jsonl"
    lines = open(path, "rb").read().split(b"\n")
    lines[2] = lines[2].replace(b"3", b"4", 1)
    open(path, "wb").write(b"\n".join(lines))
    # One whose questionnaire is another version now.
    os.mkdir(folder + "/q", 0o700)
    with open(QUESTIONNAIRE) as now, open(folder + "/q/leadership.yaml", "w") as then:
        then.write(re.sub(r"(?m)^version: .*$", "version: 0.0.1", now.read(), count=1))
    os.chmod(folder + "/q/leadership.yaml", 0o600)
    start("old", "--questionnaires", folder + "/q")
    done(["resume", IDS["old"], "--plain"], "goto political-support\n3\n2\n")
    start("heir", "--from", IDS["open"])
    IDS["titled"] = done(["start", "early-warning", "--no-walk", "--title", "HARDWORD"])
    start("workshop", "--workshop")
    people = [f"{folder}/person{number}.canary.jsonl" for number in range(5)]
    done(["invite", IDS["workshop"], "-o", *people])
    for number, person in enumerate(people):
        done(["resume", person, "--plain"], f"goto political-support\n{number % 4 + 1}\n2\n")
        done(["submit", person, "--role", "members"])
    start("room", "--workshop")
    done(["export", IDS["open"], "--format", "json", "-o", "{F}/pack.json"])
    done(["review", "{F}/pack.json", "--role", "peer", "-o", "{F}/review.json"], "agree\nquit\n")
    done(["export", IDS["open"], "--format", "html", "-o", "{F}/old.html"])
    start("reviewed", "--from", IDS["open"])
    done(["export", IDS["reviewed"], "--format", "json", "-o", "{F}/its.json"])
    done(["review", "{F}/its.json", "--role", "peer", "-o", "{F}/its-review.json"], "agree\nquit\n")
    done(["import-review", IDS["reviewed"], "{F}/its-review.json", "--yes"])
    with open(folder + "/sheet.yaml", "w") as sheet:
        sheet.write("political-support.lead-member-accepts: {answer: 2, note: from a sheet}\n")
    os.makedirs(folder + "/tables", 0o700)
    for name in os.listdir(folder):
        os.chmod(f"{folder}/{name}", 0o700 if os.path.isdir(f"{folder}/{name}") else 0o600)


def writers():
    session, region = IDS["open"], "{F}/r"
    return [
        Writer("start", ["start", "leadership", "--no-walk", "--title", "new"], new_session, said=r"^[0-9a-z]{4}-[0-9a-z]{4}$",
               missing=None),
        Writer("start in the conversation", ["start", "leadership", "--plain", "--title", "new"], answered_with_instruments, "1\n",
               said="Saved: 1"),
        Writer("answer", ["resume", session, "--plain"], grown("open"), "4\n", said="Saved: 4"),
        Writer("sheet", ["answer", session, "{F}/sheet.yaml"], grown("open"), said="ecorded|answered"),
        Writer("export", ["export", session, "--format", "html", "-o", "{F}/out.html"], every(made("out.html"), noted("open")),
               said="Written: the report as", missing=["export", session, "--format", "html", "-o", "{F}/no/such/out.html"]),
        Writer("export over a file", ["export", session, "--format", "html", "--force", "-o", "{F}/old.html"],
               every(made("old.html"), noted("open")), said="Written: the report as"),
        Writer("export csv", ["export", session, "--format", "csv", "-o", "{F}/out.csv"], every(made("out.csv"), noted("open")),
               said="Written: the report as"),
        Writer("export xlsx", ["export", session, "--format", "xlsx", "-o", "{F}/out.xlsx"],
               every(made("out.xlsx"), noted("open")), said="Written: the report as"),
        Writer("export --protect", ["export", session, "--format", "html", "--protect", "-o", "{F}/out.html"],
               every(protected, noted("open")), said="Written: the report as",
               missing=["export", session, "--format", "html", "--protect", "-o", "{F}/no/such/out.html"]),
        Writer("export in the conversation", ["resume", session, "--plain"], every(made("out.html"), grown("open")),
               "export html {F}/out.html\n", said="Written: the report as html", refused=1),
        Writer("review", ["review", "{F}/pack.json", "--role", "peer", "-o", "{F}/mine.json"], made("mine.json"),
               "agree\nquit\n", said="Saved for|is saved", missing=["review", "{F}/pack.json", "--role", "peer", "-o", "{F}/no/such/r.json"]),
        Writer("review again", ["review", "{F}/pack.json", "-o", "{F}/review.json"], made("review.json"),
               "comment further words\nquit\n", said="Saved for"),
        Writer("import-review", ["import-review", session, "{F}/review.json", "--yes"], grown("open"), said="iled"),
        Writer("invite", ["invite", IDS["room"], "-o", "{F}/one", "{F}/two"],
               every(made("one.canary.jsonl"), made("two.canary.jsonl"), grown("room")), said="^2 files were made"),
        Writer("invite --html", ["invite", IDS["room"], "--html", "-o", "{F}/one", "{F}/two"],
               every(made("one.html"), made("two.html"), grown("room")), said="^2 files were made",
               missing=["invite", IDS["room"], "--html", "-o", "{F}/no/such/a"]),
        Writer("submit", ["submit", "{F}/person0.canary.jsonl", "--role", "members", "-o", "{F}/mine.canary-answers"],
               made("mine.canary-answers"), said="Sealed in",
               missing=["submit", "{F}/person0.canary.jsonl", "--role", "members", "-o", "{F}/no/such/a"]),
        Writer("merge", ["merge", IDS["workshop"], *[f"{{F}}/person{n}.canary-answers" for n in range(5)], "--erase"],
               grown("workshop"), said="people answered", removes=["person"]),
        Writer("slips", ["slips", IDS["workshop"], "--people", "3", "-o", "{F}/slips.html"], made("slips.html"),
               missing=["slips", IDS["workshop"], "--people", "3", "-o", "{F}/no/such/slips.html"]),
        Writer("collate", ["collate", region, "--format", "html", "-o", "{F}/picture.html"],
               every(made("picture.html"), made("r/.canary-releases.jsonl")),
               missing=["collate", region, "--format", "html", "-o", "{F}/no/such/picture.html"]),
        Writer("collate --tables", ["collate", region, "--tables", "{F}/tables", "--audience", "full"],
               every(*[made(f"tables/{name}.csv") for name in TABLES], made("r/.canary-releases.jsonl"))),
        Writer("redact", ["redact", session, "political-support.leader-accepts", "--yes"], without_words, said="Removed the words"),
        Writer("encrypt", ["encrypt", session, "--passphrase-fd", "0"], is_sealed(True, "open"), PASSPHRASE + "\n", said="is sealed"),
        Writer("another passphrase", ["encrypt", IDS["sealed"], "--passphrase-fd", "0"], is_sealed(True, "sealed"),
               PASSPHRASE + f"\n{OTHER}\n", said="sealed anew"),
        Writer("decrypt", ["decrypt", IDS["sealed"], "--passphrase-fd", "0"], is_sealed(False, "sealed"), PASSPHRASE + "\n",
               said="in the clear", removes=[f"s/.{IDS['sealed']}"]),
        Writer("salvage", ["verify", IDS["torn"], "--salvage"], new_session, said="new session", done=2),
        Writer("migrate", ["resume", IDS["old"], "--plain"], migrated, "migrate now\n", said="now asked by"),
        Writer("erase", ["erase", session, "--no-request-or-hold"],
               lambda before, after, result: f"s/{session}.canary.jsonl" not in after, said="Removed:", removes=[f"s/{session}"]),
    ]


def further():
    """What writes as one of the others does, tried with --long alone."""
    session = IDS["open"]
    return [
        Writer("answer in a sealed session", ["resume", IDS["sealed"], "--plain", "--passphrase-fd", "0"], grown("sealed"),
               PASSPHRASE + "\n1\n", said="Saved: "),
        Writer("sign-off", ["resume", session, "--plain"], grown("open"), "sign-off director\n", said="Signed off in the role"),
        Writer("plan", ["plan", session, "-o", "{F}/plan.csv"], made("plan.csv"), said="Written as"),
        Writer("an action", ["resume", session, "--plain"], grown("open"), "action Train the staff by head of HR\n",
               said="Saved as action"),
        Writer("confirm", ["confirm", IDS["heir"], "political-support", "--yes"], grown("heir"), said="onfirmed"),
        Writer("withdraw-review", ["withdraw-review", IDS["reviewed"], "R1"], grown("reviewed"), said="counts no more"),
        Writer("start with answers", ["start", "leadership", "--no-walk", "--from", session], new_session,
               said=r"^[0-9a-z]{4}-[0-9a-z]{4}$"),
        Writer("redact a title", ["redact", IDS["titled"], "--what", "title", "--yes"],
               lambda before, after, result: all(b"HARDWORD" not in content for content in after.values()), said="Removed the words"),
    ]


TABLES = []

# Calls, what they give, and whether it stays so.
FAULTS = [("open", errno.EMFILE, ""), ("write", errno.EIO, ""), ("write", errno.ENOSPC, "1"), ("fsync", errno.EIO, ""),
          ("rename", errno.EIO, ""), ("chmod", errno.EPERM, ""), ("stat", errno.EIO, ""), ("write", "kill", ""),
          ("rename", "kill", ""), ("rename", "kill-after", ""), ("rename unlink", errno.EROFS, "1")]
MORE = [("open", errno.EACCES, ""), ("open", errno.EMFILE, "1"), ("write", errno.ENOSPC, ""), ("rename", errno.ENOSPC, ""),
        ("rename", errno.EINVAL, ""), ("unlink", errno.EACCES, ""), ("mkdir", errno.EACCES, ""), ("read", errno.EIO, ""),
        ("flock", errno.ENOLCK, ""), ("ftruncate", errno.EIO, ""), ("write", "kill-after", ""), ("fsync", "kill", ""),
        ("fsync", "kill-after", ""), ("open", "kill", ""), ("unlink", "kill", ""), ("unlink", "kill-after", ""),
        ("write", errno.EINTR, ""), ("read", errno.EINTR, ""), ("open", errno.EINTR, ""), ("flock", errno.EINTR, ""),
        ("fsync", errno.ENOSPC, ""), ("open", errno.ENOSPC, ""), ("read", errno.EIO, "1"), ("stat", errno.EIO, "1")]
if LONG:
    FAULTS += MORE
SHELLS = {"no standard output": (">&-", "out"), "standard output full": (">/dev/full", "out"),
          "no standard error": ("2>&-", "err"), "standard error full": ("2>/dev/full", "err")}


def contents(folder):
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def is_whole(folder, path, content, was_killed, told):
    """Whether a file that is new or changed is complete; told: the lines that the program was given."""
    name = os.path.basename(path)
    if name == ".canary-releases.jsonl":
        lines = content.split(b"\n")
        return lines[-1] == b"" and json.loads(lines[0])["releases"] == len(lines) - 2 == len([*map(json.loads, lines[1:-1])])
    if name.endswith(".canary.jsonl.sealed"):
        return content.endswith(b"\n")
    if ".torn-" in name or name.endswith(".md"):
        return True
    if name.endswith(".canary.jsonl"):
        # What changed most likely has the passphrase that came last.
        passphrases = [word for word in (OTHER, PASSPHRASE) if word in told] if content.startswith(b'{"format"') else [""]
        for passphrase in passphrases:
            more = ["--passphrase-fd", "0"] if passphrase else []
            found = run(folder, ["verify", folder + "/" + path, *more], passphrase + "\n")
            if found.returncode == 0 or was_killed and b"The last line is torn" in found.stdout:
                return True
        return False
    if name.endswith(".json"):
        return bool(json.loads(content))
    if name.endswith(".canary-answers"):
        header, sealed, end = content.split(b"\n")
        # One block of 65,536 bytes, the encapsulated key and the tag.
        return bool(json.loads(header)) and len(base64.b64decode(sealed, validate=True)) == 65_536 + 65 + 16 and not end
    if name.endswith(".html"):
        return content.rstrip().endswith(b"</html>")
    if name.endswith(".csv"):
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        return content.endswith(b"\n") and (path == "out.csv" or len({len(row) for row in rows}) == 1)
    if name.endswith(".xlsx"):
        return zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    return False


def broken_rules(writer, folder, before, result, was_killed, must_say, may_stay):
    """The rules that a run broke, in words."""
    after, rules = contents(folder), []
    told = (result.stdout + b"\n" + result.stderr).decode(errors="replace")
    status = result.returncode
    for path, content in sorted(after.items()):
        if os.path.basename(path).startswith(DRAFT):
            # Where nobody lets it be removed, it is at least empty.
            if not was_killed and (content or not may_stay):
                rules.append(f"a draft is left: {path}")
        elif before.get(path) != content:
            try:
                whole = is_whole(folder, path, content, was_killed, writer.text)
            except (ValueError, zipfile.BadZipFile) as problem:
                whole = False
            if not whole:
                rules.append(f"half a file: {path}")
    for path in before:
        if path not in after and not path.startswith(tuple(writer.removes) or ("/",)):
            rules.append(f"gone: {path}")
    for place, folders, names in os.walk(folder):
        for name, wanted in [(name, 0o600) for name in names] + [(name, 0o700) for name in folders]:
            mode = stat.S_IMODE(os.lstat(os.path.join(place, name)).st_mode)
            if mode != wanted:
                rules.append(f"mode {mode:o}: {name}")
    is_there = writer.there(before, after, result)
    if status == writer.done and not is_there:
        rules.append(f"status {status}, and it is not there")
    if writer.said and re.search(writer.said, told, re.M) and not is_there:
        rules.append("said to be saved, and it is not there")
    if not was_killed and status not in (writer.done, writer.refused, 74):
        rules.append(f"status {status}")
    if status == 74 and must_say and "canary: " not in told:
        rules.append("74 without a word")
    if "Fatal error" in told or status in (-4, -5, -6, -11):
        rules.append("crashed")
    return rules


def attempt(template, writer, title, fault=None, shell="", words=None, baseline=None):
    """Runs a writer once with a fault in a copy of the template; whether the fault came, and the rules broken."""
    folder = tempfile.mkdtemp(prefix="canary-fault-", dir=BASE)
    try:
        work = folder + "/f"
        shutil.copytree(template, work)
        before = contents(work)
        mark = folder + "/mark"
        text = writer.text.replace("{F}", work)
        result = run(work, words or writer.words, text, dict(fault, FAULT_MARK=mark) if fault else None, shell)
        was_killed = result.returncode in (-9, 137)
        calls = fault["FAULT_CALLS"] if fault else ""
        rules = broken_rules(writer, work, before, result, was_killed, not shell.startswith("2"), "unlink" in calls)
        if shell and baseline:
            stream = baseline.stdout if SHELLS[title][1] == "out" else baseline.stderr
            if stream.strip() and result.returncode != 74:
                rules.append(f"status {result.returncode} though nobody was told")
            if writer.name == "export --protect" and SHELLS[title][1] == "err":
                after = contents(work)
                if "out.html" in after or grown("open")(before, after, result):
                    rules.append("a page or a release without a passphrase")
        if words and result.returncode != 74:
            rules.append(f"status {result.returncode} in a folder that is not there")
        if words and any(grown(name)(before, contents(work), result) for name in IDS):
            rules.append("noted in the session, though nothing was written")
        if was_killed:
            # Whoever writes there next, or writes that session, sweeps.
            again = run(work, writer.words, text)
            run(work, ["start", "leadership", "--no-walk"])
            left = [path for path in contents(work) if os.path.basename(path).startswith(DRAFT)]
            if left and again.returncode == 0:
                rules.append(f"drafts stay: {left}")
        writer.last = result
        return fault is None or os.path.exists(mark), [f"{writer.name}: {title}: {rule} ({result.returncode}: "
                                                       f"{result.stderr.decode(errors='replace').strip()[-300:]})" for rule in rules]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def once(*words):
    return [attempt(*words)]


def timed(work, *words):
    """What work gives, and the seconds that it took."""
    start = time.monotonic()
    return work(*words), time.monotonic() - start


def main():
    base = tempfile.mkdtemp(prefix="canary-faults-", dir=BASE)
    try:
        template = base + "/template"
        os.mkdir(template, 0o700)
        prepare(template)
        probe = base + "/probe"
        shutil.copytree(template, probe)
        run(probe, ["collate", "{F}/r", "--tables", "{F}/tables", "--audience", "full"])
        TABLES.extend(sorted(name[:-4] for name in os.listdir(probe + "/tables") if name.endswith(".csv")))
        assert TABLES, "no tables"
        jobs, broken, begun = [], [], time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
            def series(writer, call, error, stays, first):
                """A fault at every such call, until there is none; without --long at one of the first four."""
                results, number = [], 1 if LONG else first
                while True:
                    fault = {"FAULT_CALLS": call, "FAULT_AT": str(number), "FAULT_ERROR": error, "FAULT_STAYS": stays}
                    hit, rules = attempt(template, writer, f"{call} {number}, {error}{' and on' if stays else ''}", fault)
                    results.append((hit, rules))
                    number += 1 if LONG else -1
                    if hit is not LONG or number in (0, 200):
                        return results

            def add(writer, work, *words):
                jobs.append((writer, pool.submit(timed, work, *words)))

            for writer in writers() + (further() if LONG else []):
                if ONLY and writer.name not in ONLY:
                    continue
                plain = attempt(template, writer, "no fault")
                assert plain[1] == [], plain
                baseline = writer.last
                for place, (call, error, stays) in enumerate(FAULTS):
                    # A seal that is made takes long.
                    if LONG or PASSPHRASE not in writer.text or error == "kill-after":
                        add(writer, series, writer, call, str(error), stays, 1 + (place + len(jobs) // 7) % 4)
                for title, (shell, _) in SHELLS.items() if LONG or PASSPHRASE not in writer.text else []:
                    add(writer, once, template, writer, title, None, shell, None, baseline)
                if writer.missing:
                    add(writer, once, template, writer, "no such folder", None, "", writer.missing)
            counts, left = {}, collections.Counter(writer.name for writer, _ in jobs)
            for writer, job in jobs:
                results, seconds = job.result()
                runs, came, took = counts.get(writer.name, (0, 0, 0))
                counts[writer.name] = runs + len(results), came + sum(hit for hit, _ in results), took + seconds
                for _, rules in results:
                    broken += rules
                    for line in rules:
                        print(line, flush=True)
                left[writer.name] -= 1
                if not left[writer.name]:
                    runs, came, took = counts[writer.name]
                    print(f"{writer.name}: {runs} runs, {came} faults, {took:.0f} s", flush=True)
        runs, came, took = map(sum, zip(*counts.values()))
        print(f"{runs} runs, {came} faults, {len(broken)} broken rules; {took:.0f} s in {time.monotonic() - begun:.0f}")
        return 1 if broken or came < LEAST and not ONLY else 0
    finally:
        shutil.rmtree(base, ignore_errors=True)


sys.exit(main())
