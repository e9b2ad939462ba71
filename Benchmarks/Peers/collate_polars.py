"""Last answers of all journals of a folder, counted by question: polars."""

import glob
import sys

import polars

import counted


def main():
    """Lines as text, then regular expressions: an answer is an object or a word, which no one type of a column can hold.

    That a reason or a note could hold a brace is left out, in polars' favour.
    """
    paths = glob.glob(f"{sys.argv[1]}/*.canary.jsonl")
    lines = polars.scan_csv(
        paths, has_header=False, new_columns=["line"], separator="\x01", quote_char=None, include_file_paths="file",
        schema={"line": polars.String})
    event = lines.select(
        "file", polars.col("line").str.extract(r'^\{"n":(\d+),').cast(polars.Int32).alias("n"),
        polars.col("line").str.extract(r'"type":"(\w+)"').alias("type"),
        polars.col("line").str.extract(r'"body":(.*)\}$').alias("body"),
    ).filter(polars.col("type").is_in(["answered", "cleared"]))
    answered = event.filter(polars.col("type") == "answered").select(
        "file", "n", polars.col("body").str.extract_all(
            r'"question":"[^"]*","answer":(?:"[^"]*"|\{[^}]*\})').alias("entry"),
    ).explode("entry").select(
        "file", "n", polars.col("entry").str.extract(r'"question":"([^"]*)"').alias("question"),
        polars.col("entry").str.extract(r'"answer":(.*)$').alias("answer"),
    ).filter(polars.col("answer").is_not_null())
    cleared = event.filter(polars.col("type") == "cleared").select(
        "file", "n", polars.col("body").str.json_path_match("$.question").alias("question"),
        polars.lit("cleared").alias("answer"))
    last = polars.concat([answered, cleared]).sort("n").group_by("file", "question").agg(polars.col("answer").last())
    counts = last.filter(polars.col("answer") != "cleared").group_by("question", "answer").len().collect(engine="streaming")
    counted.show(len(paths), counts.iter_rows())


if __name__ == "__main__":
    main()
