#!/usr/bin/env python3
"""Does the main job in another root at a terminal: start, answer, be killed, go on, evaluate, export.

Usage: main-job.py ROOT PROGRAM FOLDER

The folder is made below /home/visitor in the root. It needs nothing in the root but the program.
"""

import json
import os
import pty
import re
import select
import signal
import stat
import subprocess
import sys
import time
import zipfile

ROOT, PROGRAM, FOLDER = sys.argv[1:4]
HOME = "/home/visitor/" + FOLDER
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin", "HOME": "/home/visitor", "TERM": "xterm", "LC_ALL": "C.UTF-8",
    "CANARY_SESSIONS": HOME + "/sessions",
}
PROMPT = "Your answer: "


def enter(identity):
    """Makes this process one of the visitor's in the root."""
    os.chroot(ROOT)
    os.chdir("/home/visitor")
    os.setgroups([])
    os.setgid(identity[1])
    os.setuid(identity[0])


def visitor():
    for line in open(ROOT + "/etc/passwd", encoding="utf-8"):
        fields = line.split(":")
        if fields[0] == "visitor":
            return int(fields[2]), int(fields[3])
    sys.exit("main-job: there is no visitor in the root")


IDENTITY = visitor()


def run(*arguments, status=0):
    """A command through pipes; what it wrote."""
    result = subprocess.run(
        [PROGRAM, *arguments], capture_output=True, env=ENVIRONMENT, stdin=subprocess.DEVNULL, timeout=60,
        preexec_fn=lambda: enter(IDENTITY))
    if result.returncode != status:
        sys.exit(f"main-job: canary {' '.join(arguments)} gave {result.returncode}\n{result.stderr.decode()}")
    return result.stdout.decode()


class Terminal:
    def __init__(self, *arguments):
        self.child, self.descriptor = pty.fork()
        if self.child == 0:
            enter(IDENTITY)
            os.execve(PROGRAM, [PROGRAM, *arguments], ENVIRONMENT)
        self.seen = ""

    def wait(self, *wanted, seconds=20):
        """Reads until the terminal has shown all that; what was seen since the last time."""
        end = time.monotonic() + seconds
        while True:
            words = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r", "", self.seen)
            if all(text in words for text in wanted) and (wanted != (PROMPT,) or words.endswith(PROMPT)):
                self.seen = ""
                return words
            ready, _, _ = select.select([self.descriptor], [], [], max(0, end - time.monotonic()))
            if not ready:
                sys.exit(f"main-job: waited for {wanted}, saw:\n{words}")
            try:
                self.seen += os.read(self.descriptor, 65536).decode("utf-8", "replace")
            except OSError:
                sys.exit(f"main-job: the terminal closed; waited for {wanted}, saw:\n{words}")

    def send(self, text):
        os.write(self.descriptor, text.encode())

    def end(self):
        """Reads until the program ends; its status."""
        while True:
            try:
                if not os.read(self.descriptor, 65536):
                    break
            except OSError:
                break
        _, status = os.waitpid(self.child, 0)
        os.close(self.descriptor)
        return status


def check(holds, what):
    if not holds:
        sys.exit("main-job: " + what)


os.makedirs(ROOT + HOME)
os.chown(ROOT + HOME, *IDENTITY)

first = Terminal("start", "leadership", "--title", "Autumn")
first.wait("Question 1 of", PROMPT)
first.send("goto political-support\r")
first.wait("Political support. Question 1 of", PROMPT)
first.send("3 the leader chairs the board\r")
first.wait("Saved", "Question 2 of", PROMPT)
first.send("?\r")
first.wait("Question 3 of", PROMPT)
first.send("4 half a no")
time.sleep(0.2)
os.kill(first.child, signal.SIGKILL)
check(os.WIFSIGNALED(first.end()), "the program was not killed")

second = Terminal("resume", "Autumn")
second.wait("Question 3 of", PROMPT)
second.send("evaluate\r")
second.wait("possible", PROMPT)
second.send("quit\r")
check(second.end() == 0, "the walk did not end well")

shown = {answer["question"]: answer for answer in json.loads(run("show", "Autumn", "--format", "json"))["answers"]}
check(shown["political-support.leader-accepts"]["value"] == 3, "the first answer is not there")
check(shown["political-support.leader-accepts"]["note"] == "the leader chairs the board", "the note is not there")
check(sum(answer["status"] == "unanswered" for answer in shown.values()) > 40, "more was answered than was typed")

run("answer", "Autumn", "/home/visitor/borsetshire.yaml")
evaluation = json.loads(run("evaluate", "Autumn", "--format", "json"))
check(evaluation["tier"]["possible"] == ["sector-led"], f"the tier is {evaluation['tier']['possible']}")
for form in ("html", "xlsx", "markdown", "csv", "json"):
    run("export", "Autumn", "--format", form, "-o", f"{HOME}/pack.{form}")
run("export", "Autumn", "--format", "html", "--protect", "-o", HOME + "/sealed.html")
check("</html>" in open(f"{ROOT}{HOME}/pack.html", encoding="utf-8").read(), "the page is cut short")
check(zipfile.ZipFile(f"{ROOT}{HOME}/pack.xlsx").testzip() is None, "the workbook is damaged")
check("Borsetshire" not in open(f"{ROOT}{HOME}/sealed.html", encoding="utf-8").read(), "the sealed page tells words")
check("there is none of" in subprocess.run(
    [PROGRAM, "export", "Autumn", "--format", "pdf", "-o", HOME + "/pack.pdf"], capture_output=True, text=True,
    env=ENVIRONMENT, preexec_fn=lambda: enter(IDENTITY)).stderr, "without a browser a PDF is not refused")
run("verify", "Autumn")
for folder, _, files in os.walk(ROOT + HOME):
    for name in files:
        mode = stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode)
        check(mode == 0o600, f"{name} has mode {mode:o}")
print("main job done:", PROGRAM)
