"""Reads JSON data into frozen values, by their annotations: `Reader`.

Faults are gathered, not raised at the first. A reader raises `Bad` with every fault of its data, each with its path
from there; the reader around it puts the data's place before the paths and goes on with the next item:

    {"min": "1", "max": true}       of Int
        read "1" as int | None      Bad: () a whole number
        read true as int | None     Bad: () a whole number
    Bad: ("min",) a whole number; ("max",) a whole number

Only when nothing is wrong inside is a value made, and what its class says then is a fault of the whole object.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal, TypeVar, get_args

import attrs

from imgparams.codec.calls import Call, Make
from imgparams.codec.hints import Hint, is_any, is_nullable, is_text, is_union, pair_of, parts
from imgparams.codec.marks import unmark
from imgparams.codec.scalars import SCALARS
from imgparams.codec.vocabulary import OR_ONE, Vocabulary
from imgparams.errors import Code, ImgparamsError, Invalid, Problem
from imgparams.texts import did_you_mean
from imgparams.values import freeze, unreadable

T = TypeVar("T")
Place = str | int
Read = Callable[[object], object]


class Bad(Exception):
    """Faults of data, each with its path into it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)

    @classmethod
    def of(cls, code: Code, why: str, value: object = None, *path: Place) -> Bad:
        """Returns the one fault."""
        return cls([Problem("error", code, path, value, why)])

    def inside(self, place: Place) -> Iterator[Problem]:
        """Yields the same faults, seen from the list or object around the data."""
        return (attrs.evolve(problem, path=(place, *problem.path)) for problem in self.problems)


class Reader:
    """Reads values of the classes of one vocabulary, and of any other frozen attrs class."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        from cattrs import Converter

        self._vocabulary = vocabulary
        self._converter = Converter()
        for cls in SCALARS:  # cattrs asks its own hooks for some of these first
            self._converter.register_structure_hook(cls, _read_scalar)
        self._converter.register_structure_hook_factory(lambda _: True, self._hook)

    def load(self, cls: type[T], data: object) -> T:
        """Returns the value of a class in plain data; raises Invalid with all faults."""
        try:
            faults = list(unreadable(data))
            if not faults:
                value: T = self.read(data, cls)
                return value
        except Bad as bad:
            raise Invalid(bad.problems) from None
        except RecursionError:
            faults = [((), None, "nested too deep for what is left of Python's stack")]
        code: Code = "bad_table" if self._vocabulary.is_table(cls) else "unreadable"
        raise Invalid(Problem("error", code, path, value, why) for path, value, why in faults)

    def read(self, data: object, hint: Hint) -> Any:
        """Returns the value of an annotation; raises Bad."""
        return self._converter.structure(data, hint)

    def read_all(self, entries: Iterable[tuple[Place, object, Hint]], faults: Iterable[Problem] = ()) -> dict[Any, Any]:
        """Returns the values of (place, data, annotation) by place; raises Bad with the faults of all, after these."""
        values, problems = {}, list(faults)
        for place, data, hint in entries:
            try:
                values[place] = self.read(data, hint)
            except Bad as bad:
                problems += bad.inside(place)
        if problems:
            raise Bad(problems)
        return values

    # ---- objects

    def read_object(self, data: object, *classes: type) -> Any:
        """Returns the value of one of these classes; `type` may be left out where there is one that can be made."""
        words = self._vocabulary.words_for(classes)
        lone = classes[0] if len(classes) == 1 and self._vocabulary.has_form(classes[0]) else None
        given = dict(object_of(data))
        if lone and (not words or "type" not in given):
            return self.make(lone, given)
        tag = given.pop("type", None)
        if not isinstance(tag, str) or tag not in words:
            why = f"one of {', '.join(words)}{did_you_mean(tag, words)}"
            raise Bad.of("missing" if tag is None else "not_allowed", why, tag, "type")
        return self.make(words[tag], given)

    def make(self, make: Make, given: Mapping[str, object]) -> Any:
        """Returns what a call makes of the keywords in an object; raises Bad."""
        call = self._vocabulary.call(make)
        known = {name: call.takes(name) for name in given if call.has(name)}
        entries = ((name, given[name], hint) for name, hint in known.items())
        values = {**dict.fromkeys(call.needs_none), **self.read_all(entries, _misnamed(call, given))}
        items = values.pop(call.spread, ())
        try:
            return make(*items, **values)
        except ImgparamsError as error:  # of a table the path begins with its name, which is no place in the data
            problems = error.problems
            raise Bad(attrs.evolve(p, path=() if p.code == "bad_table" else p.path) for p in problems) from None
        except Exception as error:  # what a class of the caller's own says of its facts
            raise Bad.of("not_allowed", f"these facts make no {call.name}: {error}") from None

    # ---- one reader for each annotation

    def _hook(self, hint: Hint) -> Callable[[object, Hint], object]:
        """Returns a reader as cattrs calls one, with the annotation beside the data."""
        read = self._reader(hint)
        if not self._vocabulary.is_table(hint):
            return lambda data, _: read(data)

        def read_table(data: object, _: Hint) -> object:
            try:
                return read(data)
            except Bad as bad:
                raise Bad(attrs.evolve(problem, code="bad_table") for problem in bad.problems) from None

        return read_table

    def _reader(self, hint: Hint) -> Read:
        origin, args = parts(hint)
        if hint in self._vocabulary.own:
            read = self._vocabulary.own[hint].read
            return lambda data: read(self, data)
        if is_any(hint):
            return lambda data: freeze(unmarked(data))
        if origin is Annotated:
            or_one = args[1] == OR_ONE
            return lambda data: self.read([data] if or_one and isinstance(data, Mapping) else data, args[0])
        if is_union(hint):
            return self._reader_of_union(args)
        if origin is Literal:
            return lambda data: _read_word(data, args)
        if self._vocabulary.is_class(origin):
            return lambda data: self.read(data, origin)
        if origin is not None:
            return self._reader_of_items(hint)
        if isinstance(hint, type) and (self._vocabulary.has_form(hint) or self._vocabulary.words_for((hint,))):
            return lambda data: self.read_object(data, hint)
        raise TypeError(f"no JSON form: {hint.__name__ if isinstance(hint, type) else hint}")

    def _reader_of_union(self, args: tuple[Hint, ...]) -> Read:
        """Of two members besides None, both are words, which `type` tells apart, or one of them is text.

        Words beside `str` are there for editors, which complete them; any text is legal.
        """
        some = [arg for arg in args if arg is not type(None) and not (str in args and parts(arg)[0] is Literal)]
        texts = [arg for arg in some if is_text(arg)]
        others = [arg for arg in some if arg not in texts]
        words = [parts(arg)[0] or arg for arg in some if self._vocabulary.is_word(arg)]
        tagged = len(words) == len(some) > 1
        if not (tagged or len(some) == 1 or len(texts) == len(others) == 1):
            raise TypeError(f"no JSON form: {' | '.join(map(str, args))}")

        def read(data: object) -> object:
            if data is None and type(None) in args:
                return None
            if tagged:
                return self.read_object(data, *words)
            return self.read(data, (texts if isinstance(data, str) and texts else others or texts)[0])

        return read

    def _reader_of_items(self, hint: Hint) -> Read:
        origin, args = parts(hint)
        pair = pair_of(hint)
        if pair:
            return lambda data: self._read_pairs(data, pair)
        if origin is tuple and ... not in args:
            return lambda data: self._read_fixed(data, args)
        if origin is dict:  # a request, which is the caller's to change
            return lambda data: unmarked(object_of(data))
        if issubclass(origin, Mapping):
            return lambda data: self.read_all((key, item, args[1]) for key, item in object_of(data).items())
        make = origin if origin in (frozenset, list) else tuple
        return lambda data: make(self._read_items(data, args[0]))

    def _read_items(self, data: object, hint: Hint) -> Iterable[object]:
        return self.read_all((at, item, hint) for at, item in enumerate(list_of(data))).values()

    def _read_fixed(self, data: object, args: tuple[Hint, ...]) -> tuple[object, ...]:
        items = list_of(data)
        if len(items) == len(args) - 1 and is_nullable(args[-1]):
            items.append(None)
        if len(items) != len(args):
            raise Bad.of("wrong_type", f"a list of {len(args)}", data)
        return tuple(self.read_all(zip(range(len(args)), items, args, strict=True)).values())

    def _read_pairs(self, data: object, pair: Hint) -> tuple[object, ...]:
        """From a list or an object; a lone word is paired with itself."""
        if isinstance(data, Mapping):
            return tuple(self.read_all((key, item, get_args(pair)[1]) for key, item in data.items()).items())
        pairs = [[item, item] if isinstance(item, str) else item for item in list_of(data)]
        return tuple(self._read_items(pairs, pair))


def _misnamed(call: Call, given: Mapping[str, object]) -> Iterator[Problem]:
    """The keywords that are missing, and those that the call does not have."""
    for name in call.needed:
        if name not in given:
            yield Problem("error", "missing", (name,), None, f"{call.name} needs it")
    for name in given:
        if not call.has(name):
            why = f"{call.name} has no such key{did_you_mean(name, call.keywords)}"
            yield Problem("error", "unknown_field", (name,), None, why)


def _read_scalar(data: object, cls: type) -> object:
    """Reads a text or a number; of a subclass that has its words as attributes, one of those."""
    kind = cls if cls in SCALARS else next(kind for kind in cls.__mro__ if kind in SCALARS)
    value = SCALARS[kind].read(data)
    if value is None:
        raise Bad.of("wrong_type", SCALARS[kind].why, data)
    if cls is kind:
        return value
    words = {str(word): word for word in vars(cls).values() if isinstance(word, cls)}
    return words[_read_word(value, words)] if words else cls(value)


def _read_word(data: object, words: Collection[str]) -> str:
    if not isinstance(data, str) or data not in words:
        raise Bad.of("not_allowed", f"one of {', '.join(words)}{did_you_mean(data, tuple(words))}", data)
    return data


# ---- data, for forms of their own too


def object_of(data: object) -> Mapping[str, object]:
    """Returns an object as it is; raises Bad."""
    if not isinstance(data, Mapping):
        raise Bad.of("wrong_type", "an object", data)
    return data


def list_of(data: object) -> list[object]:
    """Returns the items of a list; raises Bad."""
    if not isinstance(data, (list, tuple)):
        raise Bad.of("wrong_type", "a list", data)
    return list(data)


def unmarked(data: object) -> object:
    """Returns the value of marked data; raises Bad."""
    try:
        return unmark(data)
    except Invalid as error:
        raise Bad(error.problems) from None
