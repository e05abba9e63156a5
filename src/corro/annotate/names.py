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
    index = _Index()
    words = {place: _words(mention, acronyms) for place, mention in enumerate(mentions) if mention.kind in _NAMED}
    for place in sorted(words, key=lambda place: (-len(words[place]), place)):
        mention = mentions[place]
        fitting = index.fitting(mention, words[place])
        if not fitting:
            name = acronyms.get(mention.text, mention.text)
            fitting = [index.add(_Bearer(name, words[place], mention.known_id, mention.kind))]
        if len(fitting) == 1:
            fitting[0].mentions.append(place)
            if mention.known_id and not fitting[0].known_id:
                fitting[0].known_id = mention.known_id
                index.by_known.setdefault(mention.known_id, fitting[0])
    return index.bearers


@dataclass(slots=True)
class _Index:
    """Bearers with what leads to them, so that long lists of names cost no more than short ones."""

    bearers: list[_Bearer] = field(default_factory=list)
    by_word: dict[str, list[_Bearer]] = field(default_factory=dict)
    by_known: dict[str, _Bearer] = field(default_factory=dict)

    def add(self, bearer: _Bearer) -> _Bearer:
        """Add a bearer under its words and its known actor."""
        self.bearers.append(bearer)
        for word in bearer.words:
            self.by_word.setdefault(word, []).append(bearer)
        if bearer.known_id:
            self.by_known.setdefault(bearer.known_id, bearer)
        return bearer

    def fitting(self, mention: Mention, words: frozenset[str]) -> list[_Bearer]:
        """Return the bearers that a mention can belong to; that of its known actor alone where there is one."""
        if mention.known_id in self.by_known:
            return [self.by_known[mention.known_id]]
        nearest = min((self.by_word.get(word, []) for word in words), key=len, default=[])
        return [bearer for bearer in nearest if _fits(mention, words, bearer)][:2]


def _fits(mention: Mention, words: frozenset[str], bearer: _Bearer) -> bool:
    if mention.kind is not bearer.kind or (mention.known_id and bearer.known_id):
        return False
    return words <= bearer.words if mention.kind is MentionKind.PERSON else words == bearer.words


def _words(mention: Mention, acronyms: Mapping[str, str]) -> frozenset[str]:
    return frozenset(fold(acronyms.get(mention.text, mention.text)).split())
