"""The sets on which places are measured, and the command line that runs all that are there."""

from argparse import Namespace
from pathlib import Path

from bench import frame
from bench.frame import Question

SETS = tuple(f"where/{name}-dev.jsonl" for name in ("sahel", "geovirus", "lgl", "trnews", "geowebnews"))
OWN = frame.ROOT / "bench" / "where" / "own"
"""The project's own documents, which both benches for places take: whole, or with their spans given."""


def run(question: Question) -> int:
    """Run a bench for places: all sets that are there, or what the options ask for.

    Args:
        question: The bench.

    Returns:
        The exit status: 0, or 2 where gold data is missing.
    """
    chosen = frame.arguments(question.name).parse_args()
    if chosen.predict or chosen.gold:
        return frame.main(question)
    there = files(chosen)
    systems = {"corro": question.predict, **(question.peers if chosen.peers else {})}
    for part, path in there.items():
        for system, predict in systems.items():
            label = part if system == "corro" else f"{part}, {system}"
            if not chosen.json:
                print(f"== {label}")
            frame.report(question.name, frame.score(question, path, chosen.limit, predict), chosen, label)
    if not there:
        print(frame.missing_gold(frame.gold_folder() / question.dev))
    return 0 if there else 2


def files(chosen: Namespace) -> dict[str, Path]:
    """Return the files to score against by the name that their figures are kept under.

    Args:
        chosen: The options; `own` and `held` are looked at.
    """
    if chosen.own or chosen.held:
        folder = OWN / "held" if chosen.held else OWN
        return {f"own-{path.stem}": path for path in sorted(folder.glob("*.jsonl")) if not path.stem.startswith("second")}
    return {path.stem: path for path in (frame.gold_folder() / name for name in SETS) if path.is_file()}
