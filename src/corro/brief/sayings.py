"""What a rule can look at in a sentence of a draft: verbs of the ladder, words of law, figures with bound and unit, names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from corro.brief.standing import rank
from corro.brief.wording import Wording
from corro.model import Claim, CountValue
from corro.vocab import terms

_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_SLUG = re.compile(r"\[?\b[A-Z]\d-[A-Z0-9]{6}\b\]?|\[[a-z_.]+\]")
_DIGITS = re.compile(r"\d+(?:[\u00a0\u202f,. ]\d{3})*(?!\d)")
_NAME = re.compile(r"(?<!^)(?<![.!?:;] )\b[A-ZÀ-ÖØ-Þ][\w’'-]+")
_NEAR = 70
"""Characters after a figure within which its unit is sought. Source: chosen on composed sentences, 2026-11."""
_BEFORE = 25
"""Characters before a figure within which its bound is sought. Source: as above."""

_LAW = re.compile(
    r"\b(?:war crimes?|crimes? against humanity|genocid\w*|terroris\w*|mercenar\w*|"
    r"crimes? de guerre|crimes? contre l['’]humanité|génocid\w*|mercenaires?)",
    re.IGNORECASE,
)
"""Words of law and of blame that stand only as somebody's. Source: docs/codebook.md, R4; genocide added."""

_VERBS = {
    "en": {
        "corroborated": r"corroborat\w+|b(?:ears?|ore|orne) out",
        "verified": r"verif(?:y|ies|ied|ying)|confirm(?:s|ed|ing)?",
        "finding": r"(?<!none )(?<!was )(?<!were )(?<!be )found(?! in )|conclud(?:e|es|ed|ing)|establish(?:es|ed|ing)?|prove[nds]?",
        "judicially_established": r"convict(?:s|ed)?|adjudicat\w+|court established",
    },
    "fr": {
        "corroborated": r"corrobor\w+|recoup(?:e|ent|é|ée|és|ées)|étay\w+",
        "verified": r"vérifi(?:e|ent|é|ée|és|ées|er|ait)|confirm(?:e|ent|é|ée|és|ées|er|ait)",
        "finding": r"constat(?:e|ent|é|ée|és|ées|er|ait)|conclu(?:t|ent|s|re)?|établi(?:t|s|e|es|ssent)?|prouv\w+",
        "judicially_established": r"justice a établi|reconnus? coupables?|condamn(?:é|ée|és|ées)",
    },
}
"""Forms of the verbs above `reported`. Source: the list `verbs` of the vocabulary, inflected; *prove* added."""


def own_words(text: str) -> str:
    """Return a sentence without what it quotes and without slugs and rule ids."""
    return _SLUG.sub(" ", _QUOTED.sub(" ", text))


def strongest_verb(text: str, language: str) -> str:
    """Return the strongest verb of the ladder in a sentence's own words; empty where there is none above `reported`."""
    words = own_words(text)
    found = [key for key, pattern in _VERBS[language].items() if re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE)]
    return max(found, key=rank, default="")


def words_of_law(text: str) -> list[str]:
    """Return words of law that a sentence uses as its own."""
    return _LAW.findall(own_words(text))


def numbers(text: str) -> set[int]:
    """Return the whole numbers of a text, thousands joined."""
    return {int(re.sub(r"\D", "", found)) for found in _DIGITS.findall(_SLUG.sub(" ", text))}


def names(text: str) -> list[str]:
    """Return words that begin with a capital inside a sentence: what may be a name."""
    return _NAME.findall(_SLUG.sub(" ", text))


def quotations(text: str) -> list[str]:
    """Return what a sentence quotes."""
    return [found.strip('“”«»" \u00a0\u202f') for found in _QUOTED.findall(text)]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a claim puts forward, as a sentence has to say it.

    Attributes:
        number: The number.
        bounds: Words of its bound, any of which will do; empty where it has none.
        units: Words of its unit, any of which will do.
    """

    number: int
    bounds: tuple[str, ...]
    units: tuple[str, ...]

    def said_in(self, text: str) -> bool:
        """Say whether a text has the number with its bound before it and its unit after it."""
        for found in _DIGITS.finditer(text):
            if int(re.sub(r"\D", "", found.group())) == self.number:
                after = text[found.end() : found.end() + _NEAR].casefold()
                before = text[max(found.start() - _BEFORE, 0) : found.start()].casefold()
                bounded = not self.bounds or any(bound in before or bound in after for bound in self.bounds)
                if bounded and any(unit in after for unit in self.units):
                    return True
        return False


def figures(claims: Iterable[Claim], language: str) -> list[Figure]:
    """Return the figures of claims as a sentence of that language has to say them."""
    say = Wording(language)
    found = []
    for claim in claims:
        for slot in claim.slots:
            if isinstance(slot.value, CountValue):
                count = slot.value.count
                units = _unit_words(slot.value, say)
                bounds = _bound_words(count.bound.value, language)
                found += [Figure(number, bounds, units) for number in {count.minimum, count.maximum} - {None} if number is not None]
    return found


def _unit_words(value: CountValue, say: Wording) -> tuple[str, ...]:
    words = {value.population, value.unit, say.label("counting_units", value.unit.replace(" ", "_"))}
    known = terms("counting_units").get(value.unit.replace(" ", "_"))
    words |= set(known.words(say.language)) if known else set()
    return tuple(sorted(word.casefold() for word in words if word))


_FURTHER_BOUNDS = {
    "at_least": ("≥", "no fewer", "not less", "minimum"),
    "more_than": (">", "over"),
    "approx": ("some", "around", "quelque", "près de"),
}
"""Other words for a bound that an editor may choose. Source: own list, 2026-11."""


@cache
def _bound_words(bound: str, language: str) -> tuple[str, ...]:
    if bound in ("exact", "several", "unknown"):
        return ()
    if bound == "range":
        return ("to", "à", "–", "-", "and", "et")
    said = Wording(language).phrase(bound, count="")
    return tuple(word.casefold() for word in (said.strip(), *_FURTHER_BOUNDS.get(bound, ())))
