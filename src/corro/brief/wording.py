"""Says values in English or French: dates, figures with their bound and unit, places, names and the source's own labels."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from corro.model import ActorValue, CountValue, DurationValue, PlaceValue, TextValue, TimeValue, Value
from corro.values import Bound, Count, Duration, Interval
from corro.vocab import actor, terms

_UNITS = ("years", "months", "weeks", "days", "hours", "minutes")
_FRENCH_UNITS = {"years": "ans", "months": "mois", "weeks": "semaines", "days": "jours", "hours": "heures", "minutes": "minutes"}
_BROAD = frozenset({"country", "region", "cercle", "area"})


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language.

    Attributes:
        language: `en` or `fr`.
    """

    language: str

    def phrase(self, key: str, **put_in: object) -> str:
        """Return a phrase with what is put into its braces; French contracts `de le`, `de les`, `à le`, `à les`."""
        said = terms("brief_phrases")[key].label(self.language).format(**put_in)
        return _contracted(said) if self.language == "fr" else said

    def heading(self, key: str) -> str:
        """Return a heading."""
        return terms("brief_headings")[key].label(self.language)

    def label(self, list_name: str, key: str) -> str:
        """Return the label of a term of a controlled list; the key where the list does not have it."""
        term = terms(list_name).get(key)
        return term.label(self.language) if term else key.replace("_", " ")

    def role(self, role: str) -> str:
        """Return what a role is called, beginning with a capital."""
        said = self.label("roles", role)
        return said[:1].upper() + said[1:]

    def joined(self, words: Sequence[str], most: int = 4) -> str:
        """Return words as a list in prose; what passes `most` is counted."""
        shown = list(words[:most])
        if len(words) > most:
            return ", ".join(shown) + self.others(len(words) - most)
        return self.phrase("and").join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)

    def others(self, count: int) -> str:
        """Return `and 3 others`."""
        return self.phrase("others" if count > 1 else "others_one", count=count)

    def day(self, day: date) -> str:
        """Return a day: `5 February 2023`, `5 février 2023`."""
        first = "1er" if self.language == "fr" and day.day == 1 else str(day.day)
        return f"{first} {_months(self.language)[day.month - 1]} {day.year}"

    def interval(self, interval: Interval) -> str:
        """Return days, as precise as they are known and no more."""
        said = self._days(interval)
        if interval.approximate:
            said = self.phrase("about_day", day=said)
        return self.phrase("unsure_day", day=said) if interval.uncertain else said

    def _days(self, interval: Interval) -> str:
        first, last = interval.first, interval.last
        if first is None or last is None:
            end = first or last
            side = "window_from" if first else "window_to"
            return self.phrase(side, first=self.day(end), last=self.day(end)) if end else self.phrase("no_date")
        if first == last:
            clock = interval.at.strftime(" %H:%M %Z") if interval.at else ""
            return self.day(first) + clock
        whole = _whole(first, last)
        if whole == "year":
            return str(first.year)
        if whole == "month":
            return f"{_months(self.language)[first.month - 1]} {first.year}"
        return self.phrase("window", first=self.day(first), last=self.day(last))

    def when(self, interval: Interval | None) -> str:
        """Return days as the end of a sentence, with a space before; empty where nothing is known."""
        if interval is None or (interval.first is None and interval.last is None):
            return ""
        if interval.first is None or interval.last is None:
            side, end = ("after", interval.first) if interval.first else ("before", interval.last)
            return self.phrase(side, day=self.day(end)) if end else ""
        if interval.approximate or interval.uncertain:
            return f", {self.interval(interval)}"
        if interval.first == interval.last:
            return self.phrase("on_day", day=self.interval(interval))
        if _whole(interval.first, interval.last):
            return self.phrase("in_month", day=self.interval(interval))
        return self.phrase("between", first=self.day(interval.first), last=self.day(interval.last))

    def where(self, value: PlaceValue | None) -> str:
        """Return a place as the end of a sentence, with a space before; what stays unresolved says so."""
        if value is None or (value.place is None and not value.name):
            return ""
        if value.place is None:
            return self.phrase("unresolved_place", name=value.name)
        return self.phrase("in_place" if value.place.kind in _BROAD else "at_place", place=value.place.name)

    def value(self, value: Value) -> str:
        """Return a value in words."""
        match value:
            case ActorValue():
                return self.actor(value)
            case CountValue():
                return self.count(value)
            case TimeValue():
                said = self.interval(value.interval) if value.interval else (value.reason or self.phrase("no_date"))
                return f"{said} ({value.condition})" if value.condition else said
            case PlaceValue():
                return value.place.name if value.place else self.phrase("quoted", words=value.name or value.reason)
            case DurationValue():
                return self.duration(value.duration)
            case TextValue():
                return self.phrase("quoted", words=" ".join(value.text.split()))

    def actor(self, value: ActorValue) -> str:
        """Return who: a known name as it stands; whatever else a source calls somebody stands in that source's words, quoted."""
        known = actor(value.actor_id) if value.actor_id else None
        if known is None:
            return self.phrase("quoted", words=value.name or value.label)
        named = [name.text for name in known.names if name.language == self.language and name.form in ("main", "variant")]
        return named[0] if named and self.language != "en" else known.name

    def count(self, value: CountValue) -> str:
        """Return a figure with its bound, unit, denominator, window and day (R10, R16, R34)."""
        said = f"{self.bound(value.count)} {self.unit(value)}".strip()
        if value.unit == "flight requests" or value.denominator is not None:
            said += (
                self.phrase("no_denominator")
                if value.denominator is None
                else self.phrase("of_denominator", count=self.number(value.denominator))
            )
        if value.cumulative:
            said += self.phrase("cumulative")
        if value.window:
            said += self.phrase("in_window", window=self.interval(value.window))
        return said + (self.phrase("as_of", day=self.interval(value.as_of)) if value.as_of else "")

    def unit(self, value: CountValue) -> str:
        """Return what is counted: who, in the source's own words where it says so, else the unit."""
        unit = self.label("counting_units", value.unit.replace(" ", "_"))
        if value.population and value.population.casefold() != unit.casefold():
            return self.phrase("quoted", words=value.population)
        return unit

    def bound(self, count: Count) -> str:
        """Return a number with the words that bound it; a range stays a range, `several` no number at all."""
        if count.bound is Bound.RANGE:
            return self.phrase("range", low=self.number(count.minimum or 0), high=self.number(count.maximum or 0))
        if count.point is None:
            return self.phrase("several" if count.bound is Bound.SEVERAL else "unknown")
        number = self.number(count.point)
        return number if count.bound is Bound.EXACT else self.phrase(count.bound.value, count=number)

    def number(self, number: int) -> str:
        """Return a number with its thousands parted as the language does."""
        from babel.numbers import format_decimal

        return str(format_decimal(number, locale=self.language))

    def duration(self, duration: Duration) -> str:
        """Return a length of time in the units in which it was stated."""
        parts = [(getattr(duration, unit), unit) for unit in _UNITS]
        return ", ".join(f"{number} {self._unit_name(unit, number)}" for number, unit in parts if number) or duration.iso

    def _unit_name(self, unit: str, number: int) -> str:
        name = _FRENCH_UNITS[unit] if self.language == "fr" else unit
        return name[:-1] if number == 1 and name.endswith("s") and name != "mois" else name


def distinct(words: Iterable[str]) -> list[str]:
    """Return each once, in order."""
    return list(dict.fromkeys(words))


@cache
def _months(language: str) -> tuple[str, ...]:
    from babel.dates import get_month_names

    names = get_month_names("wide", locale=language)
    return tuple(str(names[number]) for number in range(1, 13))


def _whole(first: date, last: date) -> str:
    """Return `year` or `month` where two days are the ends of exactly that, else the empty string."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return "year"
    from calendar import monthrange

    same = (first.year, first.month) == (last.year, last.month)
    return "month" if same and first.day == 1 and last.day == monthrange(last.year, last.month)[1] else ""


_BEFORE_VOWEL = re.compile(r" de (?=[aàâeéèêëiîïoôuûùAÀÂEÉÈÊËIÎÏOÔUÛÙ])")
_CONTRACTIONS = ((" de le ", " du "), (" de les ", " des "), (" à le ", " au "), (" à les ", " aux "), (" de des ", " de "))


def _contracted(said: str) -> str:
    for apart, together in _CONTRACTIONS:
        said = said.replace(apart, together)
    return _BEFORE_VOWEL.sub(" d'", said)
