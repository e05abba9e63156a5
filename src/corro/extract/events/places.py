"""Finds the words that tell where: names after words of place; `resolve` turns them into places."""

from collections.abc import Iterator

from corro.extract.events.grammar import Grammar
from corro.extract.events.words import word_set
from corro.model import MentionKind, Sentence
from corro.values import Span
from corro.vocab.event_types import word_class

_LOCATIVE = word_set(
    "in at near outside around inside towards toward to from through between across off over north south east west along "
    "beyond à a au aux dans près en vers depuis entre jusqu'à hors chez"
)
"""Prepositions before the name of a place. Source: own list, 2026-11."""

_GENITIVE = word_set("of de du d' d’ des")
_SITES = word_set(
    "town village market camp base airport road region district province commune city hospital prison mosque site area "
    "cercle checkpoint bridge centre events outskirts route post sector fair north south east west kilometre kilometer km "
    "ville village marché camp base aéroport route région cercle commune province hôpital prison mosquée site zone localité "
    "pont poste secteur attack attaque massacre raid incursion killing killings bataille battle tuerie incident events "
    "événement inhabitant resident habitant foire centre gorge lac université école sud nord est ouest piste entrée sortie "
    "massacre tribunal cour mine airstrip runway airspace sky skies axis corridor crossing border valley forest island port "
    "garrison ciel aérodrome axe corridor frontière gare garnison antenne carrefour col plage oasis forêt vallée caserne gué bac "
    "campement cantonnement détachement espace"
)
"""Nouns whose `of X` names a place. Source: own list, 2026-11."""

_BOUND_FOR = word_set("for pour")
_TRAVEL = word_set(
    "flight overflight request clearance permission visa convoy patrol helicopter plane aircraft leave "
    "vol survol demande autorisation convoi patrouille hélicoptère avion appareil"
)
"""What is bound for a place (`clearance for Karsa`). Source: own list, 2026-11."""

_SKY = word_set("airspace sky skies airport border outskirts territory")
"""What a place has before it in the genitive (`Karsa's airspace`)."""

_NOT_PLACES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin "
    "juillet août septembre octobre novembre décembre twitter facebook telegram skype whatsapp council conseil un onu "
    "état etat charter charte general général"
)
_PLACE_OBJECTS = word_set("leave quit reach enter raid attack storm hit strike overrun quitter attaquer gagner atteindre visiter")


def find_places(grammar: Grammar) -> tuple[tuple[int, Span], ...]:
    """Find the words that tell a place.

    Args:
        grammar: The text's tree.

    Returns:
        For each the head token and the span, in order of the text, not overlapping.
    """
    found: list[tuple[int, Span]] = []
    for index in _heads(grammar):
        span = _name_span(grammar, index)
        if not found or not found[-1][1].overlaps(span):
            found.append((index, span))
    return tuple(found)


def _heads(grammar: Grammar) -> Iterator[int]:
    for index, token in enumerate(grammar.tokens):
        mention = grammar.mention_at.get(index)
        if mention is not None and mention.kind is MentionKind.PLACE:
            if not grammar.holds([index], word_class("mission", grammar.language)) and _tells_where(grammar, index):
                yield index
        elif (_could_name(grammar, index) and (_located(grammar, index) or _opens_line(grammar, index))) or (
            token.pos == "NOUN" and _located_site(grammar, index)
        ):
            yield index


def _tells_where(grammar: Grammar, index: int) -> bool:
    """Say whether a known place tells where, and neither acts (`Bamako refused`) nor is a topic (`briefed on Mali`)."""
    if (
        grammar.tokens[index].dep in ("nsubj", "nmod:poss", "amod")
        and not _after_locative(grammar, index)
        and not _opens_line(grammar, index)
    ):
        return False
    cases = {grammar.tokens[child].text.lower() for child in grammar.children(index, "case")}
    if cases & {"on", "sur", "about", "concerning"}:
        return False
    return bool(cases) or _located(grammar, index) or _opens_line(grammar, index)


def _after_locative(grammar: Grammar, index: int) -> bool:
    return any(grammar.tokens[child].text.lower() in _LOCATIVE for child in grammar.children(index, "case"))


def _could_name(grammar: Grammar, index: int) -> bool:
    token = grammar.tokens[index]
    if not token.text[0].isupper() or token.text.lower() in _NOT_PLACES or token.pos not in ("PROPN", "NOUN", "X", "ADJ"):
        return False
    if token.dep in ("compound", "flat", "flat:name", "flat:foreign") and grammar.tokens[token.head].text[:1].isupper():
        return False
    mention = grammar.mention_at.get(index)
    if mention is None or (mention.proposed_by == "ner" and mention.known_id is None):
        return True
    return mention.kind not in (
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.GROUP,
        MentionKind.POST,
        MentionKind.DEMONYM,
    )


def _located(grammar: Grammar, index: int) -> bool:
    """Say whether a name stands after a word of place, or is what is left, reached or raided."""
    token = grammar.tokens[index]
    cases = {grammar.tokens[child].text.lower() for child in grammar.children(index, "case")}
    if cases & _LOCATIVE:
        return True
    head = grammar.head(index)
    if head is None:
        return False
    if cases & _BOUND_FOR and not _TRAVEL.isdisjoint(grammar.words[head]):
        return True
    if token.dep == "nmod:poss":
        return not _SKY.isdisjoint(grammar.words[head])
    if cases & _GENITIVE:
        return not _SITES.isdisjoint(grammar.words[head]) or (
            not cases.isdisjoint(("of",)) and bool(grammar.words[head] & {"outskirts", "kilometre"})
        )
    if token.dep in ("obj", "nsubj:pass"):
        return not _PLACE_OBJECTS.isdisjoint(grammar.words[head])
    if token.dep in ("appos", "flat", "nmod", "compound"):
        return not _SITES.isdisjoint(grammar.words[head]) and token.pos == "PROPN" and token.dep != "compound"
    return token.dep == "conj" and _located(grammar, head)


def _opens_line(grammar: Grammar, index: int) -> bool:
    """Say whether a name opens a headline before a colon (`Tillabéri : neuf paysans tués`) or fills a cell of a table."""
    sentence = grammar.sentence_of(index)
    if _fills_cell(grammar, sentence):
        return True
    before = grammar.tokens[index - 1].text if index > sentence.first else ""
    after = grammar.tokens[index + 1].text if index + 1 < sentence.last else ""
    return (before in ("", "-", "–") and after == ":") or (before == "|" and after == "|")


_CELL_GAP = ("\t", "|", "   ")


def _fills_cell(grammar: Grammar, sentence: Sentence) -> bool:
    """Say whether a sentence is a name that fills a cell of a row that was pasted as text."""
    words = grammar.tokens[sentence.first : sentence.last]
    before = grammar.annotated.document.text[max(0, words[0].start - 3) : words[0].start]
    return any(gap in before for gap in _CELL_GAP) and all(word.text[0].isupper() for word in words)


def _located_site(grammar: Grammar, index: int) -> bool:
    """Say whether a common noun of place (`airport`, `prison`) with a name of its own stands after a word of place."""
    if grammar.words[index].isdisjoint(
        ("airport", "prison", "aéroport", "university", "université", "place", "bridge", "checkpoint")
    ):
        return False
    named = [
        child for child in grammar.children(index, "compound", "amod", "nmod", "flat") if grammar.tokens[child].text[0].isupper()
    ]
    cases = {grammar.tokens[child].text.lower() for child in grammar.children(index, "case")}
    return bool(named) and bool(cases & _LOCATIVE)


def _name_span(grammar: Grammar, index: int) -> Span:
    """Return the capitalised run around a head, or the known mention that covers it."""
    mention = grammar.mention_at.get(index)
    if mention is not None and mention.kind is MentionKind.PLACE:
        return mention.span
    inner = next((child for child in grammar.children(index, "nmod") if grammar.tokens[child].text[0].isupper()), None)
    if inner is not None and grammar.tokens[index].pos == "NOUN" and grammar.tokens[index].text[0].islower():
        return grammar.span([index]).cover(_name_span(grammar, inner))
    sentence = grammar.sentence_of(index)
    first = last = index
    while first > sentence.first and _part_of_name(grammar, first - 1, index):
        first -= 1
    while last + 1 < sentence.last and _part_of_name(grammar, last + 1, index):
        last += 1
    return grammar.span([first, last])


def _part_of_name(grammar: Grammar, index: int, head: int) -> bool:
    token = grammar.tokens[index]
    joined = token.head == head or grammar.tokens[head].head == index or token.dep.startswith(("flat", "compound"))
    if token.text.lower() in _NOT_PLACES:
        return False
    return joined and token.text[0].isupper() and token.pos in ("PROPN", "NOUN", "X", "ADJ")


def is_settlement(grammar: Grammar, index: int) -> bool:
    """Say whether a noun names a thing or place and no person; a name known for no person or group is rather that of a place."""
    unknown_name = grammar.tokens[index].pos == "PROPN" and index not in grammar.mention_at
    return unknown_name or grammar.holds([index], word_class("thing", grammar.language))
