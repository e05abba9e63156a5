"""The words of the room in the reader's language, and how numbers and lists of terms read in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from corro.model import Decision, DecisionKind
from corro.vocab import Term, list_names, terms
from corro.vocab.due import due_rules
from corro.vocab.event_types import event_types

LANGUAGES = ("en", "fr")


def chosen(asked: str, kept: str, accepted: str) -> str:
    """Return the language to answer in.

    Args:
        asked: What the reader chose just now; empty where they did not.
        kept: What they chose earlier.
        accepted: The browser's `Accept-Language`.

    Returns:
        The first of these that the room speaks, else English.
    """
    wished = sorted(map(_wish, enumerate(accepted.split(","))), key=lambda wish: (-wish[0], wish[1]))
    return next((one for one in (asked, kept, *(wish[2] for wish in wished)) if one in LANGUAGES), LANGUAGES[0])


def _wish(part: tuple[int, str]) -> tuple[float, int, str]:
    """Return weight, place and language of one part of `Accept-Language`. Source: RFC 9110, 12.4.2 and 12.5.4."""
    place, text = part
    tag, _, weight = text.partition(";q=")
    try:
        return float(weight or 1), place, tag.strip().lower()[:2]
    except ValueError:
        return 0.0, place, ""


@cache
def phrases() -> Mapping[str, Term]:
    """Return the room's phrases: those of all lists whose names begin with `room_`, one list an area."""
    lists = [name for name in list_names() if name.startswith("room_")]
    return {key: term for name in lists for key, term in terms(name).items()}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language.

    Attributes:
        language: Its code.
    """

    language: str

    def say(self, key: str, **put: object) -> str:
        """Return a phrase of the room, with what is put into it."""
        phrase = phrases()[key].label(self.language)
        return phrase.format(**put) if put else phrase

    def count(self, number: int, key: str) -> str:
        """Return how many of something, `key` naming a phrase for one (`key_one`) and one for several (`key_many`).

        Source: Unicode CLDR 45, plural rules: in French none is singular, in English it is plural.
        """
        one = number == 1 or (number == 0 and self.language == "fr")
        return self.say(f"{key}_{'one' if one else 'many'}", n=number)

    def term(self, key: object, list_name: str) -> str:
        """Return how a term of a controlled list is called; one that the list does not have is shown as it is."""
        text = str(getattr(key, "value", key))
        known = terms(list_name).get(text)
        return known.label(self.language) if known else text.replace("_", " ")

    def kind(self, code: str) -> str:
        """Return the name of an event type."""
        known = event_types().get(code)
        return (known.name_fr if self.language == "fr" else known.name_en) if known else code

    def due(self, register: str, kind: str, otherwise: str) -> str:
        """Return what falls due."""
        return next((rule.label(self.language) for rule in due_rules(register) if rule.key == kind), otherwise)

    def verdict(self, decision: Decision) -> str:
        """Return what was decided."""
        if decision.kind is DecisionKind.ASSESSMENT:
            return self.term(decision.verdict, "assessments")
        key = f"verdict_{decision.verdict}"
        return self.say(key) if key in phrases() else decision.verdict

    @property
    def for_pages(self) -> dict[str, Callable[..., str] | str]:
        """What templates call them by."""
        return {
            "t": self.say,
            "count": self.count,
            "term": self.term,
            "type_name": self.kind,
            "due_words": self.due,
            "verdict": self.verdict,
            "language": self.language,
        }
