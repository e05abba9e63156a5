"""A document in two languages: each sentence is read in its own, and who is quoted in the other one speaks what stands there."""

from datetime import date

import pytest

from corro import analyse
from corro.model import Analysis, TimeValue

ENGLISH = "Gunmen killed four herders near Gao on Monday, residents said. The villagers buried them at dusk."
FRENCH = "Des hommes armés ont enlevé deux commerçants à Mopti mardi, selon des habitants. Ils ont été conduits dans la brousse."
COMMUNIQUE = (
    "The ministry of defence published a communiqué on Wednesday. It reads:\n\n"
    "Des hommes armés ont attaqué un convoi à Ménaka lundi. Cinq soldats ont été tués dans cette attaque. "
    "Le porte-parole de l'armée a déclaré que l'ennemi avait été repoussé.\n\n"
    "Residents said that gunmen abducted two traders near Gao on Tuesday."
)


def _read(text: str, language: str) -> Analysis:
    return analyse(text, published=date(2023, 2, 10), language=language)


def _told(analysis: Analysis) -> list[tuple[str, str, str]]:
    """Return type, words of the place and words of the time of each claim that has a place."""
    text = analysis.document.text
    return [
        (claim.type, place.span.of(text), "".join(time.span.of(text) for time in claim.slots_of("time")[:1]))
        for claim in analysis.claims
        for place in claim.slots_of("place")[:1]
        if place.span and not place.inferred
    ]


def _law_one(analysis: Analysis) -> None:
    text = analysis.document.text
    for mention in analysis.mentions:
        assert mention.span.of(text) == mention.text
    for claim in analysis.claims:
        assert claim.trigger.of(text).strip()
        assert all(slot.span is None or slot.span.of(text).strip() for slot in claim.slots)


@pytest.mark.parametrize(("text", "language"), [(f"{ENGLISH}\n\n{FRENCH}\n\n{ENGLISH}", "en"), (f"{FRENCH}\n\n{ENGLISH}", "fr")])
def test_paragraphs_alternate(text: str, language: str) -> None:
    """Events, places and days come out of the paragraphs of both languages, with values, and an issue says so."""
    analysis = _read(text, language)
    assert {("V6", "Mopti", "mardi"), ("A3", "Gao", "Monday")} <= set(_told(analysis))
    days = {
        slot.span.of(text): slot.value.interval.first
        for claim in analysis.claims
        for slot in claim.slots_of("time")
        if slot.span and isinstance(slot.value, TimeValue) and slot.value.interval
    }
    assert (days["mardi"], days["Monday"]) == (date(2023, 2, 7), date(2023, 2, 6))
    sources = {span.of(text).removeprefix("des ") for statement in analysis.statements for span in statement.source}
    assert {"residents", "habitants"} <= sources
    assert "two_languages" in {issue.code for issue in analysis.issues}
    _law_one(analysis)


def test_a_communique_is_quoted_at_length() -> None:
    """What a French communiqué tells comes out beside what the English report tells."""
    analysis = _read(COMMUNIQUE, "en")
    assert {("A3", "Ménaka", "lundi"), ("V6", "Gao", "Tuesday")} <= set(_told(analysis))
    cues = {statement.cue.of(COMMUNIQUE) for statement in analysis.statements if statement.cue}
    assert {"a déclaré", "said"} <= {"a déclaré" if "déclaré" in cue else cue for cue in cues}
    _law_one(analysis)


@pytest.mark.parametrize(
    ("text", "language", "kind", "speaker"),
    [
        ("Gunmen fled. The mayor of Gao said: « Des soldats ont tué trois civils à Ansongo lundi. »", "en", "V1", "mayor of Gao"),
        (
            "Le calme règne. Le maire de Gao a déclaré : “Soldiers killed three civilians in Ansongo on Monday.”",
            "fr",
            "V1",
            "maire de Gao",
        ),
    ],
)
def test_a_quotation_in_the_other_language_has_its_speaker(text: str, language: str, kind: str, speaker: str) -> None:
    """The event inside the quotation is put forward by whom the sentence around it names."""
    analysis = _read(text, language)
    (claim,) = [claim for claim in analysis.claims if claim.type == kind]
    assert [slot.span.of(text) for slot in claim.slots_of("place") if slot.span] == ["Ansongo"]
    assert speaker in claim.holders[0].name
    _law_one(analysis)


def test_one_sentence_inside_a_paragraph() -> None:
    """A single French sentence between two English ones is read in French."""
    text = "The road was closed. Des hommes armés ont enlevé deux commerçants à Mopti mardi. The market was empty on Wednesday."
    assert ("V6", "Mopti", "mardi") in _told(_read(text, "en"))


@pytest.mark.parametrize(
    "text",
    [
        "The Union pour la République et la Démocratie and the Forces de défense et de sécurité met in Gao.",
        "He spoke of “la guerre contre les civils” in Gao. They left by the Rue de la Paix.",
    ],
)
def test_names_and_scraps_make_no_second_language(text: str) -> None:
    """French names and a few quoted words leave a document in one language."""
    assert "two_languages" not in {issue.code for issue in _read(text, "en").issues}
