"""From files to documents: bad input ends as one thing, with a message that says what to do; the seed is read as it must be."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.unit.read.evidence import PHRASE, SENTENCE, a_locked_pdf, a_mail, a_pdf, a_zip, kinds

import corro.read
from corro.collect import CollectOptions, collect
from corro.model import Document, Issue, Receipt
from corro.read import ReadOptions, diff, read
from corro.values import Language
from corro.vocab import issue_codes

SEED = Path(__file__).parents[3] / "shared" / "seed"
SAMPLES = Path(__file__).parents[2] / "samples" / "mali"
TODAY = ReadOptions(today=date(2026, 11, 23))


@dataclass
class Ended:
    """How the inputs ended: each as a document or as a rejection with its reason."""

    documents: list[Document]
    issues: list[Issue]
    rejected: dict[str, tuple[str, str]]

    @property
    def codes(self) -> set[str]:
        """The codes of the issues."""
        return {issue.code for issue in self.issues}


def ended(*paths: Path, options: ReadOptions = TODAY, max_bytes: int = 256 * 1024 * 1024) -> Ended:
    """Collect and read paths, keeping how each input ended by its place below the first path's folder."""
    result = Ended([], [], {})
    root = f"{paths[0].parent.as_posix()}/"
    for receipt in _receipts(paths, options, max_bytes, result):
        result.rejected[receipt.locator.removeprefix(root)] = (receipt.code, receipt.reason)
    return result


def _receipts(paths: tuple[Path, ...], options: ReadOptions, max_bytes: int, result: Ended) -> Iterator[Receipt]:
    for piece in collect([str(path) for path in paths], CollectOptions(max_bytes=max_bytes)):
        if isinstance(piece, Receipt):
            yield piece
            continue
        found = read(piece, options)
        result.documents += found.documents
        result.issues += found.issues
        if found.rejected:
            result.rejected[Path(piece.locator).name] = (found.code, found.rejected)
        yield from found.rejections


BAD = {
    "empty.txt": (b"", "empty", "Ask for it again"),
    "blank.txt": (b" \n\n", "empty", "Ask for it again"),
    "binary.txt": (bytes(range(256)) * 20, "binary", "Save the report as text"),
    "cut.pdf": (a_pdf([[SENTENCE]])[:300], "pdf_broken", "Ask for it again"),
    "locked.pdf": (a_locked_pdf(), "pdf_encrypted", "save it without one"),
    "scan.pdf": (a_pdf([[]]), "pdf_no_text", "text recognition"),
    "menu.html": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no_article", "Open the article itself"),
    "cut.docx": (b"PK\x03\x04 cut", "docx_broken", "save it anew"),
    "photo.jpg": (b"\xff\xd8\xff\xe0" + bytes(50), "unsupported_type", "need their words written out"),
    "columns.csv": (b"Nr,Remark\n1,words here\n", "column_missing", "--column "),
    "broken.json": (b'{"text": ', "json_broken", "Mend it"),
    "bomb.zip": (a_zip({"a.txt": b"0" * 4_000_000}), "zip_bomb", "unpack it"),
    "cut.zip": (a_zip({"a.txt": b"words"})[:40], "zip_broken", "Ask for it again"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_files_are_rejected_with_what_to_do(name: str, tmp_path: Path) -> None:
    """Each kind of bad file ends as rejected, under its own code, and its neighbour is read."""
    content, code, advice = BAD[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "zz.txt").write_text(SENTENCE, encoding="utf-8")
    result = ended(tmp_path / name, tmp_path / "zz.txt")
    assert [(where, why[0]) for where, why in result.rejected.items()] == [(name, code)]
    assert advice in result.rejected[name][1]
    assert len(result.documents) == 1


def test_a_huge_file_is_rejected_unread(tmp_path: Path) -> None:
    """300 MB are rejected by their size alone: the file is sparse, and reading it would say that it is binary."""
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as handle:
        handle.truncate(300 * 1024 * 1024)
    assert [why[0] for why in ended(huge).rejected.values()] == ["too_large"]


def test_a_file_that_cannot_be_read_is_rejected() -> None:
    """An error of the disk or of rights ends as a receipt, with the system's word for it."""
    unreadable = Path("/proc/self/mem")
    if not unreadable.exists():
        pytest.skip("needs a file that cannot be read, which only Linux has for every user")
    ((code, reason),) = ended(unreadable).rejected.values()
    assert (code, "Give yourself the right" in reason) == ("unreadable", True)


def test_missing_paths_and_devices_are_rejected(tmp_path: Path) -> None:
    """A path that leads nowhere, a dangling link and a device are no files."""
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    result = ended(tmp_path / "none.txt", tmp_path / "link.txt", Path("/dev/null"))
    assert [code for code, _ in result.rejected.values()] == ["not_found", "unreadable", "not_a_file"]


def test_folders_are_walked_in_order_and_nothing_vanishes(tmp_path: Path) -> None:
    """Hidden and linked entries have a receipt; what desktops leave behind is no input; a loop ends."""
    for name in ("b/two.txt", "a/one.txt", ".hidden/x.txt", ".DS_Store"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{SENTENCE} {name}", encoding="utf-8")
    (tmp_path / "b" / "loop").symlink_to(tmp_path, target_is_directory=True)
    result = ended(tmp_path)
    folder = tmp_path.name
    assert [Path(document.locator).name for document in result.documents] == ["one.txt", "two.txt"]
    assert {where: code for where, (code, _) in result.rejected.items()} == {
        f"{folder}/.hidden": "hidden",
        f"{folder}/b/loop": "linked",
    }


def test_names_that_are_no_unicode_can_be_stored(tmp_path: Path) -> None:
    """A file name in another encoding is escaped in locator and label."""
    path = tmp_path / "caf\udce9.txt"
    try:
        path.write_text(SENTENCE, encoding="utf-8")
    except OSError:
        pytest.skip("this disk holds Unicode names only")
    (document,) = ended(tmp_path).documents
    (document.locator + document.label).encode()


def test_climbing_paths_leave_the_other_files_readable(tmp_path: Path) -> None:
    """One bad name does not cost the archive, and nothing is written outside it."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "reports.zip").write_bytes(a_zip({"../up.txt": b"words", "good.txt": SENTENCE.encode()}))
    result = ended(tmp_path / "in" / "reports.zip")
    assert [code for code, _ in result.rejected.values()] == ["zip_path"]
    assert [document.label for document in result.documents] == ["good"]
    assert not (tmp_path / "up.txt").exists()


def test_wrong_and_mixed_encodings_are_read_with_an_issue(tmp_path: Path) -> None:
    """cp1252 without a declaration, and two encodings in one file, both give the right words."""
    (tmp_path / "west.txt").write_bytes(PHRASE.encode("cp1252"))
    (tmp_path / "mixed.txt").write_bytes(PHRASE.encode() + b"\n\n" + PHRASE.encode("cp1252"))
    result = ended(tmp_path)
    assert result.codes >= {"guessed_encoding", "mixed_encoding"}
    assert [document.text for document in result.documents] == [f"{PHRASE}\n\n{PHRASE}", PHRASE]


def test_a_mail_and_its_attachments_are_inputs_each(tmp_path: Path) -> None:
    """Body, text and PDF become documents; a picture is rejected; the body names them all."""
    attached = {"note.txt": PHRASE.encode(), "list.pdf": a_pdf([[SENTENCE]]), "photo.png": b"\x89PNG\r\n\x1a\n" + bytes(20)}
    (tmp_path / "note.eml").write_bytes(a_mail(attachments=attached))
    result = ended(tmp_path / "note.eml")
    assert [document.label for document in result.documents] == ["note", "note", "list"]
    assert [code for code, _ in result.rejected.values()] == ["unsupported_type"]
    assert "attachment_skipped" in result.codes


def test_rows_end_one_by_one(tmp_path: Path) -> None:
    """A broken line and a formula cell cost nothing but themselves."""
    lines = [json.dumps({"id": "K1", "text": SENTENCE}), "{broken", json.dumps({"id": "K3", "text": PHRASE})]
    (tmp_path / "rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "rows.csv").write_text(f'id,title,text\nC1,"=cmd()","{SENTENCE}"\n', encoding="utf-8")
    result = ended(tmp_path / "rows.jsonl", tmp_path / "rows.csv")
    assert [document.label for document in result.documents] == ["K1", "K3", "C1"]
    assert {where: code for where, (code, _) in result.rejected.items()} == {"rows.jsonl#2": "line_broken"}
    assert "formula_cell" in result.codes


def test_other_languages_and_impossible_dates_are_kept_with_issues(tmp_path: Path) -> None:
    """A Spanish report is kept as it is; dates that cannot be leave the report undated."""
    spanish = "El ejército dijo el lunes que dos patrullas habían sido detenidas en el puente por hombres armados."
    (tmp_path / "a.txt").write_text(spanish, encoding="utf-8")
    (tmp_path / "b.md").write_text(f"---\npublished: 2023-02-31\n---\n{SENTENCE}", encoding="utf-8")
    (tmp_path / "c.md").write_text(f"---\npublished: 2031-02-01\n---\n{SENTENCE}", encoding="utf-8")
    result = ended(tmp_path)
    assert [document.language for document in result.documents] == [Language.OTHER, Language.ENGLISH, Language.ENGLISH]
    assert all(document.published.interval is None for document in result.documents)
    assert result.codes >= {"unsupported_language", "impossible_publication_date", "future_publication_date"}


def test_the_same_file_twice_is_the_same_document(tmp_path: Path) -> None:
    """Under two names and in an archive: one digest and one id, so that the record can say that they repeat each other."""
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "three.zip").write_bytes(a_zip({"three.txt": SENTENCE.encode()}))
    documents = ended(tmp_path).documents
    assert len(documents) == 3
    assert len({document.id for document in documents}) == 1


def test_every_issue_that_the_reader_raises_is_in_the_vocabulary() -> None:
    """A person who meets a code finds what it means and what to do."""
    code = re.compile(r'(?:Doubt\(\s*"|\("(?=[a-z_]+", "The publication))([a-z_]+)"')
    folder = Path(corro.read.__file__).parent
    raised = {found for path in folder.glob("*.py") for found in code.findall(path.read_text(encoding="utf-8"))}
    assert len(raised) > 15
    assert raised <= set(issue_codes())


@pytest.fixture(scope="module")
def seed() -> Ended:
    """The seed report, read with the date that the acceptance names."""
    if not SEED.is_dir():
        pytest.skip("the seed report is not here (../shared/seed)")
    return ended(SEED, options=ReadOptions(published=date(2023, 2, 5), today=date(2026, 11, 23)))


def test_the_seed_loses_its_last_half_character(seed: Ended) -> None:
    """It is absent from the text as shown, an issue keeps its bytes, and nothing else is doubted."""
    (document,) = seed.documents
    assert document.text.endswith("contributed to this report")
    assert [(issue.code, issue.detail) for issue in seed.issues] == [("broken_character", "c382")]
    assert (str(document.published.interval), document.published.basis.value) == ("2023-02-05", "option")


def test_the_seed_has_its_parts(seed: Ended) -> None:
    """The caption and the one subheading are told apart, the agencies are credited, and all else is body."""
    parts = kinds(seed.documents[0])
    assert parts[0][0] == "caption"
    assert [words.replace("’", "'") for kind, words in parts if kind == "subheading"] == ["Mali's row with MINUSMA"]
    assert [kind for kind, _ in parts].count("body") == 13
    assert parts[-1][0] == "credit"
    assert [credit.text for credit in seed.documents[0].credits] == ["AFP", "Reuters"]


@pytest.fixture(scope="module")
def samples() -> dict[str, Document]:
    """The sample reports by label."""
    if not SAMPLES.is_dir():
        pytest.skip("the samples are not here (samples/mali)")
    result = ended(*sorted(SAMPLES.glob("m*")))
    assert not result.rejected
    return {document.label: document for document in result.documents}


def test_captions_of_the_samples_are_told_apart(samples: dict[str, Document]) -> None:
    """The five captions that name another place are the captions found, and no other line is."""
    captioned = {label for label, document in samples.items() if any(kind == "caption" for kind, _ in kinds(document))}
    assert {label[:3] for label in captioned} == {"m03", "m10", "m11", "m24", "m34"}


def test_furniture_of_the_samples_is_no_body(samples: dict[str, Document]) -> None:
    """Links to other stories, menus and calls for comments are in no body."""
    words = "READ ALSO", "LIRE AUSSI", "newsletter", "Back to top", "Réagir à", "Article suivant", "cookies", "Publicité"
    bodies = [body for document in samples.values() for kind, body in kinds(document) if kind == "body"]
    assert [body for body in bodies if any(word in body for word in words)] == []


def test_dates_of_the_samples_have_their_basis(samples: dict[str, Document]) -> None:
    """Three reports are dated by their dateline alone, one by nothing, the others by their metadata."""
    by_basis = {label[:3]: document.published.basis.value for label, document in samples.items()}
    assert {label for label, basis in by_basis.items() if basis == "dateline"} == {"m06", "m25", "m29"}
    assert {label for label, basis in by_basis.items() if basis == "unknown"} == {"m38"}


def test_broken_characters_of_the_samples_are_repaired(samples: dict[str, Document]) -> None:
    """Neither mojibake nor half characters are left in any text."""
    assert [label for label, document in samples.items() if "Ã" in document.text or "Â" in document.text] == []


def test_two_captures_of_one_page_are_versions_with_a_diff(samples: dict[str, Document]) -> None:
    """They share a series and differ in their words; the correction is among the changes."""
    one, other = (next(document for label, document in samples.items() if label.startswith(start)) for start in ("m10", "m11"))
    assert (one.series_id == other.series_id, one.id == other.id) == (True, False)
    assert any("Correction" in change.now for change in diff(one, other))
