"""What is shown of a value in a message, and what is hidden: at most 80 characters, no bytes, no credential."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from imgparams.values import Path, Value

SHOWN = 80  # characters of a value in a message


SECRET_KEYS = frozenset(
    {
        "authorization",
        "proxy-authorization",
        "x-api-key",
        "api-key",
        "apikey",
        "api_key",
        "x-goog-api-key",
        "x-auth-token",
        "x-access-token",
        "cookie",
        "set-cookie",
    }
)


def is_secret(key: str) -> bool:
    """Whether a key of this name carries a credential."""
    return key.strip().lower() in SECRET_KEYS


def shown(value: object) -> str:
    """At most 80 characters of a value for a message: no bytes, no base64, no credential."""
    text = _shown(value, 0)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _shown(value: object, depth: int) -> str:
    if isinstance(value, (bytes, bytearray)):
        return f"<{len(value)} bytes>"
    if isinstance(value, str):
        return _shown_text(value)
    if value is None or isinstance(value, bool):
        return {None: "nothing", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value) if abs(value) < 2**200 else "<a huge integer>"
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, Value):
        return clean(str(value))
    if isinstance(value, tuple) and hasattr(value, "_fields"):  # a Size
        return "x".join(_shown(side, depth) for side in value)
    if not isinstance(value, (list, tuple, Mapping)):
        return f"<{type(value).__name__}>"
    if depth > 3:
        return "…"
    if isinstance(value, Mapping):
        items = list(value.items())[:10]
        return "{" + ", ".join(f"{_shown_text(str(key))}: {_entry(key, item, depth)}" for key, item in items) + "}"
    return "[" + ", ".join(_shown(item, depth + 1) for item in list(value)[:10]) + "]"


def _entry(key: object, item: object, depth: int) -> str:
    return "<credential>" if is_secret(str(key)) else _shown(item, depth + 1)


def _shown_text(value: str) -> str:
    if value[:5].lower() == "data:":
        return f"<data URL, {len(value)} characters>"
    if value[:7].lower() == "bearer " or value.startswith("sk-"):
        return "<credential>"
    if len(value) >= 40 and re.fullmatch(r"[A-Za-z0-9+/=_\r\n-]+", value[:200]):
        return f"<{len(value)} characters of base64>"
    return f'"{clean(value)}"'


def clean(text: str, most: int = SHOWN * 2) -> str:
    """The head of a text for a message: one line, nothing that does not print, no password of a URL."""
    head = re.sub(r"://[^/\s@]*@", "://<credential>@", text[: most + 1])
    line = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in head)
    return line if len(line) <= most else line[: most - 1] + "…"


def path_text(path: Path) -> str:
    """A path as text: `a.b[0].c`, at most 80 characters."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
    return clean(text, 80)


def shown_why(why: str) -> str:
    """One line of at most 300 characters."""
    line = " ".join(why.split())
    return line if len(line) <= 300 else line[:299] + "…"


def number_text(value: float) -> str:
    """A number as people write it: 1.0 is `1`."""
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def range_text(low: float | None, high: float | None) -> str:
    """The bounds behind the name of a number: ` from 1 to 8`, ` from 1 up`, ` up to 8`, "" where it has none."""
    if low is None:
        return "" if high is None else f" up to {number_text(high)}"
    return f" from {number_text(low)} {'up' if high is None else f'to {number_text(high)}'}"


def how_many(low: int, high: int | None, one: str, many: str = "") -> str:
    """A count of things: `1 to 4 items`, `up to 16 files`, `at least 1 item`, `no items`, `any number of items`."""
    many = many or f"{one}s"
    if high is None:
        return f"at least {low} {one if low == 1 else many}" if low else f"any number of {many}"
    if low == high:
        return f"{low or 'no'} {one if low == 1 else many}"
    if not low:
        return f"at most 1 {one}" if high == 1 else f"up to {high} {many}"
    return f"{low} to {high} {many}"


def area_text(low: int | None, high: int | None) -> str:
    """A range of pixels: `655360 to 8294400 pixels in total`, "" where it has no end."""
    if low is None or low <= 1:
        return "" if high is None else f"at most {high} pixels in total"
    return f"at least {low} pixels in total" if high is None else f"{low} to {high} pixels in total"


def word_text(value: object) -> str:
    """A word of a vendor in a sentence: without quotes where it is text."""
    return value if isinstance(value, str) and value else shown(value)


def listed(words: Sequence[str], last: str = "or") -> str:
    """Words in a sentence: `a`, `a or b`, `a, b or c`."""
    return f" {last} ".join([", ".join(words[:-1]), *words[-1:]] if len(words) > 1 else words)


def did_you_mean(name: object, known: Sequence[str] | Mapping[str, object]) -> str:
    """`; did you mean 'seed'?`, or nothing where no known name is near."""
    from difflib import get_close_matches

    if not isinstance(name, str) or len(name) > 80:
        return ""
    lower = {candidate.lower(): candidate for candidate in known}
    near = get_close_matches(name.lower(), list(lower), n=1, cutoff=0.75)
    return f"; did you mean {lower[near[0]]!r}?" if near else ""
