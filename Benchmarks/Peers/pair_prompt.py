"""From the start of a program until it asks its first question."""

import os
import shutil
import sys

from measuring import in_turns, ratio, run
from report import Section, duration


def measure(bench):
    """Every program starts in a new terminal, through the same timer."""
    timer, nothing = bench.compiled("pty_timer"), bench.compiled("nothing")
    number = 0

    def environment():
        nonlocal number
        number += 1
        home = bench.fresh_folder("home")
        return dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8", HOME=str(home),
                    CANARY_SESSIONS=str(bench.scratch / f"sessions-{number}"))

    used = bench.fresh_folder("used-sessions")
    run([bench.canary, "start", "leadership", "--no-walk", "--sessions", used])

    def subject(text, *command, sessions=None):
        def timed():
            env = environment()
            if sessions:
                env["CANARY_SESSIONS"] = str(sessions)
            taken = int(run([timer, text, *command], env=env))
            if not sessions:
                shutil.rmtree(env["CANARY_SESSIONS"], ignore_errors=True)
            return taken
        return timed

    levels = ["1", "The leader says that the services are sound.", "2", "The leader agrees when pressed.",
              "3", "The leader accepts the findings.", "4", "The leader reports progress to the council."]
    subjects = {
        "canary, first session": subject("Your answer: ", bench.canary, "start", "leadership"),
        "canary, folder in use": subject("Your answer: ", bench.canary, "start", "leadership", sessions=used),
        "a C program that writes a prompt": subject("Your answer: ", nothing),
        "sqlite3 shell": subject("sqlite> ", "sqlite3"),
        "whiptail, drawn menu": subject("<Cancel>", "whiptail", "--title", "Leadership", "--menu",
                                        "Does the council leader accept the need?", "15", "70", "4", *levels),
        "questionary": subject("4 The leader reports", sys.executable, bench.peers / "ask_questionary.py"),
    }
    times, failures = in_turns(subjects, bench.rounds(41))
    section = Section(
        "Start to first prompt",
        "From before `fork` until the prompt is on a terminal of 80 columns. The first session makes its folder, puts the "
        "instruments in it and has the journal on the disk before it asks; in a folder in use only the journal is "
        "written.",
        ["program", "median", "of canary's time"])
    section.add_times(subjects, times, failures, ratio, "canary, first session")
    section.wish("start to first prompt", "≤ 3 × the `sqlite3` shell",
                 ratio(times, "canary, first session", "sqlite3 shell"), 3)
    section.wish("", "≥ 25 × faster than `questionary`", ratio(times, "questionary", "canary, first session"), 25,
                 at_least=True)
    return section
