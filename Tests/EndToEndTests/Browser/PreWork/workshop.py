"""A workshop with pages for those who were invited, and what somebody does on one of them."""

import base64
import html
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).parents[3] / "AdversaryTests"))

import open_sealed

CANARY = os.environ.get("CANARY_UNDER_TEST") or sys.exit("CANARY_UNDER_TEST names no program")
HOSTILE = [
    "</script><script>alert(1)</script><!-- ]]>", "\u202eturned\u2066 \u200f\u061c", "a\u0000b\u0001\u001b[31m\u007f\u0085",
    "\U0001f9d2\U0001f3fd \U0001d518 \U0010ffff \ufffe", "\" \\ ' & \\u0041 \\", "one\ntwo\n\n\tthree", "  in blanks  ",
    "\u2028\u2029\ufeff", "e\u0301 \u00e9 =1+1", "\u05e9\u05dc\u05d5\u05dd", "W" * 10_000, "__proto__",
]

WITH = """
const part = (id) => document.querySelector(`[data-question="${id}"]`);
const put = (field, text) => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); };
const answer = (id, choice, reason, note) => {
  if (choice) part(id).querySelector(`input[value="${choice}"]`).click();
  if (reason !== undefined && reason !== null) put(part(id).querySelector('.reason input'), reason);
  if (note !== undefined && note !== null) put(part(id).querySelector('textarea'), note);
};
const until = async (name) => { while (!document.getElementById(name).textContent.match(/sealed|open:/)
  && document.querySelectorAll('.problem:not([hidden])').length === 0) await new Promise((go) => setTimeout(go, 20)); };
const idle = async (name) => { while (document.getElementById(name).disabled) await new Promise((go) => setTimeout(go, 20)); };
const problems = () => [...document.querySelectorAll('.problem:not([hidden]) li')].map((item) => item.textContent);
const progress = () => document.getElementById('progress').textContent;
"""


def run(*arguments, sessions, given="", status=0):
    result = subprocess.run([CANARY, *map(str, arguments), "--sessions", sessions], input=given, capture_output=True, text=True)
    assert result.returncode == status, result.stdout + result.stderr
    return result.stdout


def is_asked(area, question):
    """Whether it can be on the page at all: a merge counts it, and it is neither for one person alone nor withheld."""
    return not (
        area.get("facts") or question.get("step") or question.get("not-in-a-room") or question.get("sensitive")
    ) and question["kind"] in ("rating", "yes-no")


def parts(file):
    """The first line, what it says, and what is sealed."""
    header, content, end = file.split(b"\n")
    assert end == b"" and header.isascii()
    return header, json.loads(header), base64.b64decode(content, validate=True)


class Workshop:
    """A workshop of the program's, and a page for each who was invited."""

    def __init__(self, questionnaire="leadership", people=5):
        self.folder = Path(tempfile.mkdtemp(prefix="p_"))
        self.sessions = str(self.folder / "sessions")
        self.id = run("start", questionnaire, "--workshop", "--no-walk", "--title", "Fenmoor </script><b>W</b>", sessions=self.sessions).strip()
        self.pages = [self.folder / f"page{number}.html" for number in range(people)]
        self.said = run("invite", self.id, "--html", "-o", *self.pages, sessions=self.sessions)
        self.questionnaire = json.loads(run("questionnaire", "show", questionnaire, "--format", "json", sessions=self.sessions))
        self.key = base64.b64decode(re.search(r'"privateKey":"([^"]+)"', self.journal()).group(1))
        self.contributors = [self.on(page)["contributor"] for page in self.pages]
        self.asked = [q for a in self.questionnaire["areas"] for q in a["questions"] if is_asked(a, q)]

    def journal(self):
        return (Path(self.sessions) / f"{self.id}.canary.jsonl").read_text()

    @staticmethod
    def on(page):
        """What a page tells its script."""
        return json.loads(html.unescape(re.search(r'<template id="workshop">(.*?)</template>', page.read_text()).group(1)))

    def opened(self, file):
        plain = open_sealed.opened(self.key, Path(file).read_bytes())
        assert len(plain) % 65_536 == 0
        return json.loads(plain)


def look(browser, body):
    return browser.look(f"(async () => {{ {WITH} {body} }})()")


def saved(browser, role="members"):
    """Saves the answers; the file."""
    before = len(browser.downloads)
    found = look(browser, f"""
        const role = [...document.querySelectorAll('#role input')].find((radio) => radio.value === {json.dumps(role)});
        if (!role.checked) role.click();
        document.getElementById('save-answers').click(); await until('save-status'); await idle('save-answers');
        return problems();""")
    assert found == [], found
    return browser.download(before)


def saved_draft(browser, passphrase):
    before = len(browser.downloads)
    found = look(browser, f"""
        document.getElementById('draft-passphrase').value = {json.dumps(passphrase)};
        document.getElementById('save-draft').click(); await until('draft-status'); await idle('save-draft');
        return problems();""")
    assert found == [], found
    return browser.download(before)


def went_on(browser, file, passphrase):
    """Opens a draft; the problems, and what is said."""
    browser.choose("#open-file", file)
    return look(browser, f"""
        document.getElementById('open-passphrase').value = {json.dumps(passphrase)};
        document.getElementById('open-draft').click(); await until('open-status'); await idle('open-draft');
        return [problems(), document.getElementById('open-status').textContent];""")


def fill_in(browser, workshop, notes=HOSTILE):
    """Answers everything that can be asked; what is to be in the file."""
    plan, expected = [], {}
    for index, question in enumerate(workshop.asked):
        choices = ["1", "2", "3", "4", "dont-know", "not-applicable"] if question["kind"] == "rating" else ["yes", "no", "dont-know", "not-applicable"]
        choice = choices[index % len(choices)]
        if question["id"] == "corporate-support.chief-executive-accepts":
            choice = "2"
        if question["id"] in ("dcs-leadership.understands-why", "dcs-leadership.accepts-need"):
            choice = "3"
        reason = f"no <b>such</b> post {index}" if choice == "not-applicable" else None
        note = notes[index % len(notes)] if index % 2 == 0 else None
        plan.append([question["id"], choice, reason, note])
        given = {"dont-know": "dontKnow", "not-applicable": {"notApplicable": reason}, "yes": {"yesNo": True}, "no": {"yesNo": False}}
        entry = {"answer": given.get(choice) or {"rating": int(choice)}}
        if note is not None:
            entry["note"] = note
        expected[question["id"]] = entry
    # Asked where the director does not understand or accept, which is not so here.
    del expected["dcs-leadership.director-cover"]
    look(browser, f"for (const [id, choice, reason, note] of {json.dumps(plan)}) answer(id, choice, reason, note);")
    return expected
