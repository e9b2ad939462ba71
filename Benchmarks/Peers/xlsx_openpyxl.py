"""Writes the cells of a file of JSON into a workbook with openpyxl in its write-only mode: CELLS WORKBOOK."""

import json
import sys

import openpyxl


def main():
    """Every sheet, row by row."""
    with open(sys.argv[1], encoding="utf-8") as file:
        sheets = json.load(file)
    book = openpyxl.Workbook(write_only=True)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(sys.argv[2])


if __name__ == "__main__":
    main()
