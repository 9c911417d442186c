"""Input images and masks: one value of bytes, a URL or an id, checked when it is created."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args

from attrs import field, fields, frozen

from imgparams.errors import Code, Invalid, Problem
from imgparams.geometry import BadValue, Size, read_size
from imgparams.texts import key_text, shown
from imgparams.values import JsonMapping, JsonObject, Value, is_number, plain, read_base64, unreadable

Edits = Literal["transparent", "white", "black"]

EDITS = ("transparent", "white", "black")
Role = Literal["image", "source", "reference", "style", "character", "content", "control"]
ROLES: tuple[str, ...] = get_args(Role)
PLAIN_ROLES = frozenset({"image", "source", "reference"})  # a picture to work from; no vendor tells these apart

_SCHEME = r"[A-Za-z][A-Za-z0-9+.-]+:"  # two characters at least: C:\\ is a file
_MEDIA_TYPE = r"[A-Za-z0-9_.+-]+/[A-Za-z0-9_.+-]+"
_DATA_URL = rf"data:({_MEDIA_TYPE});base64,"


def _show_bytes(data: bytes | None) -> str:
    return "None" if data is None else f"<{len(data)} bytes>"


def _show_url(url: str | None) -> str:
    return "None" if url is None else shown(url)


@frozen(init=False, eq=False, repr=False)
class Reference(Value):
    """An input image or a mask: one of `data`, `url`, or `file_id` with the `provider` that owns it.

    `role` is image, source, reference, style, character, content or control. `edits` says for a mask how the area to
    edit is marked (None: transparent). `weight`, `media_type` and `size` in pixels are optional. A base64 data URL
    becomes `data` and `media_type`. Raises Invalid.
    """

    data: bytes | None = field(repr=_show_bytes)
    url: str | None = field(repr=_show_url)
    file_id: str | None
    provider: str | None
    role: str
    weight: float | None
    media_type: str | None
    size: Size | None
    edits: Edits | None

    def __init__(
        self,
        *,
        data: bytes | None = None,
        url: str | None = None,
        file_id: str | None = None,
        provider: str | None = None,
        role: Role | str = "image",
        weight: float | None = None,
        media_type: str | None = None,
        size: Size | None = None,
        edits: Edits | None = None,
    ) -> None:
        values: JsonObject = {
            "data": data,
            "url": url,
            "file_id": file_id,
            "provider": provider,
            "role": role,
            "weight": weight,
            "media_type": media_type,
            "size": size,
            "edits": edits,
        }
        faults = list(_reference_faults(values))
        if faults:
            raise Invalid(Problem("error", code, (key,), values[key], why, field=key) for key, code, why in faults)
        values = {key: plain(value) for key, value in values.items()}
        if size is not None:
            values["size"] = read_size(size)
        if url is not None and (read := read_data_url(url)):
            values["url"], values["data"], values["media_type"] = None, *read
        self.__attrs_init__(**values)

    def __str__(self) -> str:
        picture = f"id {self.file_id} of {self.provider}" if self.file_id else shown(self.url or self.data).strip('"')
        facts = [self.role] if self.role != "image" else []
        facts += [f"weight {self.weight}"] if self.weight is not None else []
        facts += [f"edits {self.edits}"] if self.edits is not None else []
        return " ".join([picture, f"({', '.join(facts)})"] if facts else [picture])


def marks(mask: Reference, edits: Edits | None) -> bool:
    """Whether a mask marks the area to edit like this; an id without `edits` is assumed to."""
    if mask.edits is None and (edits is None or mask.file_id is not None):
        return True
    return (mask.edits or "transparent") == edits


def _reference_faults(values: Mapping[str, object]) -> Iterator[tuple[str, Code, str]]:
    given = [key for key in ("data", "url", "file_id") if values[key] is not None]
    if len(given) != 1:
        yield (given or ["data"])[-1], "conflict", "a reference has exactly one of data, url and file_id"
    for key in ("url", "file_id", "provider", "role", "media_type"):
        value = values[key]
        if value is not None and (not isinstance(value, str) or not value or any(unreadable(value))):
            yield key, "wrong_type", "text"
        elif value is not None and key == "url" and not re.match(_SCHEME, str(value)):
            yield "url", "not_allowed", "a URL with a scheme, such as https://; give the bytes of a file as data"
        elif value is not None and key == "media_type" and not re.fullmatch(_MEDIA_TYPE, str(value)):
            yield "media_type", "not_allowed", "a media type such as image/png"
    if values["data"] is not None and not isinstance(values["data"], bytes):
        yield "data", "wrong_type", "bytes"
    if values["file_id"] is not None and values["provider"] is None:
        yield "provider", "missing", "a file id needs the provider that owns it"
    if values["role"] is None or (isinstance(values["role"], str) and values["role"] not in ROLES):
        yield "role", "not_allowed", f"one of {', '.join(ROLES)}"
    if values["weight"] is not None and (not is_number(values["weight"]) or any(unreadable(values["weight"]))):
        yield "weight", "wrong_type", "a finite number"
    if values["edits"] is not None and values["edits"] not in EDITS:
        yield "edits", "not_allowed", f"one of {', '.join(EDITS)}"
    if values["size"] is not None:
        try:
            read_size(values["size"])
        except BadValue as bad:
            yield "size", bad.code, bad.why


def read_data_url(text: str) -> tuple[bytes, str] | None:
    """Returns bytes and media type of a base64 data URL, None if encoding them gives another text."""
    match = re.match(_DATA_URL, text)
    data = match and read_base64(text[match.end() :])
    return (data, match[1]) if match and data is not None else None


def read_reference(value: object) -> Reference:
    """Returns the reference in a value from outside: a Reference, bytes, a URL or a mapping; raises BadValue."""
    try:
        if isinstance(value, Reference):
            return value
        if isinstance(value, bytes):
            return Reference(data=value)
        if isinstance(value, str):
            return Reference(url=value)
        if isinstance(value, Mapping):
            return _reference_of(value)
    except Invalid as error:
        first = error.problems[0]
        raise BadValue(first.code, first.why, tuple((p.path, p.code, p.why) for p in error.problems)) from None
    raise BadValue("wrong_type", "a Reference, bytes, or a URL")


def _reference_of(value: JsonMapping) -> Reference:
    names = {attribute.name for attribute in fields(Reference)}
    unknown = [key for key in value if key not in names]
    if unknown:
        why = "a reference has no such field"
        raise BadValue("unknown_field", why, tuple(((key_text(key),), "unknown_field", why) for key in unknown))
    given = dict(value)
    if isinstance(given.get("data"), str):  # JSON has no bytes: base64 there
        given["data"] = read_base64(given["data"])
        if given["data"] is None:
            raise BadValue("wrong_type", "base64 text", ((("data",), "wrong_type", "base64 text"),))
    return Reference(**given)


def read_references(value: object) -> tuple[Reference, ...]:
    """Returns the references in a list from outside; raises BadValue with the place of each fault."""
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Sequence):
        raise BadValue("wrong_type", "a list of references")
    references, faults = [], []
    for index, item in enumerate(value):
        try:
            references.append(read_reference(item))
        except BadValue as bad:
            faults += [((index, *path), code, why) for path, code, why in bad.inner or (((), bad.code, bad.why),)]
    if faults:
        raise BadValue("wrong_type", "references", tuple(faults))
    return tuple(references)
