"""Makes a function per target that writes what is asked where nothing limits it; `solve` does the rest.

The interpreter writes rows, asks every rule, and reads the request back to see what changed. But what one row writes
for one wish, and what that comes to, is the same in every call, so it is remembered (`Written`); a number or text that
is plainly legal is written as it is; and of the rules only those are asked that can meet what is written here. The rows
and rules of a target are written out as this code, which is compiled once:

    def write(fields, flat):
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
        if (v3 is not M and v3 > 4) and ...: return settle(fields, flat, more, lacking, n, px)
        return more, lacking, n, px

Rows that share fields (a list with the prompt and the pictures) are one group, written together. Where a rule is
broken, the groups that it limits are written again, as `solve` does it (`_Settling`). Pictures are written and read
each time, since they are new each time. None is returned where more than that is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from imgparams.contract import NO_LIMITS, SHAPE, WORDS, AnyRule, Limits, Row, View, Wishes
from imgparams.engine.measuring import count, differences, met, no_field, pixels, shape_met
from imgparams.engine.needs import Need, open_needs
from imgparams.engine.preparing import MISSING, Code, all_of, between, clean
from imgparams.engine.reading import Asked, read
from imgparams.engine.solving import Reason, Solution, fires, share
from imgparams.engine.verifying import USUAL_SEEDS, Served, unverified
from imgparams.errors import Change
from imgparams.geometry import Size
from imgparams.intent import NO_SEED
from imgparams.target import Target
from imgparams.values import PLAIN, FrozenDict

_MOST_WRITTEN = 512  # that a group remembers
_LONGEST = 200  # characters of a text that is remembered

Reasons = Mapping[str, tuple[Reason, ...]]  # by wire
_NO_REASONS: Reasons = FrozenDict()


class Written(NamedTuple):
    """What the rows of a group write for their wishes, and what that comes to.

    `wires` are those of each row. `exact` if all is as asked, `adds` if it says more, `lacks` if the caller must do
    something first. `row` is the number of the first of these rows. `changes` are measured when they are first read.
    """

    row: int
    wishes: Wishes
    wires: tuple[Mapping[str, object], ...]
    back: Asked
    exact: bool
    adds: bool
    lacks: bool
    images: int | None
    pixels: Size | None
    places: tuple[str, ...]
    found: list[Change]
    target: Target
    reasons: Reasons

    @property
    def changes(self) -> list[Change]:
        if not self.found and not (self.exact and not self.adds):
            flat = {wire: value for own in self.wires for wire, value in own.items()}
            solution = Solution(flat, NO_LIMITS, self.reasons)
            wish = Asked(self.wishes, {})
            self.found.extend(differences(self.target, wish, wish, solution, self.pixels, self.back))
        return self.found


_row_of = attrgetter("row")


class Draft(NamedTuple):
    """A request, and what is not plainly as asked in it."""

    flat: dict[str, object]
    more: list[Written]
    needs: tuple[Need, ...]
    images: int | None
    pixels: Size | None


Writer = Callable[[Asked], "Draft | None"]


def writer(served: Served) -> Writer:
    """Returns what writes a wish for a target, None for those that must be solved."""
    code = _WriterCode(served)
    text = code.text()
    space: dict[str, Any] = {**code.names, "M": MISSING, "clean": clean}
    exec(text, space)  # of values of the table only, as in `preparing`
    write: Any = space["write"]
    remembered: dict[int, tuple[Need, ...]] = {}  # by the rows that are missing, if that is all

    def written(wish: Asked) -> Draft | None:
        flat: dict[str, object] = {}
        done = write(wish.fields, flat)
        if done is None:
            return None
        more, lacking, images, px = done
        needs = remembered.get(lacking, ()) if lacking else ()
        if lacking and not needs:
            needs = tuple(open_needs(served.target, flat, wish))
            if not lacking & 1:
                remembered[lacking] = needs
        return Draft(flat, more, needs, images, px)

    return written


class _Group(NamedTuple):
    """Rows that share fields, and these fields."""

    rows: tuple[Row, ...]
    names: tuple[str, ...]


def _groups(target: Target) -> list[_Group]:
    """Returns the rows in groups that share no field; the parts of a shape are one wish, so they are never apart."""
    groups: list[_Group] = []
    for row in target.model_rows:
        if row.fields:
            own = SHAPE if {*row.fields} & {*SHAPE} else row.fields
            joined = [group for group in groups if {*group.names} & {*own}]
            rows = tuple(other for group in joined for other in group.rows)
            names = dict.fromkeys(name for group in joined for name in group.names)
            groups = [group for group in groups if group not in joined]
            groups.append(_Group((*rows, row), tuple(dict.fromkeys([*names, *own]))))
    return groups


class _WriterCode(Code):
    """The lines of `write`."""

    def __init__(self, served: Served) -> None:
        super().__init__(served.bound)
        self.served, self.provider = served, served.bound.provider
        self.groups = _groups(self.target)
        self.no_field = no_field(self.target)
        self.missing = 0  # rows that may be missing, each a bit of `lacking`; the first is for all else
        self.sent = {wire for row in self.target.model_rows if self._is_sent(row) for wire in row.wires}
        self.at = {wire: f"v{at}" if wire in self.sent else "M" for at, wire in enumerate(self.target.by_wire)}

    @staticmethod
    def _is_sent(row: Row) -> bool:
        return bool(row.fields) or row.always_sent or row.is_constant

    def text(self) -> str:
        self.add(0, "def write(fields, flat):")
        least = {wire: v for row in self.target.always_rows for wire, v in row.always(NO_LIMITS, self.provider).items()}
        n, px = self.bind(count(self.target, least)), self.bind(pixels(self.target, least))
        lacking = int(any(rule.lacks({}) for rule in self.target.rules))
        self.add(1, f"left, more, lacking, n, px = len(fields), [], {lacking}, {n}, {px}")
        begun: set[int] = set()
        for row in self.target.model_rows:
            number = next((at for at, group in enumerate(self.groups) if any(row is one for one in group.rows)), None)
            group = self.groups[number] if number is not None else None
            if number is None or group is None:
                self._always(row, 1)
            elif len(group.rows) == len(group.names) == 1:
                self._alone(row, group, group.names[0])
            else:
                if number not in begun:
                    self._begin(number)
                    begun.add(number)
                self._row(row, number)
        self._others()
        self._defaults()
        self._rules()
        self.add(1, "return more, lacking, n, px")
        return "\n".join(self.lines)

    # ---- rows

    def _alone(self, row: Row, group: _Group, field: str) -> None:
        """Writes what a row writes that shares its field with no other."""
        self.add(1, f"w = fields.get({field!r})")
        self.add(1, "if w is not None:")
        self.add(2, "left -= 1")
        plain, value = self._plain(group)
        if plain:
            self.add(2, f"if {plain}: flat[{row.wires[0]!r}] = {'n = ' * (field == 'n')}{value}")
            self.add(2, "else:")
        depth = 3 if plain else 2
        self.add(depth, f"r = {self.bind(_one_writer(self, group))}(w)")
        self.add(depth, "more.append(r); lacking |= r.lacks" + "; flat.update(r.wires[0])" * bool(row.wires))
        if field == "n":
            self.add(depth, "n = r.images")
        if row.always_sent or row.is_constant:
            self.add(1, "else:")
            self._always(row, 2)

    def _begin(self, number: int) -> None:
        """Writes what the rows of a group write for several fields, as `g`: None if nothing is asked, () if done."""
        group, g = self.groups[number], f"g{number}"
        self.add(1, f"{g} = None")
        self.add(1, f"if {' or '.join(f'{name!r} in fields' for name in group.names)}:")
        plain, value = self._plain(group)
        if plain:
            self.add(2, f"if {plain}:")
            self.add(3, f"flat[{group.rows[0].wires[0]!r}] = {value}")
            self.add(3, f"{g} = (); left -= 1")
            self.add(2, "else:")
        depth = 3 if plain else 2
        self.add(depth, f"{g} = {self.bind(_group_writer(self, group))}(fields)")
        self.add(depth, f"more.append({g}); lacking |= {g}.lacks; left -= len({g}.wishes)")
        if "n" in group.names:
            self.add(depth, f"n = {g}.images")
        if group.names[0] in SHAPE:
            self.add(depth, f"px = {g}.pixels")

    def _row(self, row: Row, number: int) -> None:
        """Writes the wires of one row of a group."""
        at = next(at for at, one in enumerate(self.groups[number].rows) if one is row)
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
            self.add(depth, f"r = {self.bind(self.written(_Group((row,), row.fields), {}))}")
            self.add(depth, "flat.update(r.wires[0]); more.append(r)")
        if any(problem.code == "missing" for problem in row.problems(wires)):
            self.missing += 1
            self.add(depth, f"lacking |= {1 << self.missing}")
        elif depth > 1 and not wires:
            self.add(depth, "pass")

    def _others(self) -> None:
        """Writes what becomes of fields that no row says."""
        known = frozenset(name for group in self.groups for name in group.names)
        self.add(1, f"if left: more += {self.bind(_losses(self, known))}(fields)")

    def _plain(self, group: _Group) -> tuple[str, str]:
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
        if isinstance(domain, Int) and row.field == "seed":
            return all_of(self.test(domain, "w"), *between(*USUAL_SEEDS, "w"))
        if isinstance(domain, Text):
            return "" if row.field in WORDS else self.test(domain, "w")
        if isinstance(domain, Int) and not doubtful:
            return self.test(domain, "w")
        if isinstance(domain, Num) and not (doubtful or domain.flip or None in (domain.min, domain.max)):
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

    def written(
        self, group: _Group, wishes: Wishes, limits: Limits = NO_LIMITS, reasons: Reasons = _NO_REASONS
    ) -> Written:
        """Returns what a group writes for wishes within limits, as the interpreter would find it."""
        from imgparams.tables.images import tokens

        target, wires = self.target, self._emitted(group, wishes, limits)
        flat = {wire: value for own in wires for wire, value in own.items()}
        back, px = read(target, flat), pixels(target, flat)
        fields = {**target.fixed, **back.fields}
        shaped = any(name in SHAPE for name in wishes)
        exact = all(
            shape_met(name, wish, fields, px) if name in SHAPE else met(name, wish, fields.get(name))
            for name, wish in wishes.items()
        )
        adds = bool(back.raw) or any(name not in wishes and not (shaped and name in SHAPE) for name in back.fields)
        missing = any(p.code == "missing" for row in group.rows if row.always_sent for p in row.problems(flat))
        lacks = missing or any(True for value in flat.values() for _ in tokens(value))
        places = tuple(dict.fromkeys(doubt.place for doubt in unverified(self.served, flat)))
        row = next(at for at, own in enumerate(target.model_rows) if own is group.rows[0])
        return Written(
            row, wishes, wires, back, exact, adds, lacks, count(target, flat), px, places, [], target, reasons
        )

    def _emitted(self, group: _Group, wishes: Wishes, limits: Limits) -> tuple[dict[str, object], ...]:
        shares = share(self.target, wishes["references"]) if "references" in wishes else {}
        wires = []
        for row in group.rows:
            own = {name: wishes[name] for name in row.fields if name in wishes}
            if "references" in own:
                own["references"] = shares.get(id(row), ())
            emitted = row.emit(own, limits, self.provider) if own else {}
            wires.append(emitted or row.always(limits, self.provider))
        return tuple(wires)

    def lost(self, name: str, wish: Any) -> Written:
        """Returns what becomes of a field that no row says."""
        px = pixels(self.target, {}) if name in SHAPE else None
        exact = shape_met(name, wish, {}, px) if name in SHAPE else met(name, wish, None)
        why, source = self.no_field
        usual = name not in (*SHAPE, "references") and not (name == "seed" and wish == NO_SEED)  # else other reasons
        found = [Change(name, "dropped", wish, None, why, source=source)] if usual and not exact else []
        after = len(self.target.model_rows)
        return Written(
            after, {name: wish}, (), Asked({}, {}), exact, False, False, None, None, (), found, self.target, {}
        )

    # ---- rules, and defaults that depend on other wires

    def _rules(self) -> None:
        """Writes that a rule which limits something is solved."""
        every = [(rule, triggers, self._changed(rule, triggers)) for rule, triggers in self.target.rules_by_trigger]
        tests = [test for _, _, test in every if test]
        settle = self.bind(_Settling(self, [(rule, triggers) for rule, triggers, test in every if test]))
        text = "\n".join(tests)
        for wire, value in self.at.items():
            if value != "M" and value in text:
                self.add(1, f"{value} = flat.get({wire!r}, M)")
        for test in tests:
            self.add(1, f"if {test}: return {settle}(fields, flat, more, lacking, n, px)")

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

    def beside(self, name: str) -> tuple[list[str], bool]:
        """Returns the wires of other rows that may change what a field comes to, and whether several rows do."""
        rows = self.target.by_field.get(name, ())
        wires = {wire for row in rows for wire in row.reads}
        wires |= {wire for row in rows for _, _, when in row.defaults() for wire in when}
        return [w for w in sorted(wires & self.sent) if not any(w in row.wires for row in rows)], len(rows) > 1


class _Settling:
    """Writes the groups again that rules limit, round by round as `solve` does; only rules that may fire are asked."""

    def __init__(self, code: _WriterCode, rules: list[tuple[AnyRule, frozenset[str] | None]]) -> None:
        self.code, self.rules, self.target = code, rules, code.target
        wires = {wire for rule, _ in rules for wire in rule.wires}
        for _ in range(2):
            wires |= {other for wire, _, when in self.target.row_defaults if wire in wires for other in when}
        self.defaults = [default for default in self.target.row_defaults if default[0] in wires]
        self.beside = {*code.beside("size")[0], *code.beside("n")[0]}
        self.several = code.beside("size")[1] or code.beside("n")[1] or bool(code.tangled)
        self.group_of = {id(row): group for group in code.groups for row in group.rows}
        self.memory: dict[tuple[object, ...], Written] = {}

    def __call__(
        self, fields: Wishes, flat: dict[str, object], more: list[Written], lacking: int, n: int | None, px: Size | None
    ) -> tuple[list[Written], int, int | None, Size | None] | None:
        limits, reasons, asked = Limits(), dict[str, tuple[Reason, ...]](), Asked(fields, {})
        again: dict[tuple[str, ...], Written] = {}
        while True:
            view = View(flat, self.defaults)
            limited = fires(self.target, asked, view, limits, reasons, rules=self.rules)
            if limited is None:
                break
            for row in self.target.rows_with(limited):
                group = self.group_of.get(id(row))
                wishes = {name: fields[name] for name in group.names if name in fields} if group else {}
                if group is not None and wishes:
                    again[group.names] = self._again(group, wishes, limits, reasons)
                    if not _replaced(flat, group, again[group.names].wires):
                        return None
                elif row.always_sent or row.is_constant:
                    return None
            view = View(flat, self.defaults)
            if any(w not in flat and any(view.breaks(w, c) for c in conditions) for w, conditions in limits.items()):
                return None  # a default breaks it: something must be sent
        if self.several or not self.beside.isdisjoint(flat):
            return None
        for names, one in again.items():
            more = [other for other in more if not {*other.wishes} & {*names}]
            more.append(one)
            lacking |= one.lacks
            n = one.images if "n" in one.wishes else n
            px = one.pixels if {*one.wishes} & {*SHAPE} else px
        more.sort(key=_row_of)
        return more, lacking, n, px

    def _again(self, group: _Group, wishes: Wishes, limits: Limits, reasons: Reasons) -> Written:
        own = {wire: reasons[wire] for row in group.rows for wire in row.wires if wire in reasons}
        ratio = wishes.get("aspect_ratio")
        plain = {**wishes, "aspect_ratio": ratio.text} if ratio else wishes
        if not all(name in SHAPE or _is_short(wish) for name, wish in plain.items()):
            return self.code.written(group, wishes, limits, own)
        values = tuple((name, type(wish), wish) for name, wish in plain.items())
        key = values, tuple((wire, limits.of(wire)) for wire in own), tuple(own.values())
        found = self.memory.get(key)
        if found is None:
            found = self.code.written(group, wishes, limits, own)
            _keep(self.memory, key, found)
        return found


def _replaced(flat: dict[str, object], group: _Group, wires: Iterable[Mapping[str, object]]) -> bool:
    """Puts what was written again in its place, if that does not change the order of the request."""
    for row, own in zip(group.rows, wires, strict=True):
        if any(wire not in flat for wire in own):
            return False
        flat.update(own)
        for wire in row.wires:
            if wire in flat and wire not in own:
                del flat[wire]
    return True


def _one_writer(code: _WriterCode, group: _Group) -> Callable[[Any], Written]:
    """Returns what writes the wish for one field, and remembers plain ones."""
    memory: dict[tuple[object, ...], Written] = {}
    (name,) = group.names

    def written(wish: Any) -> Written:
        if not _is_short(wish):
            return code.written(group, {name: wish})
        found = memory.get((type(wish), wish))
        if found is None:
            found = code.written(group, {name: wish})
            _keep(memory, (type(wish), wish), found)
        return found

    return written


def _group_writer(code: _WriterCode, group: _Group) -> Callable[[Wishes], Written]:
    """Returns what writes the wishes for several fields, and remembers shapes."""
    memory: dict[tuple[object, ...], Written] = {}
    shape = {*group.names} <= {*SHAPE}

    def written(fields: Wishes) -> Written:
        wishes = {name: fields[name] for name in group.names if name in fields}
        ratio = wishes.get("aspect_ratio")
        key = wishes.get("size"), ratio.text if ratio else None, wishes.get("resolution")
        found = memory.get(key) if shape else None
        if found is None:
            found = code.written(group, wishes)
            if shape:
                _keep(memory, key, found)
        return found

    return written


def _is_short(wish: Any) -> bool:
    """Whether a wish may be remembered by its type and value: 0.0 and -0.0 are the same value."""
    kind = type(wish)
    return kind in PLAIN and not (kind is str and len(wish) > _LONGEST) and not (kind is float and wish == 0)


def _keep(memory: dict[tuple[object, ...], Written], key: tuple[object, ...], found: Written) -> None:
    if len(memory) >= _MOST_WRITTEN:
        memory.clear()
    memory[key] = found


def _losses(code: _WriterCode, known: frozenset[str]) -> Callable[[Wishes], list[Written]]:
    """Returns what finds the fields that no row says, and remembers plain ones."""
    memory: dict[tuple[object, ...], Written] = {}

    def lost(fields: Wishes) -> list[Written]:
        return [one(name, wish) for name, wish in fields.items() if name not in known]

    def one(name: str, wish: Any) -> Written:
        if not _is_short(wish):
            return code.lost(name, wish)
        found = memory.get((name, type(wish), wish))
        if found is None:
            found = code.lost(name, wish)
            _keep(memory, (name, type(wish), wish), found)
        return found

    return lost


def _limiter(target: Target, rule: AnyRule) -> Callable[[Iterable[tuple[str, object]]], bool]:
    """Returns whether a rule limits a request beyond what it holds."""

    def limits(own: Iterable[tuple[str, object]]) -> bool:
        view = target.view({wire: value for wire, value in own if value is not MISSING})
        return any(view.breaks(wire, condition) for wire, condition in rule.narrows(view))

    return limits
