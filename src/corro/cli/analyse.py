"""`corro analyse`: the per-document analysis as a stream, JSON Lines in and out, without a record."""

import json
import sys
from collections.abc import Iterator
from typing import Any, TextIO

import click

from corro.cli.options import DAY


@click.command("analyse")
@click.argument("source", type=click.File("r", encoding="utf-8"), metavar="IN.jsonl")
@click.option("--published", type=DAY, help="When the reports came out, for lines that do not say so.")
def command(source: TextIO, published: Any) -> None:
    """Analyse reports one by one: statements, claims, dates, places, contradictions.

    Each line is an object with `text` and, where known, `id`, `published`, `lang`, `outlet`, `title`. Each line of the output has
    the same `id`, or an `error` that says what is wrong with the line. Exits with 1 if any line could not be read.
    """
    from corro.pipeline.analyse import analyse_line

    broken = 0
    for number, line in _numbered(source):
        answer = analyse_line(line, number, published)
        broken += "error" in answer
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    sys.exit(1 if broken else 0)


def _numbered(source: TextIO) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(source, 1) if line.strip())
