"""Who a source is: resolves pronouns, posts, nicknames and parts of names inside the document, or says between whom it stays open."""

from collections.abc import Sequence

from corro.extract.statements_draft import Draft
from corro.extract.statements_names import Label
from corro.extract.statements_people import People, Somebody, content_words, contradicts, label_of, people_in, plural_of
from corro.extract.statements_phrases import widened
from corro.extract.statements_prepared import Prepared
from corro.extract.statements_verbs import first_word
from corro.model import MentionKind, Speaker
from corro.values import Span, fold

_MALE = frozenset({"he", "il", "him", "lui", "celui-ci"})
_FEMALE = frozenset({"she", "elle", "her", "celle-ci"})
_MANY = frozenset({"they", "ils", "elles", "them", "eux", "ceux-ci", "celles-ci"})
_THING = frozenset({"it"})
_SELVES = frozenset({"we", "nous", "i", "je", "our"})
_OURS = frozenset({"nos", "our", "les", "l'"})
_PAPERS = frozenset(
    ["report", "rapport", "texte", "text", "document", "communique", "statement", "bilan", "enquete", "etude", "study"]
)
"""Folded nouns for papers, which speak for whoever made them. Source: own list, 2026-11."""

_FAR = 6
"""Sentences back over which a pronoun is followed. Source: chosen on the project's development documents, 2026-11."""

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
        self.people = People()
        self._posts_behind: dict[int, Somebody] = {}
        for phrase in people_in(prepared):
            label = label_of(prepared, phrase)
            head = prepared.grammar.tokens[_head(prepared, phrase)]
            if label.name and (label.personal or len(label.name.split()) > 1):
                somebody = self.people.meet(label, phrase[0], plural=plural_of(prepared.grammar, phrase))
                somebody.subject = somebody.subject or head.dep.startswith("nsubj")

    def speaker(self, draft: Draft) -> Named:
        """Return who speaks in a draft."""
        if draft.source is None:
            return Speaker(), ""
        grammar = self.prepared.grammar
        text = grammar.words(*draft.source).strip(' ,;:«»“”"')
        whole = widened(grammar, self.prepared.cues, draft.source, first_word(grammar, draft.anchor))
        word = text.lower().strip("-").removeprefix("t-")
        if whole == draft.source and word in self.prepared.cues.lists["pronouns"]:
            return self._pronoun(text, word, draft.source[0])
        if self._nobody(draft.source):
            return Speaker(label=text), ""
        return self._noun(label_of(self.prepared, whole), text, draft.source)

    def _nobody(self, source: tuple[int, int]) -> bool:
        words = self.prepared.grammar.lower[source[0] : source[1]]
        unnamed = self.prepared.cues.lists["nobody"]
        return (len(words) == 1 and words[0].strip("-") in unnamed) or (
            len(words) == 2 and words[0] in _OURS and words[1] in unnamed
        )

    def _pronoun(self, text: str, word: str, at: int) -> Named:
        near = self._authors() if word in _SELVES else self._near(word, at)
        if not near:
            return Speaker(label=text), ""
        chosen = near[0]
        chosen.seen.append(at)
        return self._of(chosen, text, inferred=True)

    def _authors(self) -> list[Somebody]:
        """Return whom "we" can mean in a text that speaks for itself: the first body that speaks in it."""
        bodies = [body for body in self.people.everybody if body.spoke and not body.personal]
        return bodies[:1]

    def _near(self, word: str, at: int) -> list[Somebody]:
        """Return whom a pronoun can mean, nearest first."""
        here = self.prepared.grammar.sentence_of[at]
        fitting: list[tuple[int, Somebody]] = []
        for body in self.people.everybody:
            last = max((token for token in body.seen if token < at), default=None)
            prominent = body.spoke or body.subject or body.personal
            if (
                prominent
                and last is not None
                and here - self.prepared.grammar.sentence_of[last] <= _reach(word)
                and _agrees(word, body)
            ):
                fitting.append((-self._rank(last, at), body))
        return [body for _, body in sorted(fitting, key=lambda pair: pair[0])]

    def _rank(self, token: int, at: int) -> int:
        """Return how near a mention is, subjects before what stands deeper in a sentence."""
        grammar = self.prepared.grammar
        subject = any(grammar.tokens[index].dep.startswith("nsubj") for index in range(token, min(at, token + 6)))
        return token + (15 if subject else 0)

    def _noun(self, label: Label, text: str, source: tuple[int, int]) -> Named:
        plural = plural_of(self.prepared.grammar, source)
        known = [body for body in self.people.named(label) if not contradicts(label, body)]
        if len(known) > 1:
            known = _told_apart(label, known)
        if len(known) > 1:
            return Speaker(label=text, name=None, candidates=tuple(body.name for body in known)), label.capacity
        if known:
            known[0].learn(label, source[0], plural=plural)
            known[0].spoke = True
            return self._of(known[0], text, inferred=fold(known[0].name) != fold(label.name))
        taken_up = self._taken_up(label, source[0]) if label.definite and not label.name else None
        taken_up = taken_up or self._maker(label, source[0])
        if taken_up is not None:
            taken_up.spoke = True
            taken_up.seen.append(source[0])
            return self._of(taken_up, text, inferred=True)
        somebody = self.people.add(label, source[0], plural=plural)
        somebody.spoke = True
        return self._of(somebody, text, inferred=False)

    def _maker(self, label: Label, at: int) -> Somebody | None:
        """Return the body that made the paper which a label speaks of: the last one that spoke or was a subject before it."""
        head = fold(label.description).split()[:1]
        if not set(head) & _PAPERS or len(fold(label.description).split()) > 1 or not label.definite:
            return None
        before = [
            body for body in self.people.everybody if not body.personal and body.seen[0] < at and (body.spoke or body.subject)
        ]
        return max(before, key=lambda body: max(token for token in body.seen if token < at), default=None)

    def _taken_up(self, label: Label, at: int) -> Somebody | None:
        """Return whom a definite description takes up: somebody with those words, or with a narrower post."""
        aforesaid = {fold(word) for word in self.prepared.cues.lists["aforesaid"]}
        words = content_words(label.description or label.text) - aforesaid
        before = [body for body in self.people.everybody if body.seen and body.seen[0] < at and not contradicts(label, body)]
        before.sort(key=lambda body: -max(token for token in body.seen if token < at))
        if label.words & aforesaid and not words:
            return next((body for body in before if body.personal), None)
        full = [body for body in before if words and words <= body.words]
        narrower = {fold(word) for head in words for word in self._narrower(head)}
        return next(iter(full), None) or next((body for body in before if body.personal and narrower & body.words), None)

    def _narrower(self, head: str) -> frozenset[str]:
        return next((posts for word, posts in self.prepared.cues.narrower.items() if fold(word) == head), frozenset())

    def _of(self, body: Somebody, text: str, *, inferred: bool) -> Named:
        return Speaker(label=text, name=body.name, actor_id=None, inferred=inferred), body.capacity


def _head(prepared: Prepared, phrase: tuple[int, int]) -> int:
    tokens = prepared.grammar.tokens
    return next((index for index in range(*phrase) if not phrase[0] <= tokens[index].head < phrase[1]), phrase[0])


def _reach(word: str) -> int:
    return 40 if word in _SELVES else _FAR


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


def _told_apart(label: Label, known: list[Somebody]) -> list[Somebody]:
    """Keep those of one name whose post or rank the label repeats."""
    words = content_words(label.text) - content_words(label.name)
    told = [body for body in known if words and words & body.words]
    return told or known


def known_actor(prepared: Prepared, span: Span) -> str | None:
    """Return the key of the known person or body that a source's words hold, where exactly one is mentioned there.

    Args:
        prepared: The document.
        span: Characters of the source.
    """
    kinds = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.GROUP)
    mentions = prepared.grammar.annotated.mentions
    found = {mention.known_id for mention in mentions if mention.known_id and mention.kind in kinds and span.holds(mention.span)}
    return next(iter(found)) if len(found) == 1 else None
