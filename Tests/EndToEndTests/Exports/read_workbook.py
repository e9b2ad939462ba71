#!/usr/bin/env python3
"""Reads a workbook of Canary's with openpyxl and prints what is in it as JSON.

    read_workbook.py FILE          sheets, locks, lists to choose from, and every cell that is a formula
    read_workbook.py FILE SHEET    the texts of a sheet, row by row
"""

import json
import sys

import openpyxl


def main():
    file, *sheet = sys.argv[1:]
    book = openpyxl.load_workbook(file)
    if sheet:
        rows = [[cell.value for cell in row] for row in book[sheet[0]].iter_rows()]
        print(json.dumps(rows))
        return
    print(json.dumps({
        "sheets": book.sheetnames,
        "hidden": [sheet.title for sheet in book if sheet.sheet_state != "visible"],
        "unprotected": [sheet.title for sheet in book if not sheet.protection.sheet],
        "open": {
            sheet.title: sorted({
                cell.column_letter for row in sheet.iter_rows() for cell in row if not cell.protection.locked})
            for sheet in book
        },
        "choices": sorted({rule.formula1 for rule in book["Review"].data_validations.dataValidation})
        if "Review" in book.sheetnames else [],
        "heads": {
            sheet.title: [sheet.auto_filter.ref.split(":")[0], sheet.print_title_rows]
            for sheet in book if sheet.auto_filter.ref
        },
        "closed filters": [sheet.title for sheet in book if sheet.auto_filter.ref and sheet.protection.autoFilter],
        "footers": sorted({sheet.oddFooter.left.text for sheet in book}),
        "formulas": [
            f"{sheet.title}!{cell.coordinate}" for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.data_type == "f"],
    }))


if __name__ == "__main__":
    main()
