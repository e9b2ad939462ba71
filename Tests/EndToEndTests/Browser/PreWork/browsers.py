"""Chromium by Playwright and Firefox by WebDriver BiDi, as the tests of pages drive them, behind the same few calls."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.append(str(Path(__file__).parent.parent))

from firefox import Talk, started


class Chromium:
    name = "Chromium"

    def __init__(self):
        self.profile = tempfile.mkdtemp()
        self.folder = Path(tempfile.mkdtemp())
        self.complaints, self.requests, self.dialogs, self.downloads = [], [], [], []
        self.playwright = sync_playwright().start()
        self.context = self.playwright.chromium.launch_persistent_context(
            self.profile, executable_path="/usr/bin/chromium", args=["--no-sandbox"], accept_downloads=True,
            viewport={"width": 1000, "height": 900})
        self.page = None

    def open(self, path, **media):
        if self.page:
            self.page.close()
        page = self.page = self.context.new_page()
        address = Path(path).resolve().as_uri()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: request.url != address and not request.url.startswith("blob:") and self.requests.append(request.url))
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.type), dialog.accept()))
        page.on("download", lambda download: self.downloads.append(self._kept(download)))
        page.goto(address)

    def _kept(self, download):
        target = self.folder / download.suggested_filename
        download.save_as(target)
        return target

    def look(self, expression):
        return json.loads(self.page.evaluate(f"(async () => JSON.stringify(await ({expression}) ?? null))()"))

    def choose(self, selector, path):
        self.page.set_input_files(selector, str(path))

    def download(self, before):
        end = time.time() + 30
        while len(self.downloads) <= before and time.time() < end:
            self.page.wait_for_timeout(50)
        return self.downloads[before]

    def close(self):
        if self.playwright:
            self.context.close()
            self.playwright.stop()
            self.playwright = None

    def forget(self):
        for folder in (self.profile, self.folder):
            shutil.rmtree(folder, ignore_errors=True)


class Listener(Talk):
    """Questions to the browser, and somebody who hears what it says meanwhile."""

    told = None

    def heard(self, event):
        if self.told:
            self.told(event)


class Firefox:
    name = "Firefox"

    def __init__(self):
        self.profile = tempfile.mkdtemp()
        self.folder = Path(tempfile.mkdtemp())
        self.complaints, self.requests, self.dialogs = [], [], []
        (Path(self.profile) / "user.js").write_text("\n".join(
            f"user_pref({json.dumps(key)}, {json.dumps(value)});" for key, value in {
                "browser.download.folderList": 2, "browser.download.dir": str(self.folder),
                "browser.download.useDownloadDir": True, "browser.download.always_ask_before_handling_new_types": False,
            }.items()))
        self.process, self.talk = started(self.profile, Listener)
        self.talk.told = self._heard
        self.ask = self.talk.ask
        self.ask("session.new", capabilities={"alwaysMatch": {"unhandledPromptBehavior": {"default": "accept"}}})
        self.ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent", "browsingContext.userPromptOpened"])
        self.context = self.ask("browsingContext.getTree")["contexts"][0]["context"]
        self.address = None

    def _heard(self, event):
        body = event.get("params", {})
        if event.get("method") == "log.entryAdded":
            self.complaints.append(body.get("text") or "")
        elif event.get("method") == "network.beforeRequestSent":
            url = body["request"]["url"]
            if url != self.address and not url.startswith("blob:"):
                self.requests.append(url)
        elif event.get("method") == "browsingContext.userPromptOpened":
            self.dialogs.append(body["type"])

    def open(self, path):
        self.address = Path(path).resolve().as_uri()
        self.ask("browsingContext.navigate", context=self.context, url=self.address, wait="complete")

    def look(self, expression):
        answer = self.ask(
            "script.evaluate", expression=f"(async () => JSON.stringify(await ({expression}) ?? null))()",
            target={"context": self.context}, awaitPromise=True)
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def choose(self, selector, path):
        node = self.ask(
            "browsingContext.locateNodes", context=self.context, locator={"type": "css", "value": selector})["nodes"][0]
        self.ask("input.setFiles", context=self.context, element={"sharedId": node["sharedId"]}, files=[str(path)])

    @property
    def downloads(self):
        return sorted(
            (path for path in self.folder.iterdir() if path.suffix in (".canary-answers", ".canary-draft") and path.stat().st_size > 0),
            key=lambda path: path.stat().st_mtime_ns)

    def download(self, before):
        end = time.time() + 30
        while (len(self.downloads) <= before or list(self.folder.glob("*.part"))) and time.time() < end:
            time.sleep(0.1)
        return self.downloads[before]

    def close(self):
        if self.process.poll() is not None:
            return
        try:
            self.ask("browser.close")
            self.process.wait(timeout=20)
        except Exception:
            self.process.kill()
            self.process.wait()

    def forget(self):
        for folder in (self.profile, self.folder):
            shutil.rmtree(folder, ignore_errors=True)
