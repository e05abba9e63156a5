"""Marks of a doer's surroundings in a text, from which the forest of `status_forest` judges how firmly the deed is tied to him.

A mark is a number under a name that is made of a place (`left`, `sentence`, `head`, …) and a class of words. No mark holds a word
of any text, so that the weights can hold none.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corro.extract.statements.status_text import Naming, Telling, forms_of, namings

STRONG = ("accuse", "suspect", "possible", "claim", "admit", "deny")
"""Classes that say of a deed's doer that he is not simply reported. Source: the five values of the slot, Sundheim 1991."""

_CUES = ("inquiry", "authority", "report", "unknown", "own_voice", "message", "media", "capture", "witness", "critic", "deed")
BASE = frozenset([*STRONG, *_CUES, "threat", "members", "recent"])
"""Classes of which marks are made; the others only serve ties."""

_SIDES = {"left": BASE | {"by", "of", "against", "with"}, "right": BASE}
_COUNTED = (*STRONG, "inquiry", "unknown", "own_voice", "message", "trace")
_WIDE = frozenset([*STRONG, "authority", "deed"])
_OFFICIAL = frozenset(["communique", "statement", "speech", "conference"])
_HEADS = (*sorted(_OFFICIAL), "clandestine", "domestic", "commentary", "interview", "report", "excerpt")
_NEAR, _FAR, _BESIDE = 4, 12, 7
"""Words beside the name that count as near, far, and as its clause. Source: chosen on the training texts, 2026-11."""
_MANY = 40

Marks = dict[str, float]


@dataclass(frozen=True, slots=True)
class Doer:
    """A doer in a text.

    Attributes:
        telling: The text.
        namings: Where he is named.
        words: The words of his names.
        focus: Numbers of the sentences to judge by: those that name him and a deed, else all that name him.
        labelled: Whether the head of the text names him.
        others: Namings of other doers of the text.
        twin: Whether he is asked about twice.
    """

    telling: Telling
    namings: tuple[Naming, ...]
    words: frozenset[str]
    focus: tuple[int, ...]
    labelled: bool
    others: tuple[tuple[str, int], ...] = ()
    twin: bool = False

    @property
    def kind(self) -> str:
        """What sort of doer his name tells."""
        return self.telling.vocabulary.kind(self.words)


def doers(telling: Telling, names: Sequence[Sequence[str]]) -> tuple[Doer, ...]:
    """Find the doers of a text.

    Args:
        telling: The text.
        names: For each doer the forms of his name.
    """
    alone = [_doer(telling, forms) for forms in names]
    keys = [frozenset(forms) for forms in names]
    return tuple(
        Doer(
            telling,
            doer.namings,
            doer.words,
            doer.focus,
            doer.labelled,
            tuple((other.kind, len(other.namings)) for other, name in zip(alone, keys, strict=True) if name != key),
            twin=keys.count(key) > 1,
        )
        for doer, key in zip(alone, keys, strict=True)
    )


def _doer(telling: Telling, names: Sequence[str]) -> Doer:
    forms = forms_of(names, telling)
    found = namings(forms, telling)
    sentences = sorted({naming.sentence for naming in found})
    deeds = [number for number in sentences if "deed" in telling.sentences[number].classes]
    labelled = any(" ".join(form) in " ".join(label) for form in forms for label in telling.labels[:3])
    return Doer(telling, found, frozenset(word for form in forms for word in form), tuple(deeds or sentences), labelled)


def marks(doer: Doer) -> Marks:
    """Return the marks of a doer's surroundings.

    Args:
        doer: The doer.

    Returns:
        Numbers by mark; a mark that is not there is 0.
    """
    found: Marks = {f"kind.{doer.kind}": 1.0}
    for part in (_of_head(doer), _of_text(doer), _of_namings(doer), _of_sentences(doer), _of_clauses(doer)):
        found.update(part)
    return {name: round(float(value), 3) for name, value in found.items() if value}


def _of_head(doer: Doer) -> Iterator[tuple[str, float]]:
    telling = doer.telling
    yield from ((f"head.{word}", 1.0) for word in _HEADS if word in telling.head)
    yield "head.authority", any("authority" in telling.vocabulary.of(label) for label in telling.labels)
    yield "head.doer", doer.labelled
    yield "head.continued", "continued" in telling.head
    side = "state" if doer.kind == "state" else "not_state"
    yield f"clandestine.{side}", "clandestine" in telling.head
    official = any("authority" in telling.vocabulary.of(label) for label in telling.labels)
    yield f"official.{side}", official and not _OFFICIAL.isdisjoint(telling.head)


def _of_text(doer: Doer) -> Iterator[tuple[str, float]]:
    sentences = doer.telling.sentences
    classes = Counter(name for sentence in sentences for name in sentence.classes)
    yield from ((f"text.{name}", min(1.0, classes[name] / 4)) for name in _COUNTED)
    yield "text.fighters", min(1.0, classes["fighters"] / 5)
    yield "text.length", min(len(sentences), _MANY) / _MANY
    sources = Counter(sort for sentence in sentences for sort in sentence.sources)
    yield from ((f"text.source.{sort}", count / len(sentences)) for sort, count in sources.items())
    claims = [sentence for sentence in sentences if {"responsibility", "claiming"} <= sentence.classes]
    yield "text.claimed", bool(claims)
    yield "text.unclaimed", any("none" in sentence.classes for sentence in claims)
    yield "others.state", any(kind == "state" for kind, _ in doer.others)
    yield "others.not_state", any(kind != "state" for kind, _ in doer.others)
    yield "others.namings", min(5, sum(count for _, count in doer.others))
    yield "twin", doer.twin


def _of_namings(doer: Doer) -> Iterator[tuple[str, float]]:
    found, length = doer.namings, max(1, len(doer.telling.sentences))
    yield "named.never", not found
    yield "named.once", len(found) == 1
    yield "named.times", min(len(found), 8) / 8
    yield "named.first", found[0].sentence / length if found else 1.0
    yield "named.early", bool(found) and found[0].sentence <= 1
    yield "named.late", bool(found) and found[0].sentence > _NEAR
    deeds = [naming for naming in found if "deed" in doer.telling.sentences[naming.sentence].classes]
    yield "named.without_deed", not deeds


def _of_sentences(doer: Doer) -> Iterator[tuple[str, float]]:
    sentences, share = doer.telling.sentences, 1 / max(1, len(doer.focus))
    found: Counter[str] = Counter()
    for number in doer.focus:
        sentence = sentences[number]
        found.update(_shares(sentence.classes, sentence.sources, share))
        for other, place in ((number - 1, "before"), (number + 1, "after")):
            if 0 <= other < len(sentences):
                found.update({f"{place}.{name}": 1.0 for name in sentences[other].classes & set(STRONG)})
        if number:
            found.update({f"before.source.{sort}": 1.0 for sort in sentences[number - 1].sources})
    for name, value in found.items():
        yield name, value if name.startswith("sentence.") else 1.0


def _shares(classes: frozenset[str], sources: frozenset[str], share: float) -> dict[str, float]:
    found = {f"sentence.{name}": share for name in classes & BASE} | {f"sentence.source.{sort}": share for sort in sources}
    found |= {f"source.{sort}": 1.0 for sort in sources}
    plain = classes.isdisjoint(STRONG)
    return found | {"sentence.plain": share * plain, "sentence.bare": share * (plain and not sources), "plain": 1.0 * plain}


def _of_clauses(doer: Doer) -> Iterator[tuple[str, float]]:
    found: set[str] = set()
    acts = [_acting(doer, naming) for naming in doer.namings]
    for naming in doer.namings:
        if naming.sentence in doer.focus:
            found |= _beside(doer, naming)
        found |= _ties(doer, naming)
    yield from ((name, 1.0) for name in sorted(found))
    hedged, fact = acts.count("hedged"), acts.count("plain")
    yield "acts", bool(hedged or fact)
    yield "acts.plain", bool(fact)
    yield "acts.hedged", bool(hedged)
    yield "acts.only_hedged", bool(hedged and not fact)


def _beside(doer: Doer, naming: Naming) -> set[str]:
    """Return the classes of the words beside a name, by side and distance."""
    words, of = doer.telling.sentences[naming.sentence].words, doer.telling.vocabulary.of
    start, end = naming.start, naming.end
    left, far_left = of(words[max(0, start - _NEAR) : start]), of(words[max(0, start - _FAR) : max(0, start - _NEAR)])
    right, far_right = of(words[end : end + _NEAR]), of(words[end + _NEAR : end + _FAR])
    sides = {"left": left & _SIDES["left"], "right": right & _SIDES["right"]}
    sides |= {"far_left": far_left & _WIDE, "far_right": far_right & _WIDE}
    return {f"{side}.{name}" for side, names in sides.items() for name in names}


def _ties(doer: Doer, naming: Naming) -> set[str]:
    """Return what ties a doer to a deed beyond single words: who claims, who is accused, of whom it is only suspected."""
    sentence, of = doer.telling.sentences[naming.sentence], doer.telling.vocabulary.of
    words = sentence.words
    behind, before = of(words[naming.end :]), of(words[max(0, naming.start - 6) : naming.start])
    found = {
        "tie.claims": {"responsibility", "claiming"} <= behind,
        "tie.claim_before": {"responsibility", "claiming"} <= sentence.classes and not {"responsibility", "claiming"} <= behind,
        "tie.suspected": "suspect" in of(words[max(0, naming.start - 3) : naming.start]),
        "tie.possible": "possible" in before or "possible" in of(words[naming.end : naming.end + 3]),
        "tie.accused": "accuse" in before,
        "tie.accuses": "accuse" in of(words[naming.end : naming.end + 5]),
        "tie.accused_by_authority": "accuse" in sentence.classes and "authority" in sentence.sources,
        "tie.admits": "admit" in sentence.classes,
        "tie.speaks": "saying" in of(words[naming.end : naming.end + _BESIDE]),
        "tie.quoted": {"according", "selon"} & set(words[max(0, naming.start - 6) : naming.start]),
        "tie.denies": "deny" in of(words[naming.end : naming.end + _BESIDE]),
        **{f"tie.plain.{sort}": True for sort in _plain_sources(doer, naming)},
    }
    return {name for name, holds in found.items() if holds}


def _plain_sources(doer: Doer, naming: Naming) -> tuple[str, ...]:
    if _acting(doer, naming) != "plain":
        return ()
    return tuple(sorted(doer.telling.sentences[naming.sentence].sources))[:1] or ("none",)


def _acting(doer: Doer, naming: Naming) -> str:
    """Say whether a name stands as the doer of a deed: `plain`, `hedged` or not at all (empty)."""
    words, of = doer.telling.sentences[naming.sentence].words, doer.telling.vocabulary.of
    behind, before = words[naming.end : naming.end + _BESIDE], words[max(0, naming.start - 8) : naming.start]
    active = "act" in of(behind[:6]) and not ("passive" in of(behind[:2]) and "passive" in of(behind[2:4]))
    by = "by" in of(words[max(0, naming.start - 5) : naming.start])
    passive = by and bool(of(words[: naming.start]) & {"deed", "act", "doing"})
    if not active and not passive:
        return ""
    return "hedged" if (of(before) | of(behind)) & {"suspect", "possible", "accuse"} else "plain"
