"""Scores places found in texts and put on the map: on the Sahel set and on four sets of news; any file of the form with `--gold`.

python -m bench.where [--gold FILE] [--limit N] [--json] [--freeze] [--peers]
python -m bench.where --predict IN.jsonl OUT.jsonl
"""

import sys

from bench.frame import Question
from bench.where.peers import names_in_gazetteer, spacy_and_largest
from bench.where.predict import predict
from bench.where.sets import SETS, run

QUESTION = Question(
    name="where",
    scorer="where.py",
    dev=SETS[0],
    inputs=("id", "text", "published", "lang"),
    predict=predict,
    peers={"spaCy and the most populous place": spacy_and_largest, "names in the gazetteer": names_in_gazetteer},
    scorer_options=("--by", "kind"),
)

if __name__ == "__main__":
    sys.exit(run(QUESTION))
