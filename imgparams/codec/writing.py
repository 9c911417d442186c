"""Writes frozen values as JSON data, by their annotations: `Writer`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal

from imgparams.codec.hints import Hint, is_any, is_nullable, is_union, pair_of, parts
from imgparams.codec.marks import mark, text
from imgparams.codec.scalars import SCALARS
from imgparams.codec.vocabulary import OR_ONE, Vocabulary
from imgparams.errors import Change, Invalid, Problem
from imgparams.texts import without_secrets

Write = Callable[[Any], object]


class Writer:
    """Writes values of the classes of one vocabulary, and of any other frozen attrs class."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        from cattrs import Converter

        self._vocabulary = vocabulary
        self._converter = Converter()
        for cls, scalar in SCALARS.items():  # cattrs asks its own hooks for some of these first
            self._converter.register_unstructure_hook(cls, scalar.write)
        self._converter.register_unstructure_hook_factory(lambda _: True, self._writer)

    def dump(self, value: object) -> Any:
        """Returns a value by the annotations of its class where it is an attrs value, else as `write_any` does."""
        return self.write(value, type(value)) if self._vocabulary.has_form(type(value)) else self.write_any(value)

    def write(self, value: object, hint: Hint) -> Any:
        """Returns a value of an annotation as JSON."""
        return self._converter.unstructure(value, hint)

    def write_any(self, value: object, depth: int = 0) -> object:
        """Returns any value as JSON: what it holds of ours by annotation, all else as `mark` does.

        Attrs values of others are no data: one in a request may hold a credential.
        """
        cls = type(value)
        if cls is Fraction or (cls.__module__.startswith("imgparams.") and self._vocabulary.has_form(cls)):
            return self.write(value, cls)
        return mark(value, depth, self.write_any)

    def write_object(self, value: object) -> dict[str, object]:
        """Returns an attrs value as the keywords that make it; raises Invalid for a word that the vocabulary lacks."""
        cls = type(value)
        if not self._vocabulary.has_form(cls):
            raise Invalid([Problem("error", "bad_table", (), None, f"no JSON form: {cls.__name__}")])
        tag = self._vocabulary.tags.get(cls)
        data: dict[str, object] = {"type": tag} if tag else {}
        brief = tag is not None or cls in self._vocabulary.brief
        for name, keyword in self._vocabulary.call(cls).keywords.items():
            item = getattr(value, keyword.attribute)
            if not (brief and keyword.is_usual(item, value)):
                data[name] = self.write(item, keyword.takes)
        return without_secrets(data) if cls in (Change, Problem) else data

    # ---- one writer for each annotation

    def _writer(self, hint: Hint) -> Write:
        origin, args = parts(hint)
        if hint in self._vocabulary.own:
            write = self._vocabulary.own[hint].write
            return lambda value: write(self, value)
        if is_any(hint) or origin is dict:
            return self.write_any
        if origin is Annotated:
            alone = _alone if args[1] == OR_ONE else _as_it_is
            return lambda value: alone(self.write(value, args[0]))
        if is_union(hint):
            some = [arg for arg in args if arg is not type(None)]
            lone = some[0] if len(some) == 1 else Any
            return lambda value: None if value is None else self.write(value, lone)
        if origin is Literal:
            return str
        if self._vocabulary.is_class(origin):
            return lambda value: self.write(value, origin)
        return self.write_object if origin is None else self._writer_of_items(hint)

    def _writer_of_items(self, hint: Hint) -> Write:
        origin, args = parts(hint)
        if origin is frozenset:
            return sorted
        if issubclass(origin, Mapping):
            return lambda value: {text(key): self.write(item, args[1]) for key, item in value.items()}
        if pair_of(hint):
            return lambda value: [_word(self.write(item, args[0])) for item in value]
        if origin is tuple and ... not in args:
            return lambda value: _without_last_none(list(map(self.write, value, args)), args)
        return lambda value: [self.write(item, args[0]) for item in value]


def _as_it_is(value: object) -> object:
    return value


def _alone(items: list[object]) -> object:
    return items[0] if len(items) == 1 else items


def _word(pair: list[object]) -> object:
    """A pair of one word and itself is the word."""
    return pair[0] if isinstance(pair[0], str) and pair[0] == pair[1] else pair


def _without_last_none(items: list[object], args: tuple[Hint, ...]) -> list[object]:
    """TOML has no null: a limit that is not there is left out at the end of its list."""
    return items[:-1] if items[-1] is None and is_nullable(args[-1]) else items
