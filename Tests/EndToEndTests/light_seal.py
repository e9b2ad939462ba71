"""Gives a sealed journal the least work of a passphrase that Canary reads, an eighth of what it writes.

The lines are sealed with the session's own key, which the first line wraps: only that line changes (docs/sealing.md).
Tests that open a seal thousands of times spend their time on what they look at.
"""

import hashlib
import json
import os

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

LEAST = 2 ** 14


def lighten(path, passphrase):
    """Wraps the session's key anew, under a key that takes less work."""
    with open(path, "rb") as file:
        first, rest = file.read().split(b"\n", 1)
    header = json.loads(first)
    kdf, key = header["kdf"], header["key"]
    name = f'{header["format"]}\n{header["session"]}\n{key["id"]}'.encode()

    def outer():
        return ChaCha20Poly1305(hashlib.scrypt(passphrase.encode(), salt=bytes.fromhex(kdf["salt"]), n=kdf["n"], r=kdf["r"],
                                               p=kdf["p"], maxmem=2 ** 29, dklen=32))

    wrapped = bytes.fromhex(key["wrapped"])
    session = outer().decrypt(wrapped[:12], wrapped[12:], name)
    kdf["n"], nonce = LEAST, os.urandom(12)
    key["wrapped"] = (nonce + outer().encrypt(nonce, session, name)).hex()
    with open(path, "wb") as file:
        file.write(json.dumps(header, separators=(",", ":")).encode() + b"\n" + rest)
