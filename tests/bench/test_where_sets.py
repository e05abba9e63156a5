"""Which files the benches for places score against."""

from argparse import Namespace

from bench.where.sets import OWN, files


def test_own_documents_serve_both_benches() -> None:
    """`--own` takes the project's own documents, not the locked half, and keeps their figures under names of their own."""
    chosen = files(Namespace(own=True, held=False))
    assert chosen == {"own-dev": OWN / "dev.jsonl"}


def test_the_locked_half_is_asked_for_by_name() -> None:
    """`--held` takes the locked half alone; only where the files lie is looked at here."""
    chosen = files(Namespace(own=False, held=True))
    assert all(path.parent.name == "held" for path in chosen.values())
