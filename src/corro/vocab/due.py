"""What falls due in which register, and when one is reminded of it; data in `registers/due.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from corro.values import Duration
from corro.vocab.files import read_toml, reading, rows_of

_FILE = "registers/due.toml"


@dataclass(frozen=True, slots=True)
class DueRule:
    """One thing that falls due.

    Attributes:
        key: Its name.
        register: The register whose items it is about.
        en: English label.
        fr: French label.
        on: The column that holds the day; empty where none does.
        starts: Columns that a length of time runs from.
        after: That length in ISO 8601 form, or the column that holds it; empty where there is none.
        awaited: Statuses in which it is awaited; any where there are none.
        done: The column that tells that it was done; empty where none does.
        then: The status that is computed once it has passed; empty where none is.
        then_of: Statuses of which that is computed.
        condition: The column that says on what it depends; empty where there is none.
        outlives: Whether it is awaited although the item has come to its end.
        reminders: How long before one is reminded.
    """

    key: str
    register: str
    en: str
    fr: str
    on: str = ""
    starts: tuple[str, ...] = ()
    after: str = ""
    awaited: frozenset[str] = frozenset()
    done: str = ""
    then: str = ""
    then_of: frozenset[str] = frozenset()
    condition: str = ""
    outlives: bool = False
    reminders: tuple[Duration, ...] = ()

    def label(self, language: str = "en") -> str:
        """Return what falls due, in a language."""
        return self.fr if language == "fr" else self.en


@cache
def due_rules(register: str = "") -> tuple[DueRule, ...]:
    """Return the rules of a register, or all, in the order of the file.

    Raises:
        SetupError: The file is malformed.
    """
    rules = tuple(map(_rule, rows_of(read_toml(_FILE), "rule", _FILE)))
    return tuple(rule for rule in rules if register in ("", rule.register))


def _rule(row: Mapping[str, Any]) -> DueRule:
    with reading(_FILE, row):
        return DueRule(
            key=str(row["key"]),
            register=str(row["register"]),
            en=str(row["en"]),
            fr=str(row["fr"]),
            on=str(row.get("on", "")),
            starts=tuple(row.get("from", ())),
            after=str(row.get("after", "")),
            awaited=frozenset(row.get("while", ())),
            done=str(row.get("done", "")),
            then=str(row.get("then", "")),
            then_of=frozenset(row.get("then_of", ())),
            condition=str(row.get("condition", "")),
            outlives=bool(row.get("outlives", False)),
            reminders=tuple(map(Duration.of, row["remind"])),
        )
