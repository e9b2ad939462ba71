#!/usr/bin/env python3
"""Opens a protected page of Canary's without Canary: by the words of its own header, with PyPI's cryptography.

    open_page.py PAGE PASSPHRASE              prints what is sealed in it; ends with 1 where it does not open
    open_page.py REVIEW.json PASSPHRASE       the same for a sealed review
    open_page.py PAGE PASSPHRASE CHANGE OUT   writes the page to OUT with a CHANGE: header, rounds or content
"""

import base64
import html
import json
import re
import sys
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC


def main():
    file, passphrase, *rest = sys.argv[1:]
    text = Path(file).read_text(encoding="utf-8")
    if rest:
        change, output = rest
        Path(output).write_text(changed(text, change), encoding="utf-8")
        return 0
    if file.endswith(".json"):
        envelope = json.loads(text)
        header, content = envelope["header"], envelope["content"]
    else:
        header = html.unescape(re.search(r'data-header="([^"]*)"', text).group(1))
        content = re.search(r'<template id="envelope">([^<]*)</template>', text).group(1)
    try:
        sys.stdout.write(opened(header, content, passphrase))
    except InvalidTag:
        return 1
    return 0


def opened(header, content, passphrase):
    fields = json.loads(header)
    key = PBKDF2HMAC(
        algorithm=hashes.SHA256(), length=32, salt=base64.b64decode(fields["salt"]), iterations=fields["rounds"]
    ).derive(passphrase.replace("-", "").encode())
    return AESGCM(key).decrypt(
        base64.b64decode(fields["nonce"]), base64.b64decode(content), header.encode()).decode("utf-8")


def changed(text, change):
    """The page with one thing about it changed, as somebody on its way could."""
    if change == "rounds":
        return text.replace("&quot;rounds&quot;:1000000", "&quot;rounds&quot;:600000")
    if change == "few-rounds":
        return text.replace("&quot;rounds&quot;:1000000", "&quot;rounds&quot;:1000")
    if change == "header":
        return text.replace("&quot;kdf&quot;", "&quot;more&quot;:1,&quot;kdf&quot;")
    start = text.index('<template id="envelope">') + 100
    other = "A" if text[start] != "A" else "B"
    return text[:start] + other + text[start + 1:]


if __name__ == "__main__":
    sys.exit(main())
