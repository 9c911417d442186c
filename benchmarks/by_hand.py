"""Leonardo Phoenix 1.0 as one would write it by hand: the same checks and answers as the table, in plain code.

`wanted` judges a caller's fields, `translate` makes the request and its changes, `check` judges a request, `read` reads
it back. Left out: pictures, raw vendor fields in a wish, and a reason for each fault and change.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

Fault = tuple[str, str, str, Any]  # level, code, wire, value
Change = tuple[str, str, Any, Any]  # field, kind, asked, became

MODEL = "de7d3faf-762f-48e0-b3b7-9d0ac3a3fcf3"
LOW, HIGH, STEP = 32, 1536, 8
MAX_SEED = 9999999998
TIERS = {"512": 512.0, "768": 768.0, "1K": 1024.0, "1.5K": 1536.0, "2K": 2048.0, "3K": 3072.0, "4K": 4096.0}
HIGH_CONTRASTS = (2.5, 3, 3.5, 4, 4.5)
CONTRASTS = (1.0, 1.3, 1.8, *HIGH_CONTRASTS)
PLAIN_STYLES = ("LEONARDO", "NONE")
ALCHEMY_STYLES = (
    *("ANIME", "CREATIVE", "DYNAMIC", "ENVIRONMENT", "GENERAL", "ILLUSTRATION", "PHOTOGRAPHY", "RAYTRACED"),
    *("RENDER_3D", "SKETCH_BW", "SKETCH_COLOR", "NONE"),
)
PHOTOREAL_ONLY = (
    *("BOKEH", "CINEMATIC", "CINEMATIC_CLOSEUP", "FASHION", "FILM", "FOOD", "HDR", "LONG_EXPOSURE", "MACRO"),
    *("MINIMALISTIC", "MONOCHROME", "MOODY", "NEUTRAL", "PORTRAIT", "RETRO", "STOCK_PHOTO", "VIBRANT", "UNPROCESSED"),
)
STYLES = {*PLAIN_STYLES, *ALCHEMY_STYLES, *PHOTOREAL_ONLY}
SCHEDULERS = ("KLMS", "EULER_ANCESTRAL_DISCRETE", "EULER_DISCRETE", "DDIM", "DPM_SOLVER", "PNDM", "LEONARDO")
VERSIONS = (
    *("v1_5", "v2", "v3", "SDXL_0_8", "SDXL_0_9", "SDXL_1_0", "SDXL_LIGHTNING"),
    *("PHOENIX", "FLUX", "FLUX_DEV", "KINO_2_0"),
)
ORIGINS = ("GENERATED", "UPLOADED")


# ---- what a value must be: a code, or None


def number(value: Any, low: float | None = None, high: float | None = None) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return "wrong_type"
    return "out_of_range" if (low is not None and value < low) or (high is not None and value > high) else None


def whole(value: Any, low: int | None = None, high: int | None = None, step: int = 1) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value != int(value):
        return "wrong_type"
    if (low is not None and value < low) or (high is not None and value > high):
        return "out_of_range"
    return "off_grid" if value % step else None


def _guidance(value: Any) -> str | None:
    """As documented up to 20; another page of the vendor's goes up to 30."""
    fault = number(value, 1, 20)
    return "disputed" if fault == "out_of_range" and not number(value, 1, 30) else fault


def flag(value: Any) -> str | None:
    return None if isinstance(value, bool) else "wrong_type"


def word(value: Any, words: Any) -> str | None:
    if not isinstance(value, str):
        return "wrong_type"
    return None if value in words else "not_allowed"


def text(value: Any, least: int = 0) -> str | None:
    if not isinstance(value, str):
        return "wrong_type"
    return "out_of_range" if len(value) < least else None


def amount(value: Any, amounts: tuple[float, ...]) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return "wrong_type"
    return None if value in amounts else "not_allowed"


def records(value: Any, keys: dict[str, Callable[[Any], str | None]], needed: tuple[str, ...] = ()) -> str | None:
    if not isinstance(value, (list, tuple)):
        return "wrong_type"
    for item in value:
        if not isinstance(item, Mapping):
            return "wrong_type"
        if any(key not in item for key in needed):
            return "missing"
        for key, inner in item.items():
            fault = "unknown_field" if key not in keys else keys[key](inner)
            if fault:
                return fault
    return None


def _or_null(judge: Callable[[Any], str | None]) -> Callable[[Any], str | None]:
    return lambda value: None if value is None else judge(value)


CONTROLNET: dict[str, Callable[[Any], str | None]] = {
    "initImageId": lambda value: text(value, 1),
    "initImageType": lambda value: word(value, ORIGINS),
    "preprocessorId": whole,
    "strengthType": _or_null(lambda value: word(value, ("Low", "Mid", "High", "Ultra", "Max"))),
    "weight": _or_null(number),
    "influence": number,
}
ELEMENT: dict[str, Callable[[Any], str | None]] = {"akUUID": lambda value: text(value, 1), "weight": _or_null(number)}
USER_ELEMENT: dict[str, Callable[[Any], str | None]] = {"userLoraId": _or_null(number), "weight": _or_null(number)}

WIRES: dict[str, Callable[[Any], str | None]] = {
    "alchemy": flag,
    "contrastRatio": lambda value: number(value, 0, 1),
    "contrast": lambda value: amount(value, CONTRASTS),
    "controlnets": lambda value: records(value, CONTROLNET),
    "elements": lambda value: records(value, ELEMENT, ("akUUID",)),
    "userElements": lambda value: records(value, USER_ELEMENT),
    "expandedDomain": flag,
    "fantasyAvatar": flag,
    "guidance_scale": _guidance,
    "width": lambda value: whole(value, LOW, HIGH, STEP),
    "height": lambda value: whole(value, LOW, HIGH, STEP),
    "highContrast": flag,
    "highResolution": flag,
    "imagePrompts": lambda value: None if isinstance(value, (list, tuple)) else "wrong_type",
    "imagePromptWeight": number,
    "init_generation_image_id": lambda value: text(value, 1),
    "init_image_id": lambda value: text(value, 1),
    "init_strength": lambda value: number(value, 0.1, 0.9),
    "modelId": lambda value: word(value, (MODEL,)),
    "negative_prompt": text,
    "num_images": lambda value: whole(value, 1, 8),
    "num_inference_steps": lambda value: whole(value, 10, 60),
    "photoReal": lambda value: flag(value) or ("not_allowed" if value else None),
    "photoRealVersion": lambda value: word(value, ("v1", "v2")),
    "photoRealStrength": lambda value: amount(value, (0.55, 0.5, 0.45)),
    "presetStyle": lambda value: word(value, STYLES),
    "prompt": text,
    "promptMagic": flag,
    "promptMagicStrength": lambda value: number(value, 0.1, 1.0),
    "promptMagicVersion": lambda value: word(value, ("v2", "v3")),
    "public": flag,
    "scheduler": lambda value: word(value, SCHEDULERS),
    "sd_version": lambda value: word(value, VERSIONS),
    "seed": lambda value: whole(value, None, MAX_SEED),
    "tiling": flag,
    "transparency": lambda value: word(value, ("disabled", "foreground_only")),
    "ultra": flag,
    "unzoom": flag,
    "unzoomAmount": number,
    "upscaleRatio": number,
    "controlNet": flag,
    "controlNetType": lambda value: word(value, ("POSE", "CANNY", "DEPTH")),
    "weighting": number,
    "canvasRequest": flag,
    "canvasRequestType": lambda value: word(value, ("INPAINT", "OUTPAINT", "SKETCH2IMG", "IMG2IMG")),
    "canvasInitId": lambda value: text(value, 1),
    "canvasMaskId": lambda value: text(value, 1),
    "enhancePrompt": flag,
    "enhancePromptInstruction": text,
    "styleUUID": lambda value: text(value, 1),
}
NOT_NULL = {"modelId", "prompt", "scheduler", "sd_version", "controlNetType", "styleUUID"}
DEPRECATED = ("controlNet", "controlNetType", "weighting")


def unreadable(value: Any, depth: int = 0) -> bool:
    """Whether a value is not JSON."""
    if depth > 100:
        return True
    if isinstance(value, Mapping):
        return any(not isinstance(key, str) or unreadable(item, depth + 1) for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return any(unreadable(item, depth + 1) for item in value)
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return True
        return False
    if isinstance(value, float):
        return not math.isfinite(value)
    return value is not None and not isinstance(value, (bool, int))


# ---- a request


def check(request: Mapping[str, Any]) -> list[Fault]:
    """Every fault of a request."""
    if not isinstance(request, Mapping) or unreadable(request):
        return [("error", "unreadable", "", request)]
    there = {w: value for w, value in request.items() if value is not None or w in NOT_NULL or w not in WIRES}
    faults: list[Fault] = []
    for wire, judge in WIRES.items():
        if wire in there:
            fault = judge(there[wire])
            if fault:
                faults.append(("warning" if fault == "disputed" else "error", fault, wire, there[wire]))
            if wire in DEPRECATED:
                faults.append(("warning", "deprecated", wire, there[wire]))
        elif wire in ("prompt", "modelId"):
            faults.append(("error", "missing", wire, None))
    faults += [("warning", "unknown_field", wire, value) for wire, value in there.items() if wire not in WIRES]
    return faults + conflicts(there)


def conflicts(there: Mapping[str, Any]) -> list[Fault]:
    faults: list[Fault] = []
    get = there.get
    alchemy, real, ultra = get("alchemy", True), get("photoReal", False), get("ultra", False)
    style = get("presetStyle", "DYNAMIC" if alchemy is True else None)

    def conflict(wire: str, value: Any = None) -> None:
        faults.append(("error", "conflict", wire, get(wire, value)))

    def ignored(*wires: str) -> None:
        faults.extend(("warning", "ignored", wire, there[wire]) for wire in wires if wire in there)

    def disputed(wire: str) -> None:
        faults.append(("warning", "disputed", wire, get(wire)))

    if real is True:
        if ultra is not False:
            conflict("ultra")
        if alchemy is not True:
            conflict("alchemy")
        if style is not None and style not in PHOTOREAL_ONLY and style not in ("CREATIVE", "DYNAMIC"):
            conflict("presetStyle", style)
        if get("presetStyle") == "DYNAMIC":
            disputed("presetStyle")
    elif real is False:
        ignored("photoRealVersion", "photoRealStrength")
    if ultra is True and alchemy is not False:
        conflict("alchemy", True)
    if alchemy is True:
        if real is False and style == "CINEMATIC":
            disputed("presetStyle")
        elif real is False and style not in ALCHEMY_STYLES:
            conflict("presetStyle", style)
        if "contrast" in there and there["contrast"] not in HIGH_CONTRASTS:
            conflict("contrast")
    elif alchemy is False:
        if style is not None and style not in PLAIN_STYLES:
            conflict("presetStyle", style)
        ignored("contrastRatio")
        _unless_off(there, ("expandedDomain",), ignored)
        if get("scheduler") == "LEONARDO" and "guidance_scale" in there and number(there["guidance_scale"], None, 7):
            disputed("guidance_scale")
    large = not whole(get("width", 1024), 769) or not whole(get("height", 768), 769)
    if large and whole(get("num_images", 4), 1, 4):
        conflict("num_images", 4)
    if "modelId" in there:
        ignored("sd_version")
    _features(there, conflict, ignored)
    if "init_image_id" not in there and "init_generation_image_id" not in there and "canvasInitId" not in there:
        ignored("init_strength")
    elif "init_image_id" in there and "init_generation_image_id" in there:
        disputed("init_generation_image_id")
    return faults


def _unless_off(there: Mapping[str, Any], wires: tuple[str, ...], tell: Callable[[str], None]) -> None:
    for wire in wires:
        if there.get(wire, False) is not False:
            tell(wire)


def _features(there: Mapping[str, Any], conflict: Callable[[str], None], ignored: Callable[[str], None]) -> None:
    """What belongs to a switch, and is refused or ignored where that is off."""
    get = there.get
    if "init_image_id" not in there:
        _unless_off(there, ("unzoom",), conflict)
        if "unzoomAmount" in there:
            conflict("unzoomAmount")
    if get("unzoomAmount", False) is False:
        _unless_off(there, ("unzoom",), conflict)
    if get("unzoom", False) is False:
        _unless_off(there, ("unzoomAmount",), conflict)
    if get("promptMagic", False) is False:
        ignored("promptMagicVersion")
        ignored("promptMagicStrength")
        _unless_off(there, ("highContrast", "highResolution"), ignored)
    if get("enhancePrompt", False) is False:
        _unless_off(there, ("enhancePromptInstruction",), ignored)
    if get("canvasRequest", False) is False:
        ignored("canvasRequestType")
        ignored("canvasInitId")
        ignored("canvasMaskId")


PLAIN = {
    "prompt": "prompt",
    "negative_prompt": "negative_prompt",
    "num_images": "n",
    "seed": "seed",
    "num_inference_steps": "steps",
    "guidance_scale": "guidance",
}


def read(request: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that a request says; what no field says is under `raw`."""
    if not isinstance(request, Mapping) or unreadable(request):
        raise ValueError("not a JSON object")
    fields: dict[str, Any] = {}
    raw: dict[str, Any] = {}
    sides = [request.get(side) for side in ("width", "height")]
    if sides != [None, None] and not any(side is not None and whole(side, 1) for side in sides):
        width, height = sides
        fields["size"] = (1024 if width is None else int(width), 768 if height is None else int(height))
    for wire, value in request.items():
        if value is None and wire in WIRES and wire not in NOT_NULL:
            continue
        field = PLAIN.get(wire)
        if field in ("prompt", "negative_prompt") and isinstance(value, str):
            fields[field] = value
        elif field in ("n", "seed", "steps") and not whole(value, 1 if field == "n" else None):
            fields[field] = int(value)
        elif field == "guidance" and not number(value):
            fields[field] = value
        elif wire == "init_strength" and not number(value):
            fields["strength"] = float(1 - Decimal(str(value)))
        elif wire == "transparency" and value in ("disabled", "foreground_only"):
            fields["background"] = "opaque" if value == "disabled" else "transparent"
        elif wire in ("width", "height") and "size" in fields:
            continue
        elif not (wire == "modelId" and value == MODEL):
            raw[wire] = value
    return {**fields, "raw": raw} if raw else fields


# ---- a wish


def wanted(fields: Mapping[str, Any]) -> dict[str, Any]:
    """A caller's fields, all judged; raises ValueError with every fault."""
    faults: list[str] = []
    for name, value in fields.items():
        if name in ("prompt", "negative_prompt", "user"):
            wrong = not isinstance(value, str) or unreadable(value)
        elif name in ("output_format", "background", "quality"):
            wrong = not isinstance(value, str) or not 1 <= len(value) <= 200 or unreadable(value)
        elif name in ("n", "seed", "steps"):
            wrong = bool(whole(value, 1 if name == "n" else 1 - 2**64, 2**64 - 1))
        elif name in ("guidance", "strength"):
            wrong = bool(number(value, *((0, 1) if name == "strength" else ()))) or not math.isfinite(value)
        elif name == "size":
            wrong = len(value) != 2 or any(whole(side, 1, 2**31) for side in value)
        elif name == "aspect_ratio":
            wrong = not re.fullmatch(r"\d{1,9}(\.\d{1,9})?:\d{1,9}(\.\d{1,9})?", value)
        elif name == "resolution":
            wrong = value not in TIERS
        else:
            wrong = True
        if wrong:
            faults.append(f"{name}: {value!r}")
    found = dict(fields)
    if "size" in fields and not faults:
        width, height = fields["size"]
        if "aspect_ratio" in fields and abs(math.log(width / height / _ratio(fields["aspect_ratio"]))) > 0.02:
            faults.append("aspect_ratio: contradicts size")
        if "resolution" in fields and not _of_tier(width, height, fields["resolution"]):
            faults.append("resolution: contradicts size")
    if faults:
        raise ValueError("\n".join(faults))
    return found


def _ratio(ratio: str) -> float:
    width, height = ratio.split(":")
    return float(width) / float(height)


def _of_tier(width: int, height: int, tier: str) -> bool:
    """Whether pixels are of a tier: by their area, or by their long side."""
    return abs(math.log(width * height / TIERS[tier] ** 2)) <= 0.2 or (
        abs(math.log(max(width, height) / TIERS[tier])) <= 0.07
    )


@lru_cache(maxsize=4096)
def nearest(ratio: float, area: float) -> tuple[int, int]:
    """The size on the grid with the least `10*|ln shape error| + |ln area error|`, of the wish's orientation."""
    best, found = math.inf, (LOW, LOW)
    for width in range(LOW, HIGH + 1, STEP):
        below = int(width / ratio) // STEP * STEP
        for height in (below, below + STEP):
            height = min(max(height, LOW), HIGH)
            if (ratio > 1 and width < height) or (ratio < 1 and width > height):
                continue
            cost = 10 * abs(math.log(width / height / ratio)) + abs(math.log(width * height / area))
            if cost < best:
                best, found = cost, (width, height)
    return found


@lru_cache(maxsize=4096)
def usual(ratio: float, area: float) -> tuple[int, int]:
    """The size that people take for a ratio: an exact one, in steps of 16, not above the area; else the nearest."""
    best: tuple[Any, ...] = (math.inf,)
    found = None
    for width in range(LOW, HIGH + 1, STEP):
        below = int(width / ratio) // STEP * STEP
        for height in (below, below + STEP):
            if not LOW <= height <= HIGH:
                continue
            shape, size = math.log(width / height / ratio), math.log(width * height / area)
            if abs(shape) > 0.02 or abs(size) > 0.2:
                continue
            rank = (
                abs(width - height * ratio) > 1e-9,
                bool(width % 16 or height % 16),
                width * height > area * 1.02,
                10 * abs(shape) + abs(size),
            )
            if rank < best:
                best, found = rank, (width, height)
    return found or nearest(ratio, area)


def translate(fields: Mapping[str, Any]) -> tuple[dict[str, Any], list[Change]]:
    """The request for a wish, and what had to be changed."""
    request: dict[str, Any] = {}
    changes: list[Change] = []
    if "guidance" in fields:
        request["guidance_scale"] = _clamped(fields, "guidance", 1, 20, changes)
    if "size" in fields or "aspect_ratio" in fields or "resolution" in fields:
        request["width"], request["height"] = _size(fields, changes)
    if "strength" in fields:
        changes.append(("strength", "dropped", fields["strength"], None))  # there is no image to keep
    request["modelId"] = MODEL
    if "negative_prompt" in fields:
        request["negative_prompt"] = fields["negative_prompt"]
    if "n" in fields:
        most = 4 if request.get("width", 1024) > 768 or request.get("height", 768) > 768 else 8
        request["num_images"] = _clamped(fields, "n", 1, most, changes)
    if "steps" in fields:
        request["num_inference_steps"] = _clamped(fields, "steps", 10, 60, changes)
    if "prompt" in fields:
        request["prompt"] = fields["prompt"]
    if "seed" in fields:
        request["seed"] = fields["seed"]
        if fields["seed"] > MAX_SEED:  # folded, so that different seeds stay different
            request["seed"] %= MAX_SEED + 1
            changes.append(("seed", "clamped", fields["seed"], request["seed"]))
    if fields.get("background") in ("opaque", "transparent"):
        request["transparency"] = "disabled" if fields["background"] == "opaque" else "foreground_only"
    elif fields.get("background", "auto") != "auto":
        changes.append(("background", "dropped", fields["background"], None))
    changes += [
        (name, "dropped", fields[name], None)
        for name in ("quality", "output_format", "user")
        if name in fields and (name, fields[name]) != ("quality", "auto")
    ]
    return request, changes


def _clamped(fields: Mapping[str, Any], name: str, low: float, high: float, changes: list[Change]) -> Any:
    asked = fields[name]
    became = min(max(asked, low), high)
    if became != asked:
        changes.append((name, "clamped", asked, became))
    return became


def _size(fields: Mapping[str, Any], changes: list[Change]) -> tuple[int, int]:
    area = TIERS[fields["resolution"]] ** 2 if "resolution" in fields else 1024.0 * 768
    if "size" in fields:
        width, height = fields["size"]
        legal = not any(whole(side, LOW, HIGH, STEP) for side in (width, height))
        found = (width, height) if legal else nearest(width / height, float(width * height))
        if not legal:
            changes.append(("size", "clamped", (width, height), found))
        return found
    ratio = _ratio(fields["aspect_ratio"]) if "aspect_ratio" in fields else 1024 / 768
    found = usual(ratio, area) if "aspect_ratio" in fields else nearest(ratio, area)
    if "aspect_ratio" in fields and abs(math.log(found[0] / found[1] / ratio)) > 0.02:
        changes.append(("aspect_ratio", "mapped", fields["aspect_ratio"], found))
    if "resolution" in fields and not _of_tier(*found, fields["resolution"]):
        kind = "clamped" if found[0] * found[1] < area else "mapped"
        changes.append(("resolution", kind, fields["resolution"], found))
    return found
