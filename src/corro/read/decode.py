"""Turns bytes into text, and says how, and how sure that is."""

import codecs
import re
from dataclasses import dataclass

from corro.model import Severity
from corro.read.draft import Doubt, Refusal

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Longer marks first: that of UTF-32 LE begins with that of UTF-16 LE. Source: The Unicode Standard 15.0, 23.8."""

_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
"""Source: RFC 3629, section 4, without its finer exclusions."""

_WESTERN_BYTES = frozenset(
    "éèêëàâäçùûüîïôöœæÉÈÊËÀÂÄÇÙÛÜÎÏÔÖŒÆñÑóíáúß«»’‘“”–—…•°€£\u00a0§©®½".encode("cp1252"),
)
"""What stands above ASCII in English and French prose. Source: Unicode CLDR 44, exemplar characters and punctuation of en and
fr."""

_LEAST_WESTERN_SHARE = 0.9
_MOST_UNREADABLE_SHARE = 0.05
"""Source: measured on samples/mali and kasanda-dev, 2026-11: all 88 texts read back from cp1252, and from Latin-1, cp1250 and
Latin-2 where those can write them; 20 of 20 strings of random bytes are refused. Other alphabets are guessed, at times wrongly."""

_SAMPLE_BYTES = 65_536
_SHOWN_BYTES = 12
_WESTERN_HANDLER = "corro-cp1252"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and how it was decoded.

    Attributes:
        text: The text.
        encoding: The encoding's Python name.
        doubts: Whether that was a guess, or the bytes mix two encodings.
    """

    text: str
    encoding: str
    doubts: tuple[Doubt, ...] = ()


def decode(content: bytes, declared: str = "") -> Decoded:
    """Decode bytes: by their byte order mark, then as declared, then as UTF-8, then by a guess that is marked as one.

    Args:
        content: The bytes.
        declared: An encoding that the format names (`charset` of a mail or page); passed over where it does not fit.

    Returns:
        The text; never fails, since a guess replaces what no encoding explains.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding) or Decoded(
                content.decode(encoding, "replace"), encoding, (_guess(encoding, content),)
            )
    return (_strictly(content, declared) if declared else None) or _strictly(content, "utf-8") or _guessed(content)


def unreadable(text: str) -> Refusal | None:
    """Say why a decoded text is none; None where it is one.

    Args:
        text: As decoded.
    """
    if "\x00" in text or text.count("\ufffd") > _MOST_UNREADABLE_SHARE * len(text):
        return Refusal(
            "binary", "This is no text, whatever its name says. Give the file in the format in which it was made, with that name."
        )
    if not any(letter.isalnum() for letter in text):
        return Refusal("empty", "The file holds no words. Ask for it again, or leave it out.")
    return None


def _strictly(content: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(content.decode(encoding), codecs.lookup(encoding).name)
    except (LookupError, ValueError, AssertionError, TypeError):
        return None  # unknown name, a codec that gives no text, or bytes that do not fit


def _guessed(content: bytes) -> Decoded:
    high = [byte for byte in content[:_SAMPLE_BYTES] if byte >= 0x80]
    if _UTF8_SEQUENCE.search(content) and _mostly_utf8(content[:_SAMPLE_BYTES], len(high)):
        return _mixed(content)
    western = sum(byte in _WESTERN_BYTES for byte in high)
    encoding = "cp1252" if western >= _LEAST_WESTERN_SHARE * len(high) else _detected(content)
    return Decoded(content.decode(encoding, "replace"), encoding, (_guess(encoding, content),))


def _mostly_utf8(sample: bytes, high_bytes: int) -> bool:
    """Say whether at least half the bytes above ASCII are whole UTF-8 sequences: two encodings that meet in one file."""
    return sum(map(len, _UTF8_SEQUENCE.findall(sample))) * 2 >= high_bytes


def _mixed(content: bytes) -> Decoded:
    """Decode as UTF-8, and the bytes that are none as cp1252."""
    odd = _first_odd_byte(content)
    around = content[max(odd - _SHOWN_BYTES // 2, 0) : odd + _SHOWN_BYTES // 2].hex(" ")
    message = (
        f"The file mixes two encodings: from byte {odd} on some bytes are no UTF-8 and were read as cp1252. Check the accents."
    )
    return Decoded(content.decode("utf-8", _WESTERN_HANDLER), "utf-8", (Doubt("mixed_encoding", message, detail=around),))


def _first_odd_byte(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(content)


def _as_western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_WESTERN_HANDLER, _as_western)


def _detected(content: bytes) -> str:
    """Ask charset-normalizer; cp1252 where it knows nothing."""
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_SAMPLE_BYTES]).best()
    return best.encoding if best is not None else "cp1252"


def _guess(encoding: str, content: bytes) -> Doubt:
    first = re.search(rb"[\x80-\xff]+", content)
    message = f"The encoding is not stated and was guessed to be {encoding}. Check the accented letters."
    return Doubt("guessed_encoding", message, severity=Severity.NOTE, detail=first.group()[:_SHOWN_BYTES].hex(" ") if first else "")
