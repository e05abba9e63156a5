"""Completes the actors of a claim: known ids by their own names, fullest names, and what a label is only inferred to mean."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corro.model import ActorKind, ActorValue, Mention, MentionKind, Slot
from corro.resolve.places.peoples import country_name, demonym_country, demonyms
from corro.resolve.scenery import Scenery
from corro.values import Interval, fold
from corro.vocab import actor, actor_ids_by_name, actor_kind, actors, find_names, find_posts

_DETERMINERS = re.compile(r"^(?:the|a|an|le|la|les|l['’]|un|une|des|du|de la)\b\s*|^l['’]", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:\b(?:the|this|its|le|la|les|ce|cette|cet|du|au|aux)\s+|\bl['’])$", re.IGNORECASE)
_INDEFINITE = frozenset(["a", "an", "un", "une", "another", "autre"])
"""With one of these inside, a description introduces something new. Source: own list, 2026-11."""

_BEFORE = re.compile(r"([^,.;:!?()\n]{1,120}),?\s*$")
_AFTER = re.compile(r",\s*([^,.;:!?()\n]{1,120})")
"""What stands beside a name and can be its bearer's post (`the head of mission, Ms X`; `X, le chef de la mission`)."""

_CONTEXT = 12
_DESCRIBED = frozenset(
    {
        ActorKind.PRIVATE_MILITARY,
        ActorKind.UN_FORCE,
        ActorKind.REGIONAL_ORGANISATION,
        ActorKind.FOREIGN_STATE_FORCE,
        ActorKind.JNIM_TYPE,
        ActorKind.ISGS_TYPE,
    }
)
"""Kinds of which a document mostly speaks of one, so that `the mission` or `the contractor` can mean it.

Source: chosen on samples/mali, 2026-11.
"""

_OF_A_COUNTRY = frozenset({ActorKind.GOVERNMENT, ActorKind.STATE_FORCE, ActorKind.JUDICIARY})
"""Kinds whose names texts shorten by leaving out the country. Source: own judgement, 2026-11."""

_RULERS = frozenset(["government", "junta", "authorities", "regime", "rulers", "gouvernement", "junte", "autorités", "régime"])
"""Words for the government of a country as a whole. Source: own list, 2026-11."""

_GENERIC = frozenset(
    ["mission", "group", "groupe", "force", "forces", "alliance", "movement", "mouvement", "militia", "milice", "agency", "agence"]
)
"""A name with one of these behind or before it is still that name (`the Wagner group`). Source: own list, 2026-11."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def actor_value(value: ActorValue, slot: Slot, scenery: Scenery, day: Interval | None) -> ActorValue:
    """Return an actor with what its label and the document tell of it; the label itself never changes.

    Args:
        value: The actor as extracted.
        slot: Its slot.
        scenery: What the document gives.
        day: When the event was, for posts that change hands; None where unknown.

    Returns:
        The actor with a known id where a name says so, and an inferred id where only a description or a post does.
    """
    ids = (value.actor_id,) if value.actor_id else _ids_of(value.label)
    mentions = scenery.mentions_in(slot.span)
    if len(ids) > 1:
        return replace(value, candidates=ids)
    known_id = ids[0] if ids else None
    name = _fullest(value, known_id, mentions, scenery)
    kind = _kind(value, known_id, scenery)
    inferred = value.inferred_id or (None if known_id else _Description(value.label, slot, kind, scenery).means(day))
    return replace(value, actor_id=known_id, name=name, kind=kind, inferred_id=inferred)


def _ids_of(label: str) -> tuple[str, ...]:
    """Return the known actors whose name the whole label is, apart from its article; a person's name may follow title and post."""
    bare = _DETERMINERS.sub("", label).strip()
    ids = actor_ids_by_name().get(fold(bare), ())
    if ids:
        return ids
    found = find_names(bare)
    person = [match.actor_id for match in found if match.end == len(bare) and _is_person(match.actor_id)]
    whole = [match.actor_id for match in found if _GENERIC.issuperset(_words(bare[: match.start] + bare[match.end :]))]
    return tuple(dict.fromkeys(person[-1:] or whole[:1]))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _is_person(actor_id: str) -> bool:
    known = actor(actor_id)
    return known is not None and known.kind is ActorKind.PERSON


def _kind(value: ActorValue, known_id: str | None, scenery: Scenery) -> ActorKind:
    known = actor(known_id) if known_id else None
    if known is not None:
        return known.kind
    return value.kind if value.kind is not ActorKind.UNKNOWN else actor_kind(value.label, scenery.document.language.value)


def _fullest(value: ActorValue, known_id: str | None, mentions: Iterable[Mention], scenery: Scenery) -> str:
    """Return the longest name in the document for the same known actor, or for the same bearer; else what the value has."""
    if known_id is not None:
        same = [mention.name or mention.text for mention in scenery.mentions if mention.known_id == known_id]
        return max(same, key=lambda name: (len(name), name), default=value.name or value.label)
    linked = [mention.name for mention in mentions if mention.name and mention.text in value.label]
    return linked[0] if linked and _is_whole(value.label, mentions) else value.name or value.label


def _is_whole(label: str, mentions: Iterable[Mention]) -> bool:
    """Whether a name is the last of the label's words: `Mr Dicko`, not `Dicko's lawyers`."""
    return any(label.rstrip(" .,").endswith(mention.text) for mention in mentions)


@dataclass(frozen=True, slots=True)
class _Description:
    """A label that is no known name, and where it stands.

    Attributes:
        label: The source's words.
        slot: Where they stand.
        kind: Kind of actor that they tell.
        scenery: What the document gives.
    """

    label: str
    slot: Slot
    kind: ActorKind
    scenery: Scenery

    def means(self, day: Interval | None) -> str | None:
        """Return the known actor that the label is only inferred to mean, or None where that is not one.

        A post means its holder at the time; a description with an article (`the Russian private military contractor`) the only
        known actor of its kind in the document; `the army` and `the government` those of the country that the document speaks of.
        """
        return self._holder_of_post(day) or self._only_one_of_kind() or self._named_with_country() or self._government()

    def _holder_of_post(self, day: Interval | None) -> str | None:
        published = self.scenery.published
        at = day or (Interval.day(published) if published else None)
        posts = find_posts(self.label) or find_posts(f"{self.label} {country_name(self.scenery.country)}")
        if not posts or at is None:
            return None
        named = self._named_holder(posts[0].id)
        if named is not None:
            return named.known_id
        holders = {post.holder_id for post in posts[0].held_during(at) if post.holder_id}
        return holders.pop() if len(holders) == 1 else None

    def _named_holder(self, post_id: str) -> Mention | None:
        """Return the person whom the document itself names beside the post; what it says goes before the table of holders."""
        text = self.scenery.document.text
        for person in self.scenery.mentions:
            if person.kind is MentionKind.PERSON:
                beside = (_BEFORE.search(text, 0, person.span.start), _AFTER.match(text, person.span.end))
                if any(post.id == post_id for found in beside if found for post in find_posts(found[1])[:1]):
                    return person
        return None

    def _only_one_of_kind(self) -> str | None:
        if self.kind not in _DESCRIBED or not self._definite() or not _INDEFINITE.isdisjoint(_words(self.label)):
            return None
        known = {mention.known_id for mention in self.scenery.mentions if mention.known_id}
        country = self._country()
        fitting = [actor_id for actor_id in sorted(known) if self._fits(actor_id, country)]
        return fitting[0] if len(fitting) == 1 else None

    def _fits(self, actor_id: str, country: str | None) -> bool:
        known = actor(actor_id)
        return known is not None and known.kind is self.kind and (country is None or known.country in (None, country))

    def _definite(self) -> bool:
        start = self.slot.span.start
        before = self.scenery.document.text[max(0, start - _CONTEXT) : start]
        return bool(_DEFINITE.search(before) or _DEFINITE.match(self.label.split()[0] + " "))

    def _country(self) -> str | None:
        return next((code for word in _WORD.findall(self.label) if (code := demonym_country(word))), None)

    def _named_with_country(self) -> str | None:
        """Return the actor whose name is the label with the document's demonym put to it: `the army` in Mali is the Malian army."""
        country = self.scenery.country
        if self.kind not in _OF_A_COUNTRY or country is None or self._country() is not None or not self._definite():
            return None
        bare = _DETERMINERS.sub("", self.label).strip()
        names = [name for word in demonyms(country) for name in (f"{word} {bare}", f"{bare} {word}")]
        found = {ids[0] for name in names if len(ids := actor_ids_by_name().get(fold(name), ())) == 1}
        return found.pop() if len(found) == 1 else None

    def _government(self) -> str | None:
        words = _words(self.label)
        country = self._country() or self.scenery.country
        if self.kind is not ActorKind.GOVERNMENT or country is None or _RULERS.isdisjoint(words[:1] + words[-1:]):
            return None
        governments = [known for known in actors().values() if (known.kind, known.country) == (ActorKind.GOVERNMENT, country)]
        parents = {known.parent_id for known in governments}
        heads = [known.id for known in governments if known.id in parents]
        return heads[0] if len(heads) == 1 else None
