"""Lists the program's phrases for translators, as a template of gettext's PO format.

    python3 Tests/LanguagesTests/extract_catalogue.py FILE

reads every Swift file under Sources and writes the template to FILE, or to standard output where FILE is "-".
A phrase is a literal, or several joined by +, in local(…), plural(…) or counted(…). One that is written
otherwise is an error: nobody could translate it.
"""

import pathlib
import re
import sys

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
# Where the functions themselves are; what is passed on there is no literal.
EXCEPT = {"Sources/Languages/Local.swift"}
CALL = re.compile(r"(?<![\w.`])(local|plural|counted)\(")

HEADER = r'''# The sentences of Canary, for translators. docs/translating.md says how to use this file.
# Written by `make catalogue`; changes to it are lost.
msgid ""
msgstr ""
"Project-Id-Version: canary\n"
"PO-Revision-Date: \n"
"Last-Translator: \n"
"Language-Team: \n"
"Language: \n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
'''


class Mistake(Exception):
    """A phrase that cannot be listed."""


class Source:
    """A Swift file, read far enough to tell words from code."""

    def __init__(self, path, text):
        self.path, self.text, self.calls = path, text, []
        self.code(0, len(text))

    def code(self, at, end):
        """Goes through code, into interpolations, and notes each call."""
        while at < end:
            if self.text.startswith("//", at):
                at = self.line_end(at)
            elif self.text.startswith("/*", at):
                at = self.text.index("*/", at) + 2
            elif self.is_literal(at):
                pieces, at = self.literal(at)
                for kind, begin, finish in pieces:
                    if kind == "code":
                        self.code(begin, finish)
            else:
                call = CALL.match(self.text, at)
                if call and not self.text[:at].endswith("func "):
                    self.calls.append((call.group(1), at, self.arguments(call.end())))
                    at = call.end()
                else:
                    at += 1

    def line_end(self, at):
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def is_literal(self, at):
        return re.compile(r'#*"').match(self.text, at) is not None

    def literal(self, at):
        """The pieces of a literal, ("text" or "code", begin, end), and where it ends."""
        signs = re.compile(r"#*").match(self.text, at).group()
        at += len(signs)
        quote = '"""' if self.text.startswith('"""', at) else '"'
        close, escape = quote + signs, "\\" + signs
        at += len(quote)
        pieces, begin = [], at
        while not self.text.startswith(close, at):
            if self.text.startswith(escape + "(", at):
                pieces.append(("text", begin, at))
                inside = at + len(escape) + 1
                at = self.closing(inside)
                pieces.append(("code", inside, at))
                at = begin = at + 1
            elif self.text.startswith(escape, at):
                at += len(escape) + 1
            else:
                at += 1
        pieces.append(("text", begin, at))
        return pieces, at + len(close)

    def closing(self, at):
        """Where the bracket closes that was opened before."""
        depth = 1
        while True:
            if self.text.startswith("//", at):
                at = self.line_end(at)
            elif self.is_literal(at):
                at = self.literal(at)[1]
            else:
                depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(self.text[at], 0)
                if depth == 0:
                    return at
                at += 1

    def arguments(self, at):
        """Where each argument of a call begins and ends."""
        end, parts, begin, depth = self.closing(at), [], at, 0
        while at < end:
            if self.is_literal(at):
                at = self.literal(at)[1]
                continue
            depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(self.text[at], 0)
            if self.text[at] == "," and depth == 0:
                parts.append((begin, at))
                begin = at + 1
            at += 1
        return parts + [(begin, end)]

    def phrase(self, part):
        """The key of a phrase, and the code of each of its places."""
        at, end = part
        key, places, isFirst = "", [], True
        while self.text[at:end].strip():
            at += len(self.text[at:end]) - len(self.text[at:end].lstrip())
            if not isFirst:
                if self.text[at] != "+":
                    raise Mistake("a phrase is one literal, or several joined by +")
                at += 1
                at += len(self.text[at:end]) - len(self.text[at:end].lstrip())
            if not self.is_literal(at):
                raise Mistake("a phrase is one literal, or several joined by +")
            if self.text.startswith(('"""', "#"), at):
                raise Mistake("a phrase is a plain literal on one line")
            pieces, at = self.literal(at)
            for kind, begin, finish in pieces:
                if kind == "code":
                    places.append(" ".join(self.text[begin:finish].split()))
                    key += "{%d}" % len(places)
                else:
                    key += unescaped(self.text[begin:finish]).replace("{", "{{").replace("}", "}}")
            isFirst = False
        return key, places

    def messages(self):
        """Each phrase: what it is found by, its plural, its places, and where it stands."""
        for name, at, arguments in self.calls:
            try:
                yield at, self.message(name, arguments)
            except Mistake as mistake:
                line = self.text.count("\n", 0, at) + 1
                sys.exit(f"{self.path}:{line}: error: {mistake}")

    def message(self, name, arguments):
        if name == "local":
            key, places = self.phrase(arguments[0])
            context = None
            for begin, end in arguments[1:]:
                match = re.fullmatch(r'\s*context: "(\w[\w ]*)"\s*', self.text[begin:end])
                if not match:
                    raise Mistake("a context is one literal")
                context = match.group(1)
            return (context, key), None, places
        if len(arguments) != 3:
            raise Mistake("a number has a phrase for one, and a phrase for many")
        one, onePlaces = self.phrase(arguments[1])
        many, places = self.phrase(arguments[2])
        if places[: len(onePlaces)] != onePlaces:
            raise Mistake("both forms have the same places, in the same order")
        if name == "counted":
            one, many = ("{1} " + shifted(form) for form in (one, many))
            places = [" ".join(self.text[slice(*arguments[0])].split())] + places
        return (None, one), many, places


def shifted(key):
    """The key with each place one further on."""
    parts = re.split(r"(\{\{|\}\}|\{\d+\})", key)
    return "".join(
        "{%d}" % (int(part[1:-1]) + 1) if re.fullmatch(r"\{\d+\}", part) else part for part in parts)


def unescaped(text):
    meanings = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "'": "'", "0": "\0", "r": "\r"}
    text = re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda match: chr(int(match.group(1), 16)), text)
    return re.sub(r"\\(.)", lambda match: meanings[match.group(1)], text)


def quoted(text):
    return '"%s"' % text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")


def main():
    entries = {}
    for path in sorted((PACKAGE / "Sources").rglob("*.swift")):
        name = path.relative_to(PACKAGE).as_posix()
        if name in EXCEPT:
            continue
        for at, (key, plural, places) in sorted(
                Source(name, path.read_text(encoding="utf-8")).messages(), key=lambda item: item[0]):
            entry = entries.setdefault(key, (plural, places, []))
            if entry[0] != plural:
                sys.exit(f"{name}: error: {key[1]!r} has another plural elsewhere")
            if name not in entry[2]:
                entry[2].append(name)
    lines = [HEADER]
    for (context, key), (plural, places, files) in entries.items():
        lines += [f"#. {{{number}}} is {code}" for number, code in enumerate(places, 1)]
        lines.append("#: " + " ".join(files))
        if context:
            lines.append("msgctxt " + quoted(context))
        lines.append("msgid " + quoted(key))
        if plural is None:
            lines.append('msgstr ""\n')
        else:
            lines += ["msgid_plural " + quoted(plural), 'msgstr[0] ""', 'msgstr[1] ""\n']
    text = "\n".join(lines)
    if sys.argv[1] == "-":
        sys.stdout.write(text)
    else:
        pathlib.Path(sys.argv[1]).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main()
