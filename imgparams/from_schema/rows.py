"""Rows for the properties of a schema: those with a usual name and a fitting form say a field of the intent.

What is inferred has a note that says so; `Target.but` overrules it. All else is native, as the document states it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from imgparams.contract import Field, Row
from imgparams.from_schema.pictures import MASK, is_beaten, mask, numbered, picture, pictures
from imgparams.from_schema.properties import INFERRED, Property
from imgparams.from_schema.shapes import SIZE, shape_of
from imgparams.intent import DELIVERY_WORDS, QUALITY, QUALITY_WORDS
from imgparams.tables import Domain, Int, Model, Native, Num, OneOf, Param, Words
from imgparams.values import is_number

PROMPT = ("prompt", "text_prompt", "positive_prompt")
MODEL = ("model", "model_id", "model_name")
NEGATIVE = ("negative_prompt",)
COUNT = ("n", "num_images", "num_outputs", "number_of_images", "number_results", "num_images_per_prompt", "image_count")
PERHAPS_COUNT = ("num_samples", "num_results", "batch_size", "num_generations", "samples")  # if the description says so
SEED = ("seed", "random_seed")
STEPS = (
    *("steps", "num_inference_steps", "inference_steps", "num_steps", "sampling_steps", "num_sampling_steps"),
    "ddim_steps",
)
GUIDANCE = ("guidance_scale", "guidance", "cfg_scale", "cfg")
STRENGTH = ("strength", "prompt_strength", "denoising_strength")
FORMAT = ("output_format", "image_format", "output_type", "format", "output_mime_type")
COMPRESSION = ("output_compression", "output_quality", "compression_quality", "jpeg_quality")
DELIVERY = ("response_format", "output_type", "return_type")
#: objects that only group: a property in one of another name means something else (`mask.image_url`, `refiner.steps`)
GROUPS = (
    *("input", "inputs", "parameters", "params", "options", "config", "settings", "arguments", "args", "payload"),
    *("request", "body", "data", "output", "generation_config", "image_config", "image_generation_config"),
    "generation_parameters",
)

_FORMATS = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp", "avif": "avif", "gif": "gif", "svg": "svg"}
#: what a description says of a strength: how far the picture may move from the image, or how much of it is kept
_MOVES_PLAINLY = re.compile(r"destruct|destroy|remak|differen|nois|lower values? preserve", re.I)
_KEEPS = re.compile(
    r"resembl|similar|influence|preserve|keep|\bof the (?:\w+ )?image|weight|control|cfg|guidance", re.I
)
_MOVES = re.compile(r"transform|chang|img2img|image[- ]to[- ]image|inpaint", re.I)
_COUNTS = re.compile(r"\b(?:number of|how many) (?:\w+ ){0,2}?(?:images|outputs?|pictures)\b", re.I)


def rows_of(found: list[Property], model: str, *, multipart: bool = False) -> Iterator[Row]:
    """Yields a row for each property, or one for several that say the same field, in the document's order."""
    at_home = _at_home(found)
    shape, shape_row = shape_of([one for one in found if one in at_home or _holds_sides(one)])
    series = numbered(at_home, multipart)
    fields: dict[str, Property] = {}
    for name, one in (*_named(at_home, _NAMES), *_named(at_home, _PERHAPS)):
        fields.setdefault(name, one)
    for one in found:
        row: Row | None = None
        if one in shape:
            if one is shape[0] and shape_row is not None:
                yield shape_row
            continue
        if one in at_home and one.wire in series:
            ones, row = series[one.wire]
            if one is ones[0]:
                yield row
            continue
        if model and one in at_home and one.name in MODEL and (not one.words or model in one.words):
            row = Model(one.wire)
        if row is None and one in at_home and not is_beaten(one, at_home):
            row = picture(one, multipart) or pictures(one, multipart)
        for name, make in _MAKERS.items():
            if row is None and fields.get(name) is one:
                row = make(one)
        if row is None and fields.get(Field.mask) is one:
            row = mask(one, multipart)
        yield row if row is not None else native(one)


def _at_home(found: list[Property]) -> list[Property]:
    """Returns the properties of the request itself, of objects that only group, and of the one with the prompt."""
    prompts = sorted((one for one in found if one.name in PROMPT), key=lambda one: len(one.groups))
    homes = [one.parent for one in prompts[:1]]
    return [one for one in found if one.parent in homes or all(part in GROUPS for part in one.groups)]


def _holds_sides(one: Property) -> bool:
    """Whether it is a side in an object of both: `image_size.width`."""
    return bool(one.groups) and one.groups[-1] in SIZE and all(part in GROUPS for part in one.groups[:-1])


def native(one: Property) -> Row:
    """Returns the row of a property that says no field of the intent."""
    return Native(one.wire, one.domain, **_facts(one, one.domain), nullable=one.nullable)


def _facts(one: Property, domain: Domain) -> dict[str, Any]:
    return {"default": one.legal_default(domain), "required": one.required}


def _named(
    found: list[Property], names: dict[str, tuple[tuple[str, ...], Callable[[Property], bool]]]
) -> Iterator[tuple[str, Property]]:
    """Yields the fields that properties may say, by their names and the types that they take."""
    for one in found:
        for field, (usual, fits) in names.items():
            if one.name in usual and fits(one):
                yield field, one


def _is_text(one: Property) -> bool:
    return one.types == {"string"} and not one.words


def _is_number(one: Property) -> bool:
    return bool(one.types) and one.types <= {"integer", "number"}


def _is_whole(one: Property) -> bool:
    return one.types == {"integer"} or (_is_number(one) and bool(one.words))


def _is_sync_mode(one: Property) -> bool:
    """Whether it is a switch between URLs and data URLs, as its description says."""
    return one.types == {"boolean"} and bool(re.search(r"data ur[il]|base64", one.description[:2000], re.I))


_NAMES: dict[str, tuple[tuple[str, ...], Callable[[Property], bool]]] = {
    Field.prompt: (PROMPT, _is_text),
    Field.negative_prompt: (NEGATIVE, _is_text),
    Field.n: (COUNT, _is_whole),
    Field.seed: (SEED, lambda one: _is_number(one) and not one.words),
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
    Field.mask: (MASK, _is_text),
}
_PERHAPS: dict[str, tuple[tuple[str, ...], Callable[[Property], bool]]] = {
    Field.n: (PERHAPS_COUNT, lambda one: _is_whole(one) and bool(_COUNTS.search(one.description[:2000]))),
    Field.negative_prompt: (("n_prompt",), lambda one: _is_text(one) and "negative" in one.description[:2000].lower()),
    Field.user: (("user_id",), lambda one: _is_text(one) and bool(re.search(r"\bend[- ]user", one.description[:2000]))),
    Field.guidance: (("scale",), lambda one: _is_number(one) and "guidance" in one.description[:2000].lower()),
}


# ---- rows of one property


def _param(field: Field[Any], one: Property, domain: Domain, **facts: Any) -> Row:
    facts = {**_facts(one, domain), "nullable": one.nullable, "note": INFERRED, **facts}
    return Param(one.wire, field, domain, **facts)


def _plain(field: Field[Any]) -> Callable[[Property], Row | None]:
    return lambda one: _param(field, one, one.domain)


def _count(one: Property) -> Row | None:
    domain = one.domain
    if isinstance(domain, Int) and (domain.max is None or domain.max > 0):
        domain = Int(domain.min, domain.max, multiple_of=domain.multiple_of, round_down=True)
        return _param(Field.n, one, domain)
    return _param(Field.n, one, OneOf(*one.words, round_down=True)) if isinstance(domain, OneOf) else None


def _strength(one: Property) -> Row | None:
    """Returns a row if it is known how far the picture moves from the image: many count how much of it is kept."""
    domain, text = one.domain, one.description[:2000]
    low, high = (domain.min or 0, domain.max) if isinstance(domain, Num) else (-1, None)
    usual = one.default if high is None else high
    if low < 0 or not is_number(usual) or usual > 1:
        return None
    by_name = one.name != "strength" and not text
    moves = _MOVES_PLAINLY.search(text) or (_MOVES.search(text) and not _KEEPS.search(text))
    return _param(Field.strength, one, domain) if moves or by_name else None


def _seed(one: Property) -> Row | None:
    """Returns a row in which -1, if it is the least or the default, means that no seed is set."""
    by_chance = one.default == -1 or (isinstance(one.domain, Int) and one.domain.min == -1)
    return _param(Field.seed, one, one.domain, unset=(-1,) if by_chance else ())


def _format(word: str) -> str | None:
    return _FORMATS.get(word.lower().removeprefix("image/").removesuffix("+xml"))


def _words(field: Field[Any], word_of: Callable[[str], str | None]) -> Callable[[Property], Row | None]:
    """Makes rows of a list of words, if all are known; of two words for one the first is written."""

    def make(one: Property) -> Row | None:
        pairs = [(word_of(word), word) for word in one.texts]
        if not all(ours for ours, _ in pairs):
            return None
        scale = QUALITY if field == Field.quality else ()
        return _param(field, one, Words(pairs, scale, open=one.is_open))

    return make


def _compression(one: Property) -> Row | None:
    return _param(Field.output_compression, one, one.domain) if isinstance(one.domain, Int) else None


def _delivery(one: Property) -> Row | None:
    if one.types == {"boolean"}:
        return _param(Field.delivery, one, Words({"url": False, "base64": True}))
    return _words(Field.delivery, DELIVERY_WORDS.get)(one)


def _background(one: Property) -> Row | None:
    return _param(Field.background, one, OneOf(*one.texts, open=one.is_open))


_MAKERS: dict[str, Callable[[Property], Row | None]] = {
    Field.prompt: _plain(Field.prompt),
    Field.negative_prompt: _plain(Field.negative_prompt),
    Field.n: _count,
    Field.seed: _seed,
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
}
