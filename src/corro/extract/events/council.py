"""What a text tells of a Council meeting: who spoke there, as what and by what means, who chose them, who presided."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from corro.extract.events.arguments import prepositional
from corro.extract.events.drafts import Draft
from corro.extract.events.forms import VERBAL
from corro.extract.events.further import Fact
from corro.extract.events.governing import arguments_of
from corro.extract.events.grammar import Grammar
from corro.extract.events.linking import referring_to
from corro.extract.events.references import antecedent_of
from corro.extract.events.roles import actor_value, phrase_span
from corro.extract.events.signs import Signs
from corro.extract.events.words import word_set
from corro.model import ActorKind, ActorValue, MentionKind, Slot, TextValue
from corro.values import Span, fold
from corro.vocab.event_types import word_class

MEETINGS = ("C1", "C2")
"""Types of meetings and of what is said there."""

_CHOOSING = word_set(
    "choose pick select propose nominate suggest invite designate turn choisir retenir sélectionner proposer inviter désigner "
    "tourner recommander"
)
_ENDORSING = word_set("endorse support back approve soutenir appuyer approuver avaliser")
_CHOICES = word_set("choice selection nomination choix sélection désignation")
_ACCUSING = word_set("accuse charge blame reproach suspect accuser reprocher soupçonner")
_CHARGES = word_set("bias partiality favouritism favoritism partisanship prejudice partialité favoritisme parti-pris")
"""Nouns for what whoever chooses is charged with. Source: own list, 2026-11."""

_BRIEFERS = word_set(
    "witness speaker briefer activist campaigner voice representative name témoin intervenant intervenante orateur oratrice "
    "militant militante voix représentant représentante activiste nom"
)
"""Nouns for whoever is heard, and what is put on a list of speakers. Source: own list, 2026-11."""

_PRESIDING = word_set("preside chair présider")
_PRESIDENCY = word_set("presidency présidence chairmanship")
_HOLDING = word_set("hold assume take exercer assurer assumer détenir")

_BY_VIDEO = (
    r"\b(?:by|via|through|over|par|en)\s+(?:a\s+|une\s+)?"
    r"(?:video[\s-]?(?:link|conference|call)?|videolink|VTC|video-teleconference|visioconférence|vidéo(?:conférence)?|liaison "
    r"vidéo|duplex)\b"
)
_IN_PERSON = (
    r"\bin person\b|\ben personne\b|\b(?:at|from)\s+(?:the\s+)?(?:UN|United Nations|U\.N\.)\s+(?:headquarters|HQ)\b|"
    r"\bin the chamber\b|\bdans la salle\b|"
    r"\bau siège (?:des Nations unies|de l['’]ONU)(?:\s+à\s+[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?"
)
_MODES = (("video_link", re.compile(_BY_VIDEO, re.IGNORECASE)), ("in_person", re.compile(_IN_PERSON, re.IGNORECASE)))
"""By what means somebody spoke. Source: own list, after D14 of docs/codebook.md."""

_RANKS = tuple(
    (rank, re.compile(words, re.IGNORECASE))
    for rank, words in (
        ("vice_president", r"\bvice[\s-]*pr[eé]sidente?\b|\bdeputy (?:president|chair)\b"),
        ("president", r"\bpr[eé]sidente?\b|\bchair(?:man|woman|person)?\b"),
        ("head", r"\bhead\b|\bdirect(?:or|eur|rice)\b|\bresponsable\b|\bcheffe?\b|\bleader\b|\bcoordinat(?:or|eur|rice)\b"),
    )
)
"""Ranks in an organisation, the narrowest first. Source: own list, after D13 of docs/codebook.md."""

_UNKNOWN = word_set("unknown inconnu inconnue")


def briefer_slots(drafts: Sequence[Draft]) -> None:
    """Make whoever testifies a briefer of the meeting as well.

    Args:
        drafts: All mentions; slots are added.
    """
    for draft in drafts:
        speaker = draft.slot("actor") if draft.code == "C2" else None
        if speaker is not None and isinstance(speaker.value, ActorValue) and not _is_crowd(speaker.value):
            draft.add(Slot("briefer", speaker.span, speaker.value, speaker.inferred, "events.testifies"))


def _is_crowd(value: ActorValue) -> bool:
    return value.kind is not ActorKind.PERSON and bool(re.search(r"(?:es|s)$", fold(value.label).split(" of ")[0].split(" de ")[0]))


def council_facts(grammar: Grammar, drafts: Sequence[Draft]) -> Iterator[Fact]:
    """Yield what sentences add to a meeting: who chose a briefer, who presided, by what means a briefer spoke and as what.

    Args:
        grammar: The text's tree.
        drafts: All mentions.
    """
    if not any(draft.code in MEETINGS for draft in drafts):
        return
    for index in range(len(grammar.tokens)):
        yield from _chosen(grammar, index)
        yield from _presided(grammar, index)
        yield from _unknown(grammar, index)
    yield from _means(grammar, drafts)
    yield from _posts(grammar, drafts)


# -- who chose ------------------------------------------------------------------------------------------------------------------


def _chosen(grammar: Grammar, index: int) -> Iterator[Fact]:
    words = grammar.words[index]
    if not words.isdisjoint(_CHOICES) and grammar.tokens[index].pos == "NOUN":
        doer = _accused_of(grammar, index) if _names_briefer(grammar, _of(grammar, index)) else None
        role = "proposed_by"
    elif grammar.tokens[index].pos in VERBAL and not words.isdisjoint(_CHOOSING | _ENDORSING):
        doer = _chooser(grammar, index)
        role = "proposed_by" if not words.isdisjoint(_CHOOSING) else "endorsed_by"
    else:
        return
    if doer is not None and not Signs(grammar, referring_to(grammar, index, "C1")).negated():
        yield from _actor_fact(grammar, index, role, doer)


def _of(grammar: Grammar, noun: int) -> list[int]:
    return [head for function, head in prepositional(grammar, noun) if function == "of"]


def _chooser(grammar: Grammar, verb: int) -> int | None:
    """Return who chooses, where what is chosen is a briefer or a person meant by a pronoun."""
    arguments = arguments_of(grammar, verb)
    chosen = [head for head in (arguments.object, *arguments.oblique("to", "towards")) if head is not None]
    if grammar.is_passive(verb) and arguments.object is None and grammar.tokens[verb].dep == "conj":
        chosen += [head for head in (arguments_of(grammar, grammar.tokens[verb].head).object,) if head is not None]
    return _reproached(grammar, verb) or arguments.subject if _names_briefer(grammar, chosen) else None


def _reproached(grammar: Grammar, verb: int) -> int | None:
    """Return the French pronoun for whoever is reproached with a deed (« le ministère lui reproche d'avoir choisi »), or None."""
    if grammar.language != "fr" or not any("VerbForm=Inf" in grammar.tokens[at].morph for at in (verb, *grammar.children(verb))):
        return None
    above = list(islice(grammar.ancestors(verb), 2))
    pronouns = (child for at in above for child in grammar.children(at, "iobj", "obl:arg", "expl:comp"))
    return next((child for child in pronouns if grammar.tokens[child].text.lower() in ("lui", "leur")), None)


def _names_briefer(grammar: Grammar, heads: Sequence[int]) -> bool:
    for head in heads:
        token, mention = grammar.tokens[head], grammar.mention_at.get(head)
        if not _BRIEFERS.isdisjoint(grammar.words[head]) or (mention is not None and mention.kind is MentionKind.PERSON):
            return True
        if token.pos == "PRON" and token.text.lower() in ("she", "her", "he", "him", "elle", "il", "l'", "l’", "la", "le"):
            return True
    return False


def _accused_of(grammar: Grammar, noun: int) -> int | None:
    """Return whom a verb of accusing over a noun accuses (`accused the director of bias in the choice of …`)."""
    for above in grammar.ancestors(noun):
        if not _ACCUSING.isdisjoint(grammar.words[above]):
            arguments = arguments_of(grammar, above)
            return arguments.object or next(iter(arguments.oblique("to")), None)
    return next(iter(grammar.children(noun, "nmod:poss")), None)


def _actor_fact(grammar: Grammar, index: int, role: str, head: int) -> Iterator[Fact]:
    inferred = grammar.tokens[head].pos in ("PRON", "DET")
    named = antecedent_of(grammar, head, human=True) if inferred else head
    if named is None or grammar.tokens[named].pos not in ("NOUN", "PROPN"):
        return
    span = _without_charge(grammar, named, phrase_span(grammar, named))
    yield Fact(index, Slot(role, span, actor_value(grammar, named, span), inferred, f"events.{role}"))


def _without_charge(grammar: Grammar, head: int, span: Span) -> Span:
    """Return the words for somebody without what he is charged with, where the parser hung that on him (`the mission of bias`)."""
    charge = next((child for child in grammar.children(head, "nmod") if not _CHARGES.isdisjoint(grammar.words[child])), None)
    last = min((at for at in grammar.subtree(charge)), default=None) if charge is not None else None
    return span if last is None or last <= head else Span(span.start, grammar.tokens[last - 1].end)


# -- who presided ---------------------------------------------------------------------------------------------------------------


def _presided(grammar: Grammar, index: int) -> Iterator[Fact]:
    """Yield the holder of the presidency: `Japan presided over`, `the presidency, which Japan held`, `with Japan as president`."""
    words = grammar.words[index]
    about_council = grammar.holds(grammar.sentence_tokens(index), word_class("council", grammar.language))
    if not about_council:
        return
    for head in _presidents(grammar, index, words):
        mention = grammar.mention_at.get(head)
        if grammar.tokens[head].pos == "PROPN" and not (mention is not None and mention.kind is MentionKind.PERSON):
            if grammar.holds([head], word_class("council", grammar.language)):
                continue
            yield from _actor_fact(grammar, index, "presidency", head)
            return


def _presidents(grammar: Grammar, index: int, words: frozenset[str]) -> Iterator[int]:
    if not words.isdisjoint(_PRESIDING) and grammar.tokens[index].pos in VERBAL:
        arguments = arguments_of(grammar, index)
        yield from (head for head in (arguments.subject,) if head is not None)
    if not words.isdisjoint(_PRESIDENCY):
        yield from grammar.children(index, "nmod", "nmod:poss", "compound")
        for clause in grammar.sentence_tokens(index):
            if clause > index and not _HOLDING.isdisjoint(grammar.words[clause]) and grammar.tokens[clause].pos == "VERB":
                yield from grammar.children(clause, "nsubj")
    if words & {"president", "président", "chair"} and grammar.child(index, "case") is not None:
        case = grammar.child(index, "case")
        if case is not None and grammar.tokens[case].text.lower() in ("as", "comme") and (head := grammar.head(index)) is not None:
            yield from (other for function, other in prepositional(grammar, head) if function == "with")
            yield head


# -- by what means, and as what ---------------------------------------------------------------------------------------------------


def _means(grammar: Grammar, drafts: Sequence[Draft]) -> Iterator[Fact]:
    """Yield by what means somebody spoke, in sentences of a testimony or of a briefer's name."""
    speakers = _briefer_names(drafts)
    for sentence in grammar.annotated.sentences:
        span = grammar.annotated.sentence_span(sentence)
        text = grammar.text(span)
        if not _of_speech(grammar, drafts, sentence.first, sentence.last, speakers):
            continue
        for key, pattern in _MODES:
            if (match := pattern.search(text)) is not None:
                place = Span(span.start + match.start(), span.start + match.end())
                inside = range(sentence.first, sentence.last)
                at = next((index for index in inside if grammar.tokens[index].end > place.start), None)
                if at is not None:
                    yield Fact(at, Slot("mode", place, TextValue(match.group(), key), rule="events.mode"))
                break


def _of_speech(grammar: Grammar, drafts: Sequence[Draft], first: int, last: int, names: frozenset[str]) -> bool:
    testimony = any(draft.code == "C2" and first <= draft.index < last for draft in drafts)
    people = (grammar.mention_at.get(index) for index in range(first, last))
    return testimony or any(mention is not None and (mention.name or mention.text) in names for mention in people)


def _briefer_names(drafts: Sequence[Draft]) -> frozenset[str]:
    return frozenset(value.name for value in _briefers(drafts))


def _posts(grammar: Grammar, drafts: Sequence[Draft]) -> Iterator[Fact]:
    """Yield the post that the text sets beside a briefer's name."""
    names = _briefer_ids(drafts)
    posts = [mention for mention in grammar.annotated.mentions if mention.kind is MentionKind.POST]
    at_start = {token.start: index for index, token in enumerate(grammar.tokens)}
    for person in grammar.annotated.mentions:
        if person.kind is not MentionKind.PERSON or not ({person.known_id, person.name or person.text} & names):
            continue
        for post in posts:
            between = grammar.text(Span(min(person.span.end, post.span.start), max(person.span.end, post.span.start)))
            if post.span.start >= person.span.end and between.strip() in (",", "(") and post.span.start in at_start:
                key = next((key for key, pattern in _RANKS if pattern.search(post.text)), "")
                index = at_start[post.span.start]
                yield Fact(index, Slot("briefer_role", post.span, TextValue(post.text, key), rule="events.post_beside_name"))


def _briefer_ids(drafts: Sequence[Draft]) -> frozenset[str | None]:
    return frozenset(key for value in _briefers(drafts) for key in (value.actor_id, value.name) if key)


def _briefers(drafts: Sequence[Draft]) -> list[ActorValue]:
    """Return the persons who are said to have briefed."""
    values = (slot.value for draft in drafts for slot in draft.slots if slot.role == "briefer")
    return [value for value in values if isinstance(value, ActorValue) and value.kind is ActorKind.PERSON]


def _unknown(grammar: Grammar, index: int) -> Iterator[Fact]:
    """Yield that a briefer is unknown to those who say so (`the person heard … is unknown to our services`)."""
    if grammar.words[index].isdisjoint(_UNKNOWN) or grammar.child(index, "cop") is None:
        return
    subject = grammar.child(index, "nsubj", "nsubj:pass")
    heard = word_set("hear brief speak testify entendre auditionner intervenir")
    if subject is not None and any(not heard.isdisjoint(grammar.words[at]) for at in grammar.subtree(subject)):
        span = grammar.span([index])
        yield Fact(index, Slot("briefer_role", span, TextValue(grammar.text(span), "unknown"), rule="events.said_unknown"))
