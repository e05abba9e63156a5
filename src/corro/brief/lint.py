"""The rules of briefs (B01 to B18), which cannot be switched off: a draft is held against the record before anything leaves."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from corro.brief.draft import Block, BlockKind, Draft
from corro.brief.pdf import pages
from corro.brief.sayings import figures, names, numbers, own_words, quotations, strongest_verb, words_of_law
from corro.brief.standing import rank, strongest
from corro.brief.wording import Wording
from corro.model import Claim, Event
from corro.model.brief import BriefMaterial, Fault
from corro.vocab import terms

_SENTENCES = (BlockKind.PARAGRAPH, BlockKind.POINT)
_MUST_HAVE = ("section/unknown", "section/changes")


def nothing_protected(words: str) -> bool:
    """Say that no words are protected: what holds where there is no vault."""
    del words
    return False


@dataclass(frozen=True)
class Ground:
    """What a draft is held against.

    Attributes:
        material: What a brief may draw on now.
        fresh: The brief as it would be composed now, as a draft.
        later_versions: Ids of reports of which a later version was captured.
        protected: Says whether words are protected; the door out gives it.
    """

    material: BriefMaterial
    fresh: Draft
    later_versions: frozenset[str] = frozenset()
    protected: Callable[[str], bool] = nothing_protected

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for dossier in self.material.dossiers for claim in dossier.claims}

    @cached_property
    def event_of(self) -> Mapping[str, Event]:
        """The event of each claim."""
        return {claim.id: dossier.event for dossier in self.material.dossiers if dossier.event for claim in dossier.claims}

    @cached_property
    def term_of(self) -> Mapping[str, str]:
        """Violation, abuse or both, by the id of a claim."""
        found = {}
        for dossier in self.material.dossiers:
            term = next((entry.field("term") for entry in dossier.entries if entry.field("term")), "")
            found.update({claim.id: term for claim in dossier.claims if term})
        return found

    @cached_property
    def composed(self) -> Mapping[str, Block]:
        """The blocks that would be composed now, by what they are about."""
        return {block.key: block for block in self.fresh.blocks}


def _all_words(block: Block) -> str:
    return " ".join([block.text, *(cell for cells, _ in block.rows for cell in cells)])


def check(draft: Draft, ground: Ground) -> tuple[Fault, ...]:
    """Hold a draft against the record.

    Args:
        draft: The draft, as it was read.
        ground: What it is held against.

    Returns:
        What breaks a rule, by line and rule; nothing for a draft that may leave.
    """
    checker = _Checker(draft, ground)
    return tuple(sorted(set(checker.faults()), key=lambda fault: (fault.line, fault.rule, fault.told)))


@dataclass(frozen=True)
class _Checker:
    draft: Draft
    ground: Ground

    @property
    def language(self) -> str:
        return self.draft.head.get("language", "en")

    def faults(self) -> Iterator[Fault]:
        yield from self._head()
        yield from self._whole()
        for block in self.draft.blocks:
            yield from self._citations(block)
            yield from self._moved(block)
            if self.ground.protected(_all_words(block)):
                yield Fault("B18", block.number, "this line has something that the door out holds back")
            if block.kind in _SENTENCES and not self._as_composed(block):
                yield from self._by_hand(block)
            if block.kind is BlockKind.TABLE:
                yield from self._rows(block)

    def _as_composed(self, block: Block) -> bool:
        """Say whether a sentence is what would be composed now, to the letter."""
        fresh = self.ground.composed.get(block.key)
        return fresh is not None and fresh.text == block.text and fresh.cited == block.cited

    def _head(self) -> Iterator[Fault]:
        there = dict(self.draft.header)
        for number, (name, value) in enumerate(self.ground.fresh.header):
            rule = "B11" if number else "B13"
            if there.get(name, "").strip() != value.strip():
                yield Fault(rule, 0, f"“{name}” is missing, or is not what the record gives: {value}")

    def _whole(self) -> Iterator[Fault]:
        if self.ground.protected(" ".join([self.draft.title, *(value for _, value in self.draft.header)])):
            yield Fault("B18", 0, "the head has something that the door out holds back")
        keys = {block.key for block in self.draft.blocks}
        for key in _MUST_HAVE:
            if key not in keys:
                yield Fault("B10", 0, f"the part “{key.removeprefix('section/')}” is missing")
        for key, block in self.ground.composed.items():
            about, _, what = key.partition("/")
            if key not in keys and what.startswith("dispute/"):
                yield Fault("B09", 0, f"the dispute on {what.split('/')[1].replace('_', ' ')} of {about} was left out")
            if key not in keys and what == "official" and f"{about}/lead" in keys and block.text:
                yield Fault("B08", 0, f"{about} has no official version beside it")
        if self.draft.head.get("kind") == "flash":
            filled = pages(self.draft, Wording(self.language).heading("citations"))
            if filled > 1:
                yield Fault("B14", 0, f"it fills {filled} pages")

    def _citations(self, block: Block) -> Iterator[Fault]:
        if block.kind in _SENTENCES and not block.cited and not (block.plain and not block.edited):
            yield Fault("B01", block.number, "this sentence cites nothing")
        if block.kind is BlockKind.TABLE:
            bare = [number for number, (_, cited) in enumerate(block.rows, 1) if not cited]
            yield from (Fault("B01", block.number, f"row {number} cites nothing") for number in bare)
        for name in block.cited:
            note = self.draft.notes.get(name)
            document = self.ground.material.documents.get(note.citation.document_id) if note else None
            if note is None or document is None or note.citation.span.end > len(document.text) or note.citation.key != name:
                yield Fault("B02", block.number, f"[^{name}] leads to no passage of the record")
            elif document.id in self.ground.later_versions and not self._as_composed(block):
                yield Fault("B16", block.number, f"[^{name}]: {document.label} was captured again since")

    def _rows(self, block: Block) -> Iterator[Fault]:
        """Ask that each row is one of the register's: who wants it otherwise changes the register."""
        fresh = self.ground.composed.get(block.key)
        known = set(fresh.rows) if fresh else set()
        for number, row in enumerate(block.rows, 1):
            if row not in known:
                yield Fault("B17", block.number, f"row {number} is not what the record has")

    def _moved(self, block: Block) -> Iterator[Fault]:
        if not block.key or block.key in self.ground.composed:
            if block.key and not block.edited and self.ground.composed[block.key].digest != block.digest:
                yield Fault("B17", block.number, f"the record says something else of {block.key} now")
            return
        yield Fault("B15", block.number, f"the record no longer has {block.key}")

    def _by_hand(self, block: Block) -> Iterator[Fault]:
        claims = self._cited_claims(block)
        yield from self._verb(block, claims)
        yield from self._words(block, claims)
        yield from self._figures(block, claims)
        yield from self._names(block)
        fresh = self.ground.composed.get(block.key)
        if fresh is not None and "; " in fresh.text:
            yield from self._positions(block, fresh)

    def _cited_claims(self, block: Block) -> list[Claim]:
        """Return the claims that a block cites, and those of the event that its key names."""
        cited = [self.draft.notes[name].citation for name in block.cited if name in self.draft.notes]
        found = {one.claim_id for one in cited if one.claim_id}
        passages = {(one.document_id, one.span) for one in cited}
        found |= {claim.id for claim in self.ground.claims.values() if (claim.document_id, claim.passage) in passages}
        return [self.ground.claims[name] for name in sorted(found) if name in self.ground.claims]

    def _verb(self, block: Block, claims: Iterable[Claim]) -> Iterator[Fault]:
        used = strongest_verb(block.text, self.language)
        events = {event.id: event for claim in claims if (event := self.ground.event_of.get(claim.id))}
        allowed = max((strongest(event) for event in events.values()), key=rank, default="reported")
        if used and rank(used) > rank(allowed):
            label = terms("verbs")
            told = f"“{label[used].label(self.language)}” where no more than “{label[allowed].label(self.language)}” is allowed"
            yield Fault("B03", block.number, told)

    def _words(self, block: Block, claims: Iterable[Claim]) -> Iterator[Fault]:
        for word in words_of_law(block.text):
            yield Fault("B05", block.number, f"“{word}” stands as the brief's own word")
        own = own_words(block.text).casefold()
        violation = "violation" in own
        abuse = "abuse" in own or "atteinte" in own
        for term in sorted({self.ground.term_of.get(claim.id, "") for claim in claims} - {""}):
            wrong = {"violation": abuse and not violation, "abuse": violation and not abuse}.get(term, violation != abuse)
            if wrong:
                yield Fault("B04", block.number, f"the record has “{term}” here")

    def _figures(self, block: Block, claims: list[Claim]) -> Iterator[Fault]:
        fresh = self.ground.composed.get(block.key)
        known = numbers(fresh.text) if fresh else set()
        for name in block.cited:
            note = self.draft.notes.get(name)
            document = self.ground.material.documents.get(note.citation.document_id) if note else None
            if note and document:
                known |= numbers(document.text[note.citation.span.start : note.citation.span.end])
        counted = figures(claims, self.language)
        known |= {figure.number for figure in counted}
        for number in sorted(numbers(block.text) - known):
            yield Fault("B06", block.number, f"{number} stands in no cited passage")
        for number in sorted(numbers(block.text) & {figure.number for figure in counted}):
            ways = [figure for figure in counted if figure.number == number]
            if not any(figure.said_in(block.text) for figure in ways):
                wanted = ", ".join(ways[0].bounds[:1] + ways[0].units[:1])
                yield Fault("B07", block.number, f"{number} lacks its unit or bound: {wanted}")

    def _names(self, block: Block) -> Iterator[Fault]:
        fresh = self.ground.composed.get(block.key)
        texts = [fresh.text if fresh else ""]
        for name in block.cited:
            note = self.draft.notes.get(name)
            document = self.ground.material.documents.get(note.citation.document_id) if note else None
            if document:
                texts += [document.text, document.outlet.text, document.label, note.printed if note else ""]
        known = " ".join(texts).casefold()
        for name in names(block.text):
            if name.casefold() not in known:
                yield Fault("B12", block.number, "a name that no cited report has")

    def _positions(self, block: Block, fresh: Block) -> Iterator[Fault]:
        """Ask that an edited line of positions keeps each figure and each quotation of those composed."""
        lost = [quoted for quoted in quotations(fresh.text) if quoted.casefold() not in block.text.casefold()]
        lost += [str(number) for number in sorted(numbers(fresh.text) - numbers(block.text))]
        if lost:
            yield Fault("B09", block.number, f"{len(lost)} of what the positions say is missing")
