"""Whether all spellings of a name lead to one actor: each form in each document, by the mentions that cover it."""

from collections.abc import Iterable, Mapping, Sequence

from bench.frame import Line
from bench.mali.matching import places_of


def score_names(expected: Sequence[Line], mentions: Iterable[Line], texts: Mapping[str, str]) -> Line:
    """Compare names.

    Args:
        expected: Names of the gold with their forms, and the documents of each form.
        mentions: What the record found, each with `doc`, `start`, `end` and `actor`: what the name leads to.
        texts: Each document's text as shown.

    Returns:
        Names whose every form leads to one actor that no other name leads to; and forms found of forms expected.
    """
    by_document: dict[str, list[Line]] = {}
    for mention in mentions:
        by_document.setdefault(mention["doc"], []).append(mention)
    led = {name["canonical"]: actors_of(name, by_document, texts) for name in expected}
    common = {name: _common(actors.values()) for name, actors in led.items()}
    alone = {name for name, actor in common.items() if actor and list(common.values()).count(actor) == 1}
    right = [name for name in led if name in alone and all(common[name] in actors for actors in led[name].values())]
    forms = [(name, actors) for name, by_form in led.items() for actors in by_form.values()]
    return {
        "found": len(right),
        "expected": len(led),
        "forms": {"found": sum(common[name] in actors for name, actors in forms), "expected": len(forms)},
        "missing": {
            name: sorted(f"{form} ({document})" for (form, document), actors in by_form.items() if common[name] not in actors)
            for name, by_form in led.items()
            if name not in right
        },
    }


def actors_of(name: Line, by_document: Mapping[str, Sequence[Line]], texts: Mapping[str, str]) -> dict[tuple[str, str], set[str]]:
    """Return, for each form of a name and each document where it stands, the actors that it leads to there.

    A mention counts where it holds the form, or where the form holds it (a name with its title, a surname in a full name).
    """
    found: dict[tuple[str, str], set[str]] = {}
    for form, documents in name["variants"].items():
        for document in documents:
            spots = places_of(texts.get(document, ""), form)
            actors = {
                mention["actor"]
                for mention in by_document.get(document, [])
                if mention["actor"] and any(_holds(spot, mention) for spot in spots)
            }
            found[form, document] = actors
    return found


def _holds(spot: tuple[int, int], mention: Line) -> bool:
    inner = spot[0] <= mention["start"] and mention["end"] <= spot[1]
    outer = mention["start"] <= spot[0] and spot[1] <= mention["end"]
    return bool(inner or outer)


def _common(actors: Iterable[set[str]]) -> str | None:
    """Return the actor that most forms lead to, ties by name; None where none leads anywhere."""
    counted: dict[str, int] = {}
    for group in actors:
        for actor in group:
            counted[actor] = counted.get(actor, 0) + 1
    return min(counted, key=lambda actor: (-counted[actor], actor), default=None)
