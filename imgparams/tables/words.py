"""Domains of texts: free ones, and the vendor's words for those of an intent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from imgparams.errors import bad_table
from imgparams.intent import QUALITY
from imgparams.tables.domains import Both, Domain, Fault, one_of, word_doubt, word_fault
from imgparams.tables.patterns import LONGEST, explodes, open_parts, parts_of
from imgparams.texts import how_many
from imgparams.values import as_tuple, json_key, same


@frozen
class Text(Domain[str, str]):
    """Text of `min_length` to `max_length` characters that a pattern matches in full; its `\\d` is an ASCII digit.

    A pattern can't repeat what itself repeats or has alternatives, `(a+)+`; where two parts of it are open, `a+b+`, it
    matches no text of more than 10,000 characters. `means` is what the pattern asks, in words that follow "text".
    """

    min_length: int = field(default=0, kw_only=True)
    max_length: int | None = field(default=None, kw_only=True)
    pattern: str | None = field(default=None, kw_only=True)
    means: str = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        try:
            re.compile(self.pattern or "", re.ASCII)
        except (re.error, ValueError, RecursionError, OverflowError) as error:
            raise bad_table(f"the pattern is not a valid regular expression: {error}") from None
        if self.pattern and explodes(parts_of(self.pattern)):
            raise bad_table("the pattern repeats what itself repeats or has alternatives, and could take for ever")

    def fault(self, value: object) -> Fault | None:
        if not isinstance(value, str):
            return Fault("wrong_type", self.describe())
        if len(value) < self.min_length:
            return Fault("out_of_range", self.describe(), (self.min_length, self.max_length))
        if self.max_length is not None and len(value) > self.max_length:
            return Fault("too_long", f"{self.describe()}; it has {len(value)}", (self.min_length, self.max_length))
        if self.pattern is not None and not self._matches(self.pattern, value):
            return Fault("not_allowed", self.describe())
        return None

    def _matches(self, pattern: str, value: str) -> bool:
        if len(value) > LONGEST and open_parts(parts_of(pattern)) > 1:
            return False
        return re.fullmatch(pattern, value, re.ASCII) is not None

    def table_faults(self) -> Iterator[str]:
        if self.min_length < 0 or (self.max_length is not None and self.max_length < self.min_length):
            yield f"no text has {self.min_length} to {self.max_length} characters"

    def encode(self, asked: object) -> str | None:
        cut = asked[: self.max_length] if isinstance(asked, str) else None
        return cut if cut is not None and self.has(cut) else None

    def decode(self, value: object) -> str | None:
        return value if isinstance(value, str) else None

    def describe(self) -> str:
        return self._named("text")

    def plural(self) -> str:
        return self._named("texts")

    def _named(self, name: str) -> str:
        if self.pattern is not None:
            return f"{name} {self.means or f'matching {self.pattern}'}"
        if self.max_length is None and self.min_length <= 1:
            return f"non-empty {name}" if self.min_length else name
        if self.max_length is not None and not self.min_length:
            return f"{name} of at most {how_many(self.max_length, self.max_length, 'character')}"
        return f"{name} of {how_many(self.min_length, self.max_length, 'character')}"


def as_pairs(pairs: Mapping[Any, Any] | Iterable[tuple[Any, Any]]) -> tuple[tuple[Any, Any], ...]:
    return tuple((a, b) for a, b in (pairs.items() if isinstance(pairs, Mapping) else pairs))


@frozen
class Words(Domain):
    """Pairs of intent's and vendor's words, in the vendor's order; a vendor's word is parsed as its first pair.

    `scale` is an ordered vocabulary: a word of it without a pair goes to the nearest by rank, ties down. `more` are
    legal words of the vendor that an intent does not have; `open` if the list is not complete.
    """

    pairs: tuple[tuple[object, object], ...] = field(converter=as_pairs, eq=json_key)
    scale: tuple[str, ...] = field(default=(), converter=as_tuple)
    more: tuple[object, ...] = field(default=(), converter=as_tuple, kw_only=True)
    open: bool = field(default=False, kw_only=True)

    @property
    def words(self) -> tuple[object, ...]:
        """The legal wire words."""
        words: list[object] = []
        for word in (*(wire for _, wire in self.pairs), *self.more):
            if not any(same(word, other) for other in words):
                words.append(word)
        return tuple(words)

    def fault(self, value: object) -> Fault | None:
        return word_fault(value, self.words, self.open, self.describe)

    @property
    def is_open(self) -> bool:
        return self.open

    def doubt(self, value: object) -> str:
        return word_doubt(value, self.words)

    def encode(self, asked: object) -> object:
        for canonical, wire in self.pairs:
            if same(canonical, asked):
                return wire
        if asked not in self.scale:  # a vendor's own word is accepted, and reads back as the intent's
            return next((wire for _, wire in self.pairs if same(wire, asked)), None)
        rank = self.scale.index(str(asked))
        ranked = [(abs(self.scale.index(word) - rank), self.scale.index(word), wire) for word, wire in self._ranked()]
        return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None

    def _ranked(self) -> Iterator[tuple[str, object]]:
        return ((word, wire) for word, wire in self.pairs if word in self.scale)

    def decode(self, value: object) -> object:
        return next((canonical for canonical, wire in self.pairs if same(wire, value)), None)

    def meet(self, other: Domain) -> Domain:
        kept = tuple(pair for pair in self.pairs if other.has(pair[1]))
        if self.open:
            return Both(self, other)
        return evolve(self, pairs=kept, more=tuple(word for word in self.more if other.has(word)), open=False)

    def first(self) -> object:
        return self.words[0] if self.words else None

    def listed(self) -> tuple[object, ...]:
        return () if self.open else self.words

    def describe(self) -> str:
        return one_of(self.words, self.open)


def Quality(*words: str, **pairs: str) -> Words:
    """Quality words for low, medium, high, xhigh, max and auto: `Quality("auto", low="standard")`."""
    return Words({**{word: word for word in words}, **pairs}, QUALITY)
