"""Seals answers as an invitee's page does (docs/workshop.md), by an HPKE that shares nothing with Canary's."""

import base64
import html
import json
import re
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

sys.path.append(str(Path(__file__).parents[2] / "AdversaryTests"))

from open_sealed import schedule

BLOCK = 65_536


def on(page):
    """What a page tells its script."""
    return json.loads(html.unescape(re.search(r'<template id="workshop">(.*?)</template>', page.read_text()).group(1)))


def sealed(page, plain):
    """The file that a page would save with that inside."""
    fields = {key: page[key] for key in ("format", "suite", "workshop", "questionnaire")}
    header = json.dumps(fields, separators=(",", ":")).encode()
    other = base64.b64decode(page["key"])
    own = ec.generate_private_key(ec.SECP256R1())
    sent = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = own.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), other))
    key, nonce = schedule(0x10, 2, shared, sent + other, fields)
    plain += b" " * (BLOCK - len(plain) % BLOCK)
    return header + b"\n" + base64.b64encode(sent + AESGCM(key).encrypt(nonce, plain, header)) + b"\n"
