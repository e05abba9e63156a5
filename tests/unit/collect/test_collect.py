"""Collecting from standard input, archives and mails; files and folders are in tests/flow."""

import hashlib
import zipfile

import pytest
from tests.unit.read.evidence import SENTENCE, a_docx, a_mail, a_zip, collected

from corro.collect import ArchiveLimits, CollectOptions, collect
from corro.model import Outcome, Receipt, Received


def _locators(content: bytes, options: CollectOptions | None = None) -> list[str]:
    return [piece.locator for piece in collected(content, options)]


def _codes(content: bytes, options: CollectOptions | None = None) -> list[str]:
    return [piece.code if isinstance(piece, Receipt) else "received" for piece in collected(content, options)]


def test_evidence_is_named_by_its_digest() -> None:
    """The bytes are handed on as they came, under their SHA-256."""
    (piece,) = collected(b"Words.")
    assert isinstance(piece, Received)
    assert piece.content == b"Words."
    assert piece.evidence.sha256 == hashlib.sha256(b"Words.").hexdigest()
    assert piece.evidence.size_bytes == len(b"Words.")


def test_empty_input_is_rejected() -> None:
    """Nothing at all ends as rejected, with what to do."""
    (receipt,) = collect(["-"])
    assert isinstance(receipt, Receipt)
    assert (receipt.outcome, receipt.code, receipt.document_id) == (Outcome.REJECTED, "empty", None)
    assert "Ask for it again" in receipt.reason


def test_members_of_an_archive_come_in_sorted_order_with_their_place() -> None:
    """The order in the archive does not matter; the locator says where each lay."""
    assert _locators(a_zip({"b.txt": b"two", "a/c.txt": b"one"})) == ["-!a/c.txt", "-!b.txt"]


def test_desktop_droppings_are_no_inputs() -> None:
    """What a Mac leaves in an archive is neither read nor counted."""
    assert _locators(a_zip({"a.txt": b"one", "__MACOSX/._a.txt": b"\x00", ".DS_Store": b"\x00"})) == ["-!a.txt"]


@pytest.mark.parametrize("name", ["../up.txt", "/etc/up.txt", "a/../../up.txt", "C:/up.txt", "..\\up.txt"])
def test_paths_that_climb_are_rejected(name: str) -> None:
    """A member that names a place outside the archive is not opened; its neighbours are."""
    assert _codes(a_zip({name: b"one", "z.txt": b"two"})) == ["zip_path", "received"]


def test_an_archive_with_too_high_a_ratio_is_not_opened() -> None:
    """Megabytes of zeros are a bomb, and one receipt says so for the whole archive."""
    bomb = a_zip({"a.txt": b"fine", "b.txt": b"0" * 4_000_000})
    (receipt,) = collected(bomb)
    assert isinstance(receipt, Receipt)
    assert receipt.code == "zip_bomb"
    assert "unpack it" in receipt.reason


def test_an_archive_with_too_many_or_too_large_files_is_not_opened() -> None:
    """The number of files and the sum of their sizes have limits."""
    archive = a_zip({f"{number}.txt": b"words" * 50 for number in range(5)}, zipfile.ZIP_STORED)
    assert _codes(archive, CollectOptions(archive=ArchiveLimits(members=4))) == ["zip_bomb"]
    assert _codes(archive, CollectOptions(archive=ArchiveLimits(total_bytes=1000))) == ["zip_bomb"]
    assert _codes(archive) == ["received"] * 5


def test_a_word_document_is_no_archive() -> None:
    """A .docx is handed on whole."""
    (piece,) = collected(a_docx([("Normal", SENTENCE)]))
    assert isinstance(piece, Received)


def test_an_archive_inside_an_archive_is_rejected() -> None:
    """Nothing is unpacked twice."""
    assert _codes(a_zip({"in.zip": a_zip({"a.txt": b"x"}), "a.txt": b"x"})) == ["received", "zip_nested"]


def test_a_broken_and_an_empty_archive_are_rejected() -> None:
    """An archive that is cut off, or holds only folders, says so."""
    whole = a_zip({"a.txt": SENTENCE.encode()})
    assert _codes(whole[: len(whole) // 2]) == ["zip_broken"]
    assert _codes(a_zip({})) == ["zip_empty"]


def test_a_damaged_member_is_rejected_alone() -> None:
    """A member whose bytes do not match its checksum does not take its neighbours along."""
    whole = bytearray(a_zip({"a.txt": b"first words", "b.txt": b"other words"}, zipfile.ZIP_STORED))
    whole[whole.index(b"first")] ^= 1
    assert _codes(bytes(whole)) == ["zip_broken", "received"]


def test_a_locked_member_is_rejected() -> None:
    """A member whose header says that it is encrypted is not opened."""
    whole = bytearray(a_zip({"a.txt": b"words"}, zipfile.ZIP_STORED))
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    assert _codes(bytes(whole)) == ["zip_encrypted"]


def test_inputs_above_the_limit_are_rejected() -> None:
    """The limit holds for standard input and for members."""
    assert _codes(b"x" * 101, CollectOptions(max_bytes=100)) == ["too_large"]
    archive = a_zip({"a.txt": b"x" * 300})
    assert _codes(archive, CollectOptions(max_bytes=len(archive) + 1)) == ["too_large"]


def test_attachments_are_inputs_of_their_own() -> None:
    """A mail yields itself and each attachment, in order; a folder in a name is cut off."""
    mail = a_mail(attachments={"note.txt": b"one", "../up.zip": a_zip({"in.txt": b"two"})})
    assert _locators(mail) == ["-", "-!note.txt", "-!up.zip!in.txt"]


def test_mails_inside_mails_end_at_a_depth() -> None:
    """A chain of forwarded mails is opened five deep, and the next is rejected."""
    mail = a_mail()
    for _ in range(7):
        mail = a_mail(attachments={"forwarded.eml": mail})
    assert _codes(mail) == ["received"] * 5 + ["mail_nested"]
