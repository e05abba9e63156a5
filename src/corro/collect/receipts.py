"""The receipts of what is rejected before it is read: each says what was the matter and what to do."""

from corro.model import Outcome, Receipt

_REASONS = {
    "not_found": "There is no such file or folder. Check the spelling of the path.",
    "unreadable": "The file cannot be opened ({detail}). Give yourself the right to read it, or copy it from a disk that works.",
    "not_a_file": "This is a device, a socket or a pipe. Save what it gives to a file, or hand it over on standard input with `-`.",
    "empty": "The file is empty. Ask for it again, or leave it out.",
    "too_large": "The file is larger than {detail}. Split it, or raise the limit with CORRO_MAX_INPUT_BYTES.",
    "hidden": "The name begins with a dot, so it was left out. Name it itself to have it read.",
    "linked": "This is a link to a folder, and such links are not followed. Name the folder itself.",
    "zip_broken": "The archive cannot be opened ({detail}). Ask for it again, or unpack it by other means and give the folder.",
    "zip_empty": "The archive holds no file. Ask for it again, or leave it out.",
    "zip_bomb": "The archive would grow beyond measure ({detail}) and was not opened. If you trust it, unpack it, give the folder.",
    "zip_path": "The file's name leads out of the archive; it was not opened. If you trust it, unpack it and give the folder.",
    "zip_encrypted": "The file is locked with a password. Unpack it with the password and give the folder.",
    "zip_nested": "This is an archive inside an archive. Unpack the outer one and give this one itself.",
    "mail_nested": "This mail lies more than {detail} mails deep. Save it as a file of its own and give that.",
}


def rejected(locator: str, code: str, detail: str = "") -> Receipt:
    """Make the receipt of an input that is rejected here.

    Args:
        locator: The input.
        code: Short name of the reason.
        detail: What the reason's sentence leaves open.

    Returns:
        The receipt.
    """
    return Receipt(locator, Outcome.REJECTED, reason=_REASONS[code].format(detail=detail), code=code)
