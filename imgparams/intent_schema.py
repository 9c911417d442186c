"""What pydantic asks of an Intent, so that `intent: Intent` is a field of a model like any other; and its JSON.

pydantic asks the class itself, so `Intent` imports this module, and only when pydantic builds such a model. It is the
one import upwards in the library; that is why it knows nothing but the intent. The other public values are no fields of
a model: `serial` has their JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from imgparams.codec.marks import mark, unmark
from imgparams.errors import Invalid, Problem
from imgparams.geometry import MAX_SIDE
from imgparams.intent import DELIVERY_WORDS, QUALITY_WORDS, Intent
from imgparams.reference import EDITS, ROLES
from imgparams.values import Path, unreadable

Schema = dict[str, Any]


def write(intent: Intent) -> dict[str, object]:
    """Returns an intent as JSON: `Intent.to_json`, where bytes in `provider_options` are marked."""
    data = intent.to_json()
    if "provider_options" in data:
        data["provider_options"] = mark(data["provider_options"])
    return data


def read(data: object) -> Intent:
    """Returns the intent that `write` wrote; raises Invalid with every fault."""
    if not isinstance(data, Mapping):
        raise Invalid([Problem("error", "wrong_type", (), data, "an object")])
    fields, faults = dict(data), list[Problem]()
    try:
        fields["provider_options"] = unmark(fields.get("provider_options"), ("provider_options",))
    except Invalid as error:
        faults += error.problems
        del fields["provider_options"]
    try:
        intent = Intent.of(fields)
    except Invalid as error:
        faults += error.problems
    if faults:
        raise Invalid(faults)
    return intent


def core_schema() -> object:
    """Returns the schema that pydantic validates and serialises an Intent by."""
    from pydantic_core import (  # type: ignore[import-not-found, unused-ignore]
        InitErrorDetails,
        PydanticCustomError,
        ValidationError,
        core_schema,
    )

    def validated(value: object) -> Intent:
        try:
            return _intent(value)
        except Invalid as error:
            faults = [
                InitErrorDetails(
                    type=PydanticCustomError(problem.code, problem.why),
                    loc=problem.path,
                    input=_at(value, problem.path),
                )
                for problem in error.problems
            ]
        raise ValidationError.from_exception_data("Intent", faults)

    written = core_schema.plain_serializer_function_ser_schema(write)
    return core_schema.no_info_plain_validator_function(validated, serialization=written)


def _intent(value: object) -> Intent:
    """An intent as it is, from JSON as `write` writes it, or from a mapping that holds Python values."""
    if isinstance(value, Intent):
        return value
    return Intent.of(value) if isinstance(value, Mapping) and any(unreadable(value)) else read(value)


def _at(value: Any, path: Path) -> object:
    """What stands at a path, None where nothing does; a picture as text is its own URL."""
    for part in path:
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(part, int):
            value = value[part]
    return value


# ---- what an intent is in JSON


def json_schema() -> Schema:
    """What an intent is in JSON, as JSON Schema (2020-12).

    Wider than `Intent.of` where a schema can't say it: a size that contradicts the ratio or tier beside it, a ratio or
    tier of zero, a reference without its one picture, base64 that is none.
    """
    return {
        "type": "object",
        "title": "Intent",
        "description": "What is wanted of an image model, in no vendor's words; null or absent means not set.",
        "properties": {name: _nullable(schema) for name, schema in _PROPERTIES.items()},
        "additionalProperties": False,
    }


def _nullable(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


_RATIO = "^(auto|[0-9]{1,9}(\\.[0-9]{1,9})?:[0-9]{1,9}(\\.[0-9]{1,9})?)$"
_TIER = "([0-9]{1,4}(\\.[0-9]{1,2})?[kK]|[0-9]{2,4})"
_PIXELS = "[1-9][0-9]{0,8}[xX*\\u00d7][1-9][0-9]{0,8}"


def _any_case(words: Iterable[str]) -> str:
    """Returns a pattern of these words in any case."""
    return "^({})$".format("|".join("".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in w) for w in words))


_QUALITY = _any_case(QUALITY_WORDS)
_DELIVERY = _any_case(DELIVERY_WORDS)
_TEXT: Schema = {"type": "string"}
_WORD: Schema = {"type": "string", "minLength": 1, "maxLength": 200}
_NAME: Schema = {"type": "string", "minLength": 1}
_WHOLE: Schema = {"type": "integer", "exclusiveMinimum": -(2**64), "exclusiveMaximum": 2**64}
_NUMBER: Schema = {"type": "number", "exclusiveMinimum": -(2**64), "exclusiveMaximum": 2**64}
_SIDE: Schema = {"type": "integer", "minimum": 1, "exclusiveMaximum": MAX_SIDE}
_SIDES: Schema = {"type": "array", "items": _SIDE, "minItems": 2, "maxItems": 2, "description": "pixels"}
_SIZE: Schema = {"anyOf": [_SIDES, {"type": "string", "pattern": f"^({_PIXELS}|{_TIER}|auto)$"}]}
_PAIR: Schema = {"type": "array", "items": {**_SIDE, "exclusiveMaximum": 10**9}, "minItems": 2, "maxItems": 2}
_PICTURE: Schema = {
    "type": "object",
    "description": "One of data, url, and file_id with the provider that owns it.",
    "properties": {
        "data": _nullable({"type": "string", "contentEncoding": "base64"}),
        "url": _nullable(_NAME),
        "file_id": _nullable(_NAME),
        "provider": _nullable(_NAME),
        "role": {"enum": list(ROLES)},
        "weight": _nullable({"type": "number"}),
        "media_type": _nullable(_NAME),
        "size": _nullable({"anyOf": [_SIDES, {"type": "string", "pattern": f"^{_PIXELS}$"}]}),
        "edits": _nullable({"enum": list(EDITS)}),
    },
    "additionalProperties": False,
}
_REFERENCE: Schema = {"anyOf": [{**_NAME, "description": "a URL"}, _PICTURE]}
_PROPERTIES: dict[str, Schema] = {
    "prompt": _TEXT,
    "negative_prompt": _TEXT,
    "aspect_ratio": {"anyOf": [{"type": "string", "pattern": _RATIO}, _PAIR], "examples": ["16:9", "auto"]},
    "resolution": {"type": "string", "pattern": f"^{_TIER}$", "examples": ["1K", "2K"]},
    "size": {**_SIZE, "examples": ["1024x768"]},
    "quality": {"type": "string", "pattern": _QUALITY, "examples": list(QUALITY_WORDS)},
    "n": {**_WHOLE, "exclusiveMinimum": 0},
    "seed": _WHOLE,
    "references": {"type": "array", "items": _REFERENCE},
    "mask": _REFERENCE,
    "output_format": {**_WORD, "examples": ["png", "jpeg", "webp"]},
    "output_compression": _WHOLE,
    "delivery": {"type": "string", "pattern": _DELIVERY, "examples": list(DELIVERY_WORDS)},
    "background": {**_WORD, "examples": ["auto", "opaque", "transparent"]},
    "guidance": _NUMBER,
    "steps": _WHOLE,
    "strength": {"type": "number", "minimum": 0, "maximum": 1},
    "stream": {"type": "boolean"},
    "user": _TEXT,
    "provider_options": {"type": "object", "additionalProperties": {"type": "object"}},
}
