"""Typed all the way: a target by its constant, a caller's own TypedDict, and one field of an intent replaced."""

from __future__ import annotations

from typing import Any, TypedDict

import attrs
from typing_extensions import Unpack

from imgparams import Intent, IntentFields, to_intent, to_request
from imgparams.providers.openrouter.records import GEMINI_3_PRO_IMAGE


class Body(TypedDict, total=False):
    prompt: str
    n: int


def wide(prompt: str, **more: Unpack[IntentFields]) -> dict[str, Any]:
    return to_request(attrs.evolve(Intent(prompt, **more), aspect_ratio="16:9"), GEMINI_3_PRO_IMAGE).request


def read(body: Body) -> Intent:
    return to_intent(body, GEMINI_3_PRO_IMAGE)


PORTRAIT = wide("a heron", resolution="2K", references=["https://example.com/heron.png"])
