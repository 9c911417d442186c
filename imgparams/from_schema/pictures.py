"""Rows of pictures: in which form a property takes one, in which role, and what a mask marks.

A picture is read only where the form is stated: by the format, by a name with `url`, or by the description.
"""

from __future__ import annotations

import re

from imgparams.contract import Field, Row
from imgparams.from_schema.properties import INFERRED, Property
from imgparams.reference import PLAIN_ROLES, Edits
from imgparams.tables import Image, Param, Part, Pictures, Slots
from imgparams.tables.images import Kind
from imgparams.values import JsonMapping

PICTURE = (
    *("image", "image_url", "input_image", "init_image", "input_image_url", "init_image_url", "image_prompt"),
    *("reference_image", "reference_image_url", "source_image", "source_image_url"),
    *("image_reference", "image_reference_url"),
)
PICTURES = (
    *("images", "image_urls", "image_input", "input_images", "input_image_urls", "reference_images"),
    *("reference_image_urls", "input_references", "image_inputs"),
)
MASK = ("mask", "mask_url", "mask_image", "mask_image_url")
_ROLES = ("style", "character", "control")
_OF_ROLE = (
    *("reference", "reference_url", "reference_image", "reference_image_url", "image", "image_url"),
    *("reference_images", "reference_urls", "reference_image_urls", "images", "image_urls"),
)

_FORMATS: dict[object, tuple[Kind, ...]] = {
    "uri": ("url", "data"),
    "url": ("url", "data"),
    "data-url": ("data",),
    "byte": ("base64",),
    "base64": ("base64",),
}
_CLAUSE = r"(?:(?!\b(?:white|black|transparent)\b)[^.;]){0,120}?"
_KEEP = r"(?:preserv|\bkeep|\bkept|unchanged|unmodified|untouched|protect|remain)"
_EDIT = r"(?:inpaint|in-paint|\bedit|replac|\bfill|regenerat|generat|\bchang|repaint|modif|\bremov|\berase?|restor)"
_MARKS: tuple[tuple[str, Edits], ...] = (
    (rf"\bwhite\b{_CLAUSE}{_EDIT}", "white"),
    (rf"\bblack\b{_CLAUSE}{_KEEP}", "white"),
    (rf"\bblack\b{_CLAUSE}{_EDIT}", "black"),
    (rf"\bwhite\b{_CLAUSE}{_KEEP}", "black"),
    (rf"\btransparent\b{_CLAUSE}{_EDIT}", "transparent"),
)
_BOTH = re.compile(r"\bblack[- ]?(?:and|&)[- ]?white\b|\bwhite[- ]?(?:and|&)[- ]?black\b", re.I)
_NOT = re.compile(r"\b(?:no|not|not be|never|without)[ -](?:be )?(?:modif|edit|chang|inpaint|alter|touch)\w*", re.I)


def role_of(name: str) -> str | None:
    """Returns the role that a name says, "" for a picture to work from, None if it names no picture."""
    if name in (*PICTURE, *PICTURES):
        return ""
    role, _, rest = name.partition("_")
    return role if role in _ROLES and rest in _OF_ROLE else None


def is_beaten(one: Property, found: list[Property]) -> bool:
    """Whether a later property of the same role is required, which this one would leave without a picture."""
    later = found[found.index(one) + 1 :]
    takes_all = not one.required or one.types == {"array"}
    return takes_all and any(other.required and role_of(other.name) == role_of(one.name) for other in later)


def kinds_of(one: Property, views: list[JsonMapping], multipart: bool) -> tuple[Kind, ...]:
    """Returns the forms in which a picture is taken, () if they are not stated; views are of the value or an item."""
    if not views or any(view.get("type") != "string" or "enum" in view or "const" in view for view in views):
        return ()
    if any(view.get("format") == "binary" or "contentMediaType" in view for view in views):
        return ("file",) if multipart else ()
    encodings = [view["contentEncoding"] for view in views if "contentEncoding" in view]
    if encodings:
        return ("base64",) if set(encodings) == {"base64"} else ()
    by_format = [_FORMATS[view["format"]] for view in views if view.get("format") in _FORMATS]
    if by_format:
        return by_format[0]
    text = one.description[:2000]
    link = bool(re.search(r"\b(?:ur[il]s?|links?)\b", re.sub(r"data[- ]ur[il]s?", "", text, flags=re.I), re.I))
    data = bool(re.search(r"\bdata[- ]ur[il]", text, re.I))
    base64 = bool(re.search(r"\bbase-?64\b", text, re.I)) and not data
    if re.search(r"_ur[il]s?$", one.name):
        return ("url", "data")
    return (*(("url",) if link else ()), *(("data",) if data else ()), *(("base64",) if base64 else ()))


def picture(one: Property, multipart: bool) -> Row | None:
    """Returns the row of one picture, None if its form is not stated."""
    kinds = kinds_of(one, one.views, multipart)
    if not kinds or not _has_role(one):
        return None
    return Slots(one.wire, part=_part(one, kinds), required=one.required, nullable=one.nullable, note=INFERRED)


def pictures(one: Property, multipart: bool) -> Row | None:
    """Returns the row of a list of pictures, None if their form is not stated."""
    kinds = kinds_of(one, one.items, multipart) if one.types == {"array"} else ()
    low, high = one.bounds
    if not kinds or high == 0 or not _has_role(one):
        return None
    part = _part(one, kinds)
    return Pictures(
        *(one.wire, part), min=low or 0, max=high, required=one.required, nullable=one.nullable, note=INFERRED
    )


def numbered(found: list[Property], multipart: bool) -> dict[str, tuple[list[Property], Row]]:
    """Returns wire -> the row of several wires for one picture each: `input_image`, `input_image_2` ..."""
    series: dict[tuple[str, str], dict[int, Property]] = {}
    for one in found:
        stem, digits = re.fullmatch(r"(.*?)_?([1-9]\d?)?", one.name, re.S).groups()  # type: ignore[union-attr]
        if role_of(stem) == "" and stem in PICTURE and kinds_of(one, one.views, multipart):
            series.setdefault((one.parent, stem), {}).setdefault(int(digits or 1), one)
    rows: dict[str, tuple[list[Property], Row]] = {}
    for (_, stem), by_number in series.items():
        ones = [by_number[number] for number in sorted(by_number)]
        kinds = {kinds_of(one, one.views, multipart) for one in ones}
        if (
            sorted(by_number) == list(range(1, len(ones) + 1))
            and len(kinds) == 1
            and (len(ones) > 1 or ones[0].name != stem)
        ):
            nullable, required = any(one.nullable for one in ones), ones[0].required
            wires = [one.wire for one in ones]
            row = Slots(*wires, part=Image(*kinds.pop()), required=required, nullable=nullable, note=INFERRED)
            rows |= {one.wire: (ones, row) for one in ones}
    return rows


def _has_role(one: Property) -> bool:
    """Whether the role is known; a picture that is required must take any, which one of style or control does not."""
    role = role_of(one.name)
    return role is not None and not (role and one.required)


def _part(one: Property, kinds: tuple[Kind, ...]) -> Part:
    role = role_of(one.name)
    return Part(Image(*kinds), roles=(role,) if role else tuple(sorted(PLAIN_ROLES)))


def mask(one: Property, multipart: bool) -> Row | None:
    """Returns the row of a mask, None if its form or what it marks is not stated: a wrong guess edits the rest."""
    kinds, edits = kinds_of(one, one.views, multipart), _edits(one.description[:2000])
    if not kinds or edits is None:
        return None
    image = Image(*kinds, edits=edits)
    return Param(one.wire, Field.mask, image, required=one.required, nullable=one.nullable, note=INFERRED)


def _edits(text: str) -> Edits | None:
    """Returns how a description says that the area to edit is marked, None if it does not or is not plain."""
    text = _NOT.sub("preserved", _BOTH.sub("", text))
    found = {edits for pattern, edits in _MARKS if re.search(pattern, text, re.I)}
    return found.pop() if len(found) == 1 else None
