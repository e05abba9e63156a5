"""Settings: one frozen object, read once at the edge and handed down."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corro.errors import BadOptionError

DEFAULT_RECORD = Path("corro.record")
"""Where the record is kept unless `--record` or CORRO_RECORD says otherwise: the current folder, so nothing hides elsewhere."""

MAX_INPUT_BYTES = 256 * 1024 * 1024
"""Inputs above 256 MiB are rejected with the reason.

Source: our own judgement; a report with pictures seldom passes 50 MB.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set from outside.

    Attributes:
        record: The record file.
        processes: How many processes analyse; 1 stays in this one.
        max_input_bytes: The largest input that is read; larger ones are rejected with the reason.
        types: A folder of event types of one's own, or None.
    """

    record: Path = DEFAULT_RECORD
    processes: int = 1
    max_input_bytes: int = MAX_INPUT_BYTES
    types: Path | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read CORRO_RECORD, CORRO_PROCESSES, CORRO_MAX_INPUT_BYTES and CORRO_TYPES.

        Args:
            environment: The variables.

        Returns:
            The settings, defaults where a variable is not set.

        Raises:
            BadOptionError: A number is not a positive whole number.
        """
        return cls(
            record=Path(environment.get("CORRO_RECORD") or DEFAULT_RECORD),
            processes=_positive(environment, "CORRO_PROCESSES", 1),
            max_input_bytes=_positive(environment, "CORRO_MAX_INPUT_BYTES", MAX_INPUT_BYTES),
            types=Path(environment["CORRO_TYPES"]) if environment.get("CORRO_TYPES") else None,
        )


def _positive(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, "").strip()
    if not text:
        return default
    if not text.isdecimal() or int(text) < 1:
        raise BadOptionError(f"{name} must be a positive whole number, and is {text!r}.")
    return int(text)
