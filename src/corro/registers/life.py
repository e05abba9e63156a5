"""The life of an item: which status may follow which, and what an item asks for before it can be opened or changed."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from corro.errors import BadValueError
from corro.model import Entered, Item
from corro.registers.reading import expected
from corro.vocab import terms
from corro.vocab.forms import Form, forms

ANY = "*"


def with_status(form: Form, values: Mapping[str, str]) -> dict[str, str]:
    """Return what an item is opened with: the register's first status where none is given."""
    return {form.status: form.opens_as[0], **{column: text for column, text in values.items() if text}}


def check_opening(form: Form, values: Mapping[str, str]) -> None:
    """Refuse to open an item that lacks what its register asks for.

    Args:
        form: The register's form.
        values: What is entered, read.

    Raises:
        BadValueError: A column is missing, or no item may begin with that status.
    """
    lacking = [column for column in form.columns if column.required and not values.get(column.key)]
    if lacking:
        wanted = "; ".join(f"{column.key} ({expected(column)}, for instance {column.example!r})" for column in lacking)
        raise BadValueError(f"The register {form.register} also needs {wanted}.", columns=[column.key for column in lacking])
    status = values.get(form.status, "")
    if status not in form.opens_as:
        raise BadValueError(
            f"No item of {form.register} begins as {status}; it begins as {', '.join(form.opens_as)}.", column=form.status
        )
    _check_needs(form, values)


def check_change(form: Form, item: Item, values: Mapping[str, str]) -> None:
    """Refuse a change that does not follow from how an item stands.

    Args:
        form: The register's form.
        item: The item as it is.
        values: What is to change, read.

    Raises:
        BadValueError: That status does not follow, a required column would be emptied, or something else is asked for with it.
    """
    before, after = item.text(form.status), values.get(form.status, item.text(form.status))
    if after in form.computed:
        raise BadValueError(f"Column {form.status}: {after} is computed, and entered by nobody.", column=form.status)
    if after != before and after not in form.moves.get(before, ()):
        follows = ", ".join(form.moves.get(before, ())) or "nothing"
        raise BadValueError(
            f"Column {form.status}: {after or 'nothing'} does not follow {before}; {follows} does."
            " If the entry before was a slip, undo it (`corro change ITEM --undo ACT`).",
            column=form.status,
        )
    whole = {**{value.column: value.text for value in item.values}, **values}
    emptied = [column.key for column in form.columns if column.required and not whole.get(column.key)]
    if emptied:
        raise BadValueError(f"The register {form.register} needs {', '.join(emptied)}: it cannot be emptied.", columns=emptied)
    _check_needs(form, whole)


def _check_needs(form: Form, values: Mapping[str, str]) -> None:
    for need in form.needs:
        held = values.get(need.column, "")
        lacking = [name for name in need.needs if held and need.value in (ANY, held) and not _met(name, values)]
        if lacking:
            value = "anything" if need.value == ANY else need.value
            examples = ", ".join(_example(form, name) for name in lacking)
            raise BadValueError(f"With {need.column}={value} the register {form.register} also needs {examples}.", columns=lacking)


def _met(name: str, values: Mapping[str, str]) -> bool:
    """Say whether a column is filled in, or, for `column=value`, holds that."""
    column, equals, value = name.partition("=")
    return values.get(column, "") == value if equals else bool(values.get(column))


def _example(form: Form, name: str) -> str:
    column = form.column(name)
    return f"{name}={column.example!r}" if column else name


def odd_moves(register: str, acts: Iterable[Entered]) -> tuple[str, ...]:
    """Say where an item's statuses do not follow each other: acts of two machines can cross.

    Args:
        register: The item's register.
        acts: Its acts that hold, oldest first.

    Returns:
        One sentence for each odd step.
    """
    form = forms().get(register)
    if form is None:
        return (f"There is no register {register}.",)
    statuses = [text for act in acts for column, text in act.values if column == form.status and text]
    steps = [(one, other) for one, other in pairwise(statuses) if one != other]
    return tuple(f"{other} does not follow {one}." for one, other in steps if other not in form.moves.get(one, ()))


def status_label(form: Form, key: str, language: str = "en") -> str:
    """Return how a status is called; a key that is in no list is returned as it is."""
    column = form.column(form.status)
    term = terms(column.of).get(key) if column else None
    return term.label(language) if term else key
