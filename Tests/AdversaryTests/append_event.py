"""Adds an event to a journal, as a program of any version could have written it.

    append_event.py JOURNAL TYPE BODY
"""

import hashlib
import json
import os
import sys

journal, kind, body = sys.argv[1:]
last = json.loads(open(journal, "rb").read().splitlines()[-1])
salt = os.urandom(16)
number, digest = last["n"] + 1, hashlib.sha256(salt + body.encode()).hexdigest()
chain = hashlib.sha256("\n".join([last["chain"], str(number), last["at"], kind, digest]).encode()).hexdigest()
with open(journal, "a") as file:
    file.write(
        f'{{"n":{number},"at":"{last["at"]}","type":"{kind}","salt":"{salt.hex()}","digest":"{digest}",'
        f'"chain":"{chain}","body":{body}}}\n'
    )
