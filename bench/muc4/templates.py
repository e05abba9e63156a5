"""The other slots of an incident: type, stage, date, location, confidence, numbers and effect, by Corro's readings and lists."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache

from bench.frame import Line
from bench.muc4.fillers import Filler
from bench.status.predict import FACT, LABELS
from corro.extract.statements.status import judge
from corro.model import Annotated
from corro.resolve import PlaceMention, TimeType, load_gazetteer, when, where
from corro.resolve.places.index import country_rows
from corro.values import Language, PlaceKind, Span

TYPES = {
    "KIDNAPPING": frozenset(
        ["kidnap", "kidnapping", "kidnapper", "abduct", "abduction", "hostage", "captive", "ransom", "abductor"]
    ),
    "BOMBING": frozenset(
        [
            "bomb",
            "bombing",
            "explosion",
            "explosive",
            "explode",
            "dynamite",
            "detonate",
            "blast",
            "mine",
            "detonation",
            "grenade",
            "rocket",
        ]
    ),
    "ARSON": frozenset(["burn", "arson", "fire", "torch", "ablaze"]),
    "ROBBERY": frozenset(["rob", "robbery", "steal", "loot", "robber"]),
}
"""Words of incident types; ATTACK is what is none of these. Source: own lists after the type definitions of MUC-4, 2026-11."""

LEAST_WORDS = {"KIDNAPPING": 2, "BOMBING": 2, "ARSON": 3, "ROBBERY": 3}
"""Words of a type near its fillers that settle it. Source: chosen on the train part, 2026-11."""

DEATH = frozenset(["kill", "murder", "assassinate", "assassination", "die", "death", "massacre", "execute", "dead", "shoot"])
INJURY = frozenset(["wound", "injure", "injury", "hurt"])
THREAT = frozenset(["threaten", "threat", "plan", "intend"])
"""Words of effect and stage. Source: own lists, 2026-11."""

_KINDS = {PlaceKind.TOWN: "CITY", PlaceKind.REGION: "DEPARTMENT"}


def template(line: Line, annotated: Annotated, found: Sequence[Filler], published: date | None) -> Line:
    """Return the incident of a text as one template.

    Args:
        line: The line.
        annotated: Its body.
        found: Its fillers; at least one.
        published: Day of its dateline.
    """
    near = sorted({one.phrase.sentence for one in found})
    told: Line = {"type": incident_type(annotated, near), "stage": stage(annotated, near)}
    told["date"] = day_of(annotated, near, published)
    told["location"] = location(line, annotated, near)
    for one in found:
        told.setdefault(one.role, []).append([one.text])
    told["perp_org_confidence"] = confidence(line, [one.text for one in found if one.role == "perp_org"])
    told["target_number"] = [_number(annotated, one) for one in found if one.role == "target"]
    victims = [one for one in found if one.role == "victim"]
    told["victim_number"] = [{"value": "1", "of": one.text} for one in victims]
    told["victim_effect"] = [effect for one in victims if (effect := _effect(annotated, one))]
    return told


def _lemmas(annotated: Annotated, near: Sequence[int]) -> list[str]:
    sentences = [annotated.sentences[number] for number in near]
    return [token.lemma for sentence in sentences for token in annotated.tokens[sentence.first : sentence.last]]


def incident_type(annotated: Annotated, near: Sequence[int]) -> str:
    """Return the type that most words near the fillers speak of."""
    words = Counter(_lemmas(annotated, near))
    counts = {name: sum(words[word] for word in kind) for name, kind in TYPES.items()}
    able = [name for name, count in counts.items() if count >= LEAST_WORDS[name]]
    return max(able, key=lambda name: (counts[name], name)) if able else "ATTACK"


def stage(annotated: Annotated, near: Sequence[int]) -> str:
    """Return whether the incident happened, which nearly all did, or was threatened."""
    words = set(_lemmas(annotated, near))
    return (
        "THREATENED" if words & THREAT and not words & (DEATH | INJURY | TYPES["BOMBING"] | TYPES["KIDNAPPING"]) else "ACCOMPLISHED"
    )


def _distance(annotated: Annotated, span: Span, near: Sequence[int]) -> int:
    at = next((number for number, one in enumerate(annotated.sentences) if span.start < annotated.sentence_span(one).end), 0)
    return min(abs(at - number) * 2 + (at > number) for number in near)


def day_of(annotated: Annotated, near: Sequence[int], published: date | None) -> str | None:
    """Return the day that stands nearest to the fillers, or everything up to the day of the dateline."""
    days = []
    for one in when(annotated.document.text, published, Language.ENGLISH):
        interval = one.interval
        day = interval.first if interval and interval.first == interval.last else None
        if day and one.type in (TimeType.DATE, TimeType.TIME) and (published is None or day <= published):
            days.append((_distance(annotated, one.span, near), one.span.start, day.isoformat()))
    if days:
        return min(days)[2]
    return f"../{published.isoformat()}" if published else None


@cache
def _countries() -> dict[str, str]:
    return {row["code"]: row["english"].upper() for row in country_rows()}


def location(line: Line, annotated: Annotated, near: Sequence[int]) -> str | None:
    """Return the place that stands nearest to the fillers, behind its country, else the country that the text is about."""
    dateline = (line.get("dateline") or {}).get("place") or ""
    gazetteer = load_gazetteer(())
    found = [one for one in where(annotated.document.text, Language.ENGLISH, gazetteer) if one.value.place]
    home = where(dateline.title(), Language.ENGLISH, gazetteer) if dateline else ()
    country = _country(found, home)
    if country is None:
        return None
    inside = [one for one in found if _code(one) == country and one.kind is not PlaceKind.COUNTRY]
    if not inside:
        return _countries().get(country)
    best = min(inside, key=lambda one: (_distance(annotated, one.span, near), one.span.start))
    return f"{_countries().get(country)}: {best.text.upper()} ({_KINDS.get(best.kind, 'CITY')})"


def _code(mention: PlaceMention) -> str | None:
    return mention.value.place.country if mention.value.place else None


def _country(found: Sequence[PlaceMention], home: Sequence[PlaceMention]) -> str | None:
    counts = Counter(code for one in found if (code := _code(one)))
    counts.update(code for one in home if (code := _code(one)))
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def confidence(line: Line, names: Sequence[str]) -> list[Line]:
    """Return how firmly the text ties the incident to each organisation."""
    judged = judge(line["text"], [[name] for name in names]) if names else ()
    return [{"value": LABELS.get(status, FACT), "of": name} for name, status in zip(names, judged, strict=True)]


def _number(annotated: Annotated, one: Filler) -> Line:
    tokens, head = annotated.tokens, one.phrase.head
    figures = [
        token.text
        for token in tokens[max(0, head - 4) : head]
        if token.pos == "NUM" and token.head == head and token.text.isdigit()
    ]
    return {"value": figures[0] if figures else "PLURAL" if "Plur" in tokens[head].morph else "1", "of": one.text}


def _effect(annotated: Annotated, one: Filler) -> Line | None:
    words = set(_lemmas(annotated, [one.phrase.sentence]))
    value = "DEATH" if words & DEATH else "INJURY" if words & INJURY else ""
    return {"value": value, "of": one.text} if value else None
