"""What somebody does by saying it: the cue's act, turned by what the content says where the cue is neutral."""

import re
from functools import cache

from corro.extract.statements.bidding import asked_act, lays_guilt, names_in_marks, tells_intention, threatens_anybody
from corro.extract.statements.blame import blames, denies, is_speaker, threatens_harm
from corro.extract.statements.draft import Draft
from corro.extract.statements.grammar import PERSONAL_SUBJECTS
from corro.extract.statements.prepared import Prepared
from corro.extract.statements.turning import calls_false, counts_only, holds_out
from corro.model import SpeechAct
from corro.values import Language, Span
from corro.vocab.files import read_toml, rows_of
from corro.vocab.phrases import PhraseGroups

_FILE = "cues.toml"
_WARNING = frozenset({"warn", "avertir", "prévenir", "alerter", "promise", "vow", "pledge", "promettre", "swear", "jurer"})
_PROMISING = frozenset({"promise", "vow", "pledge", "promettre", "swear", "jurer", "warn", "avertir", "prévenir", "threaten"})
_OWNING_UP = frozenset(
    {"confirm", "acknowledge", "admit", "concede", "confess", "regret", "remind", "boast", "brag", "fear", "worry", "hope"}
) | frozenset(
    {"confirmer", "reconnaître", "admettre", "concéder", "avouer", "confesser", "regretter", "rappeler", "vanter", "craindre"}
)
_HINTING = frozenset({"hint", "insinuate", "insinuer", "laisser"})
_REGRETTING = frozenset({"regret", "regretter", "déplorer"})
_FAULTS = frozenset(
    [
        "error",
        "mistake",
        "incident",
        "excess",
        "inconvenience",
        "misunderstanding",
        "confusion",
        "enthusiasm",
        "slip",
        "wording",
        "remark",
        "word",
    ]
) | frozenset(
    ["erreur", "faute", "excès", "bavure", "désagrément", "malentendu", "débordement", "maladresse", "propos", "dérapage", "gêne"]
)
_FORESEEING = frozenset(
    [
        "believe",
        "think",
        "predict",
        "expect",
        "fear",
        "hope",
        "worry",
        "doubt",
        "estimate",
        "warn",
        "caution",
        "convince",
        "respond",
        "reply",
        "answer",
    ]
) | frozenset(
    [
        "croire",
        "penser",
        "prédire",
        "craindre",
        "espérer",
        "redouter",
        "douter",
        "estimer",
        "avertir",
        "prévenir",
        "alerter",
        "convaincre",
        "répondre",
        "risquer",
    ]
)
_SAYING_WHAT_IT_IS = (
    "c'est un",
    "c'est une",
    "c'est la",
    "c'est le",
    "it is a",
    "it is an",
    "it's a",
    "this is a",
    "that is a",
    "ce n'est pas un",
    "ce n'est pas une",
)
_PROTESTING = frozenset({"protest", "object", "complain", "lament", "protester", "objecter", "plaindre"})
_JESTING = frozenset({"quip", "joke", "plaisanter", "ironiser", "scoff", "résumer", "sum", "muse", "railler", "mock", "sneer"})
_ASSURING = frozenset({"assure", "assurer", "guarantee", "garantir", "swear", "jurer", "faire", "let"})
_OFFERING = frozenset({"express", "voice", "offer", "extend", "present", "convey", "make", "issue", "renew"}) | frozenset(
    {"exprimer", "présenter", "adresser", "faire", "réitérer", "renouveler", "transmettre", "formuler"}
)
_SORROW = re.compile(r"\b(?:apolog|regrets?\b|excuses?\b|sorry\b)", re.IGNORECASE)
_PARDON = re.compile(
    r"\b(?:forgiveness|forgive (?:me|us|him|her|it|them)|be forgiven|pardon\b|(?:l['’]|nous |m['’])excuser)", re.IGNORECASE
)
_YOU = frozenset({"you", "tu", "vous"})
_IFS = frozenset({"if", "si", "s'", "unless", "sinon", "otherwise", "whoever", "quiconque", "celui"})
_CLAIMED = frozenset({"claim", "revendiquer"})
_CLAIMED_DEEDS = frozenset(
    {"attaque", "attentat", "embuscade", "tir", "opération", "raid", "responsabilité", "assaut", "explosion"}
)
_CORRECTING = frozenset({"rectify", "correct", "rectifier", "corriger"})
_ADMISSIONS = frozenset({"confession", "testimony", "deposition", "admission", "aveu", "déposition", "témoignage"})
_OWN = frozenset({"we", "i", "our", "my", "nous", "je", "j'", "nos", "notre", "mes", "ses", "its", "their", "leurs", "son"})
_OWN_FORCES = frozenset({"our", "nos", "notre", "ses", "its", "their", "leurs"})
_OTHERS = frozenset({"they", "he", "she", "it", "ils", "elles", "il", "elle", "on"})
_OUR = frozenset({"our", "nos"})
_SPEAKING_OF = frozenset({"speak", "talk", "parler"})
_FEELING = frozenset({"voice", "express", "exprimer"})
_CONCEDING = frozenset({"admit", "acknowledge", "concede", "regret", "complain", "lament", "note", "recall"}) | frozenset(
    {"reconnaître", "admettre", "concéder", "regretter", "déplorer", "noter", "rappeler", "constater"}
)
"""Verbs that take what follows for a fact, so that a negation in it denies nothing. Source: factive verbs; own list, 2026-11."""

_DECRYING = frozenset({"denounce", "decry", "deplore", "condemn", "dénoncer", "déplorer", "condamner", "fustiger"})
_APOLOGY = re.compile(r"\b(?:apolog|excuses?\b|pardon\b)", re.IGNORECASE)
_IN_EZ = frozenset({"chez", "assez", "nez", "voyez", "savez", "tenez", "écoutez", "regardez"})
"""Words in -ez at the head of a quotation that order nothing. Source: own list, 2026-11."""

_TERM = frozenset({"hour", "day", "heure", "jour"})
_IMPERATIVE_FIRST = frozenset({"let", "go", "leave", "stop", "give", "say", "release"})
"""Words that turn an act. Source: own lists, chosen on the development documents, 2026-11."""


@cache
def _contents() -> tuple[tuple[SpeechAct, ...], PhraseGroups]:
    """Return the acts that words of the content show, in order of preference, and the words of each."""
    rows = rows_of(read_toml(_FILE), "contents", _FILE)
    return tuple(SpeechAct(row["act"]) for row in rows), PhraseGroups(row["words"] for row in rows)


def act_of(prepared: Prepared, draft: Draft) -> SpeechAct:
    """Say what is done by a statement.

    Args:
        prepared: The document.
        draft: The statement.

    Returns:
        The cue's own act, except that a neutral cue takes the act that its content shows.
    """
    speaking_of = prepared.grammar.tokens[draft.anchor].lemma in _SPEAKING_OF and draft.rule == "verb.object"
    if _apologises(prepared, draft) or _regrets_own_fault(prepared, draft):
        return SpeechAct.APOLOGISES
    if draft.act not in (SpeechAct.ASSERTS, SpeechAct.ANNOUNCES) and not speaking_of:
        return _decried(prepared, draft)
    text = " ".join(_own_words(prepared, span) for span in draft.content).lower().replace("’", "'")
    acts, groups = _contents()
    shown = groups.first_in(text)
    owned = prepared.grammar.tokens[draft.anchor].lemma in _OWNING_UP
    if shown is not None and not (owned and acts[shown] is SpeechAct.ALLEGES):
        return acts[shown]
    return _spoken_of(prepared, draft) if speaking_of else _by_grammar(prepared, draft)


def _apologises(prepared: Prepared, draft: Draft) -> bool:
    """Say whether the cue is one of excuse: by itself, or by what it offers ("offers his apologies")."""
    grammar = prepared.grammar
    if grammar.tokens[draft.anchor].lemma in _OFFERING and _SORROW.search(draft.span.of(grammar.text)):
        return True
    if draft.act in (SpeechAct.CALLS_FOR, SpeechAct.DEMANDS) and _PARDON.search(draft.span.of(grammar.text)):
        return True
    offered = grammar.child(draft.anchor, "obj")
    words = [draft.cue.of(grammar.text) if draft.cue else "", grammar.tokens[offered].text if offered is not None else ""]
    return any(_APOLOGY.search(word) for word in words)


def _regrets_own_fault(prepared: Prepared, draft: Draft) -> bool:
    """Say whether somebody regrets a fault of the sort that is one's own ("regretted the error")."""
    grammar = prepared.grammar
    if grammar.tokens[draft.anchor].lemma not in _REGRETTING or draft.rule == "verb.clause":
        return False
    content = range(grammar.at(draft.span.start), grammar.at(draft.span.end))
    return any(grammar.tokens[index].lemma in _FAULTS for index in content)


def _decried(prepared: Prepared, draft: Draft) -> SpeechAct:
    """Return the cue's act, except that to denounce a deed (« dénonce l'arrestation de ») is to allege it."""
    grammar = prepared.grammar
    if draft.act is SpeechAct.ALLEGES and grammar.tokens[draft.anchor].lemma in _HINTING:
        hinted = range(grammar.at(draft.span.start), grammar.at(draft.span.end))
        harmed = any(grammar.tokens[index].lemma in prepared.cues.lists["harms"] for index in hinted)
        if harmed and any(grammar.lower[index] in ("might", "could", "may", "pourrait", "pourraient") for index in hinted):
            return SpeechAct.THREATENS
    if grammar.tokens[draft.anchor].lemma in _REGRETTING and grammar.lower[grammar.at(draft.span.start)] in ("that", "que", "qu'"):
        return SpeechAct.ASSERTS
    content = grammar.at(draft.span.start), grammar.at(draft.span.end)
    if draft.act is SpeechAct.DEMANDS and _claims_deed(prepared, draft, content):
        return SpeechAct.ASSERTS
    if draft.act is SpeechAct.DENIES and _takes_back(prepared, content):
        return SpeechAct.RETRACTS
    if draft.act is SpeechAct.DEMANDS and counts_only(prepared, draft, content):
        return SpeechAct.ASSERTS
    if draft.act is SpeechAct.CHARACTERISES and draft.rule == "verb.label" and calls_false(prepared, content):
        return SpeechAct.DENIES
    if draft.act is SpeechAct.CHARACTERISES and lays_guilt(prepared, content):
        return SpeechAct.ALLEGES
    if (
        draft.act is not SpeechAct.CHARACTERISES
        or grammar.tokens[draft.anchor].lemma not in _DECRYING
        or draft.rule != "verb.object"
    ):
        return draft.act
    return SpeechAct.ALLEGES if blames(prepared, draft, (grammar.at(draft.span.start), grammar.at(draft.span.end))) else draft.act


def _claims_deed(prepared: Prepared, draft: Draft, content: tuple[int, int]) -> bool:
    """Say whether « revendiquer » claims a deed rather than a right (« revendique l'attaque »)."""
    grammar, lists = prepared.grammar, prepared.cues.lists
    deeds = lists["wrongs"] | lists["deeds"] | lists["harms"] | _CLAIMED_DEEDS
    claimed = grammar.tokens[draft.anchor].lemma in _CLAIMED and draft.rule == "verb.object"
    return claimed and any(grammar.tokens[index].lemma in deeds for index in range(content[0], min(content[1], content[0] + 4)))


def _takes_back(prepared: Prepared, content: tuple[int, int]) -> bool:
    """Say whether what is denied is one's own word (« renie ses aveux », "disowned her own account")."""
    grammar = prepared.grammar
    words = grammar.lower[content[0] : content[0] + 3]
    own = bool(set(words) & {"own", "propre", "propres"})
    admitted = any(grammar.tokens[index].lemma in _ADMISSIONS for index in range(content[0], min(content[1], content[0] + 3)))
    return bool(words) and words[0] in prepared.cues.lists["possessives"] and (own or admitted)


def _spoken_of(prepared: Prepared, draft: Draft) -> SpeechAct:
    """Return the act of "spoke of X": a figure is asserted, a wrong alleged, anything else is a label."""
    grammar = prepared.grammar
    content = grammar.at(draft.span.start), grammar.at(draft.span.end)
    if any(grammar.tokens[index].pos == "NUM" for index in range(*content)):
        return SpeechAct.ASSERTS
    return SpeechAct.ALLEGES if blames(prepared, draft, content) else draft.act


def _own_words(prepared: Prepared, span: Span) -> str:
    """Return the words of a content without the quotations in it that are somebody else's again."""
    text = span.of(prepared.grammar.text)
    around = prepared.inside[prepared.grammar.at(span.start)] if prepared.inside else None
    depth = prepared.quotes[around].depth if around is not None else 0
    for quote in prepared.quotes_in(span):
        if quote.depth > depth:
            first, last = quote.outer.start - span.start, min(len(text), quote.outer.end - span.start)
            text = text[:first] + " " * (last - first) + text[last:]
    return text


def _by_grammar(prepared: Prepared, draft: Draft) -> SpeechAct:
    grammar = prepared.grammar
    first, last = grammar.at(draft.span.start), grammar.at(draft.span.end)
    if first >= last:
        return draft.act
    lemma = grammar.tokens[draft.anchor].lemma
    if draft.quoted and _menaces(prepared, first, last):
        return SpeechAct.THREATENS
    if draft.quoted and _bids(prepared, first, last):
        return SpeechAct.DEMANDS
    if lemma in _PROMISING and holds_out(prepared, first, last):
        return SpeechAct.THREATENS
    if lemma in _WARNING and _threatens(prepared, draft, first, last):
        return SpeechAct.THREATENS
    if threatens_anybody(prepared, (first, last)):
        return SpeechAct.THREATENS
    if lemma in _CORRECTING and draft.rule == "verb.colon":
        return SpeechAct.RETRACTS
    if lemma in _CLAIMED and draft.rule == "verb.object":
        return SpeechAct.ASSERTS
    if draft.act is SpeechAct.ANNOUNCES:
        return draft.act
    return _of_saying(prepared, draft, (first, last), lemma)


def _of_saying(prepared: Prepared, draft: Draft, content: tuple[int, int], lemma: str) -> SpeechAct:
    """Return the act of a plain saying: a denial, a blame, a label, an announcement of one's own deeds, or a mere assertion."""
    if lemma not in _CONCEDING and denies(prepared, content):
        return SpeechAct.DENIES
    if lemma in _JESTING or (lemma in _FEELING and draft.rule == "verb.object"):
        return SpeechAct.CHARACTERISES
    if lemma in _ASSURING and any(_to_come(prepared, index) for index in range(*content)):
        return SpeechAct.ANNOUNCES
    if draft.quoted and prepared.grammar.lower[content[0]] in _OUR and _armed(prepared, content):
        return SpeechAct.ANNOUNCES
    asked = asked_act(prepared, draft, content) if lemma not in _FORESEEING | _OWNING_UP | _PROTESTING else None
    if asked is not None:
        return asked
    if lemma not in _FORESEEING and draft.source is not None and tells_intention(prepared, draft, content):
        return SpeechAct.ANNOUNCES
    if _future(prepared, *content) or _own_future(prepared, draft, content):
        return _of_what_comes(prepared, draft, content, lemma)
    if ((draft.quoted and _says_what_it_is(prepared, draft)) or names_in_marks(prepared, draft)) and not blames(
        prepared, draft, content
    ):
        return SpeechAct.CHARACTERISES
    if lemma in _OWNING_UP or not blames(prepared, draft, content):
        return draft.act
    return SpeechAct.ANNOUNCES if _own_forces(prepared, content[0]) else SpeechAct.ALLEGES


def _of_what_comes(prepared: Prepared, draft: Draft, content: tuple[int, int], lemma: str) -> SpeechAct:
    """Return the act of saying what will be: a threat, an announcement of what the speaker will do, or what the cue says."""
    if threatens_harm(prepared, draft, content):
        return SpeechAct.THREATENS
    announced = lemma not in _FORESEEING and draft.source is not None and _own_future(prepared, draft, content)
    return SpeechAct.ANNOUNCES if announced else draft.act


def _own_future(prepared: Prepared, draft: Draft, content: tuple[int, int]) -> bool:
    """Say whether a content begins with what the speaker, or its own forces, will do."""
    grammar = prepared.grammar
    for subject in range(*content):
        if not grammar.tokens[subject].dep.startswith("nsubj"):
            continue
        verb = grammar.tokens[subject].head
        ahead = any(_to_come(prepared, index) for index in (verb, *grammar.children[verb]))
        if ahead and (is_speaker(prepared, draft, subject) or grammar.tokens[subject].lemma in prepared.cues.lists["forces"]):
            return True
    return False


def _to_come(prepared: Prepared, index: int) -> bool:
    """Say whether a word tells of what is to come, also as told later (« qu'il camperait là »)."""
    token = prepared.grammar.tokens[index]
    return _future(prepared, index, index + 1) or ("Mood=Cnd" in token.morph and token.pos == "VERB")


def _says_what_it_is(prepared: Prepared, draft: Draft) -> bool:
    """Say whether a quotation begins by saying what something is ("it is a closed door")."""
    text = " ".join(draft.span.of(prepared.grammar.text).lower().replace("’", "'").split())
    return text.startswith(_SAYING_WHAT_IT_IS)


def _armed(prepared: Prepared, content: tuple[int, int]) -> bool:
    """Say whether a content begins with the speaker's own forces as those who act ("our troops have taken")."""
    grammar = prepared.grammar
    noun = next(
        (index for index in range(content[0] + 1, min(content[1], content[0] + 4)) if grammar.tokens[index].pos == "NOUN"), None
    )
    return noun is not None and grammar.tokens[noun].dep == "nsubj" and grammar.tokens[noun].lemma in prepared.cues.lists["forces"]


def _own_forces(prepared: Prepared, first: int) -> bool:
    words = prepared.grammar.lower[first : first + 4]
    return words[0] not in _OTHERS and not _OWN_FORCES.isdisjoint(words)


def _bids(prepared: Prepared, first: int, last: int) -> bool:
    """Say whether a quotation opens with an order or a wish."""
    grammar = prepared.grammar
    wish = grammar.lower[first] in ("que", "qu'") and grammar.tokens[first].pos == "SCONJ" and prepared.inside[first] is not None
    adverb = grammar.tokens[first].pos == "ADV" and first + 1 < last
    begin = first + 1 if adverb else first
    ordered = "Mood=Imp" in grammar.tokens[begin].morph or grammar.lower[begin] in _IMPERATIVE_FIRST
    return wish or ordered or _orders(prepared, begin)


def _orders(prepared: Prepared, index: int) -> bool:
    """Say whether a word at the head of a quotation is an order, whatever the tagger took it for (« Rendez », "Withdraw")."""
    grammar, token = prepared.grammar, prepared.grammar.tokens[index]
    french = grammar.language is Language.FRENCH and token.text.endswith("ez") and grammar.lower[index] not in _IN_EZ
    bare = grammar.language is Language.ENGLISH and token.pos == "VERB" and "VerbForm=Inf" in token.morph
    return french or (bare and grammar.child(index, *PERSONAL_SUBJECTS) is None)


def _menaces(prepared: Prepared, first: int, last: int) -> bool:
    """Say whether a quotation tells "you" what will come of something ("if you talk, you will ...")."""
    grammar = prepared.grammar
    words = set(grammar.lower[first:last])
    return not words.isdisjoint(_YOU) and not words.isdisjoint(_IFS) and _future(prepared, first, last)


def _threatens(prepared: Prepared, draft: Draft, first: int, last: int) -> bool:
    """Say whether a warning or promise is of harm, or tells what the speaker will do to others."""
    grammar = prepared.grammar
    if draft.act is not SpeechAct.ANNOUNCES and _own_future(prepared, draft, (first, last)):
        return True
    terms = frozenset() if draft.act is SpeechAct.ANNOUNCES else _TERM
    if any(grammar.tokens[index].lemma in prepared.cues.lists["harms"] | terms for index in range(first, last)):
        return True
    return (
        _future(prepared, first, last)
        and draft.act is not SpeechAct.ANNOUNCES
        and (draft.quoted or bool(set(grammar.lower[first:last]) & _OWN))
    )


def _future(prepared: Prepared, first: int, last: int) -> bool:
    grammar = prepared.grammar
    return any(
        "Tense=Fut" in grammar.tokens[index].morph or grammar.lower[index] in ("will", "shall", "'ll", "would")
        for index in range(first, last)
    )
