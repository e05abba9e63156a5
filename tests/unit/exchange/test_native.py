"""The native form: what comes in again, and what is refused."""

import json
from collections.abc import Iterator

import pytest

from corro.errors import ImportRefusedError
from corro.exchange import native

HEADER = native.Header("Corro", "ab", {"documents": 1})
LINES = [{"is": "run", "number": 1, "name": "Aïssa\u2028"}, {"is": "receipt", "run": 1}]


def packed() -> list[bytes]:
    """Return a small file."""
    return list(native.written(HEADER, LINES))


def unpacked(lines: list[bytes]) -> list[dict[str, object]]:
    """Return the lines of a file, read to the end."""
    return [line for _, line in native.read(lines)[1]]


def test_what_is_written_is_read() -> None:
    """Header and lines come back as they were, and each thing takes one line."""
    header, lines = native.read(packed())
    assert header == HEADER
    assert [line for _, line in lines] == LINES
    assert all(part.count(b"\n") == 1 for part in packed())


def broken() -> Iterator[tuple[str, list[bytes]]]:
    """Yield files that are not as they were written."""
    whole = packed()
    yield "cut off", whole[:-1]
    yield "a line is missing", [whole[0], *whole[2:]]
    yield "a line was changed", [whole[0], whole[1].replace(b"1", b"2"), *whole[2:]]
    yield "it goes on", [*whole, whole[1]]
    yield "no JSON", [whole[0], b"{", *whole[1:]]
    yield "no object", [whole[0], b"[]\n", *whole[1:]]
    yield "another kind", [whole[0], b'{"is":"walk"}\n', *whole[1:]]
    yield "nothing", []
    yield "another form", [b'{"is":"header"}\n']
    yield "too new", [whole[0].replace(b'"version":1', b'"version":2'), *whole[1:]]
    yield "too deep", [whole[0], b"[" * 100_000, *whole[1:]]


@pytest.mark.parametrize(("what", "lines"), list(broken()), ids=lambda one: one if isinstance(one, str) else "")
def test_a_file_that_is_not_as_it_was_written_is_refused(what: str, lines: list[bytes]) -> None:
    """Cut off, changed, longer or of another form: each is told from a whole file; the message holds no words of it."""
    with pytest.raises(ImportRefusedError) as refused:
        unpacked(lines)
    assert refused.value.message, what
    assert "Aïssa" not in refused.value.message


def test_the_form_is_told_from_others_by_its_beginning() -> None:
    """The first line says what it is."""
    assert native.is_native(packed()[0])
    assert not native.is_native(json.dumps({"id": 1, "text": "A report."}).encode())
