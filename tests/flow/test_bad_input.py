"""Bad input from the command to the record: each input ends as one thing, says what to do, and costs its neighbours nothing."""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.unit.read.evidence import PHRASE, SENTENCE, a_locked_pdf, a_mail, a_pdf, a_zip

from corro.cli.main import cli
from corro.errors import StorageError

MARK = "Wolframite"
"""A word that stands in the bad files only: where it is printed, a document's text has leaked."""

SPANISH = "El ejército dijo el lunes que dos patrullas habían sido detenidas en el puente por hombres armados."
LISTS = ("events", "claims", "disputes", "sources", "issues", "registers")
KILL_AFTER_DOCUMENTS = 8
PATIENCE_S = 60


def lines(*rows: object) -> bytes:
    """JSON Lines of these rows; a row that is text stands as it is."""
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()


def a_lying_zip() -> bytes:
    """An archive whose one file says that it unpacks to 100 bytes, and unpacks to three million."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 3_000_000)
    packed = bytearray(buffer.getvalue())
    for start, offset in ((packed.find(b"PK\x03\x04"), 22), (packed.rfind(b"PK\x01\x02"), 24)):
        packed[start + offset : start + offset + 4] = (100).to_bytes(4, "little")
    return bytes(packed)


FILES = {
    "empty.txt": b"",
    "binary.txt": MARK.encode() + bytes(range(256)) * 20,
    "west.txt": PHRASE.encode("cp1252"),
    "mixed.txt": PHRASE.encode() + b"\n\n" + PHRASE.encode("cp1252"),
    "bomb.zip": a_zip({"a.txt": b"0" * 4_000_000}),
    "lying.zip": a_lying_zip(),
    "climbing.zip": a_zip({"../up.txt": MARK.encode(), "good.txt": f"{SENTENCE} In the archive.".encode()}),
    "scan.pdf": a_pdf([[]]),
    "locked.pdf": a_locked_pdf(),
    "cut.pdf": a_pdf([[MARK]])[:300],
    "menu.html": f"<html><body><nav><a href='/'>{MARK}</a></nav></body></html>".encode(),
    "mail.eml": a_mail(attachments={"note.txt": f"{SENTENCE} Attached.".encode(), "photo.png": b"\x89PNG\r\n\x1a\n" + bytes(20)}),
    "columns.csv": f"Nr,Remark\n1,{MARK}\n".encode(),
    "formula.csv": f'id,title,text\nC1,"=cmd()","{SENTENCE} In a table."\nC2,{MARK},\n'.encode(),
    "rows.jsonl": lines({"text": f"{SENTENCE} In a row."}, f'{{"text": "{MARK}', [MARK], {"title": MARK}),
    "deep.json": b"[" * 100_000,
    "spanish.txt": SPANISH.encode(),
    "impossible.md": f"---\npublished: 2023-02-31\n---\n{SENTENCE} One.".encode(),
    "future.md": f"---\npublished: 2099-02-01\n---\n{SENTENCE} Two.".encode(),
    "first.txt": SENTENCE.encode(),
    "second.txt": SENTENCE.encode(),
}

ENDS = {
    "empty.txt": ("rejected", "empty", "Ask for it again"),
    "huge.txt": ("rejected", "too_large", "CORRO_MAX_INPUT_BYTES"),
    "binary.txt": ("rejected", "binary", "Save the report as text"),
    "west.txt": ("accepted", "", ""),
    "mixed.txt": ("accepted", "", ""),
    "bomb.zip": ("rejected", "zip_bomb", "unpack it"),
    "lying.zip!a.txt": ("rejected", "zip_broken", "Ask for it again"),
    "climbing.zip!../up.txt": ("rejected", "zip_path", "unpack it"),
    "climbing.zip!good.txt": ("accepted", "", ""),
    "scan.pdf": ("rejected", "pdf_no_text", "text recognition"),
    "locked.pdf": ("rejected", "pdf_encrypted", "save it without one"),
    "cut.pdf": ("rejected", "pdf_broken", "Ask for it again"),
    "menu.html": ("rejected", "no_article", "Open the article itself"),
    "mail.eml": ("accepted", "", ""),
    "mail.eml!note.txt": ("accepted", "", ""),
    "mail.eml!photo.png": ("rejected", "unsupported_type", "need their words written out"),
    "columns.csv": ("rejected", "column_missing", "--column"),
    "formula.csv#1": ("accepted", "", ""),
    "formula.csv#2": ("rejected", "no_text", "Fill it in"),
    "rows.jsonl#1": ("accepted", "", ""),
    "rows.jsonl#2": ("rejected", "line_broken", "Mend this line"),
    "rows.jsonl#3": ("rejected", "line_broken", "Mend this line"),
    "rows.jsonl#4": ("rejected", "no_text", "Give the report's words"),
    "deep.json": ("rejected", "json_broken", "Mend it"),
    "spanish.txt": ("accepted", "", ""),
    "impossible.md": ("accepted", "", ""),
    "future.md": ("accepted", "", ""),
    "first.txt": ("accepted", "", ""),
    "second.txt": ("duplicate", "same_bytes", "nothing was added"),
}


@dataclass(frozen=True)
class Built:
    """What the command printed on a folder of bad files, and the record that it made."""

    result: Result
    record: Path
    folder: Path

    def rows(self, *arguments: str) -> list[dict[str, str]]:
        """Return the rows that a command lists of the record."""
        listed = run(*arguments, "--json", "--record", str(self.record))
        return [json.loads(line) for line in listed.stdout.splitlines()]

    def receipts(self) -> dict[str, dict[str, str]]:
        """Return the receipts by their place below the folder."""
        found = {row["input"].removeprefix(f"{self.folder.as_posix()}/"): row for row in self.rows("show", "receipts")}
        assert len(found) == len(self.rows("show", "receipts"))
        return found


def run(*arguments: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(cli, arguments)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """A record built from all bad files at once."""
    folder = tmp_path_factory.mktemp("bad") / "in"
    folder.mkdir()
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(300 * 1024 * 1024)
    record = folder.parent / "bad.record"
    yield Built(run("build", str(folder), "--record", str(record)), record, folder)
    (folder / "huge.txt").unlink()


@pytest.mark.parametrize("where", sorted(ENDS))
def test_each_input_ends_as_one_thing_and_says_what_to_do(built: Built, where: str) -> None:
    """The record keeps for each file, member, row and attachment how it ended, under which code, with advice."""
    outcome, code, advice = ENDS[where]
    receipt = built.receipts()[where]
    assert (receipt["outcome"], receipt["code"]) == (outcome, code)
    assert advice in receipt["reason"]


def test_nothing_else_ended_and_the_summary_adds_up(built: Built) -> None:
    """No input has two receipts or none; the summary counts them, the exit status is 1, and no defect came up."""
    assert set(built.receipts()) == set(ENDS)
    accepted = sum(outcome == "accepted" for outcome, _, _ in ENDS.values())
    rejected = sum(outcome == "rejected" for outcome, _, _ in ENDS.values())
    assert built.result.exit_code == 1
    assert isinstance(built.result.exception, SystemExit)
    assert f"{len(ENDS)} inputs: {accepted} accepted, 1 duplicate, {rejected} rejected." in built.result.stdout
    assert not (built.folder.parent / "up.txt").exists()


def test_doubts_of_what_was_taken_in_are_issues(built: Built) -> None:
    """Encodings, dates that cannot be, formula cells, attachments and the language are told; no analysis broke."""
    codes = {row["code"] for row in built.rows("show", "issues")}
    assert codes >= {"guessed_encoding", "mixed_encoding", "impossible_publication_date", "future_publication_date"}
    assert codes >= {"formula_cell", "attachment_skipped", "unsupported_language"}
    assert "analysis_failed" not in codes


def test_another_language_is_kept_and_searchable_and_not_analysed(built: Built) -> None:
    """The Spanish report is found by its words, and makes no claim."""
    (found,) = built.rows("search", "patrullas")
    assert found["document"] == "spanish"
    assert [row["claims"] for row in built.rows("show", "sources") if row["document"] == "spanish"] == [0]


def test_no_words_of_a_bad_file_are_printed(built: Built) -> None:
    """Neither the summary, nor receipts, nor issues repeat what stands in a file that could not be read."""
    told = built.result.output + json.dumps([built.rows("show", what) for what in ("receipts", "issues")])
    assert MARK not in told


def test_the_same_inputs_again_change_nothing(built: Built, tmp_path: Path) -> None:
    """A second build takes nothing in, and every list stays as it was."""
    copied = tmp_path / "copy.record"
    copied.write_bytes(built.record.read_bytes())
    again = run("build", str(built.folder), "--record", str(copied))
    assert " accepted" not in again.stdout
    assert said(copied) == said(built.record)


def test_an_unreadable_file_is_rejected_and_its_neighbour_taken_in(tmp_path: Path) -> None:
    """A file that the system refuses to read (/proc/self/mem, which refuses root as well) ends as a receipt with advice."""
    if not Path("/proc/self/mem").exists():
        pytest.skip("needs a file that cannot be read, which only Linux has for every user")
    (tmp_path / "report.txt").write_text(SENTENCE, encoding="utf-8")
    record = str(tmp_path / "a.record")
    result = run("build", "/proc/self/mem", str(tmp_path / "report.txt"), "--record", record)
    assert result.exit_code == 1
    assert "2 inputs: 1 accepted, 1 rejected." in result.stdout
    assert "Give yourself the right" in run("show", "receipts", "--json", "--record", record).stdout


def test_an_empty_attachment_has_a_receipt(tmp_path: Path) -> None:
    """An attachment that holds nothing ends as rejected, like any empty file."""
    (tmp_path / "mail.eml").write_bytes(a_mail(attachments={"empty.txt": b""}))
    record = str(tmp_path / "a.record")
    run("build", str(tmp_path / "mail.eml"), "--record", record)
    assert "mail.eml!empty.txt" in run("show", "receipts", "--json", "--record", record).stdout


def test_a_table_without_a_head_is_rejected_without_its_words(tmp_path: Path) -> None:
    """Where the first row is a report, its words are not repeated in the reason."""
    (tmp_path / "rows.csv").write_text(f'12 May,"{SENTENCE} {MARK}",x\n13 May,"{SENTENCE}",y\n', encoding="utf-8")
    record = str(tmp_path / "a.record")
    assert run("build", str(tmp_path / "rows.csv"), "--record", record).exit_code == 1
    assert MARK not in run("show", "receipts", "--json", "--record", record).stdout


def test_a_gazetteer_that_is_none_ends_with_what_to_do(tmp_path: Path) -> None:
    """A file of places without the columns is wrong use: exit status 2 and a message, no traceback."""
    (tmp_path / "report.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "places.csv").write_text("SECRETWORD said so,north\nAram,1\n", encoding="utf-8")
    arguments = ("--places", str(tmp_path / "places.csv"), "--record", str(tmp_path / "a.record"))
    ended = subprocess.run(
        command(["build", str(tmp_path / "report.txt"), *arguments]), check=False, capture_output=True, text=True
    )
    assert ended.returncode == 2
    assert "SECRETWORD" not in ended.stderr
    assert "Traceback" not in ended.stderr


def said(record: Path) -> list[str]:
    """Return all that the lists of a record say."""
    return [run("show", what, "--json", "--record", str(record)).stdout for what in LISTS]


def command(arguments: Sequence[str]) -> list[str]:
    """Return the command line that runs `corro` in another process."""
    return [sys.executable, "-c", "from corro.cli.main import main; main()", *arguments]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of forty reports."""
    folder = tmp_path_factory.mktemp("reports")
    for number in range(40):
        text = f"GAO, 3 May 2022 - Gunmen killed {number + 2} herders near Ansongo on Monday, the governor said.\n\nNo. {number}."
        (folder / f"r{number:02d}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_full_disk_ends_the_command_with_what_to_do(reports: Path, tmp_path: Path) -> None:
    """Where the record cannot grow: exit status 2, one message with its hint, no traceback."""

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))

    call = command(["build", str(reports), "--record", str(tmp_path / "a.record")])
    ended = subprocess.run(call, check=False, capture_output=True, text=True, preexec_fn=little_room)
    assert ended.returncode == 2
    assert StorageError.hint in ended.stderr
    assert "Traceback" not in ended.stderr


def stored(record: Path) -> int:
    """Return how many documents a record holds that somebody is writing."""
    try:
        with closing(sqlite3.connect(f"file:{record}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.Error:
        return 0


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_killed_command_is_finished_by_the_next_one(reports: Path, tmp_path: Path, processes: str) -> None:
    """SIGKILL once some reports are stored, with one process and with two: the next run gives what an unbroken one gives."""
    record, unbroken = tmp_path / "killed.record", tmp_path / "unbroken.record"
    with subprocess.Popen(
        command(["build", str(reports), "--processes", processes, "--record", str(record)]),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as build:
        patience = time.monotonic() + PATIENCE_S
        while stored(record) < KILL_AFTER_DOCUMENTS and build.poll() is None and time.monotonic() < patience:
            time.sleep(0.01)
        os.kill(build.pid, signal.SIGKILL)
    assert build.returncode == -signal.SIGKILL
    again = run("build", str(reports), "--record", str(record))
    assert again.exit_code == 0
    assert "40 documents in" in again.stdout
    run("build", str(reports), "--record", str(unbroken))
    assert said(record) == said(unbroken)
