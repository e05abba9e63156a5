"""What a content asks, intends or names by its own words, whatever the verb of saying: "must go", « il faut que », "is closing"."""

from corro.extract.statements.blame import is_speaker
from corro.extract.statements.draft import Draft
from corro.extract.statements.grammar import PERSONAL_SUBJECTS
from corro.extract.statements.prepared import Prepared
from corro.model import SpeechAct

_MUST = frozenset({"must", "doit", "doivent", "devra", "devront", "faut", "faudra"})
_SHOULD = frozenset({"should", "ought", "devrait", "devraient", "faudrait"})
_NEEDED = frozenset({"faut", "faudra", "faudrait"})
_PERFECT = frozenset({"have", "avoir"})
"""Forms that say what must or should be. Source: closed classes."""

_MEANING = frozenset({"plan", "intend", "prepare", "aim"}) | frozenset({"vouloir", "compter", "envisager", "entendre", "projeter"})
"""Verbs by which somebody tells what he means to do. Source: own list, 2026-11."""

_ANYBODY = frozenset({"any", "anyone", "anybody", "whoever", "tout", "toute", "quiconque", "celui", "those", "ceux"})
"""Words for anybody at all. Source: closed class."""

_NOBODY = frozenset({"nobody", "personne"})
_AHEAD = frozenset({"will", "would", "shall", "'ll"})
_GUILT = frozenset({"responsible", "guilty", "accountable", "responsibility"}) | frozenset(
    {"responsable", "coupable", "complice", "comptable", "responsabilité"}
)
"""Words by which a label blames. Source: own list, 2026-11."""

_SHARING = frozenset({"faire", "share", "convey"})
_DECIDED = frozenset({"resignation", "withdrawal", "intention", "decision", "departure"}) | frozenset(
    {"démission", "retrait", "intention", "décision", "volonté", "départ"}
)
"""Nouns of what one has resolved to do oneself. Source: own list, 2026-11."""


def asked_act(prepared: Prepared, draft: Draft, content: tuple[int, int]) -> SpeechAct | None:
    """Return the act of a content whose first personal verb says what others must or should do, or None.

    Args:
        prepared: The document.
        draft: The statement.
        content: First token of what is said, and the index past its last.
    """
    grammar = prepared.grammar
    modal = next((index for index in range(*content) if grammar.finite(index) or grammar.lower[index] in _MUST | _SHOULD), None)
    if modal is None or grammar.lower[modal] not in _MUST | _SHOULD:
        return None
    verb = grammar.tokens[modal].head if grammar.tokens[modal].pos == "AUX" else modal
    near = range(modal + 1, min(content[1], modal + 3))
    subject = grammar.child(verb, *PERSONAL_SUBJECTS)
    supposed = any(grammar.lower[index] in _PERFECT for index in near)
    own = subject is not None and is_speaker(prepared, draft, subject)
    if (supposed or own) and grammar.lower[modal] not in _NEEDED:
        return None
    return SpeechAct.DEMANDS if grammar.lower[modal] in _MUST else SpeechAct.CALLS_FOR


def tells_intention(prepared: Prepared, draft: Draft, content: tuple[int, int]) -> bool:
    """Say whether a content tells what the speaker is about to do: "it is closing", « dit vouloir saisir », « va ouvrir ».

    Args:
        prepared: The document.
        draft: The statement.
        content: First token of what is said, and the index past its last.
    """
    grammar = prepared.grammar
    if draft.rule == "verb.infinitive" and grammar.tokens[content[0]].lemma in _MEANING:
        return True
    if draft.rule == "verb.object":
        return grammar.tokens[draft.anchor].lemma in _SHARING and _noun(prepared, content) in _DECIDED
    return any(
        is_speaker(prepared, draft, subject) and _begins(prepared, grammar.tokens[subject].head)
        for subject in range(*content)
        if grammar.tokens[subject].dep.startswith("nsubj")
    )


def _begins(prepared: Prepared, verb: int) -> bool:
    """Say whether a verb tells of a step that is meant, or one of those one takes and is taking ("are launching")."""
    grammar = prepared.grammar
    token = grammar.tokens[verb]
    auxiliaries = {grammar.tokens[child].lemma for child in grammar.children[verb] if grammar.tokens[child].pos == "AUX"}
    taking = "Aspect=Prog" in token.morph and "be" in auxiliaries and token.lemma in prepared.cues.lists["steps"]
    going = token.lemma == "aller" and any("VerbForm=Inf" in grammar.tokens[child].morph for child in grammar.children[verb])
    return taking or going or (token.lemma in _MEANING and grammar.language.value == "en")


def _noun(prepared: Prepared, content: tuple[int, int]) -> str:
    """Return the lemma of the first noun of a content."""
    nouns = (token.lemma for token in prepared.grammar.tokens[content[0] : content[1]] if token.pos == "NOUN")
    return next(nouns, "")


def threatens_anybody(prepared: Prepared, content: tuple[int, int]) -> bool:
    """Say whether a content holds out harm to anybody who does something ("any vehicle would be destroyed").

    Args:
        prepared: The document.
        content: First token of what is said, and the index past its last.
    """
    grammar = prepared.grammar
    opening = set(grammar.lower[content[0] : content[0] + 3])
    if _forbids(prepared, content):
        return True
    if opening.isdisjoint(_ANYBODY):
        return False
    for index in range(*content):
        if grammar.tokens[index].lemma in prepared.cues.lists["harms"]:
            own = [index, *(child for child in grammar.children[index] if grammar.tokens[child].pos == "AUX")]
            if any(
                grammar.lower[at] in _AHEAD or any(mark in grammar.tokens[at].morph for mark in ("Tense=Fut", "Mood=Cnd"))
                for at in own
            ):
                return True
    return False


def _forbids(prepared: Prepared, content: tuple[int, int]) -> bool:
    """Say whether a content tells that nobody at all will do something ("nobody leaves", « pas un ne rentrera »)."""
    grammar = prepared.grammar
    for index in range(content[0], min(content[1], content[0] + 4)):
        nobody = grammar.lower[index] in _NOBODY or (grammar.lower[index] == "un" and grammar.lower[index - 1] == "pas")
        verb = grammar.tokens[index].head
        if nobody and grammar.tokens[index].dep.startswith("nsubj") and "pass" not in grammar.tokens[index].dep:
            own = [verb, *(child for child in grammar.children[verb] if grammar.tokens[child].pos == "AUX")]
            return any("Tense=Fut" in grammar.tokens[at].morph or grammar.lower[at] in ("will", "shall") for at in own)
    return False


def lays_guilt(prepared: Prepared, content: tuple[int, int]) -> bool:
    """Say whether a label or object is one of guilt (« tient X pour responsable »).

    Args:
        prepared: The document.
        content: First token of what is said, and the index past its last.
    """
    return any(token.lemma in _GUILT for token in prepared.grammar.tokens[content[0] : content[1]])


def names_in_marks(prepared: Prepared, draft: Draft) -> bool:
    """Say whether what is said gives something a name in marks as its predicate (« la loi est "un drap" »).

    Args:
        prepared: The document.
        draft: The statement.
    """
    grammar = prepared.grammar
    if not draft.rule.startswith("preposition"):
        return False
    for quote in prepared.quotes_in(draft.span):
        first, last = grammar.at(quote.span.start), grammar.at(quote.span.end)
        for index in range(first, min(last, len(grammar.tokens))):
            copula = grammar.child(index, "cop")
            if copula is not None and copula < first and grammar.tokens[index].pos in ("NOUN", "ADJ"):
                return True
    return False
