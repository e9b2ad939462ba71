#!/usr/bin/env python3
"""Fills in the review sheet of a workbook of Canary's, as a reviewer would, and makes hostile ones.

    fill_workbook.py FILE OUT            a role, a date, two answers, and a cell that holds a formula
    fill_workbook.py FILE OUT moved      the same, with two rows exchanged
    fill_workbook.py FILE OUT entities   the workbook with a document type in a sheet
    fill_workbook.py FILE OUT bomb       the workbook with a sheet that unpacks to a gigabyte
    fill_workbook.py FILE OUT cut        the first half of the workbook
"""

import datetime
import sys
import zipfile
from pathlib import Path

import openpyxl


def main():
    file, output, *way = sys.argv[1:]
    way = way[0] if way else "filled"
    if way == "cut":
        data = Path(file).read_bytes()
        Path(output).write_bytes(data[: len(data) // 2])
    elif way in ("entities", "bomb"):
        rewrite(file, output, way)
    else:
        fill(file, output, way == "moved")


def fill(file, output, is_moved):
    book = openpyxl.load_workbook(file)
    sheet = book["Review"]
    sheet["B2"] = "lead peer"
    sheet["B3"] = datetime.date(2027, 1, 31)
    sheet["F5"], sheet["G5"], sheet["H5"] = "challenge", 1, "Not what we saw."
    sheet["F6"], sheet["J6"] = "agree", "Ask the member."
    sheet["H7"] = "=1+1"
    if is_moved:
        for column in "AB":
            first, second = f"{column}5", f"{column}6"
            sheet[first], sheet[second] = sheet[second].value, sheet[first].value
    book.save(output)


def rewrite(file, output, way):
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/sharedStrings.xml" and way == "entities":
                head, rest = data.split(b"?>", 1)
                data = head + b'?><!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + rest
            if name == "xl/sharedStrings.xml" and way == "bomb":
                with new.open(name, "w", force_zip64=True) as part:
                    part.write(data[: data.rindex(b"</sst>")])
                    for _ in range(1024):
                        part.write(b" " * 1024 * 1024)
                    part.write(b"</sst>")
                continue
            new.writestr(name, data)


if __name__ == "__main__":
    main()
