"""Time-stamps: an answer counts for the bytes that it is about, and for nothing else.

`stamps/` holds a small file, the answer that an authority made for these tests gave to a request for it, and its root.
"""

import base64
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import pytest

from corro.errors import BadOptionError, SignatureError
from corro.pipeline.stamping import ask, check_stamp, request_for

STAMPS = Path(__file__).parent / "stamps"
FILE, ROOT, STRANGER = STAMPS / "checkpoint.json", STAMPS / "root.pem", STAMPS / "stranger.pem"
ANSWER = base64.b64decode((STAMPS / "answer.b64").read_text(encoding="ascii"))


def test_an_answer_says_when_the_bytes_were_there() -> None:
    """Trusted where its certificate leads to one that the reader trusts."""
    stamp = check_stamp(FILE, ANSWER, ROOT)
    assert (stamp.at, stamp.by, stamp.trusted) == (datetime(2026, 11, 24, 4, 18, 56, tzinfo=UTC), "CN=Test time-stamps", True)
    assert not check_stamp(FILE, ANSWER).trusted


def test_an_answer_about_other_bytes_is_refused(tmp_path: Path) -> None:
    """One more blank is enough."""
    other = tmp_path / "checkpoint.json"
    copy(FILE, other)
    other.write_bytes(other.read_bytes() + b" ")
    for roots in (None, ROOT):
        with pytest.raises(SignatureError, match="not about"):
            check_stamp(other, ANSWER, roots)


def test_an_authority_that_nobody_vouches_for_is_refused() -> None:
    """Where the reader says whom they trust."""
    with pytest.raises(SignatureError, match="does not lead"):
        check_stamp(FILE, ANSWER, STRANGER)


def test_no_flipped_byte_of_an_answer_moves_its_time() -> None:
    """Each is refused, or says the same as before."""
    whole = check_stamp(FILE, ANSWER, ROOT)
    for place in range(len(ANSWER)):
        flipped = ANSWER[:place] + bytes([ANSWER[place] ^ 1]) + ANSWER[place + 1 :]
        try:
            assert check_stamp(FILE, flipped, ROOT).at == whole.at
        except (SignatureError, BadOptionError):
            continue


@pytest.mark.parametrize("answer", [b"", b"no answer", ANSWER[:40]])
def test_what_is_no_answer_is_told(answer: bytes) -> None:
    """Cut off, empty, something else."""
    with pytest.raises(BadOptionError):
        check_stamp(FILE, answer)


def test_a_request_tells_nothing_but_a_digest(tmp_path: Path) -> None:
    """And no two are the same."""
    one, other = request_for(FILE), request_for(FILE)
    assert one != other
    assert not [word for word in (b"checkpoint", b"entries") if word in one]
    empty = tmp_path / "empty"
    empty.touch()
    with pytest.raises(BadOptionError):
        request_for(empty)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org", "example.org", ""])
def test_only_addresses_of_the_web_are_asked(address: str) -> None:
    """No file is read and no other protocol spoken."""
    with pytest.raises(BadOptionError):
        ask(address, b"")


def test_certificates_that_cannot_be_read_are_told() -> None:
    """By the file's name."""
    with pytest.raises(BadOptionError, match=r"checkpoint\.json"):
        check_stamp(FILE, ANSWER, FILE)
