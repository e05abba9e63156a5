"""What parties hold about a measure: its basis in law, and where the person was whom it told to leave."""

from collections.abc import Iterator, Sequence

from corro.extract.events.drafts import Draft
from corro.extract.events.forms import VERBAL
from corro.extract.events.further import Fact
from corro.extract.events.governing import arguments_of
from corro.extract.events.grammar import Grammar
from corro.extract.events.words import word_set
from corro.model import MentionKind, Modality, Slot, TextValue
from corro.values import Span
from corro.vocab.event_types import word_class

_APPLYING = word_set("apply applicable appliquer applicable extend étendre")
_MAY = word_set("can may could pouvoir peut peuvent")
_RELYING = word_set("rely point cite invoke refer appeal base found ground appuyer invoquer citer fonder référer prévaloir baser")
_LAW = word_set("law legal droit")
_GROUNDS = (
    ("vienna_convention", word_set("vienna vienne")),
    ("status_of_forces", word_set("status-of-forces sofa statut status")),
    ("charter", word_set("charter charte")),
    ("privileges_and_immunities", word_set("privilege immunity privilège immunité")),
    ("agreement", word_set("agreement convention article paragraph accord article paragraphe treaty traité constitution code")),
)
"""Instruments that parties rely on, by the words that name them. Source: D15 of docs/codebook.md; own list, 2026-11."""

_OUTSIDE = word_set("outside abroad out hors étranger dehors")
_LEFT = word_set("leave depart quit quitter partir")
_COUNTRY = word_set("country territory soil pays territoire sol")
_OBLIGED = word_set("oblige force compel contraindre obliger")


def take_positions(grammar: Grammar, drafts: Sequence[Draft]) -> None:
    """Turn a sentence on whether the doctrine of persona non grata applies into a position on the measure that the text tells.

    Such a sentence denies no measure: it tells what its speaker holds to be the law.

    Args:
        grammar: The text's tree.
        drafts: All mentions; some are changed.
    """
    orders = [
        draft for draft in drafts if draft.code == "H1" and _applies(grammar, draft) is None and draft.judgement.modality.current
    ]
    for draft in drafts:
        verb = _applies(grammar, draft) if draft.code == "H1" else None
        if verb is None or not orders:
            continue
        before = [order for order in orders if order.index < draft.index]
        antecedent = before[-1] if before else orders[0]
        draft.refers_to, draft.judgement = antecedent.refers_to or antecedent, antecedent.judgement
        draft.rule = "events.legal_position"
        span = _clause(grammar, verb)
        draft.slots = [
            Slot("legal_basis", span, TextValue(grammar.text(span), _key_of(grammar, verb)), rule="events.legal_position")
        ]
    for draft in drafts:
        if draft.code == "H1" and any(not _OBLIGED.isdisjoint(grammar.words[word]) for word in draft.found.words):
            span = draft.trigger
            draft.add(Slot("whereabouts", span, TextValue(grammar.text(span), "obliged_to_leave"), rule="events.whereabouts"))


def _applies(grammar: Grammar, draft: Draft) -> int | None:
    """Return the verb by which a doctrine applies or not, where the trigger is its subject or hangs on it."""
    auxiliaries = {word for child in grammar.children(draft.index, "aux") for word in grammar.words[child]}
    if auxiliaries & _MAY and _key_of(grammar, draft.index) == "not_applicable":
        return draft.index
    for above in (draft.index, *grammar.ancestors(draft.index)):
        if not _APPLYING.isdisjoint(grammar.words[above]):
            return above
        if grammar.tokens[above].pos in VERBAL:
            return None
    return None


def _key_of(grammar: Grammar, verb: int) -> str:
    negated = any(
        grammar.tokens[child].text.lower() in ("not", "n't", "pas", "never", "jamais") for child in grammar.children(verb)
    )
    return "not_applicable" if negated else "applicable"


def _clause(grammar: Grammar, verb: int) -> Span:
    tokens = [at for at in grammar.subtree(verb, outside=("parataxis",)) if grammar.tokens[at].dep != "mark" or at > verb]
    while len(tokens) > 1 and grammar.tokens[tokens[-1]].pos == "PUNCT":
        tokens = tokens[:-1]
    while len(tokens) > 1 and grammar.tokens[tokens[0]].pos in ("PUNCT", "SCONJ"):
        tokens = tokens[1:]
    return grammar.span(tokens)


def position_facts(grammar: Grammar, drafts: Sequence[Draft]) -> Iterator[Fact]:
    """Yield the grounds in law that sentences give for or against a measure, and where its target is said to be.

    Args:
        grammar: The text's tree.
        drafts: All mentions.
    """
    orders = [draft for draft in drafts if draft.code == "H1" and draft.judgement.modality is Modality.HAPPENED]
    if not orders:
        return
    inside = {word for draft in drafts for word in draft.found.words}
    for index, token in enumerate(grammar.tokens):
        if token.pos in (*VERBAL, "ADJ") and index not in inside:
            yield from _grounds(grammar, index)
        if (token.pos in VERBAL or not grammar.words[index].isdisjoint(_OUTSIDE | _COUNTRY)) and index not in inside:
            yield from _whereabouts(grammar, index, orders[0].index)


def _grounds(grammar: Grammar, verb: int) -> Iterator[Fact]:
    if grammar.words[verb].isdisjoint(_RELYING):
        return
    arguments = arguments_of(grammar, verb)
    for head in (arguments.object, *(head for _, head in arguments.obliques)):
        if head is None or head < verb:
            continue
        for each in (head, *grammar.children(head, "conj")):
            if key := _ground(grammar, each):
                span = grammar.span(grammar.phrase(each))
                yield Fact(verb, Slot("legal_basis", span, TextValue(grammar.text(span), key), rule="events.legal_ground"))


def _ground(grammar: Grammar, head: int) -> str:
    words = {word for at in grammar.subtree(head, outside=("conj", "acl:relcl")) for word in grammar.words[at]}
    if not grammar.words[head].isdisjoint(_LAW):
        return "law"
    return next((key for key, names in _GROUNDS if words & names), "")


def _whereabouts(grammar: Grammar, index: int, first_order: int) -> Iterator[Fact]:
    key = _where(grammar, index)
    verb = index if grammar.tokens[index].pos in VERBAL else grammar.head(index)
    if not key or verb is None or (index < first_order and key == "already_abroad"):
        return
    subject = arguments_of(grammar, verb).subject
    if subject is None:
        subject = next(iter(grammar.children(index, "nsubj")), None)
    if subject is not None and _is_person(grammar, subject):
        span = _clause(grammar, verb)
        yield Fact(index, Slot("whereabouts", span, TextValue(grammar.text(span), key), rule="events.whereabouts"))


def _where(grammar: Grammar, index: int) -> str:
    """Return whether a word tells of being abroad or of having left, or nothing."""
    words, token = grammar.words[index], grammar.tokens[index]
    cases = {word for child in grammar.children(index, "case", "advmod") for word in grammar.words[child]}
    abroad = "abroad" in words or bool(cases & _OUTSIDE) or ("étranger" in words and bool(cases & {"à"}))
    place = bool(words & _COUNTRY) or _is_place(grammar, index) or "abroad" in words or "étranger" in words
    if abroad and place and token.pos not in VERBAL:
        return "already_abroad"
    auxiliaries = {grammar.tokens[child].lemma for child in grammar.children(index, "aux")}
    past = "Tense=Past" in token.morph and "VerbForm=Fin" in token.morph
    finite = not grammar.children(index, "mark") and (past or bool(auxiliaries & {"have", "avoir", "être"}))
    left = finite and not words.isdisjoint(_LEFT) and token.pos in VERBAL and not grammar.is_passive(index)
    return "has_left" if left and any(_names_country(grammar, child) for child in grammar.children(index, "obj")) else ""


def _names_country(grammar: Grammar, index: int) -> bool:
    return not grammar.words[index].isdisjoint(_COUNTRY) or _is_place(grammar, index) or grammar.tokens[index].pos == "PROPN"


def _is_place(grammar: Grammar, index: int) -> bool:
    mention = grammar.mention_at.get(index)
    return mention is not None and mention.kind is MentionKind.PLACE


def _is_person(grammar: Grammar, index: int) -> bool:
    mention = grammar.mention_at.get(index)
    if mention is not None and mention.kind in (MentionKind.PERSON, MentionKind.POST):
        return True
    pronoun = grammar.tokens[index].text.lower() in ("he", "she", "il", "elle")
    return pronoun or grammar.holds([index], word_class("diplomat", grammar.language))
