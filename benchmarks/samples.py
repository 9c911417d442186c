"""What is timed: wishes and requests of one Leonardo model, and the same with new values each time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from benchmarks import by_hand
from benchmarks.measure import NEW_VALUES

JsonObject = dict[str, Any]

CLEAN: JsonObject = {
    "prompt": "a lighthouse at night",
    "negative_prompt": "people",
    "aspect_ratio": "16:9",
    "n": 4,
    "seed": 0,
    "guidance": 7,
}
SIX_CHANGES: JsonObject = {
    "prompt": "a lighthouse at night",
    "size": (1920, 1080),
    "quality": "high",
    "n": 9,
    "guidance": 30,
    "steps": 5,
    "output_format": "png",
}
FOUR_KEYS: JsonObject = {"modelId": by_hand.MODEL, "prompt": "a lighthouse", "width": 1024, "height": 768}
SIXTEEN_KEYS: JsonObject = {
    "modelId": by_hand.MODEL,
    "prompt": "a lighthouse at night",
    "negative_prompt": "people",
    "width": 1184,
    "height": 664,
    "num_images": 4,
    "seed": 0,
    "guidance_scale": 7,
    "num_inference_steps": 30,
    "alchemy": True,
    "contrast": 3.5,
    "presetStyle": "CREATIVE",
    "scheduler": "KLMS",
    "public": False,
    "tiling": False,
    "transparency": "disabled",
}
NINE_FAULTS: JsonObject = {
    "modelId": "another",
    "prompt": 3,
    "width": 1001,
    "height": 4000,
    "num_images": 9,
    "guidance_scale": "7",
    "contrast": 1.3,
    "promptMagicVersion": "v3",
    "heigth": 512,
}
WISHES: Mapping[str, JsonObject] = {
    "a prompt": {"prompt": "a lighthouse at night"},
    "six fields": CLEAN,
    "six changes": SIX_CHANGES,
}
REQUESTS: Mapping[str, JsonObject] = {
    "four keys": FOUR_KEYS,
    "sixteen keys": SIXTEEN_KEYS,
    "nine faults": NINE_FAULTS,
}


def three_faults() -> list[JsonObject]:
    """Requests of sixteen keys with three faults each, whose values differ in each request."""
    return [
        {**SIXTEEN_KEYS, "width": 1537 + number, "num_inference_steps": 61 + number, "guidance_scale": 31 + number}
        for number in range(NEW_VALUES)
    ]


def new_wishes() -> list[JsonObject]:
    """The clean wish with another prompt and another seed each time."""
    return [{**CLEAN, "prompt": f"a lighthouse at night, {number}", "seed": number} for number in range(NEW_VALUES)]
