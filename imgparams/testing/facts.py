"""What a page states that no problem of a request shows: the call itself, defaults, null, and what is always done.

    call        {"method": "POST", "url": "https://api.example.com/v1/images", "model": "m-1"}
    defaults    {"steps": 28}                      what the vendor does where the request leaves a wire out
    nulls       ["seed"]                           all the wires on which null means "not set"
    always      {"output_format": "png"}           a field of the intent that the model has no wire for
    pixels      {"1376x768": {"ratio": "16:9", "tier": "1K"}}     what words of a size come to, in pixels
    sizes       ["1024x1024", "1376x768"]          all sizes, where two wires take the pairs of a list

A call may have `aliases`, other names of the model, `also_at`, other URLs of it, `content`, `also_content`, `status`
and `retired`; none is no alias, no other URL, "json", no other content, and "active". The figures are the page's, as
those in `statements` are: the table is held against them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from imgparams.contract import SHAPE, Row
from imgparams.engine.body import flatten
from imgparams.engine.measuring import pixels
from imgparams.geometry import Size
from imgparams.intent import DELIVERY_WORDS, QUALITY_WORDS, READERS
from imgparams.paths import parse
from imgparams.tables.pixels import Sides
from imgparams.tables.size_sets import Pairs
from imgparams.tables.sizes import Sizes
from imgparams.target import Target
from imgparams.testing.statements import put, without
from imgparams.texts import shown
from imgparams.translation import to_intent
from imgparams.values import same

Stated = Mapping[str, Any]
_CALL = {"method": "", "url": "", "also_at": [], "content": "json", "also_content": "", "model": "", "aliases": []}
_CALL |= {"status": "active", "retired": ""}


def wrong_facts(case: Stated, target: Target) -> Iterator[str]:
    """Yields where a table is not as the facts of a case say."""
    for kind in [kind for kind in FACTS if kind in case]:
        stated = case[kind]
        if not isinstance(stated, list if kind in _LISTS else Mapping):
            yield f"{kind}: not {shown(stated)}"
        else:
            yield from FACTS[kind](stated, case.get("request", {}), target)


def misread(case: Stated, target: Target) -> Iterator[str]:
    """Yields the words of a legal list that say a ratio or pixels, `16:9` or `1376x768`, and are not read as these.

    What is read may say less: the ratio of the pixels, or a tier. Words whose pixels the case states go by those.
    """
    sizes = {wire for row in target.by_field.get(SHAPE[0], ()) for wire in row.wires}
    told = list(case.get("pixels", {}).values())
    for kind in ("words", "legal", "each"):
        stated = case.get(kind, {}) if kind != "each" or not case.get("problems") else {}
        for wire, word in [(own, word) for own in stated if own in sizes for word in stated[own]]:
            match = re.fullmatch(r"(\d+)[:xX*](\d+)", word) if isinstance(word, str) else None
            if match and {wire: word} not in told:
                sides = int(match[1]), int(match[2])
                intent = to_intent(put(case["request"], parse(wire), word), target)
                ratio = intent.aspect_ratio.value if intent.aspect_ratio else None
                only_tier = intent.resolution and not intent.aspect_ratio and not intent.size
                if intent.size != sides and ratio != Fraction(*sides) and not only_tier:
                    yield f"{wire} = {shown(word)} is read as {intent.size or intent.aspect_ratio}"


def misnamed(case: Stated, target: Target) -> Iterator[str]:
    """Yields the words of a list that are words of the intent too, `low` or `png`, and are read as others."""
    for kind in ("words", "legal", *([] if case.get("problems") else ["each"])):
        for wire, words in case.get(kind, {}).items():
            row = target.by_wire.get(wire)
            field = row.fields[0] if row is not None and row.fields else ""
            for word in words if field in _VOCABULARY else ():
                wanted = _VOCABULARY[field].get(word.lower()) if isinstance(word, str) else None
                found = to_intent(put(case["request"], parse(wire), word), target).given.get(field)
                if wanted is not None and found not in (None, wanted):
                    yield f"{wire} = {shown(word)} is read as {found}"


_VOCABULARY: Mapping[str, Mapping[str, str]] = {
    "quality": QUALITY_WORDS,
    "delivery": DELIVERY_WORDS,
    "output_format": {"png": "png", "jpeg": "jpeg", "jpg": "jpeg", "webp": "webp"},
    "background": {"transparent": "transparent", "opaque": "opaque"},
}


def _call(stated: Stated, _: Any, target: Target) -> Iterator[str]:
    if unread := sorted(set(stated) - set(_CALL)):
        yield f"a call has no {', '.join(unread)}"
    facts: dict[str, object] = {"method": target.method, "url": target.base_url + target.path, "model": target.model}
    facts |= {"content": target.content, "also_content": target.also_content}
    facts |= {"aliases": sorted(target.aliases), "also_at": sorted(_url(target, path) for path in target.also_at)}
    facts |= {"status": target.status, "retired": target.retired}
    for name, found in facts.items():
        wanted = stated.get(name, _CALL[name])
        wanted = sorted(wanted) if isinstance(found, list) else wanted
        if found != wanted:
            yield f"{name}: {shown(found)}, not {shown(wanted)}"


def _url(target: Target, path: str) -> str:
    return target.base_url + path.replace("{model}", target.model or "{model}")


def _defaults(stated: Stated, request: Any, target: Target) -> Iterator[str]:
    for wire, value in stated.items():
        if wire not in target.by_wire:
            yield f"defaults: there is no {wire}"
            continue
        found = target.view(flatten(without(request, parse(wire)), target)).value(wire)
        if not same(found, value):
            yield f"the default of {wire}: {shown(found)}, not {shown(value)}"


def _nulls(stated: list[str], _: Any, target: Target) -> Iterator[str]:
    found = {wire for row in target.model_rows for wire in row.nullable_wires}
    if found != set(stated):
        yield f"null is taken on {', '.join(sorted(found)) or 'no wire'}, not on {', '.join(sorted(stated)) or 'none'}"


def _always(stated: Stated, _: Any, target: Target) -> Iterator[str]:
    for name, value in stated.items():
        found = target.fixed.get(name)
        if name not in READERS or found != READERS[name](value):
            yield f"always {name}: {shown(found)}, not {shown(value)}"


def _pixels(stated: Stated, request: Any, target: Target) -> Iterator[str]:
    for text, wires in stated.items():
        tried = request
        for wire, word in wires.items():
            tried = put(tried, parse(wire), word)
        found = pixels(target, flatten(tried, target))
        if found != Size(*map(int, text.split("x"))):
            yield f"pixels of {shown(wires)}: {shown(found)}, not {text}"


def _sizes(stated: list[str], _: Any, target: Target) -> Iterator[str]:
    found = {str(size) for row in target.model_rows for size in listed_pairs(row)}
    for what, sizes in (("missing", set(stated) - found), ("too many", found - set(stated))):
        if sizes:
            yield f"sizes {what}: {', '.join(sorted(sizes))}"


def listed_pairs(row: Row) -> tuple[Size, ...]:
    """Returns the sizes that two wires of a row may hold, where they are a list."""
    spellings = row.spellings if isinstance(row, Sizes) else ()
    lists = [spelling.sizes for spelling in spellings if isinstance(spelling, Sides)]
    return tuple(size for sizes in lists if isinstance(sizes, Pairs) for size in sizes.sizes)


_LISTS = {"nulls", "sizes"}
FACTS: Mapping[str, Callable[[Any, Any, Target], Iterator[str]]] = {
    "call": _call,
    "defaults": _defaults,
    "nulls": _nulls,
    "always": _always,
    "pixels": _pixels,
    "sizes": _sizes,
}
