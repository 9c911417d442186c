"""What is wanted: one vendor-neutral intent, checked when it is created, with every problem at once.

Sizes and ratios are compared here too, because an intent that contradicts itself is refused. Knows no vendor.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal, TypedDict

from attrs import asdict, field, frozen

from imgparams.errors import Invalid, Problem
from imgparams.geometry import AspectRatio, BadValue, Size, _ratio_value, ratio_met, read_size, tier_met, tier_name
from imgparams.reference import Reference, read_reference, read_references
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
    plain,
    short,
    thaw,
    unreadable,
)

if TYPE_CHECKING:
    from typing_extensions import Self

Json = Mapping[str, object]

# for completion where people type; any other text is accepted too
QualityName = Literal["auto", "low", "medium", "high", "xhigh", "max", "standard", "hd"]
FormatName = Literal["png", "jpeg", "webp"]
DeliveryName = Literal["url", "base64"]
BackgroundName = Literal["auto", "opaque", "transparent"]

QUALITY = ("low", "medium", "high", "xhigh", "max")  # in ascending order; "auto" stands outside
QUALITY_WORDS = {**{word: word for word in ("auto", *QUALITY)}, "standard": "medium", "hd": "high"}
DELIVERY_WORDS = {"url": "url", "base64": "base64", "b64_json": "base64"}
MAX_INTEGER = 2**64
NO_SEED = -1  # what callers write for "no seed"; it is never sent as one


# ---- what each field takes: a function from an outside value to ours, raising BadValue


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise BadValue("wrong_type", "text")
    for _, _, why in unreadable(value):
        raise BadValue("unreadable", why)
    text: str = plain(value)
    return text


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


def _delivery(value: object) -> str:
    word = DELIVERY_WORDS.get(_word(value).lower())
    if word is None:
        raise BadValue("not_allowed", f"one of {', '.join(DELIVERY_WORDS)}" + did_you_mean(value, DELIVERY_WORDS))
    return word


def _format(value: object) -> str:
    word = _word(value).lower()
    return "jpeg" if word == "jpg" else word


def _integer(low: int | None, why: str, value: object) -> int:
    if not is_whole(value):
        raise BadValue("wrong_type", "a whole number")
    number = int(value)
    if (low is not None and number < low) or abs(number) >= MAX_INTEGER:
        raise BadValue("out_of_range", why)
    return number


def _number(low: float | None, high: float | None, why: str, value: object) -> float:
    if not is_number(value):
        raise BadValue("wrong_type", "a number")
    if isinstance(value, float) and not math.isfinite(value):
        raise BadValue("not_allowed", "a finite number")
    if abs(value) >= MAX_INTEGER or (low is not None and value < low) or (high is not None and value > high):
        raise BadValue("out_of_range", why)
    number: float = plain(value)
    return number


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise BadValue("wrong_type", "true or false")
    return value


def _aspect_ratio(value: object) -> AspectRatio:
    if isinstance(value, AspectRatio):
        return value
    if isinstance(value, (list, tuple)):  # (16, 9)
        if len(value) != 2 or not all(is_whole(side) and 1 <= side < 10**9 for side in value):
            raise BadValue("wrong_type", 'a ratio such as "16:9" or (16, 9)')
        value = ":".join(str(int(side)) for side in value)
    _ratio_value(_text(value))
    return AspectRatio(str(value))


def _resolution(value: object) -> str:
    name = tier_name(_text(value))
    if name is None:
        raise BadValue("not_allowed", 'a resolution tier such as "512", "1K", "1.5K", "2K" or "4K"')
    return name


def _provider_options(value: object) -> FrozenDict:
    if not isinstance(value, Mapping) or not all(isinstance(options, Mapping) for options in value.values()):
        raise BadValue("wrong_type", "an object of providers, each with an object of its own fields")
    faults = [(path, why) for path, _, why in unreadable(value, files=True)]
    if faults:
        raise BadValue("unreadable", faults[0][1], tuple((path, "unreadable", why) for path, why in faults))
    return FrozenDict((plain(provider), freeze(options)) for provider, options in value.items() if options)


READERS: dict[str, Callable[[object], object]] = {
    "prompt": _text,
    "negative_prompt": _text,
    "aspect_ratio": _aspect_ratio,
    "resolution": _resolution,
    "size": read_size,
    "quality": _quality,
    "n": partial(_integer, 1, "at least 1 image"),
    "seed": partial(_integer, None, "an integer of at most 64 bits"),
    "references": read_references,
    "mask": read_reference,
    "output_format": _format,
    "output_compression": partial(_integer, None, "an integer of at most 64 bits"),
    "delivery": _delivery,
    "background": _word,
    "guidance": partial(_number, None, None, "a number of at most 64 bits"),
    "steps": partial(_integer, None, "an integer of at most 64 bits"),
    "strength": partial(_number, 0, 1, "from 0 (keep the image) to 1 (ignore it)"),
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

    negative_prompt: str | None
    aspect_ratio: AspectRatio | tuple[int, int] | str | None
    resolution: str | None
    size: Size | tuple[int, int] | str | None
    quality: QualityName | str | None
    n: int | None
    seed: int | None
    references: Sequence[Reference | str | bytes] | None
    mask: Reference | str | bytes | None
    output_format: FormatName | str | None
    output_compression: int | None
    delivery: DeliveryName | str | None
    background: BackgroundName | str | None
    guidance: float | None
    steps: int | None
    strength: float | None
    stream: bool | None
    user: str | None
    provider_options: Mapping[str, Json] | None


@frozen(init=False, eq=False, repr=False, slots=False)
class Intent(Value):
    """What is wanted, in vendor-neutral terms; None means "not set", while 0, False and "" are values.

    `size` is exact pixels (a tier given there becomes `resolution`). `strength` is how far the image may change from
    the reference, from 0 to 1, which ignores it. `output_format` is png, jpeg, webp ... (jpg becomes jpeg);
    `output_compression` is 0 to 100. `delivery` is how the images come back: as a url, or as base64 (or b64_json) in
    the answer. `provider_options` holds vendor-specific fields, by provider. Raises Invalid with every problem.
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
    delivery: str | None
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
        aspect_ratio: AspectRatio | tuple[int, int] | str | None = None,
        resolution: str | None = None,
        size: Size | tuple[int, int] | str | None = None,
        quality: QualityName | str | None = None,
        n: int | None = None,
        seed: int | None = None,
        references: Sequence[Reference | str | bytes] | None = None,
        mask: Reference | str | bytes | None = None,
        output_format: FormatName | str | None = None,
        output_compression: int | None = None,
        delivery: DeliveryName | str | None = None,
        background: BackgroundName | str | None = None,
        guidance: float | None = None,
        steps: int | None = None,
        strength: float | None = None,
        stream: bool | None = None,
        user: str | None = None,
        provider_options: Mapping[str, Json] | None = None,
    ) -> None:
        given = dict(locals())  # a copy: a tracer, such as that of a debugger, writes new locals into the other
        del given["self"]
        values, problems = _read(given)
        if problems:
            raise Invalid(problems)
        self.__dict__.update((name, value) for name, value in values.items() if value not in _EMPTY)

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

    def __repr__(self) -> str:
        """Returns what is set, as it would be written: `Intent(prompt='a cat', n=2)`."""
        return f"Intent({', '.join(f'{name}={_shortly(value)}' for name, value in self.given.items())})"

    @classmethod
    def made(cls, values: JsonObject) -> Self:
        """Returns the intent of values that are known to be right, in the order of READERS."""
        intent = cls.__new__(cls)
        intent.__dict__.update(values)
        return intent

    @property
    def given(self) -> JsonMapping:
        """The fields that are set, in their order, with `provider_options`."""
        return self.__dict__

    def to_json(self) -> dict[str, object]:
        """Returns what is set as JSON data that `of` reads back: {"prompt": "a cat", "size": [1024, 768]}.

        Bytes are base64 text; only those inside `provider_options` stay bytes, as JSON has no word that tells them from
        text there.
        """
        return {name: _to_json(value) for name, value in self.given.items()}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> object:
        from imgparams import intent_schema

        return intent_schema.core_schema()

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> JsonObject:
        from imgparams import intent_schema

        return intent_schema.json_schema()


#: what stands for "not set"; an intent holds what is set, and these are the same for all
_UNSET: JsonObject = {"references": (), "provider_options": FrozenDict()}
_EMPTY: tuple[object, ...] = ((), {})
for _name in READERS:
    setattr(Intent, _name, _UNSET.get(_name))


def _shortly(value: object) -> str:
    """Returns a value as it would be written; a long text is cut."""
    if isinstance(value, Size):
        return repr(str(value))
    return short(value.text if isinstance(value, AspectRatio) else value)


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
    """Returns the values of what is set, in the order of READERS, and what is wrong with it."""
    values: JsonObject = {}
    problems: list[Problem] = []
    size = given["size"]
    if size == "auto" and isinstance(size, str):  # the choice is left to the vendor
        given = {**given, "size": None, "aspect_ratio": given["aspect_ratio"] or "auto"}
    elif isinstance(size, str) and (tier := tier_name(size)):
        other = given["resolution"]
        given = {**given, "size": None}
        if other is None or (isinstance(other, str) and tier_name(other) == tier):
            given["resolution"] = tier
        else:
            problems.append(_conflict("size", size, f"contradicts resolution {shown(other)}"))
    for name, value in given.items():
        try:
            if value is not None:
                values[name] = READERS[name](value)
        except BadValue as bad:
            inner = bad.inner or (((), bad.code, bad.why),)
            at = value if not bad.inner else None
            problems += [Problem("error", code, (name, *path), at, why, field=name) for path, code, why in inner]
    return values, [*problems, *_contradictions(values)]


def _contradictions(values: JsonObject) -> Iterator[Problem]:
    size: Size | None = values.get("size")
    if size is None:
        return
    ratio, tier = values.get("aspect_ratio"), values.get("resolution")
    if ratio and ratio.value is not None and not ratio_met(size, ratio.value):
        yield _conflict("aspect_ratio", ratio.text, f"contradicts size {size}")
    if tier and not tier_met(size, tier):
        yield _conflict("resolution", tier, f"contradicts size {size}")


def _conflict(name: str, value: object, why: str) -> Problem:
    return Problem("error", "conflict", (name,), value, why, field=name)


#: what vendors call fields of an intent, as small letters and figures
_VENDORS_NAMES = {
    "n": (
        "numimages",
        "numberofimages",
        "numoutputs",
        "numberresults",
        "imagecount",
        "samplecount",
        "batchsize",
        "count",
    ),
    "size": ("width", "height", "imagesize", "dimensions", "pixels"),
    "aspect_ratio": ("ratio", "imageaspectratio"),
    "resolution": ("tier", "imageresolution", "megapixels"),
    "guidance": ("guidancescale", "cfgscale", "cfg", "promptstrength"),
    "steps": ("numinferencesteps", "inferencesteps", "numsteps", "samplesteps"),
    "references": ("image", "images", "imageurl", "imageurls", "inputimage", "inputimages", "referenceimages"),
    "mask": ("maskimage", "maskurl"),
    "negative_prompt": ("negativetext",),
    "prompt": ("text", "textprompt", "input", "promptin"),
    "output_format": ("format", "outputtype", "imageformat", "outputmimetype", "fileformat"),
    "delivery": ("responseformat", "returntype"),
    "strength": ("denoisingstrength", "initstrength", "imagestrength", "denoise"),
    "provider_options": ("extra", "extrabody", "options", "parameters"),
}
_FIELD_OF = {word: field for field, words in _VENDORS_NAMES.items() for word in words}


def _unknown(name: object) -> Problem:
    letters = "".join(filter(str.isalnum, name.lower())) if isinstance(name, str) and len(name) < 50 else ""
    field = _FIELD_OF.get(letters) or next((own for own in READERS if own.replace("_", "") == letters), "")
    near = f"; did you mean {field!r}?" if field else did_you_mean(name, READERS)
    why = f"an intent has no such field{near}"
    return Problem("error", "unknown_field", (key_text(name),), None, why)
