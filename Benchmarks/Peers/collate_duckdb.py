"""Last answers of all journals of a folder, counted by question: DuckDB."""

import sys

import duckdb

import counted

QUESTION = """
with event as (
    select filename, n, type, body
    from read_json(?, format = 'newline_delimited', filename = true, maximum_object_size = 16777216,
                   columns = {n: 'INTEGER', type: 'VARCHAR', body: 'JSON'})
), entry as (
    select filename, n, unnest(from_json(json_extract(body, '$.answers'), '["JSON"]')) as entry
    from event where type = 'answered'
), said as (
    select filename, n, json_extract_string(entry, '$.question') as question, json_extract(entry, '$.answer') as answer
    from entry where json_extract(entry, '$.answer') is not null
    union all
    select filename, n, json_extract_string(body, '$.question'), '"cleared"'::json from event where type = 'cleared'
), last as (
    select filename, question, arg_max(answer::varchar, n) as answer from said group by all
)
select question, answer, count(*) from last where answer <> '"cleared"' group by all
"""


def main():
    """One query over all files."""
    files = f"{sys.argv[1]}/*.canary.jsonl"
    sessions = duckdb.execute("select count(*) from glob(?)", [files]).fetchone()[0]
    counted.show(sessions, duckdb.execute(QUESTION, [files]).fetchall())


if __name__ == "__main__":
    main()
