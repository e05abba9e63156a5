"""Repairs broken characters, and keeps the way back to the raw text and the raw bytes in an issue."""

import re
from collections.abc import Iterator

from corro.model import Severity
from corro.read.draft import Doubt
from corro.read.mapped import Edit, MappedText
from corro.values import Language, Span

_MOJIBAKE_LEAD = re.compile("[ÂÃÄÅÆÎÏÐÑØÙàâãðïѓЃРСв]")
"""Characters that a first byte of UTF-8 turns into when it is read as cp1252, MacRoman or cp1251; a line without one is whole.
Source: RFC 3629, section 3, first bytes C2 to F0, through Python's codecs."""

_ASCII_RUN = re.compile(r"[!-~]+")

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff]+")
"""Control characters, soft hyphen, zero-width space, word joiner, byte order mark and non-characters. Source: Unicode 15.0,
UnicodeData.txt (categories Cc, Cf, Cn)."""

_PDF_HYPHEN = re.compile("\ufffe(?:\r\n|\n)?")
"""How PDFium writes a hyphen that only the line's end brought about. Source: measured with pypdfium2 5.15, 2026-11."""

_CLEANED = re.compile(
    f"(?P<hyphen>{_PDF_HYPHEN.pattern})|(?P<line>{_LINE_END.pattern})|(?P<surrogate>{_SURROGATE.pattern})|(?P<invisible>{_INVISIBLE.pattern})"
)

_STRAY = re.compile(r"[ÂÃ](?=\s|\Z|[.,;:!?…)\]»”’\"'–—-])")
"""The first byte of a two-byte sequence whose second was lost: C2 or C3 read as cp1252, before a space, a stop or the end.
Source: RFC 3629, section 3; seen at the end of web reports, where C2 A0 (no-break space) was cut in half."""

_WORD_FINAL = (Language.OTHER,)
"""Languages some of whose words end in Â or Ã in capitals (Portuguese MANHÃ); English and French have none. Source: Unicode CLDR
44, exemplar characters of en and fr."""

_SHOWN_EXAMPLES = 5


def repair(text: MappedText) -> tuple[MappedText, tuple[Doubt, ...]]:
    """Undo mis-decodings, make line ends one kind and take out what nobody can see.

    Args:
        text: The text as decoded.

    Returns:
        The text as shown so far, and doubts, whose spans count the raw text. What is right is not changed: quotation marks stay.
    """
    if text.text.isascii() and not _CLEANED.search(text.text):
        return text, ()
    whole, mojibake = _without_mojibake(text)
    clean, rest = _cleaned(whole)
    return clean, (*mojibake, *rest, *_lost(clean))


def take_out_strays(text: MappedText, language: Language, encoding: str) -> tuple[MappedText, tuple[Doubt, ...]]:
    """Take out a lone `Â` or `Ã` that is half of a broken character.

    Args:
        text: The text after `repair`.
        language: Its language; where words may end so, only strays after a small letter or no letter are taken out.
        encoding: How the bytes were decoded, to give them back in the issue.

    Returns:
        The text without them, and a doubt for each with its bytes in hexadecimal and its place in the raw text.
    """
    strays = [match for match in _STRAY.finditer(text.text) if not _is_word_final(match, text.text, language)]
    if not strays:
        return text, ()
    shown = text.edited(Edit(match.start(), match.end(), "") for match in strays)
    return shown, tuple(_stray(match, text.offsets.to_raw(match.start()), encoding) for match in strays)


def _is_word_final(match: re.Match[str], text: str, language: Language) -> bool:
    before = text[match.start() - 1 : match.start()]
    return language in _WORD_FINAL and before.isupper()


def _stray(match: re.Match[str], place: int, encoding: str) -> Doubt:
    message = f"Half of a broken character ({match.group()!r}) was taken out of the text as shown; the other half did not arrive."
    try:
        raw = match.group().encode(encoding)
    except (LookupError, UnicodeEncodeError):
        raw = match.group().encode()
    return Doubt("broken_character", message, Span(place, place + 1), detail=raw.hex())


def _without_mojibake(text: MappedText) -> tuple[MappedText, tuple[Doubt, ...]]:
    edits = list(_mojibake_edits(text.text)) if _MOJIBAKE_LEAD.search(text.text) else []
    if not edits:
        return text, ()
    pairs = dict.fromkeys((text.text[edit.start : edit.end].strip(" "), edit.replacement.strip(" ")) for edit in edits)
    detail = "; ".join(f"{broken} → {whole}" for broken, whole in list(pairs)[:_SHOWN_EXAMPLES])
    shown = text.edited(edits)
    message = f"{len(edits)} characters had been decoded wrongly before the text was received, and were repaired."
    first = Span(text.offsets.to_raw(edits[0].start), text.offsets.to_raw(edits[0].end))
    return shown, (Doubt("repaired_encoding", message, first, Severity.NOTE, detail),)


def _mojibake_edits(text: str) -> Iterator[Edit]:
    """Yield the repairs, line by line, so that a broken line does not touch a whole one."""
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    at = 0
    for line in text.splitlines(keepends=True):
        if _MOJIBAKE_LEAD.search(line) and is_bad(line):
            yield from _aligned(line, fix_encoding(line), at)
        at += len(line)


def _aligned(broken: str, whole: str, offset: int) -> Iterator[Edit]:
    """Yield the edits between the plain ASCII runs, which a repair leaves as they are; one edit for the line where it did not."""
    before, after = _runs(broken), _runs(whole)
    if [run.group() for run in before] != [run.group() for run in after]:
        if len(whole) <= len(broken):
            yield Edit(offset, offset + len(broken), whole)
        return
    at = shown = 0
    for run, same in zip(before, after, strict=True):
        yield from _gap(broken[at : run.start()], whole[shown : same.start()], offset + at)
        at, shown = run.end(), same.end()
    yield from _gap(broken[at:], whole[shown:], offset + at)


def _gap(broken: str, whole: str, offset: int) -> Iterator[Edit]:
    if broken != whole and len(whole) <= len(broken):
        yield Edit(offset, offset + len(broken), whole)


def _runs(text: str) -> list[re.Match[str]]:
    return list(_ASCII_RUN.finditer(text))


def _cleaned(text: MappedText) -> tuple[MappedText, tuple[Doubt, ...]]:
    found = list(_CLEANED.finditer(text.text))
    if not found:
        return text, ()
    shown = text.edited(Edit(match.start(), match.end(), _replacement(match)) for match in found)
    invisible = [match for match in found if match["invisible"] and match.start() > 0]
    if not invisible:
        return shown, ()
    codes = sorted({f"U+{ord(sign):04X}" for match in invisible for sign in match.group()})
    message = f"Characters that nobody can see stand in {len(invisible)} places and were taken out of the text as shown."
    return shown, (Doubt("invisible_character", message, severity=Severity.NOTE, detail=" ".join(codes[:_SHOWN_EXAMPLES])),)


def _replacement(match: re.Match[str]) -> str:
    if match["line"]:
        return "\n"
    return "\ufffd" if match["surrogate"] else ""


def _lost(text: MappedText) -> tuple[Doubt, ...]:
    """Say where characters were lost for good before the text was received."""
    at = text.text.find("\ufffd")
    if at < 0:
        return ()
    count = text.text.count("\ufffd")
    message = f"{count} characters were lost before the text was received (shown as \ufffd). Compare with another copy."
    place = text.offsets.to_raw(at)
    return (Doubt("lost_character", message, Span(place, place + 1)),)
