"""Lists what a target accepts, field by field, for forms, matrices and documentation: `capabilities(target)`.

Generated from the rows that check and translate, so it can't be stale.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

from attrs import evolve, frozen

from imgparams.catalog import TargetName, target_of
from imgparams.contract import NO_LIMITS, SHAPE, WORDS, Limits, Row
from imgparams.engine.reading import asked_of, raw_name, raw_wire
from imgparams.engine.solving import solve
from imgparams.engine.verifying import NEVER, NUMBERS
from imgparams.errors import Invalid
from imgparams.geometry import AspectRatio, Size
from imgparams.intent import READERS, Intent
from imgparams.paths import rebuild
from imgparams.policy import ALL
from imgparams.target import Target
from imgparams.translation import as_served, to_request
from imgparams.values import JsonObject, Value, is_number, same
from imgparams.wording import ABOUT, Bounds, label

if TYPE_CHECKING:
    from imgparams.tables.alternatives import Alternatives
    from imgparams.tables.domains import Domain, Num, OneOf
    from imgparams.tables.offers import Spelling
    from imgparams.tables.rows import Param
    from imgparams.tables.sizes import Sizes
    from imgparams.tables.templates import Part
    from imgparams.tables.words import Words

Type = Literal["enum", "range", "boolean", "text", "size", "images", "list", "object", "any"]


@frozen(eq=False, repr=False)
class Capability(Value):
    """What a target accepts for one field of an intent, or for one vendor-specific wire.

    `field` is a field of the intent, or `provider_options.<provider>.<wire>`. `values` are all words or sizes, if they
    are a list. `min`, `max` and `step` are counted in `unit`: characters of a text, number of images or list items,
    pixels of each side of a size. `default` is what the vendor does if nothing is set. `limits` are the rules that tie
    it to other fields. `unverified` if values beyond these are legal as far as is known, but not published to work.
    `suggested` are sizes for the usual aspect ratios where a model takes any size within limits.
    """

    field: str
    type: Type
    wires: tuple[str, ...]
    values: tuple[Any, ...] = ()
    min: float | None = None
    max: float | None = None
    step: float | None = None
    default: Any = None
    required: bool = False
    unit: str = ""
    limits: tuple[str, ...] = ()
    note: str = ""
    source: str = ""
    disputed: str = ""
    unverified: bool = False
    suggested: tuple[Size, ...] = ()

    @property
    def label(self) -> str:
        """What people call it, in lower case: `number of images`."""
        return label(self.field)

    @property
    def help(self) -> str:
        """A text for the people who fill in a form: what it is for and what can be set, without the `limits`."""
        bounds = self.bounds
        if len(bounds.words) == 1:
            legal = f"Always {bounds}."
        elif self.type == "images" and self.max == 1:
            legal = "One image."
        elif str(bounds) != "anything":
            unit = f" {self.unit}" if self.unit and not bounds.words and self.field != "n" else ""
            legal = f"{bounds}{unit}."
        else:
            legal = ""
        return " ".join(text for text in (ABOUT.get(self.field), legal[:1].upper() + legal[1:]) if text)

    @property
    def bounds(self) -> Bounds:
        """What can be set, as numbers or words."""
        words = self.values if self.type in ("enum", "size") else ()
        return Bounds(self.min, self.max, self.step if self.step != 1 else None, words)

    @property
    def not_stated(self) -> tuple[Literal["min", "max"], ...]:
        """Which bounds are missing because the vendor states none; that is no promise that there is none."""
        if self.type not in ("range", "text", "images", "list", "size") or self.values:
            return ()
        least = self.min is None and self.type == "range"
        return (*(("min",) if least else ()), *(("max",) if self.max is None else ()))


_UNITS = {"size": "pixels", "text": "characters", "images": "images", "list": "items"}
_RATIOS = ("1:1", "3:2", "2:3", "4:3", "3:4", "16:9", "9:16", "21:9")
_FEW = 64  # numbers of a range that are tried one by one beside what is chosen


def capabilities(target: Target | TargetName | str, *, given: Intent | None = None) -> Mapping[str, Capability]:
    """Returns what a target accepts, by field, in the order of its table.

    Vendor-specific wires are listed by their name in `provider_options`. A field that never varies is an enum of one
    value. `given` narrows the result to what can still be chosen, for forms whose pickers depend on each other: it
    leaves out fields that can no longer be set and values that would change a choice, and `limits` are the rules that
    apply.
    """
    target = as_served(target_of(target)).bound
    solution = solve(target, asked_of(given, target), every_rule=True) if given is not None else None
    limits = solution.limits if solution else NO_LIMITS
    chosen = _Chosen(target, given) if given is not None else None
    by_field: dict[str, Capability] = {}
    for row in target.model_rows:
        for capability in _of_row(row, target, limits):
            whys = dict.fromkeys(
                reason.why
                for wire in capability.wires
                for reason in (solution.reasons.get(wire, ()) if solution else ())
            )
            if not solution:
                rules = (rule for rule in target.rules if set(rule.wires) & set(capability.wires))
                whys = dict.fromkeys(rule.why for rule in rules)
            unit = _UNITS.get(capability.type, "images" if capability.field == "n" else "")
            whole = evolve(capability, limits=(*capability.limits, *whys), unit=unit)
            if whole.type == "size" and whole.step is not None:
                whole = evolve(whole, suggested=tuple(_suggested(target, given)))
            left = chosen.narrowed(whole) if chosen else whole
            if left is not None:
                by_field.setdefault(left.field, left)
    return by_field


def _suggested(target: Target, given: Intent | None) -> Iterator[Size]:
    """Yields the size of each usual aspect ratio that the target can have beside what is chosen."""
    given = given or Intent()
    if given.size is not None:
        return
    ratios = [given.aspect_ratio] if isinstance(given.aspect_ratio, AspectRatio) else map(AspectRatio, _RATIOS)
    for ratio in ratios:
        done = to_request(evolve(given, aspect_ratio=ratio), target, allow=ALL)
        if done.pixels is not None and not any(change.field == "aspect_ratio" for change in done.changes):
            yield done.pixels


class _Chosen:
    """What is chosen already, and which values of other fields leave it as it is."""

    def __init__(self, target: Target, given: Intent) -> None:
        self.target, self.given = target, given
        self.moved = self._moved(given)
        self.fields = {name for name in READERS if getattr(given, name) not in (None, (), {})}
        self.fields |= {raw_name(target.provider, wire) for wire in self._options()}
        self.tied = {wire for rule in target.rules for wire in rule.wires}

    def _moved(self, intent: Intent) -> set[str]:
        return {change.field for change in to_request(intent, self.target, allow=ALL).changes}

    def narrowed(self, whole: Capability) -> Capability | None:
        """A capability without the values that would change what is chosen; None where none is left."""
        if whole.field not in SHAPE and not self.tied & set(whole.wires):
            return whole
        if whole.type in ("enum", "size") and whole.wires and whole.values:
            left = tuple(value for value in whole.values if self._stays(whole.field, value))
            return evolve(whole, values=left) if left else None
        if whole.type == "boolean":
            flags = tuple(value for value in (False, True) if self._stays(whole.field, value))
            return whole if len(flags) == 2 else evolve(whole, values=flags) if flags else None
        if whole.type == "range" and whole.step and whole.min is not None and whole.max is not None:
            steps = int((whole.max - whole.min) / whole.step)
            if steps < _FEW:
                numbers = (whole.min + at * whole.step for at in range(steps + 1))
                left = tuple(number for number in numbers if self._stays(whole.field, number))
                return evolve(whole, min=left[0], max=left[-1]) if left else None
        return whole

    def _stays(self, name: str, value: object) -> bool:
        try:
            moved = self._moved(self._with(name, value))
        except Invalid:  # it contradicts a part of the shape
            return False
        return not (moved - self.moved) & (self.fields | {name})

    def _with(self, name: str, value: Any) -> Intent:
        wire = raw_wire(name, self.target.provider)
        if not wire:
            return evolve(self.given, **{name: value})
        options = {self.target.provider: rebuild({**self._options(), wire: value})}
        return evolve(self.given, provider_options={**self.given.provider_options, **options})

    def _options(self) -> dict[str, object]:
        return self.target.tree.flatten(self.given.provider_options.get(self.target.provider, {}))


def _of_row(row: Row, target: Target, limits: Limits) -> Iterator[Capability]:
    from imgparams.tables.alternatives import Alternatives, Product
    from imgparams.tables.pictures import Content, Mask, Pictures, Slots
    from imgparams.tables.rows import Fixed, Param
    from imgparams.tables.sizes import Sizes

    facts: JsonObject = {"note": row.note, "source": row.source, "disputed": row.disputed}
    facts["required"] = row.required
    if isinstance(row, Sizes):
        yield from _of_sizes(row, limits, facts)
    elif isinstance(row, Fixed):
        always = row.fixed()[row.field]
        yield Capability(row.field, "enum", (), (always,), default=always, **facts)
    elif isinstance(row, Param):
        yield from _of_param(row, target, limits, facts)
    elif isinstance(row, Alternatives):
        some = _of_cases(row)
        yield evolve(some, unverified=some.type == "range" and some.max is None, **facts)
    elif isinstance(row, Product):
        (_, first), (_, second) = row.first, row.second
        most = None if first.max is None or second.max is None else first.max * second.max
        yield Capability(row.field, "range", row.wires, min=1, max=most, step=1, unverified=most is None, **facts)
    elif isinstance(row, Content):
        for text in {text.field: text for text in reversed(row.texts)}.values():
            facts["required"] = row.needs(text.field)
            yield evolve(of_domain(text.domain, text.field, row.wires, True), **facts)
        if row.ways:
            facts["required"] = row.needs("references")
            facts["unverified"] = row.max is None
            yield Capability("references", "images", row.wires, _kinds(row.ways), max=row.max, **facts)
    elif isinstance(row, (Pictures, Slots, Mask)):
        wires = row.wires if isinstance(row, Mask) else row.written
        free = tuple(wire for wire in wires if not limits.forbids(wire))
        if free:
            kinds = row.image.kinds if isinstance(row, Mask) else _kinds(row.ways)
            least = row.min if isinstance(row, Pictures) else 0
            most = row.max if isinstance(row, Pictures) else len(free) if isinstance(row, Slots) else 1
            facts["unverified"] = most is None
            yield Capability(row.fields[0], "images", free, kinds, min=least or None, max=most, **facts)


def _kinds(ways: tuple[Part, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kind for part in ways for kind in part.image.kinds))


def _of_param(row: Param, target: Target, limits: Limits, facts: JsonObject) -> Iterator[Capability]:

    domain = limits.domain(row.wire, row.domain)
    if domain is None:
        return
    facts["unverified"] = row.field not in (*NEVER, *NUMBERS) and _is_open(row.domain, row.field)
    taken = of_domain(domain, row.field or raw_name(target.provider, row.wire), (row.wire,), bool(row.field))
    if taken.type == "range" and taken.min is not None and taken.step and taken.min in row.unset:
        taken = evolve(taken, min=taken.min + taken.step)
    default = row.domain.decode(row.default) if row.field and row.default is not None else row.default
    yield evolve(taken, default=default, **facts)


def _is_open(domain: Domain, name: str | None) -> bool:
    """Whether a legal value may lie beyond all that is published; of the vendor's own fields only a word."""
    from imgparams.tables.domains import Int, Num, OneOf
    from imgparams.tables.words import Text, Words

    if isinstance(domain, (OneOf, Words)):
        return domain.open
    if isinstance(domain, Text):
        return name in WORDS
    ranged = isinstance(domain, (Int, Num)) and (domain.max is None or (domain.min is None and name == "seed"))
    return ranged and name is not None


def _of_cases(row: Alternatives) -> Capability:
    ways = [of_domain(case.domain, row.field, row.wires, True) for case in row.cases if case.domain]
    ends = [case.means for case in row.cases if is_number(case.means)]
    ends += [end for way in ways for end in (way.min, way.max) if end is not None and way.type == "range"]
    if not ends:
        return ways[0] if ways else Capability(row.field, "enum", row.wires, tuple(case.means for case in row.cases))
    most = None if any(way.max is None for way in ways) else max(ends)
    return Capability(row.field, "range", row.wires, min=min(ends), max=most, step=1)


def of_domain(domain: Domain, name: str, wires: tuple[str, ...], canonical: bool) -> Capability:
    """What a domain takes, in the intent's words where the wires say a field."""
    from imgparams.tables.containers import AnyOf, ListOf, Record
    from imgparams.tables.domains import Both, Int, Num, OneOf
    from imgparams.tables.images import Image
    from imgparams.tables.words import Text, Words

    while isinstance(domain, (Both, AnyOf)):
        domain = domain.a if isinstance(domain, Both) else domain.domains[0]
    if isinstance(domain, Image):
        return Capability(name, "images", wires, domain.kinds, max=1)
    if isinstance(domain, Int):
        least, most = domain.bounds()
        return Capability(name, "range", wires, min=least, max=most, step=domain.multiple_of)
    if isinstance(domain, Num):
        low, high = _ends(domain, canonical)
        return Capability(name, "range", wires, min=low, max=high)
    if isinstance(domain, Text):
        return Capability(name, "text", wires, min=domain.min_length or None, max=domain.max_length)
    if isinstance(domain, (OneOf, Words)):
        words = _words(domain, canonical)
        is_flag = len(words) == 2 and all(isinstance(word, bool) for word in words)
        return Capability(name, "boolean" if is_flag else "enum", wires, () if is_flag else words)
    if isinstance(domain, ListOf):
        return Capability(name, "list", wires, min=domain.min or None, max=domain.max)
    return Capability(name, "object" if isinstance(domain, Record) else "any", wires)


def _ends(domain: Num, canonical: bool) -> tuple[float | None, float | None]:
    """The least and the greatest number; a vendor may count the other way round than the intent."""
    if canonical and domain.min is not None and domain.max is not None:
        ends = [end for end in map(domain.decode, (domain.min, domain.max)) if end is not None]
        return min(ends), max(ends)
    return domain.min, domain.max


def _words(domain: OneOf | Words, canonical: bool) -> tuple[object, ...]:
    """Each legal word once."""
    listed: list[object] = []
    for word in (domain.decode(word) if canonical else word for word in domain.words):
        if word is not None and not any(same(word, other) for other in listed):
            listed.append(word)
    return tuple(listed)


def _of_sizes(row: Sizes, limits: Limits, facts: JsonObject) -> Iterator[Capability]:
    """Each of the three parts that the spellings can say; what pixels meet beside is not told."""
    default = {name: value for name, value, _ in row.read(row.default, "")}
    for name in SHAPE:
        parts = [_of_spelling(spelling, name, limits) for spelling in row.spellings if not spelling.read_only]
        offered = [part for part in parts if part is not None]
        if offered:
            sides = next((part for part in offered if part.step is not None), offered[0])
            yield evolve(
                sides,
                wires=tuple(dict.fromkeys(wire for part in offered for wire in part.wires)),
                values=tuple(dict.fromkeys(value for part in offered for value in part.values)),
                limits=tuple(limit for part in offered for limit in part.limits),
                default=default.get(name),
                unverified=name == "size" and row.is_open,
                **facts,
            )


def _of_spelling(spelling: Spelling, name: str, limits: Limits) -> Capability | None:
    if name == "size":
        return _pixels_of(spelling, limits)
    from imgparams.tables.spellings import RatioRange, ShapeWords

    if name == "resolution":
        tiers = spelling.tiers if isinstance(spelling, (ShapeWords, RatioRange)) else ()
        wire = spelling.tier if isinstance(spelling, (ShapeWords, RatioRange)) else ""
        words = tuple(tier for tier, word in tiers if limits.allows(wire, word))
        return Capability(name, "enum", (wire,), words) if words else None
    if isinstance(spelling, RatioRange):
        ends = tuple(AspectRatio(end) for end in (spelling.min, spelling.max) if end)
        return Capability(name, "range", (spelling.wire,), ends)
    if isinstance(spelling, ShapeWords):
        ratios = tuple(AspectRatio(r) for r, word in spelling.ratios if limits.allows(spelling.ratio, word))
        return Capability(name, "enum", (spelling.ratio,), ratios) if ratios else None
    return None


def _pixels_of(spelling: Spelling, limits: Limits) -> Capability | None:
    from imgparams.tables.pixels import PixelText, Sides
    from imgparams.tables.size_sets import Grid, Pairs
    from imgparams.tables.spellings import Presets, ShapeWords

    if isinstance(spelling, Presets):
        left = {word: size for word, size in spelling.words.items() if limits.allows(spelling.wire, word)}
        return Capability("size", "size", spelling.wires, tuple(left.values())) if left else None
    if isinstance(spelling, ShapeWords) and spelling.pixels_of:
        return Capability("size", "size", spelling.wires, tuple(spelling.pixels_of.values()))
    sizes = spelling.inside(limits) if isinstance(spelling, Sides) else spelling.sizes
    if isinstance(sizes, Pairs) and isinstance(spelling, (Sides, PixelText)):
        return Capability("size", "size", spelling.wires, sizes.sizes)
    if isinstance(sizes, Grid):
        least, most = sizes.width.bounds()
        tied = sizes.area != (1, None) or sizes.ratio is not None or sizes.width != sizes.height
        more = (sizes.describe(),) if tied else ()
        return Capability(
            "size", "size", spelling.wires, min=least, max=most, step=sizes.width.multiple_of, limits=more
        )
    return None
