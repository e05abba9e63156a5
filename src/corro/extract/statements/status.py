"""How firmly a text ties a deed to its doer: reported as fact, claimed, accused, accused by authorities, or only possible."""

from collections.abc import Iterable, Sequence

from corro.extract.statements.status_forest import forest
from corro.extract.statements.status_marks import Doer, doers, marks
from corro.extract.statements.status_text import read_telling, words_of
from corro.extract.statements.status_words import status_words
from corro.model import AttributionStatus, Statement


def judge(text: str, names: Sequence[Sequence[str]], language: str = "en") -> tuple[AttributionStatus, ...]:
    """Judge how firmly a text ties its deeds to each doer.

    Args:
        text: The text, in capitals or not.
        names: For each doer the forms of his name; whoever stands twice is told of under two statuses.
        language: Its language.

    Returns:
        One status a doer, in order: fact, claimed (or admitted), accused (or suspected), accused by authorities, or possible.

    Source: confidence slot of MUC-3/4 (Sundheim 1991); weights as docs/models/status.md says.
    """
    found = doers(read_telling(text, language), names)
    ranked = [ranking(doer) for doer in found]
    keys = [frozenset(forms) for forms in names]
    return tuple(ranked[at][keys[:at].count(key)] for at, key in enumerate(keys))


def accused_by(statement: Statement, language: str) -> AttributionStatus:
    """Say of an accusation whether authorities make it.

    Args:
        statement: What accuses.
        language: Language of the text.

    Returns:
        Accused by authorities where the accuser's name or post has a word of office, else accused.

    Source: confidence slot of MUC-3/4 (Sundheim 1991); the words are those that the forest's marks are made of.
    """
    accuser = words_of(f"{statement.speaker.label} {statement.speaker.name or ''} {statement.capacity}")
    return AttributionStatus.ACCUSED_BY_AUTHORITIES if is_office(accuser, language) else AttributionStatus.ACCUSED


def is_office(words: Iterable[str], language: str) -> bool:
    """Say whether words that name somebody have a word of office among them.

    Args:
        words: The words, in small letters.
        language: Language of the text.
    """
    return bool(status_words(language).of(words) & {"authority", "office"})


def ranking(doer: Doer) -> tuple[AttributionStatus, ...]:
    """Return the statuses, the likeliest first."""
    shares = forest().shares(marks(doer))
    return tuple(AttributionStatus(name) for name in sorted(shares, key=lambda name: (-shares[name], name)))
