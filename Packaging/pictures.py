#!/usr/bin/env python3
"""Draws the pictures of the README from real output: a terminal as SVG, a page as PNG.

Usage: pictures.py PROGRAM FOLDER

The terminal is one of tmux; what it shows, colours included, is drawn as text, so that the picture can be searched and
is read out. The page is docs/examples/borsetshire.html as Chromium shows it.
"""

import html
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

PACKAGE = pathlib.Path(__file__).resolve().parent.parent
COLUMNS, ROWS = 76, 30
CELL, LINE, EDGE = 8.4, 18, 16
COLOURS = ["#1d2021", "#c0392b", "#2e8b57", "#b8860b", "#4f7fbf", "#a05fa0", "#2f9c95", "#d5d5d5"]
INK, PAPER = "#e8e6e3", "#1d2021"


def said(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


class Terminal:
    """A terminal of tmux in which a person types."""

    def __init__(self, program, folder):
        self.socket = os.path.join(folder, "tmux")
        environment = {
            "PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
            "CANARY_SESSIONS": folder + "/sessions",
        }
        os.symlink(program, os.path.join(folder, "canary"))
        environment["PATH"] = folder + ":" + environment["PATH"]
        pathlib.Path(folder, "rc").write_text("PS1='$ '\n", encoding="utf-8")
        said("tmux", "-S", self.socket, "-f", "/dev/null", "new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS),
             f"bash --noprofile --rcfile {folder}/rc", env=environment)

    def screen(self):
        return said("tmux", "-S", self.socket, "capture-pane", "-p", "-e")

    def type(self, text):
        said("tmux", "-S", self.socket, "send-keys", "-l", text)
        self.wait(text)

    def enter(self, wanted, seconds=20):
        said("tmux", "-S", self.socket, "send-keys", "Enter")
        self.wait(wanted, seconds)

    def wait(self, wanted, seconds=20):
        """Waits until the last line that is not empty ends as wanted."""
        for _ in range(seconds * 20):
            lines = [line for line in re.sub(r"\x1b\[[0-9;]*m", "", self.screen()).split("\n") if line.strip()]
            if lines and lines[-1].rstrip().endswith(wanted):
                return
            time.sleep(0.05)
        sys.exit("pictures: the terminal shows no " + wanted + "\n" + self.screen())

    def close(self):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], check=False)


def runs(screen):
    """A screen as runs of text, each with its line, its column and its style, which goes on over lines."""
    bold, colour, column, row = False, None, 0, 0
    for part in re.split(r"(\x1b\[[0-9;]*m|\n)", screen):
        if part == "\n":
            row, column = row + 1, 0
        elif part.startswith("\x1b["):
            for code in [int(code or 0) for code in part[2:-1].split(";")]:
                if code == 0:
                    bold, colour = False, None
                elif code in (1, 22):
                    bold = code == 1
                elif 30 <= code <= 37 or 90 <= code <= 97:
                    colour = COLOURS[code % 10]
                elif code == 39:
                    colour = None
        elif part:
            # Renderers draw several spaces as one, so what stands apart is placed apart.
            for found in re.finditer(r"\S+(?: \S+)*", part):
                yield row, column + found.start(), found.group(), bold, colour
            column += len(part)


def drawing(screen, title):
    """A screen as SVG."""
    screen = screen.rstrip("\n")
    width, height = COLUMNS * CELL + 2 * EDGE, (screen.count("\n") + 1) * LINE + 2 * EDGE + 22
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{html.escape(title)}">',
        f"<title>{html.escape(title)}</title>",
        f'<rect width="{width:g}" height="{height:g}" rx="8" fill="{PAPER}"/>',
        *[f'<circle cx="{EDGE + 4 + 16 * place}" cy="17" r="5" fill="#4a4f52"/>' for place in range(3)],
        f'<g font-family="ui-monospace, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="14" fill="{INK}">',
    ]
    for row, column, text, bold, colour in runs(screen):
        style = (' font-weight="700"' if bold else "") + (f' fill="{colour}"' if colour else "")
        # The length is said, so that columns stand whatever the font.
        out.append(
            f'<text x="{EDGE + CELL * column:g}" y="{EDGE + 22 + LINE * row + 13}"'
            f' textLength="{CELL * len(text):g}" lengthAdjust="spacingAndGlyphs"{style}>{html.escape(text)}</text>')
    return "\n".join(out + ["</g>", "</svg>", ""])


def draw_terminal(program, folder):
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        said(program, "start", "leadership", "--no-walk", "--title", "Autumn", "--sessions", home + "/sessions")
        terminal = Terminal(program, home)
        try:
            terminal.wait("$")
            terminal.type("canary resume Autumn")
            terminal.enter("Your answer:")
            terminal.type("goto political-support")
            terminal.enter("Your answer:")
            terminal.type("3 the leader told the council in May that it was right")
            terminal.enter("Your answer:")
            terminal.type("2 has not spoken about it yet")
            # From the first answer on; the question above it has no room.
            screen = terminal.screen().split("\n\n", 1)[1]
            (folder / "question.svg").write_text(
                drawing(screen, "A question in the terminal: an answer is saved, and the next one is asked"),
                encoding="utf-8")
            terminal.enter("Your answer:")
            terminal.type("quit")
            terminal.enter("$")
            said(program, "answer", "Autumn", str(PACKAGE / "Sessions/Examples/borsetshire.yaml"), "--sessions",
                 home + "/sessions")
            said("tmux", "-S", terminal.socket, "send-keys", "C-l")
            terminal.type(f"canary evaluate Autumn | head -{ROWS - 3}")
            terminal.enter("$")
            (folder / "findings.svg").write_text(
                drawing(terminal.screen(), "What the answers point to, with the rule and the answers it rests on"),
                encoding="utf-8")
        finally:
            terminal.close()


def draw_page(folder):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 820, "height": 860}, offline=True)
        page.goto((PACKAGE / "docs/examples/borsetshire.html").as_uri())
        # The part with the signatures' chart, from its title on.
        page.evaluate("window.scrollTo(0, document.querySelector('#signatures-0').getBoundingClientRect().top - 24)")
        page.screenshot(path=folder / "pack.png")
        browser.close()


def main():
    program, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    draw_terminal(program, folder)
    draw_page(folder)
    for picture in sorted(folder.iterdir()):
        size = picture.stat().st_size
        print(f"{size:8} {picture}")
        if size > 150_000:
            sys.exit("pictures: that is too large for a page that people load")


if __name__ == "__main__":
    main()
