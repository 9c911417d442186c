"""Conditions of rules, besides the domains, which are conditions too."""

from __future__ import annotations

import re
from typing import ClassVar

from attrs import frozen

from imgparams.tables.domains import Domain, Fault, OneOf
from imgparams.texts import area_text, how_many, listed, word_text


@frozen
class Not(Domain):
    """Any value that a domain does not have."""

    domain: Domain

    def fault(self, value: object) -> Fault | None:
        return Fault("not_allowed", self.describe()) if self.domain.has(value) else None

    def describe(self) -> str:
        return f"anything but {self._excluded()}"

    def describe_beside(self) -> str:
        return f"but not {self._excluded()}"

    def _excluded(self) -> str:
        return listed([word_text(word) for word in self.domain.listed()]) or self.domain.describe()


@frozen
class Count(Domain):
    """A list of so many items (a single value counts as one)."""

    min: int = 0
    max: int | None = None

    def fault(self, value: object) -> Fault | None:
        number = len(value) if isinstance(value, (list, tuple)) else 1
        low, high = number < self.min, self.max is not None and number > self.max
        return (
            Fault("too_many" if high else "out_of_range", self.describe(), (self.min, self.max))
            if low or high
            else None
        )

    def describe(self) -> str:
        return how_many(self.min, self.max, "item")


_SIDES = re.compile(r"([1-9]\d{0,9})\D([1-9]\d{0,9})", re.ASCII)


@frozen
class Area(Domain):
    """A size as text, with `min` to `max` pixels, `1024x1024` or with another separator; other words pass."""

    min: int | None = None
    max: int | None = None

    def fault(self, value: object) -> Fault | None:
        sides = _SIDES.fullmatch(value) if isinstance(value, str) else None
        if sides is None:
            return None
        area = int(sides[1]) * int(sides[2])
        low, high = self.min is not None and area < self.min, self.max is not None and area > self.max
        return Fault("bad_area", self.describe(), (self.min, self.max)) if low or high else None

    def describe(self) -> str:
        return area_text(self.min, self.max) or "any number of pixels"


@frozen
class _Present(Domain):
    about_value: ClassVar[bool] = False

    def fault(self, value: object) -> Fault | None:
        return None

    def is_met(self, there: bool, value: object) -> bool:
        return there

    def is_broken(self, there: bool, value: object) -> bool:
        return not there

    def narrow(self, domain: Domain) -> Domain | None:
        return domain

    def describe(self) -> str:
        return "present"


@frozen
class _Absent(Domain):
    forbids: ClassVar[bool] = True
    forbids_others: ClassVar[bool] = True
    about_value: ClassVar[bool] = False

    def fault(self, value: object) -> Fault | None:
        return Fault("conflict", "must be left out")

    def is_met(self, there: bool, value: object) -> bool:
        return not there

    def is_broken(self, there: bool, value: object) -> bool:
        return there

    def narrow(self, domain: Domain) -> Domain | None:
        return None

    def describe(self) -> str:
        return "left out"


@frozen
class _Off(Domain):
    """A switch that is not on: false, or left out if the vendor's default is not true."""

    forbids_others: ClassVar[bool] = True

    def fault(self, value: object) -> Fault | None:
        return None if value is False else Fault("conflict", "must be false or left out")

    def is_met(self, there: bool, value: object) -> bool:
        return value is False if there else value is not True

    def is_broken(self, there: bool, value: object) -> bool:
        return not self.is_met(there, value)

    def narrow(self, domain: Domain) -> Domain | None:
        return OneOf(False) if domain.has(False) else None

    def describe(self) -> str:
        return "off"


PRESENT = _Present()
ABSENT = _Absent()
OFF = _Off()
