"""Every error that Corro raises, in one tree; each class says what to do next.

    CorroError
    ├── UsageError              the person at the keyboard can mend it (exit code 2)
    │   ├── RecordNotFoundError     the record file does not exist
    │   ├── RecordLockedError       another process is writing to the record
    │   ├── NotARecordError         the file named as record is something else
    │   ├── UnknownIdError          no event, claim or document has that id
    │   │   └── NothingToOpenError      no case or person of that code that you may open
    │   ├── BadOptionError          an option's value cannot be understood
    │   ├── AnsweredMeanwhileError  somebody else answered first
    │   ├── FileExistsAlreadyError  the file to be written is there already
    │   ├── ImportRefusedError      a file cannot be imported as it is
    │   ├── BadDraftError           a file is no draft of a brief, or breaks a rule of briefs
    │   ├── BadValueError           a column of a register cannot hold that value
    │   ├── NothingToReadError      none of the paths holds anything
    │   ├── VaultNotFoundError      the vault's file does not exist
    │   ├── NotAVaultError          the file named as vault is something else
    │   ├── SignInError             name, password or second factor is wrong
    │   │   └── SecondFactorError       the password is right, and a second factor is wanted
    │   ├── TooManyAttemptsError    too many sign-ins failed; wait
    │   ├── SessionEndedError       a session or token is no longer good
    │   ├── NotAllowedError         an account may not do that
    │   ├── KeyDestroyedError       a key was destroyed, and with it what it sealed
    │   ├── KeyLostError            nobody who can sign in holds a key any more
    │   ├── SecondCustodianError    a second custodian has to agree
    │   ├── AccountError            an account cannot be made or changed like that
    │   └── SignatureError          a signature does not fit, or its signer is not known
    ├── SetupError              the installation or the machine wants mending (exit code 2)
    │   ├── ModelMissingError       a language model is not installed
    │   ├── GazetteerMissingError   the place index is missing or damaged
    │   ├── RecordVersionError      the record was made by another version
    │   ├── WorkerLostError         a process that analysed reports died
    │   ├── StorageError            the disk is full, read-only or failing
    │   └── VaultDamagedError       something in the vault is not as it was written
    └── InternalError           a defect of Corro (exit code 3)

Doubtful or broken *data* is never an exception: it is an `Issue` or a `Receipt` (see `corro.model`).
"""

from typing import ClassVar


class CorroError(Exception):
    """Something went wrong in Corro.

    Attributes:
        exit_code: What the command line returns for it.
        hint: What to do next, in one sentence.
    """

    exit_code: ClassVar[int] = 3
    hint: ClassVar[str] = ""

    def __init__(self, message: str | None = None, **fields: object) -> None:
        """Keep the fields, and take the class's docstring as the default message.

        Args:
            message: What happened; the first line of the class docstring if left out.
            **fields: What the error is about; kept as `fields` and as attributes.
        """
        self.fields = fields
        default = (self.__doc__ or "").strip().splitlines()[0]
        super().__init__(message or default)

    @property
    def message(self) -> str:
        """What happened, without the hint."""
        return str(self.args[0])


class UsageError(CorroError):
    """The command cannot be carried out as it was given."""

    exit_code = 2


class RecordNotFoundError(UsageError):
    """There is no record at that path."""

    hint = "Name the file with --record FILE, or make one with `corro build PATH`."


class RecordLockedError(UsageError):
    """Another process is writing to this record."""

    hint = "Wait until it has finished, then run the same command again; nothing was lost."


class NotARecordError(UsageError):
    """The file named as record is no record of Corro's, or its folder does not exist."""

    hint = "Name the record with --record FILE: one that `corro build` made, or a new file in a folder that exists."


class UnknownIdError(UsageError):
    """Nothing in the record has that id."""

    hint = "List what there is with `corro show events`, `corro show claims` or `corro show sources`."


class NothingToOpenError(UnknownIdError):
    """There is no such case, or no such person, that you may open."""

    hint = "`corro case list` and `corro person list` say what you may open; a custodian can let you into more."


class BadOptionError(UsageError):
    """An option's value cannot be understood."""

    hint = "See the command's --help for the form that it takes."


class AnsweredMeanwhileError(UsageError):
    """Somebody answered this while you were looking at it."""

    hint = "Look at their answer first; yours is kept beside it if you give it again."


class FileExistsAlreadyError(UsageError):
    """The file to be written is there already."""

    hint = "Name another file with --out, or say --force to put the new one in its place."


class ImportRefusedError(UsageError):
    """The file cannot be imported as it is."""

    hint = "Nothing of it was taken in. Mend what is named above, and give the file again."


class BadValueError(UsageError):
    """A column of a register cannot hold that value."""

    hint = "`corro enter REGISTER --columns` lists the columns, what each takes, and an example."


class BadDraftError(UsageError):
    """A file is no draft of a brief, or one that breaks a rule."""

    hint = "Write a draft with `corro brief write`, and look it over with `corro brief check`."


class NothingToReadError(UsageError):
    """None of the paths holds anything that could be read."""

    hint = "Name files, folders or zip archives of reports, or - for standard input."


class VaultNotFoundError(UsageError):
    """There is no vault beside this record."""

    hint = "Make one with `corro vault init`, or name the record that it stands beside with --record FILE."


class NotAVaultError(UsageError):
    """The file named as vault is no vault of Corro's."""

    hint = "The vault stands beside the record: FILE.vault; name the record with --record FILE."


class SignInError(UsageError):
    """Name, password or second factor is wrong."""

    hint = "Try again; who has lost a password or a second factor asks a custodian: `corro vault recover`."


class SecondFactorError(SignInError):
    """The account wants a second factor: a one-time code, or a registered key."""

    hint = "Give the code that your device shows now, or touch the registered key."


class TooManyAttemptsError(UsageError):
    """Too many sign-ins failed."""

    hint = "Wait as long as the message says; nothing is locked for good, and other accounts are not held up."


class SessionEndedError(UsageError):
    """The session or token is no longer good."""

    hint = "Sign in again, or have a new token made with `corro users token`."


class NotAllowedError(UsageError):
    """Your account may not do that."""

    hint = "Ask an administrator for the role, or a custodian for the case: `corro users list` says who is what."


class KeyDestroyedError(UsageError):
    """The key was destroyed, and with it all that it sealed."""

    hint = "What was sealed cannot be read again; `corro vault log` says when and by whom."


class KeyLostError(UsageError):
    """Nobody who can sign in holds this key."""

    hint = "Recover an account that held it, with a custodian or the printed recovery key: `corro vault recover`."


class SecondCustodianError(UsageError):
    """A second custodian has to agree."""

    hint = "It is in the log and waits: another custodian does the same, or refuses."


class AccountError(UsageError):
    """The account cannot be made or changed like that."""

    hint = "`corro users list` says which accounts there are."


class SignatureError(UsageError):
    """The signature does not fit, or its signer is not known here."""

    hint = "Ask for the file again; a signer from another machine is made known with `corro users add NAME --signer KEY`."


class SetupError(CorroError):
    """The installation is not complete."""

    exit_code = 2
    hint = "Run `corro doctor`: it says what is missing and how to install it."


class ModelMissingError(SetupError):
    """A language model is not installed."""

    hint = "Run `make install`, or install requirements/models.txt; `corro doctor` says which models run."


class GazetteerMissingError(SetupError):
    """The place index is missing or damaged."""

    hint = "Install Corro again; the index is part of the package."


class RecordVersionError(SetupError):
    """The record was made by another version of Corro."""

    hint = "Make a copy of the file, then open it with the version that made it, or build a new record."


class WorkerLostError(SetupError):
    """A process that analysed reports died, most likely because memory ran out."""

    hint = "Run the same command again, with --processes 1 if memory is short: it goes on where it stopped."


class StorageError(SetupError):
    """The record cannot be written: the disk is full, read-only or failing."""

    hint = "Free some room or mend the disk, then run the same command again: it goes on where it stopped."


class VaultDamagedError(SetupError):
    """Something in the vault is not as it was written."""

    hint = "Run `corro verify`: it says what; then go back to a copy from before, and find out who could write to the file."


class InternalError(CorroError):
    """Corro broke one of its own rules."""

    exit_code = 3
    hint = "This is a defect of Corro. Please report it with the message above; it holds no text of your documents."
