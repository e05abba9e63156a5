"""Agreement of two labellers of statements: the first is scored as gold, the second as prediction.

    python bench/statements/own/agreement.py FIRST.jsonl SECOND.jsonl

Only documents that both have labelled count. Prints scores, never labels. The scorer is `score/statements.py` in `../shared/gold`,
or in the folder that CORRO_GOLD names.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SCORER = Path(os.environ.get("CORRO_GOLD") or ROOT.parent / "shared" / "gold") / "score" / "statements.py"
COLUMNS = ("documents", "first", "second", "content F1", "joint F1", "speaker", "capacity", "none", "channel", "act")


def read(path: str) -> dict[str, str]:
    """Return the lines of a file by document id."""
    return {json.loads(line)["id"]: line for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()}


def score(first: dict[str, str], second: dict[str, str]) -> dict[str, dict]:
    """Return the scorer's figures, of all documents and of each language."""
    shared = [name for name in first if name in second]
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, lines in (("first", first), ("second", second)):
            path = Path(folder) / f"{name}.jsonl"
            path.write_text("".join(lines[key] + "\n" for key in shared), encoding="utf-8")
            paths.append(str(path))
        command = [sys.executable, str(SCORER), *paths, "--json", "--by", "lang"]
        figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {"all": figures, **figures["by"]}


def row(name: str, figures: dict) -> str:
    """Return a row of the table."""
    cells = [str(figures[key]) for key in ("documents", "gold", "predicted")]
    cells += [f"{figures[key]['f1']:.3f}" for key in ("content", "joint")]
    cells += [f"{figures[key]['accuracy']:.3f}" for key in ("speaker", "capacity", "capacity_none", "channel", "act")]
    return f"| {name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(f"| | {' | '.join(COLUMNS)} |")
    print("|---" * (len(COLUMNS) + 1) + "|")
    for name, figures in score(read(sys.argv[1]), read(sys.argv[2])).items():
        print(row(name, figures))
