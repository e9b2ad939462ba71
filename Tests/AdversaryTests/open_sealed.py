"""Tries every key that a folder holds on files of sealed answers, by an HPKE that shares nothing with Canary's.

    open_sealed.py FOLDER FILE...

For each file it prints `opened` with what was inside, or `shut`.
HPKE is that of RFC 9180, base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, and, for files of version 0.1,
DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305.
"""

import base64
import hashlib
import hmac
import json
import pathlib
import re
import sys

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

def extract(suite, salt, label, key):
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + key, "sha256")


def expand(suite, secret, label, info, length):
    info = length.to_bytes(2) + b"HPKE-v1" + suite + label + info
    block, whole, count = b"", b"", 0
    while len(whole) < length:
        count += 1
        block = hmac.digest(secret, block + info + bytes([count]), "sha256")
        whole += block
    return whole[:length]


def x25519(private, sent):
    key = X25519PrivateKey.from_private_bytes(private)
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return key.exchange(X25519PublicKey.from_public_bytes(sent)), public


def p256(private, sent):
    key = ec.derive_private_key(int.from_bytes(private), ec.SECP256R1())
    public = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sent)), public


def opened(private, file):
    """The words of a file: of one JSON object, or of a first line that is authenticated and a second that is sealed."""
    lines = file.split(b"\n")
    fields = json.loads(lines[0])
    if fields["format"] == "canary-prework/1":
        kem, exchange, cipher, aead, header = 0x20, x25519, ChaCha20Poly1305, 3, b""
        sent, content = base64.b64decode(fields["key"]), base64.b64decode(fields["answers"])
    else:
        kem, exchange, cipher, aead, header = 0x10, p256, AESGCM, 2, lines[0]
        both = base64.b64decode(lines[1])
        sent, content = both[:65], both[65:]
    shared, public = exchange(private, sent)
    key, nonce = schedule(kem, aead, shared, sent + public, fields)
    return cipher(key).decrypt(nonce, content, header)


def schedule(kem, aead, shared, keys, fields):
    """The key and the nonce that both sides come to, by what was agreed and what the first line says."""
    suite = b"HPKE" + kem.to_bytes(2) + (1).to_bytes(2) + aead.to_bytes(2)
    kem = b"KEM" + kem.to_bytes(2)
    info = "\n".join([fields["format"], fields["workshop"], fields["questionnaire"]]).encode()
    shared = expand(kem, extract(kem, b"", b"eae_prk", shared), b"shared_secret", keys, 32)
    context = b"\0" + extract(suite, b"", b"psk_id_hash", b"") + extract(suite, b"", b"info_hash", info)
    secret = extract(suite, shared, b"secret", b"")
    return expand(suite, secret, b"key", context, 32), expand(suite, secret, b"base_nonce", context, 12)


def main():
    folder, files = pathlib.Path(sys.argv[1]), sys.argv[2:]
    text = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    candidates = {base64.b64decode(word) for word in re.findall(rb"[A-Za-z0-9+/]{43}=", text)}
    candidates |= {bytes.fromhex(word.decode()) for word in re.findall(rb"[0-9a-f]{64}", text)}
    candidates |= {hashlib.sha256(candidate).digest() for candidate in candidates}
    for file in files:
        sealed = pathlib.Path(file).read_bytes()
        for candidate in candidates:
            try:
                print("opened", opened(candidate, sealed).decode().strip())
                break
            except (InvalidTag, ValueError):
                continue
        else:
            print("shut", len(candidates))


if __name__ == "__main__":
    main()
