"""What is shown of a value in a message, and what is hidden: at most 80 characters, no bytes, no credential.

A text is hidden for what it is, not for how it looks: model names, words and prompts have no spaces either. It is taken
for base64 where it begins as a known file does, is wrapped into lines as base64 is, or is very long; for a credential
where it has the form of a known one.
"""

from __future__ import annotations

import re
from binascii import a2b_base64
from collections.abc import Mapping, Sequence

from imgparams.values import Path, Value

SHOWN = 80  # characters of a value in a message
_LONG = 1000  # characters without a space that no name and no word has
_AHEAD = 200  # characters beyond what is shown, by which a credential is recognised


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
    return text if text == _HIDDEN else f'"{text}"'


_ALPHABET = re.compile(r"[A-Za-z0-9+/_=\r\n-]+")
_WRAPPED = re.compile(r"[A-Za-z0-9+/_-]{60,76}\r?\n[A-Za-z0-9+/_-]")


def _is_base64(text: str) -> bool:
    """Whether a text is base64 rather than a name, a word or a prompt that has no spaces."""
    if not _ALPHABET.fullmatch(text[:_LONG]):
        return False
    varied = len(text) >= _LONG and len(set(text[:_LONG])) > 16  # not one letter, written a thousand times
    return varied or _WRAPPED.match(text) is not None or _is_file(text[:64])


def _is_file(text: str) -> bool:
    """Whether base64 begins as that of a picture, a PDF or an archive does."""
    letters = re.sub(r"[\r\n]", "", text).replace("-", "+").replace("_", "/").rstrip("=")
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
    """The media type that the first bytes of a picture say."""
    types = (media_type for at, mark, media_type in _MARKS if data.startswith(mark, at))
    return next(types, _UNKNOWN)


_HIDDEN = "<credential>"
_CREDENTIAL = re.compile(
    r"""(?<![A-Za-z0-9])(?:
        (?i:bearer)\s+(?:[\w.~+/=-]*\d[\w.~+/=-]*|\S+\s*$)  # not the bearer of bad news
      | sk-(?:(?=[\w-]*\d)[\w-]{6,}|[\w-]{16,})              # OpenAI, Anthropic, OpenRouter, Stability ...
      | key-[A-Za-z0-9]{16,}
      | AIza[\w-]{20,}                                        # Google
      | hf_[A-Za-z0-9]{16,}                                   # Hugging Face
      | r8_[A-Za-z0-9]{16,}                                   # Replicate
      | xai-[A-Za-z0-9]{16,}
      | AKIA[A-Z0-9]{12,}                                     # AWS
      | [0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}:\w{8,}  # fal: an id and its secret
      | eyJ[\w-]{12,}[\w.-]*                                  # a JSON Web Token
    )""",
    re.VERBOSE,
)
_QUERY = re.compile(r"([?&](?:[\w-]*(?:key|token|signature|credential)|sig)=)[^&\s]+", re.IGNORECASE)  # of a signed URL


def clean(text: str, most: int = SHOWN * 2) -> str:
    """The head of a text for a message: one line, nothing that does not print, no credential, no data URL."""
    head = re.sub(r"://[^/\s@]*@", f"://{_HIDDEN}@", text[: most + _AHEAD])
    head = _QUERY.sub(rf"\1{_HIDDEN}", _CREDENTIAL.sub(_HIDDEN, head))
    head = re.sub(r"data:[\w.+-]+/[\w.+-]+;base64,[A-Za-z0-9+/=]*", "<data URL>", head)
    line = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in head[: most + 1])
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


def choice(words: Sequence[str], none: str = "no value") -> str:
    """What a list of words allows: `only a`, `a or b`, `one of a, b, c`."""
    if len(words) < 3:
        return f"only {words[0]}" if len(words) == 1 else listed(words) or none
    return f"one of {', '.join(words)}"


def did_you_mean(name: object, known: Sequence[str] | Mapping[str, object]) -> str:
    """`; did you mean 'seed'?`, or nothing where no known name is near."""
    from difflib import get_close_matches

    if not isinstance(name, str) or len(name) > 80:
        return ""
    lower = {candidate.lower(): candidate for candidate in known}
    near = get_close_matches(name.lower(), list(lower), n=1, cutoff=0.75)
    return f"; did you mean {lower[near[0]]!r}?" if near else ""
