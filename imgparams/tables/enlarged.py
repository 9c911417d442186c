"""A picture that is larger than the sides of a request: a second pass that enlarges what the first one made.

The sides are then those of the first pass, and the size of an intent, that of the picture, follows from several wires:

    width 1024, height 1024, enable_hr true, hr_scale 2         2048x2048
    width 512, height 768, enable_hr true, hr_resize_x 1024     1024x1536

These wires say more than the size, so they are kept in `provider_options` beside it. Next to them the row of sizes
writes the sides whose picture is the size asked for.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from attrs import field, frozen

from imgparams.geometry import Size
from imgparams.intent import takes
from imgparams.values import as_tuple, is_number, is_whole

_MOST = 10_000  # more than this is no scale of a picture


@frozen
class Enlarged:
    """Wires of other rows that enlarge the picture, if `switch` is true and none of `unless` is set.

    Both sides are multiplied by `scale`, by `usual` if it is absent. If `sides` are given (0 counts as absent), the
    picture has these; of one alone, the other follows from the shape of the first pass. All are rounded down, to a
    multiple of `multiple_of`.
    """

    switch: str
    scale: str
    usual: float
    sides: tuple[str, str] = field(converter=as_tuple)
    unless: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)
    multiple_of: int = field(default=1, kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.switch, self.scale, *self.sides, *self.unless)

    def is_on(self, flat: Mapping[str, object]) -> bool:
        return flat.get(self.switch) is True and not any(_side(flat, wire) for wire in self.unless)

    def factor(self, flat: Mapping[str, object]) -> float | None:
        """Returns what both sides are multiplied by, None if that is not what makes the size."""
        scale = flat.get(self.scale)
        scale = scale if is_number(scale) else self.usual
        given = any(_side(flat, wire) for wire in self.sides)
        return scale if not given and 0 < scale <= _MOST else None

    def picture(self, first: Size, flat: Mapping[str, object]) -> Size | None:
        """Returns the size of the picture for the sides of the first pass, None if that makes no sense."""
        width, height = (_side(flat, wire) for wire in self.sides)
        factor = self.factor(flat)
        if factor is not None:
            width, height = int(first.width * factor), int(first.height * factor)
        elif width and not height:
            height = width * first.height // first.width
        elif height and not width:
            width = height * first.width // first.height
        whole = (width // self.multiple_of * self.multiple_of, height // self.multiple_of * self.multiple_of)
        return Size(*whole) if takes("size", whole) else None

    def first_pass(self, size: Size, factor: float) -> Size:
        """Returns the least sides of a first pass whose picture is at least this large."""
        width, height = (math.ceil(side / factor / self.multiple_of) * self.multiple_of for side in size)
        return Size(width, height)


def _side(flat: Mapping[str, object], wire: str) -> int:
    value = flat.get(wire)
    return int(value) if is_whole(value) else 0
