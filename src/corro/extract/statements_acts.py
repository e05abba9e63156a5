"""What somebody does by saying it: the cue's act, turned by what the content says where the cue is neutral."""

import re
from functools import cache

from corro.extract.statements_draft import Draft
from corro.extract.statements_prepared import Prepared
from corro.model import SpeechAct
from corro.vocab.files import read_toml, rows_of

_FILE = "cues.toml"
_WARNING = frozenset({"warn", "avertir", "prévenir", "alerter", "promise", "vow", "pledge", "promettre"})
_FINDING = frozenset({"conclude", "establish", "conclure", "établir", "confirm", "confirmer"})
_JESTING = frozenset({"quip", "joke", "plaisanter", "ironiser", "scoff"})
_OWN = frozenset({"we", "i", "our", "my", "nous", "je", "j'", "nos", "notre", "mes", "ses", "its", "their", "leurs", "son"})
_OWN_FORCES = frozenset({"our", "nos", "notre", "ses", "its", "their", "leurs"})
_NEGATIVE = frozenset(
    {
        "no",
        "not",
        "n't",
        "never",
        "nobody",
        "nothing",
        "aucun",
        "aucune",
        "ne",
        "n'",
        "jamais",
        "rien",
        "personne",
        "none",
        "pas",
        "ni",
        "nor",
    }
)
_IMPERATIVE_FIRST = frozenset({"let", "go", "leave", "stop", "give", "say", "release"})


@cache
def _contents() -> tuple[tuple[SpeechAct, re.Pattern[str]], ...]:
    rows = rows_of(read_toml(_FILE), "contents", _FILE)
    return tuple(
        (SpeechAct(row["act"]), re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, row["words"])) + r")(?!\w)")) for row in rows
    )


def act_of(prepared: Prepared, draft: Draft) -> SpeechAct:
    """Say what is done by a statement.

    Args:
        prepared: The document.
        draft: The statement.

    Returns:
        The cue's own act, except that a neutral cue takes the act that its content shows.
    """
    if draft.act not in (SpeechAct.ASSERTS, SpeechAct.ANNOUNCES):
        return draft.act
    grammar = prepared.grammar
    text = " ".join(span.of(grammar.text) for span in draft.content).lower().replace("’", "'")
    for act, pattern in _contents():
        if pattern.search(text):
            return act
    return _by_grammar(prepared, draft)


def _by_grammar(prepared: Prepared, draft: Draft) -> SpeechAct:
    grammar = prepared.grammar
    first, last = grammar.at(draft.span.start), grammar.at(draft.span.end)
    if first >= last:
        return draft.act
    words = grammar.lower[first:last]
    lemma = grammar.tokens[draft.anchor].lemma
    if draft.quoted and _bids(prepared, first):
        return SpeechAct.CALLS_FOR if words[0] in ("que", "qu'") else SpeechAct.DEMANDS
    if lemma in _WARNING and _threatens(prepared, draft, first, last):
        return SpeechAct.THREATENS
    if draft.act is SpeechAct.ANNOUNCES:
        return draft.act
    if _denying(words):
        return SpeechAct.DENIES
    if lemma in _JESTING:
        return SpeechAct.CHARACTERISES
    if lemma in _FINDING or not _blames(prepared, first, last):
        return draft.act
    return SpeechAct.ANNOUNCES if set(words[:4]) & _OWN_FORCES else SpeechAct.ALLEGES


def _bids(prepared: Prepared, first: int) -> bool:
    """Say whether a quotation opens with an order or a wish."""
    token = prepared.grammar.tokens[first]
    wish = prepared.grammar.lower[first] in ("que", "qu'") and token.pos == "SCONJ"
    order = "Mood=Imp" in token.morph or prepared.grammar.lower[first] in _IMPERATIVE_FIRST
    return wish or order


def _threatens(prepared: Prepared, draft: Draft, first: int, last: int) -> bool:
    """Say whether a warning or promise is of harm, or tells what the speaker will do to others."""
    grammar = prepared.grammar
    if any(grammar.tokens[index].lemma in prepared.cues.lists["harms"] for index in range(first, last)):
        return True
    return (
        _future(prepared, first, last)
        and draft.act is not SpeechAct.ANNOUNCES
        and (draft.quoted or bool(set(grammar.lower[first:last]) & _OWN))
    )


def _future(prepared: Prepared, first: int, last: int) -> bool:
    grammar = prepared.grammar
    return any(
        "Tense=Fut" in grammar.tokens[index].morph or grammar.lower[index] in ("will", "shall", "'ll")
        for index in range(first, last)
    )


def _denying(words: list[str]) -> bool:
    """Say whether the content opens with a negation: "no soldier ...", « je n'ai ... », « qu'aucune unité ... »."""
    return bool(set(words[:5]) & _NEGATIVE)


def _blames(prepared: Prepared, first: int, last: int) -> bool:
    """Say whether the content tells of a wrong that is not the speaker's own doing."""
    grammar = prepared.grammar
    wrongs = prepared.cues.lists["wrongs"]
    return any(grammar.tokens[index].lemma in wrongs for index in range(first, last))
