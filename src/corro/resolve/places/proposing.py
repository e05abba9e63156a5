"""Place names anywhere in the world: what a statistical recogniser proposes, corrected by what the index knows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corro.ports import Gazetteer
from corro.resolve.places import stops
from corro.resolve.places import words as place_words
from corro.resolve.places.candidates import candidates_of
from corro.resolve.places.peoples import demonym_country
from corro.resolve.places.states import NAME_OF_FORM, STATE_AFTER
from corro.resolve.places.world import Candidate, WorldIndex
from corro.values import PlaceKind, Span, fold


class Proposed(StrEnum):
    """What a recogniser takes a name for."""

    PLACE = "place"
    FACILITY = "facility"
    ORGANISATION = "organisation"
    OTHER = "other"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that a recogniser proposes.

    Attributes:
        span: Its characters.
        kind: What it takes it for.
    """

    span: Span
    kind: Proposed


_WELL_KNOWN = 100_000
"""People from which a town's name inside an organisation's is taken for the town.

Source: chosen on the development sets, 2026-11.
"""

_KNOWN = 1_000
_METROPOLIS = 1_000_000
_LONGEST = 7
_LONGEST_INSIDE = 4
"""Words in the longest name that parts grow to, and in the longest that is looked for inside another name.

Source: of the names of the world index 99.9 % and 99 % have no more, 2026-11.
"""

_CONTEXT, _WINDOW = 20, 50
"""Characters looked at before a name for a preposition, and around it for the rest of a longer name. Source: longest of each."""

_LONGEST_ACRONYM = 5
_LONGEST_JOINT = 8
"""Letters of an acronym; of what joins two names in a list. Source: own judgement, 2026-11."""
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W\d_]+)?")
_EDGE_BEFORE = re.compile(r"^(?:[a-zà-ÿ][^\W\d_]*(?:-[a-zà-ÿ]+)*\s+|[\W_]+|(?:The|Les?|La)\s+)+")
_EDGE_AFTER = re.compile(r"(?:\s+[a-zà-ÿ][^\s]*|['’]s?|[^\w.)]+)+$")
_STRONG = re.compile(
    r"(?:\b(?:in|at|near|from|to|of|outside|across|around|through|into|à|en|au|dans|près de|vers|de|du|pour)\s+(?:the\s+)?"
    r"|\b[dl]['’])$",
    re.IGNORECASE,
)
_FACILITY = re.compile(
    r"\b(?:airport|hospital|university|college|school|church|cathedral|mosque|castle|museum|park|bridge|street|road|avenue|square|station"
    r"|stadium|prison|court|centre|center|base|camp|fort|harbou?r|bay|hall|house|palace|tower|mall|gallery|market|beach|island|lake|river"
    r"|mountain|valley|canal|dam|port|wood|gardens|creek|ground)s?$"
    r"|^(?:fort|camp|aéroport|hôpital|université|lac|mont|port|pont|rue|place|stade|camp|mosquée|église)\b",
    re.IGNORECASE,
)
_WHOLE_BODY = re.compile(r"\b(?:airport|museum|gallery|cathedral|church|mosque|prison|stadium|aéroport|musée)$", re.IGNORECASE)
"""Last words of buildings that a recogniser takes for organisations. Source: own list, 2026-11."""


_LISTED = re.compile(r",?\s+(?:and|or|et|ou)\s+|,\s+")


class Proposer:
    """Proposes the place names of one text."""

    def __init__(self, text: str, proposals: Sequence[Proposal], home: Gazetteer, world: WorldIndex) -> None:
        """Keep what is needed.

        Args:
            text: The text.
            proposals: What the recogniser proposes, in order.
            home: The index of the Sahel.
            world: The index of the world.
        """
        self._text = text
        self._proposals = proposals
        self._home = home
        self._world = world
        self._names: set[str] = set()
        self._ends: set[int] = set()

    def spans(self) -> list[Span]:
        """Return the spans of the places, in order, not overlapping."""
        found = [span for proposal in self._proposals for span in self._taken(proposal)]
        self._names = {fold(span.of(self._text)) for span in found}
        self._ends = {span.end for span in found}
        found += [span for proposal in self._proposals for span in self._reconsidered(proposal)]
        found += self._untagged(found)
        return _apart(found)

    def _taken(self, proposal: Proposal) -> Iterator[Span]:
        """Yield the places in a span that the recogniser takes for one."""
        if proposal.kind not in (Proposed.PLACE, Proposed.FACILITY):
            return
        whole = self._with_dot(self._grown(self._trimmed(proposal.span)))
        name = whole.of(self._text)
        if not self._may_be_place(name) or self._next_word(whole) in stops.ILLNESSES:
            return
        if not (self._known(name) or _FACILITY.search(name) or (proposal.kind is Proposed.PLACE and self._said_to_be_one(whole))):
            return
        parts = [part for part in re.split(r"\s+[-–/]\s+|\s+(?:and|et)\s+", name) if part]
        if len(parts) > 1 and not self._known(name):
            at = whole.start
            for part in parts:
                start = self._text.index(part, at)
                at = start + len(part)
                if self._known(part):
                    yield Span(start, at)
            return
        yield whole

    def _may_be_place(self, name: str) -> bool:
        key = fold(name)
        words = key.split()
        if not any(letter.isupper() for letter in name) or len(key) < 2 or key in stops.NO_PLACE or key in place_words.CALENDAR:
            return False
        if self._is_country(name):
            return True
        if all(word in stops.PARTS_OF_NAMES for word in words) or words[0] in place_words.TITLES or words[-1] in stops.ILLNESSES:
            return False
        return demonym_country(name) is None

    def _is_country(self, name: str) -> bool:
        return any(each.kind is PlaceKind.COUNTRY for each in self._home.named(name))

    def _said_to_be_one(self, span: Span) -> bool:
        """Whether the words before or behind a name that no gazetteer has say that it is a place, here or where it first stands."""
        first = self._text.find(span.of(self._text))
        return any(_STRONG.search(self._text[max(0, at - _CONTEXT) : at]) for at in (span.start, first)) or bool(
            STATE_AFTER.match(self._text, span.end)
        )

    def _next_word(self, span: Span) -> str:
        after = _WORD.match(self._text, span.end + 1)
        return after.group().casefold() if after else ""

    def _with_dot(self, span: Span) -> Span:
        """Return a state's short form with its dot (`Que.`)."""
        dotted = self._text[span.end : span.end + 1] == "." and f"{span.of(self._text)}." in NAME_OF_FORM
        return Span(span.start, span.end + 1) if dotted else span

    def _trimmed(self, span: Span) -> Span:
        """Take articles, lower-case words and marks off both ends (`the`, `northern`, `'s`, `province`)."""
        name = span.of(self._text)
        before, after = _EDGE_BEFORE.match(name), _EDGE_AFTER.search(name)
        start = span.start + (before.end() if before else 0)
        end = span.end - (len(after.group()) if after else 0)
        return Span(start, end) if end > start else span

    def _grown(self, span: Span) -> Span:
        """Let a part of a known longer name grow to the whole (`Burkina` to `Burkina Faso`)."""
        window = Span(max(0, span.start - _WINDOW), min(len(self._text), span.end + _WINDOW))
        words = _words(window, self._text)
        first = next((at for at, word in enumerate(words) if word.end > span.start), 0)
        last = next((at for at, word in enumerate(words) if word.end >= span.end), first)
        for low in range(max(0, first - 3), first + 1):
            for high in range(min(len(words), low + _LONGEST), last + 1, -1):
                longer = Span(words[low].start, words[high - 1].end)
                name = longer.of(self._text)
                if "\n" not in name and name[0].isupper() and name[name.rfind(" ") + 1].isupper() and self._country_or_unit(name):
                    return longer
        return span

    def _country_or_unit(self, name: str) -> bool:
        wide = (PlaceKind.COUNTRY, PlaceKind.REGION)
        return " " in name and any(each.place.kind in wide or each.people >= _WELL_KNOWN for each in self._world.candidates(name))

    def _known(self, name: str) -> tuple[Candidate, ...]:
        return candidates_of(name, self._home, self._world) if self._may_be_place(name) else ()

    def _reconsidered(self, proposal: Proposal) -> Iterator[Span]:
        """Yield the places that the recogniser took for something else, or that name an organisation."""
        if proposal.kind in (Proposed.PLACE, Proposed.FACILITY, Proposed.AMOUNT):
            return
        span = self._with_dot(self._trimmed(proposal.span))
        name = span.of(self._text)
        if self._is_place_here(name, span) or (proposal.kind is Proposed.ORGANISATION and _WHOLE_BODY.search(name) and " " in name):
            yield span
        elif proposal.kind is Proposed.ORGANISATION:
            yield from self._inside_organisation(span)

    def _is_place_here(self, name: str, span: Span) -> bool:
        """Whether a name taken for something else is a place: it is one elsewhere in the text, or the words before it say so."""
        if not self._may_be_place(name) or self._is_acronym(name, span):
            return False
        if fold(name) in self._names or name in NAME_OF_FORM:
            return True
        people = max((each.people for each in self._world.candidates(name)), default=0)
        if people < _KNOWN:
            return False
        strong = bool(_STRONG.search(self._text[max(0, span.start - _CONTEXT) : span.start]))
        return strong or self._in_list(span) or STATE_AFTER.match(self._text, span.end) is not None or people >= _METROPOLIS

    def _is_acronym(self, name: str, span: Span) -> bool:
        """Whether a short name in capitals is an acronym: it is no country and does not begin a line as a dateline does."""
        opens = self._text[max(0, span.start - _CONTEXT) : span.start].rstrip(" ")[-1:] in ("", "\n")
        return name.isupper() and len(name) <= _LONGEST_ACRONYM and not opens and not self._is_country(name)

    def _in_list(self, span: Span) -> bool:
        """Whether a place stands right before a name, joined by a comma or `and`."""
        ends = [end for end in range(max(0, span.start - _LONGEST_JOINT), span.start) if end in self._ends]
        return any(_LISTED.fullmatch(self._text[end : span.start]) for end in ends)

    def _inside_organisation(self, span: Span) -> Iterator[Span]:
        """Yield the country, region or large town that an organisation's name begins or ends with."""
        words = _words(span, self._text)
        if len(words) < 2 or words[-1].of(self._text).casefold() in stops.LEARNED:
            return
        for count in range(min(_LONGEST_INSIDE, len(words) - 1), 0, -1):
            lead = Span(words[0].start, words[count - 1].end)
            if self._names_organisation(lead) and fold(words[count].of(self._text)) not in stops.MEDIA:
                yield lead
                return
        for count in range(min(_LONGEST_INSIDE, len(words) - 1), 0, -1):
            tail = Span(words[-count].start, words[-1].end)
            if self._names_organisation(tail):
                yield tail
                return

    def _names_organisation(self, span: Span) -> bool:
        """Whether an organisation is called after a place that it speaks of: a country, a region or a large town."""
        name = span.of(self._text)
        if not name[0].isupper() or not self._may_be_place(name):
            return False
        wide = (PlaceKind.COUNTRY, PlaceKind.REGION)
        found = self._world.candidates(name)
        return fold(name) in self._names or any(
            (each.exact and (each.place.kind in wide or each.people >= _WELL_KNOWN)) or each.place.kind is PlaceKind.COUNTRY
            for each in found
        )

    def _untagged(self, found: Sequence[Span]) -> list[Span]:
        """Return countries, states' short forms and names found elsewhere that the recogniser passed over."""
        covered = bytearray(len(self._text))
        for span in (*found, *(proposal.span for proposal in self._proposals)):
            covered[span.start : span.end] = b"\x01" * len(span)
        more = []
        for match in _WORD.finditer(self._text):
            if covered[match.start()] or not match.group()[0].isupper():
                continue
            longest = self._longest(match.start(), covered)
            if longest is not None:
                more.append(longest)
                covered[longest.start : longest.end] = b"\x01" * len(longest)
        for span in found:
            state = STATE_AFTER.match(self._text, span.end)
            if state is not None and state.lastgroup and not covered[state.end() - 2]:
                more.append(Span(state.start(state.lastgroup), state.end(state.lastgroup)))
        return more

    def _longest(self, start: int, covered: bytearray) -> Span | None:
        words = _words(Span(start, min(len(self._text), start + _WINDOW)), self._text)
        for count in range(min(_LONGEST_INSIDE, len(words)), 0, -1):
            span = Span(start, words[count - 1].end)
            name = span.of(self._text)
            if "\n" in name or any(covered[span.start : span.end]) or not self._may_be_place(name):
                continue
            if fold(name) in self._names or (NAME_OF_FORM.get(name) and "." in name):
                return span
            if self._is_country(name):
                return span
        return None


def _words(window: Span, text: str) -> list[Span]:
    return [Span(window.start + match.start(), window.start + match.end()) for match in _WORD.finditer(window.of(text))]


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order; of two that overlap the longer."""
    kept: list[Span] = []
    for span in sorted(set(spans)):
        if kept and span.overlaps(kept[-1]):
            kept[-1] = max(kept[-1], span, key=lambda one: (len(one), -one.start))
        else:
            kept.append(span)
    return kept
