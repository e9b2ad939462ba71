"""Readers of what Canary writes, which are not Canary's: what they find live, and the texts that they find."""

import re
from xml.parsers import expat

import html5lib
import cmarkgfm
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

HARMLESS = {"html", "head", "body", "title", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "blockquote",
            "table", "thead", "tbody", "tr", "th", "td", "br", "code"}
TEXTS = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "th", "td"}


def tree(text):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    return parser.parse(text), parser.errors


def live_in(element):
    """What in a tree that Markdown became is more than words."""
    for part in element.iter():
        if part.tag not in HARMLESS:
            yield f"a live {part.tag}: {''.join(part.itertext())[:60]!r} {dict(part.attrib)}"
        elif part.tag == "code" and set(part.text or "") != {"@"}:
            yield f"code: {part.text!r}"
        elif part.attrib:
            yield f"attributes of {part.tag}: {part.attrib}"


def words(element):
    """The words of an element, without those of texts within it."""
    told = element.text or ""
    for part in element:
        if part.tag == "br":
            told += "\n"
        elif part.tag not in TEXTS and part.tag not in ("ul", "ol", "blockquote", "table"):
            told += words(part)
        told += part.tail or ""
    return told


def markdown(text):
    """For each of three readers of Markdown: its name, what is live, and the texts as (kind, words)."""
    linkify = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "linkify", "strikethrough"])
    linkify.linkify.set({"fuzzy_ip": True, "fuzzy_link": True, "fuzzy_email": True})
    pages = [
        ("cmark-gfm", cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)),
        ("markdown-it with linkify", linkify.render(text)),
        ("markdown-it", MarkdownIt("commonmark").enable("table").render(text)),
    ]
    for name, page in pages:
        root, _ = tree(page)
        texts = []

        def walk(element):
            if element.tag == "blockquote":
                # An empty line in it makes two paragraphs of one text.
                texts.append(("quote", "\n".join(map(words, element))))
                return
            if element.tag in TEXTS:
                told = words(element)
                if told.strip() or element.tag != "li":
                    texts.append((element.tag, told))
            for part in element:
                walk(part)

        walk(root)
        yield name, list(live_in(root)), texts


def texts_of(xml):
    """The texts of the shared strings of a workbook, in order, without the escapes of ECMA-376, 22.9.2.19."""
    parser, found, state = expat.ParserCreate(), [], {"is": False}

    def start(name, _):
        if name == "si":
            found.append("")
        state["is"] = name == "t"

    def end(name):
        state["is"] = False

    def data(words):
        if state["is"]:
            found[-1] += words

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, data
    parser.buffer_text = True
    parser.Parse(xml, True)
    return [re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text) for text in found]


def visible(text):
    """Text as the manual says that it is shown: what steers a screen or cannot be seen is its number."""
    def is_hidden(c):
        n = ord(c)
        return (c != "\n" and (n < 0x20 or 0x7F <= n <= 0x9F) or n in (0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF)
                or 0x202A <= n <= 0x202E or 0x2066 <= n <= 0x206F or 0xFFF9 <= n <= 0xFFFC or 0xFDD0 <= n <= 0xFDEF
                or n & 0xFFFE == 0xFFFE or 0xE0000 <= n <= 0xE007F)
    return "".join(f"\\u{{{ord(c):X}}}" if is_hidden(c) else c for c in text)
