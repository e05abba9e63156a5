"""Sentences that Corro's own event coder reads a second on one core, parse included: the whole analysis of each document.

    python -m bench.sentences.coder [--gold FILE] [--limit N]

The first document loads the language model and is not counted.
"""

import argparse
import sys
import time
from pathlib import Path

from bench.frame import gold_folder, missing_gold, read_lines
from bench.sentences.predict import texts_of


def main() -> int:
    """Print sentences and seconds."""
    parser = argparse.ArgumentParser(prog="python -m bench.sentences.coder", description=__doc__)
    parser.add_argument("--gold", type=Path, default=gold_folder() / "events" / "ipe-dev.jsonl")
    parser.add_argument("--limit", type=int, default=100)
    chosen = parser.parse_args()
    if not chosen.gold.is_file():
        print(missing_gold(chosen.gold))
        return 2
    documents = [texts_of(line) for line in read_lines(chosen.gold, chosen.limit)]
    seconds, claims = timed(documents)
    sentences = sum(map(len, documents))
    print(f"{sentences} sentences, {claims} claims, {seconds:.1f} s of one core: {sentences / seconds:.0f} sentences/s")
    return 0


def timed(documents: list[list[str]]) -> tuple[float, int]:
    """Analyse documents and return the processor's seconds and the number of claims."""
    from corro import analyse

    analyse("Police arrested two men in Mbelora on Monday.")
    began = time.process_time()
    claims = sum(len(analyse("\n\n".join(document)).claims) for document in documents)
    return time.process_time() - began, claims


if __name__ == "__main__":
    sys.exit(main())
