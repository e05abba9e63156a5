"""The sets on which places are measured, and the command line that runs all that are there."""

from bench import frame
from bench.frame import Question

SETS = tuple(f"where/{name}-dev.jsonl" for name in ("sahel", "geovirus", "lgl", "trnews", "geowebnews"))


def run(question: Question) -> int:
    """Run a bench for places: all sets that are there, or what the options ask for.

    Args:
        question: The bench.

    Returns:
        The exit status: 0, or 2 where gold data is missing.
    """
    chosen = frame.arguments(question.name).parse_args()
    if chosen.predict or chosen.gold or chosen.own or chosen.held:
        return frame.main(question)
    there = [path for path in (frame.gold_folder() / name for name in SETS) if path.is_file()]
    systems = {"corro": question.predict, **(question.peers if chosen.peers else {})}
    for path in there:
        for system, predict in systems.items():
            part = path.stem if system == "corro" else f"{path.stem}, {system}"
            if not chosen.json:
                print(f"== {part}")
            frame.report(question.name, frame.score(question, path, chosen.limit, predict), chosen, part)
    if not there:
        print(frame.missing_gold(frame.gold_folder() / question.dev))
    return 0 if there else 2
