"""Every public value as plain JSON data and back: `dump(value)`, `load(cls, data)`, `digest(catalog)`.

Tables (a Target, a Catalog) can be written by hand, in JSON or TOML. Their words are objects with a `type`; facts that
equal their default are left out:

    {"name": "acme/muse", "method": "POST", "path": "/v1/draw", "docs": "https://...", "checked": "2026-11-01",
     "rows": [
       {"type": "Param", "wire": "text", "field": "prompt", "domain": {"type": "Text", "max_length": 2000}},
       {"type": "Own", "wire": "tiled", "domain": {"type": "Flag"}, "default": false},
       {"type": "WidthHeight", "width": "w", "height": "h", "each": {"type": "Int", "max": 2048, "multiple_of": 64}},
       {"type": "Pictures", "wire": "images", "parts": [{"type": "Image", "kinds": ["url"]}]}],
     "rules": [
       {"type": "Rule", "when": {"images": {"type": "PRESENT"}}, "then": {"tiled": {"type": "ABSENT"}}, "why": "..."}]}

The short forms Flag, Own, WidthHeight, SizeText, RatioTier and Quality are read (Quality's pairs stand beside its `words`);
`dump` writes what they stand for. A `type` may be left out where only one is possible. A ratio is "1:3" or "1/3"; a size
[1024, 768] or "1024x768"; a list of pairs [["jpeg", "jpg"], "png"], or an object; a set of sizes may be a list of them; the
pixels of ratio and tier {"16:9": {"1K": [1376, 768]}}, or {"16:9": [1376, 768]} where there is no tier.

Bytes are base64 text where only bytes can stand, else {"$bytes": "..."}; numbers that JSON lacks {"$float": "nan"}; an
infinite loss is null. An Intent without bytes in its `provider_options` is what `Intent.of` takes too. What does not
survive: a value that is no JSON, in a Problem, becomes its text; tuples there become lists, lists in a Change tuples. A
Translation names its target where it is ours, and is made again when it is loaded: one that would differ now is refused.
"""

from __future__ import annotations

import base64
import hashlib
import inspect
import json
import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs
from cattrs import Converter, IterableValidationError
from cattrs.errors import IterableValidationNote

from imgparams.catalog import CATALOG, Catalog
from imgparams.domains import (
    ABSENT,
    PRESENT,
    AnyOf,
    Both,
    Count,
    Domain,
    Flag,
    Image,
    Int,
    Json,
    ListOf,
    Not,
    Num,
    OneOf,
    Quality,
    Record,
    Text,
    Words,
)
from imgparams.engine import Asked
from imgparams.intent import READERS, AspectRatio, Intent, Reference, Size, did_you_mean, read_base64, takes
from imgparams.report import Change, Code, ImgparamsError, Invalid, Problem
from imgparams.rows import Const, Fixed, Keys, Model, Own, Param, Part, Pictures
from imgparams.shapes import Names, PixelText, RatioTier, Sides, Sizes, SizeText, Spelling, WidthHeight
from imgparams.sizes import Grid, Pairs, SizeSet
from imgparams.target import SHAPE, Few, Row, Rule, Target
from imgparams.translation import Http, Need, Policy, Translation
from imgparams.values import MAX_DEPTH, Path, freeze, is_number, is_whole, shown, unreadable

__all__ = ["FORMAT", "digest", "dump", "load"]

FORMAT = 1  # of a dumped catalog
_DIGITS = 12  # of a digest

T = TypeVar("T")
Make = Callable[..., Any]

# ---- what is known

#: the words of tables, by what `type` says; classes first, then short forms, which are only read
_WORDS: dict[str, Make] = {
    **{word.__name__: word for word in (Int, Num, Text, Words, OneOf, ListOf, Record, AnyOf, Json, Image)},
    **{word.__name__: word for word in (Both, Not, Count)},
    **{"PRESENT": type(PRESENT), "ABSENT": type(ABSENT)},
    **{word.__name__: word for word in (Param, Const, Model, Fixed, Pictures, Keys, Part, Sizes)},
    **{word.__name__: word for word in (Sides, PixelText, Names, Pairs, Grid, Rule, Few)},
    **{word.__name__: word for word in (Flag, Quality, Own, WidthHeight, SizeText, RatioTier)},
}
_TAGS = {word: tag for tag, word in _WORDS.items() if isinstance(word, type)}

#: values without a `type`: where they stand says what they are
_PLAIN = (Target, Reference, Intent, Policy, Asked, Change, Problem, Need, Http)
_WHOLE = (Change, Problem, Need, Http)  # all keys are written, for readers that know no defaults
_TABLES = (Target, Catalog, Domain, Row, Spelling, SizeSet, Rule, Few, Part)  # a fault in there is a bad table

_Pixels = Mapping[tuple[str, str], Size]
_Pairs = tuple[tuple[str, str], ...]

#: what a keyword takes, where its annotation does not say all
_HINTS: dict[tuple[Make, str], Any] = {
    (Pictures, "parts"): tuple[Part | Image, ...],
    (WidthHeight, "sizes"): SizeSet | None,
    (WidthHeight, "default"): Any,
    (SizeText, "sizes"): SizeSet,
    (RatioTier, "ratios"): _Pairs,
    (RatioTier, "tiers"): _Pairs,
    (RatioTier, "pixels"): _Pixels,
    (RatioTier, "more"): tuple[str, ...],
}
_HIDDEN = {"Domain": Domain, "Code": Code, "Target": Target}  # imported for type checkers only, somewhere


@attrs.frozen
class _Form:
    """The keywords of a class or short form: what each takes, and how Python is called with them."""

    takes: Mapping[str, Any]
    needs: tuple[str, ...]
    nothing: tuple[str, ...]  # no default, but None is one
    spread: str  # written `*words` in Python
    rest: Any  # what a further key takes, None where there is none


@lru_cache(maxsize=None)
def _form(make: Make) -> _Form:
    written = isinstance(make, type) and not hasattr(make, "__attrs_init__")  # by attrs, from the attributes
    hints = get_type_hints(make.__init__ if isinstance(make, type) and not written else make, None, _HIDDEN)
    if written:
        hints = {attribute.alias: hints[attribute.name] for attribute in _attributes(make)}
    known = inspect.signature(make).parameters.values()
    found, open_, spread, rest = {}, [], "", None
    for parameter in known:
        name, hint = parameter.name, _HINTS.get((make, parameter.name), hints[parameter.name])
        if parameter.kind is parameter.VAR_POSITIONAL:
            found[name], spread = tuple[hint, ...], name  # type: ignore[valid-type]
        elif parameter.kind is not parameter.VAR_KEYWORD:
            found[name] = hint
            open_ += [name] if parameter.default is parameter.empty else []
        elif hint is Any:  # facts of the row that a short form makes
            found |= {key: _HINTS.get((make, key), hint) for key, hint in _facts(_made(make)) if key not in found}
        elif not isinstance(make, type):
            rest = hint
    nothing = tuple(name for name in open_ if type(None) in get_args(found[name]))
    return _Form(found, tuple(name for name in open_ if name not in nothing), nothing, spread, rest)


def _attributes(cls: Any) -> tuple[attrs.Attribute[Any], ...]:
    return attrs.fields(cls)  # type: ignore[no-any-return]


def _facts(cls: Any) -> Iterator[tuple[str, Any]]:
    """The keyword-only facts of a class."""
    return ((a.alias or a.name, _form(cls).takes[a.alias or a.name]) for a in _attributes(cls) if a.kw_only)


@lru_cache(maxsize=None)
def _made(word: Make) -> type:
    """The class of what a word makes."""
    made: type = word if isinstance(word, type) else get_type_hints(word, None, _HIDDEN)["return"]
    return made


class _Bad(Exception):
    """A fault of the data: code, reason and value; or the problems of a value that it would make."""

    def __init__(self, code: Code, why: str, value: object = None, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(why)
        self.problems = problems or (Problem("error", code, (), value, why),)


# ---- reading


def _read_all(entries: Iterable[tuple[str | int, Any, Any]], cls: Any, *more: Exception) -> dict[str | int, Any]:
    """Each (place, data, what it must be) as a value by its place; raises all faults together."""
    found, faults = {}, list(more)
    for place, data, hint in entries:
        try:
            found[place] = _CONVERTER.structure(data, hint)
        except (_Bad, IterableValidationError) as error:
            faults.append(_at(place, error))
    if faults:
        raise IterableValidationError(f"while reading {cls}", faults, cls)
    return found


def _at(place: str | int, error: Exception) -> Exception:
    note = IterableValidationNote(f"at {place!r}", place, None)
    error.__notes__ = [*getattr(error, "__notes__", []), note]  # type: ignore[attr-defined]
    return error


def _reader(hint: Any) -> Callable[[Any, Any], Any]:
    """How data becomes a value of an annotation."""
    origin, args = get_origin(hint), get_args(hint)
    if hint is Any:  # as frozen values hold it
        return lambda data, _: freeze(_untag(data))
    if hint is object:
        return lambda data, _: _untag(data)
    if origin in (Union, UnionType):
        return _union_reader(args)
    if origin is Literal:
        return lambda data, _: _one_of(data, args)
    if hint == _Pixels:
        return _read_pixels
    if origin is tuple and args[-1] is not ...:
        return lambda data, _: _read_fixed(data, args)
    if origin is tuple and len(get_args(args[0])) == 2 and get_origin(args[0]) is tuple:
        return lambda data, _: _read_pairs(data, args[0])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return lambda data, _: dict(_read_all(((k, v, args[1]) for k, v in _object(data).items()), hint))
    if isinstance(origin, type) and issubclass(origin, Collection):
        make: Any = tuple if origin is Collection else origin
        return lambda data, _: make(_read_all(((i, v, args[0]) for i, v in enumerate(_list(data))), hint).values())
    if isinstance(hint, type):
        return _class_reader(hint)
    raise TypeError(f"nothing is known of {hint}")


def _object(data: object) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise _Bad("wrong_type", "an object", data)
    return data


def _list(data: object) -> list[Any]:
    if not isinstance(data, (list, tuple)):
        raise _Bad("wrong_type", "a list", data)
    return list(data)


def _one_of(data: object, words: tuple[Any, ...]) -> object:
    if not isinstance(data, str) or data not in words:
        raise _Bad("not_allowed", f"one of {', '.join(words)}{did_you_mean(data, words)}", data)
    return data


def _union_reader(args: tuple[Any, ...]) -> Callable[[Any, Any], Any]:
    some = tuple(arg for arg in args if arg is not type(None))
    classes = [arg for arg in some if isinstance(arg, type) and (arg in _WORDS.values() or arg in _PLAIN)]
    if len(classes) > 1:
        only = _class_reader(*classes)
    elif len(some) == 1:
        return lambda data, _: None if data is None and len(args) > 1 else _CONVERTER.structure(data, some[0])
    else:
        only = _text_or(*some)
    return lambda data, _: None if data is None and type(None) in args else only(data, None)


def _text_or(*hints: Any) -> Callable[[Any, Any], Any]:
    """A union of which texts take one member, everything else the other."""
    text = next(hint for hint in hints if hint is str or get_origin(hint) is Literal)
    other = next(hint for hint in hints if hint is not text)
    return lambda data, _: _CONVERTER.structure(data, text if isinstance(data, str) else other)


def _read_fixed(data: object, args: tuple[Any, ...]) -> tuple[Any, ...]:
    items = _list(data)
    if type(None) in get_args(args[-1]) and len(items) == len(args) - 1:
        items.append(None)
    if len(items) != len(args):
        raise _Bad("wrong_type", f"a list of {len(args)}", data)
    return tuple(_read_all(zip(range(len(args)), items, args, strict=True), tuple).values())


def _read_pairs(data: object, pair: Any) -> tuple[Any, ...]:
    """Pairs as a list or an object; a lone word is paired with itself."""
    if isinstance(data, Mapping):
        return tuple(_read_all(((key, item, get_args(pair)[1]) for key, item in data.items()), pair).items())
    twice = [[item, item] if isinstance(item, str) else item for item in _list(data)]
    return tuple(_read_all(((at, item, pair) for at, item in enumerate(twice)), tuple).values())


def _read_pixels(data: object, _: object) -> dict[tuple[str, str], Size]:
    """{"16:9": {"1K": [1376, 768]}} or {"16:9": [1376, 768]}."""
    nested = {key: item if isinstance(item, Mapping) else {"": item} for key, item in _object(data).items()}
    found = _read_all(((key, item, Mapping[str, Size]) for key, item in nested.items()), dict)
    return {(str(ratio), tier): size for ratio, tiers in found.items() for tier, size in tiers.items()}


def _class_reader(*classes: type) -> Callable[[Any, Any], Any]:
    """An object that is made by one of the words for these classes."""
    words = {tag: word for tag, word in _WORDS.items() if issubclass(_made(word), classes)}
    lone = classes[0] if len(classes) == 1 and (classes[0] in _PLAIN or classes[0] in words.values()) else None
    if not words and lone is None:
        raise TypeError(f"no JSON form: {classes[0].__name__}")

    def read(data: Any, _: object) -> Any:
        if SizeSet in classes and isinstance(data, (list, tuple)):
            data = {"type": "Pairs", "sizes": data}
        make = lone
        if words and (lone is None or "type" in _object(data)):
            tag = _object(data).get("type")
            make = words.get(tag) if isinstance(tag, str) else None
            if make is None:
                raise _no_word(tag, classes, words)
        assert make is not None
        return _read_object(make, _object(data), bool(words))

    return read


def _no_word(tag: object, classes: tuple[type, ...], words: Mapping[str, Make]) -> Exception:
    names = " or ".join(cls.__name__ for cls in classes)
    if tag is None:
        bad = _Bad("missing", f"a {names} says its type: {', '.join(words)}")
    else:
        bad = _Bad("not_allowed", f"not a {names}, which are {', '.join(words)}{did_you_mean(tag, words)}", tag)
    return IterableValidationError("no such type", [_at("type", bad)], classes[0])


def _read_object(make: Make, data: Mapping[str, Any], tagged: bool) -> Any:
    form, name = _form(make), getattr(make, "__name__", "")
    given = {key: item for key, item in data.items() if not (tagged and key == "type")}
    missing = (_at(key, _Bad("missing", f"a {name} needs it")) for key in form.needs if key not in given)
    unknown = (
        _at(key, _Bad("unknown_field", f"a {name} has no such key{did_you_mean(key, form.takes)}"))
        for key in given
        if key not in form.takes and form.rest is None
    )
    known = ((key, item, form.takes.get(key, form.rest)) for key, item in given.items())
    taken = ((key, item, hint) for key, item, hint in known if hint is not None)
    values: Any = {**dict.fromkeys(form.nothing), **_read_all(taken, make, *missing, *unknown)}
    spread = values.pop(form.spread, ())
    try:
        return _finish(make(*spread, **values))
    except ImgparamsError as error:
        raise _inside(error, make) from None
    except Exception as error:  # a table whose facts the library can't work with
        why = f"these facts make no {name}: {error}"
        raise IterableValidationError(why, [_Bad("not_allowed", why)], make) from None  # type: ignore[arg-type]


def _inside(error: ImgparamsError, make: Any) -> Exception:
    return IterableValidationError("at fault", [_Bad("not_allowed", "", problems=error.problems)], make)


def _finish(value: Any) -> Any:
    """The types that a field's name tells, given back to what was dumped plainly."""
    if isinstance(value, Change):
        return attrs.evolve(value, asked=_typed(value.field, value.asked), became=_typed(value.field, value.became))
    if isinstance(value, Asked):
        return attrs.evolve(value, fields={name: _typed(name, item) for name, item in value.fields.items()})
    return value


def _typed(name: str, value: Any) -> Any:
    if name in SHAPE and isinstance(value, tuple) and takes("size", value):
        return Size(*value)
    if name in SHAPE and isinstance(value, str) and takes("aspect_ratio", value):
        return AspectRatio(value)
    if name in ("references", "mask") and takes(name, value):
        return READERS[name](value)
    return value


def _read_intent(data: object, _: object) -> Intent:
    """Through `Intent.of`, after the tags in `provider_options`."""
    fields = dict(_object(data))
    faults: list[Exception] = []
    try:
        fields |= {"provider_options": _untag(fields.get("provider_options"))}
    except (_Bad, IterableValidationError) as error:
        faults.append(_at("provider_options", error))
        del fields["provider_options"]
    try:
        intent = Intent.of(fields)
    except Invalid as error:
        faults.append(_inside(error, Intent))
    if faults:
        raise IterableValidationError("an intent", faults, Intent)
    return intent


@attrs.frozen
class _Made:
    """What a Translation is made from again, and what was said of it."""

    target: Target
    asked: Asked
    policy: Policy
    extra: tuple[Change, ...] = ()


_DERIVED = ("request", "changes", "needs", "pixels", "count")


def _read_translation(data: object, _: object) -> Translation:
    given = dict(_object(data))
    said = {key: given.pop(key) for key in _DERIVED if key in given}
    if isinstance(given.get("target"), str):
        try:
            given["target"] = dump(CATALOG.find(given["target"]))
        except ImgparamsError as error:
            raise IterableValidationError("", [_at("target", _inside(error, Translation))], Translation) from None
    made = _read_object(_Made, given, False)
    try:
        found = Translation(made.target, (), (), None, None, {}, made.asked, made.policy, made.extra).supply({})
    except ImgparamsError as error:
        raise _inside(error, Translation) from None
    now = dump(found)
    why = "this intent and target say something else now"
    faults = [_at(key, _Bad("conflict", why)) for key, item in said.items() if item != now[key]]
    if faults:
        raise IterableValidationError(why, faults, Translation)
    return found


def _read_catalog(data: object, _: object) -> Catalog:
    given = dict(_object(data))
    form = given.pop("format", None)
    if form != FORMAT or isinstance(form, bool):
        why = f"this library reads format {FORMAT}"
        raise IterableValidationError(why, [_at("format", _Bad("not_allowed", why, form))], Catalog)
    known = {"version": str, "targets": Mapping[str, Target]}
    faults = [_at(key, _Bad("unknown_field", "a catalog has no such key")) for key in given if key not in known]
    faults += [_at("targets", _Bad("missing", "a catalog needs it"))] if "targets" not in given else []
    return Catalog(
        _read_all(((key, given[key], known[key]) for key in known if key in given), Catalog, *faults)["targets"]
    )


# ---- writing


def _writer(hint: Any) -> Callable[[Any], Any]:
    """How a value of an annotation becomes data."""
    origin, args = get_origin(hint), get_args(hint)
    if hint is Any or hint is object:
        return _tag
    if origin in (Union, UnionType):
        some = [arg for arg in args if arg is not type(None)]
        if len(some) > 1:
            return lambda value: None if value is None else _CONVERTER.unstructure(value)
        return lambda value: None if value is None else _CONVERTER.unstructure(value, some[0])
    if origin is Literal:
        return str
    if hint == _Pixels:
        return _write_pixels
    if origin is tuple and args[-1] is not ...:
        return lambda value: _without_last_none(map(_CONVERTER.unstructure, value, args))
    if origin is frozenset:
        return sorted
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return lambda value: {str(key): _CONVERTER.unstructure(item, args[1]) for key, item in value.items()}
    if origin in (tuple, list):
        items: Any = args[0]
        pairs = len(get_args(items)) == 2 and get_origin(items) is tuple
        return lambda value: [
            _lone(_CONVERTER.unstructure(item, items)) if pairs else _CONVERTER.unstructure(item, items)
            for item in value
        ]
    return _write_object


def _without_last_none(items: Iterable[Any]) -> list[Any]:
    """TOML has no null: a limit that is not there is left out at the end of its list."""
    found = list(items)
    return found[:-1] if found[-1] is None else found


def _lone(pair: list[Any]) -> Any:
    return pair[0] if isinstance(pair[0], str) and pair[0] == pair[-1] else pair


def _write_pixels(pixels: Mapping[tuple[str, str], Size]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for (ratio, tier), size in pixels.items():
        found.setdefault(ratio, {})[tier] = list(size)
    return {ratio: tiers[""] if list(tiers) == [""] else tiers for ratio, tiers in found.items()}


def _write_object(value: Any) -> dict[str, Any]:
    cls = type(value)
    if cls not in _TAGS and cls not in _PLAIN:
        raise Invalid([Problem("error", "bad_table", (), None, f"no JSON form: {cls.__name__}")])
    data: dict[str, Any] = {"type": _TAGS[cls]} if cls in _TAGS else {}
    for attribute, hint, default in _written(cls):
        item = getattr(value, attribute.name)
        key = attribute.alias or attribute.name
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
            default = default.factory(value) if default.takes_self else default.factory()
        if cls not in _WHOLE and (item == default or (item is None and type(None) in get_args(hint))):
            continue
        data[key] = _CONVERTER.unstructure(item, hint)
    return data
