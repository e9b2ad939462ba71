#!/usr/bin/env python3
"""Says as JSON what a DOCX file holds, as python-docx reads it.

Usage: read_docx.py FILE
"""

import json
import sys

import docx
from docx.oxml.ns import qn

document = docx.Document(sys.argv[1])
body = document.element.body


def level(paragraph):
    """The level of a heading, 0 for the title, None for what is none."""
    name = paragraph.style.name
    if name == "Title":
        return 0
    return int(name.split()[1]) if name.startswith("Heading ") else None


def repeats(table):
    """Whether the first row is a head that stands on every page."""
    properties = table.rows[0]._tr.trPr
    return properties is not None and properties.find(qn("w:tblHeader")) is not None


def cells(row):
    return [cell.text for cell in row.cells]


styles = document.styles.element
language = styles.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
pictures = body.findall(f".//{qn('wp:docPr')}")
section = document.sections[0]
json.dump(
    {
        "title": document.core_properties.title,
        "language": language.get(qn("w:val")),
        "headings": [[level(p), p.text] for p in document.paragraphs if level(p) is not None],
        "paragraphs": [p.text for p in document.paragraphs],
        "tables": [{"head": cells(t.rows[0]), "repeats": repeats(t), "rows": [cells(r) for r in t.rows[1:]],
                    "widths": [c.width for c in t.columns]} for t in document.tables],
        "header": "\n".join(p.text for p in section.header.paragraphs),
        # python-docx leaves out the fields, which are in elements of their own.
        "footer": "".join(t.text or "" for t in section.footer._element.iter(qn("w:t"), qn("w:instrText"))),
        "fields": [f.get(qn("w:instr")).strip() for f in section.footer._element.iter(qn("w:fldSimple"))],
        "page": [round(section.page_width.mm), round(section.page_height.mm)],
        "withoutAlternative": sum(1 for p in pictures if not p.get("descr")),
        "links": [r.target_ref for r in document.part.rels.values() if r.is_external],
    },
    sys.stdout,
)
