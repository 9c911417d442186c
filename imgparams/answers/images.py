"""Finds the images in an answer, with what stands beside each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from imgparams.answers.pictures import size_of, size_of_base64, type_of_base64
from imgparams.answers.places import Arrived, all_at, first_at, text_of, values_at
from imgparams.answers.results import GeneratedImage
from imgparams.answers.words import Makes
from imgparams.errors import Problem
from imgparams.geometry import MAX_SIDE, Size
from imgparams.texts import sniff
from imgparams.values import is_whole, same


class Made(NamedTuple):
    """The images of an answer, the entries that are none, and what they cost."""

    images: tuple[GeneratedImage, ...]
    refused: tuple[str, ...]
    makes: Makes
    is_there: bool  # whether the list of images is there, empty or not


def made_of(arrived: Arrived, makes: Makes) -> Made:
    """Returns the images that stand where a row says."""
    slots = list(_slots(arrived, makes))
    from_top = {
        name: list(all_at(arrived, place[2:]))
        for name, places in makes.beside().items()
        for place in places
        if place.startswith("$.")
    }
    images, refused = list[GeneratedImage](), list[str]()
    for number, (entry, value) in enumerate(slots):
        if any(same(next(values_at(arrived, place, entry), None), other) for place, other in makes.skip.items()):
            continue
        beside = {name: _beside(arrived, makes, name, entry, from_top, number, len(slots)) for name in makes.beside()}
        reason = text_of(beside["reason"])
        if any(reason == word or (word.endswith("*") and reason.startswith(word[:-1])) for word in makes.refused):
            refused.append(reason)
        elif isinstance(value, (str, bytes)) and value:
            beside["reason"] = "" if reason in ("true", "false") else reason  # a flag of what came says nothing more
            images.append(_image(value, beside, makes, arrived))
    return Made(tuple(images), tuple(refused), makes, _is_there(arrived, makes))


def _slots(arrived: Arrived, makes: Makes) -> Iterator[tuple[object, object]]:
    """Yields every entry with its image: of one in several forms the first, None where it has none."""
    if makes.each:
        for entry in values_at(arrived, makes.each):
            forms = (value for place in makes.image for value in values_at(arrived, place, entry))
            yield entry, next((value for value in forms if isinstance(value, (str, bytes)) and value), None)
        return
    found = [list(all_at(arrived, place)) for place in makes.image]
    with_images = (values for values in found if any(isinstance(value, (str, bytes)) and value for value in values))
    for value in next(with_images, None) or next(filter(None, found), [None]):
        yield None, value


def _is_there(arrived: Arrived, makes: Makes) -> bool:
    """Whether the list that holds the images is in the answer, empty or not."""
    lists = makes.each or next((place for place in makes.image if "[*]" in place), "")
    around = lists.rpartition("[*]")[0]
    return bool(around) and any(isinstance(value, list) for value in values_at(arrived, around))


def _beside(
    arrived: Arrived,
    makes: Makes,
    name: str,
    entry: object,
    from_top: Mapping[str, list[Any]],
    number: int,
    entries: int,
) -> Any:
    """Returns what stands beside an image: in its entry, or from the top, one for each or one for all."""
    places = makes.beside()[name]
    inside = first_at(arrived, (place for place in places if not place.startswith("$.")), entry)
    if inside is not None:
        return inside
    values = from_top.get(name, [])
    return values[number] if len(values) == entries and number < len(values) else values[0] if values else None


def _image(value: str | bytes, beside: Mapping[str, Any], makes: Makes, arrived: Arrived) -> GeneratedImage:
    stated = beside["media_type"]
    media_type = _media_type(stated if isinstance(stated, str) else "")
    size = _stated_size(beside)
    url = base64 = data = None
    if isinstance(value, bytes):
        data, size = value, size_of(value) or size
        media_type = media_type or _known(sniff(value)) or _media_type(arrived.headers.get("content-type", ""))
    elif re.match(r"data:", value, re.IGNORECASE):
        head, _, base64 = value.partition(",")
        media_type = _media_type(head[5:].partition(";")[0]) or media_type
        size = size_of_base64(base64) or size
    elif re.match(r"[A-Za-z][A-Za-z0-9+.-]{1,9}://", value):
        url = value
    else:
        base64, size = value, size_of_base64(value) or size
        media_type = _known(type_of_base64(value)) or media_type
    return GeneratedImage(
        *(url, base64, data, media_type, size, makes.expires if url else None),
        *(_whole(beside["seed"]), _text(beside["revised_prompt"]), beside["reason"] or None),
        _text(beside["image_id"]),
    )


def _known(media_type: str) -> str | None:
    return None if media_type == "application/octet-stream" else media_type


def _media_type(word: str) -> str | None:
    """Returns a media type of a media type or of a format's name: `png` -> `image/png`."""
    word = word.partition(";")[0].strip().lower()
    if re.fullmatch(r"image/[a-z0-9.+-]{1,40}", word):
        return word
    return (
        f"image/{ {'jpg': 'jpeg', 'svg': 'svg+xml'}.get(word, word) }" if re.fullmatch(r"[a-z0-9]{2,5}", word) else None
    )


def _stated_size(beside: Mapping[str, Any]) -> Size | None:
    width, height = _whole(beside["width"]), _whole(beside["height"])
    if not width or not height:
        match = re.fullmatch(r"(\d{1,9})\s*[xX*\u00d7]\s*(\d{1,9})", text_of(beside["size"]))
        width, height = (int(match[1]), int(match[2])) if match else (0, 0)
    return Size(width, height) if 0 < width < MAX_SIDE and 0 < height < MAX_SIDE else None


def _whole(value: object) -> int | None:
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,20}", value):
        return int(value)
    return int(value) if is_whole(value) and abs(value) < 2**64 else None


def _text(value: object) -> str | None:
    return text_of(value) or None


def moderated(reason: str) -> Problem:
    """The problem of an entry that was withheld."""
    why = f"an image was withheld ({reason})" if reason else "an image was withheld"
    return Problem("warning", "withheld", (), None, why)
