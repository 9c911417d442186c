"""Rows for the properties of a schema: those with a usual name and a fitting form say a field of the intent.

What is inferred has a note that says so; `Target.but` overrules it. All else is native, as the document states it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

from imgparams.contract import Field, Row
from imgparams.from_schema.properties import Property
from imgparams.geometry import tier_name
from imgparams.intent import DELIVERY_WORDS, QUALITY, QUALITY_WORDS
from imgparams.reference import Edits
from imgparams.tables import (
    Domain,
    Grid,
    Image,
    Int,
    Model,
    Native,
    Num,
    OneOf,
    Pairs,
    Param,
    Pictures,
    PixelText,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Spelling,
    Words,
)

INFERRED = "inferred from its name and form"

PROMPT = ("prompt", "text_prompt")
NEGATIVE = ("negative_prompt",)
COUNT = ("n", "num_images", "num_outputs", "number_of_images", "number_results", "num_images_per_prompt", "image_count")
AT_MOST = ("max_images",)
SEED = ("seed", "random_seed")
STEPS = ("steps", "num_inference_steps", "inference_steps", "num_steps")
GUIDANCE = ("guidance_scale", "guidance", "cfg_scale", "cfg")
STRENGTH = ("strength", "prompt_strength", "denoising_strength")
FORMAT = ("output_format", "image_format", "output_type", "format", "output_mime_type")
COMPRESSION = ("output_compression", "output_quality", "compression_quality", "jpeg_quality")
DELIVERY = ("response_format", "output_type", "return_type")
PICTURE = (
    *("image", "image_url", "input_image", "init_image", "input_image_url", "init_image_url", "image_prompt"),
    *("image_1", "input_image_1", "reference_image", "reference_image_url", "source_image", "source_image_url"),
)
PICTURES = (
    *("images", "image_urls", "image_input", "input_images", "input_image_urls", "reference_images"),
    *("reference_image_urls", "input_references", "image_inputs"),
)
MASK = ("mask", "mask_url", "mask_image", "mask_image_url")
WIDTH_HEIGHT = (("width", "height"), ("image_width", "image_height"), ("size_width", "size_height"))
SIZE = ("size", "image_size", "output_size", "dimensions")
RATIO = ("aspect_ratio", "ratio", "image_aspect_ratio")
TIER = ("resolution", "image_size", "size", "output_resolution", "image_resolution")

_FORMATS = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp", "avif": "avif", "gif": "gif", "svg": "svg"}
_PIXELS = re.compile(r"([1-9]\d{1,4})([x*X])([1-9]\d{1,4})")
_RATIO = re.compile(r"([1-9]\d?(?:\.\d{1,2})?)[:/]([1-9]\d?(?:\.\d{1,2})?)")
_NAMED_RATIO = re.compile(r"(landscape|portrait)_([1-9]\d?)_([1-9]\d?)")
_EDITS: tuple[tuple[str, Edits], ...] = (
    (r"\bwhite\b[^.;]{0,40}\b(?:inpaint|edit|replac|fill|generat|chang|repaint|regenerat|modif)", "white"),
    (r"\bblack\b[^.;]{0,40}\b(?:preserv|keep|kept|unchanged|protect|remain)", "white"),
    (r"\bblack\b[^.;]{0,40}\b(?:inpaint|edit|replac|fill|generat|chang|repaint|regenerat|modif)", "black"),
    (r"\btransparent\b[^.;]{0,60}\b(?:inpaint|edit|replac|fill|generat|chang|where)", "transparent"),
)
_PICTURE = Image("url", "data")


def rows_of(found: list[Property], model: str) -> Iterator[Row]:
    """Yields a row for each property, or one for several that say the same field, in the document's order."""
    shape = _shape(found)
    fields: dict[str, Property] = {}
    for one in found:
        for name in _fields(one):
            fields.setdefault(name, one)
    for one in found:
        if one in shape[0]:
            if one is shape[0][0] and shape[1] is not None:
                yield shape[1]
            continue
        row: Row | None = None
        if model and one.name in ("model", "model_id", "model_name") and (not one.words or model in one.words):
            row = Model(one.wire)
        for name, make in _MAKERS.items():
            if row is None and fields.get(name) is one:
                row = make(one)
        yield row if row is not None else native(one)


def native(one: Property) -> Row:
    """Returns the row of a property that says no field of the intent."""
    return Native(one.wire, one.domain, **_facts(one, one.domain), nullable=one.nullable)


def _facts(one: Property, domain: Domain) -> dict[str, Any]:
    return {"default": one.legal_default(domain), "required": one.required}


def _fields(one: Property) -> Iterator[str]:
    """Yields the fields that a property may say, by its name and the types it takes."""
    for field, (names, fits) in _NAMES.items():
        if one.name in names and fits(one):
            yield field


def _is_text(one: Property) -> bool:
    return one.types == {"string"} and not one.words


def _is_number(one: Property) -> bool:
    return bool(one.types) and one.types <= {"integer", "number"}


def _is_whole(one: Property) -> bool:
    return one.types == {"integer"} or (_is_number(one) and bool(one.words))


def _is_sync_mode(one: Property) -> bool:
    """Whether it is a switch between URLs and data URLs, as its description says."""
    return one.types == {"boolean"} and bool(re.search(r"data ur[il]|base64", one.description[:2000], re.I))


def _holds_pictures(one: Property) -> bool:
    items = [view for view in one.items if view.get("type") not in ("string", None)]
    return one.types == {"array"} and bool(one.items) and not items and not any("enum" in view for view in one.items)


_NAMES: dict[str, tuple[tuple[str, ...], Callable[[Property], bool]]] = {
    Field.prompt: (PROMPT, _is_text),
    Field.negative_prompt: (NEGATIVE, _is_text),
    Field.n: ((*COUNT, *AT_MOST), _is_whole),
    Field.seed: (SEED, lambda one: one.types == {"integer"} and not one.words),
    Field.steps: (STEPS, _is_whole),
    Field.guidance: (GUIDANCE, _is_number),
    Field.strength: (STRENGTH, lambda one: _is_number(one) and not one.words),
    Field.output_format: (FORMAT, lambda one: any(_format(word) for word in one.texts)),
    Field.output_compression: (COMPRESSION, lambda one: one.types == {"integer"} and not one.words),
    Field.delivery: (
        (*DELIVERY, "sync_mode"),
        lambda one: any(word in DELIVERY_WORDS for word in one.texts) or _is_sync_mode(one),
    ),
    Field.quality: (("quality",), lambda one: any(word in QUALITY_WORDS for word in one.texts)),
    Field.background: (("background",), lambda one: "transparent" in one.texts),
    Field.stream: (("stream",), lambda one: one.types == {"boolean"}),
    Field.user: (("user",), _is_text),
    "pictures": (PICTURES, _holds_pictures),
    "picture": (PICTURE, _is_text),
    Field.mask: (MASK, _is_text),
}


# ---- rows of one property


def _param(field: Field[Any], one: Property, domain: Domain, **facts: Any) -> Row:
    facts = {**_facts(one, domain), "nullable": one.nullable, "note": INFERRED, **facts}
    return Param(one.wire, field, domain, **facts)


def _plain(field: Field[Any]) -> Callable[[Property], Row | None]:
    return lambda one: _param(field, one, one.domain)


def _count(one: Property) -> Row | None:
    domain = one.domain
    if isinstance(domain, Int):
        domain = Int(domain.min, domain.max, multiple_of=domain.multiple_of, round_down=True)
        if domain.max is not None and domain.max < 1:
            return None
    elif isinstance(domain, OneOf):
        domain = OneOf(*one.words, round_down=True)
    else:
        return None
    return _param(Field.n, one, domain, is_maximum=one.name in AT_MOST)


def _strength(one: Property) -> Row | None:
    domain = one.domain
    fits = isinstance(domain, Num) and (domain.min or 0) >= 0 and (domain.max is None or domain.max <= 1)
    return _param(Field.strength, one, domain) if fits else None


def _format(word: str) -> str | None:
    return _FORMATS.get(word.lower().removeprefix("image/").removesuffix("+xml"))


def _words(field: Field[Any], word_of: Callable[[str], str | None]) -> Callable[[Property], Row | None]:
    """Makes rows of a list of words; the others stay legal, and say nothing of the field."""

    def make(one: Property) -> Row | None:
        pairs: dict[str, str] = {}
        for word in one.texts:
            ours = word_of(word)
            if ours is None:
                return None
            pairs.setdefault(ours, word)
        if len(pairs) < len(one.texts):
            return None
        scale = QUALITY if field == Field.quality else ()
        return _param(field, one, Words(pairs, scale))

    return make


def _compression(one: Property) -> Row | None:
    return _param(Field.output_compression, one, one.domain) if isinstance(one.domain, Int) else None


def _delivery(one: Property) -> Row | None:
    if one.types == {"boolean"}:
        return _param(Field.delivery, one, Words({"url": False, "base64": True}))
    return _words(Field.delivery, DELIVERY_WORDS.get)(one)


def _background(one: Property) -> Row | None:
    return _param(Field.background, one, OneOf(*one.texts))


def _pictures(one: Property) -> Row | None:
    low, high = one.bounds
    if high == 0:
        return None
    return Pictures(
        *(one.wire, _PICTURE), min=low or 0, max=high, required=one.required, nullable=one.nullable, note=INFERRED
    )


def _picture(one: Property) -> Row | None:
    return Slots(one.wire, part=_PICTURE, required=one.required, nullable=one.nullable, note=INFERRED)


def _mask(one: Property) -> Row | None:
    edits = next((edits for pattern, edits in _EDITS if re.search(pattern, one.description[:2000], re.I)), None)
    if edits is None:  # not stated: a wrong guess would change the rest of the picture
        return None
    image = Image("url", "data", edits=edits)
    return Param(one.wire, Field.mask, image, required=one.required, nullable=one.nullable, note=INFERRED)


_MAKERS: dict[str, Callable[[Property], Row | None]] = {
    Field.prompt: _plain(Field.prompt),
    Field.negative_prompt: _plain(Field.negative_prompt),
    Field.n: _count,
    Field.seed: _plain(Field.seed),
    Field.steps: _plain(Field.steps),
    Field.guidance: _plain(Field.guidance),
    Field.strength: _strength,
    Field.output_format: _words(Field.output_format, _format),
    Field.output_compression: _compression,
    Field.delivery: _delivery,
    Field.quality: _words(Field.quality, lambda word: word if word in QUALITY_WORDS else None),
    Field.background: _background,
    Field.stream: _plain(Field.stream),
    Field.user: _plain(Field.user),
    "pictures": _pictures,
    "picture": _picture,
    Field.mask: _mask,
}


# ---- the row of the shape, which several properties say


def _shape(found: list[Property]) -> tuple[list[Property], Row | None]:
    """Returns the properties that say size, ratio and resolution, and their row; native all, if it can't be one."""
    words, sides, texts = _ratio_and_tier(found), _sides(found), _pixel_texts(found)
    spellings: list[Spelling] = []
    said: list[Property] = []
    custom: Mapping[str, object] = {}
    if words:
        ratio, tier = words
        spellings += [_shape_words(ratio, tier)]
        said += [one for one in (ratio, tier) if one is not None]
        if ratio is not None and "custom" in ratio.texts:
            custom = {ratio.wire: "custom"}
    if texts and texts not in said:
        spellings.insert(0, _pixel_text(texts))
        said.append(texts)
    if sides:
        wires, grid, props, missing = sides
        spellings.append(Sides(*wires, grid, sets=custom, missing=missing))
        said += [one for one in props if one not in said]
    if not spellings:
        return [], None
    said.sort(key=found.index)
    default: dict[str, object] = {one.wire: one.default for one in said if one.default in one.texts}
    if sides and not default:
        default = _sides_by_default(sides)
    row = Sizes(
        tuple(spellings),
        default=default,
        required=any(one.required for one in said),
        nullable=any(one.nullable for one in said),
        note=INFERRED,
    )
    return said, row


def _ratio_and_tier(found: list[Property]) -> tuple[Property | None, Property | None] | None:
    ratio = next((one for one in found if one.name in (*RATIO, *SIZE) and _ratios(one)), None)
    tier = next((one for one in found if one.name in TIER and one is not ratio and _tiers(one)), None)
    return (ratio, tier) if ratio or tier else None


def _shape_words(ratio: Property | None, tier: Property | None) -> Spelling:
    ratios, tiers = _ratios(ratio) if ratio else {}, _tiers(tier) if tier else {}
    more = tuple(word for word in (ratio.texts if ratio else ()) if word not in ratios.values())
    more_tiers = tuple(word for word in (tier.texts if tier else ()) if word not in tiers.values())
    wires = (ratio.wire if ratio else "", ratios, tier.wire if tier else "", tiers)
    return ShapeWords(*wires, more=more, more_tiers=more_tiers)


def _ratios(one: Property) -> dict[str, str]:
    """Returns ratio -> word of those words that are a ratio; of two for one ratio the first."""
    ratios: dict[str, str] = {}
    for word in one.texts:
        plain, named = _RATIO.fullmatch(word), _NAMED_RATIO.fullmatch(word)
        if plain:
            ratios.setdefault(f"{plain[1]}:{plain[2]}", word)
        elif named:
            sides = sorted((int(named[2]), int(named[3])), reverse=named[1] == "landscape")
            ratios.setdefault(f"{sides[0]}:{sides[1]}", word)
        elif word in ("square_hd", "square"):
            ratios.setdefault("1:1", word)
        elif word == "auto":
            ratios.setdefault("auto", word)
    return ratios if set(ratios) - {"auto"} else {}


def _tiers(one: Property) -> dict[str, str]:
    """Returns tier -> word of those words that are a tier; `1 MP` is 1K, `4 MP` is 2K."""
    tiers: dict[str, str] = {}
    for word in one.texts:
        area = {"1 MP": "1K", "4 MP": "2K"}.get(word.upper())
        name = area or tier_name(word)
        if name is not None:
            tiers.setdefault(name, word)
    return tiers


def _pixel_texts(found: list[Property]) -> Property | None:
    return next((one for one in found if one.name in (*SIZE, *TIER) and _pixels(one)[0]), None)


def _pixels(one: Property) -> tuple[dict[str, str], str]:
    """Returns size -> word, if all words but `auto` are pixels with one separator; and the separator."""
    matches = [_PIXELS.fullmatch(word) for word in one.texts if word != "auto"]
    marks = {match[2] for match in matches if match}
    if not matches or None in matches or len(marks) > 1:
        return {}, ""
    return {f"{match[1]}x{match[3]}": match[0] for match in matches if match}, marks.pop()


def _pixel_text(one: Property) -> Spelling:
    sizes, separator = _pixels(one)
    return PixelText(one.wire, Pairs(sizes), "auto" if "auto" in one.texts else "", separator)


_Pair = tuple[tuple[str, str], Grid, list[Property], int | None]  # with what one side is if only the other is there


def _sides(found: list[Property]) -> _Pair | None:
    """Returns two wires of pixels: two properties beside each other, or two keys of an object."""
    by_wire = {one.wire: one for one in found}
    for (width, height), parent in product(WIDTH_HEIGHT, dict.fromkeys(one.parent for one in found)):
        pair = [by_wire.get(f"{parent}.{name}" if parent else name) for name in (width, height)]
        first, second = pair
        if first and second and isinstance(first.domain, Int) and isinstance(second.domain, Int):
            return (first.wire, second.wire), Grid(_side(first.domain), _side(second.domain)), [first, second], None
    for one in found:
        for view in one.views if one.name in SIZE else ():
            keys = view.get("properties", {})
            if {"width", "height"} <= set(keys):
                across, down = (_key(one, keys[name]) for name in ("width", "height"))
                if isinstance(across, Int) and isinstance(down, Int):
                    wires = (f"{one.wire}.width", f"{one.wire}.height")
                    lone = {_default(keys[name]) for name in ("width", "height")}
                    missing = lone.pop() if len(lone) == 1 else None
                    return wires, Grid(_side(across), _side(down)), [one], missing
    return None


def _key(one: Property, schema: object) -> Domain:
    from imgparams.from_schema.properties import domain_of

    return domain_of(one.schemas.views(schema), one.schemas)


def _default(schema: object) -> int | None:
    value = schema.get("default") if isinstance(schema, Mapping) else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _side(domain: Int) -> Int:
    return Int(max(domain.min or 1, 1), domain.max, multiple_of=domain.multiple_of)


def _sides_by_default(sides: _Pair) -> dict[str, object]:
    """Returns the sides that are made by default, if both are stated and legal."""
    wires, grid, props, _ = sides
    stated: list[Any] = [one.default for one in props]
    if len(props) == 1:
        stated = [stated[0].get(name) for name in ("width", "height")] if isinstance(stated[0], Mapping) else [None] * 2
    legal = all(side.has(value) for side, value in zip((grid.width, grid.height), stated, strict=True))
    return dict(zip(wires, stated, strict=True)) if legal else {}
