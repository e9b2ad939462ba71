#!/usr/bin/env python3
"""Writes the manual: canary.1, and a page for each subcommand.

Usage: manual.py PROGRAM FOLDER

What the pages say of commands and options is what the program says of itself (--experimental-dump-help). The date is
that of SOURCE_DATE_EPOCH, so that the same program gives the same pages.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

ENVIRONMENT = [
    ("CANARY_SESSIONS", "The folder of the sessions, where no --sessions names one."),
    ("CANARY_QUESTIONNAIRES", "A folder of questionnaires that is looked in before the built-in ones."),
    ("CANARY_PLAIN", "Plain mode, as by --plain, where it is set to anything but nothing."),
    ("NO_COLOR", "No colour, as by --no-colour, where it is set to anything but nothing."),
    ("VISUAL, EDITOR", "The editor that edit opens in the conversation."),
    ("XDG_DATA_HOME", "Where the folder of sessions is made when nothing else names one."),
    ("LC_ALL, LC_CTYPE, LANG", "Which characters the terminal can show."),
]

FILES = [
    ("./Sessions", "The sessions, where this folder is yours and nobody else can write to it."),
    ("~/.local/share/canary/sessions", "The sessions otherwise."),
    ("ID.canary.jsonl", "A session: one line for each event. Only you can read it."),
]

STATUSES = [
    ("0", "Done."),
    ("1", "An unknown or ambiguous session or questionnaire, a refused answer, a damaged file, a wrong passphrase."),
    ("2", "Findings that were asked for by status: a questionnaire with errors, a session with a fault."),
    ("64", "Wrong usage."),
    ("70", "A fault of the program."),
    ("74", "A file that is missing, cannot be read or cannot be written; a full disk; a session that is open elsewhere."),
    ("129, 130, 143", "Ended by a hang-up, an interrupt, or a request to end."),
]

EXAMPLES = {
    "canary": [
        ("Answer the leadership self-assessment; quit leaves, and canary resume goes on.", "canary start leadership"),
        ("What do the answers point to?", "canary evaluate SESSION"),
        ("A page for peer reviewers, behind a passphrase.", "canary export SESSION --format html --protect -o pack.html"),
    ],
    "canary start": [
        ("A session with a title, walked at once.", "canary start leadership --title Autumn --authority Borsetshire"),
        ("A room that votes and agrees.", "canary start leadership --workshop"),
        ("A second round that begins with the answers of the first.", "canary start leadership --from Autumn"),
    ],
    "canary resume": [("The session that was changed last.", "canary resume"), ("By its title.", "canary resume Autumn")],
    "canary answer": [("A sheet of answers: all of them are saved, or none.", "canary answer Autumn answers.yaml")],
    "canary evaluate": [
        ("In words.", "canary evaluate Autumn"),
        ("What another answer would change; nothing is saved.", "canary evaluate Autumn --what-if capacity-to-deliver.caseloads=2"),
    ],
    "canary explain": [("Why the tier is what it is.", "canary explain Autumn tier")],
    "canary export": [
        ("Two pages for the chief executive, to open in a word processor.", "canary export Autumn --as brief --audience corporate -o brief.docx"),
        ("The plan for the board, with a mark on every page.", "canary export Autumn --as plan --mark OFFICIAL-SENSITIVE -o plan.pdf"),
        ("A workbook.", "canary export Autumn -o autumn.xlsx"),
        ("Findings only.", "canary export Autumn --format markdown --audience public"),
    ],
    "canary review": [("Review a page that you were sent.", "canary review borsetshire.html --role \"lead peer\" -o review.json")],
    "canary compare": [("What moved since the first sign-off.", "canary compare Autumn@1 Autumn")],
    "canary invite": [
        ("A file for each person who has Canary.", "canary invite Room -o anna ben cara dai eve"),
        ("A page for each person who has a browser.", "canary invite Room --html -o fay gil"),
    ],
    "canary merge": [("Put together what people answered before a workshop.", "canary merge Room *.canary-answers")],
    "canary slips": [
        ("Slips for twelve people.", "canary slips Room --people 12 -o slips.html"),
        ("Cards to use again.", "canary slips Room --people 12 --cards -o cards.html"),
    ],
    "canary wall": [("What the room sees, on the projector.", "canary wall Room")],
    "canary questionnaire check": [("A questionnaire of your own, with its cases.", "canary questionnaire check --cases mine.yaml")],
}


def roff(text):
    """Text that a formatter shows as it is: a hyphen stays one, and no line is taken for a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def spelt(name):
    return ("-" if name["kind"] == "short" else "--") + name["name"]


def usage(argument):
    """An argument as it stands in a synopsis."""
    kind, value = argument["kind"], "\\fI" + roff(argument.get("valueName", "")) + "\\fR"
    if kind == "positional":
        text = value
    else:
        text = "\\fB" + roff(spelt(argument["preferredName"])) + "\\fR"
        if kind == "option":
            text += " " + value
    if argument["isRepeating"]:
        text += "..."
    return "[" + text + "]" if argument["isOptional"] else text


def described(argument):
    """An argument as a tagged paragraph."""
    value = "\\fI" + roff(argument.get("valueName", "")) + "\\fR"
    if argument["kind"] == "positional":
        tag = value
    else:
        names = sorted(argument["names"], key=lambda name: name["kind"] != "short")
        tag = ", ".join("\\fB" + roff(spelt(name)) + "\\fR" for name in names)
        if argument["kind"] == "option":
            tag += " " + value
    words = [argument.get("abstract", "")]
    default = argument.get("defaultValue")
    if argument["kind"] == "option" and default is not None:
        words.append("Without it, " + default + ".")
    return [".TP", tag, roff(" ".join(word for word in words if word))]


def tagged(title, pairs):
    lines = [".SH " + title]
    for tag, words in pairs:
        lines += [".TP", "\\fB" + roff(tag) + "\\fR", roff(words)]
    return lines


class Manual:
    def __init__(self, program):
        def said(option):
            return subprocess.run([program, option], check=True, capture_output=True, text=True).stdout

        self.root = json.loads(said("--experimental-dump-help"))["command"]
        version = said("--version")
        self.version = version.split()[1]
        self.formats = version[version.index("(") + 1 : version.rindex(")")].split()
        moment = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", "0")))
        self.date = time.strftime("%Y-%m-%d", moment)
        # What every command takes is told apart from what is its own.
        self.shared = {argument["preferredName"]["name"] for argument in self.root["arguments"]}

    def pages(self):
        """The name of each page and its text."""
        yield from self.pages_below(self.root, [])

    def pages_below(self, command, above):
        path = above + [command["commandName"]]
        yield "-".join(path) + ".1", self.page(command, path)
        for sub in self.listed(command):
            yield from self.pages_below(sub, path)

    @staticmethod
    def listed(command):
        return [sub for sub in command.get("subcommands", []) if sub["shouldDisplay"] and sub["commandName"] != "help"]

    def page(self, command, path):
        name, words = "-".join(path), " ".join(path)
        shown = [argument for argument in command["arguments"] if argument["shouldDisplay"]]
        positional = [argument for argument in shown if argument["kind"] == "positional"]
        named = [argument for argument in shown if argument["kind"] != "positional"]
        own = [argument for argument in named if argument["preferredName"]["name"] not in self.shared or len(path) == 1]
        shared = [argument for argument in named if argument not in own]
        subcommands = self.listed(command)

        lines = ['.TH "%s" 1 "%s" "canary %s" "User Commands"' % (roff(name.upper()), self.date, self.version)]
        lines += [".SH NAME", roff(name) + " \\- " + roff(command["abstract"].rstrip("."))]
        lines += [".SH SYNOPSIS", "\\fB" + roff(words) + "\\fR"]
        own_usage = [usage(argument) for argument in own + positional if len(path) > 1]
        if len(path) == 1 or shared:
            own_usage.insert(0, "[\\fIoptions\\fR]")
        if subcommands:
            own_usage.append("\\fIsubcommand\\fR" if len(path) > 1 else "[\\fIsubcommand\\fR]")
        lines += own_usage
        lines += [".SH DESCRIPTION", roff(command["abstract"])]
        if command.get("discussion"):
            lines += [".PP", roff(command["discussion"])]
        if positional:
            lines += [".SH ARGUMENTS"] + sum((described(argument) for argument in positional), [])
        if own:
            lines += [".SH OPTIONS"] + sum((described(argument) for argument in own), [])
        if shared:
            lines += [".SH OPTIONS OF EVERY COMMAND"] + sum((described(argument) for argument in shared), [])
        if subcommands:
            pairs = [("-".join(path + [sub["commandName"]]) + "(1)", sub["abstract"]) for sub in subcommands]
            lines += tagged("COMMANDS", pairs)
        if len(path) == 1:
            lines += tagged("EXIT STATUS", STATUSES) + tagged("ENVIRONMENT", ENVIRONMENT) + tagged("FILES", FILES)
            lines += [".SH FORMATS", "It reads and writes these formats:", roff(" ".join(self.formats)) + "."]
        if words in EXAMPLES:
            lines += [".SH EXAMPLES"]
            for number, (sentence, line) in enumerate(EXAMPLES[words]):
                lines += [".PP"] if number else []
                lines += [roff(sentence), ".PP", ".RS 4", ".nf", roff(line), ".fi", ".RE"]
        see = ["-".join(path[:-1]) + "(1)"] if len(path) > 1 else []
        if len(path) == 1:
            see += ["-".join(path + [sub["commandName"]]) + "(1)" for sub in subcommands]
        if see:
            lines += [".SH SEE ALSO", ", ".join("\\fB" + roff(page[:-3]) + "\\fR" + page[-3:] for page in see)]
        return "\n".join(lines) + "\n"


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for page in folder.glob("*.1"):
        page.unlink()
    for name, text in Manual(os.path.abspath(program)).pages():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
