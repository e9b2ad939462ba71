#!/usr/bin/env python3
"""Asks DuckDB (PyPI duckdb) and PostgreSQL (Debian postgresql) what docs/collate.md asks, and compares with the picture.

    ask_databases.py COLLATE.md TABLES PICTURE.json

The SQL is that of the page. PostgreSQL runs in a temporary folder without a network port; as root, which it refuses to
run as, it runs as the user nobody. Prints a line for each number that is told and that a database has otherwise, then
how many numbers were compared.
"""

import json
import os
import pathlib
import pwd
import re
import subprocess
import sys
import tempfile

import duckdb

# What the views do not name: it is the rest of a breakdown, or computed from more than one row.
REST = {
    ("possible", "ruled-out"), ("given", "not-given"), ("link", "absent"), ("circle", "absent"),
    ("dont-know", "none"), ("dont-know-in-area", "none"), ("quality", "not-measured"),
    ("linked-problems", "absent"), ("vicious-circles", "absent"), ("area-movement", "no-two-milestones"),
    ("tier-movement", "no-two-milestones"),
}
QUESTION = "SELECT sha256, breakdown, category, authorities FROM cells"


def main():
    page, tables, picture = sys.argv[1:]
    sql = re.findall(r"```sql\n(.*?)```", pathlib.Path(page).read_text(encoding="utf-8"), re.DOTALL)
    told = told_numbers(json.loads(pathlib.Path(picture).read_text(encoding="utf-8")))
    for name, ask in [("DuckDB", ask_duckdb), ("PostgreSQL", ask_postgresql)]:
        found = ask("\n".join(sql), os.path.abspath(tables))
        for key, size in told.items():
            if found.get(key, 0) != size:
                print(f"{name}: {' '.join(key)}: {found.get(key, 0)}, and not {size}")
    print(f"{len(told)} numbers")


def told_numbers(picture):
    """The numbers that are told and that the views have, by questionnaire, breakdown and category."""
    return {
        (part["questionnaire"]["sha256"], breakdown["id"], category["id"]): category["authorities"]
        for part in picture["questionnaires"]
        for breakdown in part["breakdowns"]
        for category in breakdown["categories"]
        if category["authorities"] is not None and (breakdown["about"], category["id"]) not in REST
    }


def ask_duckdb(sql, tables):
    with duckdb.connect() as database:
        database.execute(sql.replace("'tables/", f"'{tables}/"))
        return {tuple(row[:3]): row[3] for row in database.execute(QUESTION).fetchall()}


def ask_postgresql(sql, tables):
    binaries = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]
    # The server may not read the tables, which are for the user alone: the client sends them.
    sql = re.sub(r"^COPY (.*?);$", r"\\copy \1", sql.replace("'tables/", f"'{tables}/"), flags=re.MULTILINE)
    user = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        if user:
            os.chown(folder, user.pw_uid, user.pw_gid)
            os.chmod(folder, 0o755)
        identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}

        def serve(program, *arguments):
            subprocess.run(
                [binaries / program, "-D", f"{folder}/data", *arguments], check=True, cwd=folder,
                stdout=subprocess.DEVNULL, **identity)

        serve("initdb", "--username=canary", "--locale=C", "--encoding=UTF8", "--auth=trust", "--no-sync")
        serve("pg_ctl", "-w", "-l", f"{folder}/log", "-o", f"-c listen_addresses='' -k {folder}", "start")
        try:
            psql = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "canary", "postgres"]
            subprocess.run(psql, input=sql, text=True, check=True)
            answer = subprocess.run(
                [*psql, "-A", "-t", "-F", "\t", "-c", QUESTION], text=True, check=True, capture_output=True)
        finally:
            serve("pg_ctl", "-m", "immediate", "stop")
    rows = [line.split("\t") for line in answer.stdout.splitlines()]
    return {tuple(row[:3]): int(row[3]) for row in rows}


if __name__ == "__main__":
    main()
