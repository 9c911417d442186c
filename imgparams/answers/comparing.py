"""Compares the images that came with what was asked for, in the words of changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log

from imgparams.answers.results import GeneratedImage
from imgparams.engine.measuring import count, pixels, shape_met
from imgparams.errors import Change, Invalid
from imgparams.geometry import Size
from imgparams.intent import Intent
from imgparams.target import Target
from imgparams.translation import to_intent
from imgparams.values import JsonMapping

_FORMATS = {"jpg": "jpeg", "svg": "svg+xml"}


def changes_of(
    images: Sequence[GeneratedImage], request: JsonMapping, target: Target, flat: Mapping[str, object]
) -> tuple[Change, ...]:
    """Returns what came otherwise than it was asked for: fewer images, another size, another format.

    A size is compared only where that of an image is known.
    """
    try:
        asked = to_intent(request, target, defaults=True)
    except Invalid:  # fields of the vendor that are nested as deep as a request may be: an intent holds them deeper
        asked = Intent()
    shape = _shape(images, asked, target, flat)
    return (*_number(images, target, flat), *shape, *_seed(images, asked), *_format(images, asked))


def _number(images: Sequence[GeneratedImage], target: Target, flat: Mapping[str, object]) -> Iterator[Change]:
    asked, came = count(target, flat), len(images)
    if asked is not None and came != asked:
        why = f"the answer has {came} image{'s' * (came != 1)}"
        yield Change("n", "clamped" if came < asked else "mapped", asked, came, why, abs(came - asked) / max(asked, 1))


def _shape(
    images: Sequence[GeneratedImage], asked: Intent, target: Target, flat: Mapping[str, object]
) -> Iterator[Change]:
    expected = pixels(target, flat)
    for image in images:
        size = image.size
        if size is None or size == expected:
            continue
        if expected is not None:
            yield Change("size", "clamped", expected, size, "the image has these pixels", _loss(expected, size))
            return
        off = [
            Change(name, "mapped", value, size, "the image has these pixels")
            for name, value in (("aspect_ratio", asked.aspect_ratio), ("resolution", asked.resolution))
            if value is not None and value != "auto" and not shape_met(name, value, {}, size)
        ]
        if off:
            yield from off
            return


def _loss(asked: Size, came: Size) -> float:
    """The larger of the errors of shape and area, as changes of sizes have it."""
    shape = log(came.width / came.height) - log(asked.width / asked.height)
    return max(abs(shape), abs(log(came.width * came.height) - log(asked.width * asked.height)))


def _seed(images: Sequence[GeneratedImage], asked: Intent) -> Iterator[Change]:
    """Yields another seed than the one asked for, of the first image: the others may count on from it."""
    wanted, came = asked.seed, images[0].seed
    if wanted is not None and came is not None and came != wanted:
        loss = min(abs(came - wanted) / max(abs(wanted), 1), 1e300)
        yield Change("seed", "mapped", wanted, came, "the answer has this seed", loss)


def _format(images: Sequence[GeneratedImage], asked: Intent) -> Iterator[Change]:
    wanted = asked.output_format
    if wanted is None:
        return
    for image in images:
        came = (image.media_type or "").removeprefix("image/")
        if came and came != _FORMATS.get(wanted, wanted):
            yield Change("output_format", "mapped", wanted, came, "the image is a file of this format")
            return
