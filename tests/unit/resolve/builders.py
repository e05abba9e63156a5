"""Builders for the tests of resolving: documents, claims and a gazetteer with defaults."""

from datetime import date

from corro.model import (
    Analysis,
    Annotated,
    Basis,
    Claim,
    Dated,
    Document,
    DurationValue,
    Extraction,
    Mention,
    Modality,
    Segment,
    SegmentKind,
    Slot,
    TimeValue,
)
from corro.resolve import PlaceIndex, resolve
from corro.values import Duration, Interval, Language, Place, PlaceKind, PlacePrecision, Span

PUBLISHED = date(2023, 2, 5)


def span_of(text: str, words: str) -> Span:
    """Return where the words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def a_document(text: str, published: date | None = PUBLISHED, language: Language = Language.ENGLISH, caption: str = "") -> Document:
    """Return a document of one body paragraph, after a caption where one is given."""
    whole = f"{caption}\n{text}" if caption else text
    body = Segment(SegmentKind.BODY, Span(len(whole) - len(text), len(whole)))
    segments = (Segment(SegmentKind.CAPTION, Span(0, len(caption))), body) if caption else (body,)
    dated = Dated(Interval.day(published), Basis.OPTION) if published else Dated()
    return Document("doc_1", "doc_1", "0" * 64, "a.txt", "a", whole, segments, language, published=dated)


def a_slot(text: str, role: str, words: str) -> Slot:
    """Return a slot without a value."""
    return Slot(role, span_of(text, words))


def a_claim(text: str, *slots: Slot, code: str = "H1", trigger: str = "", **fields: object) -> Claim:
    """Return a claim whose passage is the whole text."""
    fields.setdefault("modality", Modality.HAPPENED)
    return Claim("doc_1", code, span_of(text, trigger) if trigger else Span(0, 1), Span(0, len(text)), slots, **fields)  # type: ignore[arg-type]


def hours(text: str, words: str, number: int) -> Slot:
    """Return a slot that states a length in hours."""
    return Slot("duration", span_of(text, words), DurationValue(Duration(hours=number)))


def an_extraction(document: Document, *claims: Claim, mentions: tuple[Mention, ...] = ()) -> Extraction:
    """Return what was found in a document."""
    return Extraction(Annotated(document, mentions=mentions), claims=claims)


def a_town(name: str, latitude: float, longitude: float, **fields: object) -> Place:
    """Return a town in an invented country."""
    defaults = {
        "kind": PlaceKind.TOWN,
        "precision": PlacePrecision.EXACT,
        "country": "QQ",
        "gazetteer_id": f"own:{name}-{latitude}",
    }
    return Place(name, latitude=latitude, longitude=longitude, **(defaults | fields))  # type: ignore[arg-type]


def a_gazetteer() -> PlaceIndex:
    """Return an invented country with a town, cercle and region of one name, two villages of one name, and a river."""
    index = PlaceIndex()
    index.add(Place("Veldara", PlaceKind.COUNTRY, PlacePrecision.COUNTRY, 0.0, 0.0, "own:veldara", "QQ", importance=4))
    index.add(a_town("Tassek", 10.0, 5.0, importance=2, admin1="Tassek"), ["Tassèk", "Tasseq"])
    index.add(
        a_town("Tassek Cercle", 10.4, 5.2, kind=PlaceKind.CERCLE, precision=PlacePrecision.DISTRICT, importance=1), ["Tassek"]
    )
    index.add(
        a_town("Tassek Region", 11.0, 5.5, kind=PlaceKind.REGION, precision=PlacePrecision.PROVINCE, importance=1), ["Tassek"]
    )
    index.add(a_town("Mourel", 10.1, 5.1))
    index.add(a_town("Mourel", 14.0, 9.0))
    index.add(a_town("Ouda", 12.0, 7.0, importance=1))
    index.add(a_town("Belo", 9.0, 4.0, kind=PlaceKind.WATER, precision=PlacePrecision.NEAR))
    index.add(a_town("Keri", 10.2, 5.0))
    return index


def analysed(text: str, *claims: Claim, published: date | None = PUBLISHED, language: Language = Language.ENGLISH) -> Analysis:
    """Return a text resolved with its claims, in the invented country."""
    return resolve(an_extraction(a_document(text, published, language), *claims), a_gazetteer())


def times_of(analysis: Analysis, number: int = 0, role: str = "time") -> list[TimeValue]:
    """Return the times in a role of a claim."""
    return [slot.value for slot in analysis.claims[number].slots_of(role) if isinstance(slot.value, TimeValue)]
