"""Writes the cells of a file of JSON into a workbook with XlsxWriter: CELLS WORKBOOK."""

import json
import sys

import xlsxwriter


def main():
    """Every sheet, row by row."""
    with open(sys.argv[1], encoding="utf-8") as file:
        sheets = json.load(file)
    with xlsxwriter.Workbook(sys.argv[2]) as book:
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)


if __name__ == "__main__":
    main()
