"""The door of the room: a secret made at each start, the cookie that it is changed for, and the token of every form."""

import hmac
import secrets
from hashlib import sha256


class Door:
    """What one start of the server lets in.

    Attributes:
        secret: What stands in the address that the server prints; whoever has it may come in.
    """

    def __init__(self, secret: str = "") -> None:
        """Make a new secret unless one is given."""
        self.secret = secret or secrets.token_urlsafe(32)
        self._key = secrets.token_bytes(32)

    def opens(self, secret: str) -> bool:
        """Say whether this is the secret of this start."""
        return hmac.compare_digest(secret.encode(), self.secret.encode())

    def new_pass(self) -> str:
        """Return the value of a cookie for a browser that came with the secret."""
        name = secrets.token_urlsafe(16)
        return f"{name}.{self._mark('pass', name)}"

    def admits(self, given: str) -> bool:
        """Say whether a cookie is one that this start gave out."""
        name, _, mark = given.partition(".")
        return bool(name) and hmac.compare_digest(mark.encode(), self._mark("pass", name).encode())

    def form_token(self, given: str) -> str:
        """Return what a form has to bring back that was shown to the browser with this cookie."""
        return self._mark("form", given)

    def fits(self, given: str, token: str) -> bool:
        """Say whether a form's token belongs to the browser with this cookie."""
        return hmac.compare_digest(token.encode(), self.form_token(given).encode())

    def _mark(self, use: str, text: str) -> str:
        return hmac.new(self._key, f"{use}\x1f{text}".encode(), sha256).hexdigest()
