"""What excludes the other passage: parties that speak against each other, rival labels, and denials of what the other says."""

import re

from corro.model import DisputeKind
from corro.weigh.fields.editions import states
from corro.weigh.fields.lexicon import word_set
from corro.weigh.fields.names import full_names, like_any, names, shared, speak_alike, unshared
from corro.weigh.fields.stages import two_stages
from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding, agree, dispute, incomparable

KINDS = {
    "count": DisputeKind.QUANTITY,
    "date": DisputeKind.DATE,
    "place": DisputeKind.FACT,
    "actor": DisputeKind.ATTRIBUTION,
    "identity": DisputeKind.IDENTITY,
    "role": DisputeKind.IDENTITY,
    "legal": DisputeKind.LAW,
    "status": DisputeKind.FACT,
    "characterisation": DisputeKind.CHARACTERISATION,
    "provenance": DisputeKind.PROVENANCE,
    "existence": DisputeKind.FACT,
}
"""What a dispute on each question is about. Source: docs/codebook.md, pairs of claims."""

STEM_LETTERS = 5
"""Letters by which two words of one or two languages are one. Source: chosen on the development pairs, 2026-11."""

DENIAL_REACH = 6
"""Words after or before a denial among which stands what it denies. Source: as above."""


def relate_opposed(one: Told, other: Told, field: str) -> Finding | None:
    """Say whether two passages exclude each other on a question.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question.

    Returns:
        A dispute, or that both say the same although parties say it; None where nothing shows that they exclude each other.

    Source: docs/codebook.md, pairs of claims; D09, D11 to D15, D22, D24.
    """
    kind = KINDS.get(field, DisputeKind.FACT)
    if both_deny(one, other):
        return agree("denial.both", "Both deny the same.")
    if kind is DisputeKind.CHARACTERISATION and (found := _labels(one, other)):
        return found
    staged = two_stages(one, other, "procedure", "briefing", "body", "publishing")
    if _parties(one, other) and (kind is DisputeKind.LAW or not staged):
        return dispute(kind, f"{kind}.parties", "Parties that stand against each other tell it; both stand side by side.")
    if _denied(one, other, field):
        return dispute(kind, f"{kind}.denied", "One denies what the other says; both stand side by side.")
    if field == "provenance" and _both_first(one, other):
        return dispute(kind, "provenance.first", "Each says that the other was first.")
    if field == "identity" and _nobody_else(one, other):
        return dispute(kind, "identity.nobody_else", "One says that it was this person and nobody else.")
    if field == "identity" and (_two_persons(one, other) or _two_posts(one, other)) and not two_stages(one, other):
        if not speak_alike(one, other):
            return incomparable("identity.two_roles", "They name two persons in two parts; both can hold.")
        return dispute(kind, "identity.two_names", "One person is given two names.")
    return None


_FIRST = re.compile(r"\b(?:first|premier|première|d['’]abord|l['’]initiative|initiative)\b", re.IGNORECASE)


def _both_first(one: Told, other: Told) -> bool:
    """Say whether in each passage somebody maintains who was first to do it, and they are not one source."""
    maintained = all(_FIRST.search(told.text) and _SAYING & set(told.words) for told in (one, other))
    return maintained and one.source != other.source


_NOBODY_ELSE = re.compile(
    r"\b(?:nobody else|no one else|none other|nul autre|personne d['’]autre|et lui seul|et elle seule)\b", re.IGNORECASE
)


def _nobody_else(one: Told, other: Told) -> bool:
    """Say whether one passage excludes everybody but whom it names, and the other names somebody else."""
    excluding = bool(_NOBODY_ELSE.search(one.text)) != bool(_NOBODY_ELSE.search(other.text))
    return excluding and not one.any_keys("posts") & other.any_keys("posts")


def _denied(one: Told, other: Told, field: str) -> bool:
    if field in ("status", "existence") and states(one) & states(other):
        return False
    if (
        field in ("status", "existence")
        and "denial" in one.any_keys("marks") | other.any_keys("marks")
        and _poles_apart(one, other)
    ):
        return True
    if field == "status" and (_same_by_negation(one, other) or _same_by_negation(other, one)):
        return False
    return denies(one, other) or denies(other, one) or (field in DENIED_FIELDS and _one_sided(one, other))


_NEGATIVE_POLES = frozenset({"openness.closed", "force.ended", "liberty.held", "life.dead", "claiming.unclaimed", "making.planned"})
"""Poles that a language says by a negation too: who cannot land finds the field closed. Source: table `axes` of `stand_words`."""


def _same_by_negation(one: Told, other: Told) -> bool:
    """Say whether one passage names a negative state outright, and the other says it by a negation."""
    named = bool(states(one) & _NEGATIVE_POLES) and not _denied_words(one)
    return named and bool(_denied_words(other)) and not states(other) & _NEGATIVE_POLES and not _poles_apart(one, other)


def _poles_apart(one: Told, other: Told) -> bool:
    mine, theirs = states(one), states(other)
    axes = {key.split(".")[0] for key in mine} & {key.split(".")[0] for key in theirs}
    return bool(axes) and not mine & theirs


DENIED_FIELDS = frozenset({"existence", "identity", "provenance", "actor", "role"})
"""Questions on which a denial in one passage alone is about the answer. Source: chosen on the development pairs, 2026-11."""

_BESIDE = frozenset({"without", "else", "sans", "only", "cannot", "yet"})
"""Words of a denial that is not about the answer ("nobody else was hurt", "without a licence"). Source: as above."""


def _one_sided(one: Told, other: Told) -> bool:
    """Say whether one passage alone denies something, in its main clause, and does not say the same state in other words."""
    denying = [told for told in (one, other) if _denied_words(told)]
    return len(denying) == 1 and not _BESIDE & set(denying[0].words)


def side(told: Told) -> frozenset[str]:
    """Return on which sides whoever puts a passage forward stands."""
    return Told(told.source, told.language).any_keys("sides") | Told(told.source, "en").any_keys("sides")


_SAYING = word_set(
    "said says say replies replied insists insisted argues maintains claims affirms states denies denied dit affirme "
    "soutient assure rappelle estime repond insiste maintient dement nie pretend"
)
_ACCORDING = frozenset({"selon", "apres", "to"})
SAYING_REACH = 3
"""Words between whoever speaks and the word for speaking. Source: own judgement, 2026-11."""


def speaking_side(told: Told) -> frozenset[str]:
    """Return on which sides those stand who are heard in a passage."""
    found = set()
    for hit in told.hits("sides"):
        after, before = told.words[hit.last : hit.last + SAYING_REACH], told.words[max(0, hit.first - SAYING_REACH) : hit.first]
        if _SAYING & set(after) or _ACCORDING & set(before):
            found.add(hit.key)
    return frozenset(found)


def _is_party(told: Told) -> bool:
    """Say whether whoever puts a passage forward is no outlet: somebody who speaks for a cause, a State or themselves."""
    spoken = Told(told.source, told.language)
    return bool(told.source) and not (spoken.any_keys("outlets") | Told(told.source, "en").any_keys("outlets"))


def _parties(one: Told, other: Told) -> bool:
    """Say whether two parties speak, each for a side of its own; two States' organs are two sides."""
    mine, theirs = side(one) or speaking_side(one), side(other) or speaking_side(other)
    if one.source == other.source:
        return False
    if _is_party(one) and _is_party(other) and not side(one) & side(other):
        return True
    if not mine or not theirs:
        return False
    if mine != theirs and not (mine & theirs and not (side(one) and side(other))):
        return bool((mine | theirs) & {"state", "rebels"})
    return mine == {"state"} and bool(unshared(Told(one.source, one.language), Told(other.source, other.language)))


def both_deny(one: Told, other: Told) -> bool:
    """Say whether both passages deny something, and neither says that it is."""
    mine, theirs = _denied_words(one), _denied_words(other)
    return bool(mine & theirs) and not denies_alone(one, other)


def denies_alone(one: Told, other: Told) -> bool:
    """Say whether one passage affirms what the other denies."""
    return bool(_denied_words(one) & _affirmed_words(other)) and bool(_denied_words(other) & _affirmed_words(one))


def _labels(one: Told, other: Told) -> Finding | None:
    """Set rival labels against each other; labels that both use make no rivals."""
    mine, theirs = one.keys("labels"), other.keys("labels")
    for label in sorted(mine):
        axis = label.split(".")[0]
        rivals = {found for found in theirs if found.split(".")[0] == axis}
        if rivals and label not in rivals and not rivals & mine:
            return _rival_labels(label, min(rivals))
        if len(rivals) > 1 and label in rivals and "denial" in other.any_keys("marks") - one.any_keys("marks"):
            return _rival_labels(label, min(rivals - {label}))
    refused = {hit.key for hit in other.hits("labels") if hit.denied} & mine | {
        hit.key for hit in one.hits("labels") if hit.denied
    } & theirs
    if refused:
        label = min(refused)
        return _rival_labels(label, f"not {label}")
    return None


def _rival_labels(one: str, other: str) -> Finding:
    words = f"“{_label(one)}” and “{_label(other)}” are rival labels of one thing; both stand side by side, none is decided."
    return dispute(DisputeKind.CHARACTERISATION, "characterisation.labels", words)


def _label(key: str) -> str:
    return key.rsplit(".", maxsplit=1)[-1].replace("_", " ")


_NO_DENIAL = (
    *(("else",), ("only",), ("d",), ("governmental",), ("gouvernementale",), ("violent",), ("seulement",)),
    *(("yet",), ("encore",)),
)
"""Words after a negation that make it none ("not only", "non-governmental"), or tell what is still to come ("not yet")."""

_NEGATIONS = word_set(
    "wrong no not never nobody none neither nor denies denied deny denying false untrue pas jamais aucun aucune nie "
    "nient dement dementent personne non faux nullement ni nothing rien"
)


def _denied_words(told: Told) -> frozenset[str]:
    """Return the stems around each denial, within its sentence."""
    found: set[str] = set()
    for index, word in enumerate(told.words):
        if word in _NEGATIONS and told.words[index + 1 : index + 2] not in _NO_DENIAL and not _or_not(told, index):
            for step in (1, -1):
                for near in range(index + step, index + step * (DENIAL_REACH + 1), step):
                    if not 0 <= near < len(told.words) or told.words[near] in ".;:!?":
                        break
                    found.add(told.words[near][:STEM_LETTERS])
    return frozenset(stem for stem in found if len(stem) >= STEM_LETTERS or stem in names(told))


def _or_not(told: Told, index: int) -> bool:
    """Say whether a negation only closes an alternative ("of the mission or not"), and denies nothing."""
    return index > 0 and told.words[index - 1] in ("or", "ou")


def _affirmed_words(told: Told) -> frozenset[str]:
    return frozenset(word[:STEM_LETTERS] for word in told.words) - _denied_words(told)


def denies(one: Told, other: Told) -> bool:
    """Say whether one passage denies something of which the other speaks without denying it."""
    if "negation" in other.any_keys("marks") and _denied_words(other):
        return False
    return bool(_denied_words(one) & _affirmed_words(other))


def _two_posts(one: Told, other: Told) -> bool:
    """Say whether a person whom neither passage names has a post in each, and not one post."""
    mine, theirs = one.any_keys("posts"), other.any_keys("posts")
    return bool(mine and theirs) and not mine & theirs and not shared(one, other)


def _two_persons(one: Told, other: Told) -> bool:
    """Say whether each passage gives a full name that has nothing in common with the other's names."""
    mine = [run for run in full_names(one) if not any(like_any(word, other.words) for word in run)]
    theirs = [run for run in full_names(other) if not any(like_any(word, one.words) for word in run)]
    return bool(mine and theirs)
