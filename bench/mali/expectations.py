"""What a build of the samples must show, one check an expectation of the gold; each says in its docstring what it looks at."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bench.contents import Contents
from bench.frame import Line
from bench.mali import matching
from corro.model import ActorValue, Basis, Claim, CountValue, Document, SegmentKind, TimeAnchor, TimeValue
from corro.values import Bound, Count, Span

CAPTIONS = {"m03": "Gao", "m10": "Ber", "m11": "Ber", "m24": "Kidal", "m34": "Ménaka"}
"""Documents with a caption from elsewhere, and the place that it names. Source: expectation ME15 of the gold."""

FURNITURE = re.compile(
    r"^.*(?:READ ALSO|Read next|Most read|Lire aussi|Share this|Print \||cookie|newsletter|Réagir à|Subscribe|Partager).*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines of page furniture in the samples. Source: expectation ME16 of the gold."""

NO_EVENTS = {
    "m06": "They may yet allow a successor",
    "m14": "denied having chosen the civil society speaker",
    "m19": "If the order stands, other directors may hesitate",
    "m23": "the mission could be reduced or withdrawn",
    "m35": "seront rendues publiques si la justice le décide",
    "m37": "a third arrest, of which there was talk in the market, did not take place",
}
"""Words that tell of nothing that happened. Source: expectation ME21 of the gold."""

FRENCH_FIGURES = (("m29", 203, 203), ("m32", 300, 400), ("m34", 500, None), ("m28", 100, None))
"""Documents and the ends of a figure of deaths that they give. Source: expectation ME24 of the gold."""

NO_FIGURE = ("m32", "m34")
"""Documents that speak of tens of dead. Source: as above."""


@dataclass(frozen=True)
class Built:
    """A build of the samples beside its gold.

    Attributes:
        gold: The gold.
        found: The exported record.
        scores: What was found of what was expected.
        contents: The record itself.
    """

    gold: Line
    found: Line
    scores: Line
    contents: Contents

    def document(self, number: str) -> Document | None:
        """Return the document whose label begins with a number such as `m09`."""
        found = (one for one in self.contents.documents.values() if one.label.startswith(number))
        return next(found, None)

    def claims_in(self, number: str) -> Iterator[Claim]:
        """Yield the claims of a document."""
        document = self.document(number)
        return (claim for claim in self.contents.claims.values() if document and claim.document_id == document.id)

    def incident(self, expected_id: str) -> Line | None:
        """Return the exported incident that answers an expected one."""
        pairs = matching.incident_pairs(self.gold["incidents"], self.found["incidents"])
        return next((row for row in self.found["incidents"] if row["id"] == pairs.get(expected_id)), None)

    def line(self, register: str, expected_id: str) -> Line | None:
        """Return the register line about an expected incident that most documents stand behind."""
        answer = self.incident(expected_id)
        lines = [row for row in self.found["registers"].get(register, []) if answer and row["incident"] == answer["id"]]
        return max(lines, key=lambda row: len(row["documents"]), default=None)

    def relation(self, discrepancy: str, wanted: str) -> bool:
        """Say whether a discrepancy has a relation and kind, such as `dispute date`."""
        rows = self.scores["disputes"]["rows"]
        return any(row["right"] for row in rows if row["discrepancy"] == discrepancy and row["wanted"] == wanted)


def check(built: Built) -> dict[str, bool]:
    """Return for each expectation of the gold whether the build shows it; one without a check counts as not shown."""
    return {row["id"]: bool(CHECKS[row["id"]](built)) if row["id"] in CHECKS else False for row in built.gold["expectations"]}


def one_order(built: Built) -> bool:
    """One event holds every document of the order of February 2023."""
    wanted = next(matching.documents_of(row) for row in built.gold["incidents"] if row["id"] == "MI01")
    return any(wanted <= matching.documents_of(row) for row in built.found["incidents"])


def one_person(built: Built) -> bool:
    """All spellings of the first name lead to one actor."""
    return built.gold["names"][0]["canonical"] not in built.scores["names"]["missing"]


def one_lineage(built: Built) -> bool:
    """The agency's report and its copies are exactly one lineage."""
    return "ML01" not in built.scores["lineages"]["missing"]


def translation(built: Built) -> bool:
    """The translation is in its original's lineage."""
    original, translated = built.document("m01"), built.document("m05")
    ids = {document.id for document in (original, translated) if document}
    return len(ids) > 1 and any(ids <= set(lineage.documents) for lineage in built.contents.lineages)


def two_figures(built: Built) -> bool:
    """237 and 297 of 1,231 are two access lines, and no event or aggregate holds both 237 and 238."""
    lines = {(row.get("count"), row.get("denominator")) for row in built.found["registers"].get("access", [])}
    groups = [[str(count["value"]) for count in row["counts"]] for row in built.found["incidents"]]
    return {(237, None), (297, 1231)} <= lines and not any({"237", "238"} <= set(group) for group in groups)


def deadline(built: Built) -> bool:
    """The measure is announced and due to the minute, and no report but the one of the evening news fixes that."""
    line = built.line("measures", "MI01") or {}
    fixed = {
        claim.document_id
        for claim in built.contents.claims.values()
        for value in _times(claim)
        if value.anchor is TimeAnchor.DEADLINE and not value.condition and value.interval and value.interval.at
    }
    source = built.document("m09")
    due = line.get("deadline") == "2023-02-07T20:00:00Z" and line.get("announced") == "2023-02-05T20:00:00Z"
    return due and source is not None and fixed == {source.id}


def _times(claim: Claim) -> Iterator[TimeValue]:
    return (slot.value for slot in claim.slots if isinstance(slot.value, TimeValue))


def moved_date(built: Built) -> bool:
    """D04 is an error of transmission, and August is the date of the lifting."""
    lifted = built.incident("MI11")
    month = {"interval": ["2022-08-01", "2022-08-31"]}
    return built.relation("D04", "transmission_error") and lifted is not None and matching.overlap(month, lifted["date"])


def two_versions(built: Built) -> bool:
    """D06 is a dispute of versions, and its documents are two versions of one."""
    first, second = built.document("m10"), built.document("m11")
    series = first is not None and second is not None and first.series_id == second.series_id
    return series and built.relation("D06", "dispute version")


def inside_one(built: Built) -> bool:
    """D08 is an error of transmission, and one difference has both its sides in m12."""
    document = built.document("m12")
    sides = (
        difference
        for difference in built.contents.differences
        if document and {passage.document_id for side in difference.positions for passage in side.passages} == {document.id}
    )
    return built.relation("D08", "transmission_error") and any(len(difference.positions) > 1 for difference in sides)


def chain(built: Built) -> bool:
    """Every step of the chain of the 237 stands in one found chain."""
    wanted = next({step["doc"] for step in row["steps"]} for row in built.gold["derivations"] if row["id"] == "MT1")
    return any(wanted <= {step["doc"] for step in row["steps"]} for row in built.found["derivations"])


def captions(built: Built) -> bool:
    """Captions are told apart, and no event has its place from one."""
    apart = all(_has_caption(built.document(number), place) for number, place in CAPTIONS.items())
    held = (
        claim
        for event in built.contents.events
        for value in event.values
        if value.role == "place"
        for one in value.held
        for claim in one.claims
    )
    return apart and not any(built.contents.claims[claim].segment == SegmentKind.CAPTION.value for claim in held)


def _has_caption(document: Document | None, place: str) -> bool:
    segments = document.segments_of(SegmentKind.CAPTION) if document else ()
    return document is not None and any(place in segment.span.of(document.text) for segment in segments)


def furniture(built: Built) -> bool:
    """No claim and no statement stands on a line of page furniture."""
    contents = built.contents
    said = [(claim.document_id, claim.passage) for claim in contents.claims.values()]
    said += [(document, statement.span) for document, found in contents.statements.items() for statement in found]
    lines = {
        document.id: [Span(match.start(), match.end()) for match in FURNITURE.finditer(document.text)]
        for document in contents.documents.values()
    }
    return bool(said) and not any(span.overlaps(line) for document, span in said for line in lines[document])


def characters(built: Built) -> bool:
    """m04 and m28 read as UTF-8 again; the last character of m11 is gone from the text and raises an issue."""
    repaired = [document.text for number in ("m04", "m28") if (document := built.document(number))]
    last = built.document("m11")
    issues = {issue.code for issue in built.contents.issues if last and issue.document_id == last.id}
    whole = len(repaired) > 1 and not any("Ã" in text for text in repaired)
    return whole and last is not None and not last.text.rstrip().endswith("Â") and bool(issues)


def dates_of_publication(built: Built) -> bool:
    """Dates come from metadata, from the dateline for m06, m25 and m29, and from nowhere for m38."""
    wanted = {"m06": Basis.DATELINE, "m25": Basis.DATELINE, "m29": Basis.DATELINE, "m38": Basis.UNKNOWN}
    return all(
        document.published.basis is wanted.get(document.label[:3], Basis.METADATA) for document in built.contents.documents.values()
    )


def weekday(built: Built) -> bool:
    """The wrong weekday of m28 is an issue, and D27 an error of transmission."""
    return _has_issue(built, "m28", "weekday_clash") and built.relation("D27", "transmission_error")


def _has_issue(built: Built, number: str, code: str) -> bool:
    document = built.document(number)
    return any(issue.code == code and document is not None and issue.document_id == document.id for issue in built.contents.issues)


def no_events(built: Built) -> bool:
    """What may happen, would happen, or is denied stands behind no event."""
    behind = built.contents.event_of()
    return all(not _told_there(built, number, words, behind) for number, words in NO_EVENTS.items())


def _told_there(built: Built, number: str, words: str, behind: Mapping[str, object]) -> bool:
    document = built.document(number)
    spots = matching.places_of(document.text, words) if document else []
    claims = [claim for claim in built.claims_in(number) if any(Span(*spot).holds(claim.trigger) for spot in spots)]
    return not spots or any(claim.id in behind and claim.modality.current for claim in claims)


def labels(built: Built) -> bool:
    """m33 never has Wagner in a role; m34 has, in its own words."""
    return not any(_wagner(claim) for claim in built.claims_in("m33")) and any(_wagner(claim) for claim in built.claims_in("m34"))


def _wagner(claim: Claim) -> bool:
    actors = (slot.value for slot in claim.slots if isinstance(slot.value, ActorValue))
    return any("wagner" in f"{actor.label} {actor.name} {actor.actor_id}".casefold() for actor in actors)


def rotations(built: Built) -> bool:
    """The suspension is announced on 14 July 2022, has no due time, and is lifted on 15 August."""
    line = built.line("measures", "MI10") or {}
    days = [str(line.get(name) or "")[:10] for name in ("announced", "deadline", "ended")]
    return days == ["2022-07-14", "", "2022-08-15"]


def french_figures(built: Built) -> bool:
    """French figures of deaths keep both ends, and tens of dead are no number."""
    exact = all(
        (low, high) in {(one.minimum, one.maximum) for one in _deaths(built, number)} for number, low, high in FRENCH_FIGURES
    )
    return exact and all(any(one.bound is Bound.SEVERAL for one in _deaths(built, number)) for number in NO_FIGURE)


def _deaths(built: Built, number: str) -> list[Count]:
    values = (slot.value for claim in built.claims_in(number) for slot in claim.slots_of("killed"))
    return [value.count for value in values if isinstance(value, CountValue)]


def two_persons(built: Built) -> bool:
    """The two ministers with one first name are two persons."""
    return not {"Abdoulaye Diop", "Abdoulaye Maïga"} & set(built.scores["names"]["missing"])


CHECKS: dict[str, Callable[[Built], bool]] = {
    "ME01": one_order,
    "ME02": one_person,
    "ME03": one_lineage,
    "ME04": translation,
    "ME05": two_figures,
    "ME06": deadline,
    "ME07": lambda built: built.relation("D03", "dispute date"),
    "ME08": moved_date,
    "ME09": two_versions,
    "ME10": lambda built: built.relation("D07", "transmission_error"),
    "ME11": inside_one,
    "ME12": lambda built: built.relation("D12", "dispute provenance"),
    "ME13": lambda built: built.relation("D17", "dispute quantity"),
    "ME14": chain,
    "ME15": captions,
    "ME16": furniture,
    "ME17": characters,
    "ME18": dates_of_publication,
    "ME19": weekday,
    "ME20": lambda built: built.relation("D23", "transmission_error"),
    "ME21": no_events,
    "ME22": labels,
    "ME23": rotations,
    "ME24": french_figures,
    "ME25": two_persons,
}
"""The check of each expectation."""
