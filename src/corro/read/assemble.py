"""Makes a document of a draft: repairs, parts, metadata with their basis, and the issues met on the way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from corro.model import Basis, Document, Issue, Labelled, Received, Severity
from corro.read.address import series_address
from corro.read.credits import credited, is_agency, merged_credits
from corro.read.draft import Doubt, Draft, Mark
from corro.read.fields import ADDRESS, BYLINE, CAPTURED, CREDIT, ID, LANGUAGE, OUTLET, PUBLISHED, TITLE, known_fields, merged
from corro.read.language import Told, tell
from corro.read.mapped import MappedText
from corro.read.markup import headings, without_marks
from corro.read.options import ReadOptions
from corro.read.parts import Parts, tell_apart
from corro.read.published import Clues, capture, publication
from corro.read.repair import repair, take_out_strays
from corro.values import Language, Span, content_id, fold

_LONGEST_VALUE = 2000
"""Characters of a metadata value that are kept. Source: our own judgement; longer ones are no titles or names."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A draft's text as shown, with its marks and doubts in offsets of that text."""

    mapped: MappedText
    marks: tuple[Mark, ...]
    told: Told
    doubts: tuple[Doubt, ...]


def assemble(draft: Draft, received: Received, options: ReadOptions) -> tuple[Document, tuple[Issue, ...]]:
    """Make a document of a draft.

    Args:
        draft: The decoded text with what its format says of it.
        received: The evidence that it comes from.
        options: The publication date for those that do not say, and today.

    Returns:
        The document and its issues.
    """
    fields = {name: _clean(value) for name, value in merged(draft.fields, known_fields(received.context)).items()}
    shown = _show(draft, fields.get(LANGUAGE, ""))
    parts = tell_apart(shown.mapped.text, shown.marks, fields.get(TITLE, ""))
    captured, capture_doubts = capture(fields.get(CAPTURED, ""))
    clues = Clues(fields.get(PUBLISHED, ""), parts.dateline, parts.published_line, captured.interval)
    published, published_doubts = publication(clues, options)
    identifier = content_id("doc", received.evidence.sha256, received.evidence.media_type, draft.index)
    document = Document(
        id=identifier,
        series_id=_series(fields, identifier),
        evidence_sha256=received.evidence.sha256,
        locator=received.locator + draft.part,
        label=fields.get(ID) or PurePosixPath(received.evidence.name).stem + draft.part,
        text=shown.mapped.text,
        segments=tuple(parts.segments),
        language=shown.told.language,
        title=_title(fields, parts),
        outlet=_labelled(fields, OUTLET),
        byline=_byline(fields, parts),
        credits=_credits(fields, parts),
        published=published,
        captured=captured,
        address=fields.get(ADDRESS),
        dateline_place=parts.place,
        offsets=shown.mapped.offsets,
        encoding=draft.encoding,
        media_type=received.evidence.media_type,
    )
    doubts = (*shown.doubts, *capture_doubts, *published_doubts, *_of_language(shown.told.language))
    return document, tuple(doubt.about(document) for doubt in doubts)


def _show(draft: Draft, declared: str) -> _Shown:
    """Repair the text, take out the marks of its format, and tell its language."""
    mapped, doubts = repair(MappedText.after(draft.raw, draft.start))
    marks = draft.marks
    if draft.markup:
        marks = (*marks, *headings(mapped))
        mapped = without_marks(mapped)
    told = tell(mapped.text, declared)
    mapped, strays = take_out_strays(mapped, told.language, draft.encoding)
    located = [_located(doubt, mapped) for doubt in (*draft.doubts, *doubts, *strays)]
    return _Shown(mapped, tuple(_marked(marks, mapped)), told, (*located, *told.doubts))


def _located(doubt: Doubt, mapped: MappedText) -> Doubt:
    """Turn a doubt's raw offsets into those of the text as shown."""
    if doubt.span is None:
        return doubt
    return Doubt(doubt.code, doubt.message, _shown_span(doubt.span, mapped), doubt.severity, doubt.detail)


def _marked(marks: Iterable[Mark], mapped: MappedText) -> Iterable[Mark]:
    """Turn the marks' raw offsets into those of the text as shown, without the white space around them."""
    for mark in sorted(marks, key=lambda mark: mark.span):
        span = _shown_span(mark.span, mapped)
        words = span.of(mapped.text)
        start = span.start + len(words) - len(words.lstrip())
        if words.strip():
            yield Mark(mark.kind, Span(start, start + len(words.strip())))


def _shown_span(span: Span, mapped: MappedText) -> Span:
    start = mapped.to_shown(span.start)
    return Span(start, max(start, mapped.to_shown(span.end)))


def _clean(value: str) -> str:
    return " ".join(repair(MappedText(value[:_LONGEST_VALUE]))[0].text.split())


def _series(fields: Mapping[str, str], identifier: str) -> str:
    address = series_address(fields.get(ADDRESS, ""))
    return content_id("series", address) if address else identifier


def _labelled(fields: Mapping[str, str], name: str) -> Labelled:
    return Labelled(fields[name], Basis.METADATA) if fields.get(name) else Labelled()


def _title(fields: Mapping[str, str], parts: Parts) -> Labelled:
    """Take the title of the metadata, with its place where the text repeats it; else the headline of the text."""
    given = fields.get(TITLE, "")
    if not given:
        return parts.headline
    same = parts.headline.span if fold(parts.headline.text) == fold(given) else None
    return Labelled(given, Basis.METADATA, same)


def _byline(fields: Mapping[str, str], parts: Parts) -> Labelled:
    given = _labelled(fields, BYLINE)
    return parts.byline if not given.text or is_agency(given.text) else given


def _credits(fields: Mapping[str, str], parts: Parts) -> tuple[Labelled, ...]:
    """Collect who is credited: in the metadata, by a byline that names an agency, and in the text."""
    given = fields.get(CREDIT, "")
    from_metadata = credited(given, Basis.METADATA) or ((Labelled(given, Basis.METADATA),) if given else ())
    signed = _labelled(fields, BYLINE)
    by_agency = (signed,) if signed.text and is_agency(signed.text) else ()
    return merged_credits((*from_metadata, *by_agency, *parts.credits))


def _of_language(language: Language) -> tuple[Doubt, ...]:
    if language.analysed:
        return ()
    if language is Language.UNKNOWN:
        message = "The text is too short to tell its language, so it is kept and not analysed. Give the language in its metadata."
        return (Doubt("unknown_language", message),)
    message = "The text is in a language that is not analysed; it is kept and can be searched."
    return (Doubt("unsupported_language", message, severity=Severity.NOTE),)
