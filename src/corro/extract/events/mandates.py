"""What a mission is for, as the text states it beside its mandate (`aimed at stabilising the country`, `chargée de protéger …`)."""

import re
from collections.abc import Iterator, Sequence

from corro.extract.events.drafts import Draft
from corro.extract.events.further import Fact
from corro.extract.events.grammar import Grammar
from corro.model import Slot, TextValue
from corro.values import Span

MANDATES = ("M1",)

_AIM = re.compile(
    r"\b(?:aim(?:s|ed)? (?:at|to)|mandated to|(?:tasked|charged) with|tasked to|whose (?:mandate|task|aim) (?:is|was) to"
    r"|vis(?:e|ait|ant) à|(?:chargée?|mandatée?|destinée?) (?:de|d['’]|à|pour)"
    r"|(?:a|avait|ayant) pour (?:mandat|mission|but|tâche|objectif) (?:de|d['’]))\s*"
    r"(?P<task>[^.;:\n]{4,200})",
    re.IGNORECASE,
)
"""Words that state an aim, and what follows. Source: own list, 2026-11."""

_MISSION = re.compile(r"\b(?:mission|force|operation|opération|peacekeep\w+|casques bleus|M[A-Z]{4,})\b")
"""Who can have a mandate; names of missions are words in capitals. Source: own list, 2026-11."""


def task_facts(grammar: Grammar) -> Iterator[Fact]:
    """Find what sentences say that a mission is for.

    Args:
        grammar: The text's tree.

    Yields:
        One fact a sentence: the aim in the text's own words, under the role `task`.
    """
    text = grammar.annotated.document.text
    for sentence in grammar.annotated.sentences:
        start, end = grammar.tokens[sentence.first].start, grammar.tokens[sentence.last - 1].end
        aim = _AIM.search(text, start, end)
        if aim is None or not _MISSION.search(text, start, aim.start()):
            continue
        words = aim["task"].rstrip(" ,")
        span = Span(aim.start("task"), aim.start("task") + len(words))
        index = next(at for at in range(sentence.first, sentence.last) if grammar.tokens[at].end > aim.start())
        yield Fact(index, Slot("task", span, TextValue(words), rule="events.mandate_task"))


def mandate_told(grammar: Grammar, drafts: Sequence[Draft], index: int) -> Draft | None:
    """Return the mandate that a sentence is about: one told in it, else the last one of the sentence before.

    Args:
        grammar: The text's tree.
        drafts: The mentions found so far.
        index: A word of the sentence.
    """
    number = grammar.sentence_numbers[index]
    told = [draft for draft in drafts if draft.code in MANDATES and draft.segment != "caption"]
    here = [draft for draft in told if grammar.sentence_numbers[draft.index] == number]
    before = [draft for draft in told if grammar.sentence_numbers[draft.index] == number - 1]
    return next(iter([*here, *reversed(before)]), None)
