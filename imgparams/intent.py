"""What is wanted: one vendor-neutral intent, checked when it is created, with every problem at once.

Sizes and ratios are compared here too, because an intent that contradicts itself is refused. Knows no vendor.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypedDict

from attrs import asdict, field, fields, frozen

from imgparams.errors import Code, Invalid, Problem
from imgparams.geometry import MAX_SIDE, AspectRatio, BadValue, Size, _ratio_value, ratio_met, tier_met, tier_name
from imgparams.texts import did_you_mean, key_text, shown
from imgparams.values import (
    FrozenDict,
    JsonMapping,
    JsonObject,
    Value,
    freeze,
    is_number,
    is_whole,
    json_key,
    read_base64,
    thaw,
    unreadable,
)

if TYPE_CHECKING:
    from typing_extensions import Self

Edits = Literal["transparent", "white", "black"]
Json = Mapping[str, object]

EDITS = ("transparent", "white", "black")
ROLES = ("image", "source", "reference", "style", "character", "content", "control")
PLAIN_ROLES = frozenset({"image", "source", "reference"})  # a picture to work from; no vendor tells these apart
QUALITY = ("low", "medium", "high", "xhigh", "max")  # in ascending order; "auto" stands outside
QUALITY_WORDS = {**{word: word for word in ("auto", *QUALITY)}, "standard": "medium", "hd": "high"}
MAX_INTEGER = 2**64
NO_SEED = -1  # what callers write for "no seed"; it is never sent as one

_PIXELS = r"([1-9][0-9]{0,8})[xX*]([1-9][0-9]{0,8})"
_SCHEME = r"[A-Za-z][A-Za-z0-9+.-]+:"  # two characters at least: C:\\ is a file
_DATA_URL = r"data:([A-Za-z0-9_.+-]+/[A-Za-z0-9_.+-]+);base64,"


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
        role: str = "image",
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
        if size is not None:
            values["size"] = _size(size)
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
            _size(values["size"])
        except BadValue as bad:
            yield "size", bad.code, bad.why


def read_data_url(text: str) -> tuple[bytes, str] | None:
    """Returns bytes and media type of a base64 data URL, None if encoding them gives another text."""
    match = re.match(_DATA_URL, text, re.ASCII)
    data = match and read_base64(text[match.end() :])
    return (data, match[1]) if match and data is not None else None


# ---- what each field takes: a function from an outside value to ours, raising BadValue


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise BadValue("wrong_type", "text")
    for _, _, why in unreadable(value):
        raise BadValue("unreadable", why)
    return value


def _word(value: object) -> str:
    text = _text(value)
    if not text or len(text) > 200:
        raise BadValue("not_allowed", "a word of 1 to 200 characters")
    return text


def _quality(value: object) -> str:
    word = QUALITY_WORDS.get(_word(value).lower())
    if word is None:
        raise BadValue("not_allowed", f"one of {', '.join(QUALITY_WORDS)}" + did_you_mean(value, QUALITY_WORDS))
    return word


def _format(value: object) -> str:
    word = _word(value).lower()
    return "jpeg" if word == "jpg" else word


def _integer(low: int | None, why: str) -> Callable[[object], int]:
    def read(value: object) -> int:
        if not is_whole(value) or not isinstance(value, (int, float)):
            raise BadValue("wrong_type", "a whole number")
        number = int(value)
        if (low is not None and number < low) or abs(number) >= MAX_INTEGER:
            raise BadValue("out_of_range", why)
        return number

    return read


def _number(low: float | None, high: float | None, why: str) -> Callable[[object], float]:
    def read(value: object) -> float:
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            raise BadValue("wrong_type", "a number")
        if isinstance(value, float) and not math.isfinite(value):
            raise BadValue("not_allowed", "a finite number")
        if abs(value) >= MAX_INTEGER or (low is not None and value < low) or (high is not None and value > high):
            raise BadValue("out_of_range", why)
        return value

    return read


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise BadValue("wrong_type", "true or false")
    return value


def _aspect_ratio(value: object) -> AspectRatio:
    if isinstance(value, AspectRatio):
        return value
    _ratio_value(_text(value))
    return AspectRatio(str(value))


def _resolution(value: object) -> str:
    name = tier_name(_text(value))
    if name is None:
        raise BadValue("not_allowed", 'a resolution tier such as "512", "1K", "1.5K", "2K" or "4K"')
    return name


def _size(value: object) -> Size:
    if isinstance(value, str):
        match = re.fullmatch(_PIXELS, value)
        if match is None:
            raise BadValue("not_allowed", 'a size is pixels such as "1024x768" or (1024, 768), or a tier such as "2K"')
        value = tuple(int(side) for side in match.groups())
    if not isinstance(value, (list, tuple)) or len(value) != 2 or not all(is_whole(side) for side in value):
        raise BadValue("wrong_type", "a size is two whole numbers, width and height in pixels")
    if not all(1 <= side < MAX_SIDE for side in value):
        raise BadValue("out_of_range", f"width and height must be from 1 to {MAX_SIDE - 1} pixels")
    return Size(int(value[0]), int(value[1]))


def _reference(value: object) -> Reference:
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
        raise Invalid(
            Problem("error", "unknown_field", (key_text(key),), None, "a reference has no such field")
            for key in unknown
        )
    given = dict(value)
    if isinstance(given.get("data"), str):  # JSON has no bytes: base64 there
        given["data"] = read_base64(given["data"])
        if given["data"] is None:
            raise Invalid([Problem("error", "wrong_type", ("data",), None, "base64 text")])
    return Reference(**given)


def _references(value: object) -> tuple[Reference, ...]:
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Sequence):
        raise BadValue("wrong_type", "a list of references")
    references, faults = [], []
    for index, item in enumerate(value):
        try:
            references.append(_reference(item))
        except BadValue as bad:
            faults += [((index, *path), code, why) for path, code, why in bad.inner or (((), bad.code, bad.why),)]
    if faults:
        raise BadValue("wrong_type", "references", tuple(faults))
    return tuple(references)


def _provider_options(value: object) -> FrozenDict:
    if not isinstance(value, Mapping) or not all(isinstance(options, Mapping) for options in value.values()):
        raise BadValue("wrong_type", "an object of providers, each with an object of its own fields")
    faults = [(path, why) for path, _, why in unreadable(value, files=True)]
    if faults:
        raise BadValue("unreadable", faults[0][1], tuple((path, "unreadable", why) for path, why in faults))
    return FrozenDict((provider, freeze(options)) for provider, options in value.items() if options)


READERS: dict[str, Callable[[object], object]] = {
    "prompt": _text,
    "negative_prompt": _text,
    "aspect_ratio": _aspect_ratio,
    "resolution": _resolution,
    "size": _size,
    "quality": _quality,
    "n": _integer(1, "at least 1 image"),
    "seed": _integer(None, "an integer of at most 64 bits"),
    "references": _references,
    "mask": _reference,
    "output_format": _format,
    "output_compression": _integer(None, "an integer of at most 64 bits"),
    "background": _word,
    "guidance": _number(None, None, "a number of at most 64 bits"),
    "steps": _integer(None, "an integer of at most 64 bits"),
    "strength": _number(0, 1, "from 0 (keep the image) to 1 (ignore it)"),
    "stream": _flag,
    "user": _text,
    "provider_options": _provider_options,
}


def takes(name: str, value: object) -> bool:
    """Whether an intent accepts this value in this field; other values stay raw when a request is parsed."""
    try:
        READERS[name](value)
    except BadValue:
        return False
    return True


class IntentFields(TypedDict, total=False):
    """The keywords of `Intent` except the prompt, for an SDK's `**options: Unpack[IntentFields]`."""

    negative_prompt: str
    aspect_ratio: AspectRatio | str
    resolution: str
    size: Size | tuple[int, int] | str
    quality: str
    n: int
    seed: int
    references: Sequence[Reference | str | bytes]
    mask: Reference | str | bytes
    output_format: str
    output_compression: int
    background: str
    guidance: float
    steps: int
    strength: float
    stream: bool
    user: str
    provider_options: Mapping[str, Json]


@frozen(init=False, eq=False, repr=False)
class Intent(Value):
    """What is wanted, in vendor-neutral terms; None means "not set", while 0, False and "" are values.

    `size` is exact pixels (a tier given there becomes `resolution`). `strength` is how far the image may change from
    the reference, from 0 to 1, which ignores it. `output_format` is png, jpeg, webp ... (jpg becomes jpeg);
    `output_compression` is 0 to 100. `provider_options` holds vendor-specific fields, by provider. Raises Invalid with
    every problem.
    """

    prompt: str | None
    negative_prompt: str | None
    aspect_ratio: AspectRatio | None
    resolution: str | None
    size: Size | None
    quality: str | None
    n: int | None
    seed: int | None
    references: tuple[Reference, ...]
    mask: Reference | None
    output_format: str | None
    output_compression: int | None
    background: str | None
    guidance: float | None
    steps: int | None
    strength: float | None
    stream: bool | None
    user: str | None
    provider_options: FrozenDict = field(eq=json_key)

    def __init__(
        self,
        prompt: str | None = None,
        *,
        negative_prompt: str | None = None,
        aspect_ratio: AspectRatio | str | None = None,
        resolution: str | None = None,
        size: Size | tuple[int, int] | str | None = None,
        quality: str | None = None,
        n: int | None = None,
        seed: int | None = None,
        references: Sequence[Reference | str | bytes] | None = None,
        mask: Reference | str | bytes | None = None,
        output_format: str | None = None,
        output_compression: int | None = None,
        background: str | None = None,
        guidance: float | None = None,
        steps: int | None = None,
        strength: float | None = None,
        stream: bool | None = None,
        user: str | None = None,
        provider_options: Mapping[str, Json] | None = None,
    ) -> None:
        given = {name: value for name, value in locals().items() if name in READERS}
        values, problems = _read(given)
        if problems:
            raise Invalid(problems)
        values["references"] = values["references"] or ()
        values["provider_options"] = values["provider_options"] or FrozenDict()
        self.__attrs_init__(**values)

    @classmethod
    def of(cls, fields: Json) -> Self:
        """Returns the intent in an untrusted mapping; raises Invalid with every problem, including unknown names."""
        if not isinstance(fields, Mapping):
            raise Invalid([Problem("error", "wrong_type", (), fields, "an object of intent fields")])
        given = {name: fields.get(name) for name in READERS}
        problems = [_unknown(name) for name in fields if name not in READERS]
        problems += _read(given)[1]
        if problems:
            raise Invalid(problems)
        return cls(**given)  # type: ignore[arg-type]

    def to_json(self) -> dict[str, object]:
        """Returns what is set as JSON data that `of` reads back: {"prompt": "a cat", "size": [1024, 768]}.

        Bytes are base64 text; only those inside `provider_options` stay bytes, as JSON has no word that tells them from
        text there.
        """
        given = asdict(self, recurse=False).items()
        return {name: _to_json(value) for name, value in given if value is not None and value not in ((), {})}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> object:
        from imgparams import intent_schema

        return intent_schema.core_schema()

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> JsonObject:
        from imgparams import intent_schema

        return intent_schema.json_schema()


def _to_json(value: object) -> object:
    import base64

    if isinstance(value, Reference):
        facts = asdict(value, recurse=False).items()
        return {name: _to_json(fact) for name, fact in facts if fact is not None and (name, fact) != ("role", "image")}
    if isinstance(value, tuple):
        return [_to_json(item) for item in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.text if isinstance(value, AspectRatio) else thaw(value)


def _read(given: Mapping[str, object]) -> tuple[JsonObject, list[Problem]]:
    values: JsonObject = {}
    problems: list[Problem] = []
    given = dict(given)
    if isinstance(given["size"], str) and (tier := tier_name(given["size"])):
        other = given["resolution"]
        if other is None or (isinstance(other, str) and tier_name(other) == tier):
            given["resolution"] = tier
        else:
            problems.append(_conflict("size", given["size"], f"contradicts resolution {shown(other)}"))
        given["size"] = None
    for name, read in READERS.items():
        values[name] = None
        try:
            if given[name] is not None:
                values[name] = read(given[name])
        except BadValue as bad:
            inner = bad.inner or (((), bad.code, bad.why),)
            at = given[name] if not bad.inner else None
            problems += [Problem("error", code, (name, *path), at, why, field=name) for path, code, why in inner]
    size, ratio, tier_asked = values["size"], values["aspect_ratio"], values["resolution"]
    if size and ratio and ratio.value is not None and not ratio_met(size, ratio.value):
        problems.append(_conflict("aspect_ratio", ratio.text, f"contradicts size {size}"))
    if size and tier_asked and not tier_met(size, tier_asked):
        problems.append(_conflict("resolution", tier_asked, f"contradicts size {size}"))
    return values, problems


def _conflict(name: str, value: object, why: str) -> Problem:
    return Problem("error", "conflict", (name,), value, why, field=name)


def _unknown(name: object) -> Problem:
    why = "an intent has no such field" + did_you_mean(name, READERS)
    return Problem("error", "unknown_field", (key_text(name),), None, why)
