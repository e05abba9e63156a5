"""Which mentions bear one name: partial names, acronyms and spellings are led to the fullest form in the document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corro.model import Mention, MentionKind
from corro.values import fold

_NAMED = frozenset([MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.GROUP])


@dataclass(slots=True)
class _Bearer:
    """One who is named: the fullest form, its words, and the known actor if there is one."""

    name: str
    words: frozenset[str]
    known_id: str | None
    kind: MentionKind
    mentions: list[int] = field(default_factory=list)


def fullest_names(mentions: Sequence[Mention], acronyms: Mapping[str, str] | None = None) -> dict[int, str]:
    """Return for each mention of a person or body the fullest name that the document has for it.

    Mentions of one known actor share it. Otherwise a shorter name belongs to a fuller one of the same kind that has all its words;
    where several have them it belongs to none, so that two ministers with one first name stay two.

    Args:
        mentions: The mentions of one document.
        acronyms: Full names by acronyms that the document explains.

    Returns:
        Names by index of the mention; what is open, or no name, is left out.
    """
    return {index: bearer.name for bearer in _bearers(mentions, acronyms or {}) for index in bearer.mentions}


def with_names(mentions: Sequence[Mention], acronyms: Mapping[str, str]) -> tuple[Mention, ...]:
    """Return the mentions with the fullest name set where it is another, and with the known actor of that name.

    Args:
        mentions: The mentions of one document.
        acronyms: Full names by acronyms that the document explains.
    """
    named = list(mentions)
    for bearer in _bearers(mentions, acronyms):
        for index in bearer.mentions:
            old = mentions[index]
            name = "" if fold(bearer.name) == fold(old.text) else bearer.name
            named[index] = Mention(old.kind, old.span, old.text, old.known_id or bearer.known_id, old.proposed_by, name)
    return tuple(named)


def _bearers(mentions: Sequence[Mention], acronyms: Mapping[str, str]) -> list[_Bearer]:
    bearers: list[_Bearer] = []
    words = {index: _words(mention, acronyms) for index, mention in enumerate(mentions) if mention.kind in _NAMED}
    for index in sorted(words, key=lambda index: (-len(words[index]), index)):
        mention = mentions[index]
        fitting = [bearer for bearer in bearers if _fits(mention, words[index], bearer)]
        if not fitting:
            text = acronyms.get(mention.text, mention.text)
            fitting = [_Bearer(text, words[index], mention.known_id, mention.kind)]
            bearers += fitting
        if len(fitting) == 1:
            fitting[0].mentions.append(index)
            fitting[0].known_id = fitting[0].known_id or mention.known_id
    return bearers


def _fits(mention: Mention, words: frozenset[str], bearer: _Bearer) -> bool:
    if mention.kind is not bearer.kind:
        return False
    if mention.known_id and bearer.known_id:
        return mention.known_id == bearer.known_id
    if mention.kind is MentionKind.PERSON:
        return words <= bearer.words
    return words == bearer.words


def _words(mention: Mention, acronyms: Mapping[str, str]) -> frozenset[str]:
    return frozenset(fold(acronyms.get(mention.text, mention.text)).split())
