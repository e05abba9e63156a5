"""One speaker in two posts: a state's representative to the UN is not a representative of the UN."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from corro.model import Claim, Difference, DisputeKind, Relation, Slot, TextValue
from corro.values import fold
from corro.vocab import actor
from corro.weigh.identity import ranks, same_name, words_of
from corro.weigh.relations.stands import Scene, Stand, outlier, told_on
from corro.weigh.relations.verdict import Verdict, dispute, slip
from corro.weigh.wordlists import DIPLOMATIC_WORDS, UN_WORDS

_DIPLOMATS = frozenset({"representative", "ambassador", "deputy"})


def capacity_differences(claims: Sequence[Claim], scene: Scene) -> Iterator[Difference]:
    """Compare the posts in which one speaker is said to have spoken, with each other and with the post that is known.

    At a meeting, whoever the same texts let speak is a speaker of it.

    Args:
        claims: The claims of one event.
        scene: What is known around them.

    Yields:
        A difference for each pair of posts that exclude each other, and for each post that lost the State it stands for.

    Source: docs/codebook.md, D07 and D13.
    """
    heard = [*claims, *(claim for claim in scene.related if scene.event_type in _MEETINGS and claim.holders)]
    for stands in _by_speaker(heard, scene):
        named = any(_of_a_state(words_of(stand.printed)) for stand in stands)
        for stand in stands if scene.event_type in _MEETINGS and not named else ():
            yield from _against_known(stand)
        for one, other in combinations(stands, 2):
            if verdict := relate_capacities(one, other, scene):
                positions = tuple(stand.position(error=stand is verdict.wrong) for stand in (one, other))
                yield Difference("speaker_role", verdict.relation, positions, verdict.kind, verdict.rule, verdict.words)


def _against_known(stand: Stand) -> Iterator[Difference]:
    """Find a post that the vocabulary knows as a State's, and the only text that names it calls the United Nations' own."""
    who = actor(stand.told[0][0].holders[0].actor_id or "")
    known = next((post for post in (who.posts if who else ()) if _of_a_state(words_of(post.title))), None)
    if known and _of_the_un(words_of(stand.printed)):
        words = f"“{stand.printed}”: the State was lost; the speaker is known as {known.title} ({known.source})."
        positions = (stand.position(error=True),)
        rule = "capacity.state_lost"
        yield Difference("speaker_role", Relation.TRANSMISSION_ERROR, positions, DisputeKind.IDENTITY, rule, words)


_TITLE = frozenset({"ambassador", "ambassadeur", "ambassadrice"})
"""Titles that representatives, deputies and directors bear beside their post. Source: own list, 2026-11."""

_MEETINGS = frozenset({"C1", "C2"})
"""Types at which people speak whom the text quotes elsewhere."""


def relate_capacities(one: Stand, other: Stand, scene: Scene) -> Verdict | None:
    """Say how two posts of one person stand to each other; None where both can be one post in other words."""
    left, right = words_of(one.printed), words_of(other.printed)
    both = f"“{one.printed}” and “{other.printed}”"
    for stand, mine, theirs in ((one, left, right), (other, right, left)):
        if _of_the_un(mine) and _of_a_state(theirs):
            words = f"{both}: the State that the representative speaks for was lost."
            return slip(DisputeKind.IDENTITY, "capacity.state_lost", words, stand)
    if not ranks(left) or not ranks(right) or ranks(left) & ranks(right) or (left | right) & _TITLE:
        return None
    if told_on(one, other, scene):
        return slip(DisputeKind.IDENTITY, "capacity.told_on", f"{both}: one lineage carries both.", outlier(one, other))
    return dispute(DisputeKind.IDENTITY, "capacity.two_posts", f"{both} are two posts.")


def _of_the_un(words: frozenset[str]) -> bool:
    return bool(ranks(words) & _DIPLOMATS) and bool(words & UN_WORDS) and not words - UN_WORDS - DIPLOMATIC_WORDS


def _of_a_state(words: frozenset[str]) -> bool:
    """Say whether a diplomat's post names whom it represents beside the United Nations ("of the United States to the UN", "US")."""
    rest = words - DIPLOMATIC_WORDS
    return bool(ranks(words) & _DIPLOMATS) and bool(rest - UN_WORDS or "states" in words or "etats" in words)


def _by_speaker(claims: Sequence[Claim], scene: Scene) -> Iterator[list[Stand]]:
    """Yield, for each person who speaks in two capacities or more, one stand a capacity."""
    spoken: dict[str, dict[str, list[Claim]]] = {}
    for claim in sorted(claims, key=lambda item: item.id):
        if claim.holders and claim.holders[0].capacity:
            name = _known_as(claim.holders[0].actor_id or fold(claim.holders[0].name), spoken)
            spoken.setdefault(name, {}).setdefault(claim.holders[0].capacity, []).append(claim)
    for _, capacities in sorted(spoken.items()):
        if capacities:
            yield [_stand(words, told, scene) for words, told in sorted(capacities.items())]


def _known_as(name: str, spoken: dict[str, dict[str, list[Claim]]]) -> str:
    words = words_of(name)
    return next((known for known in sorted(spoken) if same_name(words_of(known), words)), name)


def _stand(printed: str, claims: list[Claim], scene: Scene) -> Stand:
    told = tuple((claim, Slot("speaker_role", claim.passage, TextValue(printed))) for claim in claims)
    return Stand("speaker_role", TextValue(printed), printed, told, scene.count(claims))
