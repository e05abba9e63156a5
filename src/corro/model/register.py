"""One line of one of the field's lists: a view of the record."""

from dataclasses import dataclass

from corro.values import content_id


@dataclass(frozen=True, slots=True)
class RegisterField:
    """One column of a register entry.

    Attributes:
        name: Column name.
        printed: The value as shown; "not reported" is said in words.
        claims: Ids of the claims it rests on.
    """

    name: str
    printed: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One line of a register.

    Attributes:
        register: `access`, `measures`, `meetings`, `violations`, `investigations`, `mission` or `reprisals`.
        event_id: The event, or None for a reported aggregate that is no event of its own.
        fields: Its columns, in the register's order.
        claims: Ids of all claims behind it, sorted.
    """

    register: str
    event_id: str | None
    fields: tuple[RegisterField, ...]
    claims: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The entry's id, made of the register, its claims and the figure that it reports, for one sentence can report several."""
        return content_id("entry", self.register, *self.claims, self.field("count"))

    def field(self, name: str) -> str:
        """Return a column as shown, or the empty string."""
        return next((field.printed for field in self.fields if field.name == name), "")
