"""What is known of classes beside their annotations: `Vocabulary`.

A word is a class, or a function that makes one, by the name that an object's `type` gives it:

    {"type": "Int", "min": 1}           Int(min=1)
    {"type": "Flag"}                    Flag(), which is OneOf(False, True); written as what it made

An attrs class that is no word has no `type`: where its object stands says what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from imgparams.codec.calls import Call, Make, call_of, made_by
from imgparams.codec.hints import Hint, is_subclass
from imgparams.codec.scalars import SCALARS

if TYPE_CHECKING:
    from imgparams.codec.reading import Reader
    from imgparams.codec.writing import Writer

OR_ONE = "or one of them"  # Annotated[tuple[X, ...], OR_ONE]: one object may stand for a list of one


class Form(NamedTuple):
    """How the values of one annotation are written and read, where that does not follow from it."""

    write: Callable[[Writer, Any], object]
    read: Callable[[Reader, object], object]


@attrs.frozen(slots=False, eq=False, kw_only=True)
class Vocabulary:
    """Words, and what else is known of classes.

    `words` are classes and functions by what `type` says, `roots` classes whose values are always words: a subclass
    that is no word has no JSON. `brief` are other classes that leave out what equals its default, as words do; all else
    is written whole, for readers that know no defaults. What is wrong inside a word or a class of `tables` is a bad
    table. `own` are forms by annotation; `takes` and `kept_as` are for `call_of`.
    """

    words: Mapping[str, Make] = attrs.field(factory=dict)
    roots: tuple[type, ...] = ()
    brief: frozenset[type] = frozenset()
    tables: tuple[type, ...] = ()
    own: Mapping[Hint, Form] = attrs.field(factory=dict)
    takes: Mapping[tuple[Make, str], Hint] = attrs.field(factory=dict)
    kept_as: Mapping[tuple[Make, str], str] = attrs.field(factory=dict)
    _calls: dict[Make, Call] = attrs.field(factory=dict, init=False)
    _words_for: dict[tuple[type, ...], Mapping[str, Make]] = attrs.field(factory=dict, init=False)

    def with_more(
        self,
        *,
        brief: frozenset[type],
        tables: tuple[type, ...],
        own: Mapping[Hint, Form],
        takes: Mapping[tuple[Make, str], Hint],
    ) -> Vocabulary:
        """Returns the same with more classes beside the words."""
        return attrs.evolve(
            self,
            brief=self.brief | brief,
            tables=(*self.tables, *tables),
            own={**self.own, **own},
            takes={**self.takes, **takes},
        )

    @cached_property
    def tags(self) -> Mapping[type, str]:
        """What `type` says of a value of each class."""
        return {word: tag for tag, word in self.words.items() if isinstance(word, type)}

    @cached_property
    def _of_words(self) -> tuple[type, ...]:
        return (*self.roots, *self.tags)

    def words_for(self, classes: tuple[type, ...]) -> Mapping[str, Make]:
        """Returns the words that make a value of one of these classes."""
        if classes not in self._words_for:
            made = {tag: made_by(word) for tag, word in self.words.items()}
            self._words_for[classes] = {tag: self.words[tag] for tag in made if issubclass(made[tag], classes)}
        return self._words_for[classes]

    def call(self, make: Make) -> Call:
        """Returns how a word or a class is called."""
        if make not in self._calls:
            self._calls[make] = call_of(make, self.takes, self.kept_as)
        return self._calls[make]

    def has_form(self, cls: type) -> bool:
        """Whether values of a class are objects by its annotations."""
        return cls in self.tags or (attrs.has(cls) and not issubclass(cls, self._of_words))

    def is_word(self, hint: Hint) -> bool:
        """Whether an annotation is of words."""
        return is_subclass(hint, self._of_words)

    def is_class(self, origin: Hint) -> bool:
        """Whether what stands before brackets is a class of values, and none of lists or objects of what is in them."""
        return isinstance(origin, type) and (attrs.has(origin) or issubclass(origin, (*self._of_words, *SCALARS)))

    def is_table(self, hint: Hint) -> bool:
        """Whether a fault of what an annotation takes is that of a table."""
        return self.is_word(hint) or is_subclass(hint, self.tables)
