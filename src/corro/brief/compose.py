"""Composes briefs of each kind: which parts they have, in which order, and what stands at their head."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from corro.brief.audit import independence, relied_on, single_lineages
from corro.brief.chains import chain_sections, total_section
from corro.brief.extract import register_section
from corro.brief.maps import map_of
from corro.brief.moves import told_move
from corro.brief.pictures import ranges_of, timeline
from corro.brief.statements import positions_taken
from corro.brief.telling import MOST_CITED, Telling
from corro.brief.wording import Wording, distinct
from corro.errors import BadOptionError
from corro.model import TimeAnchor, TimeValue
from corro.model.answer import EventMove
from corro.model.brief import Brief, BriefKind, BriefLine, BriefMaterial, BriefRequest, BriefSection, Dossier, Picture
from corro.values import slug
from corro.vocab import terms
from corro.vocab.brief_nouns import noun

_FAMILIES = ("V", "A", "O", "H", "M", "C")
_SPEECH = frozenset({"C2", "C3", "C4"})
_LONG_SLUG = 12
"""Letters of the name of an event whose usual one another event of the brief bears too: 60 bits. Source: `corro.values.slug`."""

_MOST_POSITIONS = {BriefKind.FLASH: 2, BriefKind.DISPUTES: 1_000}
"""Positions of one line where a kind wants fewer or more: a flash report is a page, a dispute sheet leaves none out."""


@dataclass(frozen=True)
class Composer:
    """Composes one brief.

    Attributes:
        request: What is asked for.
        material: What may be drawn on.
    """

    request: BriefRequest
    material: BriefMaterial

    @cached_property
    def say(self) -> Wording:
        """The words of the brief's language."""
        return Wording(self.request.language)

    @cached_property
    def cut_off(self) -> str:
        """The cut-off in words."""
        return f"{self.say.day(self.request.cut_off.date())} {self.request.cut_off:%H:%M %Z}".strip()

    @cached_property
    def lineage_of(self) -> Mapping[str, str]:
        """Lineage id by document id."""
        return {name: lineage.id for name, lineage in self.material.lineages.items()}

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        """One for each event."""
        told = [(one, one.event) for one in self.material.dossiers if one.event is not None]
        often = Counter(event.slug for _, event in told)
        keys = [event.slug if often[event.slug] == 1 else slug(event.type, event.id, _LONG_SLUG) for _, event in told]
        return tuple(self._telling(dossier, key) for (dossier, _), key in zip(told, keys, strict=True))

    def _telling(self, dossier: Dossier, key: str) -> Telling:
        most = _MOST_POSITIONS.get(self.request.kind, 12)
        cited = 2 if self.request.kind is BriefKind.FLASH else MOST_CITED
        return Telling(dossier, self.material.documents, self.lineage_of, self.say, self.cut_off, most, cited, key)

    def section(self, key: str, lines: Iterable[BriefLine], pictures: tuple[Picture, ...] = (), level: int = 1) -> BriefSection:
        """Make a part from its lines."""
        return BriefSection(key, self.say.heading(key), tuple(lines), pictures=pictures, level=level)

    def plain(self, key: str, phrase: str, **put_in: object) -> BriefLine:
        """Make a line that says what is unknown, or how the brief was made."""
        return BriefLine(key, self.say.phrase(phrase, **put_in), plain=True)

    def whole(self, telling: Telling) -> Iterator[BriefLine]:
        """Tell of an event with all its lines."""
        yield telling.lead()
        yield from telling.term()
        yield from telling.characterisations()
        yield from telling.figures()
        yield from telling.particulars()
        yield telling.official()

    def short(self, telling: Telling) -> Iterator[BriefLine]:
        """Tell of an event in a line or two: what, which figures, and, of an allegation, the official version."""
        yield telling.lead()
        yield from telling.figures()
        if telling.is_allegation:
            yield telling.official()

    def timeline(self) -> tuple[Picture, ...]:
        """Draw the events of the brief on a line of time, where two or more have a day."""
        return timeline([telling.event for telling in self.tellings], self.say)

    def map(self) -> Iterator[BriefSection]:
        """Draw where the events were."""
        if drawn := map_of([one.event for one in self.tellings if one.event.type[:1] != "C"], self.say):
            yield self.section("map", (), drawn)

    def deadlines(self) -> Iterator[BriefLine]:
        """Say what is due, by whom it is told."""
        for telling in self.tellings:
            for value in telling.event.values:
                held = [one for one in value.held if isinstance(one.value, TimeValue)]
                due = [one for one in held if isinstance(one.value, TimeValue) and one.value.anchor is TimeAnchor.DEADLINE]
                if due:
                    yield telling.side_by_side(value.role, due)

    def unknown(self) -> BriefSection:
        """Say what is not known."""
        lines = [line for telling in self.tellings for line in telling.unknown()]
        if self.material.uncertain:
            lines.append(self.plain("unknown/days", "uncertain_days", events=self.say.joined(list(self.material.uncertain), 40)))
        lines += self._doubts()
        return self.section("unknown", lines or [self.plain("unknown/none", "unknown_none")])

    def _doubts(self) -> list[BriefLine]:
        """Say each kind of doubt once, with the reports that it concerns."""
        found: dict[str, list[str]] = {}
        for issue in self.material.issues:
            document = self.material.documents.get(issue.document_id)
            found.setdefault(issue.code, []).append(document.label if document else "–")
        named = [(code, self.say.label("issue_codes", code), distinct(labels)) for code, labels in sorted(found.items())]
        if named and self.request.kind is BriefKind.FLASH:
            return [self.plain("unknown/issues", "unknown_issues", codes=", ".join(name for _, name, _ in named))]
        return [
            self.plain(f"unknown/{code}", "unknown_issue", code=name, document=self.say.joined(labels, 8))
            for code, name, labels in named
        ]

    def changes(self) -> BriefSection:
        """Say what moved since the last issue."""
        if self.request.since is None:
            return self.section("changes", [self.plain("changes/first", "change_first")])
        moved = [self._change(number, move) for number, move in enumerate(self.material.moves)]
        nothing = self.plain("changes/none", "change_none", since=self.say.day(self.request.since))
        return self.section("changes", moved or [nothing])

    def _change(self, number: int, move: EventMove) -> BriefLine:
        code = move.now.slug.partition("-")[0]
        what = f"{move.now.slug} {noun(code, self.say.language, {})}"
        return self.plain(f"changes/{move.now.slug}/{number}", "change", event=what, told=told_move(move, self.say))

    def withheld(self) -> Iterator[BriefSection]:
        """Say what the door out took away."""
        if self.material.withheld:
            lines = [self.plain(f"withheld/{number}", "withheld", what=what) for number, what in enumerate(self.material.withheld)]
            yield self.section("withheld", lines)

    def disputes(self) -> list[BriefLine]:
        """Say every open dispute."""
        return [line for telling in self.tellings for line in telling.disputes()]

    def empty(self) -> BriefLine:
        """Say that the window holds nothing."""
        return self.plain("empty", "empty")


def compose(request: BriefRequest, material: BriefMaterial) -> Brief:
    """Compose a brief.

    Args:
        request: What is asked for.
        material: What may be drawn on: what the door out has let through.

    Returns:
        The brief; each of its sentences has a citation, or says what is unknown or how it was made.

    Raises:
        BadOptionError: A flash report or a dispute sheet was asked for, and the material has no event or total for it.
    """
    composer = Composer(request, material)
    if request.kind in (BriefKind.FLASH, BriefKind.DISPUTES) and not material.dossiers:
        raise BadOptionError("This kind of brief is about one event, or one reported figure: name it with --about.")
    sections = (*_PARTS[request.kind](composer), composer.unknown(), composer.changes(), *composer.withheld())
    cited = {citation.document_id for citation in Brief(request, "", (), sections).citations}
    documents = {name: material.documents[name] for name in sorted(cited)}
    return Brief(request, _title(composer), _header(composer), sections, documents)


def _title(composer: Composer) -> str:
    kind = composer.say.heading(composer.request.kind)
    if composer.request.kind in (BriefKind.FLASH, BriefKind.DISPUTES) and composer.tellings:
        lead = composer.tellings[0]
        return f"{kind} — {noun(lead.event.type, composer.say.language, {})} ({lead.event.slug})"
    if composer.request.kind is BriefKind.REGISTER:
        return f"{kind} — {composer.say.label('registers', composer.request.about)}"
    return kind


def _header(composer: Composer) -> tuple[tuple[str, str], ...]:
    request, say = composer.request, composer.say
    since = say.day(request.since) if request.since else "–"
    return (
        (say.heading("marking"), say.label("classifications", _marking(composer)).upper()),
        (say.heading("window"), _window(composer)),
        (say.heading("cut_off"), composer.cut_off),
        (say.heading("since"), since),
        (say.heading("policies"), "; ".join(say.phrase(key) for key in composer.material.policies)),
    )


def _marking(composer: Composer) -> str:
    """Return the higher of the markings that were asked for and that the door out asks for."""
    levels = terms("classifications")
    return max((composer.request.marking, composer.material.marking), key=lambda key: int(levels[key].fields["rank"]))


def _window(composer: Composer) -> str:
    request, say = composer.request, composer.say
    if request.first and request.last:
        return say.phrase("window", first=say.day(request.first), last=say.day(request.last))
    if request.first:
        return say.phrase("window_from", first=say.day(request.first))
    if request.last:
        return say.phrase("window_to", last=say.day(request.last))
    return say.phrase("window_all")


_FLASH_PARTICULARS = ("time", "deadline", "duration", "reason")
_FLASH_DISPUTES = 4
"""What a flash report has room for beside its lead. Source: chosen so that the samples' fullest event fits a page, 2026-11."""


def _flash(composer: Composer) -> Iterator[BriefSection]:
    telling = composer.tellings[0] if composer.tellings else None
    if telling is None:
        raise BadOptionError("A flash report is about one event; a reported total has a dispute sheet.")
    yield composer.section("facts", [telling.lead(), *telling.term(), *telling.characterisations()])
    yield composer.section("figures", telling.figures())
    told = [line for line in telling.particulars() if line.key.rpartition("/")[2] in _FLASH_PARTICULARS]
    yield composer.section("particulars", told)
    if telling.is_allegation:
        yield composer.section("official", [telling.official()])
    disputes = list(telling.disputes())
    left_out = len(disputes) - _FLASH_DISPUTES
    more = [composer.plain("disputed/more", "more_disputes", count=left_out)] if left_out > 0 else []
    lines = [*disputes[:_FLASH_DISPUTES], *more]
    yield composer.section("disputed", lines or [composer.plain("disputed/none", "nothing_disputed")])


def _sitrep(composer: Composer) -> Iterator[BriefSection]:
    if not composer.tellings:
        yield composer.section("facts", [composer.empty()])
    for family in _FAMILIES:
        lines = [line for telling in composer.tellings if telling.event.type[:1] == family for line in composer.short(telling)]
        if lines:
            heading = composer.say.label("event_families", family)
            yield BriefSection(f"family/{family}", heading[:1].upper() + heading[1:], tuple(lines))
    if due := list(composer.deadlines()):
        yield composer.section("deadlines", due)
    disputes = composer.disputes() or [composer.plain("disputed/none", "nothing_disputed")]
    yield composer.section("disputed", disputes, composer.timeline())
    yield from composer.map()


def _chronology(composer: Composer) -> Iterator[BriefSection]:
    lines = [line for telling in composer.tellings for line in composer.short(telling)]
    yield composer.section("facts", lines or [composer.empty()], composer.timeline())
    yield from composer.map()


def _disputes(composer: Composer) -> Iterator[BriefSection]:
    say = composer.say
    for telling in composer.tellings:
        yield composer.section("facts", [telling.lead()])
        if telling.is_allegation:
            yield composer.section("official", [telling.official()])
        yield composer.section("positions", (), ranges_of(telling.event, say))
        for role, table in telling.positions():
            yield BriefSection(f"positions/{role}", say.role(role), table=table, level=2)
        yield composer.section("disputed", list(telling.disputes()) or [composer.plain("disputed/none", "nothing_disputed")])
    for dossier in composer.material.dossiers:
        if dossier.event is None:
            yield total_section(dossier, say)
        yield from chain_sections(dossier, composer.material, say)


def _council(composer: Composer) -> Iterator[BriefSection]:
    recent = [one for one in composer.tellings if one.event.type[:1] not in ("V",) and one.event.type not in _SPEECH]
    rights = [one for one in composer.tellings if one.event.type[:1] == "V"]
    yield composer.section("recent", [line for one in recent for line in composer.short(one)] or [composer.empty()])
    if rights:
        yield composer.section("rights", [line for one in rights for line in composer.short(one)])
    yield composer.section(
        "issues", [*composer.disputes(), *composer.deadlines()] or [composer.plain("disputed/none", "nothing_disputed")]
    )
    speech = [one for one in composer.tellings if one.event.type in _SPEECH]
    yield composer.section("council_positions", positions_taken(speech) or [composer.empty()])


def _register(composer: Composer) -> Iterator[BriefSection]:
    yield register_section(composer.request.about, composer.material, composer.say)


def _sources(composer: Composer) -> Iterator[BriefSection]:
    yield relied_on(composer.material, composer.say)
    yield independence(composer.material, composer.say)
    yield single_lineages(composer.tellings, composer.say)


_PARTS: Mapping[BriefKind, Callable[[Composer], Iterator[BriefSection]]] = {
    BriefKind.FLASH: _flash,
    BriefKind.SITREP: _sitrep,
    BriefKind.CHRONOLOGY: _chronology,
    BriefKind.DISPUTES: _disputes,
    BriefKind.COUNCIL: _council,
    BriefKind.REGISTER: _register,
    BriefKind.SOURCES: _sources,
}
