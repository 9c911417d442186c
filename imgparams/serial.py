"""Every public value as plain JSON data and back: `dump(value)`, `load(cls, data)`, `digest(catalog)`.

Tables (a Target, a Catalog) can be written by hand, in JSON or TOML: `imgparams.tables.plain` shows how.

Bytes are base64 text where only bytes can stand, else {"$bytes": "..."}; numbers that JSON lacks {"$float": "nan"}; an
infinite loss is null. An Intent without bytes in its `provider_options` is what `Intent.of` takes too. What does not
survive: a value that is no JSON, in a Problem, becomes its text; tuples there become lists, lists in a Change tuples;
the body of an answer is frozen. A Translation names its target where it is ours, and is made again when it is loaded:
one that would differ is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar

import attrs

from imgparams import intent_schema
from imgparams.catalog import CATALOG, Catalog
from imgparams.codec.marks import mark
from imgparams.codec.reading import Bad, Reader, object_of, unmarked
from imgparams.codec.vocabulary import Form
from imgparams.codec.writing import Writer
from imgparams.contract import SHAPE
from imgparams.engine.call import Http, Overwritten
from imgparams.engine.reading import Asked
from imgparams.errors import Change, ImgparamsError, Invalid, Problem
from imgparams.geometry import AspectRatio, Size
from imgparams.intent import READERS, Intent, takes
from imgparams.policy import Policy
from imgparams.reference import Reference
from imgparams.tables.plain import VOCABULARY, digest
from imgparams.target import Target
from imgparams.translation import Translation
from imgparams.values import FrozenDict

__all__ = ["FORMAT", "digest", "dump", "load"]

FORMAT = 1  # of a dumped catalog

T = TypeVar("T")


def dump(value: object) -> Any:
    """Returns a public value, or tuples, lists and mappings of them, as plain data for `json.dumps`; raises Invalid.

    What is no value of ours becomes JSON as far as it can. A Catalog has its `version` beside the `targets`.
    """
    return _writer().dump(value)


def load(cls: type[T], data: object) -> T:
    """Returns the value of a class, or of `tuple[Problem, ...]`, in plain data; raises Invalid with all faults."""
    return _reader().load(cls, data)


@cache
def _reader() -> Reader:
    return Reader(_VOCABULARY)


@cache
def _writer() -> Writer:
    return Writer(_VOCABULARY)


# ---- what an annotation does not say

_Loss = Annotated[float, "null is infinite"]
_Ours = Annotated[Target, "or its name in our catalog"]
_Given = Annotated[object, "not frozen: as a request is, which is the caller's"]


def _write_loss(writer: Writer, loss: float) -> object:
    return None if loss == float("inf") else mark(loss)


def _read_loss(reader: Reader, data: object) -> object:
    return float("inf") if data is None else reader.read(data, float)


def _read_given(reader: Reader, data: object) -> object:
    return unmarked(data)


def _read_ours(reader: Reader, data: object) -> object:
    if not isinstance(data, str):
        return reader.read(data, Target)
    try:
        return CATALOG.find(data)
    except ImgparamsError as error:
        raise Bad(error.problems) from None


# ---- what was asked and what is said of it


def _write_intent(writer: Writer, intent: Intent) -> object:
    return intent_schema.write(intent)


def _read_intent(reader: Reader, data: object) -> object:
    try:
        return intent_schema.read(data)
    except Invalid as error:
        raise Bad(error.problems) from None


def _write_policy(writer: Writer, policy: Policy) -> object:
    """As its keywords: {"default": [...], "size": [], "within": 0.01}."""
    within = {"within": _write_loss(writer, policy.within)} if policy.within else {}
    fields = {name: sorted(kinds) for name, kinds in policy.fields.items()}
    verified = {} if policy.unverified else {"unverified": False}
    return {"default": sorted(policy.default), **within, **verified, **fields}


def _read_policy(reader: Reader, data: object) -> object:
    return reader.make(Policy, object_of(data))


def _read_change(reader: Reader, data: object) -> object:
    change: Change = reader.make(Change, object_of(data))
    return attrs.evolve(change, asked=_typed(change.field, change.asked), became=_typed(change.field, change.became))


def _read_asked(reader: Reader, data: object) -> object:
    asked: Asked = reader.make(Asked, object_of(data))
    bad = [(name, item) for name, item in asked.fields.items() if name not in READERS or not takes(name, item)]
    if bad:
        why = "no value of an intent field"
        raise Bad(Problem("error", "not_allowed", ("fields", name), item, why) for name, item in bad)
    return attrs.evolve(asked, fields={name: _typed(name, item) for name, item in asked.fields.items()})


def _typed(name: str, value: object) -> object:
    """The type that the name of a field tells, for what was written plainly."""
    if name in SHAPE and isinstance(value, tuple) and takes("size", value):
        return Size(*value)
    if name in SHAPE and isinstance(value, str) and takes("aspect_ratio", value):
        return AspectRatio(value)
    if name == "size" and isinstance(value, Mapping):
        return FrozenDict((part, _typed(part, said)) for part, said in value.items())
    return READERS[name](value) if name in ("references", "mask") and takes(name, value) else value


# ---- translations


@attrs.frozen
class _Made:
    """What a Translation was made of."""

    target: _Ours
    asked: Asked
    policy: Policy
    extra: tuple[Change, ...] = ()
    parameters: Mapping[str, str] = attrs.field(factory=dict)


_RESULT = ("request", "changes", "needs", "pixels", "count", "unverified")


def _result(writer: Writer, done: Translation) -> dict[str, object]:
    """What came of it, which is held against what comes of it when it is loaded."""
    return {name: writer.write_any(getattr(done, name)) for name in _RESULT}


def _write_translation(writer: Writer, done: Translation) -> object:
    name = done.target.name
    ours = name in CATALOG and CATALOG[name] == done.target
    made = {"asked": done._wish, "policy": done._policy, "extra": done._extra}
    if done._parameters:
        made["parameters"] = done._parameters
    return {
        "target": name if ours else writer.dump(done.target),
        **_result(writer, done),
        **{key: writer.write_any(item) for key, item in made.items()},
    }


def _read_translation(reader: Reader, data: object) -> object:
    given = dict(object_of(data))
    stated = {key: given.pop(key) for key in _RESULT if key in given}
    made: _Made = reader.make(_Made, given)
    try:
        done = Translation(made.target, (), (), None, None, (), {}, made.asked, made.policy, made.extra)
        done = done.supply({}).supply(made.parameters)
    except ImgparamsError as error:
        raise Bad(error.problems or _unmade(error)) from None
    except Exception as error:  # no wish that can be
        raise Bad(_unmade(error)) from None
    result = _result(_writer(), done)
    other = [key for key in stated if stated[key] != result[key]]
    if other:
        why = "it would be something else now"
        raise Bad(Problem("error", "conflict", (key,), None, why) for key in other)
    return done


def _unmade(error: Exception) -> Iterable[Problem]:
    return [Problem("error", "conflict", (), None, f"it can't be made again: {error}")]


# ---- catalogs


@attrs.frozen
class _Tables:
    """A catalog as it is written; its version is counted anew."""

    format: int
    targets: Mapping[str, Target]
    version: str = ""


def _write_catalog(writer: Writer, catalog: Catalog) -> object:
    targets = {name: writer.dump(target) for name, target in catalog.items()}
    return {"format": FORMAT, "version": catalog.version, "targets": targets}


def _read_catalog(reader: Reader, data: object) -> object:
    given = object_of(data)
    number = given.get("format")
    if isinstance(number, bool) or number != FORMAT:
        raise Bad.of("not_allowed", f"this version of imgparams reads format {FORMAT}", number, "format")
    tables: _Tables = reader.make(_Tables, given)
    return Catalog(tables.targets)


_VOCABULARY = VOCABULARY.with_more(
    brief=frozenset([Reference, Asked]),
    tables=(Catalog,),
    own={
        _Loss: Form(_write_loss, _read_loss),
        _Ours: Form(Writer.write_object, _read_ours),
        _Given: Form(Writer.write_any, _read_given),
        Intent: Form(_write_intent, _read_intent),
        Policy: Form(_write_policy, _read_policy),
        Change: Form(Writer.write_object, _read_change),
        Asked: Form(Writer.write_object, _read_asked),
        Translation: Form(_write_translation, _read_translation),
        Catalog: Form(_write_catalog, _read_catalog),
    },
    takes={
        (Http, "json"): _Given | None,
        (Overwritten, "written"): _Given,
        (Overwritten, "extra"): _Given,
        (Problem, "value"): _Given,
        (Problem, "allowed"): tuple[_Given, ...] | None,
        (Change, "loss"): _Loss,
        (Policy, "within"): _Loss,
    },
)
