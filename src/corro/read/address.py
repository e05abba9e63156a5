"""Brings addresses to one form, so that two captures of one page are known as such."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|xtor|at_\w+|ocid|cmpid|ref_src", re.IGNORECASE)
"""Parameters that name the way to a page and not the page. Source: Google Analytics (utm_), the click ids of Meta, Google and
Microsoft, AT Internet (xtor, at_), Mailchimp (mc_), as their documentation has them in 2026."""


def series_address(address: str) -> str | None:
    """Return the form under which an address is compared, or None where it is none.

    The scheme, a leading `www.`, the fragment, tracking parameters, their order and a final slash do not tell pages apart
    (after RFC 3986, section 6, and the practice of web archives).

    Args:
        address: As given.
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
        kept = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0]))
        normal = urlunsplit(("https", host + port, parts.path.rstrip("/"), urlencode(kept), ""))
    except ValueError:
        return None
    return normal if host and parts.scheme.lower() in ("http", "https") else None
