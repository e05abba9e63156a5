"""`corro.where`: the places of a text, found and put on the map, without a record."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from corro.annotate import recognised
from corro.errors import BadOptionError
from corro.read.language import tell
from corro.resolve import Names, PlaceMention, Proposal, Proposed, load_gazetteer, where_anywhere
from corro.values import Language, Span

_PROPOSED = {
    "GPE": Proposed.PLACE,
    "LOC": Proposed.PLACE,
    "FAC": Proposed.FACILITY,
    "ORG": Proposed.ORGANISATION,
    **dict.fromkeys(("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"), Proposed.AMOUNT),
}
"""What the models' labels propose. Source: labels of OntoNotes 5 and WikiNER."""


def where(
    text: str,
    language: str | None = None,
    *,
    spans: Iterable[tuple[int, int]] | None = None,
    places: Sequence[Path] = (),
) -> tuple[PlaceMention, ...]:
    """Find the places of a text and say which ones they are, or why that stays open.

    Args:
        text: Plain text.
        language: `en` or `fr`; found from the words if left out.
        spans: Start and end of the names, where you have them already: these are resolved, and nothing else is looked for.
        places: Gazetteer files of your own, as `corro build --places` takes them.

    Returns:
        The places in order of the text; `mention.value.place` has the point, how exact it is, and its gazetteer's id.

    Raises:
        BadOptionError: A span lies outside the text, or the language is not English or French.
        ModelMissingError: The model of the language is missing; not raised where spans are given.
    """
    spoken = _language(text, language)
    gazetteer = load_gazetteer(places)
    if spans is not None:
        return where_anywhere(text, spoken, gazetteer, Names(spans=_checked(text, spans)))
    proposals = tuple(Proposal(span, _PROPOSED.get(label, Proposed.OTHER)) for span, label in recognised(text, spoken))
    return where_anywhere(text, spoken, gazetteer, Names(proposals))


def _language(text: str, named: str | None) -> Language:
    if named is not None and named not in (Language.ENGLISH.value, Language.FRENCH.value):
        raise BadOptionError(f"Places are found in English and French, not in {named!r}. Give `en` or `fr`, or leave it out.")
    found = Language(named) if named else tell(text).language
    return found if found is Language.FRENCH else Language.ENGLISH


def _checked(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    given = tuple(spans)
    wrong = next((pair for pair in given if not 0 <= pair[0] < pair[1] <= len(text)), None)
    if wrong is not None:
        raise BadOptionError(f"The span {wrong[0]} to {wrong[1]} lies outside the text, which has {len(text)} characters.")
    return tuple(Span(start, end) for start, end in given)


def problems_of(file: Path) -> tuple[str, ...]:
    """Return what is wrong with rows of a gazetteer of the user's own, each with its line.

    Args:
        file: A GeoNames dump, a table of OCHA's, or CSV.

    Raises:
        BadOptionError: It is none of these.
    """
    from corro.resolve.places.files import read_own_places

    return tuple(str(problem) for problem in read_own_places(file).problems)
