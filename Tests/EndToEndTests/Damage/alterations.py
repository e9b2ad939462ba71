"""Ways to alter a file at random: of its bytes, or of what lies behind a checksum that is then right again.

Each takes the file's bytes and a random.Random, and gives other bytes.
"""

import copy
import hashlib
import io
import json
import zipfile

TOKENS = [b"\xef\xbb\xbf", b"\x00", b"\xff\xfe", b"\xe2\x80\xae", b"\x1b[2J", b"9" * 40, b"-1", b"1e999", b"null", b"[[[[[[",
          b"{}", b'"', b"\\", b"\\ud800", b"\\u0000", b"\r", b"\n\n", b"&a", b"*a", b"<!DOCTYPE a>", b"&amp;", b"%s%n",
          b"../../../", b"18446744073709551616", b": ", b"- ", b"#", b"\xd8\x80", b"\xcc\x81", b"\xf4\x8f\xbf\xbf", b"PK"]

# What stands in the place of a value. Strings that name things are taken from the file itself, too.
VALUES = [None, True, False, 0, 1, -1, 2, 5, 99, 2 ** 31, 2 ** 63 - 1, -2 ** 63, 2 ** 64, 10 ** 400, 0.5, -0.0, 1e308, "", " ", "a",
          "\u0000", "\u202e", "\u0600\"", "\u0301", "x" * 20_000, "\n" * 50, "2027-02-30", "0000-00-00", "-", "../../etc", [], {},
          [None], [[]], {"": None}, [[[[[[[[[[]]]]]]]]]]]


def damaged(data, chance):
    """Up to four changes, each of the kind that disks, editors and hands make."""
    data = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        place = chance.randrange(len(data) + 1)
        length = chance.choice((1, 1, 2, 8, 64, 512))
        match chance.randrange(8):
            case 0 if place < len(data): data[place] ^= 1 << chance.randrange(8)
            case 1 if place < len(data): data[place] = chance.randrange(256)
            case 2: del data[place:place + length]
            case 3: data[place:place] = chance.randbytes(length)
            case 4: data[place:place] = chance.choice(TOKENS)
            case 5: data[place:place + length] = chance.choice(TOKENS)
            case 6: data[place:place] = data[chance.randrange(len(data) + 1):][:length]
            case _: del data[place:]
    return bytes(data)


def places(value, found=None):
    """Every list or object with each of its indices or keys."""
    found = [] if found is None else found
    if isinstance(value, (list, dict)):
        for key in range(len(value)) if isinstance(value, list) else list(value):
            found.append((value, key))
            places(value[key], found)
    return found


def change_value(value, chance):
    """Changes JSON in one place: a value is replaced, exchanged, taken out, repeated, or stands under another key."""
    found = places(value)
    if not found:
        return chance.choice(VALUES)
    within, key = chance.choice(found)
    other, its = chance.choice(found)
    match chance.randrange(7):
        # A copy, for the next change may be within it.
        case 0 | 1: within[key] = copy.deepcopy(chance.choice(VALUES))
        case 2: within[key] = json.loads(json.dumps(other[its]))
        case 3: del within[key]
        case 4 if isinstance(within, list): within.insert(key, json.loads(json.dumps(within[key])))
        case 5 if isinstance(within, list): chance.shuffle(within)
        case 6 if isinstance(within[key], int): within[key] += chance.choice((-1, 1, 2 ** 40))
        case _ if isinstance(within, dict): within[chance.choice([k for w, k in found if isinstance(w, dict)])] = within.pop(key)
        case _: within[key] = [within[key]]
    return value


def written(value):
    """JSON without white space, as a journal has it."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def json_changed(data, chance):
    """JSON, or lines of JSON, of which one is well formed with up to four values changed."""
    for lines in ([data], data.rstrip(b"\n").split(b"\n")):
        try:
            values = [json.loads(line) for line in lines]
            break
        except ValueError:
            continue
    else:  # damaged before
        return damaged(data, chance)
    place = chance.randrange(len(values))
    value = values[place]
    for _ in range(chance.choice((1, 1, 2, 4))):
        value = change_value(value, chance)
    lines[place] = written(value)
    return b"\n".join(lines) + b"\n"


def events(data):
    """The events of a journal (docs/journal.md): what stands before the body, and the body's bytes."""
    found = []
    for line in data.split(b"\n")[:-1]:
        head, body = line[:-1].split(b',"body":', 1)
        found.append([json.loads(head + b"}"), body])
    return found


def chain(found):
    """A journal of these events, with the checksums that belong to them."""
    lines, last = [], "0" * 64
    for number, (head, body) in enumerate(found, 1):
        head["n"] = number
        if head["salt"]:
            head["digest"] = hashlib.sha256(bytes.fromhex(head["salt"]) + body).hexdigest()
        last = hashlib.sha256("\n".join([last, str(number), head["at"], head["type"], head["digest"]]).encode()).hexdigest()
        head["chain"] = last
        lines.append(written(head)[:-1] + b',"body":' + body + b"}\n")
    return b"".join(lines)


def chained(data, chance):
    """A journal whose checksums are right and whose events are not."""
    found = events(data)
    kinds = [head["type"] for head, _ in found]
    for _ in range(chance.choice((1, 1, 2, 4))):
        place = chance.randrange(len(found))
        head, body = found[place]
        match chance.randrange(9):
            case 0: head["type"] = chance.choice(kinds + ["", "later", "undone", "redone", "redacted", "merged", "keyBurnt", "migrated"])
            case 1: found.insert(chance.randrange(len(found)), [dict(head), body])
            case 2 if len(found) > 1: del found[place]
            case 3: found[place][1] = chance.choice(found)[1]
            case 4: found.insert(place, found.pop(chance.randrange(len(found))))
            case 5: head["at"] = chance.choice(["", "1969-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "2026-02-30T00:00:00.000Z", "x"])
            case 6: found[place][1] = damaged(body, chance).replace(b"\n", b" ")
            case _: found[place][1] = json_changed(body, chance)[:-1]
    return chain(found)


def packed(data, chance):
    """A workbook of which a part was altered before it was packed."""
    new = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as book:
        names = old.namelist()
        altered = chance.choice(names)
        for name in names:
            part = old.read(name)
            book.writestr(name, damaged(part, chance) if name == altered else part)
    return new.getvalue()
