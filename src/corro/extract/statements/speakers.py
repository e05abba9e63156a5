"""Who a source is: resolves pronouns, posts, nicknames and parts of names in the document, or says between whom it stays open."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from corro.extract.statements.actors import is_actor
from corro.extract.statements.draft import Draft
from corro.extract.statements.issuers import Papers, is_thing, own_voice
from corro.extract.statements.names import Label, content_words
from corro.extract.statements.naming import head_of, label_of, people_in, plural_of
from corro.extract.statements.people import People, Somebody, contradicts
from corro.extract.statements.phrases import widened
from corro.extract.statements.prepared import Prepared
from corro.extract.statements.verbs import first_word
from corro.model import Speaker
from corro.values import Span, fold

_MALE = frozenset({"he", "il", "him", "lui", "celui-ci"})
_FEMALE = frozenset({"she", "elle", "her", "celle-ci"})
_MANY = frozenset({"they", "ils", "elles", "them", "eux", "ceux-ci", "celles-ci"})
_THING = frozenset({"it"})
_SELVES = frozenset({"we", "nous", "i", "je", "our"})
_OURS = frozenset({"nos", "our", "les", "l'"})
_STANDS_FOR = {
    "his": "he",
    "her": "she",
    "its": "it",
    "their": "they",
    "my": "i",
    "our": "we",
    "mon": "je",
    "ma": "je",
    "mes": "je",
    "notre": "nous",
    "nos": "nous",
    "son": "lui-même",
    "sa": "lui-même",
    "ses": "lui-même",
    "leur": "eux",
    "leurs": "eux",
}
"""Pronoun that a possessive stands for; the French ones for one owner tell no gender. Source: closed classes."""

_CLITIC = re.compile(r"^(?:\w*-)?(?:t-)?(?=(?:il|elle|ils|elles|on|je|nous|vous)$)")
"""What stands before an inverted French pronoun where the tagger left the verb with it (« a-t-il », « dit-elle »)."""

_FAR = 6
"""Sentences back over which a pronoun is followed. Source: chosen on the project's development documents, 2026-11."""

_EMPTY = frozenset(
    {"of", "the", "de", "d'", "l'", "le", "la", "les", "entre", "us", "me", "one", "two", "there", "those", "un", "une", "on"}
)
"""Words that make no name beside a pronoun ("of us", « l'un d'eux »). Source: closed classes."""

_ALONE = 4
"""Words at most in a source that names a paper and tells no issuer ("the report published today"). Source: own judgement."""

_LONG_AGO = 150
"""Sentences back over which a post takes up its holder. Source: own judgement, longer than any report."""

_SUBJECT = 15
"""Tokens by which a subject counts as nearer than another mention. Source: chosen on the development documents, 2026-11."""

Named = tuple[Speaker, str]
"""Who speaks, and the capacity as the text has it."""


def name_speakers(prepared: Prepared, drafts: Sequence[Draft]) -> list[Named]:
    """Say who speaks in each draft.

    Args:
        prepared: The document.
        drafts: The statements, in order of the text.

    Returns:
        For each draft its speaker and capacity; a speaker without a name where nobody is named or it stays open.
    """
    resolver = _Resolver(prepared)
    order = sorted(range(len(drafts)), key=lambda index: (drafts[index].source or (0, 0), drafts[index].anchor))
    found: dict[int, Named] = {}
    for index in order:
        found[index] = resolver.speaker(drafts[index])
    return [found[index] for index in range(len(drafts))]


class _Resolver:
    """Reads a document's sources in order, and remembers whom it has met."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.grammar = prepared.grammar
        self.people = People()
        self.papers = Papers(prepared)
        self.selves: Somebody | None = None
        self.paper_words = {fold(word) for word in prepared.cues.lists["papers"]}
        self.aforesaid = {fold(word) for word in prepared.cues.lists["aforesaid"]}
        self.narrower = {fold(word): {fold(post) for post in posts} for word, posts in prepared.cues.narrower.items()}
        for phrase in people_in(prepared):
            self._meet(phrase)

    def _meet(self, phrase: tuple[int, int]) -> None:
        label = label_of(self.prepared, phrase)
        if label.name and (label.personal or len(label.name.split()) > 1):
            somebody = self.people.meet(label, phrase[0], plural=plural_of(self.grammar, phrase))
            subject = self.grammar.tokens[head_of(self.grammar, phrase)].dep.startswith("nsubj")
            somebody.subject = somebody.subject or subject

    def speaker(self, draft: Draft) -> Named:
        """Return who speaks in a draft."""
        if draft.source is None:
            return Speaker(), ""
        text = self.grammar.words(*draft.source).strip(' ,;:«»“”"')
        whole = widened(self.grammar, self.prepared.cues, draft.source, first_word(self.grammar, draft.anchor))
        word = _CLITIC.sub("", text.lower().replace("’", "'").strip("-"))
        word = _STANDS_FOR.get(word, word)
        if whole == draft.source and (word in self.prepared.cues.lists["pronouns"] or word in _STANDS_FOR.values()):
            return self._pronoun(text, word, draft.source[0], said=draft.content)
        if self._nobody(draft.source):
            return Speaker(label=text), ""
        if is_thing(self.prepared, draft.source):
            return self._thing(text, draft.source)
        paper = self.papers.head(draft.source)
        return (self._paper(paper, text, draft.source) if paper is not None else None) or self._noun(
            label_of(self.prepared, whole), text, draft.source
        )

    def _thing(self, text: str, source: tuple[int, int]) -> Named:
        """Return nobody for a thing that cannot speak; whose it is stands among the candidates ("her office")."""
        owner = self.grammar.lower[source[0]]
        named = self._pronoun(text, _STANDS_FOR[owner], source[0])[0].name if owner in _STANDS_FOR else None
        return Speaker(label=text, candidates=(named,) if named else ()), ""

    def _paper(self, head: int, text: str, source: tuple[int, int]) -> Named | None:
        """Return who issued the paper that the words speak of, or None where the document does not say."""
        issuer = self.papers.issuer(head, source[1])
        if issuer is not None and issuer != source:
            speaker, capacity = self._issuer(issuer, text)
            if speaker.name is not None:
                return replace(speaker, inferred=True), capacity
        alone = source[1] - source[0] <= _ALONE and self.grammar.lower[source[0]] not in ("a", "an", "un", "une")
        organ = own_voice(self.grammar.annotated.document) if alone else ""
        if organ:
            return Speaker(label=text, name=organ, inferred=True), ""
        maker = self._maker(head) if alone else None
        return _as_speaker(maker, text, inferred=True) if maker else None

    def _issuer(self, issuer: tuple[int, int], text: str) -> Named:
        word = self.grammar.lower[issuer[0]]
        if issuer[1] - issuer[0] == 1 and word in _STANDS_FOR:
            return self._pronoun(text, _STANDS_FOR[word], issuer[0], spoken=True)
        return self._noun(label_of(self.prepared, issuer), text, issuer)

    def _nobody(self, source: tuple[int, int]) -> bool:
        """Say whether the words name nobody in particular ("some", « nos informations »)."""
        words = [word.strip("-") for word in self.grammar.lower[source[0] : source[1]]]
        if len(words) == 2 and words[0] in _OURS:
            words = words[1:]
        return "".join(words) in self.prepared.cues.lists["nobody"]

    def _pronoun(self, text: str, word: str, at: int, *, said: Sequence[Span] = (), spoken: bool = False) -> Named:
        """Return whom a pronoun means: the nearest who agrees with it, unless two are equally near.

        Who is only named in what is said itself is passed over; where one that has spoken is asked for, those go first.
        """
        near = self._authors() if word in _SELVES else self._near(word, at, said)
        near = (spoken and [pair for pair in near if pair[1].spoke]) or near
        if not near:
            return Speaker(label=text), ""
        if len(near) > 1 and near[0][0] == near[1][0]:
            names = dict.fromkeys(body.name for place, body in near if place == near[0][0])
            return Speaker(label=text, candidates=tuple(names)), ""
        self.people.see(near[0][1], at)
        return _as_speaker(near[0][1], text, inferred=True)

    def _authors(self) -> list[tuple[int, Somebody]]:
        """Return whom "we" can mean in a text that speaks for itself: who called itself so, else the first body that speaks."""
        if self.selves:
            return [(0, self.selves)]
        bodies = (body for body in self.people.everybody if body.spoke and not body.personal)
        return [(0, body) for body in islice(bodies, 1)]

    def _near(self, word: str, at: int, said: Sequence[Span]) -> list[tuple[int, Somebody]]:
        """Return whom a pronoun can mean with how near they stand, nearest first."""
        fitting = [
            (self._nearness(token, at), body)
            for token, body in self.people.before(at, self._since(at, _FAR))
            if (body.spoke or body.subject or body.personal) and _agrees(word, body) and not self._within(token, said)
        ]
        return sorted(_of_known_gender(word, fitting), key=lambda pair: -pair[0])

    def _within(self, token: int, said: Sequence[Span]) -> bool:
        start = self.grammar.tokens[token].start
        return any(span.start <= start < span.end for span in said)

    def _nearness(self, token: int, at: int) -> int:
        """Return how near a mention is, subjects before what stands deeper in a sentence."""
        subject = any(self.grammar.tokens[index].dep.startswith("nsubj") for index in range(token, min(at, token + 6)))
        return token + (_SUBJECT if subject else 0)

    def _noun(self, label: Label, text: str, source: tuple[int, int]) -> Named:
        plural = plural_of(self.grammar, source)
        known = [body for body in self.people.named(label) if not contradicts(label, body)]
        known = _told_apart(label, known) if len(known) > 1 else known
        known = [body for body in known if fold(body.name) == fold(label.name)] or known if len(known) > 1 else known
        if len(known) > 1:
            return Speaker(label=text, candidates=tuple(body.name for body in known)), label.capacity
        if known:
            known[0].spoke = True
            self.people.learn(known[0], label, source[0], plural=plural)
            return _as_speaker(known[0], text, inferred=fold(known[0].name) != fold(label.name))
        return self._described(label, text, source, plural=plural)

    def _described(self, label: Label, text: str, source: tuple[int, int], *, plural: bool) -> Named:
        """Return whom a description takes up, else whoever it describes as somebody new."""
        if self._nameless(label):
            return Speaker(label=text), label.capacity
        definite = label.definite and not label.name
        somebody = self._taken_up(label, source[0]) if definite else None
        inferred = somebody is not None
        if somebody is not None:
            self.people.see(somebody, source[0])
        else:
            somebody = self.people.add(label, source[0], plural=plural)
        somebody.spoke = True
        if self.selves is None and not _SELVES.isdisjoint(re.findall(r"\w+", text.lower())):
            self.selves = somebody
        return _as_speaker(somebody, text, inferred=inferred)

    def _nameless(self, label: Label) -> bool:
        """Say whether nothing but pronouns, possessives and words of the calendar would be the name."""
        found = re.findall(r"[\w']+", (label.name or label.description or label.text).replace("’", "'"))
        words = {word if word.isupper() and len(word) > 1 else word.lower() for word in found}
        lists = self.prepared.cues.lists
        return words <= lists["pronouns"] | lists["possessives"] | lists["calendar"] | _EMPTY

    def _taken_up(self, label: Label, at: int) -> Somebody | None:
        """Return whom a definite description takes up: the last with those words, or with a narrower post."""
        words = content_words(label.description or label.text) - self.aforesaid
        if label.words & self.aforesaid and not words:
            near = self.people.before(at, self._since(at, _LONG_AGO))
            return next((body for _, body in near if body.personal and not contradicts(label, body)), None)
        narrower = {post for head in words for post in self.narrower.get(head, ())}
        full = [body for body in self.people.with_words(words) if label.personal or not body.personal]
        wider = [body for body in self.people.with_any(narrower) if body.personal]
        return self._last_of(full, label, at) or self._last_of(wider, label, at) or self._later_holder(label, words)

    def _later_holder(self, label: Label, words: set[str]) -> Somebody | None:
        """Return the only person whom the document gives this post, though it names him or her further on."""
        holders = [
            body
            for body in self.people.with_any(words)
            if label.capacity
            and body.named
            and body.personal
            and content_words(body.capacity)
            and content_words(body.capacity) <= words
        ]
        return holders[0] if len(holders) == 1 and not contradicts(label, holders[0]) else None

    def _last_of(self, bodies: Sequence[Somebody], label: Label, at: int) -> Somebody | None:
        """Return the one of several that was spoken of last before a token and that a label does not contradict."""
        numbers = {body.number for body in bodies if not contradicts(label, body)}
        if not numbers:
            return None
        return next((body for _, body in self.people.before(at, self._since(at, _LONG_AGO)) if body.number in numbers), None)

    def _maker(self, head: int) -> Somebody | None:
        """Return the body that can have made a paper: the last one that spoke or was a subject before it."""
        near = self.people.before(head, self._since(head, _LONG_AGO))
        return next((body for _, body in near if not body.personal and (body.spoke or body.subject) and self._writes(body)), None)

    def _writes(self, body: Somebody) -> bool:
        """Say whether somebody is a body that issues papers, and no paper or event."""
        known = (body.named and body.spoke) or is_actor(body.name, self.grammar.language.value)
        return known and not body.words & self.paper_words

    def _since(self, at: int, sentences: int) -> int:
        """Return the first token of the sentence that stands so many sentences before a token."""
        return self.grammar.sentences[max(0, self.grammar.sentence_of[at] - sentences)].first


def _as_speaker(body: Somebody, text: str, *, inferred: bool) -> Named:
    return Speaker(label=text, name=body.name, inferred=inferred), body.capacity


def _agrees(word: str, body: Somebody) -> bool:
    """Say whether a pronoun can stand for somebody by gender and number."""
    if word in _MANY:
        return body.plural or not body.personal
    if word in _THING:
        return not body.plural and not body.personal
    if word in _SELVES:
        return True
    if word in ("he", "she", "him", "her") and not body.personal:
        return False
    if word in _MALE:
        return body.gender != "f" and not body.plural
    return not (word in _FEMALE and (body.gender == "m" or body.plural))


def _of_known_gender(word: str, fitting: list[tuple[int, Somebody]]) -> list[tuple[int, Somebody]]:
    """Leave out, for "she", mere posts that tell no gender where a woman or somebody named is as well in reach."""
    if word not in _FEMALE:
        return fitting
    better = [pair for pair in fitting if pair[1].gender == "f" or pair[1].named or not pair[1].personal]
    return better if any(body.personal for _, body in better) else fitting


def _told_apart(label: Label, known: list[Somebody]) -> list[Somebody]:
    """Keep those of one name whose post or rank the label repeats."""
    words = content_words(label.text) - label.name_words
    told = [body for body in known if words and words & body.words]
    return told or known
