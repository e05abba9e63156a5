"""The dependency tree of a document with what the event rules ask of it: children, clauses, phrases and known actors by token."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from corro.extract.events.forms import VERBAL, forms_of
from corro.extract.events.mending import mend
from corro.extract.events.words import word_set
from corro.model import Annotated, Mention, MentionKind, Sentence, Token
from corro.values import Span
from corro.vocab import actor
from corro.vocab.event_types import WordClass

NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM"])
LOCATIVES = frozenset(["in", "at", "near", "à", "dans", "en"])
"""Prepositions that part a phrase from the place named after it."""

WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche")
MONTHS = word_set(
    "january february march april may june july august september october november december janvier février mars avril mai juin "
    "juillet août septembre octobre novembre décembre"
)
_LASTING = word_set("armed masked displaced hooded associated armer masquer déplacer cagouler associer présumer")
"""Participles that tell what somebody is, and so belong to a label (`armed men`). Source: own list, 2026-11."""

_POINTS = word_set("point time moment stage occasion circumstance circonstance instant")
"""Nouns that deny a whole clause after `at no`, `à aucun`. Source: own list, 2026-11."""

_DONE = ("ed", "é", "és", "ée", "ées")
"""Endings of regular past participles."""

_GIVEN = frozenset(["given", "shown", "taken", "driven", "forbidden", "withdrawn"])
"""English participles that cannot be a past tense."""

_UNDERGONE = word_set(
    "abducted kidnapped killed slaughtered executed murdered massacred beheaded wounded injured arrested detained apprehended "
    "jailed raped tortured expelled evicted displaced convicted sentenced acquitted pardoned freed released looted torched burned "
    "burnt razed"
)
"""Forms that without an object are passives in headlines. Source: Levin (1993), verbs that drop no object; own list, 2026-11."""

_WITH_BE = word_set("entrer venir arriver partir aller tomber revenir parvenir intervenir devenir rester demeurer mourir naître")
"""French verbs whose perfect has `être` and that know no passive. Source: Grevisse, Le bon usage, § 811."""

_MOVED = word_set("obl obl:agent obl:arg nmod obj advcl xcomp conj nsubj acl")
"""Dependents that no day of the week has, but the French model gives it. Measured on the development passages, 2026-11."""

CLAUSE_LABELS = word_set("ccomp xcomp advcl acl acl:relcl parataxis csubj root")
_OUTSIDE_PHRASE = word_set("acl:relcl cc conj punct parataxis appos advcl cop nsubj nsubj:pass mark aux aux:pass ccomp")
_SUBTREE_LIMIT = 60
"""Tokens looked at below one head; longer phrases are parse errors. Source: chosen on the development passages, 2026-11."""


class Grammar:
    """Looks things up in the tree of one document; everything is computed once, and linear in the text."""

    def __init__(self, annotated: Annotated) -> None:
        """Index children and sentences."""
        self.annotated = mend(annotated)
        self.tokens: tuple[Token, ...] = self.annotated.tokens
        self.language = "fr" if annotated.document.language == "fr" else "en"
        self._heads = [self._mended_head(index) for index in range(len(self.tokens))]
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for index, head in enumerate(self._heads):
            if head != index:
                self._children[head].append(index)
        self._families = [token.dep.partition(":")[0] for token in self.tokens]
        self._labelled: dict[tuple[int, tuple[str, ...]], list[int]] = {}
        self._fits: dict[str, set[int]] = {}
        self._classes: dict[int, tuple[WordClass, frozenset[int]]] = {}

    def _mended_head(self, index: int) -> int:
        """Return the head of a token; what parsers hang below a day of the week goes to the verb that the day belongs to."""
        token = self.tokens[index]
        if not 0 <= token.head < len(self.tokens):
            return index
        above = self.tokens[token.head]
        if (
            above.lemma in WEEKDAYS
            and token.dep in _MOVED
            and token.lemma not in WEEKDAYS
            and above.head != token.head
            and index > token.head
        ):
            return above.head if above.head != index else index
        return token.head

    @cached_property
    def sentence_numbers(self) -> list[int]:
        """The number of the sentence of every token."""
        numbers = [0] * len(self.tokens)
        for number, sentence in enumerate(self.annotated.sentences):
            numbers[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
        return numbers

    @cached_property
    def mention_at(self) -> dict[int, Mention]:
        """The named mention that covers a token, by token."""
        found: dict[int, Mention] = {}
        at = 0
        for mention in self.annotated.mentions:
            while at < len(self.tokens) and self.tokens[at].end <= mention.span.start:
                at += 1
            covered = at
            while covered < len(self.tokens) and self.tokens[covered].start < mention.span.end:
                found[covered] = mention
                covered += 1
        return found

    @cached_property
    def actor_kinds(self) -> dict[int, tuple[str, str]]:
        """The id and kind of the known actor whose name covers a token, by token."""
        found: dict[int, tuple[str, str]] = {}
        for index, mention in self.mention_at.items():
            known = actor(mention.known_id) if mention.known_id else None
            if known is not None:
                found[index] = (known.id, str(known.kind))
        return found

    @cached_property
    def words(self) -> list[frozenset[str]]:
        """The forms under which a token is met in word lists: its dictionary form and itself, lower case."""
        return [forms_of(token.text, token.lemma, token.pos, self.language) for token in self.tokens]

    def sentence_of(self, index: int) -> Sentence:
        """Return the sentence of a token."""
        return self.annotated.sentences[self.sentence_numbers[index]]

    def sentence_tokens(self, index: int, margin: int = 0) -> range:
        """Return the tokens of the sentence of a token, and of `margin` sentences on either side."""
        number = self.sentence_numbers[index]
        sentences = self.annotated.sentences
        first, last = max(0, number - margin), min(len(sentences) - 1, number + margin)
        return range(sentences[first].first, sentences[last].last)

    def children(self, index: int, *labels: str) -> list[int]:
        """Return the dependents of a token, all or those with one of the labels (`obl` also takes `obl:arg`)."""
        below = self._children[index]
        if not labels or not below:
            return below
        found = self._labelled.get((index, labels))
        if found is None:
            found = [child for child in below if self.tokens[child].dep in labels or self._families[child] in labels]
            self._labelled[index, labels] = found
        return found

    def child(self, index: int, *labels: str) -> int | None:
        """Return the first dependent with one of exactly these labels, or None."""
        return next((child for child in self._children[index] if self.tokens[child].dep in labels), None)

    def head(self, index: int) -> int | None:
        """Return the head of a token, or None for a root."""
        head = self._heads[index]
        return None if head == index else head

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first."""
        seen = {index}
        head = self.head(index)
        while head is not None and head not in seen:
            yield head
            seen.add(head)
            head = self.head(head)

    def subtree(self, index: int, *, outside: Iterable[str] = ()) -> list[int]:
        """Return a token and all below it in order of the text, without the dependents whose label is `outside`."""
        shut = frozenset(outside)
        found: list[int] = []
        waiting = [index]
        while waiting and len(found) < _SUBTREE_LIMIT:
            at = waiting.pop()
            found.append(at)
            waiting += [child for child in self._children[at] if self.tokens[child].dep not in shut]
        return sorted(found)

    def phrase(self, head: int) -> list[int]:
        """Return the tokens of the noun phrase of a head: without article, relative clause, apposition and further conjuncts."""
        inside = set(self.subtree(head, outside=_OUTSIDE_PHRASE))
        for child in self.children(head, "nmod", "obl", "acl"):
            mention = self.mention_at.get(child)
            named = self.tokens[child].pos == "PROPN" or (mention is not None and mention.kind is MentionKind.PLACE)
            by_place = named and self._is_locative(child)
            clause = self.tokens[child].dep == "acl" and "VerbForm=Fin" in self.tokens[child].morph
            if child > head and (by_place or clause or self._is_told_of(child) or self._is_calendar(child)):
                inside = {index for index in inside if index < self.subtree(child)[0] or index <= head}
        if (case := self.child(head, "case")) is not None:
            inside -= {case, *self.subtree(case)}
        first = last = head
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        while first < head and (self.tokens[first].pos in ("DET", "PUNCT", "ADP", "CCONJ", "ADV", "PRON")):
            first += 1
        while last > head and self.tokens[last].pos in ("PUNCT", "ADP", "CCONJ", "DET"):
            last -= 1
        first, last = self._unbroken(first, last)
        return self._closed(list(range(first, last + 1)), head)

    def _unbroken(self, first: int, last: int) -> tuple[int, int]:
        """Return the ends of a phrase moved out to those of words that a hyphen ties to it (`thirty-|eight men`, `Sama-|Nord`)."""
        while first > 0 and self._tied(first - 1):
            first -= 1
        while last + 1 < len(self.tokens) and self._tied(last):
            last += 1
        return first, last

    def _tied(self, index: int) -> bool:
        """Say whether a token and the next stand without a blank between them, and one of them opens or ends with a hyphen."""
        one, other = self.tokens[index], self.tokens[index + 1]
        return one.end == other.start and (one.text.endswith("-") or other.text.startswith("-"))

    def _is_locative(self, index: int) -> bool:
        """Say whether a name follows a word of place, and so tells where and not who."""
        return any(self.tokens[child].text.lower() in LOCATIVES for child in self.children(index, "case"))

    def _is_told_of(self, index: int) -> bool:
        """Say whether a past participle tells what was done to somebody (`the soldiers arrested in July`), which is no name."""
        return self.tokens[index].dep == "acl" and self.is_past_participle(index) and self.words[index].isdisjoint(_LASTING)

    def _is_calendar(self, index: int) -> bool:
        """Say whether a phrase tells when (`the rulers on Sunday`, `the resolution of 25 April`), and so is no part of a name."""
        words = {self.tokens[at].lemma for at in (index, *self.children(index, "nmod", "compound"))}
        return not words.isdisjoint(WEEKDAYS) or (not words.isdisjoint(MONTHS) and bool(self.children(index, "nummod", "nmod")))

    def _closed(self, indices: list[int], head: int) -> list[int]:
        """Return a phrase cut before a bracket that does not close in it."""
        texts = [self.tokens[index].text for index in indices]
        if texts.count("(") > texts.count(")"):
            at = len(texts) - 1 - texts[::-1].index("(")
            if indices[at] > head:
                return indices[:at]
        return indices

    def span(self, indices: list[int]) -> Span:
        """Return the characters from the first to the last of some tokens."""
        return Span(self.tokens[indices[0]].start, self.tokens[indices[-1]].end)

    def text(self, span: Span) -> str:
        """Return characters of the document."""
        return span.of(self.annotated.document.text)

    def holds(self, indices: Iterable[int], group: WordClass) -> bool:
        """Say whether one of the tokens belongs to a class of words."""
        looked_at = list(indices)
        if not self._members(group).isdisjoint(looked_at):
            return True
        if not group.phrases:
            return False
        run = f" {' '.join(self.tokens[index].lemma for index in looked_at)} "
        return any(f" {phrase} " in run for phrase in group.phrases)

    def _members(self, group: WordClass) -> frozenset[int]:
        """Return all tokens that belong to a class of words by themselves; looked for once, since many triggers ask for it."""
        known = self._classes.get(id(group))
        if known is None:
            known = self._classes[id(group)] = (group, frozenset(self._in_class(group)))
        return known[1]

    def _in_class(self, group: WordClass) -> Iterator[int]:
        found = {index for word in group.words & self._places.keys() for index in self._places[word]}
        if group.kinds or group.ids:
            found |= {index for index, (name, kind) in self.actor_kinds.items() if kind in group.kinds or name in group.ids}
        for pattern in group.patterns:
            found |= self._fitting(pattern)
        return (index for index in found if not (group.unless and self._excepted(index, group)))

    def _fitting(self, pattern: re.Pattern[str]) -> set[int]:
        """Return the tokens that a pattern of words fits; many classes share one."""
        known = self._fits.get(pattern.pattern)
        if known is None:
            known = {index for text, places in self._spelt.items() if _fits(pattern.pattern, text) for index in places}
            self._fits[pattern.pattern] = known
        return known

    def _excepted(self, index: int, group: WordClass) -> bool:
        """Say whether a word beside another takes it out of its class."""
        return any(not group.unless.isdisjoint(self.words[at]) for at in self._beside(index))

    @cached_property
    def _spelt(self) -> dict[str, list[int]]:
        """The tokens by how they are written."""
        found: dict[str, list[int]] = {}
        for index, token in enumerate(self.tokens):
            found.setdefault(token.text, []).append(index)
        return found

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The tokens by each form under which they are met in word lists."""
        found: dict[str, list[int]] = {}
        for index, forms in enumerate(self.words):
            for form in forms:
                found.setdefault(form, []).append(index)
        return found

    def _beside(self, index: int) -> list[int]:
        """Return the tokens right before and after a token, and those that hang on it."""
        around = [at for at in (index - 1, index + 1) if 0 <= at < len(self.tokens)]
        return [*around, *self.children(index, "nmod", "amod", "compound")]

    def is_passive(self, verb: int) -> bool:
        """Say whether a verb stands in the passive, also as a bare past participle."""
        labels = {self.tokens[child].dep for child in self._children[verb]}
        if self.tokens[verb].text.lower() in _GIVEN and "aux" not in labels:
            return True
        if self.language == "fr" and (self._is_reflexive(verb) or not _WITH_BE.isdisjoint(self.words[verb])):
            return False
        if self.language == "fr" and any(self.tokens[child].text.lower() == "été" for child in self._children[verb]):
            return True
        if labels & {"aux:pass", "nsubj:pass"} or ("obl:agent" in labels and "VerbForm=Fin" not in self.tokens[verb].morph):
            return True
        if "Voice=Pass" in self.tokens[verb].morph:
            return True
        if self._is_headline_passive(verb, labels):
            return True
        if labels & {"nsubj", "aux", "obj"} or not self.is_past_participle(verb):
            return False
        head = self.tokens[verb].head
        return self.tokens[verb].dep != "conj" or head == verb or self.is_passive(head)

    def _is_headline_passive(self, verb: int, labels: set[str]) -> bool:
        """Say whether an English verb that always has an object has none, and so undergoes it (`36 people abducted`)."""
        token = self.tokens[verb]
        if self.language != "en" or token.text.lower() not in _UNDERGONE or token.dep == "acl:relcl":
            return False
        return "nsubj" in labels and not labels & {"aux", "obj", "iobj", "ccomp", "xcomp", "obl:agent"}

    def _is_reflexive(self, verb: int) -> bool:
        """Say whether a French verb has `se` (`trois roquettes se sont abattues`), and so no passive."""
        return any(self.tokens[child].text.lower() in ("se", "s'", "s’") for child in self._children[verb])

    def is_past_participle(self, verb: int) -> bool:
        """Say whether a token is a past participle by its features."""
        token = self.tokens[verb]
        if token.pos == "ADJ" and self.language == "fr" and token.dep in ("acl", "amod") and token.lemma.endswith("er"):
            return token.text.lower().endswith(("é", "és", "ée", "ées"))
        return (
            "VerbForm=Part" in token.morph and "Tense=Pres" not in token.morph and not token.text.lower().endswith(("ing", "ant"))
        )

    def is_verbal(self, index: int) -> bool:
        """Say whether a token is a verb or a participle, also where only its auxiliary tells (`l'ont fouetté` tagged as a noun)."""
        return (
            self.tokens[index].pos in VERBAL
            or (self.tokens[index].pos == "ADJ" and self.is_past_participle(index))
            or (self.tokens[index].pos == "NOUN" and bool(self.children(index, "aux")) and self.tokens[index].text.endswith(_DONE))
        )

    def never(self, verb: int) -> bool:
        """Say whether a phrase of time denies a verb (`have at no point asked`, `n'ont à aucun moment demandé`)."""
        phrases = [child for child in self.children(verb, "obl", "advmod") if self.tokens[child].lemma in _POINTS]
        return any(self.tokens[below].lemma in ("no", "aucun") for child in phrases for below in self.children(child))

    def is_present_participle(self, verb: int) -> bool:
        """Say whether a token is a French present participle: parsers take its object for a subject (`tuant douze …`)."""
        token = self.tokens[verb]
        return self.language == "fr" and token.text.lower().endswith("ant") and "VerbForm=Fin" not in token.morph

    def is_noun(self, index: int | None) -> bool:
        """Say whether there is a token and it is a common noun or a name."""
        return index is not None and self.tokens[index].pos in ("NOUN", "PROPN")


@lru_cache(maxsize=65536)
def _fits(pattern: str, text: str) -> bool:
    return re.search(pattern, text) is not None
