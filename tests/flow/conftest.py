"""Records that several flow tests read, built once a run."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.rooms import PlainRoom, RealRoom, Room

from corro import build, open_record
from corro.pipeline.view import RecordView

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT.parent / "shared" / "seed"


@pytest.fixture(params=[PlainRoom, RealRoom], ids=["plain", "vault"])
def room(request: pytest.FixtureRequest) -> Room:
    """Where accounts sign in: the plain keyrings of tests, and then a real vault."""
    made: Room = request.param()
    return made


@pytest.fixture(scope="session")
def mali(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RecordView]:
    """The record of samples/mali."""
    record = tmp_path_factory.mktemp("mali") / "mali.record"
    build(ROOT / "samples" / "mali", record)
    with open_record(record) as view:
        yield view


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RecordView]:
    """The record of the report that the project started from, published on 5 February 2023."""
    if not SEED.is_dir():
        pytest.skip("the seed report is not beside this checkout (../shared/seed)")
    record = tmp_path_factory.mktemp("seed") / "seed.record"
    build(SEED, record, published=date(2023, 2, 5))
    with open_record(record) as view:
        yield view
