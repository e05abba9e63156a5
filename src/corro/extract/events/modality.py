"""How a text tells an event: as happened, ongoing, announced, alleged, to come, supposed, denied, demanded, or as history."""

from dataclasses import dataclass

from corro.extract.events.forms import VERBAL
from corro.extract.events.found import Found
from corro.extract.events.grammar import Grammar
from corro.extract.events.signs import Signs
from corro.extract.events.words import ALLEGING, DENYING, NEGATIONS, NOTHING, SPEAKING
from corro.extract.statements.status import accused_by
from corro.model import AttributionStatus, Modality, Polarity, SpeechAct, Statement

HISTORY_YEARS = 2
"""A year named this far before publication makes an event history. Source: chosen on the development passages, 2026-11: last year's
events are news there, older ones background."""

_TWICE = 2

_SAYING_WORDS = SPEAKING | DENYING | ALLEGING


@dataclass(frozen=True, slots=True)
class Judgement:
    """How an event is told.

    Attributes:
        modality: The manner.
        polarity: Whether its source affirms or denies it.
        status: How firmly the doer is tied to it.
        background: Whether it is told as background.
    """

    modality: Modality
    polarity: Polarity = Polarity.AFFIRMED
    status: AttributionStatus = AttributionStatus.FACT
    background: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known around a trigger.

    Attributes:
        statement: The innermost statement that holds it, or None.
        years: Years that its clause names.
        published_year: Year of publication, or the latest that the text names, or None.
    """

    statement: Statement | None = None
    years: tuple[int, ...] = ()
    published_year: int | None = None


def judge(grammar: Grammar, found: Found, setting: Setting) -> Judgement:
    """Say how a text tells an event.

    Args:
        grammar: The text's tree.
        found: The trigger.
        setting: Statement and years around it.
    """
    reader = Signs(grammar, found)
    past = _is_history(setting)
    if _is_denial_denied(grammar, found):
        return Judgement(Modality.HYPOTHETICAL, status=AttributionStatus.POSSIBLE, background=past)
    if reader.conditioned() and reader.negated() and found.code[0] in "OHMC":
        return Judgement(Modality.HYPOTHETICAL, status=_status(reader, setting))
    if reader.negated() or _is_denied(grammar, found, setting.statement):
        return Judgement(Modality.NEGATED, Polarity.DENIED, AttributionStatus.DENIED, past)
    status = _status(reader, setting)
    modality = _modality(reader, setting)
    if past and modality in (Modality.HAPPENED, Modality.ALLEGED, Modality.ONGOING):
        return Judgement(Modality.HISTORICAL, status=status, background=True)
    return Judgement(modality, status=status)


def _is_denied(grammar: Grammar, found: Found, statement: Statement | None) -> bool:
    """Say whether the words that a speaker denies begin with the event (`l'armée dément l'existence d'une fosse commune`)."""
    if statement is None or statement.act is not SpeechAct.DENIES or found.code[0] not in "VAO":
        return False
    start = grammar.tokens[found.index].start
    content = next((span for span in statement.content if span.start <= start < span.end), None)
    before = (at for at in grammar.sentence_tokens(found.index) if content and content.start <= grammar.tokens[at].start < start)
    own = {found.index, *grammar.children(found.index, "aux", "aux:pass", "cop")}
    return content is not None and not any(grammar.tokens[at].pos in VERBAL and at not in own for at in before)


def _is_denial_denied(grammar: Grammar, found: Found) -> bool:
    """Say whether a denial of the event is itself denied ("denied having denied the killing"): neither stands then."""
    lemmas = [grammar.tokens[above].lemma for above in grammar.ancestors(found.index)]
    return sum(lemma in DENYING for lemma in lemmas) >= _TWICE


def _modality(reader: Signs, setting: Setting) -> Modality:
    if reader.demanded():
        return Modality.DEMANDED
    if reader.supposed():
        return Modality.HYPOTHETICAL
    if reader.to_come():
        return Modality.ANNOUNCED if reader.announced() else Modality.FUTURE
    if reader.only_announced():
        return Modality.ANNOUNCED
    if reader.alleged() or reader.in_accusation(setting.statement):
        return Modality.ALLEGED
    return Modality.ONGOING if reader.ongoing() else Modality.HAPPENED


def _is_history(setting: Setting) -> bool:
    if not setting.years or setting.published_year is None:
        return False
    return max(setting.years) <= setting.published_year - HISTORY_YEARS


def _status(reader: Signs, setting: Setting) -> AttributionStatus:
    """Return how firmly the doer is tied to the deed. Source: confidence slot of MUC-3/4 (Sundheim 1991)."""
    words = reader.sentence_words()
    claimed = bool(words & {"revendiquer", "revendication"}) or {"claim", "responsibility"} <= words
    if claimed and words.isdisjoint(NEGATIONS | NOTHING):
        return AttributionStatus.ADMITTED
    if words & {"suspected", "suspect", "présumé", "soupçonner", "presumed"}:
        return AttributionStatus.SUSPECTED
    if setting.statement is not None and setting.statement.act is SpeechAct.ALLEGES:
        return accused_by(setting.statement, reader.grammar.language)
    if reader.alleged():
        return AttributionStatus.POSSIBLE
    return AttributionStatus.CLAIMED if setting.statement is not None else AttributionStatus.FACT


def is_speech(grammar: Grammar, index: int) -> bool:
    """Say whether a word is a verb of saying, denying or accusing."""
    return not _SAYING_WORDS.isdisjoint(grammar.words[index])
