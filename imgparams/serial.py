"""Every public value as plain JSON data and back: `dump(value)`, `load(cls, data)`, `digest(catalog)`.

Tables (a Target, a Catalog) can be written by hand, in JSON or TOML. Their words are objects with a `type`; facts that
equal their default are left out:

    {"name": "acme/muse", "method": "POST", "path": "/v1/draw", "docs": "https://...", "checked": "2026-11-01",
     "rows": [
       {"type": "Param", "wire": "text", "field": "prompt", "domain": {"type": "Text", "max_length": 2000}},
       {"type": "Own", "wire": "tiled", "domain": {"type": "Flag"}, "default": false},
       {"type": "WidthHeight", "width": "w", "height": "h", "each": {"type": "Int", "max": 2048, "multiple_of": 64}},
       {"type": "Pictures", "wire": "images", "ways": [{"type": "Image", "kinds": ["url"]}]}],
     "rules": [
       {"type": "Rule", "when": {"images": {"type": "PRESENT"}}, "then": {"tiled": {"type": "ABSENT"}}, "why": "..."}]}

The short forms Flag, Own, WidthHeight, SizeText, RatioTier and Quality (its pairs beside its `words`) are read; `dump`
writes what they stand for. A `type` may be left out where only one is possible. A ratio is "1:3" or "1/3"; a size
[1024, 768] or "1024x768"; a list of pairs [["jpeg", "jpg"], "png"], or an object; a set of sizes may be a list of them;
the pixels of ratio and tier {"16:9": {"1K": [1376, 768]}}, or {"16:9": [1376, 768]} where there is no tier.

Bytes are base64 text where only bytes can stand, else {"$bytes": "..."}; numbers that JSON lacks {"$float": "nan"}; an
infinite loss is null. An Intent without bytes in its `provider_options` is what `Intent.of` takes too. What does not
survive: a value that is no JSON, in a Problem, becomes its text; tuples there become lists, lists in a Change tuples. A
Translation names its target where it is ours, and is made again when it is loaded: one that would differ is refused.
"""

from __future__ import annotations

import base64
import hashlib
import inspect
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import attrs
from cattrs import Converter, IterableValidationError
from cattrs.errors import IterableValidationNote

from imgparams.capability import Capability
from imgparams.catalog import CATALOG, Catalog
from imgparams.engine.call import Http
from imgparams.engine.needs import Need
from imgparams.engine.reading import Asked
from imgparams.errors import Change, Code, ImgparamsError, Invalid, Problem
from imgparams.export.differences import FactChange
from imgparams.export.drifting import Difference
from imgparams.geometry import AspectRatio, Size
from imgparams.intent import READERS, Intent, Reference, read_base64, takes
from imgparams.narrowing import AnyRule, Effect, Limits
from imgparams.policy import Policy
from imgparams.tables import (
    conditions,
    containers,
    domains,
    images,
    pictures,
    rows,
    rules,
    size_sets,
    sizes,
    spellings,
    templates,
    words,
)
from imgparams.tables.conditions import ABSENT, OFF, PRESENT
from imgparams.tables.domains import Domain
from imgparams.tables.images import Image
from imgparams.tables.offers import Spelling
from imgparams.tables.pictures import Pictures, Slots
from imgparams.tables.rows import Alternative
from imgparams.tables.size_sets import Pairs, SizeSet
from imgparams.tables.sizes import RatioTier, SizeText, WidthHeight
from imgparams.tables.templates import Part
from imgparams.target import SHAPE, Field, Row, Target
from imgparams.texts import did_you_mean, shown
from imgparams.translation import Translation
from imgparams.values import MAX_DEPTH, FrozenDict, Path, freeze, is_number, is_whole, unreadable

__all__ = ["FORMAT", "digest", "dump", "load"]

FORMAT = 1  # of a dumped catalog

T = TypeVar("T")
Make = Callable[..., Any]
Read = Callable[[Any, Any], Any]  # of the data; cattrs gives the annotation too
Write = Callable[[Any], Any]


def dump(value: object) -> Any:
    """A public value, or tuples, lists and mappings of them, as plain data for `json.dumps`; raises Invalid.

    What is no value of ours becomes JSON as far as it can. A Catalog has its `version` beside the `targets`.
    """
    return _tag(value)


def load(cls: type[T], data: object) -> T:
    """The value of a class, or of `tuple[Problem, ...]` and the like, in plain data; raises Invalid with all faults."""
    table = _is_table(cls)
    try:
        faults = list(unreadable(data))
        if not faults:
            return _CONVERTER.structure(data, cls)
    except (_Bad, IterableValidationError) as error:
        raise Invalid(_problems(error, (), table)) from None
    except RecursionError:
        faults = [((), None, "nested too deep for what is left of Python's stack")]
    code: Code = "bad_table" if table else "unreadable"
    raise Invalid(Problem("error", code, path, value, why) for path, value, why in faults)


def digest(catalog: Mapping[str, Target]) -> str:
    """12 hex digits of a SHA-256 over the tables: the same for equal tables, on every Python."""
    facts = _canonical({name: dump(target) for name, target in catalog.items()})
    return hashlib.sha256(json.dumps(facts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()[:12]


def _canonical(value: Any) -> Any:
    """Equal numbers are written alike: 1.0 as 1."""
    if isinstance(value, dict):
        return {key: _canonical(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


# ---- what is known

#: the words of tables, by what `type` says; the functions are short forms, which are only read
_WORDS: dict[str, Make] = {
    name: getattr(module, name)
    for module, names in (
        (domains, "Int Num OneOf Both Flag"),
        (words, "Text Words Quality"),
        (containers, "ListOf Record AnyOf Json"),
        (conditions, "Not Count Area"),
        (images, "Image"),
        (size_sets, "Pairs Grid"),
        (rows, "Param Const Model Fixed Alternatives Alternative Product Native"),
        (pictures, "Pictures Slots Content Mask"),
        (templates, "Part TextPart"),
        (spellings, "Sides PixelText ShapeWords RatioRange Presets"),
        (sizes, "Sizes WidthHeight SizeText RatioTier"),
        (rules, "Rule Between Total SameLength AtMost Needs"),
    )
    for name in names.split()
} | {"PRESENT": type(PRESENT), "ABSENT": type(ABSENT), "OFF": type(OFF)}
_TAGS = {word: tag for tag, word in _WORDS.items() if isinstance(word, type)}

#: values without a `type`: where they stand says what they are
_PLAIN = (Target, Reference, Intent, Policy, Asked, Change, Problem, Need, Http, Difference, FactChange, Capability)
_WHOLE = (
    Change,
    Problem,
    Need,
    Http,
    Difference,
    FactChange,
    Capability,
)  # all keys are written: readers may know no defaults
_TABLES = (
    Target,
    Catalog,
    Domain,
    Row,
    Spelling,
    SizeSet,
    AnyRule,
    Part,
    Alternative,
)  # a fault in there is a bad table

_Pairs = tuple[tuple[str, str], ...]
_Pixels = Mapping[tuple[str, str], Size]
_Loss = Annotated[float, "null is infinite"]
_Ours = Annotated[Target, "or its name in our catalog"]
_Ways = Annotated[tuple[Part | Image, ...], "or one of them"]
_Whens = Annotated[tuple[Mapping[str, Domain], ...], "or one of them"]

#: what a keyword takes, where its annotation does not say all
_HINTS: dict[tuple[Make, str], Any] = {
    (Slots, "part"): _Ways,
    (Pictures, "ways"): _Ways,
    (rules.Rule, "when"): _Whens,
    (WidthHeight, "sizes"): SizeSet | None,
    (WidthHeight, "default"): Any,
    (SizeText, "sizes"): SizeSet,
    (RatioTier, "ratios"): _Pairs,
    (RatioTier, "tiers"): _Pairs,
    (RatioTier, "pixels"): _Pixels,
    (RatioTier, "more"): tuple[str, ...],
    (Http, "json"): object | None,
    (Change, "asked"): Any,
    (Change, "became"): Any,
    (Change, "loss"): _Loss,
    (Policy, "within"): _Loss,
}
_SAID_AS: dict[tuple[type, str], str] = {(Slots, "ways"): "part"}  # attributes with another keyword
_HIDDEN = {
    "Domain": Domain,
    "Code": Code,
    "Target": Target,
    "Effect": Effect,
    "Limits": Limits,
    "SizeSet": SizeSet,
}  # what some files import for type checkers only


@attrs.frozen
class _Form:
    """How a class or a short form is called: what each keyword takes, and what may be left out."""

    takes: dict[str, Any]
    needs: tuple[str, ...]
    nothing: tuple[str, ...]  # without a default, but None will do
    spread: str  # written `*words` in Python
    rest: Any  # what a further key takes, None where there is none


@cache
def _form(make: Make) -> _Form:
    hints = _hints(make)
    found: dict[str, Any] = {}
    bare, spread, rest = [], "", None
    for name, parameter in inspect.signature(make).parameters.items():
        if parameter.kind is parameter.VAR_POSITIONAL:
            found[name], spread = tuple.__class_getitem__((hints[name], ...)), name
        elif parameter.kind is not parameter.VAR_KEYWORD:
            found[name] = hints[name]
            bare += [name] if parameter.default is parameter.empty else []
        elif hints[name] is Any:  # facts of the row that a short form makes
            found = {**_facts(_made(make)), **found}
        else:
            rest = hints[name]
    found |= {name: hint for (word, name), hint in _HINTS.items() if word is make}
    nothing = tuple(name for name in bare if type(None) in get_args(found[name]))
    return _Form(found, tuple(name for name in bare if name not in nothing), nothing, spread, rest)


def _hints(make: Any) -> dict[str, Any]:
    """The annotations of a call's keywords; attrs changes them in what it writes, so the attributes' are read."""
    if not isinstance(make, type):
        return _annotations(make)
    if hasattr(make, "__attrs_init__"):  # its own __init__
        return _annotations(make.__init__)  # type: ignore[misc]
    hints = _annotations(make)
    return {_key(attribute): hints[attribute.name] for attribute in _attributes(make)}


def _annotations(made: Any) -> dict[str, Any]:
    return get_type_hints(made, None, _HIDDEN, include_extras=True)


def _attributes(cls: Any) -> tuple[attrs.Attribute[Any], ...]:
    return attrs.fields(cls)  # type: ignore[no-any-return]


def _key(attribute: attrs.Attribute[Any]) -> str:
    return attribute.alias or attribute.name


def _facts(cls: type) -> dict[str, Any]:
    """What the keyword-only facts of a class take."""
    known = _form(cls).takes
    return {_key(attribute): known[_key(attribute)] for attribute in _attributes(cls) if attribute.kw_only}


@cache
def _made(word: Make) -> type:
    """The class of what a word makes."""
    made = word if isinstance(word, type) else _annotations(word)["return"]
    return cast(type, get_origin(made) or made)


def _pair(hint: Any) -> Any:
    """The annotation of a pair in one of many pairs; None for all others."""
    inner = get_args(hint)[:1]
    pairs = get_origin(hint) is tuple and bool(inner) and get_origin(inner[0]) is tuple
    return inner[0] if pairs and len(get_args(inner[0])) == 2 and ... not in get_args(inner[0]) else None


# ---- faults, gathered as cattrs does


def _is_table(cls: Any) -> bool:
    return isinstance(cls, type) and get_origin(cls) is None and issubclass(cls, _TABLES)


class _Bad(Exception):
    """A fault of the data, or those of the value that it would make."""

    def __init__(self, code: Code, why: str, value: object = None, problems: Iterable[Problem] = ()) -> None:
        super().__init__(why)
        self.problems = tuple(problems) or (Problem("error", code, (), value, why),)


def _at(place: str | int, error: Exception) -> Exception:
    error.__notes__ = [IterableValidationNote(f"at {place!r}", place, None)]  # type: ignore[attr-defined]
    return error


def _group(faults: list[Exception], cls: Any) -> IterableValidationError:
    return IterableValidationError("", faults, cls)


def _problems(error: Any, path: Path, table: bool) -> Iterator[Problem]:
    """What was gathered, each with its path into the data."""
    if isinstance(error, IterableValidationError):
        table = table or _is_table(error.cl)
        noted, bare = error.group_exceptions()
        for inner, note in noted:
            yield from _problems(inner, (*path, note.index), table)
        for inner in bare:
            yield from _problems(inner, path, table)
    else:
        for found in error.problems:
            inside = () if found.code == "bad_table" else found.path  # a table's own faults begin with its name
            yield attrs.evolve(found, code="bad_table" if table else found.code, path=(*path, *inside))


def _read_all(entries: Iterable[tuple[Any, Any, Any]], cls: Any, *more: Exception) -> dict[Any, Any]:
    """From (place, data, annotation) the values by place; raises all faults together."""
    found, faults = {}, list(more)
    for place, data, hint in entries:
        try:
            found[place] = _CONVERTER.structure(data, hint)
        except (_Bad, IterableValidationError) as error:
            faults.append(_at(place, error))
    if faults:
        raise _group(faults, cls)
    return found


# ---- text, numbers, and what JSON has no word for


def _simple(test: Callable[[Any], bool], why: str, make: Callable[[Any], Any]) -> Read:
    def read(data: Any, _: object) -> Any:
        if not test(data):
            raise _Bad("wrong_type", why, data)
        return make(data)

    return read


def _text(value: str) -> str:
    """Text that UTF-8 can hold."""
    return str(value) if value.isascii() else value.encode(errors="backslashreplace").decode()


_RATIO = re.compile(r"(\d{1,40}(?:\.\d{1,20})?)(?:[:/](\d{1,40}(?:\.\d{1,20})?))?", re.ASCII)


def _fraction(data: Any) -> Fraction | None:
    """A positive ratio from 1.5, "1.5", "3:2" or "3/2"."""
    if is_number(data):
        return Fraction(str(data)) if data > 0 else None
    match = _RATIO.fullmatch(data) if isinstance(data, str) else None
    width, height = (Fraction(part or 1) for part in match.groups()) if match else (Fraction(0), Fraction(0))
    return width / height if width and height else None


def _base64(data: Any) -> bytes | None:
    return read_base64(data) if isinstance(data, str) else None


#: how a value of each is written, and read
_SCALARS: dict[type, tuple[Write, Read]] = {
    str: (_text, _simple(lambda data: isinstance(data, str), "text", str)),
    bool: (bool, _simple(lambda data: isinstance(data, bool), "true or false", bool)),
    int: (int, _simple(is_whole, "a whole number", int)),
    float: (lambda value: _tag(value), _simple(is_number, "a number", lambda data: data)),
    bytes: (
        lambda value: base64.b64encode(value).decode(),
        _simple(lambda data: _base64(data) is not None, "base64 text", _base64),
    ),
    Fraction: (
        lambda value: f"{value.numerator}:{value.denominator}",
        _simple(lambda data: _fraction(data) is not None, 'a ratio such as "16:9"', _fraction),
    ),
    Size: (list, _simple(lambda data: takes("size", data), "[width, height] in pixels", READERS["size"])),
    AspectRatio: (str, _simple(lambda data: takes("aspect_ratio", data), 'a ratio such as "16:9"', AspectRatio)),
}

#: the objects of one key that stand for what JSON lacks, and for an object that looks like one
_MARKS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "$bytes": ("base64 text", _base64),
    "$float": ("nan, inf or -inf", lambda data: float(data) if data in ("nan", "inf", "-inf") else None),
    "$text": ("text", lambda data: data if isinstance(data, str) else None),
    "$plain": ("an object", lambda data: data if isinstance(data, Mapping) else None),
}


def _tag(value: Any, depth: int = 0) -> Any:
    """Any value as plain data."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (bytes, bytearray)):
        return {"$bytes": base64.b64encode(value).decode()}
    if depth > MAX_DEPTH:
        return {"$text": "…"}
    if type(value) in _KNOWN:
        return _CONVERTER.unstructure(value)
    if isinstance(value, Mapping):
        found = {_text(str(key)): _tag(item, depth + 1) for key, item in value.items()}
        return {"$plain": found} if len(found) == 1 and not _MARKS.keys().isdisjoint(found) else found
    if isinstance(value, (list, tuple)):
        return [_tag(item, depth + 1) for item in value]
    if isinstance(value, float) and not any(unreadable(value)):
        return float(value)
    if isinstance(value, float):
        return {"$float": str(float(value))}
    return value if not any(unreadable(value)) else {"$text": _text(shown(value))}


def _untag(data: Any, path: Path = ()) -> Any:
    if isinstance(data, (list, tuple)):
        return [_untag(item, (*path, at)) for at, item in enumerate(data)]
    if not isinstance(data, Mapping):
        return data
    mark = next(iter(data), "")
    if len(data) == 1 and mark in _MARKS:
        why, read = _MARKS[mark]
        found = read(data[mark])
        if found is None:
            raise _Bad("wrong_type", "", problems=[Problem("error", "wrong_type", (*path, mark), data[mark], why)])
        if mark != "$plain":
            return found
        data, path = found, (*path, mark)
    return {key: _untag(item, (*path, key)) for key, item in data.items()}


# ---- reading by annotation


def _reader(hint: Any) -> Read:
    origin, args = get_origin(hint), get_args(hint)
    if isinstance(origin, type) and issubclass(origin, (Domain, Row, Field)):
        hint, origin, args = origin, None, ()
    if hint is Field:
        return lambda data, _: Field(_CONVERTER.structure(data, str))
    if hint is Any or isinstance(hint, TypeVar):  # as frozen values hold it
        return lambda data, _: freeze(_untag(data))
    if hint is object:
        return lambda data, _: _untag(data)
    if hint == _Pixels:
        return _read_pixels
    if hint == _Loss:
        return lambda data, _: float("inf") if data is None else _CONVERTER.structure(data, float)
    if hint == _Ours:
        return _read_ours
    if hint in (_Ways, _Whens):
        return lambda data, _: _CONVERTER.structure([data] if isinstance(data, Mapping) else data, hint.__origin__)
    if origin in (Union, UnionType):
        return _union_reader(args)
    if origin is Literal:
        return lambda data, _: _read_word(data, args)
    if isinstance(origin, type) and issubclass(origin, Collection):
        return _collection_reader(hint, origin, args)
    if isinstance(hint, type):
        return _class_reader(hint)
    raise TypeError(f"no JSON form: {hint}")


def _collection_reader(hint: Any, origin: Any, args: tuple[Any, ...]) -> Read:
    pair = _pair(hint)
    if pair:
        return lambda data, _: _read_pairs(data, pair)
    if origin is tuple and ... not in args:
        return lambda data, _: _read_fixed(data, args)
    if origin is dict:  # a request, which is the caller's to change
        return lambda data, _: _untag(_object(data))
    if issubclass(origin, Mapping):
        return lambda data, _: _read_all(((key, item, args[1]) for key, item in _object(data).items()), origin)
    make = tuple if origin is Collection else origin
    return lambda data, _: make(_read_all(((at, item, args[0]) for at, item in enumerate(_list(data))), make).values())


def _object(data: Any) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise _Bad("wrong_type", "an object", data)
    return data


def _list(data: Any) -> list[Any]:
    if not isinstance(data, (list, tuple)):
        raise _Bad("wrong_type", "a list", data)
    return list(data)


def _read_word(data: object, words: tuple[Any, ...]) -> object:
    if data not in words:
        raise _Bad("not_allowed", f"one of {', '.join(words)}{did_you_mean(data, words)}", data)
    return data


def _union_reader(args: tuple[Any, ...]) -> Read:
    """Of two members besides None, both are classes that an object tells apart, or one is text."""
    some = [arg for arg in args if arg is not type(None)]
    if len(some) == 1:
        texts = others = some[0]
    elif all(arg in _TAGS for arg in some):
        read = _class_reader(*some)
        return lambda data, _: None if data is None and type(None) in args else read(data, None)
    else:
        texts = next(arg for arg in some if arg is str or get_origin(arg) is Literal)
        others = next(arg for arg in some if arg is not texts)

    def read_either(data: Any, _: object) -> Any:
        if data is None and type(None) in args:
            return None
        return _CONVERTER.structure(data, texts if isinstance(data, str) else others)

    return read_either


def _read_fixed(data: object, args: tuple[Any, ...]) -> tuple[Any, ...]:
    items = _list(data)
    if len(items) == len(args) - 1 and type(None) in get_args(args[-1]):
        items.append(None)
    if len(items) != len(args):
        raise _Bad("wrong_type", f"a list of {len(args)}", data)
    return tuple(_read_all(zip(range(len(args)), items, args, strict=True), tuple).values())


def _read_pairs(data: object, pair: Any) -> tuple[Any, ...]:
    """From a list or an object; a lone word is paired with itself."""
    if isinstance(data, Mapping):
        return tuple(_read_all(((key, item, get_args(pair)[1]) for key, item in data.items()), tuple).items())
    items = [[item, item] if isinstance(item, str) else item for item in _list(data)]
    return tuple(_read_all(((at, item, pair) for at, item in enumerate(items)), tuple).values())


def _read_pixels(data: object, _: object) -> dict[tuple[str, str], Size]:
    nested = {key: item if isinstance(item, Mapping) else {"": item} for key, item in _object(data).items()}
    found = _read_all(((key, item, Mapping[str, Size]) for key, item in nested.items()), dict)
    return {(ratio, tier): size for ratio, tiers in found.items() for tier, size in tiers.items()}


def _class_reader(*classes: type) -> Read:
    """An object that one of the words for these classes makes."""
    words = {tag: word for tag, word in _WORDS.items() if issubclass(_made(word), classes)}
    lone = next((cls for cls in classes if len(classes) == 1 and (cls in _TAGS or cls in _PLAIN)), None)
    if not words and lone is None:
        raise TypeError(f"no JSON form: {classes[0].__name__}")

    def read(data: Any, _: object) -> Any:
        if SizeSet in classes and isinstance(data, (list, tuple)):
            return _read_object(Pairs, {"sizes": data})
        given = dict(_object(data))
        if not words or (lone and "type" not in given):
            return _read_object(lone, given)
        tag = given.pop("type", None)
        if not isinstance(tag, str) or tag not in words:
            why = f"one of {', '.join(words)}{did_you_mean(tag, words)}"
            raise _group([_at("type", _Bad("missing" if tag is None else "not_allowed", why, tag))], classes[0])
        return _read_object(words[tag], given)

    return read


def _read_object(make: Any, given: Mapping[str, Any]) -> Any:
    form, name = _form(make), make.__name__.strip("_")
    missing = [_at(key, _Bad("missing", f"{name} needs it")) for key in form.needs if key not in given]
    unknown = [
        _at(key, _Bad("unknown_field", f"{name} has no such key{did_you_mean(key, form.takes)}"))
        for key in given
        if key not in form.takes and form.rest is None
    ]
    known = [(key, item, form.takes.get(key, form.rest)) for key, item in given.items()]
    values = _read_all((entry for entry in known if entry[2] is not None), make, *missing, *unknown)
    values = {**dict.fromkeys(form.nothing), **values}
    spread = values.pop(form.spread, ())
    try:
        return _finish(make(*spread, **values))
    except ImgparamsError as error:
        raise _group([_Bad("not_allowed", "", problems=error.problems)], make) from None
    except Exception as error:  # facts that no code was written for, such as a multiple of 0
        raise _group([_Bad("not_allowed", f"these facts make no {name}: {error}")], make) from None


def _finish(value: Any) -> Any:
    """The types that the name of a field tells, for what was written plainly."""
    if isinstance(value, Change):
        return attrs.evolve(value, asked=_typed(value.field, value.asked), became=_typed(value.field, value.became))
    if isinstance(value, Asked):
        bad = [(name, item) for name, item in value.fields.items() if name not in READERS or not takes(name, item)]
        if bad:
            why = "no value of an intent field"
            raise Invalid(Problem("error", "not_allowed", ("fields", name), item, why) for name, item in bad)
        return attrs.evolve(value, fields={name: _typed(name, item) for name, item in value.fields.items()})
    return value


def _typed(name: str, value: Any) -> Any:
    if name in SHAPE and isinstance(value, tuple) and takes("size", value):
        return Size(*value)
    if name in SHAPE and isinstance(value, str) and takes("aspect_ratio", value):
        return AspectRatio(value)
    return READERS[name](value) if name in ("references", "mask") and takes(name, value) else value


# ---- values with a form of their own


def _read_intent(data: object, _: object) -> Intent:
    fields = dict(_object(data))
    faults: list[Exception] = []
    try:
        fields["provider_options"] = _untag(fields.get("provider_options"))
    except _Bad as error:
        faults.append(_at("provider_options", error))
        del fields["provider_options"]
    try:
        intent = Intent.of(fields)
    except Invalid as error:
        faults.append(_Bad("not_allowed", "", problems=error.problems))
    if faults:
        raise _group(faults, Intent)
    return intent


def _write_intent(intent: Intent) -> dict[str, Any]:
    return {key: item for key, item in _write_object(intent).items() if item not in ([], {})}


def _write_policy(policy: Policy) -> dict[str, Any]:
    """As its keywords: {"default": [...], "size": [], "within": 0.01}."""
    data = _write_object(policy)
    fields = data.pop("fields")
    return {**data, **fields}


@attrs.frozen
class _Made:
    """What a Translation was made of."""

    target: _Ours
    asked: Asked
    policy: Policy
    extra: tuple[Change, ...] = ()


_TOLD = ("request", "changes", "needs", "pixels", "count")


def _write_translation(value: Translation) -> dict[str, Any]:
    name = value.target.name
    ours = name in CATALOG and CATALOG[name] == value.target
    told = {key: _tag(getattr(value, key)) for key in _TOLD}
    made = {"asked": value._wish, "policy": value._policy, "extra": value._extra}
    return {"target": name if ours else dump(value.target), **told, **{key: _tag(item) for key, item in made.items()}}


def _read_translation(data: object, _: object) -> Translation:
    given = dict(_object(data))
    told = {key: given.pop(key) for key in _TOLD if key in given}
    made = _read_object(_Made, given)
    try:
        found = Translation(made.target, (), (), None, None, {}, made.asked, made.policy, made.extra).supply({})
    except Exception as error:  # refused now, or no wish that can be
        bad = Problem("error", "conflict", (), None, f"it can't be made again: {error}")
        raise _Bad("conflict", "", problems=getattr(error, "problems", ()) or [bad]) from None
    now = dump(found)
    faults = [_at(key, _Bad("conflict", "it would be something else now")) for key in told if told[key] != now[key]]
    if faults:
        raise _group(faults, Translation)
    return found


def _read_ours(data: object, _: object) -> Target:
    if not isinstance(data, str):
        return _CONVERTER.structure(data, Target)
    try:
        return CATALOG.find(data)
    except ImgparamsError as error:
        raise _Bad("unknown_target", "", problems=error.problems) from None


def _write_catalog(catalog: Catalog) -> dict[str, Any]:
    targets = {name: dump(target) for name, target in catalog.items()}
    return {"format": FORMAT, "version": catalog.version, "targets": targets}


def _read_catalog(data: object, _: object) -> Catalog:
    given = dict(_object(data))
    if not is_whole(given.get("format")) or given["format"] != FORMAT:
        why = f"this version of imgparams reads format {FORMAT}"
        raise _group([_at("format", _Bad("not_allowed", why, given.get("format")))], Catalog)
    return Catalog(_read_object(_Tables, given).targets)


@attrs.frozen
class _Tables:
    """A catalog as it is written; its version is counted anew."""

    format: int
    targets: Mapping[str, Target]
    version: str = ""


# ---- writing by annotation


def _writer(hint: Any) -> Write:
    origin, args = get_origin(hint), get_args(hint)
    if isinstance(origin, type) and issubclass(origin, (Domain, Row, Field)):
        hint, origin, args = origin, None, ()
    if hint is Field:
        return str
    if hint is Any or isinstance(hint, TypeVar) or hint is object or origin is dict or hint is FrozenDict:
        return _tag
    if hint == _Pixels:
        return _write_pixels
    if hint == _Loss:
        return lambda value: None if value == float("inf") else _tag(value)
    if hint in (_Ways, _Whens):
        return lambda value: _tag(value[0] if len(value) == 1 else value)
    if origin in (Union, UnionType):
        some = [arg for arg in args if arg is not type(None)]
        known = some[0] if len(some) == 1 else None
        return lambda value: None if value is None else _CONVERTER.unstructure(value, known or type(value))
    if origin is Literal:
        return str
    if origin is frozenset:
        return sorted
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return lambda value: {_text(key): _CONVERTER.unstructure(item, args[1]) for key, item in value.items()}
    if _pair(hint):
        return lambda value: [_lone(_CONVERTER.unstructure(item, args[0])) for item in value]
    if origin is tuple and ... not in args:
        return lambda value: _without_last_none(list(map(_CONVERTER.unstructure, value, args)), args)
    if origin in (tuple, list):
        return lambda value: [_CONVERTER.unstructure(item, args[0]) for item in value]
    return _write_object


def _without_last_none(items: list[Any], args: tuple[Any, ...]) -> list[Any]:
    """TOML has no null: a limit that is not there is left out at the end of its list."""
    return items[:-1] if items[-1] is None and type(None) in get_args(args[-1]) else items


def _lone(pair: list[Any]) -> Any:
    return pair[0] if isinstance(pair[0], str) and pair[0] == pair[1] else pair


def _write_pixels(pixels: Mapping[tuple[str, str], Size]) -> dict[str, Any]:
    found: dict[str, dict[str, Any]] = {}
    for (ratio, tier), size in pixels.items():
        found.setdefault(ratio, {})[tier] = list(size)
    return {ratio: tiers[""] if list(tiers) == [""] else tiers for ratio, tiers in found.items()}


def _write_object(value: Any) -> dict[str, Any]:
    cls = type(value)
    if cls not in _TAGS and cls not in _PLAIN:
        raise Invalid([Problem("error", "bad_table", (), None, f"no JSON form: {cls.__name__}")])
    data = {"type": _TAGS[cls]} if cls in _TAGS else {}
    for name, key, hint, default in _written(cls):  # type: ignore[arg-type]
        item = getattr(value, name)
        usual = default(value) if callable(default) else default
        if cls in _WHOLE or usual is _NEVER or (item is not None and item != usual):
            data[key] = _CONVERTER.unstructure(item, hint)
    return data


@cache
def _written(cls: type) -> tuple[tuple[str, str, Any, Any], ...]:
    """Each attribute, its keyword and annotation, and what is not written: a default, or the function that gives it."""
    hints, parameters = _annotations(cls), inspect.signature(cls).parameters
    found = []
    for attribute in _attributes(cls):
        name, default = attribute.name, cast(Any, attribute.default)
        key = _SAID_AS.get((cls, name), _key(attribute))
        if default is attrs.NOTHING and key in parameters:
            default = parameters[key].default  # of a class with its own __init__
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
            default = default.factory if default.takes_self else (lambda _, made=default.factory: made())
        elif default in (attrs.NOTHING, inspect.Parameter.empty):
            default = None if type(None) in get_args(hints[name]) else _NEVER
        found.append((name, key, _HINTS.get((cls, key), hints[name]), default))
    return tuple(found)


_NEVER = object()  # equals no value


# ---- the converter

_OWN: dict[type, tuple[Write, Read]] = {
    Intent: (_write_intent, _read_intent),
    Policy: (_write_policy, _class_reader(Policy)),
    Translation: (_write_translation, _read_translation),
    Catalog: (_write_catalog, _read_catalog),
}
_KNOWN = {*_TAGS, *_PLAIN, *_OWN, str, Size, AspectRatio, Fraction}


def _converter() -> Converter:
    made = Converter()
    made.register_structure_hook_factory(lambda _: True, _reader)
    made.register_unstructure_hook_factory(lambda _: True, _writer)
    for cls, (write, read) in {**_SCALARS, **_OWN}.items():
        made.register_structure_hook(cls, read)
        made.register_unstructure_hook(cls, write)
    return made


_CONVERTER = _converter()
