#!/usr/bin/env python3
"""Opens a protected page of Canary's in Debian's Firefox ESR, from its file, and prints what happened as JSON.

    firefox.py PAGE PASSPHRASE

Speaks WebDriver BiDi with it; needs websocket-client from PyPI.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import websocket

WAIT = """new Promise((done, fail) => {
  const end = Date.now() + 60000;
  const look = () => {
    if (%s) done(true);
    else if (Date.now() > end) done(false);
    else setTimeout(look, 50);
  };
  look();
})"""


def main():
    page, passphrase = sys.argv[1:]
    profile = tempfile.mkdtemp()
    browser, talk = started(profile)
    try:
        print(json.dumps(visit(talk, Path(page).resolve().as_uri(), passphrase)))
    finally:
        browser.kill()
        browser.wait()
        shutil.rmtree(profile, ignore_errors=True)


def started(profile, talk=None):
    """The browser with that profile, and somebody to ask it."""
    browser = subprocess.Popen(
        ["firefox-esr", "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    for line in browser.stderr:
        found = re.search(r"WebDriver BiDi listening on (ws://\S+)", line)
        if found:
            # Nobody may stop reading: the browser would wait once the pipe is full.
            threading.Thread(target=browser.stderr.read, daemon=True).start()
            return browser, (talk or Talk)(found.group(1) + "/session")
    sys.exit("the browser ended before it could be asked")


def visit(talk, address, passphrase):
    talk.ask("session.new", capabilities={})
    context = talk.ask("browsingContext.getTree")["contexts"][0]["context"]
    talk.ask("browsingContext.navigate", context=context, url=address, wait="complete")

    def look(expression):
        answer = talk.ask(
            "script.evaluate", expression=expression, target={"context": context}, awaitPromise=True)
        return answer["result"].get("value")

    def type_in(text):
        look(f"document.getElementById('passphrase').value = {json.dumps(text)};"
             "document.querySelector('#unlock button').click()")

    type_in("0000-0000-0000-0000")
    refused = look(WAIT % "!document.getElementById('unlock-problem').hidden")
    type_in(passphrase)
    opened = look(WAIT % "document.querySelector('article.answer') !== null")
    return {
        "refused": refused, "opened": opened,
        "answers": look("document.querySelectorAll('article.answer').length"),
        "forms": look("document.querySelectorAll('details.review').length"),
        "blocked": look("fetch('https://example.com/').then(() => false, () => true)"),
    }


class Talk:
    """Questions to the browser, one at a time."""

    def __init__(self, address):
        self.socket = websocket.create_connection(address, timeout=120, suppress_origin=True)
        self.number = 0

    def ask(self, method, **parameters):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.number:
                if answer.get("type") == "error":
                    raise RuntimeError(f"{method}: {answer['message']}")
                return answer["result"]
            self.heard(answer)

    def heard(self, event):
        """Takes what the browser says unasked; here it is of no use."""


if __name__ == "__main__":
    sys.exit(main())
