"""Opens a sealed journal by docs/sealing.md alone: open_seal.py FILE PASSPHRASE; standard library only."""
import base64
import hashlib
import json
import struct
import sys


def block(key, counter, nonce):
    start = list(struct.unpack("<16I", b"expand 32-byte k" + key + struct.pack("<I", counter) + nonce))
    s = start[:]
    for _ in range(10):
        for a, b, c, d in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                           (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            for x, y, z, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                s[x] = (s[x] + s[y]) & 0xFFFFFFFF
                s[z] = ((s[z] ^ s[x]) << turn | (s[z] ^ s[x]) >> (32 - turn)) & 0xFFFFFFFF
    return struct.pack("<16I", *((x + y) & 0xFFFFFFFF for x, y in zip(s, start)))


def unseal(key, box, data):
    nonce, text, tag = box[:12], box[12:-16], box[-16:]
    one = block(key, 0, nonce)
    r, s = int.from_bytes(one[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF, int.from_bytes(one[16:32], "little")
    pad = lambda b: b + bytes(-len(b) % 16)
    message, total = pad(data) + pad(text) + struct.pack("<QQ", len(data), len(text)), 0
    for i in range(0, len(message), 16):
        total = (total + int.from_bytes(message[i:i + 16] + b"\1", "little")) * r % (2**130 - 5)
    assert ((total + s) % 2**128).to_bytes(16, "little") == tag, "tag"
    stream = b"".join(block(key, 1 + i, nonce) for i in range((len(text) + 63) // 64))
    return bytes(x ^ y for x, y in zip(text, stream))


lines = open(sys.argv[1], "rb").read().split(b"\n")
head = json.loads(lines[0])
kdf, name = head["kdf"], f'{head["format"]}\n{head["session"]}\n{head["key"]["id"]}'
outer = hashlib.scrypt(sys.argv[2].encode(), salt=bytes.fromhex(kdf["salt"]), n=kdf["n"], r=kdf["r"], p=kdf["p"],
                       maxmem=2**29, dklen=32)
key, chain = unseal(outer, bytes.fromhex(head["key"]["wrapped"]), name.encode()), "0" * 64
for number, line in enumerate(lines[1:-1], 1):
    event = unseal(key, base64.b64decode(line), f"{name}\n{number}\n{chain}".encode())
    chain = json.loads(event)["chain"]
    print(event.decode())
