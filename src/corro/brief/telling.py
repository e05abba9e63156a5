"""Sentences on one event: what is reported, in which figures, what is disputed, the official version, and what nobody says."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corro.brief.standing import asserted, denies, judgement, strongest, verb_of
from corro.brief.wording import Wording, distinct
from corro.model import (
    Assessment,
    Claim,
    CountValue,
    DisputeKind,
    Document,
    Event,
    EventValue,
    Held,
    PlaceValue,
    Position,
    Relation,
    TextValue,
    TimeAnchor,
    TimeValue,
)
from corro.model.brief import BriefLine, BriefTable, Citation, Dossier
from corro.vocab.brief_nouns import noun, noun_roles

MOST_CITED = 6
"""Passages cited by one sentence: one a lineage, then others. Source: own choice: a line of notes."""

_EXPECTED = {
    "V": ("actor", "place", "time"),
    "A": ("actor", "place", "time"),
    "O": ("actor", "time", "reason"),
    "H": ("actor", "time", "reason"),
    "M": ("time",),
    "C": ("time",),
}
"""Roles that a reader asks for, by family. Source: docs/codebook.md, entities; R33, R35."""

_SIDES = frozenset({DisputeKind.ATTRIBUTION, DisputeKind.QUANTITY, DisputeKind.PROVENANCE, DisputeKind.FACT})
"""Kinds of dispute in which no position may stand alone, however well supported. Source: docs/codebook.md, R2 and law 3."""

_APART = frozenset({"time", "place", "actor", "victim", "target"})


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells of one event in one language.

    Attributes:
        dossier: All that is behind the event.
        documents: Reports by id.
        lineage_of: Lineage id by document id.
        wording: The words.
        cut_off: The moment up to which the record was read, in words.
        cited: Passages that one sentence cites at the most.
        key: What the names of its lines begin with: the event's slug, or a longer one where two events of a brief share it.
        most: Positions of one line; further ones are counted. Source: own choice; all of them in a dispute sheet.
    """

    dossier: Dossier
    documents: Mapping[str, Document]
    lineage_of: Mapping[str, str]
    wording: Wording
    cut_off: str
    most: int = 12
    cited: int = MOST_CITED
    key: str = ""

    @property
    def event(self) -> Event:
        """The event.

        Raises:
            LookupError: It is a total, which is no event.
        """
        if self.dossier.event is None:
            raise LookupError("a total is no event")
        return self.dossier.event

    def lead(self) -> BriefLine:
        """Say what is reported, by whom, where and when, with the verb that support and assessment allow."""
        event, say = self.event, self.wording
        verb, told = verb_of(self.dossier), asserted(self.dossier.claims) or list(self.dossier.claims)
        who = self._names(told) or [say.phrase("no_outlet")]
        judged = judgement(self.dossier)
        named = noun(event.type, say.language, self._known())
        text = say.phrase(
            self._phrase(verb),
            who=say.joined(who),
            a=_have(who),
            what=f"{named} [{event.slug}]",
            where=say.where(self._settled_place()),
            when=say.when(event.interval),
            lineages=self._lineages(),
            fields=say.joined(self._fields_in_dispute(), len(_APART) + 4),
            judge=judged.by if judged else "",
            standard=say.label("standards_of_proof", judged.standard) if judged else "",
        )
        return BriefLine(
            f"{self.key}/lead", _begun(text), self._one_a_lineage(told), verb, strongest(event), official=self.is_allegation
        )

    def _lineages(self) -> str:
        count = self.event.lineages
        return self.wording.phrase("independent" if count > 1 else "independent_one", count=count)

    def _fields_in_dispute(self) -> list[str]:
        disputed = [one.field for one in self.dossier.differences if one.relation is Relation.DISPUTE]
        return [self.wording.label("roles", field) for field in distinct(disputed)]

    def _phrase(self, verb: str) -> str:
        event = self.event
        if event.assessment in (Assessment.REFUTED, Assessment.UNVERIFIABLE):
            return event.assessment.value
        return "contested" if event.support == "contested" and event.assessment is Assessment.UNASSESSED else verb

    def _known(self) -> Mapping[str, str]:
        """Return what may stand in the event's name: values on which no position stands against another."""
        roles = noun_roles(self.event.type, self.wording.language)
        settled = {role: self._settled(role) for role in roles}
        return {role: self.wording.value(held.value) for role, held in settled.items() if held is not None}

    def _settled(self, role: str) -> Held | None:
        value = self.event.value_of(role)
        if value is None or not value.held or self._takes_sides(role):
            return None
        best, *others = value.held
        if best.inferred or (others and others[0].lineages >= best.lineages):
            return None
        return None if any(letter.isdigit() for letter in best.printed) and self._figures_differ() else best

    def _settled_place(self) -> PlaceValue | None:
        held = self._settled("place")
        if held is not None and isinstance(held.value, PlaceValue):
            return held.value
        return None

    def _figures_differ(self) -> bool:
        counted = [value.held for value in self.event.values if value.held and isinstance(value.held[0].value, CountValue)]
        return any(len({held.printed for held in side}) > 1 for side in counted)

    def _takes_sides(self, role: str) -> bool:
        """Say whether naming one value of a role would take a side: who did it, or how many, is in dispute."""
        return any(one.field == role and one.kind in _SIDES for one in self.dossier.differences)

    def figures(self) -> Iterator[BriefLine]:
        """Say each figure with its bound, unit, window and holders; different ones side by side."""
        for value in self.event.values:
            counts = [held for held in value.held if isinstance(held.value, CountValue)]
            if counts:
                yield self.side_by_side(value.role, counts)

    def particulars(self) -> Iterator[BriefLine]:
        """Say what else is told: dates of announcement and deadlines, durations, reasons, conditions, grounds in law."""
        for value in self.event.values:
            if value.role in _APART and not self._worth_saying(value):
                continue
            held = [one for one in value.held if not isinstance(one.value, CountValue)]
            if held:
                yield self.side_by_side(value.role, held)

    def _worth_saying(self, value: EventValue) -> bool:
        """Say whether a value of the lead wants a line of its own: it is not settled there, or it has a date of another kind."""
        anchors = {held.value.anchor for held in value.held if isinstance(held.value, TimeValue)}
        return self._settled(value.role) is None or bool(anchors - {TimeAnchor.OCCURRED})

    def side_by_side(self, role: str, held: Sequence[Held]) -> BriefLine:
        """Say what is held of one role: one value with who says so, or all positions side by side."""
        say = self.wording
        positions = [say.phrase("position", value=say.value(one.value), who=say.joined(list(one.holders))) for one in held]
        name = say.role(role)
        if len(positions) == 1:
            text = say.phrase("value", role=name, value=say.value(held[0].value), who=say.joined(list(held[0].holders)))
        else:
            text = say.phrase("values_differ", role=name, positions="; ".join(self._short(positions)))
        cited = [claim for one in held for claim in one.claims]
        return BriefLine(f"{self.key}/{role}", text, self.cite(cited))

    def positions(self) -> Iterator[tuple[str, BriefTable]]:
        """Give the positions on each role on which there is more than one, as a table: value, holders, lineages, support."""
        say = self.wording
        columns = tuple(say.heading(key) for key in ("position", "holders", "lineages", "support"))
        for value in self.event.values:
            if len(value.held) > 1:
                rows = tuple(self._row(held) for held in value.held)
                yield value.role, BriefTable(columns, rows, tuple(self.cite(held.claims) for held in value.held))

    def _row(self, held: Held) -> tuple[str, ...]:
        say = self.wording
        return (say.value(held.value), ", ".join(held.holders), say.number(held.lineages), say.label("support", held.support))

    def term(self) -> Iterator[BriefLine]:
        """Say which word the field uses for a violation or abuse, by whom it is said to have been done (R4)."""
        for entry in self.dossier.entries:
            if entry.register == "violations" and (term := entry.field("term")):
                said = self.wording.phrase("term_open", term=self.wording.phrase(f"term_{term.replace(' ', '_')}"))
                yield BriefLine(f"{self.key}/term", said, self.cite(entry.claims))
                return

    @property
    def is_allegation(self) -> bool:
        """Whether the event wants the official version beside it: somebody is said to have wronged somebody, or stood in a way."""
        return self.event.type[:1] in ("V", "O")

    def official(self) -> BriefLine:
        """Say the official version of an allegation, or that none was found (R3)."""
        say, parts, cited = self.wording, [], list[str]()
        for claim in self.dossier.claims:
            if denies(claim) and claim.holders:
                parts.append(say.phrase("official_denied", who=claim.holders[0].name))
                cited.append(claim.id)
        for entry in self.dossier.entries:
            column = next((field for field in entry.fields if field.name == "official_version"), None)
            if column is not None and column.claims:
                given = [name for name in column.claims if name not in cited]
                parts += [self._account(claim) for claim in self.dossier.claims if claim.id in given]
                cited += given
        if not parts:
            return BriefLine(f"{self.key}/official", say.phrase("official_none", cut_off=self.cut_off), plain=True)
        text = say.phrase("official", version="; ".join(distinct(parts)))
        return BriefLine(f"{self.key}/official", text, self.cite(cited))

    def _account(self, claim: Claim) -> str:
        say = self.wording
        told = [say.value(slot.value) for slot in claim.slots_of("killed", "injured", "arrested", "victim", "target") if slot.value]
        who = claim.holders[0].name if claim.holders else ""
        return say.phrase("official_told", who=who, value=say.joined(distinct(told)) or say.label("modalities", claim.modality))

    def disputes(self) -> Iterator[BriefLine]:
        """Say each open dispute with its positions, their holders, and the rule's words."""
        say = self.wording
        told = Counter[tuple[str, str]]()
        for difference in self.dossier.differences:
            if difference.relation is not Relation.DISPUTE:
                continue
            about = (difference.field, difference.kind or "")
            told[about] += 1
            positions = [self._position(one) for one in difference.positions]
            kind = say.label("dispute_kinds", difference.kind) if difference.kind else say.label("relations", difference.relation)
            text = say.phrase(
                "dispute",
                kind=kind[:1].upper() + kind[1:],
                field=f"{say.label('roles', difference.field)} ({self.event.slug})",
                positions="; ".join(self._short(positions)),
                rule=f"[{difference.rule}]",
            )
            cited = [Citation(passage.document_id, passage.span) for one in difference.positions for passage in one.passages[:1]]
            yield BriefLine(
                f"{self.key}/dispute/{'/'.join(about)}/{told[about]}",
                text,
                _each_once(cited)[: max(self.cited, len(positions) if self.most > MOST_CITED else 0)],
            )

    def _room(self, positions: Sequence[str]) -> int:
        """Return how many passages a dispute cites: one a position, fewer where the page is short."""
        return len(positions) if self.cited >= MOST_CITED else self.cited

    def _position(self, one: Position) -> str:
        say = self.wording
        return say.phrase("position", value=say.phrase("quoted", words=one.value), who=say.joined(list(one.holders)))

    def characterisations(self) -> Iterator[BriefLine]:
        """Say who called it what in law: words of law stand only as somebody's (R4)."""
        for value in self.event.values:
            if value.role == "characterisation":
                for held in value.held:
                    if isinstance(held.value, TextValue):
                        words = self.wording.phrase("quoted", words=held.value.text)
                        who = self.wording.joined(list(held.holders))
                        text = self.wording.phrase("characterised", who=who, a=_have(held.holders), words=words)
                        yield BriefLine(f"{self.key}/characterisation", text, self.cite(held.claims))

    def unknown(self) -> Iterator[BriefLine]:
        """Say what a reader would ask for and no report tells, what stays unresolved, and what stands on one lineage."""
        event, say = self.event, self.wording
        missing = [role for role in _EXPECTED.get(event.type[:1], ()) if event.value_of(role) is None]
        what = noun(event.type, say.language, self._known())
        if missing:
            roles = ", ".join(say.label("roles", role) for role in missing)
            yield BriefLine(f"{self.key}/unknown/roles", f"{_begun(what)} — {say.phrase('unknown_role', role=roles)}", plain=True)
        for value in event.values:
            for held in value.held:
                if isinstance(held.value, PlaceValue) and held.value.place is None and held.value.name:
                    text = f"{_begun(what)} — {say.phrase('unknown_place', name=held.value.name)}"
                    yield BriefLine(f"{self.key}/unknown/place", text, self.cite(held.claims))
        if event.lineages < 2:
            yield BriefLine(f"{self.key}/unknown/lineages", say.phrase("unknown_single", event=_begun(what)), plain=True)

    def _short(self, positions: Sequence[str]) -> list[str]:
        shown, more = list(positions[: self.most]), len(positions) - self.most
        return [*shown[:-1], shown[-1] + self.wording.others(more)] if more > 0 else shown

    def cite(self, claims: Iterable[str]) -> tuple[Citation, ...]:
        """Cite the passages of claims: one a document first."""
        known = {claim.id: claim for claim in self.dossier.claims}
        found = [known[name] for name in distinct(claims) if name in known]
        return _each_once([_passage(claim) for claim in self._spread(found)])[: self.cited]

    def _one_a_lineage(self, claims: Sequence[Claim]) -> tuple[Citation, ...]:
        return _each_once([_passage(claim) for claim in self._spread(claims)])[: self.cited]

    def _spread(self, claims: Sequence[Claim]) -> list[Claim]:
        """Order claims so that each lineage is met once before any is met again, the earliest reports first."""
        seen: dict[str, int] = {}
        turns: list[tuple[int, int, Claim]] = []
        for claim in sorted(claims, key=self._by_publication):
            lineage = self.lineage_of.get(claim.document_id, claim.document_id)
            seen[lineage] = seen.get(lineage, 0) + 1
            turns.append((seen[lineage], len(turns), claim))
        return [claim for _, _, claim in sorted(turns, key=lambda turn: turn[:2])]

    def _by_publication(self, claim: Claim) -> tuple[str, str, int]:
        published = self.documents[claim.document_id].published.interval
        first = published.first if published else None
        return (first.isoformat() if first else "9999", claim.document_id, claim.passage.start)

    def _names(self, claims: Sequence[Claim]) -> list[str]:
        return distinct(claim.holders[0].name for claim in self._spread(claims) if claim.holders)


def _passage(claim: Claim) -> Citation:
    return Citation(claim.document_id, claim.passage, claim.id)


def _each_once(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple({citation.key: citation for citation in citations}.values())


def _have(names: Sequence[str]) -> str:
    """Return the French auxiliary for so many tellers."""
    return "ont" if len(names) > 1 else "a"


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
