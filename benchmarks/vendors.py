"""Rows of several vendors: each verb against one `json.dumps` of the payload that is written (J)."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from functools import partial
from typing import Any

from benchmarks import samples
from benchmarks.measure import Row, in_turns
from imgparams import ALL, Intent, Target, check, find, to_request

GROUP = "vendors"
CHECKS = {
    "leonardo/phoenix-1.0": 1.5,
    "openai/gpt-image-2": 1.5,
    "google/gemini-3-pro-image": 2.0,
    "openrouter/images": 2.0,
    "automatic1111/txt2img": 1.5,
}
UNSAID = {"openrouter/images": {"model": "black-forest-labs/flux.2-pro"}}  # what this target leaves to the caller
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(60)  # small: what a larger one costs is base64 alone
RAW = {"leonardo": {"alchemy": True, "contrast": 3.5, "presetStyle": "CREATIVE"}}
MORE: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("a reference", "google/gemini-3-pro-image", {"references": [PICTURE]}),
    ("a mask", "openai/gpt-image-1.5", {"references": [PICTURE], "mask": PICTURE}),
    ("own provider_options", "leonardo/phoenix-1.0", {"provider_options": RAW}),
)


def rows() -> Iterator[Row]:
    for name, goal in CHECKS.items():
        target, intent = find(name), Intent(**samples.CLEAN)
        request = _read(intent, target)[0]
        translated, dumped = in_turns(partial(_read, intent, target), partial(json.dumps, request))
        yield Row(GROUP, f"{name}: to_request", translated, dumped, "J", 2)
        yield _check(target, {**request, **UNSAID.get(name, {})}, goal)
    for what, name, fields in MORE:
        target, intent = find(name), Intent(**samples.CLEAN, **fields)
        payload = _as_json(_read(intent, target)[0])
        translated, dumped = in_turns(partial(_read, intent, target), partial(json.dumps, payload))
        yield Row(GROUP, f"{name}: to_request with {what}", translated, dumped, "J", 4)


def _check(target: Target, request: dict[str, Any], goal: float) -> Row:
    problems = check(request, target)
    assert all(problem.level == "warning" for problem in problems), problems
    checked, dumped = in_turns(partial(check, request, target), partial(json.dumps, request))
    warnings = f", {len(problems)} warnings" if problems else ""
    return Row(GROUP, f"{target.name}: check{warnings}", checked, dumped, "J", goal)


def _read(intent: Intent, target: Target) -> tuple[dict[str, Any], object]:
    done = to_request(intent, target, allow=ALL)
    return done.request, done.changes


def _as_json(value: Any) -> Any:
    """Files as base64, which is what they would be in JSON."""
    if isinstance(value, dict):
        return {key: _as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    return b64encode(value).decode() if isinstance(value, bytes) else value
