"""From telling to telling: who has a figure from whom, and what was done to it on the way."""

from collections.abc import Iterator, Mapping

from corro.brief.pictures import chain_picture
from corro.brief.wording import Wording
from corro.model import Claim, CountValue, Derivation, Document, Step
from corro.model.brief import BriefLine, BriefMaterial, BriefSection, Citation, Dossier
from corro.vocab.event_types import event_types

_ORIGIN = "origin"
_MOST_WORDS = 160
"""Characters of a quoted telling that are shown. Source: own choice: two lines."""


def chain_sections(dossier: Dossier, material: BriefMaterial, say: Wording) -> Iterator[BriefSection]:
    """Yield a part for each value that several reports tell, with its steps in order and a drawing."""
    claims = {claim.id: claim for claim in dossier.claims}
    name = dossier.event.slug if dossier.event else dossier.claims[0].id
    for number, chain in enumerate(dossier.derivations):
        lines = tuple(_step(name, number, step, claims, material.documents, say) for step in chain.steps)
        told = [line.text for line in lines]
        picture = chain_picture(f"chain-{name}-{number}", chain, told, say)
        yield BriefSection(f"chain/{number}", f"{say.heading('chain')}: {_what(chain, say)}", lines, pictures=(picture,), level=2)


def total_section(dossier: Dossier, say: Wording) -> BriefSection:
    """Say in which reports a total stands, each with its figure, unit, window and holder."""
    lines = []
    for claim in dossier.claims:
        counts = [slot.value for slot in claim.slots if isinstance(slot.value, CountValue)]
        who = claim.holders[0].name if claim.holders else say.phrase("no_outlet")
        for number, value in enumerate(counts):
            text = say.phrase("value", role=_type(claim.type, say), value=say.count(value), who=who)
            lines.append(BriefLine(f"{claim.id}/total/{number}", text, (Citation(claim.document_id, claim.passage, claim.id),)))
    return BriefSection("figures", say.heading("figures"), tuple(lines))


def _type(code: str, say: Wording) -> str:
    kind = event_types().get(code)
    return code if kind is None else kind.name_fr if say.language == "fr" else kind.name_en


def _what(chain: Derivation, say: Wording) -> str:
    first = chain.steps[0]
    return (
        f"{say.role(chain.role)}, {_value(first, say)}"
        if chain.role != "quotation"
        else say.phrase("quoted", words=_cut(first.value))
    )


def _value(step: Step, say: Wording) -> str:
    if isinstance(step.given, CountValue):
        return say.count(step.given)
    return say.value(step.given) if step.given is not None else say.phrase("quoted", words=_cut(step.value))


def _step(
    name: str, number: int, step: Step, claims: Mapping[str, Claim], documents: Mapping[str, Document], say: Wording
) -> BriefLine:
    document, claim = documents[step.document_id], claims.get(step.claim_id)
    speaker = claim.holders[0].name if claim and claim.holders else ""
    outlet = document.outlet.text or say.phrase("no_outlet")
    published = document.published.interval
    changes = ", ".join(say.label("transformations", key) for key in step.transformations if key != _ORIGIN)
    origin = say.phrase("chain_origin") if step.from_number is None else say.phrase("chain_from", number=step.from_number + 1)
    text = say.phrase(
        "chain_step",
        number=step.number + 1,
        who=f"{speaker} ({outlet})" if speaker and speaker != outlet else outlet,
        when=say.interval(published) if published else say.phrase("no_date"),
        value=_value(step, say),
        **{"from": origin},
        changes=say.phrase("chain_changes", changes=changes) if changes else "",
    )
    span = step.words if step.words.end > step.words.start else (claim.passage if claim else document.segments[0].span)
    return BriefLine(f"{name}/chain/{number}/{step.number}", text, (Citation(step.document_id, span, step.claim_id),))


def _cut(words: str) -> str:
    return words if len(words) <= _MOST_WORDS else words[:_MOST_WORDS].rsplit(" ", 1)[0] + " …"
