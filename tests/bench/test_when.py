"""The peers of the bench for times."""

import sys
from pathlib import Path

import pytest
from bench.when.peers import installed, missing

PRINTED = """<?xml version="1.0"?>
<!DOCTYPE TimeML SYSTEM "TimeML.dtd">
<TimeML>
He &amp; she left <TIMEX3 tid="t1" type="DATE" value="2022-05-05">yesterday</TIMEX3>.
</TimeML>
"""


def test_heideltime_is_run_from_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the command prints becomes times, with where they stand in the text without tags."""
    script = tmp_path / "heideltime.py"
    script.write_text(f"import sys\nassert '2022-05-06' in sys.argv\nprint({PRINTED!r}, end='')\n", encoding="utf-8")
    monkeypatch.setenv("HEIDELTIME", f"{sys.executable} {script}")
    text = "He & she left yesterday."
    (line,) = installed()["HeidelTime"]([{"id": "1", "text": text, "published": "2022-05-06", "lang": "en"}])
    (found,) = line["times"]
    assert text[found["start"] : found["end"]] == "yesterday"
    assert (found["type"], found["value"]) == ("DATE", "2022-05-05")


def test_a_peer_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its command HeidelTime is left out, and said to be."""
    monkeypatch.delenv("HEIDELTIME", raising=False)
    assert "HeidelTime" in missing()
    assert "HeidelTime" not in installed()
