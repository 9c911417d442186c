"""Every door with changed and random documents: it answers, or raises an error of the library."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from imgparams import (
    ALL,
    CATALOG,
    Catalog,
    ImgparamsError,
    Intent,
    Target,
    check,
    convert,
    identify,
    plan,
    preflight,
    read_curl,
    read_har,
    to_intent,
    to_request,
)
from imgparams.answers import answer, read_answers
from imgparams.from_schema import target_of_schema
from imgparams.serial import dump, load
from tests.unit.tables import PROMPT, SEED, table

#: documents a door; `IMGPARAMS_DOORS=1000000 pytest tests/unit/test_doors.py` for the night
DOCUMENTS = int(os.environ.get("IMGPARAMS_DOORS", "150"))

NAMES = (
    *("openai/gpt-image-2", "leonardo/phoenix-1.0", "google/gemini-3-pro-image", "runware/bfl:5@1", "bfl/flux-2-pro"),
    *("stability/sd3.5-large", "fal/fal-ai/flux/dev", "replicate/black-forest-labs/flux-dev", "qwen/qwen-image-3.0"),
)
REQUEST: dict[str, Any] = {
    "model": "gpt-image-2",
    "prompt": "a cat",
    "n": 2,
    "size": "1024x1024",
    "seed": 7,
    "quality": "high",
    "image": [{"url": "https://example.com/a.png"}],
    "input": {"prompt": "a cat", "aspect_ratio": "16:9", "seed": None},
    "contents": [{"parts": [{"text": "a cat"}]}],
    "width": 1024,
    "height": 1024,
}
INTENT: dict[str, Any] = {
    "prompt": "a cat",
    "size": [1024, 768],
    "n": 2,
    "seed": 0,
    "references": [{"url": "https://example.com/a.png", "role": "style", "weight": 0.5}],
    "mask": {"file_id": "f-1", "provider": "openai", "edits": "white"},
    "quality": "high",
    "provider_options": {"openai": {"moderation": "low"}, "fal": {"loras": [{"path": "a", "scale": 1}]}},
}
CURL = """curl -X POST 'https://api.openai.com/v1/images/generations?x=1' -H "Authorization: Bearer $KEY" \\
  -H 'Content-Type: application/json' --data '{"model": "gpt-image-2", "prompt": "a \\u00e9", "n": 2}' | jq ."""
HAR: dict[str, Any] = {
    "log": {
        "entries": [
            {
                "request": {
                    "method": "POST",
                    "url": "https://api.openai.com/v1/images/generations",
                    "headers": [{"name": "Content-Type", "value": "application/json"}],
                    "postData": {"mimeType": "application/json", "text": json.dumps(REQUEST)},
                },
                "response": {"status": 400, "headers": [], "content": {"text": '{"error": {"message": "no"}}'}},
                "startedDateTime": "2026-11-30T10:00:00Z",
            }
        ]
    }
}
SCHEMA: dict[str, Any] = {
    "openapi": "3.0.0",
    "paths": {"/v1/a": {"post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/s/Input"}}}}}}},
    "s": {
        "Input": {
            "type": "object",
            "required": ["prompt"],
            "properties": {
                "prompt": {"type": "string", "maxLength": 1000, "pattern": "(a+)+"},
                "image_size": {"anyOf": [{"$ref": "#/s/Size"}, {"enum": ["square_hd", "16:9"]}], "default": "16:9"},
                "num_images": {"type": "integer", "minimum": 1, "maximum": 4, "default": 1},
                "guidance": {"type": ["number", "null"], "exclusiveMinimum": 0, "multipleOf": 0.5},
                "image_urls": {"type": "array", "items": {"type": "string", "format": "uri"}, "maxItems": 3},
            },
        },
        "Size": {"type": "object", "properties": {"width": {"type": "integer"}, "height": {"type": "integer"}}},
    },
}
ANSWER: dict[str, Any] = {
    "created": 1,
    "id": "a-1",
    "status": "succeeded",
    "data": [{"b64_json": "iVBORw0KGgo=", "url": "https://example.com/a.png"}],
    "error": {"code": "moderation_blocked", "message": "size must be at most 1024", "param": "size", "type": "x"},
    "detail": [{"loc": ["body", "seed"], "msg": "ensure this value is less than 5", "type": "value_error"}],
    "output": ["https://example.com/a.png"],
}
TABLE = dump(table(PROMPT, SEED))
SECRET = "sk-abcdefghijklmnopqrstuvwxyz123456"
PIECES = ("'", '"', "\\", "$(", "${", "`", "\n", "<<EOF\n", " -F ", "@", "&", "{", "]", "\x00", "é", "")
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2**63, 10**400, 1.5, -0.0, float("nan"), float("inf"), "", "a", "\ud800", "\x00"),
    *(
        "1024x1024",
        "16:9",
        "auto",
        "$ref",
        "#/s/Input",
        "https://example.com/a.png",
        "data:image/png;base64,iVBORw0KGgo=",
    ),
    *(
        [],
        {},
        [[]],
        {"": {}},
        {"a": {"a": {}}},
        [1, "a", None],
        {"$ref": "#"},
        {"$bytes": "YQ=="},
        b"a",
        (1, 2),
        {1, 2},
    ),
    *({1: 2}, object(), "x" * 3000, "../..", SECRET),
)


def changed(value: Any, drawn: random.Random) -> Any:
    """A copy with one to three places changed: another value, a key more, less or renamed, an item twice."""
    copy = json.loads(json.dumps(value)) if isinstance(value, (dict, list)) else value
    for _ in range(drawn.randint(1, 3)):
        copy = _once(copy, drawn)
    return copy


def _once(value: Any, drawn: random.Random) -> Any:
    if isinstance(value, dict) and value and drawn.random() < 0.85:
        key = drawn.choice(list(value))
        way = drawn.random()
        if way < 0.7:
            return {**value, key: _once(value[key], drawn)}
        if way < 0.8:
            return {name: item for name, item in value.items() if name != key}
        return {**value, drawn.choice([*value, "zz", f"{key}s", 7]): drawn.choice(ODD)}
    if isinstance(value, list) and value and drawn.random() < 0.85:
        at = drawn.randrange(len(value))
        return [*value[:at], _once(value[at], drawn), *value[at + drawn.randint(0, 1) :]]
    if isinstance(value, str) and value and drawn.random() < 0.5:
        at = drawn.randrange(len(value))
        return value[:at] + drawn.choice(PIECES) + value[at + drawn.randint(0, 3) :]
    return drawn.choice(ODD)


def _verbs(request: Any, name: str) -> None:
    str(check(request, name))
    to_intent(request, name)
    str(preflight(request, name))
    str(convert(request, source=name, target="fal/fal-ai/flux/dev", allow=ALL).http())


def _asked(fields: Any, name: str) -> None:
    intent = Intent.of(fields)
    done = to_request(intent, name, allow=ALL)
    repr(done)
    str(plan(intent, name, allow=ALL))
    str(done.supply({need.at: b"\x89PNG\r\n\x1a\n" for need in done.needs}).http(extra=fields).curl())


def _answered(body: Any, name: str) -> None:
    for status in (200, 400, 429):
        str(answer(name, status=status, body=body, headers={"retry-after": str(body)[:20]}, sent=REQUEST))


DOORS: dict[str, tuple[Any, Callable[[Any, str], object]]] = {
    "requests": (REQUEST, _verbs),
    "intents": (INTENT, _asked),
    "calls": (REQUEST, lambda body, name: identify("POST", f"https://x.example{CATALOG[name].path}", body)),
    "addresses": ("https://api.openai.com/v1/images/generations", lambda url, _: identify("POST", str(url), REQUEST)),
    "curl": (CURL, lambda text, _: read_curl(str(text))),
    "recordings": (HAR, lambda document, _: (read_har(document), read_answers(document))),
    "schemas": (SCHEMA, lambda document, _: check(REQUEST, target_of_schema(document, name="acme/x", at="#/s/Input"))),
    "answers": (ANSWER, _answered),
    "tables": (TABLE, lambda data, _: check(REQUEST, load(Target, data))),
    "catalogs": ({"targets": [TABLE], "version": "x"}, lambda data, _: load(Catalog, data)),
    "dumps": (dump(Intent.of(INTENT)), lambda data, _: load(Intent, data)),
    "names": ("openai/gpt-image-2", lambda name, _: CATALOG.find(name)),
}


def documents(door: str) -> Iterator[tuple[Any, str]]:
    drawn, names = random.Random(door), NAMES if 10 * len(CATALOG) > DOCUMENTS else [*CATALOG]
    for number in range(DOCUMENTS):
        yield changed(DOORS[door][0], drawn), names[number % len(names)]


@pytest.mark.parametrize("door", DOORS)
def test_a_door_answers_or_refuses(door: str) -> None:
    outcomes = {_outcome(DOORS[door][1], document, name) for document, name in documents(door)}
    assert True in outcomes or door in ("catalogs", "names")  # else the documents are too far from good ones


def _outcome(through: Callable[[Any, str], object], document: Any, name: str) -> bool:
    """Whether it was answered; raises AssertionError for an error that is not of the library, or tells too much."""
    try:
        through(document, name)
    except ImgparamsError as error:
        text = str(error)
    except Exception as error:
        raise AssertionError((type(error).__name__, str(error)[:200], name, document)) from error
    else:
        return True
    if not text or SECRET in text:
        raise AssertionError((text, name, document))
    return False
