"""Texts of messages: values in at most 80 characters, without bytes or credentials, and words for numbers and lists.

Model names, words and prompts may look like base64, so a text is hidden only if it begins like a known file, is wrapped
into lines or is very long; or if it has the form of a known credential.
"""

from __future__ import annotations

import re
from binascii import a2b_base64
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from imgparams.values import Path, Value

SHOWN = 80  # characters of a value in a message
_LONG = 1000  # more characters without a space than a name or a word has
_AHEAD = 200  # characters after those shown, to recognise a credential that is cut off


SECRET_KEYS = frozenset(
    {
        "authorization",
        "proxy-authorization",
        "x-api-key",
        "api-key",
        "apikey",
        "api_key",
        "x-key",
        "x-goog-api-key",
        "ocp-apim-subscription-key",
        "x-amz-security-token",
        "x-auth-token",
        "x-access-token",
        "access-token",
        "access_token",
        "auth_token",
        "client_secret",
        "secret_key",
        "password",
        "cookie",
        "set-cookie",
    }
)


def is_secret(key: str) -> bool:
    """Whether a key of this name carries a credential."""
    return key.strip().lower() in SECRET_KEYS


def leads_to_secret(path: Path) -> bool:
    """Whether a place is that of a credential, or inside of one: `("header:Authorization",)`."""
    for part in path:  # noqa: SIM110  every change is asked this
        if isinstance(part, str) and is_secret(part.rpartition(":")[2]):
            return True
    return False


def has_secret(key: str, value: object) -> bool:
    """Whether a credential stands under a key, or under one inside of its value."""
    if is_secret(key):
        return True
    inner = value.items() if isinstance(value, Mapping) else ()
    items = value if isinstance(value, (list, tuple)) else ()
    return any(has_secret(str(name), item) for name, item in inner) or any(has_secret("", item) for item in items)


def html_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Returns an HTML table of texts, for notebooks."""
    from html import escape

    lines = [[f"<th>{escape(cell)}</th>" for cell in head], *([f"<td>{escape(c)}</td>" for c in row] for row in rows)]
    return "<table>" + "".join(f"<tr>{''.join(cells)}</tr>" for cells in lines) + "</table>"


def shown(value: object) -> str:
    """Returns at most 80 characters of a value for a message: no bytes, no base64 of a file, no credential."""
    text = _shown(value, 0)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _shown(value: object, depth: int) -> str:
    if isinstance(value, (bytes, bytearray)):
        return f"<{len(value)} bytes>"
    if isinstance(value, str):
        return _shown_text(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
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
    if _is_base64(value):
        return f"<{len(value)} characters of base64>"
    text = clean(value, SHOWN - 2)
    return text if text == HIDDEN else f'"{text}"'


_ALPHABET = re.compile(r"[A-Za-z0-9+/_=\r\n-]+")
_WRAPPED = re.compile(r"[A-Za-z0-9+/_-]{60,76}\r?\n[A-Za-z0-9+/_-]")


def _is_base64(text: str) -> bool:
    """Whether a text is base64, rather than a name, a word or a prompt without spaces."""
    if not _ALPHABET.fullmatch(text[:_LONG]):
        return False
    varied = len(text) >= _LONG and len(set(text[:_LONG])) > 16  # not one letter, written a thousand times
    return varied or _WRAPPED.match(text) is not None or _is_file(text[:64])


def _is_file(text: str) -> bool:
    """Whether base64 begins like that of a picture, a PDF or an archive."""
    letters = re.sub(r"[\r\n]", "", text).replace("-", "+").replace("_", "/").partition("=")[0]
    data = a2b_base64(letters[: len(letters) // 4 * 4]) if len(letters) >= 20 else b""
    return sniff(data) != _UNKNOWN or data.startswith((b"%PDF", b"PK\x03\x04", b"\x1f\x8b\x08", b"RIFF"))


_UNKNOWN = "application/octet-stream"
_MARKS = (
    (0, b"\x89PNG", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (0, b"<svg", "image/svg+xml"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftypavis", "image/avif"),
    (4, b"ftyphei", "image/heic"),
    (4, b"ftyphev", "image/heic"),
    (4, b"ftypmif1", "image/heif"),
    (0, b"BM", "image/bmp"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
)


def sniff(data: bytes) -> str:
    """Returns the media type of a picture, by its first bytes."""
    types = (media_type for at, mark, media_type in _MARKS if data.startswith(mark, at))
    return next(types, _UNKNOWN)


HIDDEN = "<credential>"
_CREDENTIAL = re.compile(
    r"""(?<![A-Za-z0-9])(?:
        (?i:bearer)\s+(?:[\w.~+/=-]*\d[\w.~+/=-]*|\S+\s*$)  # not the bearer of bad news
      | (?i:basic)\s+(?=[A-Za-z+/]*[\d=])[A-Za-z0-9+/]{6,}={0,2}
      | sk-(?:(?=[\w-]*\d)[\w-]{6,}|[\w-]{16,})
      | (?:key[-_]|hf_|r8_|fw_|gsk_|gh[opsu]_)[A-Za-z0-9]{16,}
      | (?:nvapi-|pplx-|tgp_v\d_|github_pat_)(?=[\w-]*\d)[\w-]{16,}
      | [a-z]{2,6}-(?=[A-Za-z]*\d)[A-Za-z0-9]{32,}
      | [a-z]{2,6}[-_](?=[a-z0-9]*[A-Z])(?=[A-Za-z]*\d)[A-Za-z0-9]{24,}  # a short prefix, then what no word looks like
      | AIza[\w-]{20,}
      | AKIA[A-Z0-9]{12,}
      | [0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}:\w{8,}  # an id and its secret
      | eyJ[\w-]{12,}[\w.-]*  # a JSON Web Token
    )""",
    re.VERBOSE,
)
_QUERY = re.compile(  # of a signed URL, or what was copied out of one
    r"([?&](?:[\w-]*(?:key|token|signature|credential)|sig)=|\b(?:[\w-]*(?:token|signature)|sig)=)[^&\s]+",
    re.IGNORECASE,
)


def _without_credentials(text: str) -> str:
    text = re.sub(r"://[^/\s@]*@", f"://{HIDDEN}@", text)
    return _QUERY.sub(rf"\1{HIDDEN}", _CREDENTIAL.sub(HIDDEN, text))


def without_credentials(text: str) -> str:
    """Returns a whole text with a mark in place of what looks like a credential; a file in it stays as it is."""
    if text[:5].lower() == "data:" or _is_base64(text):
        return text
    return _without_credentials(text)


def without_secrets(value: Any) -> Any:
    """Returns JSON without credentials: those known by their form, and what stands under a key of this meaning."""
    if isinstance(value, Mapping):
        return {key: HIDDEN if is_secret(str(key)) and item else without_secrets(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [without_secrets(item) for item in value]
    return without_credentials(value) if isinstance(value, str) else value


def clean(text: str, most: int = SHOWN * 2) -> str:
    """Returns the beginning of a text on one line: no unprintable characters, no credential, no data URL."""
    head = _without_credentials(text[: most + _AHEAD])
    head = re.sub(r"data:[\w.+-]+/[\w.+-]+;base64,[A-Za-z0-9+/=]*", "<data URL>", head)
    line = _printable(head[: most + 1])
    return line if len(line) <= most else line[: most - 1] + "…"


def _printable(text: str) -> str:
    return text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def path_text(path: Path) -> str:
    """Returns a path as text, `a.b[0].c`, in at most 80 characters."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
    return clean(text, 80)


def key_text(key: object) -> str:
    """Returns a key of an outside mapping as text for a path."""
    return key if isinstance(key, str) else shown(key)


def shown_why(why: str) -> str:
    """Returns a reason on one line, in at most 300 characters."""
    line = _printable(" ".join(why[:1000].split()))
    return line if len(line) <= 300 else line[:299] + "…"


def number_text(value: float) -> str:
    """Returns a number as people write it: 1.0 is `1`."""
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def range_text(low: float | None, high: float | None) -> str:
    """Returns bounds to follow a noun: ` from 1 to 8`, ` from 1 up`, ` up to 8`, or "" without bounds."""
    if low is None:
        return "" if high is None else f" up to {number_text(high)}"
    return f" from {number_text(low)} {'up' if high is None else f'to {number_text(high)}'}"


def how_many(low: int, high: int | None, one: str, many: str = "") -> str:
    """Returns a count: `1 to 4 items`, `up to 16 files`, `at least 1 item`, `no items`, `any number of items`."""
    many = many or f"{one}s"
    if high is None:
        return f"at least {low} {one if low == 1 else many}" if low else f"any number of {many}"
    if low == high:
        return f"{low or 'no'} {one if low == 1 else many}"
    if not low:
        return f"at most 1 {one}" if high == 1 else f"up to {high} {many}"
    return f"{low} to {high} {many}"


def area_text(low: int | None, high: int | None) -> str:
    """Returns limits of an area, `655360 to 8294400 pixels in total`, or "" without limits."""
    if low is None or low <= 1:
        return "" if high is None else f"at most {high} pixels in total"
    return f"at least {low} pixels in total" if high is None else f"{low} to {high} pixels in total"


def word_text(value: object) -> str:
    """Returns a vendor's word for a sentence: text without quotes, other values as JSON."""
    return value if isinstance(value, str) and value else shown(value)


def listed(words: Sequence[str], last: str = "or") -> str:
    """Returns words as a list in a sentence: `a`, `a or b`, `a, b or c`."""
    return f" {last} ".join([", ".join(words[:-1]), *words[-1:]] if len(words) > 1 else words)


def choice(words: Sequence[str], none: str = "no value") -> str:
    """Returns the choice that a list of words leaves: `only a`, `a or b`, `one of a, b, c`."""
    if len(words) < 3:
        return f"only {words[0]}" if len(words) == 1 else listed(words) or none
    return f"one of {', '.join(words)}"


def did_you_mean(name: object, candidates: Sequence[str] | Mapping[str, object]) -> str:
    """Returns `; did you mean 'seed'?`, or "" if no known name is similar."""
    from difflib import get_close_matches

    if not isinstance(name, str) or len(name) > 80:
        return ""
    lower = {candidate.lower(): candidate for candidate in candidates}
    near = get_close_matches(name.lower(), list(lower), n=1, cutoff=0.75)
    return f"; did you mean {lower[near[0]]!r}?" if near else ""
