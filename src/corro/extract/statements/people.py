"""Everybody whom a document speaks of as a possible speaker, with the names, posts and nicknames that it gives them."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from corro.extract.statements.names import Label, content_words
from corro.values import fold

_MOST = 64
"""Bearers of one word that are compared with a new mention, the last ones. Source: own judgement, far above any real document's."""


@dataclass(slots=True)
class Somebody:
    """One who may speak.

    Attributes:
        name: Fullest name, or the fullest description where there is no name.
        named: Whether it has a proper name.
        capacity: Post as the text has it, or empty.
        rank_words: Folded words of a military or police rank.
        words: Folded words by which later mentions may take it up.
        name_words: Folded words of its names.
        aliases: Folded nicknames.
        gender: `m`, `f` or empty.
        plural: Whether it is several.
        personal: Whether it is a person.
        spoke: Whether a statement is attributed to it.
        subject: Whether it is the subject of a clause somewhere.
        number: Its place in the register.
    """

    name: str
    named: bool = False
    capacity: str = ""
    rank_words: frozenset[str] = frozenset()
    words: set[str] = field(default_factory=set)
    name_words: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False
    personal: bool = False
    spoke: bool = False
    subject: bool = False
    number: int = 0

    def learn(self, label: Label, *, plural: bool = False) -> None:
        """Take in what another mention says of the same."""
        if label.name and (not self.named or len(label.name.split()) > len(self.name.split())):
            self.name = label.name
        self.named = self.named or bool(label.name)
        self.capacity = self.capacity or label.capacity
        self.rank_words = self.rank_words or label.rank_words
        self.gender = self.gender or label.gender
        self.personal = self.personal or label.personal
        self.plural = (self.plural or plural) and not (self.named and self.personal)
        self.words |= content_words(label.text)
        self.name_words |= label.name_words
        self.aliases |= {fold(alias) for alias in label.aliases}
        self.words |= {word for alias in label.aliases for word in content_words(alias)}


@dataclass(slots=True)
class People:
    """The register of one document.

    Attributes:
        everybody: All of them, in order of entry.
    """

    everybody: list[Somebody] = field(default_factory=list)
    _by_word: dict[str, list[Somebody]] = field(default_factory=dict)
    _mentions: list[tuple[int, int]] = field(default_factory=list)

    def named(self, label: Label) -> list[Somebody]:
        """Return those whose name or nickname holds all words of the label's name."""
        words = label.name_words
        return [body for body in self.with_words(words) if _bears(body, label, words)]

    def with_words(self, words: Set[str]) -> list[Somebody]:
        """Return those of whom a mention held all of these words; nobody for no words."""
        if not words:
            return []
        rarest = min(words, key=lambda word: (len(self._by_word.get(word, ())), word))
        return [body for body in self._by_word.get(rarest, [])[-_MOST:] if words <= body.words]

    def with_any(self, words: Set[str]) -> list[Somebody]:
        """Return those of whom a mention held one of these words."""
        found = {id(body): body for word in sorted(words) for body in self._by_word.get(word, [])[-_MOST:]}
        return list(found.values())

    def before(self, at: int, first: int = 0) -> Iterator[tuple[int, Somebody]]:
        """Yield who is spoken of before a token, the last first, back to the token `first`; everybody once."""
        met: set[int] = set()
        for place in range(bisect_left(self._mentions, (at, -1)) - 1, -1, -1):
            token, number = self._mentions[place]
            if token < first:
                return
            if number not in met:
                met.add(number)
                yield token, self.everybody[number]

    def learn(self, body: Somebody, label: Label, at: int, *, plural: bool = False) -> None:
        """Take in what another mention says of somebody."""
        known = set(body.words)
        body.learn(label, plural=plural)
        for word in sorted(body.words - known):
            self._by_word.setdefault(word, []).append(body)
        self.see(body, at)

    def see(self, body: Somebody, at: int) -> None:
        """Note that somebody is spoken of at a token."""
        insort(self._mentions, (at, body.number))

    def add(self, label: Label, at: int, *, plural: bool = False) -> Somebody:
        """Enter somebody new."""
        body = Somebody(name=label.name or label.description or label.text, number=len(self.everybody))
        self.everybody.append(body)
        self.learn(body, label, at, plural=plural)
        return body

    def meet(self, label: Label, at: int, *, plural: bool = False) -> Somebody:
        """Enter a mention: with the one person who has that name and does not contradict it, else as somebody new."""
        found = [body for body in self.named(label) if not contradicts(label, body)]
        if len(found) == 1:
            self.learn(found[0], label, at, plural=plural)
            return found[0]
        return self.add(label, at, plural=plural)


def _bears(body: Somebody, label: Label, words: Set[str]) -> bool:
    """Say whether somebody has a name that holds these words; a body may also be called by its sort ("the NGO")."""
    if body.aliases and fold(label.name) in body.aliases:
        return True
    return body.named and (words <= body.name_words or (not label.personal and not body.personal and words <= body.words))


def contradicts(label: Label, body: Somebody) -> bool:
    """Say whether a mention cannot be of somebody: another gender, or another first name.

    Args:
        label: The mention.
        body: Who it might be.
    """
    genders = {label.gender, body.gender} == {"m", "f"}
    words = label.name_words
    other_name = bool(words) and bool(body.name_words) and not (words <= body.name_words or body.name_words <= words)
    ranks = label.rank_words and body.rank_words and not label.rank_words & body.rank_words
    return bool((genders and label.personal and body.personal) or ranks) or (other_name and fold(label.name) not in body.aliases)
