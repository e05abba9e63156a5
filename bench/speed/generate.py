"""Reports from a seeded generator: about 350 words each, half of them French, in wire style, about invented incidents.

Every report tells one main incident in a town on a day, with a toll, speakers, reactions and background, so that each stage has
real work to do. Hardly four words stand between two variable ones, so that two reports share passages only by rare chance, as
independent reports do. The same seed gives the same bytes. Nothing in them is evidence of anything.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tomllib import loads

SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Report:
    """One generated report.

    Attributes:
        id: Its label.
        language: `en` or `fr`.
        outlet: Who published it.
        published: When.
        title: Headline.
        text: The text.
    """

    id: str
    language: str
    outlet: str
    published: date
    title: str
    text: str

    def line(self) -> dict[str, str]:
        """Return the report as a line of JSON Lines."""
        return {
            "id": self.id,
            "lang": self.language,
            "outlet": self.outlet,
            "published": self.published.isoformat(),
            "title": self.title,
            "text": self.text,
        }


@cache
def phrases(language: str) -> dict[str, list[str]]:
    """Return the sentence patterns and word lists of a language: `lead`, `body`, `title`, and a list for every slot."""
    text = Path(__file__).with_name(f"phrases.{language}.toml").read_text(encoding="utf-8")
    return dict(loads(text))


@dataclass(frozen=True)
class Pace:
    """How reports are spread over time.

    Attributes:
        first: Day of the first incident.
        per_day: Incidents a day.
    """

    first: date = date(1990, 1, 1)
    per_day: int = 1


def reports(count: int, words: int = 350, seed: int = 2026, pace: Pace = Pace()) -> Iterator[Report]:
    """Generate reports, every second one French.

    Args:
        count: How many.
        words: About how many words each.
        seed: The same seed gives the same reports.
        pace: How many a day, from when on: a larger corpus is a longer time, not a denser one.

    Yields:
        The reports, in order of their days.
    """
    for number in range(count):
        happened = pace.first + timedelta(days=number // pace.per_day)
        yield _report(random.Random(f"{seed}-{number}"), number, happened, words)  # noqa: S311 - not for secrets


def _report(rng: random.Random, number: int, happened: date, words: int) -> Report:
    language = "fr" if number % 2 else "en"
    fixed = _fixed(rng, language, happened)
    sentences = [_filled(rng.choice(phrases(language)["lead"]), rng, language, fixed)]
    while sum(sentence.count(" ") + 1 for sentence in sentences) < words:
        sentences.append(_filled(rng.choice(phrases(language)["body"]), rng, language, fixed))
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    outlet = _filled(rng.choice(phrases(language)["outlet"]), rng, language, fixed)
    title = _filled(rng.choice(phrases(language)["title"]), rng, language, fixed)
    return Report(f"g{number:06d}", language, outlet, happened + timedelta(days=1), title, "\n\n".join(paragraphs))


def _fixed(rng: random.Random, language: str, happened: date) -> dict[str, str]:
    """Return what stays the same in one report: the town, the day, the toll."""
    month = phrases(language)["month"][happened.month - 1]
    return {
        "town": rng.choice(phrases(language)["place"]),
        "date": f"{happened.day} {month} {happened.year}",
        "killed": str(rng.randint(2, 90)),
        "injured": str(rng.randint(2, 90)),
    }


def _filled(pattern: str, rng: random.Random, language: str, fixed: dict[str, str]) -> str:
    """Fill a pattern's slots, slots inside the filling too; a number slot draws a number."""

    def fill(slot: re.Match[str]) -> str:
        name = slot.group(1)
        if name in fixed:
            return fixed[name]
        if name == "n":
            return str(rng.randint(3, 480))
        return _filled(rng.choice(phrases(language)[name]), rng, language, fixed)

    return SLOT.sub(fill, pattern)
