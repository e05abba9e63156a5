"""Worlds of reports for Hypothesis: few actors, places and days, so that reports meet, agree, differ and copy one another."""

from datetime import date, timedelta

from hypothesis import strategies as st
from tests.laws.builders import Report, Told

from corro.model import Modality

WORDS = [
    "river",
    "market",
    "clinic",
    "school",
    "convoy",
    "harvest",
    "bridge",
    "council",
    "letter",
    "radio",
    "winter",
    "tariff",
    "kettle",
    "orchard",
    "lantern",
    "meadow",
]

days = st.integers(0, 3).map(lambda offset: date(2023, 2, 5) + timedelta(days=offset))

told = st.builds(
    Told,
    type=st.sampled_from(["V1", "A3", "H1", "O1"]),
    actor=st.sampled_from(["armed men", "soldiers of the 2nd Battalion", "the Front of Belo"]),
    victim=st.sampled_from(["villagers", "traders"]),
    place=st.sampled_from(["Aram", "Belo", "Nowhere"]),
    day=st.none() | days,
    killed=st.none() | st.integers(1, 3),
    modality=st.sampled_from([Modality.HAPPENED, Modality.HAPPENED, Modality.ALLEGED, Modality.NEGATED, Modality.FUTURE]),
    speaker=st.sampled_from(["", "", "a spokesman", "the mayor of Aram"]),
    segment=st.sampled_from(["body", "body", "body", "caption"]),
    cumulative=st.sampled_from([False, False, False, True]),
)

filler = st.lists(st.sampled_from(WORDS), min_size=12, max_size=40).map(lambda words: " ".join(words).capitalize() + ".")

reports = st.builds(
    Report,
    told=st.lists(told, min_size=1, max_size=3).map(tuple),
    outlet=st.sampled_from(["Aram Gazette", "Belo Courier", "Le Fleuve", "Radio Nord"]),
    published=st.none() | days.map(lambda day: day + timedelta(days=1)),
    filler=filler,
    credit=st.sampled_from(["", "", "Agence Nord"]),
    address=st.sampled_from(["", "", "", "https://example.org/a"]),
)

worlds = st.lists(reports, min_size=1, max_size=6, unique=True)
