"""Inputs for both sides, drawn at the edges of what is legal, on and off, always the same ones for a seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from benchmarks import by_hand

JsonObject = dict[str, Any]

FLAGS = (True, False, None, "true")
NUMBERS = (0, 1, 2.5, -1, None, "1")
IDS = ("an-id", "", None, 3)
WIRES: Mapping[str, tuple[Any, ...]] = {
    "modelId": (by_hand.MODEL, by_hand.MODEL, by_hand.MODEL, "another", None),
    "prompt": ("a lighthouse", "\u706f\u53f0", "x" * 4000, 3, None),
    "negative_prompt": ("people", "", None, 7),
    # no side of a wrong type: beside one, `check` does not judge the other
    "width": (31, 32, 40, 512, 768, 769, 776, 1024, 1528, 1536, 1544, 1536.0, None),
    "height": (31, 32, 40, 512, 768, 769, 776, 1024, 1528, 1536, 1544, 1024.0, None),
    "num_images": (0, 1, 4, 5, 8, 9, 4.0, "4", None),
    "guidance_scale": (0.9, 1, 1.0, 7, 7.5, 20, 20.1, "7", True, None),
    "num_inference_steps": (9, 10, 30, 60, 61, 10.5, None),
    "seed": (0, 1, 9999999998, 9999999999, 1.5, "0", None),
    "alchemy": (*FLAGS, True, False),
    "contrast": (1.0, 1.3, 1.8, 2.5, 3, 3.5, 4, 4.5, 2, "3", True, None),
    "contrastRatio": (0, 0.5, 1, 1.1, -0.1, None),
    "presetStyle": (*by_hand.ALCHEMY_STYLES, *by_hand.PLAIN_STYLES, "CINEMATIC", "FILM", "DYNAMIC", "dynamic", None),
    "scheduler": (*by_hand.SCHEDULERS, "EULER", None),
    "sd_version": ("v2", "PHOENIX", "v4", None),
    "transparency": ("disabled", "foreground_only", "on", None),
    "photoReal": FLAGS,
    "photoRealVersion": ("v1", "v2", "v3", None),
    "photoRealStrength": (0.55, 0.5, 0.45, 0.4, None),
    "promptMagic": FLAGS,
    "promptMagicVersion": ("v2", "v3", "v1", None),
    "promptMagicStrength": (0.05, 0.1, 1.0, 1.1, None),
    "highContrast": FLAGS,
    "highResolution": FLAGS,
    "enhancePrompt": FLAGS,
    "enhancePromptInstruction": ("brighter", "", 1, None),
    "expandedDomain": FLAGS,
    "fantasyAvatar": FLAGS,
    "public": FLAGS,
    "tiling": FLAGS,
    "ultra": FLAGS,
    "unzoom": FLAGS,
    "unzoomAmount": NUMBERS,
    "upscaleRatio": NUMBERS,
    "imagePromptWeight": NUMBERS,
    "init_generation_image_id": IDS,
    "init_strength": (0.1, 0.5, 0.9, 0.05, 0.95, "0.5", None),
    "controlNet": FLAGS,
    "controlNetType": ("POSE", "CANNY", "DEPTH", "HED", None),
    "weighting": NUMBERS,
    "canvasRequest": FLAGS,
    "canvasRequestType": ("INPAINT", "IMG2IMG", "MIX", None),
    "canvasInitId": IDS,
    "styleUUID": IDS,
    "elements": ([], [{"akUUID": "an-id", "weight": 1}], [{"akUUID": "an-id"}, {"weight": 1}], {}, None),
    "userElements": ([{"userLoraId": 5, "weight": 0.5}], [{"userLoraId": "5"}], "x", None),
    "heigth": (512, None),
}
FIELDS: Mapping[str, tuple[Any, ...]] = {
    "prompt": ("a lighthouse", "\u706f\u53f0", "x" * 4000, ""),
    "negative_prompt": ("people", ""),
    "n": (1, 4, 5, 8, 9, 100),
    "seed": (0, 1, 9999999998, 9999999999, 2**64 - 1),
    "steps": (0, 9, 10, 30, 60, 61),
    "guidance": (0, 0.9, 1, 1.0, 7.5, 20, 20.5),
    "quality": ("low", "high", "auto"),
    "output_format": ("png", "jpeg", "webp"),
    "background": ("opaque", "transparent", "auto"),
    "strength": (0, 0.1, 0.5, 1),
    "user": ("me", ""),
}
SHAPES: tuple[JsonObject, ...] = (
    *({"size": size} for size in ((1024, 768), (1024, 1024), (1920, 1080), (31, 31), (32, 1536), (1536, 32))),
    *({"size": size} for size in ((769, 768), (513, 511), (4000, 500), (500, 4000), (1544, 1536), (1, 1))),
    *({"aspect_ratio": ratio} for ratio in ("1:1", "16:9", "9:16", "4:3", "3:2", "21:9", "1:4", "4:1", "5:4")),
    *({"aspect_ratio": ratio, "resolution": tier} for ratio in ("1:1", "16:9", "2:3") for tier in ("512", "1K", "2K")),
    *({"resolution": tier} for tier in by_hand.TIERS),
)
WRONG: Mapping[str, tuple[Any, ...]] = {
    "prompt": (3, "\ud800"),
    "n": (0, 1.5, "4"),
    "seed": (2**64, "0"),
    "guidance": ("7", True),
    "strength": (-0.1, 1.1),
    "resolution": ("9Q",),
    "aspect_ratio": ("16/9", "wide"),
    "colour": ("red",),
}
PICTURES = ("controlnets", "imagePrompts", "init_image_id", "canvasMaskId")


def requests(count: int, random: Random) -> Iterator[JsonObject]:
    """Yields requests of Leonardo: two in three with the required wires, of one to twenty wires."""
    for _ in range(count):
        wires = random.sample(list(WIRES), random.randint(1, 20))
        request = {wire: random.choice(WIRES[wire]) for wire in wires}
        if random.random() < 0.7:
            request |= {"modelId": by_hand.MODEL, "prompt": random.choice(("a lighthouse", "a mill"))}
        yield request


def legal_requests(count: int, random: Random) -> Iterator[JsonObject]:
    """Yields requests of Leonardo in which every value is legal by itself."""
    legal = {
        wire: [
            value for value in values if value is not None and wire in by_hand.WIRES and not by_hand.WIRES[wire](value)
        ]
        for wire, values in WIRES.items()
    }
    for _ in range(count):
        wires = random.sample([wire for wire, values in legal.items() if values], random.randint(1, 20))
        yield {wire: random.choice(legal[wire]) for wire in (*wires, "modelId", "prompt")}


def wishes(count: int, random: Random) -> Iterator[JsonObject]:
    """Yields fields of an intent, all of a right type, within and beyond what Leonardo takes."""
    for _ in range(count):
        names = random.sample(list(FIELDS), random.randint(0, 8))
        yield {name: random.choice(FIELDS[name]) for name in ("prompt", *names)} | random.choice((*SHAPES, {}))


def wrong_wishes(count: int, random: Random) -> Iterator[JsonObject]:
    """Yields fields of which one or two no intent takes."""
    for wish in wishes(count, random):
        names = random.sample(list(WRONG), random.randint(1, 2))
        yield wish | {name: random.choice(WRONG[name]) for name in names}
