"""Other programs that find times, on the same lines: those that are installed are run, and the rest are named.

HeidelTime (GPL) is never linked: `HEIDELTIME` names a command that is run as

    $HEIDELTIME FILE -t NEWS -l ENGLISH -dct 2022-05-03

and prints TimeML.
"""

import os
import re
import shlex
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from html import unescape
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.analysed import published
from bench.frame import Line, Predict
from bench.language import language_of
from corro.values import Language

_TIMEX = re.compile(r"<TIMEX3\b([^>]*)>|</TIMEX3>|<[^>]+>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_BODY = re.compile(r"<TimeML>(.*)</TimeML>", re.DOTALL)


def installed() -> Mapping[str, Predict]:
    """Return the peers that can be run here."""
    return {name: predict for name, (predict, there) in _known().items() if there}


def missing() -> list[str]:
    """Return the names of the peers that cannot be run here."""
    return [name for name, (_, there) in _known().items() if not there]


def _known() -> dict[str, tuple[Predict, bool]]:
    return {
        "dateparser": (_dateparser, find_spec("dateparser") is not None),
        "HeidelTime": (_heideltime, bool(os.environ.get("HEIDELTIME"))),
    }


def _dateparser(lines: Iterable[Line]) -> Iterator[Line]:
    search_dates = import_module("dateparser.search").search_dates
    for line in lines:
        day = published(line)
        settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
        if day:
            settings["RELATIVE_BASE"] = datetime.combine(day, time.min)
        found = search_dates(line["text"], languages=[language_of(line).value], settings=settings) or []
        yield {"id": line["id"], "times": list(_placed(line["text"], found))}


def _placed(text: str, found: Iterable[tuple[str, datetime]]) -> Iterator[Line]:
    at = 0
    for words, moment in found:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield {"start": start, "end": at, "type": "DATE", "value": moment.date().isoformat()}


def _heideltime(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        yield {"id": line["id"], "times": list(_tagged(_run_heideltime(line)))}


def _run_heideltime(line: Line) -> str:
    day = published(line)
    named = "FRENCH" if language_of(line) is Language.FRENCH else "ENGLISH"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        path.write_text(line["text"], encoding="utf-8")
        options = ["-t", "NEWS", "-l", named, *(["-dct", day.isoformat()] if day else [])]
        command = [*shlex.split(os.environ["HEIDELTIME"]), str(path), *options]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _tagged(printed: str) -> Iterator[Line]:
    """Yield the times of a TimeML document, with where they stand in its text without tags."""
    body = _BODY.search(printed)
    inside, at, end, start = (body.group(1) if body else printed).removeprefix("\n"), 0, 0, 0
    attributes: dict[str, str] = {}
    for tag in _TIMEX.finditer(inside):
        at += len(unescape(inside[end : tag.start()]))
        end = tag.end()
        if tag.group(1) is not None:
            start, attributes = at, dict(_ATTRIBUTE.findall(tag.group(1)))
        elif tag.group() == "</TIMEX3>":
            yield {"start": start, "end": at, "type": attributes.get("type", ""), "value": attributes.get("value") or None}
