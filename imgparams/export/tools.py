"""Writes the intent as the arguments of an LLM's tool: `tool_schema(target)`, narrowed to what the target does exactly.

What it accepts, `Intent.of` accepts, and `to_request` with `STRICT` translates without a change. The subset of JSON
Schema in strict function calling can't express rules between fields, so values that go only with some values of other
fields are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, product
from math import ceil, floor, prod
from typing import Any

from attrs import define, evolve, field, frozen

from imgparams.capability import Capability, capabilities
from imgparams.catalog import TargetName, target_of
from imgparams.contract import SHAPE, Field
from imgparams.errors import Invalid, Problem, Refused
from imgparams.intent import QUALITY, Intent
from imgparams.policy import STRICT
from imgparams.tables.conditions import Not
from imgparams.tables.containers import AnyOf
from imgparams.tables.domains import Domain, Int, Num, OneOf
from imgparams.tables.rules import Rule
from imgparams.tables.words import Text, Words
from imgparams.target import Target
from imgparams.texts import did_you_mean
from imgparams.translation import to_request
from imgparams.values import JsonMapping, is_number, json_type
from imgparams.wording import ABOUT

Schema = dict[str, Any]

#: the fields that a tool may have, and how they are described to a model
_ABOUT = {name: about for name, about in ABOUT.items() if name not in ("mask", "stream")}
_ABOUT["references"] = "URLs of pictures to work from."
#: the fields of a tool by default
TOOL_FIELDS = (
    *("prompt", "negative_prompt", "aspect_ratio", "resolution", "size", "quality", "n", "seed"),
    *("output_format", "background"),
)
_RATIOS = ("1:1", "5:4", "4:5", "4:3", "3:4", "3:2", "2:3", "16:9", "9:16", "2:1", "1:2", "21:9", "9:21")
_TIERS = ("512", "1K", "2K", "4K")
_MOST = 32  # numbers that are listed
_MANY = 3000  # combinations of fields that are all tried
_URL = "https://example.com/a.png"


@frozen
class _Offer:
    """What a tool may set for one field: a list of words, or any number or text between two ends.

    `tried` represents all of them: the words, or the ends and the values at the edges of rules.
    """

    name: str
    words: tuple[object, ...] = ()
    type: str = ""
    step: float | None = None
    pattern: str = ""
    tried: tuple[Any, ...] = ()
    needed: bool = False  # it can't be left out

    def without(self, value: object) -> _Offer | None:
        """Returns this offer without one value, None if nothing is left; an end moves inwards."""
        at = self.tried.index(value)
        left = self.tried[:at] + self.tried[at + 1 :]
        if not self.words and at:  # what lies beyond an end that fails was not tried
            left = self.tried[:at]
        if left == ("",):  # an empty text alone is not an offer
            return None
        return evolve(self, words=left if self.words else (), tried=left) if left else None

    def schema(self) -> Schema:
        about: Schema = {"description": _ABOUT[self.name]}
        words = self.words or self._few()
        if words:
            types = dict.fromkeys(_type_of(word) for word in words)
            kinds = [*types, *([] if self.needed else ["null"])]
            both = [*words, *([] if self.needed else [None])]
            return {**about, "type": kinds if len(kinds) > 1 else kinds[0], "enum": both}
        about["type"] = self.type if self.needed else [self.type, "null"]
        least, most = self.tried[0], self.tried[-1]
        if self.type == "string":
            if self.pattern:
                return {**about, "pattern": self.pattern}
            lengths = {"minLength": len(least) or None, "maxLength": None if most == _ENDLESS else len(most)}
            return {**about, **{key: length for key, length in lengths.items() if length is not None}}
        if self.type == "array":
            url = {"type": "string", "pattern": "^https://"}
            item = {"type": "object", "properties": {"url": url}, "required": ["url"], "additionalProperties": False}
            return {**about, "items": item, "minItems": len(least), "maxItems": len(most)}
        step = {"multipleOf": self.step} if self.step not in (None, 1) else {}
        return {**about, "minimum": least, "maximum": most, **step}

    def _few(self) -> tuple[object, ...]:
        """Returns the whole numbers of a range that has only a few."""
        if self.type != "integer" or (self.tried[-1] - self.tried[0]) // (self.step or 1) >= _MOST:
            return ()
        return tuple(range(int(self.tried[0]), int(self.tried[-1]) + 1, int(self.step or 1)))


_ENDLESS = "x" * 1000  # stands for a text of any length


def tool_schema(target: Target | TargetName | str | None = None, *, only: Collection[str] = ()) -> Schema:
    """Returns the JSON Schema of a tool's arguments, which go to `Intent.of` as they are; null means "not set".

    Uses the subset of strict function calling: one closed object with every field required, no `if`, no `$ref`, no
    `oneOf`. With a target it is narrowed to what the target does without any change, in every combination. `only` names
    fields of an intent, in any order; the default is those of TOOL_FIELDS that the target has (size only if it takes no
    ratio), and references if it takes none of them alone. Raises Invalid for an unknown field, for size together with a
    ratio or a tier, and if the target accepts none of these fields without a change.
    """
    problems = [
        Problem("error", "unknown_field", (name,), None, "a tool has no such field" + did_you_mean(name, _ABOUT))
        for name in only
        if name not in _ABOUT
    ]
    if "size" in only and {"aspect_ratio", "resolution"} & set(only):
        problems.append(
            Problem("error", "conflict", ("size",), None, "give either size, or aspect_ratio and resolution")
        )
    if problems:
        raise Invalid(problems)
    target = target_of(target) if target is not None else None
    names = [name for name in _ABOUT if name in (only or TOOL_FIELDS)]  # what is left may depend on the order
    try:
        offers = _general() if target is None else _narrowed(target, names)
    except Invalid:
        if only or target is None or Field.references not in target.by_field:
            raise
        names = [name for name in _ABOUT if name in (*TOOL_FIELDS, Field.references)]
        offers = _narrowed(target, names)
    if target is None and not only:
        del offers["size"]
    kept = {name: offers[name].schema() for name in names if name in offers}
    return {"type": "object", "properties": kept, "required": list(kept), "additionalProperties": False}


def _type_of(word: object) -> str:
    return "string" if json_type(word) == "text" else "integer" if isinstance(word, int) else "number"


# ---- what can be asked of anyone


def _general() -> dict[str, _Offer]:
    lists: dict[str, tuple[object, ...]] = {
        "aspect_ratio": _RATIOS,
        "resolution": _TIERS,
        "quality": tuple(word for word in QUALITY if word != "auto"),
        "output_format": ("png", "jpeg", "webp"),
        "delivery": ("url", "base64"),
        "background": ("transparent", "opaque", "auto"),
    }
    offers = {name: _Offer(name, words, tried=words) for name, words in lists.items()}
    for name, least, most in (("n", 1, 10), ("seed", 0, 2**31 - 1), ("output_compression", 0, 100), ("steps", 1, 100)):
        offers[name] = _numbers(name, "integer", least, most, 1)
    offers["guidance"] = _numbers("guidance", "number", 0, 30, None)
    offers["strength"] = _fractions("strength", 0, 1)
    for name in ("prompt", "negative_prompt", "user"):
        offers[name] = _Offer(name, type="string", tried=("", _ENDLESS), needed=name == "prompt")
    offers["size"] = _Offer("size", type="string", pattern="^[1-9][0-9]{1,4}x[1-9][0-9]{1,4}$", tried=("1024x1024",))
    offers["references"] = _pictures(1, 16)
    return offers


def _numbers(name: str, kind: str, least: float, most: float, step: float | None, edges: Iterable[Any] = ()) -> _Offer:
    """Returns an offer of numbers between two ends."""
    tried = sorted({least, most, *(edge for edge in edges if least <= edge <= most)})
    return _Offer(name, type=kind, step=step, tried=tuple(tried))


def _fractions(name: str, least: float, most: float) -> _Offer:
    """Returns an offer of fractions in steps of a twentieth, which survive exactly if a vendor counts the other way."""
    words = tuple(at / 20 for at in range(21) if least <= at / 20 <= most)
    return _Offer(name, words, tried=words)


def _pictures(least: int, most: int) -> _Offer:
    lists = sorted({max(least, 1), most})
    return _Offer("references", type="array", tried=tuple([{"url": _URL}] * count for count in lists))


# ---- what one target does exactly


def _narrowed(target: Target, names: Sequence[str]) -> dict[str, _Offer]:
    by_field = capabilities(target)
    offers_by_name = {name: offer for name in names if (offer := _offer(name, by_field, target)) is not None}
    if {"aspect_ratio", "resolution"} & offers_by_name.keys():
        offers_by_name.pop("size", None)
    offers = _Offers(target, offers_by_name)
    offers.start()
    for name in list(offers_by_name):
        offers.shrink((name,))
    for tied in _tied(target, list(offers_by_name)):
        offers.shrink(tied)
    return offers_by_name


def _offer(name: str, by_field: Mapping[str, Capability], target: Target) -> _Offer | None:
    """Returns what a field's capability offers by itself."""
    general = _general()[name]
    capability = by_field.get(name)
    shape = name in SHAPE
    if capability is None and not (shape and set(SHAPE) & by_field.keys()):
        return None
    if name == "size":
        words: tuple[Any, ...] = _sizes(capability, target)
        return _Offer(name, words, tried=words) if words else None
    if capability is None or (shape and not (capability.type == "enum" and capability.values)):
        return general
    if capability.type in ("enum", "boolean"):
        words = tuple(value if isinstance(value, (bool, int, float)) else str(value) for value in capability.values)
        return _Offer(name, words, tried=words) if words else None
    if capability.type == "range":
        return _range(capability, target)
    if capability.type == "images":
        return _pictures(int(capability.min or 1), int(capability.max or 16)) if "url" in capability.values else None
    if capability.type == "text":
        least = "x" * int(capability.min or 0)
        most = _ENDLESS if capability.max is None else "x" * int(capability.max)
        marks = [
            text
            for mark in _marks(capability, target)
            if isinstance(mark, str)
            for text in (mark[1:], mark, mark + "x")
        ]
        marks = [text for text in marks if len(least) < len(text) < len(most)]
        tried = tuple(dict.fromkeys((least, *sorted(marks, key=len), most)))
        return _Offer(name, type="string", tried=tried, needed=name == "prompt")
    return None


def _range(capability: Capability, target: Target) -> _Offer:
    general = _general()[capability.field]
    least = capability.min if capability.min is not None else general.tried[0]
    most = capability.max if capability.max is not None else general.tried[-1]
    if capability.field == "strength" and capability.step is None:
        return _fractions(capability.field, least, most)
    edges = [edge for mark in _marks(capability, target) for edge in _around(mark, capability.step or 1)]
    if capability.field == "guidance" and capability.step is None:
        edges = sorted({least, most, *(edge for edge in edges if least < edge < most)})
        between = [(one + other) / 2 for one, other in pairwise(edges)]
        return _numbers(capability.field, "number", least, most, None, (*edges, *between))
    steps = [
        condition
        for _, condition in _conditions(capability, target)
        if isinstance(condition, Int) and condition.multiple_of > 1
    ]
    if not steps and all(len(target.by_wire[wire].wires) == 1 for wire in capability.wires):
        return _numbers(capability.field, "integer", ceil(least), floor(most), capability.step, edges)
    numbers = range(ceil(least), min(floor(most), ceil(least) + _MOST) + 1)  # not all of them may be possible
    return _numbers(capability.field, "integer", numbers[0], numbers[-1], capability.step, numbers)


def _around(mark: object, step: float) -> Iterator[float]:
    """Yields the steps on both sides of a number."""
    if is_number(mark):
        yield from ((floor(mark / step) + at) * step for at in (-1, 0, 1, 2))


def _conditions(capability: Capability, target: Target) -> Iterator[tuple[str, Domain]]:
    """Yields the conditions of rules and defaults on the wires of a field."""
    rules = [rule for rule in target.rules if isinstance(rule, Rule)]
    mappings = [conditions for rule in rules for conditions in (*rule.when, rule.then)]
    pairs = [pair for conditions in mappings for pair in conditions.items()]
    pairs += [pair for _, _, when in target.row_defaults for pair in when.items()]
    yield from (pair for pair in pairs if pair[0] in capability.wires)


def _marks(capability: Capability, target: Target) -> Iterator[object]:
    """Yields where such a condition may start or stop to hold: numbers, and texts that represent their length."""
    for wire, condition in _conditions(capability, target):
        domain = target.by_wire[wire].domain
        for mark in _marks_of(condition):
            canonical = domain.decode(mark) if domain is not None else None
            yield mark if canonical is None else canonical


def _marks_of(condition: Domain) -> Iterator[object]:
    if isinstance(condition, (Int, Num)):
        yield from (end for end in (condition.min, condition.max) if end is not None)
    elif isinstance(condition, Text):
        yield from ("x" * length for length in (condition.min_length, condition.max_length) if length is not None)
    elif isinstance(condition, (Words, OneOf)):
        yield from condition.words
    elif isinstance(condition, Not):
        yield from _marks_of(condition.domain)
    else:
        for inner in condition.domains if isinstance(condition, AnyOf) else ():
            yield from _marks_of(inner)


def _sizes(capability: Capability | None, target: Target) -> tuple[str, ...]:
    """Returns the sizes of a target: its list, or what it makes of the usual ratios and tiers."""
    if capability is not None and capability.values:
        return tuple(dict.fromkeys(str(value) for value in capability.values))
    wishes = [Intent(aspect_ratio=ratio, resolution=tier) for tier in _TIERS for ratio in _RATIOS]
    pixels = [to_request(wish, target).pixels for wish in wishes]
    return tuple(dict.fromkeys(str(size) for size in pixels if size is not None))


def _tied(target: Target, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yields fields that a row or a rule ties; the parts of a shape count as tied, as does what references choose."""
    groups = {tied for each in (target, *target.operations.values()) for tied in _tied_in(each, names)}
    if target.operations and "references" in names:
        groups |= {("references", name) for name in names if name != "references"}
    yield from sorted((tied for tied in groups if len(tied) > 1), key=lambda tied: (len(tied), tied))


def _tied_in(target: Target, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    fields = {name: {wire for row in target.by_field.get(name, ()) for wire in row.wires} for name in names}
    ties = [set(row.wires) for row in target.model_rows] + [set(rule.wires) for rule in target.rules]
    conditional = [({wire}, {*when}) for wire, _, when in target.row_defaults if when]
    ties += [wire | when for wire, when in conditional]
    for tie in ties:  # what a default depends on is tied like the default
        while more := [when for wire, when in conditional if wire <= tie and not when <= tie]:
            tie |= more[0]
    yield from (tuple(name for name in names if _touches(name, fields, tie)) for tie in ties)


def _touches(name: str, fields: Mapping[str, set[str]], wires: set[str]) -> bool:
    if name in SHAPE:
        return bool(wires & set().union(*(fields[part] for part in SHAPE if part in fields)))
    return bool(wires & fields[name])


@define
class _Offers:
    """The offers of a target, with the combinations that were tried."""

    target: Target
    offers: dict[str, _Offer]
    base: JsonMapping = field(init=False)  # the rest of each combination: what can't be left out
    passed: dict[tuple[tuple[str, object], ...], bool] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.base = {name: offer.tried[-1][:1000] for name, offer in self.offers.items() if name == "prompt"}

    def choices(self, name: str) -> list[object]:
        offer = self.offers[name]
        return [*offer.tried] if offer.needed else [None, *offer.tried]

    def start(self) -> None:
        """Marks what can't be left out, because the target would add something not asked for; raises Invalid."""
        shape = [name for name in (*SHAPE, *self.offers) if name in self.offers and not self.offers[name].needed]
        for name in (None, *shape):
            words = self.offers[name].tried if name else (None,)
            if any(self.passes({} if name is None else {name: word}) for word in words):
                if name:
                    self.offers[name] = evolve(self.offers[name], needed=True)
                    self.base = {**self.base, name: next(word for word in words if self.passes({name: word}))}
                    self.passed = {}  # what failed without it may pass beside it
                return
        why = "it takes none of these fields without a change"
        raise Invalid([Problem("error", "not_allowed", (self.target.name,), None, why)])

    def shrink(self, names: tuple[str, ...]) -> None:
        """Removes values from some offers until every combination of what is left passes."""
        while True:
            left = [name for name in names if name in self.offers]
            lists = {name: self.choices(name) for name in left}
            if prod(map(len, lists.values())) > _MANY:
                for some in combinations(left, len(left) - 1):
                    self.shrink(some)
                if prod(len(self.choices(name)) for name in left if name in self.offers) > _MANY:
                    free = [name for name in left if name in self.offers and not self.offers[name].needed]
                    del self.offers[max(free, key=lambda name: len(self.choices(name)))]
                continue
            failed: dict[tuple[str, int], int] = {}
            for places in product(*(range(len(choices)) for choices in lists.values())):
                asked = {name: lists[name][at] for name, at in zip(left, places, strict=True)}
                if not self.passes({name: value for name, value in asked.items() if value is not None}):
                    for name, at in zip(left, places, strict=True):
                        if asked[name] is not None:
                            failed[name, at] = failed.get((name, at), 0) + len(lists[name])
            if not failed:
                return
            # the value that fails most often, of equal ones that of the longer list
            name, at = max(failed, key=lambda entry: (failed[entry], len(lists[entry[0]])))
            smaller = self.offers[name].without(lists[name][at])
            if smaller is None:
                del self.offers[name]
            else:
                self.offers[name] = smaller

    def passes(self, asked: JsonMapping) -> bool:
        key = tuple((name, repr(value)) for name, value in asked.items())
        if key not in self.passed:
            try:
                to_request(Intent.of({**self.base, **asked}), self.target, allow=STRICT)
                self.passed[key] = True
            except (Refused, Invalid):
                self.passed[key] = False
        return self.passed[key]
