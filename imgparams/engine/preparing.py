"""Makes a function per target that sees at once that a request is plainly right; `check` looks at the others.

Most requests are right, and the interpreter, which asks row by row, is slow to say so. So the rows of a target are
written out as the code that someone would write by hand for it, which is compiled once:

    def right(body):
        if type(body) is not dict: return False
        n = 0
        v0 = body.get("prompt", M)
        if v0 is not M:
            n += 1
            if not (type(v0) is str and 1 <= len(v0) <= 1500 and (v0.isascii() or clean(v0))): return False
        else: return False                                    # required
        v1 = body.get("num_images", M)
        if v1 is not M:
            n += 1
            if not (type(v1) is int and 1 <= v1 <= 8): return False
        if n != len(body): return False                       # a key that no row has
        if (v1 is not M) and not quiet_rules(...): return False
        return True

It answers True only if `check` finds nothing; False means "look". So an expression may be narrower than its domain
(20.0 is a whole number, and looked at), never wider, and whatever has no expression is asked as the interpreter asks
it. The rows stay the only place of a fact. Nothing of a request gets into the code, and what a table says gets there as
a bound name or as `repr` of a number. `folding` writes the function again for keys that come often.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from imgparams.contract import AnyRule, Row
from imgparams.engine.expressions import MISSING, Code, all_of, between, clean
from imgparams.engine.folding import Right, by_keys
from imgparams.engine.verifying import USUAL_SEEDS, Served, unverified
from imgparams.geometry import Size
from imgparams.values import JsonMapping, JsonObject, Path, unreadable

if TYPE_CHECKING:
    from imgparams.tables.domains import Domain
    from imgparams.tables.offers import Spelling
    from imgparams.tables.pictures import Content
    from imgparams.tables.pixels import PixelText, Sides
    from imgparams.tables.sizes import Sizes
    from imgparams.tables.templates import TextPart

MOST_PIXEL_TEXT = 100  # characters of a size that is read quickly, and remembered


def prepared(served: Served) -> Right:
    """Returns whether a request is plainly right for a target: True only if `check` finds nothing in it."""
    code = RightCode(served)
    text = code.text()
    space: dict[str, Any] = {**code.names, "M": MISSING, "clean": clean}
    exec(text, space)  # of values of the table only, see above
    return by_keys(lambda: RightCode(served).text(), space, in_list=served.target.in_list)


class RightCode(Code):
    """The lines of `right`."""

    def __init__(self, served: Served) -> None:
        super().__init__(served.target)
        self.served = served

    def text(self) -> str:
        self.add(0, "def right(body):")
        if self.target.in_list:
            self.add(1, "if type(body) is list and len(body) == 1: body = body[0]")
        for number, wire in enumerate(self.target.by_wire):
            self.at[wire] = f"v{number}"
            if wire not in self.target.keys:  # it is inside what may be absent
                self.add(1, f"v{number} = M")
        self._walk((), "body", 1)
        for row, bound in zip(self.target.model_rows, self.served.bound.model_rows, strict=True):
            self._row(row, bound)
        for rule, triggers in self.target.rules_by_trigger:
            self._rule(rule, triggers)
        self.end()
        return "\n".join(self.lines)

    def end(self) -> None:
        """Writes what is returned for a request that is plainly right."""
        self.add(1, "return True")

    def _walk(self, path: Path, name: str, depth: int) -> None:
        """Writes how the wires below a path get their values, and that there is no other key."""
        tree = self.target.tree
        keys = dict.fromkeys(
            each[len(path)] for each in (*tree.leaves, *tree.branches) if each[: len(path)] == path != each
        )
        count, kind = f"n{depth}", tree.branches[path].__name__
        self.add(depth, f"if type({name}) is not {kind}: return False")
        self.add(depth, f"{count} = 0")
        for key in keys:
            inner = (*path, key)
            wire = tree.leaves.get(inner)
            value = self.at[wire] if wire is not None else f"b{depth}_{len(self.lines)}"
            got = f"{name}.get({key!r}, M)" if kind == "dict" else f"{name}[{key}] if {key} < len({name}) else M"
            self.add(depth, f"{value} = {got}")
            self.add(depth, f"if {value} is not M:")
            self.add(depth + 1, f"{count} += 1")
            if inner not in tree.branches:
                self._unset(wire, value, depth + 1)
                self._value(wire or "", value, depth + 1)
            elif wire is None:
                self._walk(inner, value, depth + 1)
            else:  # a word or an object: the object's keys are other wires
                self.add(depth + 1, f"if type({value}) is dict:")
                self._walk(inner, value, depth + 2)
                self.add(depth + 2, f"{value} = M")
                self.add(depth + 1, "else:")
                self.add(depth + 2, "pass")
                self._unset(wire, value, depth + 2)
                self._value(wire, value, depth + 2)
        self.add(depth, f"if {count} != len({name}): return False")

    def _unset(self, wire: str | None, value: str, depth: int) -> None:
        for word in self.target.absences.get(wire or "", ()):
            is_word = f"type({value}) is {type(word).__name__} and {value} == {self.bind(word)}"
            self.add(depth, f"if {value} is None: {value} = M" if word is None else f"if {is_word}: {value} = M")

    # ---- rows

    def _value(self, wire: str, value: str, depth: int) -> None:
        """Writes that the value of a single wire is legal."""
        from imgparams.tables.rows import Const, Param

        row = self.target.by_wire[wire]
        if isinstance(row, Param):
            test = self._param(row, value)
        elif isinstance(row, Const):
            test = "" if row.open else self._one_of((row.value, *row.also_legal), value)
            test = test or f"{self.bind(row.means)}({value})"
        else:
            return
        there = f"{value} is not M and " if wire in self.target.absences else ""
        self.add(depth, f"if {there}not ({test}): return False")

    def _row(self, row: Row, bound: Row) -> None:
        """Writes that the wires of a row are legal; `bound` is the row within the limits of the maker."""
        from imgparams.tables.pictures import Content
        from imgparams.tables.rows import Const, Param
        from imgparams.tables.sizes import Sizes

        if not row.wires:
            return
        value = self.at[row.wires[0]]
        if row.always_sent and len(row.wires) == 1:
            self.add(1, f"if {value} is M: return False")
        if isinstance(row, (Const, Param)):
            return  # its value is tested where it is got
        if isinstance(row, Sizes) and isinstance(bound, Sizes) and (ways := self._ways(bound)):
            there = " or ".join(f"{self.at[wire]} is not M" for wire in row.wires)
            self.add(1, f"if {there}:" if not row.required else "if True:")
            self.add(2, f"if not ({' or '.join(ways)}):")
            self._asked(row, 3)
        elif isinstance(row, Content) and row.texts:
            self.add(1, f"if {value} is M or not {self.bind(self._texts(row))}({value}):")
            self._asked(row, 2)
        else:
            self._asked(row)

    def _ways(self, row: Sizes) -> list[str]:
        """Returns an expression for each spelling: it alone is there, and what it says is legal and not doubted."""
        if row.reads:
            return []
        tests = [(spelling.wires, self._spelled(spelling)) for spelling in row.spellings if not spelling.is_open]
        return [
            all_of(*(f"{self.at[wire]} is M" for wire in row.wires if wire not in wires), test)
            for wires, test in tests
            if test
        ]

    def _spelled(self, spelling: Spelling) -> str:
        """Returns the expression of a legal shape in one spelling, "" if it has none."""
        from imgparams.tables.pixels import PixelText, Sides
        from imgparams.tables.size_sets import Pairs
        from imgparams.tables.spellings import Presets, ShapeWords

        if isinstance(spelling, Sides):
            return self._sides(spelling)
        if isinstance(spelling, PixelText) and isinstance(spelling.sizes, Pairs):
            texts = [f"{size.width}{spelling.separator}{size.height}" for size in spelling.sizes.sizes]
            return self._in_words(spelling.wire, [*texts, *([spelling.auto] if spelling.auto else [])])
        if isinstance(spelling, PixelText):
            return f"{self.bind(_text_fits(spelling))}({self.at[spelling.wire]})"
        if isinstance(spelling, Presets):
            return self._in_words(spelling.wire, list(spelling.words))
        if isinstance(spelling, ShapeWords) and not spelling.listed:
            ratio = self._in_words(spelling.ratio, [*(w for _, w in spelling.ratios), *spelling.more])
            tier = self._in_words(spelling.tier, [*(w for _, w in spelling.tiers), *spelling.more_tiers])
            if ratio and tier:
                no_ratio, no_tier = f"{self.at[spelling.ratio]} is M", f"{self.at[spelling.tier]} is M"
                return f"({ratio} or {no_ratio}) and ({tier} or {no_tier}) and not ({no_ratio} and {no_tier})"
            return ratio or tier
        return ""

    def _sides(self, spelling: Sides) -> str:
        from imgparams.tables.size_sets import Grid, Pairs

        width, height = (self.at[wire] for wire in spelling.sides)
        if not all(isinstance(word, str) for word in spelling.sets.values()):
            return ""
        sets = [self._in_words(wire, [str(word)]) for wire, word in spelling.sets.items()]
        if isinstance(spelling.sizes, Pairs):
            pairs = self.bind(frozenset(map(tuple, spelling.sizes.sizes)))
            return all_of(*sets, f"type({width}) is int and type({height}) is int", f"({width}, {height}) in {pairs}")
        grid = spelling.sizes
        if not isinstance(grid, Grid):
            return ""
        sides = [self.test(grid.width, width), f"{width} > 0", self.test(grid.height, height), f"{height} > 0"]
        area = between(*grid.area, f"{width} * {height}") if grid.area != (1, None) else []
        ratio = []
        if grid.ratio is not None:
            low, high = grid.ratio
            ratio.append(f"{width} * {low.denominator} >= {height} * {low.numerator}")
            ratio.append(f"{width} * {high.denominator} <= {height} * {high.numerator}")
        return all_of(*sets, *sides, *area, *ratio)

    def _in_words(self, wire: str, words: list[str]) -> str:
        value = self.at.get(wire, "")
        return f"(type({value}) is str and {value} in {self.bind(frozenset(words))})" if value else ""

    def _param(self, row: Any, value: str) -> str:
        """Returns the expression of a legal value that nobody doubts."""
        if row.deprecated:
            return "False"
        test = self.test(row.domain, value)
        if row.wire not in self.served.doubtful:
            return test
        return f"{test} and {self._undoubted(row, value)}"

    def _undoubted(self, row: Any, value: str) -> str:
        from imgparams.tables.domains import Int, Num

        if row.field == "seed":
            return f"{USUAL_SEEDS[0]} <= {value} <= {USUAL_SEEDS[1]}"
        if row.field is None and isinstance(row.domain, (Int, Num)):  # numbers of the vendor's own have no usual bound
            return "True"
        return f"{self.bind(self._quiet)}({row.wire!r}, {value})"

    def _quiet(self, wire: str, value: object) -> bool:
        return not any(unverified(self.served, {wire: value}))

    def _texts(self, row: Content) -> Callable[[object], bool]:
        """Returns whether a list holds plain texts only, all that is required among them."""
        forms = [_text_form(part) for part in row.texts if {*row.requires} <= {part.field}]
        tests = [(keys, hole, constants, part.domain) for part, keys, hole, constants in filter(None, forms)]

        def fits(items: object) -> bool:
            return (
                type(items) is list
                and len(items) > 0
                and all(any(_is_text(item, *test) for test in tests) for item in items)
            )

        return fits

    def _asked(self, row: Row, depth: int = 1) -> None:
        """Writes that a row is asked about its own wires, if one of them is there."""
        there = " or ".join(f"{self.at[wire]} is not M" for wire in row.wires)
        beside = [wire for _, _, when in row.defaults() for wire in when]  # its default depends on these
        own = ", ".join(f"({wire!r}, {self.at[wire]})" for wire in dict.fromkeys([*row.wires, *beside]))
        asked = self.bind(self._asker(row))
        self.add(depth, f"if {there}:" if not row.always_sent else "if True:")
        for wire in row.reads:  # what it says depends on other wires
            self.add(depth + 1, f"if {self.at[wire]} is not M: return False")
        self.add(depth + 1, f"if not {asked}([{own}]): return False")

    def _asker(self, row: Row) -> Callable[[list[tuple[str, object]]], bool]:
        served, files = self.served, self.files
        doubtful = any(wire in served.doubtful for wire in row.wires)

        def asked(own: list[tuple[str, object]]) -> bool:
            flat = {wire: value for wire, value in own if value is not MISSING}
            if any(True for value in flat.values() for _ in unreadable(value, files=files)):
                return False
            return not any(row.problems(flat)) and not (doubtful and any(unverified(served, flat)))

        return asked

    # ---- rules

    def _rule(self, rule: AnyRule, triggers: frozenset[str] | None) -> None:
        """Writes that a rule is asked, if one of the wires without which it can't matter is there."""
        tested = self.broken(rule)
        if tested:
            self.add(1, f"if {tested}: return False")
            return
        flat = ", ".join(f"({wire!r}, {value})" for wire, value in self.at.items())
        line = f"if not {self.bind(self._holds(rule))}([{flat}]): return False"
        if triggers is None:
            self.add(1, line)
            return
        there = " or ".join(f"{self.at[wire]} is not M" for wire in sorted(triggers) if wire in self.at)
        self.add(1, f"if {there or 'False'}:")
        self.add(2, line)

    def _holds(self, rule: AnyRule) -> Callable[[list[tuple[str, object]]], bool]:
        view = self.target.view

        def holds(own: list[tuple[str, object]]) -> bool:
            flat: Mapping[str, object] = {wire: value for wire, value in own if value is not MISSING}
            return not any(True for _ in rule.broken(view(flat)))

        return holds


def _text_form(part: TextPart) -> tuple[TextPart, frozenset[str], str, JsonObject] | None:
    """Returns the keys of a text's object, that of the text itself and the constants; None if it is no plain object."""
    from imgparams.tables.templates import TEXT

    if not isinstance(part.template, Mapping):
        return None
    holes = [key for key, item in part.template.items() if item == TEXT]
    constants = {key: item for key, item in part.template.items() if item != TEXT}
    plain = len(holes) == 1 and all(isinstance(item, str) for item in constants.values())
    return (part, frozenset(part.template), holes[0], constants) if plain else None


def _is_text(item: object, keys: frozenset[str], hole: str, constants: JsonMapping, domain: Domain) -> bool:
    if type(item) is not dict or item.keys() != keys:
        return False
    text = item[hole]
    return (
        type(text) is str and domain.has(text) and clean(text) and all(item[k] == own for k, own in constants.items())
    )


def _text_fits(spelling: PixelText) -> Callable[[object], bool]:
    """Returns whether a text is plainly legal pixels: two whole numbers in the usual digits, or the word for auto."""

    @lru_cache(maxsize=256)  # the same few sizes come again and again
    def is_legal(text: str) -> bool:
        sides = text.split(spelling.separator)
        usual = len(sides) == 2 and all(s.isascii() and s.isdigit() and s[0] != "0" and len(s) < 7 for s in sides)
        return usual and spelling.sizes.has(Size(*map(int, sides)))

    def fits(text: object) -> bool:
        if type(text) is not str or len(text) > MOST_PIXEL_TEXT:
            return False
        return (bool(spelling.auto) and text == spelling.auto) or is_legal(text)

    return fits
