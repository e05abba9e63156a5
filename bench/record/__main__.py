"""Builds a record of a folder of reports, and scores all that it holds.

    python -m bench.record [--gold FOLDER] [--json] [--freeze]
    python -m bench.record --predict FOLDER OUT.json

A folder holds `docs.jsonl` (id, outlet, credit, published, lang, title, text; nothing else is read) and `places.csv`, which is
loaded as a gazetteer for this record only; `gold.json` is read by the scorer alone.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from bench import frame
from bench.analysed import tell
from bench.building import build_record
from bench.contents import contents_of
from bench.export import export

DEV = "record/kasanda-dev"
INPUTS = ("id", "outlet", "credit", "published", "lang", "title", "text")


def main() -> int:
    """Run the bench.

    Returns:
        The exit status: 0, or 2 where gold data is missing.
    """
    chosen = _arguments()
    if chosen.predict:
        folder, target = chosen.predict
        target.write_text(json.dumps(predict(folder), ensure_ascii=False, indent=1), encoding="utf-8")
        print("1 record predicted.")
        return 0
    gold = chosen.gold or frame.gold_folder() / DEV
    if not (gold / "docs.jsonl").is_file():
        print(frame.missing_gold(gold))
        return 2
    if chosen.peers:
        print("No peer that builds a whole record is installed.")
    frame.report("record", score(gold), chosen)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.record", description=__doc__.splitlines()[0])
    parser.add_argument("--predict", nargs=2, type=Path, metavar=("FOLDER", "OUT"), help="write the record of any such folder")
    parser.add_argument("--gold", type=Path, help="score on this folder")
    parser.add_argument("--json", action="store_true", help="print one JSON object last")
    parser.add_argument("--freeze", action="store_true", help="keep the figures in bench/record/result.json")
    parser.add_argument("--peers", action="store_true", help="run the peers that are installed on the same reports")
    return parser.parse_args()


def predict(folder: Path) -> frame.Line:
    """Build the record of a folder's reports, and return it in the form of the scorer.

    Args:
        folder: Holds `docs.jsonl` and, where there is one, `places.csv`.

    Returns:
        The record; spans count characters of the texts in `docs.jsonl`.
    """
    with tempfile.TemporaryDirectory() as place:
        reports, record = Path(place, "docs.jsonl"), Path(place, "record")
        frame.write_lines(reports, frame.only_inputs(frame.read_lines(folder / "docs.jsonl"), INPUTS))
        places = folder / "places.csv"
        build_record([reports], record, gazetteers=[places] if places.is_file() else [])
        contents = contents_of(record)
    tell(contents.broken())
    return export(contents, given=True)


def score(folder: Path) -> frame.Line:
    """Predict and score a folder.

    Returns:
        The scorer's object plus `seconds` and `documents_per_second`.
    """
    began = time.perf_counter()
    found = predict(folder)
    seconds = time.perf_counter() - began
    with tempfile.TemporaryDirectory() as place:
        target = Path(place, "predicted.json")
        target.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        result = frame.run_scorer("record.py", folder, target)
    return {**result, "seconds": round(seconds, 3), "documents_per_second": round(result["documents"] / seconds, 1)}


if __name__ == "__main__":
    sys.exit(main())
