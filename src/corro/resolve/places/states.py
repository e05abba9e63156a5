"""States and provinces as newspapers shorten them behind a town's name (`Paris, Tex.`): North America and Australia."""

import csv
import re
from importlib.resources import files

_ROWS = list(csv.DictReader((files("corro.resolve") / "gazetteer" / "states.csv").read_text(encoding="utf-8").splitlines()))
"""Code of the unit as in the index of the world, name and short forms.

Source: United States Postal Service, Publication 28, appendix B; Canada Post; Australian Government Style Manual; own list of the
press's abbreviations.
"""


def _pattern(form: str) -> str:
    return re.escape(form) if form.endswith(".") else rf"{re.escape(form)}\b"


def _groups() -> str:
    forms = ((row["code"].replace(".", "_"), [*row["short"].split(";"), row["name"]]) for row in _ROWS)
    return "|".join(f"(?P<{code}>{'|'.join(map(_pattern, filter(None, words)))})" for code, words in forms)


STATE_AFTER = re.compile(rf",\s+(?:{_groups()})")
"""A state behind a town; the group that matched is the state's code with `_` for the dot."""

NAME_OF_FORM = {form.replace(" ", ""): row["name"] for row in _ROWS for form in row["short"].split(";") if form}
"""Full names by shortened forms, in the case they are written in (`Ind.`, `BC`)."""
