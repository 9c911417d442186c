"""Twins: two wires of two versions of a vendor's API that say the same.

Fields with no portable equivalent travel in `provider_options` under the names of the version that they were read from.
A row that has a twin reads them under the other version's name too; what is sent has the row's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from imgparams.tables.templates import WEIGHT, fill, match
from imgparams.tables.words import as_pairs
from imgparams.values import freeze, json_key, same

if TYPE_CHECKING:
    from imgparams.contract import Row


@frozen
class Twin:
    """Two wires of two versions of a vendor's API that say the same; one value, which the rows of both have.

    `words` pairs values of `one` with values of `other`, () if they are the same; a value in no pair has no twin.
    `listed` if `other` is a list of one value. `items` are the templates of an item of each, with HOLE, TYPE and WEIGHT
    (whose values are then in `words`), if both are lists; an item that does not fit is left where it is.
    """

    one: str
    other: str
    words: tuple[tuple[object, object], ...] = field(default=(), converter=as_pairs, eq=json_key)
    listed: bool = field(default=False, kw_only=True)
    items: tuple[Any, ...] = field(default=(), converter=freeze, kw_only=True)

    def of(self, wire: str) -> str:
        """Returns the twin of one of the two wires."""
        return self.other if wire == self.one else self.one

    def translated(self, wire: str, value: object) -> tuple[Any, Any]:
        """Returns what a value of one wire is on the other, and what is left of it; None is nothing."""
        forward = wire == self.one
        if self.items:
            return self._items(value, forward) if isinstance(value, (list, tuple)) else (None, value)
        if self.listed and not forward:
            alone = value[0] if isinstance(value, (list, tuple)) and len(value) == 1 else None
            there = self._word(alone, forward)
        else:
            there = self._word(value, forward)
        if there is None:
            return None, value
        return [there] if self.listed and forward else there, None

    def _word(self, word: object, forward: bool) -> object:
        if not self.words:
            return word
        pairs = self.words if forward else tuple((other, one) for one, other in self.words)
        return next((there for here, there in pairs if same(here, word)), None)

    def _items(self, value: list[object] | tuple[object, ...], forward: bool) -> tuple[object, object]:
        here, there = self.items if forward else self.items[::-1]
        moved: list[object] = []
        left: list[object] = []
        for item in value:
            holes = match(here, item)
            if holes is not None and WEIGHT in holes:
                holes[WEIGHT] = self._word(holes[WEIGHT], forward)
            if holes is None or (WEIGHT in holes and holes[WEIGHT] is None):
                left.append(item)
            else:
                moved.append(fill(there, holes))
        return moved or None, left or None


def twin_faults(row: Row) -> Iterator[str]:
    """Yields what is wrong with the twins of a row."""
    for twin in row.twins:
        if not {twin.one, twin.other} & set(row.wires):
            yield f"a twin of {row.wires[0]} names it neither as one nor as other"
        if twin.items and len(twin.items) != 2:
            yield f"a twin of {row.wires[0]} needs the templates of two items"
