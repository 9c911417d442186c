"""Makes a function per target that writes what is asked where nothing limits it; `solve` does the rest.

The interpreter writes rows, asks every rule, and reads the request back to see what changed. But what one row writes
for one wish, and what that comes to, is the same in every call, so it is remembered (`Written`); a number or text that
is plainly legal is written as it is; and of the rules only those are asked that can meet what is written here. The rows
and rules of a target are written out as this code, which is compiled once:

    def write(fields, flat, raw):
        left, more, lacking, n, px = len(fields), [], 0, 1, None
        w = fields.get("guidance")
        if w is not None:
            left -= 1
            if (type(w) is float or type(w) is int) and 1 < w < 20: flat["guidance_scale"] = w
            else:
                r = k0(w)                                         # as its row writes it, remembered
                more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
        ...
        flat["modelId"] = k1
        ...
        if left: more += lost(fields)                             # fields that no row has
        v3 = flat.get("num_images", M)
        if (v3 is not M and v3 > 4) and ...: return settle(fields, flat, raw, more, lacking, n, px)
        return more, lacking, n, px

Rows that share fields (a list with the prompt and the pictures) are one group, written together. Where a rule is
broken, the groups that it limits are written again, as `solve` does it (`settling`). Pictures are written and read
each time, since they are new each time. None is returned where more than that is needed. A second function takes the
vendor's own fields too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from imgparams.contract import NO_LIMITS, SHAPE, WORDS, AnyRule, Row
from imgparams.engine.expressions import MISSING, Code, all_of, between, clean
from imgparams.engine.grouping import Group, Groups, Written
from imgparams.engine.measuring import count, pixels
from imgparams.engine.needs import Need, open_needs
from imgparams.engine.reading import Asked
from imgparams.engine.settling import Settling
from imgparams.engine.verifying import USUAL_SEEDS, Served, unverified
from imgparams.geometry import Size
from imgparams.target import Target

# the flat request, what is not plainly as asked in it, the needs, the count and the pixels
Draft = tuple[dict[str, object], list[Written], tuple[Need, ...], "int | None", "Size | None"]
Writer = Callable[[Asked], "Draft | None"]


def writer(served: Served, *, with_raw: bool = False) -> Writer:
    """Returns what writes a wish for a target, None for those that must be solved; `with_raw` is for raw wires too."""
    code = _WriterCode(served, with_raw=with_raw)
    text = code.text()
    space: dict[str, Any] = {**code.names, "M": MISSING, "clean": clean}
    exec(text, space)  # of values of the table only, as in `preparing`
    write: Any = space["write"]
    remembered: dict[int, tuple[Need, ...]] = {}  # by the rows that are missing, if that is all

    def written(wish: Asked) -> Draft | None:
        flat: dict[str, object] = {}
        done = write(wish.fields, flat, wish.raw)
        if done is None:
            return None
        more, lacking, images, px = done
        needs = remembered.get(lacking, ()) if lacking else ()
        if lacking and not needs:
            needs = tuple(open_needs(served.target, flat, wish))
            if not lacking & 1:
                remembered[lacking] = needs
        return flat, more, needs, images, px

    return written


class _WriterCode(Code):
    """The lines of `write`."""

    def __init__(self, served: Served, *, with_raw: bool = False) -> None:
        super().__init__(served.bound)
        self.with_raw, self.served, self.provider = with_raw, served, served.bound.provider
        self.groups = Groups(served)
        self.missing = 0  # rows that may be missing, each a bit of `lacking`; the first is for all else
        self.sent = {wire for row in self.target.model_rows if self._is_sent(row) for wire in row.wires}
        self.at = {wire: f"v{at}" if wire in self.sent else "M" for at, wire in enumerate(self.target.by_wire)}

    def _is_sent(self, row: Row) -> bool:
        return bool(row.fields) or row.always_sent or row.is_constant or self.with_raw

    def text(self) -> str:
        self.add(0, "def write(fields, flat, raw):")
        least = {wire: v for row in self.target.always_rows for wire, v in row.always(NO_LIMITS, self.provider).items()}
        n, px = self.bind(count(self.target, least)), self.bind(pixels(self.target, least))
        lacking = int(any(rule.lacks({}) for rule in self.target.rules))
        self.add(1, f"left, more, lacking, n, px = len(fields), [], {lacking}, {n}, {px}")
        if self.with_raw:
            self.add(1, "seen = 0")
        begun: set[int] = set()
        for row in self.target.model_rows:
            number = self.groups.number_of(row)
            group = self.groups.every[number] if number >= 0 else None
            if group is None:
                self._own(row)
            elif len(group.rows) == len(group.names) == 1:
                self._alone(row, group, group.names[0])
            else:
                if number not in begun:
                    self._begin(number)
                    begun.add(number)
                self._row(row, number)
        if self.with_raw:
            self.add(1, "if seen != len(raw): return None")  # wires of fields, unknown ones, others than are legal
        self._others()
        self._defaults()
        self._rules()
        self.add(1, "return more, lacking, n, px")
        return "\n".join(self.lines)

    # ---- rows

    def _own(self, row: Row) -> None:
        """Writes the wires of a row that says no field: raw ones as they are, if they are legal and known to work."""
        from imgparams.tables.rows import Param

        if not (self.with_raw and isinstance(row, Param)):
            return self._always(row, 1)
        quiet = f"{self.bind(self._is_quiet)}({row.wire!r}, w)" if row.wire in self.served.doubtful else ""
        self.add(1, f"w = raw.get({row.wire!r}, M)")
        self.add(1, "if w is not M:")
        self.add(2, f"if not ({all_of(self.test(row.domain, 'w'), quiet)}): return None")
        self.add(2, f"flat[{row.wire!r}] = w; seen += 1")
        if row.always_sent:
            self.add(1, "else:")
            self._always(row, 2)
        return None

    def _is_quiet(self, wire: str, value: object) -> bool:
        return not any(unverified(self.served, {wire: value}))

    def _alone(self, row: Row, group: Group, field: str) -> None:
        """Writes what a row writes that shares its field with no other."""
        self.add(1, f"w = fields.get({field!r})")
        self.add(1, "if w is not None:")
        self.add(2, "left -= 1")
        plain, value = self._plain(group)
        if plain:
            self.add(2, f"if {plain}: flat[{row.wires[0]!r}] = {'n = ' * (field == 'n')}{value}")
            self.add(2, "else:")
        depth = 3 if plain else 2
        self.add(depth, f"r = {self.bind(self.groups.one_writer(group))}(w)")
        self.add(depth, "more.append(r); lacking |= r.lacks" + "; flat.update(r.wires[0])" * bool(row.wires))
        if field == "n":
            self.add(depth, "n = r.images")
        if row.always_sent or row.is_constant:
            self.add(1, "else:")
            self._always(row, 2)

    def _begin(self, number: int) -> None:
        """Writes what the rows of a group write for several fields, as `g`: None if nothing is asked, () if done."""
        group, g = self.groups.every[number], f"g{number}"
        self.add(1, f"{g} = None")
        self.add(1, f"if {' or '.join(f'{name!r} in fields' for name in group.names)}:")
        plain, value = self._plain(group)
        if plain:
            self.add(2, f"if {plain}:")
            self.add(3, f"flat[{group.rows[0].wires[0]!r}] = {value}")
            self.add(3, f"{g} = (); left -= 1")
            self.add(2, "else:")
        depth = 3 if plain else 2
        self.add(depth, f"{g} = {self.bind(self.groups.group_writer(group))}(fields)")
        self.add(depth, f"more.append({g}); lacking |= {g}.lacks; left -= len({g}.wishes)")
        if "n" in group.names:
            self.add(depth, f"n = {g}.images")
        if group.names[0] in SHAPE:
            self.add(depth, f"px = {g}.pixels")

    def _row(self, row: Row, number: int) -> None:
        """Writes the wires of one row of a group."""
        at = next(at for at, one in enumerate(self.groups.every[number].rows) if one is row)
        if row.wires:
            self.add(1, f"if g{number}: flat.update(g{number}.wires[{at}])")
        if row.always_sent or row.is_constant:
            self.add(1, f"{'el' * bool(row.wires)}if g{number} is None:")
            self._always(row, 2)

    def _always(self, row: Row, depth: int) -> None:
        """Writes what is sent of a row if nothing is asked of it."""
        wires = row.always(NO_LIMITS, self.provider)
        if row.is_constant and wires:
            self.add(depth, f"flat[{row.wires[0]!r}] = {self.bind(row.value)}")
        elif wires:
            self.add(depth, f"r = {self.bind(self.groups.written(Group((row,), row.fields), {}))}")
            self.add(depth, "flat.update(r.wires[0]); more.append(r)")
        if any(problem.code == "missing" for problem in row.problems(wires)):
            self.missing += 1
            self.add(depth, f"lacking |= {1 << self.missing}")
        elif depth > 1 and not wires:
            self.add(depth, "pass")

    def _others(self) -> None:
        """Writes what becomes of fields that no row says."""
        self.add(1, f"if left: more += {self.bind(self.groups.losses())}(fields)")

    def _plain(self, group: Group) -> tuple[str, str]:
        """Returns when a wish is plainly written as it is and known to work, and what is written; "" if never."""
        from imgparams.tables.pictures import Content
        from imgparams.tables.rows import Param

        row = group.rows[0]
        if len(group.rows) == 1 and isinstance(row, Param) and not (row.unset or row.is_maximum):
            test = self._plain_value(row)
            return (test, "w") if test else ("", "")
        if len(group.rows) == 1 and isinstance(row, Content):
            return self._plain_text(row, group.names)
        return "", ""

    def _plain_value(self, row: Any) -> str:
        from imgparams.tables.domains import Int, Num
        from imgparams.tables.words import Text

        domain, doubtful = row.domain, row.wire in self.served.doubtful
        if type(domain) is Int and row.field == "seed":
            return all_of(self.test(domain, "w"), *between(*USUAL_SEEDS, "w"))
        if type(domain) is Text:
            return "" if row.field in WORDS else self.test(domain, "w")
        if type(domain) is Int and not doubtful:
            return self.test(domain, "w")
        if type(domain) is Num and not (doubtful or domain.flip or None in (domain.min, domain.max)):
            within = f"(type(w) is float or type(w) is int) and {domain.min!r} < w < {domain.max!r}"
            return within if domain.scale == 1 else ""
        return ""

    def _plain_text(self, row: Any, names: tuple[str, ...]) -> tuple[str, str]:
        """Returns the same for the text of a list that has room for pictures too, where only this text is asked."""
        from imgparams.tables.templates import match
        from imgparams.tables.words import Text

        part, sample = row.texts[0], "some text"
        item = part.fill(sample)
        told_apart = isinstance(part.template, Mapping) and not any(match(way.template, item) for way in row.ways)
        read = [(name, text) for name, text, _ in row.read({row.wire: [item]}, self.provider)]
        plain = isinstance(part.domain, Text) and part.domain.pattern is None
        if not (told_apart and plain and read == [(part.field, sample)] and {*row.requires} <= {part.field}):
            return "", ""
        alone = [f"{name!r} not in fields" for name in names if name != part.field]
        get = f"(w := fields.get({part.field!r})) is not None"
        return all_of(get, *alone, self.test(part.domain, "w")), f"[{self.bind(part.fill)}(w)]"

    # ---- rules, and defaults that depend on other wires

    def _rules(self) -> None:
        """Writes that a rule which limits something is solved."""
        every = [(rule, triggers, self._changed(rule, triggers)) for rule, triggers in self.target.rules_by_trigger]
        tests = [test for _, _, test in every if test]
        beside = [*self.beside("size")[0], *self.beside("n")[0]]
        able = [(rule, triggers) for rule, triggers, test in every if test]
        settle = "" if self._is_tangled() else self.bind(Settling(self.groups, able, beside))
        text = "\n".join(tests)
        for wire, value in self.at.items():
            if value != "M" and value in text:
                self.add(1, f"{value} = flat.get({wire!r}, M)")
        for test in tests:
            settled = f"{settle}(fields, flat, raw, more, lacking, n, px)" if settle else "None"
            self.add(1, f"if {test}: return {settled}")

    def _changed(self, rule: AnyRule, triggers: frozenset[str] | None) -> str:
        """Returns the expression of a rule that limits what is written, "" if none can."""
        if rule.effect == "disputed" or (triggers is not None and not triggers & self.sent):
            return ""
        tested = self.broken(rule)
        if not tested:
            flat = ", ".join(f"({wire!r}, {value})" for wire, value in self.at.items() if value != "M")
            tested = f"{self.bind(_limiter(self.target, rule))}([{flat}])"
        return "" if tested == "False" else tested

    def _defaults(self) -> None:
        """Writes that the shape and the count are found out where they may depend on what else is written."""
        for name, find in (("size", "px"), ("n", "n")):
            there, always = self.beside(name)
            if there or always:
                self.add(1, f"if {' or '.join(f'{wire!r} in flat' for wire in there) or 'True'}:")
                if name == "size":
                    asked = " or ".join(f"{part!r} in fields" for part in SHAPE)
                    self.add(2, f"if {asked}: return None")
                made = self.bind(pixels if name == "size" else count)
                self.add(2, f"{find} = {made}({self.bind(self.target)}, flat)")

    def _is_tangled(self) -> bool:
        """Whether what is written can't be told apart by groups."""
        return self.beside("size")[1] or self.beside("n")[1] or bool(self.tangled)

    def beside(self, name: str) -> tuple[list[str], bool]:
        """Returns the wires of other rows that may change what a field comes to, and whether several rows do."""
        rows = self.target.by_field.get(name, ())
        wires = {wire for row in rows for wire in row.reads}
        wires |= {wire for row in rows for _, _, when in row.defaults() for wire in when}
        return [w for w in sorted(wires & self.sent) if not any(w in row.wires for row in rows)], len(rows) > 1


def _limiter(target: Target, rule: AnyRule) -> Callable[[Iterable[tuple[str, object]]], bool]:
    """Returns whether a rule limits a request beyond what it holds."""

    def limits(own: Iterable[tuple[str, object]]) -> bool:
        view = target.view({wire: value for wire, value in own if value is not MISSING})
        return any(view.breaks(wire, condition) for wire, condition in rule.narrows(view))

    return limits
