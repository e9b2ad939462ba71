"""Looks into a PDF file for what a reader with a screen reader needs, without any library.

    python3 tagged_pdf.py FILE

prints JSON: whether it is tagged, its language, whether its title is shown, how many figures it has and how many of
them lack an alternative text, and how many table headers and headings. Chromium writes its structure in the clear.
"""

import json
import re
import sys

data = open(sys.argv[1], "rb").read()
objects = [m.group(1) for m in re.finditer(rb"\d+ 0 obj\b(.*?)endobj", data, re.S)]
catalog = next(o for o in objects if re.search(rb"/Type\s*/Catalog", o))


def kind(text):
    return [o for o in objects if re.search(rb"/S\s*/" + text + rb"\b", o)]


def described(figure):
    return re.search(rb"/Alt\s*(\((?!\s*\))|<(?!\s*>|<))", figure) is not None


language = re.search(rb"/Lang\s*\(([^)]*)\)", catalog)
print(
    json.dumps(
        {
            "tagged": bool(re.search(rb"/Marked\s+true", catalog)) and b"/StructTreeRoot" in catalog,
            "language": language.group(1).decode() if language else None,
            "showsTitle": bool(re.search(rb"/DisplayDocTitle\s+true", catalog)),
            "figures": len(kind(rb"Figure")),
            "undescribed": sum(not described(figure) for figure in kind(rb"Figure")),
            "headings": sum(len(kind(b"H%d" % level)) for level in range(1, 7)),
            "tables": len(kind(rb"Table")),
            "tableHeaders": len(kind(rb"TH")),
        }
    )
)
