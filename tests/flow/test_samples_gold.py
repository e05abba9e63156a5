"""The sample reports on Mali and their gold hold together: quotes, ids, weekdays, notices and names.

Reads files with the standard library and ftfy alone, so that a fault of Corro's own reader cannot hide a fault of the gold.
"""

from __future__ import annotations

import csv
import datetime as dt
import email
import email.policy
import email.utils
import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import ftfy
import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "mali"
NOTICE = "Written for Corro's tests; published by nobody."
AGENCIES = ("AFP", "Reuters", "APA", "Associated Press")
OUTLETS_THAT_EXIST = (
    *("Deutsche Welle", "RFI", "BBC", "VOA", "France 24", "Jeune Afrique", "Africa Report", "Le Monde", "Sputnik"),
    *("Maliweb", "Ouestaf", "Al Jazeera", "Guardian", "New York Times", "Africanews", "TRT", "Xinhua", "Bloomberg"),
)
MINIMUM_OF_DOCUMENTS = 32
MINIMUM_OF_DISCREPANCIES = 20
WORDS = (90, 300)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MOIS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
WRONG_ON_PURPOSE = {("m28-resolution-retranslated-fr", "mercredi", 30, 6)}
RELATIONS = {"agree", "refine", "update", "incomparable", "transmission_error", "dispute"}
KINDS = {
    *("fact", "quantity", "date", "identity", "attribution", "provenance"),
    *("characterisation", "law", "version"),
}
SPEECH_ACTS = {
    *("asserts", "denies", "alleges", "announces", "demands", "calls_for"),
    *("threatens", "apologises", "retracts", "characterises"),
}
WANTED = {
    ("D01", "transmission_error", None),
    ("D01", "dispute", "characterisation"),
    ("D02", "incomparable", None),
    ("D03", "dispute", "date"),
    ("D04", "transmission_error", None),
    ("D05", "transmission_error", None),
    ("D06", "dispute", "version"),
    ("D07", "transmission_error", None),
    ("D08", "transmission_error", None),
    ("D09", "dispute", "fact"),
    ("D10", "transmission_error", None),
    ("D11", "dispute", "provenance"),
    ("D12", "dispute", "provenance"),
    ("D13", "dispute", "identity"),
    ("D14", "dispute", "fact"),
    ("D15", "dispute", "law"),
    ("D17", "dispute", "quantity"),
    ("D18", "dispute", "date"),
    ("D19", "dispute", "quantity"),
    ("D20", "update", None),
    ("D21", "dispute", "fact"),
    ("D22", "dispute", "attribution"),
    ("D27", "transmission_error", None),
}

Metadata = dict[str, str]


class PageText(HTMLParser):
    """The text of a page and its named meta elements."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.metadata: Metadata = {}
        self.in_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect meta elements, and begin a line at each block."""
        values = dict(attrs)
        name = values.get("name") or values.get("property")
        if tag == "meta" and name:
            self.metadata[name] = values.get("content") or ""
        self.in_head = self.in_head or tag == "head"
        self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Leave the head."""
        self.in_head = self.in_head and tag != "head"

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        if not self.in_head:
            self.parts.append(data)


def read_front_matter(path: Path) -> tuple[Metadata, str]:
    """Split a file into the block between its first two lines of dashes, and the rest."""
    _, block, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return dict(line.split(": ", 1) for line in block.splitlines()), body


def read_page(path: Path) -> tuple[Metadata, str]:
    """Read an HTML page."""
    page = PageText()
    page.feed(path.read_text(encoding="utf-8"))
    names = {"og:site_name": "outlet", "article:published_time": "published", "og:url": "url", "og:title": "title"}
    return {names.get(key, key): value for key, value in page.metadata.items()}, "".join(page.parts)


def read_mail(path: Path) -> tuple[Metadata, str]:
    """Read a mail."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    outlet = email.utils.parseaddr(str(message["From"]))[0]
    return {"notice": str(message["X-Notice"]), "outlet": outlet, "title": str(message["Subject"])}, message.get_content()


def read_file(path: Path) -> Iterator[tuple[str, Metadata, str]]:
    """Yield label, metadata and text of each document of a file."""
    if path.suffix in {".json", ".jsonl"}:
        content = path.read_text(encoding="utf-8")
        for row in content.splitlines() if path.suffix == ".jsonl" else [content]:
            document = json.loads(row)
            yield document["id"], {key: value or "" for key, value in document.items()}, document["text"]
        return
    readers = {".html": read_page, ".eml": read_mail}
    yield path.stem, *readers.get(path.suffix, read_front_matter)(path)


@cache
def documents() -> dict[str, tuple[Metadata, str]]:
    """All documents by label, with repaired characters."""
    paths = sorted(path for path in SAMPLES.iterdir() if re.match(r"m\d\d-", path.name))
    read = (document for path in paths for document in read_file(path))
    return {label: (metadata, ftfy.fix_text(text)) for label, metadata, text in read}


@cache
def gold() -> dict[str, Any]:
    """The gold record."""
    content: dict[str, Any] = json.loads((SAMPLES.with_name("mali-gold") / "gold.json").read_text(encoding="utf-8"))
    return content


def labels_named(value: object) -> Iterator[str]:
    """Every document label that stands anywhere under a value."""
    if isinstance(value, dict):
        for item in (*value.values(), *value.keys()):
            yield from labels_named(item)
    elif isinstance(value, list):
        for item in value:
            yield from labels_named(item)
    elif isinstance(value, str) and re.fullmatch(r"m\d\d[a-z]?-[a-z0-9-]+", value):
        yield value


def weekdays_in(text: str) -> Iterator[tuple[str, int, int, str | None]]:
    """Yield weekday, day, month and year (if given) of each full date that names its weekday."""
    english = rf"({'|'.join(WEEKDAYS)}),? (\d\d?) ({'|'.join(MONTHS)})(?: (\d{{4}}))?"
    french = rf"({'|'.join(JOURS)}) (\d\d?) ({'|'.join(MOIS)})(?: (\d{{4}}))?"
    for pattern, months in ((english, MONTHS), (french, MOIS)):
        for weekday, day, month, year in re.findall(pattern, text):
            yield weekday, int(day), months.index(month) + 1, year or None


def year_of(label: str) -> int:
    """The year in which a document speaks."""
    metadata, text = documents()[label]
    match = re.search(r"20\d\d", metadata.get("published", "") or text)
    assert match, label
    return int(match[0])


def test_there_are_enough_documents_in_both_languages() -> None:
    """At least 32 documents, a third of them French."""
    languages = [metadata.get("language") or metadata.get("lang") for metadata, _ in documents().values()]
    french = sum("-fr" in label for label in documents())
    assert len(documents()) >= MINIMUM_OF_DOCUMENTS
    assert french >= len(documents()) // 3
    assert set(languages) <= {"en", "fr", None}


@pytest.mark.parametrize("label", documents())
def test_a_document_is_short_and_says_what_it_is(label: str) -> None:
    """Each document has 90 to 300 words and the notice that nobody published it."""
    metadata, text = documents()[label]
    assert metadata["notice"] == NOTICE
    assert WORDS[0] <= len(text.split()) <= WORDS[1]


@pytest.mark.parametrize("label", documents())
def test_real_agencies_stand_in_credits_only(label: str) -> None:
    """No outlet that exists is named; an agency stands only in a credit, a dateline or a byline of its own."""
    metadata, text = documents()[label]
    without_credits = re.sub(r"\((AFP|Reuters|APA)\) [-–]|^AFP$|AFP and Reuters contributed to this report", "", text, flags=re.M)
    shown = f"{metadata.get('title', '')}\n{metadata.get('outlet', '')}\n{without_credits}"
    assert not [name for name in (*AGENCIES, *OUTLETS_THAT_EXIST) if re.search(rf"\b{name}\b", shown)]


def test_every_outlet_stands_in_the_table_and_every_address_is_an_example() -> None:
    """The outlets of the documents are the rows of outlets.csv; addresses end in .example."""
    with SAMPLES.with_name("outlets.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["outlet"]: row for row in csv.DictReader(file)}
    assert {metadata["outlet"] for metadata, _ in documents().values()} == set(rows)
    assert {row["language"] for row in rows.values()} == {"en", "fr"}
    addresses = [metadata["url"] for metadata, _ in documents().values() if metadata.get("url")]
    assert all(re.match(r"https://[a-z0-9-]+\.example/", address) for address in addresses)


@pytest.mark.parametrize("part", ["mentions", "claims"])
def test_every_quote_is_in_its_document(part: str) -> None:
    """A quote is an exact substring of the document's text."""
    assert not [item for item in gold()[part] if item["quote"] not in documents()[item["doc"]][1]]


@pytest.mark.parametrize("part", ["mentions", "claims"])
def test_every_document_is_in(part: str) -> None:
    """Each document has a mention and a claim."""
    assert {item["doc"] for item in gold()[part]} == set(documents())


def test_every_document_has_one_lineage() -> None:
    """Lineages are a partition of the documents, and an origin is a member."""
    members = [label for lineage in gold()["lineages"] for label in lineage["documents"]]
    assert sorted(members) == sorted(documents())
    assert all(lineage["origin"] in lineage["documents"] for lineage in gold()["lineages"])
    assert all(set(lineage["how"]) == set(lineage["documents"]) for lineage in gold()["lineages"])


def test_every_label_that_is_named_exists() -> None:
    """No part of the gold names a document that is not there."""
    assert set(labels_named(gold())) == set(documents())


def test_every_incident_that_is_named_exists() -> None:
    """Ids are unique, and mentions, claims, disputes, derivations and registers point to incidents of the gold."""
    incidents = [incident["id"] for incident in gold()["incidents"]]
    registers = [row["incident"] for rows in gold()["registers"].values() for row in rows]
    pointers = [item["incident"] for part in ("mentions", "disputes") for item in gold()[part]]
    pointers += [item["about"] for part in ("claims", "derivations") for item in gold()[part] if item["about"]]
    assert len(incidents) == len(set(incidents))
    assert set(pointers) | set(registers) <= set(incidents)


def test_documents_of_an_incident_are_those_that_mention_it() -> None:
    """An incident lists the documents of its mentions, and no others."""
    for incident in gold()["incidents"]:
        mentioning = {item["doc"] for item in gold()["mentions"] if item["incident"] == incident["id"]}
        assert set(incident["documents"]) == mentioning, incident["id"]


def test_speakers_are_sources_and_acts_are_in_the_list() -> None:
    """A claim's speaker is a source of the gold, its act a speech act of the vocabulary."""
    sources = {source["name"] for source in gold()["sources"]}
    assert {claim["speaker"] for claim in gold()["claims"]} <= sources
    assert {claim["act"] for claim in gold()["claims"]} <= SPEECH_ACTS


def test_only_a_dispute_has_a_kind() -> None:
    """The relation is in the list, and a kind stands with the relation dispute and nowhere else."""
    for entry in gold()["disputes"]:
        assert entry["relation"] in RELATIONS
        assert (entry["kind"] in KINDS) if entry["relation"] == "dispute" else entry["kind"] is None, entry
        assert len(entry["positions"]) > 1, entry


def test_positions_follow_from_the_mentions() -> None:
    """A position's documents are those whose mentions state that value (values that no mention states are notes)."""
    stated: dict[tuple[str, str, str], set[str]] = {}
    for item in gold()["mentions"]:
        for field, value in item["states"].items():
            for single in value if isinstance(value, list) else [value]:
                stated.setdefault((item["incident"], field, str(single)), set()).add(item["doc"])
    for entry in gold()["disputes"]:
        for position in entry["positions"]:
            documents_of_value = stated.get((entry["incident"], entry["field"], str(position["value"])))
            assert documents_of_value in (None, set(position["documents"])), (entry["incident"], entry["field"], position)


def test_the_wanted_discrepancies_have_their_relation_and_kind() -> None:
    """At least twenty discrepancies are in, and those that the acceptance names stand with relation and kind."""
    entries = {(entry["discrepancy"], entry["relation"], entry["kind"]) for entry in gold()["disputes"]}
    assert len({name for name, _, _ in entries if name}) >= MINIMUM_OF_DISCREPANCIES
    assert entries >= WANTED


def test_weekdays_are_right_but_where_the_error_is_the_point() -> None:
    """A weekday that stands with a full date is that date's weekday."""
    wrong = set()
    for label, (_, text) in documents().items():
        for weekday, day, month, year in weekdays_in(text):
            actual = dt.date(int(year) if year else year_of(label), month, day).weekday()
            if weekday not in (WEEKDAYS[actual], JOURS[actual]):
                wrong.add((label, weekday, day, month))
    assert wrong == WRONG_ON_PURPOSE


def test_deadlines_are_announcement_plus_duration() -> None:
    """48 hours from 5 February 20:00 are 7 February 20:00; 72 hours from 20 July are 23 July."""
    for row in gold()["registers"]["measures"]:
        if row["deadline"]:
            hours = int(row["duration"].removeprefix("PT").removesuffix("H"))
            announced, deadline = (dt.datetime.fromisoformat(row[key]) for key in ("announced", "deadline"))
            assert deadline - announced == dt.timedelta(hours=hours), row["id"]


def test_the_access_register_keeps_two_quarters_apart() -> None:
    """237 has no denominator; 297 of 1,231 has its sectors, which add up; no row holds both."""
    rows = {row["count"]: row for row in gold()["registers"]["access"]}
    split = rows[297]["split"]
    assert rows[237]["denominator"] is None
    assert rows[297]["denominator"] == 1231
    assert split["east"] + split["centre"] + split["west"] == 297
    assert rows[237]["interval"][1] < rows[297]["interval"][0]


def test_every_variant_of_a_name_stands_in_the_documents_given() -> None:
    """Each spelling is a substring of each document listed for it, and the official of the order has at least five."""
    for name in gold()["names"]:
        for variant, labels in name["variants"].items():
            assert labels, (name["canonical"], variant)
            assert all(variant in documents()[label][1] for label in labels), (name["canonical"], variant)
    assert len(gold()["names"][0]["variants"]) >= 5


def test_two_captures_share_an_address_and_differ() -> None:
    """The early and the corrected version have one address, one day, two captures and two texts."""
    first, second = documents()["m10-order-first-version"], documents()["m11-order-corrected-version"]
    assert first[0]["url"] == second[0]["url"]
    assert first[0]["published"] == second[0]["published"]
    assert first[0]["captured"] < second[0]["captured"]
    assert first[1] != second[1]


def test_broken_characters_are_in_the_files() -> None:
    """The files hold what the reader must repair, and half a character at the end of one."""
    assert "Ã©" in (SAMPLES / "m28-resolution-retranslated-fr.md").read_text(encoding="utf-8")
    assert (SAMPLES / "m11-order-corrected-version.md").read_bytes().rstrip().endswith(b"\xc3\x82")


def test_dates_of_publication_stand_where_the_readme_says() -> None:
    """Three documents have only a dateline, one has no date, the mails have a header."""
    undated = {label for label, (metadata, _) in documents().items() if not metadata.get("published")}
    assert {label.split("-")[0] for label in undated} == {"m06", "m08", "m25", "m29", "m35", "m38"}
