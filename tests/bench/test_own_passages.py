"""The project's own passages: enough of every type, in both languages, told and not told."""

import json
from collections import Counter
from pathlib import Path

from corro.vocab.event_types import event_types

OWN = Path(__file__).parents[2] / "bench" / "passages" / "own"
FILES = ("dev_omc.jsonl", "dev_vah.jsonl", "another.jsonl", "wire.jsonl", "turns.jsonl", "phrases/phrases.jsonl")


def passages() -> list[dict[str, object]]:
    """Return all own passages that anybody may read."""
    return [json.loads(line) for name in FILES for line in (OWN / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def test_every_type_has_its_passages() -> None:
    """Every type has at least 12 passages that tell one and 6 that only resemble it, half of them French."""
    told: Counter[tuple[str, str]] = Counter()
    alike: Counter[tuple[str, str]] = Counter()
    for passage in passages():
        language, note = str(passage["lang"]), str(passage.get("note", ""))
        events = passage["events"]
        assert isinstance(events, list)
        told.update((code, language) for code in {event["type"] for event in events})
        if note.startswith("negative: "):
            alike[note.removeprefix("negative: ")[:2], language] += 1
    few = [(code, language) for code in event_types() for language in ("en", "fr") if told[code, language] < 6]
    assert not few
    assert not [(code, language) for code in event_types() for language in ("en", "fr") if alike[code, language] < 3]
