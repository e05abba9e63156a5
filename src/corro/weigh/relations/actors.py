"""How two names or labels in one role of an event stand to each other; a source's own label is always kept."""

from corro.model import ActorKind, ActorValue, DisputeKind
from corro.vocab import actor
from corro.weigh.identity import Sameness, is_person, is_post, misspelt, name_words, same_post, same_word, sameness, words_of
from corro.weigh.relations.capacities import capacity, class_only
from corro.weigh.relations.stands import Scene, Stand, languages, outlier, told_on, versions
from corro.weigh.relations.verdict import Verdict, agree, dispute, incomparable, refine, slip
from corro.weigh.wordlists import GOVERNMENT_WORDS, MINISTRY_WORDS, PRESIDENCY_WORDS

PROVENANCE_ROLES = frozenset({"proposed_by", "announced_by", "invited_by", "endorsed_by", "requested_by"})
"""Roles that tell who chose, asked or said first."""

_CONTESTED_KINDS = frozenset({ActorKind.PRIVATE_MILITARY, ActorKind.FOREIGN_STATE_FORCE})
"""Kinds whose labels are themselves in dispute: to call foreign personnel by a company's name is to say more (D22)."""

_KIND_OF_DOER = {
    "V": DisputeKind.ATTRIBUTION,
    "A": DisputeKind.ATTRIBUTION,
    "H": DisputeKind.PROVENANCE,
    "O": DisputeKind.PROVENANCE,
    "M": DisputeKind.PROVENANCE,
}
"""What two doers of one event are a dispute about, by family of its type: who did it, or who decided it.

Several may speak at one meeting or call for one inquiry, so family C has none (docs/codebook.md, D16).
"""


def relate_actors(one: Stand, other: Stand, scene: Scene) -> Verdict | None:
    """Say how two labels in one role stand to each other.

    Args:
        one: A label with those who use it.
        other: Another.
        scene: What is known around them.

    Returns:
        The verdict; None where they name one actor in the same way, or nothing tells them apart.

    Source: docs/codebook.md, pairs of claims; D06, D11, D12, D16, D22.
    """
    if not isinstance(one.value, ActorValue) or not isinstance(other.value, ActorValue):
        return None
    verdict = _sameness(one, other, scene)
    if verdict is Sameness.SAME:
        return _spelling(one, other, one.value, other.value) or _labels_kept(one, other, one.value, other.value)
    if verdict is Sameness.CLASS:
        return _replaced(one, other, scene) or _class(one, other, one.value, other.value)
    if verdict is Sameness.UNKNOWN and not _excluded_by_words(one, other, scene):
        return None
    return _different(one, other, scene)


def _sameness(one: Stand, other: Stand, scene: Scene) -> Sameness:
    """Compare the labels, and where one is a name and the other a post, the posts."""
    left, right = one.value, other.value
    assert isinstance(left, ActorValue)  # noqa: S101 - checked by the caller
    assert isinstance(right, ActorValue)  # noqa: S101 - checked by the caller
    found = sameness(left, right)
    if _known(left) and _known(right) and not _label_in_dispute(one.role, left, right):
        return Sameness.SAME if _known(left) == _known(right) else Sameness.DIFFERENT
    if found is Sameness.SAME or class_only(left) or class_only(right):
        return found
    mine, theirs = posts_of(one, scene), posts_of(other, scene)
    if mine and theirs and is_person(left) != is_person(right) and found is not Sameness.DIFFERENT:
        return Sameness.SAME if same_post(mine, theirs) else Sameness.DIFFERENT
    return found


def _known(value: ActorValue) -> str | None:
    """Return the known actor that a label leads to, be it by inference."""
    return value.actor_id or value.inferred_id


def _label_in_dispute(role: str, left: ActorValue, right: ActorValue) -> bool:
    """Say whether to call an actor by its name is itself a position, where others name it by a class only (D22)."""
    return role in ("actor", "instrument") and bool({left.kind, right.kind} & _CONTESTED_KINDS)


def posts_of(stand: Stand, scene: Scene) -> frozenset[str]:
    """Return the words of the post by which the texts name somebody, from the first text that names one."""
    for claim, slot in stand.told:
        if isinstance(slot.value, ActorValue):
            words = capacity(slot.value, scene.documents_by_id.get(claim.document_id), slot.span)
            if words:
                return words
    return frozenset()


def _excluded_by_words(one: Stand, other: Stand, scene: Scene) -> bool:
    """Say whether two unknown labels exclude each other where only one can have chosen, proposed or ordered.

    Labels in two languages share no words even if they name one, so nothing is said of them.
    """
    if _kind(one.role, scene) is not DisputeKind.PROVENANCE or languages(one, scene) != languages(other, scene):
        return False
    left, right = words_of(one.printed), words_of(other.printed)
    if (left | right) & PRESIDENCY_WORDS or bool(left & GOVERNMENT_WORDS) != bool(right & GOVERNMENT_WORDS):
        return _of_one_government(one, other)
    return not (left & right) - MINISTRY_WORDS


def _spelling(one: Stand, other: Stand, left: ActorValue, right: ActorValue) -> Verdict | None:
    """Report a spelling that the vocabulary knows as a slip, and one that a single lineage has against several others."""
    wrong = one if _is_typo(left) else other if _is_typo(right) else None
    shared = any(same_word(mine, theirs) for mine in name_words(left) for theirs in name_words(right))
    if wrong and shared and _is_typo(left) != _is_typo(right):
        return slip(DisputeKind.IDENTITY, "name.known_typo", f"“{wrong.printed}” is a known misspelling.", wrong)
    odd = outlier(one, other)
    if odd and is_person(left) and is_person(right) and misspelt(name_words(left), name_words(right)):
        words = f"“{one.printed}” and “{other.printed}” are one name; one lineage alone spells it “{odd.printed}”."
        return slip(DisputeKind.IDENTITY, "name.rare_spelling", words, odd)
    return None


def _labels_kept(one: Stand, other: Stand, left: ActorValue, right: ActorValue) -> Verdict | None:
    """Note that two labels without a word in common were taken for one known actor ("junta", "interim government")."""
    inferred = bool(left.inferred_id) != bool(right.inferred_id) or bool(left.inferred_id)
    if not inferred or one.role != "actor" or name_words(left) & name_words(right):
        return None
    return agree("actor.one_known", f"“{one.printed}” and “{other.printed}” are taken for one actor; each label is kept.")


def _is_typo(value: ActorValue) -> bool:
    known = actor(value.actor_id) if value.actor_id else None
    if known is None:
        return False
    words = name_words(value)
    right = {word for name in known.names if name.form != "typo" for word in name_words(ActorValue(name.text))}
    typos = {word for name in known.names if name.form == "typo" for word in name_words(ActorValue(name.text))} - right
    return bool(words & typos)


def _replaced(one: Stand, other: Stand, scene: Scene) -> Verdict | None:
    """Find a post that one version of a report names and another takes back for a mere class ("a senior official")."""
    if one.role != "target" or one.documents & other.documents or not versions(one, other, scene):
        return None
    words = f"“{one.printed}” and “{other.printed}” stand in two versions of one report."
    return dispute(DisputeKind.VERSION, "actor.versions", words)


def _class(one: Stand, other: Stand, left: ActorValue, right: ActorValue) -> Verdict | None:
    both = f"“{one.printed}” and “{other.printed}”"
    if _known(left) and _known(left) == _known(right):
        words = f"{both} are only inferred to be one; each source's label is kept."
        return dispute(DisputeKind.ATTRIBUTION, "actor.label_kept", words)
    if one.role in ("victim", "target") and not (_somebody(one) or _somebody(other)):
        return None
    if left.actor_id or right.actor_id or class_only(left) or class_only(right) or name_words(left) != name_words(right):
        return refine("actor.class", f"{both}: one names whom the other only describes, no contradiction.")
    return None


def _different(one: Stand, other: Stand, scene: Scene) -> Verdict | None:
    both = f"“{one.printed}” and “{other.printed}”"
    if _part_of(one, other) or _part_of(other, one) or _of_one_government(one, other):
        return refine("actor.part", f"{both}: one is a part of the other, no contradiction.")
    if one.role == "actor" and one.documents & other.documents:
        return None
    if versions(one, other, scene):
        return dispute(DisputeKind.VERSION, "actor.versions", f"{both} stand in two versions of one report.")
    if told_on(one, other, scene):
        return _told_on(both, one, other, scene)
    kind = _kind(one.role, scene)
    if kind is DisputeKind.IDENTITY and not (_somebody(one) and _somebody(other)):
        return None
    if kind is None:
        return incomparable("actor.several", f"{both} can both have this role: no contradiction.")
    return dispute(kind, f"{kind}.different", f"{both} are not the same.")


def _somebody(stand: Stand) -> bool:
    """Say whether a label is a person or a post; crowds ("203 fighters", "500 people") differ by their figures."""
    value = stand.value
    return isinstance(value, ActorValue) and (
        is_person(value) or is_post(name_words(value)) or stand.role in ("resolution", "presidency")
    )


def _told_on(both: str, one: Stand, other: Stand, scene: Scene) -> Verdict:
    """Judge a change within one lineage: a corrected post is a change of version, anything else a slip."""
    if one.role == "target" and languages(one, scene) == languages(other, scene):
        return dispute(DisputeKind.VERSION, "actor.versions", f"{both} stand in two versions of one report.")
    return slip(DisputeKind.IDENTITY, "actor.told_on", f"{both}: one lineage carries both.")


def _kind(role: str, scene: Scene) -> DisputeKind | None:
    """Return what a difference in a role is about; None for roles that several may have at once."""
    if role in PROVENANCE_ROLES:
        return DisputeKind.PROVENANCE
    if role == "actor":
        return _KIND_OF_DOER.get(scene.event_type[:1])
    if role in ("target", "victim", "resolution", "presidency"):
        return DisputeKind.IDENTITY
    return DisputeKind.ATTRIBUTION if role in ("body", "instrument") else None


def _of_one_government(one: Stand, other: Stand) -> bool:
    """Say whether one is a government as a whole and the other a ministry or minister."""
    return any(_government(whole) and _ministry(part) and not _ministry(whole) for whole, part in ((one, other), (other, one)))


def _government(stand: Stand) -> bool:
    by_kind = isinstance(stand.value, ActorValue) and stand.value.kind is ActorKind.GOVERNMENT
    return by_kind or bool(words_of(stand.printed) & GOVERNMENT_WORDS)


def _ministry(stand: Stand) -> bool:
    return bool(words_of(stand.printed) & MINISTRY_WORDS)


def _part_of(inner: Stand, outer: Stand) -> bool:
    """Say whether the vocabulary knows one as a part of the other."""
    if not isinstance(inner.value, ActorValue) or not isinstance(outer.value, ActorValue):
        return False
    name, whole = inner.value.actor_id, outer.value.actor_id
    for _ in range(4):
        known = actor(name) if name else None
        name = known.parent_id if known else None
        if name is not None and name == whole:
            return True
    return False
