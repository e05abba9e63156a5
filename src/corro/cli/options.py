"""Options that several commands share."""

import getpass
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click
from click.core import ParameterSource

from corro.cli.unlocking import password_file_option
from corro.errors import BadOptionError
from corro.model.answer import EventFilter
from corro.model.event import Support
from corro.model.permission import Doing
from corro.model.user import User
from corro.settings import Settings

if TYPE_CHECKING:
    from corro.pipeline.opening import RecordPlace
    from corro.vault import VaultKeyring

Command = TypeVar("Command", bound=Callable[..., Any])


class DayType(click.ParamType[date]):
    """A calendar day such as 2023-02-05."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day in ISO 8601 form, or fail with the form that is wanted."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2023-02-05.", param, ctx)


DAY = DayType()


def file_option(command: Command) -> Command:
    """Add `--record FILE`, by default what CORRO_RECORD names, else ./corro.record; it arrives as the path `record`."""
    return click.option(
        "--record",
        type=click.Path(path_type=Path, dir_okay=False),
        default=lambda: Settings.from_environment().record,
        help="The record file; CORRO_RECORD, or ./corro.record if left out.",
    )(command)


def user_option(command: Command) -> Command:
    """Add `--user NAME`, by default the name at this machine."""
    return click.option("--user", default=getpass.getuser, help="Your account in the vault; your user name if left out.")(command)


def record_option(command: Command) -> Command:
    """Add `--record FILE`, and `--case CODE --user NAME` for a restricted case beside it; what is meant arrives as `record`."""

    @wraps(command)
    def with_record(*args: Any, record: Path, case: str, user: str, **given: Any) -> Any:
        return command(*args, record=_meant(record, case, user), **given)

    in_case = click.option("--case", default="", metavar="CODE", help="A restricted case instead of the record itself.")
    return file_option(in_case(user_option(password_file_option(cast("Command", with_record)))))


def _meant(record: Path, case: str, user: str) -> "RecordPlace":
    """Return the record that a command is to run over."""
    if not case:
        return record
    from corro.cli.unlocking import unlocked
    from corro.pipeline.cases import CaseRecord

    return CaseRecord(unlocked(record, user), case, click.get_current_context().command_path)


def acting(record: "RecordPlace", by: str, doing: Doing = Doing.DECIDE) -> str:
    """Return who acts: whoever signed in, to a restricted case or with --user; else whom the command names.

    Args:
        record: What the command runs over.
        by: Whom the command names.
        doing: What they would do with the record itself; a case asks when it is opened.

    Raises:
        BadOptionError: The command names somebody else with an account here, who has to sign in themselves.
        NotAllowedError: No role of whoever signed in may do that.
    """
    from corro.pipeline.access import require

    if not isinstance(record, str | Path):
        return record.user.name
    user = signed_in(record)
    named_by_hand = _given_by_hand("by") and by
    if user is None:
        if named_by_hand and by != getpass.getuser() and by in accounts_beside(record):
            raise BadOptionError(f"{by} has an account in the vault beside this record: they sign in themselves, with --user {by}.")
        return by
    if named_by_hand and by != user.name:
        raise BadOptionError(f"{user.name} is signed in, and acts in no other's name.")
    require(user, doing)
    return user.name


def signed_in(record: "RecordPlace") -> User | None:
    """Return who signed in: to a restricted case, or to the vault beside the record because the command line names --user.

    Raises:
        VaultNotFoundError: Somebody is named, and there is no vault.
        SignInError: Name, password or second factor is wrong.
    """
    if not isinstance(record, str | Path):
        return record.user
    return keyring_beside(record).user if _given_by_hand("user") else None


def keyring_beside(record: str | Path) -> "VaultKeyring":
    """Sign in to the vault beside a record, once for a command.

    Raises:
        VaultNotFoundError: There is none.
        SignInError: Name, password or second factor is wrong.
    """
    from corro.cli.unlocking import unlocked

    context = click.get_current_context()
    if _SIGNED_IN not in context.meta:
        context.meta[_SIGNED_IN] = unlocked(Path(record), str(context.params["user"]))
    keyring: VaultKeyring = context.meta[_SIGNED_IN]
    return keyring


_SIGNED_IN = "corro.signed_in"


def _given_by_hand(option: str) -> bool:
    return click.get_current_context().get_parameter_source(option) is ParameterSource.COMMANDLINE


def accounts_beside(record: str | Path) -> frozenset[str]:
    """Return the names of those who have an account in the vault beside a record; none where there is no vault."""
    from corro.pipeline.vault import has_vault, open_vault

    if not has_vault(record):
        return frozenset()
    vault = open_vault(record)
    names = frozenset(account.name for account in vault.rooms.accounts.all())
    vault.close()
    return names


def named(record: "RecordPlace") -> str:
    """Return the options by which a command is told to run over the same record."""
    return f"--record {record}" if isinstance(record, str | Path) else str(record)


def form_options(command: Command) -> Command:
    """Add `--json` and `--csv`; the form arrives as `form`."""
    as_json = click.option("--json", "form", flag_value="json", help="One JSON object a line.")
    as_csv = click.option("--csv", "form", flag_value="csv", help="Comma-separated values, safe from spreadsheet formulas.")
    as_table = click.option("--table", "form", flag_value="table", default=True, hidden=True)
    return as_json(as_csv(as_table(command)))


def window_options(command: Command) -> Command:
    """Add `--limit` and `--offset`."""
    limit = click.option(
        "--limit",
        type=click.IntRange(min=1),
        default=None,
        help="At most so many lines; if left out, 100 in a table and all elsewhere.",
    )
    offset = click.option("--offset", type=click.IntRange(min=0), default=0, help="Leave out the first so many lines.")
    return limit(offset(command))


_EVENT_OPTIONS = (
    click.option("--type", "types", multiple=True, help="Type code (H1) or family letter (H); may be given more than once."),
    click.option("--from", "since", type=DAY, help="Events that may have ended on this day or later."),
    click.option("--to", "until", type=DAY, help="Events that may have begun on this day or earlier."),
    click.option("--place", default="", help="Words of the place's name."),
    click.option("--actor", default="", help="Words of an actor's name or label."),
    click.option("--source", default="", help="Words of the name of a speaker, agency or outlet."),
    click.option("--text", default="", help="Words of the title or of any value."),
    click.option("--support", type=click.Choice([support.value for support in Support]), help="What the lineages amount to."),
    click.option("--disputed", is_flag=True, default=None, help="Only events with a dispute."),
)


def event_options(command: Command) -> Command:
    """Add the options that say which events are wanted; `event_filter` makes a filter of what arrives."""
    for option in reversed(_EVENT_OPTIONS):
        command = option(command)
    return command


def event_filter(wanted: Mapping[str, Any]) -> EventFilter:
    """Return the filter that the options of `event_options` make up.

    Raises:
        BadOptionError: A type is unknown.
    """
    support = wanted["support"]
    known_types(wanted["types"])
    return EventFilter(**{**wanted, "support": Support(support) if support else None})


def known_types(types: Iterable[str]) -> None:
    """Refuse codes and families that the vocabulary does not have, so that a slip of the pen does not read as "there is none".

    Raises:
        BadOptionError: One of them is unknown.
    """
    from corro.vocab.event_types import event_types

    known = set(event_types()) | {code[0] for code in event_types()}
    unknown = sorted({code for code in types if code not in known})
    if unknown:
        raise BadOptionError(f"There is no event type {', '.join(unknown)}. There are {', '.join(sorted(known))}.", types=unknown)
