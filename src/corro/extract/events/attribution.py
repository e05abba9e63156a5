"""How firmly a text ties a deed to its doer: as fact, claimed or admitted by him, suspected, accused, denied or only possible.

One rule for English and French. It reads, in this order: whether the deed is denied; what the doer himself says of it; words of
suspicion about the doer; words of accusation and who accuses; words of doubt. What remains is told as fact, by whoever tells it.
"""

from collections.abc import Iterable

from corro.extract.events.drafts import Draft
from corro.extract.events.forms import VERBAL
from corro.extract.events.grammar import Grammar
from corro.extract.events.words import HEDGES, NEGATIONS, NOTHING, word_set
from corro.extract.statements.status import accused_by, is_office
from corro.model import AttributionStatus, Modality, Polarity, SpeechAct, Statement
from corro.values import fold

_DEEDS = "VAO"
"""Families of event types that are deeds which somebody can answer for. Source: docs/codebook.md, event types."""

_OWNING = word_set("revendiquer revendication claim claimed")
_RESPONSIBILITY = word_set("responsibility credit responsabilité")
_ASSUMING = word_set("assumer endosser assume")
"""Words by which a group says that a deed is its own. Source: own list, 2026-11."""

_ADMITTING = word_set(
    "admit acknowledge concede confess own confession admission reconnaître admettre avouer concéder confesser aveu aveux reconnu "
    "reconnue"
)
"""Words by which a doer says that he did what he is blamed for. Source: VerbNet 3.4, classes admit-64 and confess-37.10; French own
list, 2026-11."""

_SUSPECTING = word_set(
    "suspect suspected presume presumed suppose supposed purported alleged believe think soupçonner suspecter suspecté présumer "
    "présumé présumée supposer supposé supposée prétendu prétendue"
)
"""Words that hold somebody for the doer without being sure of it. Source: FactBank (Saurí and Pustejovsky 2009);
French own list, 2026-11."""

_PASSIVE_ONLY = word_set("believe think suppose presume présumer supposer")
"""Those of them that suspect only in the passive (`is believed to`); in the active they tell an opinion. Source: own list."""

_ACCUSING = word_set(
    "accuse blame charge denounce implicate attribute indict impute accuser reprocher imputer attribuer dénoncer inculper "
    "incriminer"
)
"""Verbs of laying a deed at somebody's door. Source: VerbNet 3.4, class judgment-33; French own list, 2026-11."""

_DOUBTING = word_set(
    "possible possibly perhaps maybe probably probable likely reportedly apparently peut-être probable probablement possible "
    "vraisemblablement éventuellement apparemment sembler seem appear"
)
"""Words that hold a deed for no more than possible or likely. Source: FactBank as above; French own list, 2026-11."""

_WHO = ("actor", "accused", "perpetrator")


def status_of(grammar: Grammar, draft: Draft) -> AttributionStatus:
    """Say how firmly a text ties a deed to its doer.

    Args:
        grammar: The text's tree.
        draft: The mention of the deed, with its slots and the statement that holds it.

    Returns:
        The status.

    Source: confidence slot of MUC-3/4 (Sundheim 1991); the order of the rules is our own judgement.
    """
    if draft.judgement.polarity is Polarity.DENIED:
        return AttributionStatus.DENIED
    if draft.code[0] not in _DEEDS:
        return _status_of_act(grammar, draft)
    around = _governors(grammar, draft.index)
    own = _own_words(grammar, draft, around)
    if own is not None:
        return own
    if _is_suspected(grammar, draft, around):
        return AttributionStatus.SUSPECTED
    return _doubted(grammar, draft, around) or AttributionStatus.FACT


def _status_of_act(grammar: Grammar, draft: Draft) -> AttributionStatus:
    """Return how firmly an act is told that is no deed to answer for: by others it is told as fact, as it is by the narrator."""
    status, statement = draft.judgement.status, draft.statement
    others = statement is None or not _speaks_himself(grammar, draft, statement)
    return AttributionStatus.FACT if status is AttributionStatus.CLAIMED and others else status


def _doubted(grammar: Grammar, draft: Draft, around: list[int]) -> AttributionStatus | None:
    """Return how others than the doer tie him to the deed, or None where nothing is doubtful about it."""
    if _is_possible(grammar, draft, around):
        return AttributionStatus.POSSIBLE
    accuser = next((at for at in around if not _ACCUSING.isdisjoint(grammar.words[at])), None)
    statement = draft.statement
    if statement is not None and statement.act is SpeechAct.ALLEGES and statement.speaker.label:
        return accused_by(statement, grammar.language)
    if accuser is not None:
        return _accused(grammar, accuser)
    return AttributionStatus.POSSIBLE if draft.judgement.modality is Modality.ALLEGED else None


def _governors(grammar: Grammar, index: int) -> list[int]:
    """Return the words above the deed in its sentence, from the nearest; those beside which it only stands are left out."""
    found = []
    below = index
    for above in grammar.ancestors(index):
        if grammar.tokens[above].pos in VERBAL and _stands_beside(grammar, below):
            break
        found.append(above)
        below = above
    return found


def _stands_beside(grammar: Grammar, index: int) -> bool:
    """Say whether a clause stands beside its verb; one that `of` or `with` opens says of what (`suspected of killing`)."""
    label = grammar.tokens[index].dep
    opened = any(grammar.tokens[child].lemma in _OPENING for child in grammar.children(index, "mark", "case"))
    return label in ("conj", "parataxis", "acl:relcl") or (label == "advcl" and not opened)


_OPENING = frozenset(["of", "with", "for", "in", "de"])


def _own_words(grammar: Grammar, draft: Draft, around: list[int]) -> AttributionStatus | None:
    """Return what the doer himself says of the deed: that he claims it, or admits it; None where he says neither."""
    if _is_owned(grammar, draft, around):
        return AttributionStatus.CLAIMED
    cue = _cue_words(grammar, draft.statement)
    admits = not _ADMITTING.isdisjoint(cue) or any(_is_word(grammar, at, _ADMITTING) for at in around)
    if admits and not _is_negated(grammar, around):
        return AttributionStatus.ADMITTED
    statement = draft.statement
    if statement is not None and statement.act is not SpeechAct.ALLEGES and _speaks_himself(grammar, draft, statement):
        return AttributionStatus.CLAIMED
    return None


def _is_owned(grammar: Grammar, draft: Draft, around: list[int]) -> bool:
    """Say whether somebody claims the deed as his own (`claimed responsibility for`, `a été revendiquée par`)."""
    for at in (*around, *_sentence_verbs(grammar, draft.index)):
        words = grammar.words[at]
        beside = {word for child in grammar.children(at) for word in grammar.words[child]}
        responsible = not beside.isdisjoint(_RESPONSIBILITY)
        owning = not _OWNING.isdisjoint(words) and (grammar.language == "fr" or at in around or responsible)
        assuming = not _ASSUMING.isdisjoint(words) and responsible
        if (owning or assuming) and not _is_negated(grammar, grammar.sentence_tokens(at)):
            return _is_claimed_noun(grammar, draft, at, beside)
    return False


def _is_claimed_noun(grammar: Grammar, draft: Draft, verb: int, beside: set[str]) -> bool:
    """Say whether a verb of claiming has the deed for its object, not a clause that anybody may claim to be true."""
    return not beside.isdisjoint(_RESPONSIBILITY) or draft.found.trigger.part == "noun" or grammar.tokens[verb].pos not in VERBAL


def _sentence_verbs(grammar: Grammar, index: int) -> list[int]:
    return [at for at in grammar.sentence_tokens(index) if at != index and grammar.tokens[at].pos in VERBAL]


def _speaks_himself(grammar: Grammar, draft: Draft, statement: Statement) -> bool:
    """Say whether who speaks is the doer: by name, as `we`, or by a pronoun or possessive that leads back to him."""
    subject = draft.found.arguments.subject
    if subject is not None and not _WE.isdisjoint(grammar.words[subject]):
        return True
    doers = [slot.span for slot in draft.slots if slot.role in _WHO]
    speaker = _name_words(f"{statement.speaker.label} {statement.speaker.name or ''}")
    for span in doers:
        words = set(_name_words(grammar.text(span)))
        if words & _WE or (speaker and words & set(speaker)):
            return True
        if _begins_with_possessive(grammar, span.start):
            return bool(speaker)
    return False


_WE = frozenset(["we", "us", "our", "ours", "i", "my", "nous", "notre", "nos", "je", "mes", "mon"])
_POSSESSIVES = frozenset(["its", "their", "our", "his", "her", "ses", "leurs", "nos", "son", "leur", "notre"])
_COMMON = word_set(
    "the a an of and le la les l un une des du de d et its their his her ses son leurs leur men fighters soldiers troops hommes "
    "combattants soldats group groupe spokesman porte parole members membres"
)
"""Words of a name by which two are not one. Source: own list, 2026-11."""


def _name_words(text: str) -> list[str]:
    words = fold(text).replace("'", " ").replace("’", " ").replace("-", " ").split()
    return [word for word in words if word not in _COMMON]


def _begins_with_possessive(grammar: Grammar, start: int) -> bool:
    """Say whether the words before a place, or at it, are a possessive (`its fighters`, `ses combattants`)."""
    before = grammar.annotated.document.text[:start].split()[-1:]
    at = grammar.annotated.document.text[start:].split(maxsplit=1)[:1]
    return bool({word.lower() for word in (*before, *at)} & _POSSESSIVES)


def _is_suspected(grammar: Grammar, draft: Draft, around: list[int]) -> bool:
    """Say whether words of suspicion stand with the doer, or above the deed."""
    heads = [at for at in (draft.found.arguments.subject, *_doer_tokens(grammar, draft)) if at is not None]
    beside = {child for head in heads for child in grammar.children(head)} | set(heads) | _next_to(grammar, draft, heads)
    if any(_suspects(grammar, at, around=False) for at in beside):
        return True
    return any(_suspects(grammar, at, around=True) for at in around)


_BEFORE = 3
"""Words before a doer's name in which he can be called a suspect. Source: own judgement (`combattants présumés du Front …`)."""


def _next_to(grammar: Grammar, draft: Draft, heads: list[int]) -> set[int]:
    """Return the words right before and behind the doer, where the tree ties a participle to something else."""
    if not heads:
        return set()
    reach = range(min(heads) - _BEFORE, max(heads) + 2)
    return {at for at in grammar.sentence_tokens(draft.index) if at in reach and grammar.tokens[at].pos in ("ADJ", "VERB")}


def _suspects(grammar: Grammar, at: int, *, around: bool) -> bool:
    words = grammar.words[at]
    if _SUSPECTING.isdisjoint(words):
        return False
    active = grammar.tokens[at].pos in VERBAL and not grammar.is_passive(at) and not grammar.is_past_participle(at)
    return not (around and active and not _PASSIVE_ONLY.isdisjoint(words))


def _doer_tokens(grammar: Grammar, draft: Draft) -> list[int]:
    spans = [slot.span for slot in draft.slots if slot.role in _WHO]
    numbers = grammar.sentence_tokens(draft.index)
    return [at for at in numbers if any(span.start <= grammar.tokens[at].start < span.end for span in spans)]


def _is_possible(grammar: Grammar, draft: Draft, around: list[int]) -> bool:
    """Say whether the deed is told as no more than possible, by a word of doubt, a modal verb or the conditional of hearsay."""
    accused = any(not _ACCUSING.isdisjoint(grammar.words[at]) for at in around)
    hearsay = draft.statement is not None and _is_hearsay(draft.statement) and not accused
    if draft.judgement.modality is Modality.HYPOTHETICAL or hearsay:
        return True
    beside = [draft.index, *grammar.children(draft.index), *around]
    if any(_is_word(grammar, at, _DOUBTING | HEDGES) for at in beside):
        return True
    parts = [draft.index, *grammar.children(draft.index, "aux", "aux:pass", "cop")]
    return grammar.language == "fr" and any("Mood=Cnd" in grammar.tokens[at].morph for at in parts)


def _is_hearsay(statement: Statement) -> bool:
    return statement.act is SpeechAct.ALLEGES and not statement.speaker.label


def _accused(grammar: Grammar, verb: int) -> AttributionStatus:
    """Return whether authorities accuse, where the accuser stands beside the verb."""
    agents = (at for at in grammar.children(verb) if grammar.tokens[at].dep in _accuser_labels(grammar, verb))
    words = [word for at in agents for inner in grammar.subtree(at) for word in grammar.words[inner]]
    return AttributionStatus.ACCUSED_BY_AUTHORITIES if is_office(words, grammar.language) else AttributionStatus.ACCUSED


def _accuser_labels(grammar: Grammar, verb: int) -> tuple[str, ...]:
    return ("obl:agent", "obl") if grammar.is_passive(verb) else ("nsubj",)


def _is_negated(grammar: Grammar, indices: Iterable[int]) -> bool:
    beside = (child for at in indices for child in (at, *grammar.children(at)))
    return any(_is_word(grammar, at, NEGATIONS | NOTHING) for at in beside)


def _is_word(grammar: Grammar, at: int, words: frozenset[str]) -> bool:
    return not words.isdisjoint(grammar.words[at])


def _cue_words(grammar: Grammar, statement: Statement | None) -> set[str]:
    if statement is None or statement.cue is None:
        return set()
    span = statement.cue
    near = grammar.tokens
    return {word for at, token in enumerate(near) if span.start <= token.start < span.end for word in grammar.words[at]}
