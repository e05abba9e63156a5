"""Fills the roles of an event from what its trigger governs; every value leads to the words that say it."""

from collections.abc import Iterator

from corro.extract.events.arguments import counted_before, is_number
from corro.extract.events.forms import VERBAL
from corro.extract.events.found import Found
from corro.extract.events.governing import arguments_of
from corro.extract.events.grammar import CLAUSE_LABELS, NOMINAL, Grammar
from corro.extract.events.permits import PERMITS, on_object
from corro.extract.events.places import is_settlement
from corro.extract.events.references import antecedent_of
from corro.extract.events.surroundings import Surroundings
from corro.extract.events.turns import held_up, turned_role
from corro.extract.events.undergoing import undergoer_role, undergoes
from corro.extract.events.words import NOBODY, word_set
from corro.model import ActorKind, ActorValue, Mention, MentionKind, Slot, TextValue
from corro.values import Span
from corro.vocab import actor, actor_kind
from corro.vocab.event_types import event_types, word_class

TEXT_ROLES = word_set("reason condition legal_basis task accused resolution meeting instrument status")
"""Roles whose value is the source's own words."""

_HUMAN_ROLES = {
    **dict.fromkeys(("H1", "H3", "H4", "H5", "O7"), ("target",)),
    **dict.fromkeys(("V1", "V3", "V4", "V5", "V6", "V9"), ("victim",)),
    "C2": ("actor",),
}
"""Roles that only persons have. Source: frames of docs/reference/event-types.md."""

_SKIES = word_set("sky skies airspace ciel espace")
"""What is closed to somebody, who is then the target. Source: own list, 2026-11."""

_NONE = "none"
_APPOSITION_GAP = 3
"""Characters between a post and the name set beside it: a comma and a blank."""

_NO_PARTY = word_set(
    "occasion motif time date suite terme cause course end beginning fois début fin nom sujet place rest intervention "
    "nightfall dusk noon midday midnight sunrise sunset crépuscule midi minuit tombée "
    "initiative name reason purpose behalf titre cours aube dawn face regard light television télévision radio antenne chaîne "
    "broadcast news journal écran unanimité unanimity majorité majority contumace absentia"
)
"""Nouns of phrases that are circumstances and name no party. Source: own list, 2026-11."""

_SUBORDINATE_REASONS = word_set("because as since car parce puisque")
_REASON_VERBS = word_set(
    "cite invoke claim allege accuse say argue invoquer citer accuser prétexter arguer alléguer estimer reprocher"
)
_REASON_CASES = ("over", "for", "pour")
_CONDITION_MARKS = word_set("until unless if provided pending jusqu'à jusqu’à tant sauf si")
_LEAVING = word_set("leave depart quit go quitter partir sortir")
"""What an order is for (`48 hours to leave`, `pour quitter le pays`) and no reason of it."""

_LEGAL = word_set("article law agreement convention code charter loi accord convention code charte décret decree act")


def actor_slots(grammar: Grammar, found: Found, around: Surroundings) -> tuple[Slot, ...]:
    """Return actor, target, victim and the other roles that phrases fill.

    Args:
        grammar: The text's tree.
        found: The trigger.
        around: Times and places, which fill no such role.
    """
    slots: dict[str, Slot] = {}
    further: list[Slot] = []
    for role, function, head in _by_strength(grammar, found):
        if (
            role == _NONE
            or head in around.time_tokens
            or _is_content(grammar, found, role, head)
            or not _NO_PARTY.isdisjoint(grammar.words[head])
        ):
            continue
        for role_of_part, part in _parts(grammar, around, role, head):
            if role_of_part == "place" and _holds_a_place(grammar, around, part):
                continue
            if role_of_part in slots or (role_of_part != "place" and _only_a_place(grammar, around, function, part)):
                continue
            slot = _slot(grammar, role_of_part, part, human=role_of_part in _HUMAN_ROLES.get(found.code, ()))
            if slot is not None:
                slots[role_of_part] = slot
                further += _joined_doers(grammar, found, around, role_of_part, part)
    return (*slots.values(), *further)


def _holds_a_place(grammar: Grammar, around: Surroundings, head: int) -> bool:
    """Say whether a common noun of place has the place that is meant inside it (`at their homes in Karsa`)."""
    return head not in around.place_tokens and not around.place_tokens.isdisjoint(grammar.subtree(head))


def _is_content(grammar: Grammar, found: Found, role: str, head: int) -> bool:
    """Say whether a phrase is what a call asks for (`demande une enquête`), and so not who is asked."""
    return found.code == "C4" and role.startswith("target") and grammar.holds([head], word_class("inquiry", grammar.language))


def _joined_doers(grammar: Grammar, found: Found, around: Surroundings, role: str, head: int) -> list[Slot]:
    """Return the further doers that a text joins to the first (`by the army and foreign fighters`), each with its own label."""
    if role != "actor" or found.code[0] not in "VA" or "sides" in found.trigger.roles.values():
        return []
    others = [child for child in grammar.children(head, "conj") if grammar.tokens[child].pos in ("NOUN", "PROPN")]
    spans = [(child, phrase_span(grammar, child)) for child in others if child not in around.time_tokens]
    return [Slot("actor", span, actor_value(grammar, child, span), rule="events.joined_doer") for child, span in spans]


def _by_strength(grammar: Grammar, found: Found) -> list[tuple[str, str, int]]:
    """Return role, function and head; roles that a type marks with `?` come last, and so only fill what is left open."""
    rows = [(_role_of(grammar, found, function, head), function, head) for function, head in _functions(grammar, found)]
    firm = [row for row in rows if not row[0].endswith("?")]
    return [*firm, *((role.removesuffix("?"), function, head) for role, function, head in rows if role.endswith("?"))]


def _role_of(grammar: Grammar, found: Found, function: str, head: int) -> str:
    """Return the role of a function; what is held up, and never holds up, is the target also where it looks like the doer.

    Headlines and reduced clauses leave the auxiliary out: `Mission convoy turned back`, `the fourth request refused`.
    """
    role = found.trigger.roles.get(function, _NONE)
    if (turned := turned_role(grammar, found, function, head, role)) is not None:
        return turned
    if function == "subject" and role == "actor" and undergoes(grammar, found):
        return undergoer_role(found.code)
    if found.code == "O3" and function == "object" and grammar.words[head] & _SKIES:
        return "target?"
    if function == "object" and found.arguments.second_object is not None:
        role = role.removesuffix("?")
    if role == "target" and function == "of" and not PERMITS.isdisjoint(grammar.words[head]):
        role = "target?"
    return "target" if function == "subject" and role == "actor" and held_up(grammar, found, head) else role


def _only_a_place(grammar: Grammar, around: Surroundings, function: str, head: int) -> bool:
    """Say whether a phrase only tells where (`at Kani-Bonzon`), which fills no role of doer or target."""
    return (
        function in ("at", "in", "on", "to", "near")
        and head in around.place_tokens
        and grammar.tokens[head].pos == "PROPN"
        and function != "on"
    )


def _functions(grammar: Grammar, found: Found) -> Iterator[tuple[str, int]]:
    """Yield the grammatical functions and their heads, the strongest first."""
    arguments = found.arguments
    agents = arguments.oblique("by")
    if found.trigger.acts_through and arguments.clause_of is not None:
        yield from _through_clause(grammar, found, arguments.clause_of)
    elif found.code == "A1" and arguments.clause_of is not None and arguments.subject is None and arguments.oblique("with"):
        yield from _fallen(grammar, found, arguments.clause_of)
    if arguments.subject is not None:
        yield "subject", arguments.subject
    for head in agents:
        yield "by", head
    if arguments.object is not None:
        yield "object", arguments.object
    if arguments.second_object is not None:
        yield "second_object", arguments.second_object
    for function, head in arguments.obliques:
        if function != "by":
            yield function, head
    yield from on_object(grammar, found)
    for word in found.words:
        if word != found.index and grammar.is_noun(word):
            yield {"obl:agent": "by"}.get(grammar.tokens[word].dep, "own_word"), word
    if found.trigger.complement_target:
        yield from _complement(grammar, found)


def _through_clause(grammar: Grammar, found: Found, verb: int) -> Iterator[tuple[str, int]]:
    own = found.arguments
    if own.subject is None and not own.oblique("by", "of") and verb not in found.words:
        clause = arguments_of(grammar, verb)
        if clause.subject is not None and clause.subject != found.index:
            yield "subject", clause.subject
        if (
            clause.object is not None
            and clause.object != found.index
            and grammar.tokens[found.index].dep in ("obl", "nmod", "advcl")
        ):
            yield "object", clause.object


def _fallen(grammar: Grammar, found: Found, verb: int) -> Iterator[tuple[str, int]]:
    """Yield as the other side those harmed in a clash with somebody (`five soldiers killed in a clash with gunmen`)."""
    if grammar.is_passive(verb) and grammar.tokens[found.index].dep in ("obl", "nmod"):
        harmed = arguments_of(grammar, verb).object
        yield from (("subject", head) for head in (harmed,) if head is not None)


def _complement(grammar: Grammar, found: Found) -> Iterator[tuple[str, int]]:
    for word in (*found.words[1:], *found.arguments.clauses):
        for child in grammar.children(word, "obj"):
            yield "object", child


def _parts(grammar: Grammar, around: Surroundings, role: str, head: int) -> Iterator[tuple[str, int]]:
    """Yield role and head: `harmed` is victim or target by what the noun names, `sides` are actor and target."""
    if role == "harmed":
        if grammar.holds([head], word_class("weapon", grammar.language)):
            yield "instrument", head
        elif is_settlement(grammar, head) or head in around.place_tokens:
            yield "target", head
        else:
            yield "victim", head
    elif role == "sides":
        others = grammar.children(head, "conj")
        yield "actor", head
        if others:
            yield "target", others[-1]
    else:
        yield role, head


def _slot(grammar: Grammar, role: str, head: int, *, human: bool) -> Slot | None:
    """Return the slot of a phrase, a pronoun replaced by what it stands for."""
    inferred = False
    if grammar.tokens[head].text.lower() in NOBODY and not grammar.children(head, "det", "nummod"):
        return None
    if grammar.tokens[head].pos in ("PRON", "DET"):
        antecedent = antecedent_of(grammar, head, human=human)
        if antecedent is None:
            return None
        head, inferred = antecedent, True
    elif grammar.tokens[head].pos not in (*NOMINAL, "ADJ", "X", "NUM") and not grammar.children(head, "det"):
        return _clause_slot(grammar, role, head)
    if is_number(grammar, head) and not grammar.children(head, "compound", "flat"):
        counted = counted_before(grammar, head)
        nouns = [child for child in grammar.children(head, "nmod") if grammar.is_noun(child)]
        head = next(iter(nouns), counted if counted is not None and not grammar.children(head, "det") else head)
    span = phrase_span(grammar, head)
    if role in TEXT_ROLES:
        return Slot(role, span, TextValue(grammar.text(span)), inferred, "events.phrase")
    if role in ("place", "time"):
        return Slot(role, span, None, inferred, "events.phrase")
    rule = "events.pronoun" if inferred else "events.phrase"
    return Slot(role, span, actor_value(grammar, head, span), inferred, rule)


def _clause_slot(grammar: Grammar, role: str, head: int) -> Slot | None:
    if role not in ("task", "reason", "target") or grammar.tokens[head].pos not in VERBAL:
        return None
    span = grammar.span(grammar.subtree(head))
    return Slot(role, span, TextValue(grammar.text(span)), rule="events.clause")


def phrase_span(grammar: Grammar, head: int) -> Span:
    """Return the characters of a noun phrase with the name set beside it, articles left out.

    Args:
        grammar: The text's tree.
        head: The head of the phrase.
    """
    span = grammar.span(grammar.phrase(head))
    mention = grammar.mention_at.get(head)
    if mention is not None and mention.proposed_by != "ner" and mention.span.overlaps(span) and not span.holds(mention.span):
        span = span.cover(mention.span)
    name = next(
        (child for child in grammar.children(head, "appos", "flat") if child > head and grammar.tokens[child].pos == "PROPN"), None
    )
    if name is not None and not grammar.children(name, "case"):
        person = grammar.mention_at.get(name)
        whole = person is not None and person.kind is MentionKind.PERSON
        beside = person.span if whole and person is not None else grammar.span(grammar.phrase(name))
        if beside.start - span.end <= _APPOSITION_GAP:
            span = span.cover(beside)
    return span


def actor_value(grammar: Grammar, head: int, span: Span) -> ActorValue:
    """Return who a phrase names, its own words kept.

    Args:
        grammar: The text's tree.
        head: The head of the phrase.
        span: Its characters.
    """
    label = " ".join(grammar.text(span).split())
    mention = _named_person(grammar, head, span) or grammar.mention_at.get(head)
    known = actor(mention.known_id) if mention is not None and mention.known_id else None
    if mention is not None and mention.kind is MentionKind.PERSON and span.overlaps(mention.span):
        name = known.name if known is not None else mention.name or mention.text
        return ActorValue(label, name, known.id if known is not None else None, ActorKind.PERSON)
    if known is not None and mention is not None and mention.kind is not MentionKind.DEMONYM:
        return ActorValue(label, known.name if mention.span == span else label, known.id, known.kind)
    return ActorValue(label, label, kind=_kind(grammar, head, label))


def _named_person(grammar: Grammar, head: int, span: Span) -> Mention | None:
    """Return the person whose name a phrase gives beside a post (`the spokesman, Ivo Marek`), or None."""
    for child in grammar.children(head, "appos", "flat"):
        mention = grammar.mention_at.get(child)
        if mention is not None and mention.kind is MentionKind.PERSON and span.holds(mention.span):
            return mention
    return None


def _kind(grammar: Grammar, head: int, label: str) -> ActorKind:
    kind = actor_kind(label, grammar.language)
    mention = grammar.mention_at.get(head)
    return ActorKind.PERSON if kind is ActorKind.UNKNOWN and mention is not None and mention.kind is MentionKind.PERSON else kind


def circumstance_slots(grammar: Grammar, found: Found) -> tuple[Slot, ...]:
    """Return reason, condition, legal basis and task, in the source's own words.

    Args:
        grammar: The text's tree.
        found: The trigger.
    """
    frame = frozenset(event_types()[found.code].frame)
    slots: dict[str, Slot] = {}
    for role, tokens in _circumstances(grammar, found):
        if role in frame and role not in slots:
            span = grammar.span(tokens)
            slots[role] = Slot(role, span, TextValue(grammar.text(span)), rule=f"events.{role}")
        elif role == "task" and role in slots:
            slots[role] = _joined_task(grammar, slots[role], grammar.span(tokens))
    return tuple(slots.values())


def _joined_task(grammar: Grammar, slot: Slot, further: Span) -> Slot:
    """Return one task for clauses that the text joins, its conjunctions kept: they are what changes in re-telling."""
    span = slot.span.cover(further)
    return Slot("task", span, TextValue(grammar.text(span)), slot.inferred, slot.rule)


def _circumstances(grammar: Grammar, found: Found) -> Iterator[tuple[str, list[int]]]:
    verbs = [found.index] if found.arguments.clause_of is None else [found.index, found.arguments.clause_of]
    head = grammar.head(found.index)
    if head is not None and grammar.tokens[found.index].dep in ("xcomp", "conj"):
        verbs.append(head)
    for verb in (*verbs, *(word for word in found.words if word not in verbs)):
        for child in grammar.children(verb, "advcl", "ccomp", "acl", "obl", "nmod", "parataxis"):
            own = found.code[0] == "O" and child in found.arguments.clauses
            role = "" if own or found.index in grammar.subtree(child) else _circumstance(grammar, child, found.code)
            if role:
                yield role, _without_marks(grammar, child, keep_first=role == "condition")
    for clause in found.arguments.clauses:
        if found.code[0] == "O" and grammar.tokens[clause].pos == "VERB" and clause not in found.words:
            yield "task", _task(grammar, clause)


def _task(grammar: Grammar, clause: int) -> list[int]:
    """Return the tokens of a task, without marks at its ends and without the number of occasions."""
    occasions = [
        child for child in grammar.subtree(clause) if grammar.words[child] & {"occasion", "time", "fois", "reprise", "instance"}
    ]
    shut = {token for occasion in occasions for token in grammar.subtree(occasion)}
    kept = [token for token in grammar.subtree(clause) if token not in shut]
    while kept and grammar.tokens[kept[0]].dep in ("mark", "case", "cc", "advmod", "punct"):
        kept = kept[1:]
    while len(kept) > 1 and grammar.tokens[kept[-1]].pos in ("PUNCT", "ADP"):
        kept = kept[:-1]
    return kept or [clause]


def _circumstance(grammar: Grammar, child: int, code: str) -> str:
    """Return the role of a dependent clause or phrase, or nothing."""
    token = grammar.tokens[child]
    if code in ("H1", "H6") and not grammar.words[child].isdisjoint(_LEAVING):
        return ""
    marks = {grammar.tokens[mark].text.lower() for mark in grammar.children(child, "mark", "case", "advmod")}
    if marks & _CONDITION_MARKS and token.dep in CLAUSE_LABELS:
        return "condition"
    if marks & _SUBORDINATE_REASONS and token.dep in ("advcl",):
        return "reason"
    if token.dep == "advcl" and not _REASON_VERBS.isdisjoint(grammar.words[child]):
        return "reason"
    if token.dep in ("obl", "nmod") and not _LEGAL.isdisjoint(grammar.words[child]) and marks & {"under", "selon", "de", "en"}:
        return "legal_basis"
    motive = bool(grammar.words[child] & {"motif", "motive", "raison", "reason"}) or token.text.lower() == "grounds"
    if motive or (
        marks & set(_REASON_CASES)
        and token.dep in ("obl", "advcl")
        and code in ("H1", "H3", "H4", "O1", "V5")
        and not _is_measure(grammar, child)
    ):
        return "reason"
    return ""


def _is_measure(grammar: Grammar, child: int) -> bool:
    """Say whether `for` opens a length of time or a person, which is no reason."""
    below = grammar.children(child, "nummod")
    return bool(below) or grammar.tokens[child].pos in ("PROPN", "PRON", "NUM")


def _without_marks(grammar: Grammar, head: int, *, keep_first: bool) -> list[int]:
    tokens = grammar.subtree(head)
    while tokens and not keep_first and grammar.tokens[tokens[0]].dep in ("mark", "case", "punct", "cc"):
        tokens = tokens[1:]
    while len(tokens) > 1 and grammar.tokens[tokens[-1]].pos == "PUNCT":
        tokens = tokens[:-1]
    return tokens or [head]
