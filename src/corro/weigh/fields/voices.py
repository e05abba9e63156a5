"""Who is heard in a passage; two who are heard against each other hold two positions, whatever words they use."""

from collections.abc import Iterator

from corro.model import DisputeKind
from corro.weigh.fields.lexicon import word_set
from corro.weigh.fields.stages import two_stages
from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding, dispute

_CONTENDING = word_set(
    "insist insists insisted reply replies replied retort retorts retorted argue argues argued maintain maintains maintained "
    "blame blames blamed accuse accuses accused counter counters countered contend contends contended dispute disputes disputed "
    "repond repondent retorque retorquent retorque soutient soutiennent affirme affirment maintient maintiennent accuse accusent "
    "insiste insistent pretend pretendent conteste contestent attribue attribuent impute imputent replique repliquent"
)
"""Verbs of whoever speaks against somebody. Source: own list after the pairs of two hands, 2026-11."""

_SAYING = _CONTENDING | word_set(
    "say says said state states stated hold holds claim claims claimed call calls called describe describes described "
    "dit disent declare declarent assure assurent estime estiment explique expliquent parle parlent juge jugent"
)
_ONLY_WITH_THAT = frozenset({"hold", "holds", "claim", "claims"})
_FUNCTION_WORDS = word_set(
    "the a an le la les l d de du des un une of to in on at et and il elle ils elles he she it they we nous on qu que that for by "
    "its his her their leur leurs son sa ses own same also have has had ont a s est was were is are not ne n pas"
)
_MARKS = frozenset(".;:!?,()")

SPEAKER_REACH = 4
"""Words before a verb of saying, or after "according to", among which stands who speaks. Source: own judgement, 2026-11."""

STEM_LETTERS = 5
"""Letters by which two words are one. Source: as in `opposed`."""

CONTENDED = {
    "actor": DisputeKind.ATTRIBUTION,
    "provenance": DisputeKind.PROVENANCE,
    "legal": DisputeKind.LAW,
    "date": DisputeKind.DATE,
    "identity": DisputeKind.IDENTITY,
}
"""Questions on which two who contend give two answers. Source: docs/codebook.md, D03, D11 to D15, D22."""


def relate_voices(one: Told, other: Told, field: str) -> Finding | None:
    """Say whether two are heard against each other on a question.

    To say the same, nobody insists, replies or accuses: where somebody else is heard in each passage, and one of them by such a
    verb, they hold two positions. Who only says or confirms is not held against another.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question.

    Returns:
        A dispute, or None.

    Source: docs/codebook.md, pairs of claims.
    """
    if field == "identity" and who_was(one, other):
        return dispute(DisputeKind.IDENTITY, "identity.held", "Others tell who it was, and tell it otherwise.")
    if field not in CONTENDED or not against(one, other) or two_stages(one, other, "procedure", "decision", "law_making"):
        return None
    kind = CONTENDED[field]
    return dispute(kind, f"{kind}.voices", "Two are heard against each other; both positions stand side by side.")


def against(one: Told, other: Told) -> bool:
    """Say whether somebody else is heard in each of two passages, and one of them contends."""
    mine, theirs = heard(one), heard(other)
    contending = _CONTENDING & (set(one.words) | set(other.words))
    return bool(contending and mine and theirs and not mine & theirs)


_BEING = word_set("was is were are etait est etaient sont s c")


def who_was(one: Told, other: Told) -> bool:
    """Say whether others are heard in each passage, each telling who somebody was."""
    mine, theirs = heard(one), heard(other)
    return bool(mine and theirs and not mine & theirs and _BEING & set(one.words) and _BEING & set(other.words))


def heard(told: Told) -> frozenset[str]:
    """Return the stems of the words by which a passage names who is heard in it."""
    words = told.words
    found = {word for index in range(len(words)) for word in _speaker(words, index)}
    return frozenset(word[:STEM_LETTERS] for word in found if word not in _FUNCTION_WORDS | _SAYING)


def _speaker(words: tuple[str, ...], index: int) -> tuple[str, ...]:
    word, before = words[index], words[index - 1] if index else "."
    if word == "selon" or (word == "apres" and before == "d") or (word == "to" and before == "according"):
        return _clause(words[index + 1 :])
    if word == "pour" and before in _MARKS:
        return _clause(words[index + 1 :])
    if word not in _SAYING or (word in _ONLY_WITH_THAT and words[index + 1 : index + 2] != ("that",)):
        return ()
    return _clause(words[:index][::-1]) or _clause(words[index + 1 :])


def _clause(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_until_mark(words[:SPEAKER_REACH]))


def _until_mark(words: tuple[str, ...]) -> Iterator[str]:
    for word in words:
        if word in _MARKS:
            return
        yield word
