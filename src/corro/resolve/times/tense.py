"""Whether a clause looks back or ahead, told from the verb that stands nearest to a time; no parse is needed."""

import re
from enum import StrEnum

from corro.values import Language


class Tense(StrEnum):
    """Where a clause looks; UNTIL where no verb tells, but the time is an end (`until 30 June`); SINCE where it is a beginning."""

    PAST = "past"
    FUTURE = "future"
    UNTOLD = "untold"
    UNTIL = "until"
    SINCE = "since"


_NO_PARTICIPLES = (
    "armed|hundred|indeed|need|speed|feed|seed|breed|exceed|proceed|succeed|proposed|alleged|wounded|limited|united|related"
)
_IRREGULAR = (
    "said|told|wrote|was|were|had|did|came|went|took|made|met|began|left|fell|rose|won|lost|held|found|got|gave|sent|shot|broke"
    "|fought|fled|flew|kept|led|paid|ran|saw|spoke|struck|thought|became|brought|built|bought|caught|chose|drove|grew|heard|knew"
    "|lay|sold|shook|sat|swore|threw|wore|withdrew|burnt|seen|taken|given|gone|done|been|begun|stolen|hidden|beaten"
)
_PLANNED = (
    "scheduled|due|expect(?:s|ed|ing)?|slated|plans? (?:to|for)|planned|planning|to be|hopes? to|intends?|intended|upcoming"
    "|meets|convenes|reconvenes|expires|resumes|opens|begins|starts|ends|arrives|leaves|takes? (?:place|effect)|deadline|ultimatum"
    "|(?:set|fixed|called|booked|convened) (?:for|to)|fixed [a-z ]{1,30} for|enters into force"
    r"|(?:is|are|meet|convene|gather|vote)(?= (?:again )?on\s*$)"
    "|going to|(?:postponed|adjourned|extended|delayed) (?:to|until)"
    "|as (?:early|soon) as|no later than|payable"
)
_LEADING_TO = (
    "is|are|plans?|agree[sd]?|agreement|promised?|vow(?:s|ed)?|wants?|wanted|order(?:s|ed)?|urge[sd]?|told|call(?:s|ed)?"
    "|invited?|ready|likely|aims?|decided?|threaten(?:s|ed)?|due|set|has|have|must|about|prepared?|preparing|asked|ask|hopes?"
)
_ENGLISH = re.compile(
    rf"\b(?:(?P<ahead>will|won['’]t|shall|would|may|{_PLANNED}|(?:{_LEADING_TO})(?: \w+)? to (?!the\b|an?\b)[a-z]+)"
    r"|(?P<back>had (?:previously )?been (?:scheduled|due|set|slated)"
    rf"|(?<!\bbe )(?:(?!(?:{_NO_PARTICIPLES})\b)[a-z]{{2,}}ed|{_IRREGULAR})))\b"
    r"|(?P<will>['’]ll)\b",
    re.IGNORECASE,
)
_INFINITIVE = r"(?:se |s['’])?\w+(?:er|ir|re|oir)"
_FRENCH_AHEAD = (
    r"(?!(?:opéra|caméra|extra|infra|ultra|supra)\b)[a-zàâçéèêëîïôûü]{2,}(?:ra|ront|rons|rez)"
    r"|(?:(?:est|sont|serait|seraient) )?(?:prévue?s?|attendue?s?|programmée?s?)|devrai(?:t|ent)|doit|doivent|[ée]chéance|ultimatum"
    r"|(?:(?:est|sont|a été|ont été) )?(?:reportée?s? (?:au|à)|renvoyée?s? (?:au|à)|(?:fix|convoqu)ée?s? (?:au|à|pour))"
    r"|se réuni(?:t|ssent)|(?:a|ont) lieu"
    r"|expire(?:nt)?|s['’]ouvre(?:nt)?|débute(?:nt)?|commence(?:nt)?|s['’]achève(?:nt)?|prend fin|prend effet|entre en vigueur"
    r"|se (?:tient|tiennent|déroule|déroulent)"
    rf"|(?:va|vont|compte|comptent|entend|entendent|espère|espèrent|prévoi(?:t|ent)(?: de)?) {_INFINITIVE}"
)
_FRENCH_BACK = (
    r"(?:a|ont|avait|avaient|est|sont|était|étaient|aurait|auraient|serait|seraient)(?: \w+)?"
    r" \w+(?:é|ée|és|ées|i|ie|is|ies|it|u|ue|us|ues|ert|erte|ort|orte|orts)|fut|furent|eut|eurent"
    r"|(?!(?:fix|convoqu|programm))[a-zàâçèêëîïôûü]{3,}ée?s?(?= le\s*$)"
)
_FRENCH = re.compile(rf"\b(?:(?P<ahead>{_FRENCH_AHEAD})|(?P<back>{_FRENCH_BACK}))\b")
"""Words that put a clause into the past or the future; a French conditional of hearsay looks back. Source: own lists, 2026-11."""

_BEFORE_DEADLINE = re.compile(
    r"\b(?:by|d['’]ici|jusqu['’]à|no later than|au plus tard)\s*(?:le\s+|à\s+)?$|\b(?:now and|today (?:through|until|to))\s*$",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|avant)\s*(?:le\s+)?$", re.IGNORECASE)
_ORDERED = re.compile(
    r"\b(?:must|ordered|told to|given|deadline|ultimatum|doi(?:t|vent)|sommée?s?|ordonné|délai|intimé|priée?s?)\b", re.IGNORECASE
)
"""With one of these, a time after `before` is an end still to come. Source: own list, 2026-11."""

_UNTIL = re.compile(r"\b(?:until|till|jusqu['’](?:à|au|en))\s*(?:le\s+|la\s+)?$", re.IGNORECASE)
_TERM = re.compile(r"\b(?:gave|give[ns]?|has|have|had|must|deadline|ultimatum|leave|quit|valid|extended)\b", re.IGNORECASE)
"""With one of these, a time after `until` is an end still to come. Source: own list, 2026-11."""

_SINCE = re.compile(r"\b(?:since|depuis|dès)\s*(?:the\s+|le\s+|early\s+|late\s+|mid-)?$", re.IGNORECASE)


def tense_of(before: str, after: str, language: Language) -> Tense:
    """Tell where a clause looks.

    Args:
        before: Its words before a time.
        after: Its words after it.
        language: English or French.

    Returns:
        What the nearest verb before the time says, else the first one after it; UNTOLD where neither is known.
    """
    if _SINCE.search(before):
        return Tense.SINCE
    if _HAD.search(before) and _BEFORE_DEADLINE.search(before):
        return Tense.PAST
    if _BEFORE.search(before) and _ORDERED.search(before):
        return Tense.FUTURE
    if _BEFORE_DEADLINE.search(before) or (_UNTIL.search(before) and _TERM.search(before)):
        return Tense.FUTURE
    pattern = _FRENCH if language is Language.FRENCH else _ENGLISH
    told = [_told(match) for match in pattern.finditer(before)]
    if told:
        return told[-1]
    following = pattern.search(after)
    if _UNTIL.search(before) and following is None:
        return Tense.UNTIL
    return _told(following) if following else Tense.UNTOLD


def _told(match: re.Match[str]) -> Tense:
    return Tense.PAST if match.group("back") else Tense.FUTURE
