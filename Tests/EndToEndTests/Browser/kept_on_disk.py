#!/usr/bin/env python3
"""Types into every field of a page in Firefox, as people have it, and prints what of that its profile holds, as JSON.

    kept_on_disk.py PAGE

A browser that restores its tabs after a crash writes what stands in forms to its disk, unless a field forbids it.
"""

import json
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

from firefox import started

WORD = re.compile(rb"QZ\d+XJ")
WIDE_WORD = re.compile(rb"Q\0Z\0(?:\d\0)+X\0J")
# A browser that is driven keeps less than one that somebody sits at.
PREFERENCES = {
    "remote.prefs.recommended": False, "browser.sessionstore.interval": 2000,
    "browser.sessionstore.resume_from_crash": True,
}
TYPE = """(() => {
  let number = 0;
  for (const part of document.querySelectorAll('details')) part.open = true;
  for (const field of document.querySelectorAll('textarea, input:not([type]), input[type=search]')) {
    field.value = `QZ${number++}XJ`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return number;
})()"""


def main():
    profile = Path(tempfile.mkdtemp())
    (profile / "user.js").write_text(
        "\n".join(f"user_pref({json.dumps(key)}, {json.dumps(value)});" for key, value in PREFERENCES.items()))
    browser, talk = started(profile)
    try:
        talk.ask("session.new", capabilities={})
        context = talk.ask("browsingContext.getTree")["contexts"][0]["context"]
        talk.ask("browsingContext.navigate", context=context, url=Path(sys.argv[1]).resolve().as_uri(), wait="complete")
        fields = talk.ask("script.evaluate", expression=TYPE, target={"context": context}, awaitPromise=True)["result"]["value"]
        # It writes every two seconds.
        time.sleep(9)
        print(json.dumps({"fields": fields, "kept": sorted(found(profile))}))
    finally:
        browser.kill()
        browser.wait()
        shutil.rmtree(profile, ignore_errors=True)


def found(profile):
    kept = set()
    for path in profile.rglob("*"):
        try:
            data = unpacked(path.read_bytes()) if path.is_file() and not path.is_symlink() else b""
        except FileNotFoundError:
            continue  # It was replaced meanwhile.
        words = WORD.findall(data) + [word.replace(b"\0", b"") for word in WIDE_WORD.findall(data)]
        kept |= {f"{word.decode()} in {path.name}" for word in words}
    return kept


def unpacked(data):
    """What Firefox packed with LZ4; other data as it is."""
    if not data.startswith(b"mozLz40\0"):
        return data
    out, at = bytearray(), 12

    def length(start):
        nonlocal at
        if start == 15:
            while True:
                at += 1
                start += data[at - 1]
                if data[at - 1] != 255:
                    break
        return start

    try:
        while at < len(data):
            token = data[at]
            at += 1
            literals = length(token >> 4)
            out += data[at:at + literals]
            at += literals
            if at >= len(data):
                break
            offset = data[at] | data[at + 1] << 8
            at += 2
            for _ in range(length(token & 15) + 4):
                out.append(out[-offset])
    except IndexError:
        pass  # It was being written.
    return bytes(out) + data


if __name__ == "__main__":
    sys.exit(main())
