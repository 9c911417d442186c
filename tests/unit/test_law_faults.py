"""Each law of `imgparams.testing` holds of small tables, and fails where a table or the engine is at fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve, frozen

from imgparams import (
    ALL,
    STRICT,
    Change,
    Intent,
    Reference,
    Refused,
    Size,
    Target,
    Translation,
    check,
    to_intent,
    to_request,
)
from imgparams.contract import AnyRule, Effect, View
from imgparams.engine import body
from imgparams.engine.reading import read
from imgparams.paths import Tree
from imgparams.planning import plan
from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    TEXT,
    WEIGHT,
    Between,
    Const,
    Content,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Mask,
    Native,
    Not,
    Num,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    PixelText,
    Record,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Text,
    TextPart,
    WidthHeight,
    Words,
)
from imgparams.tables.size_sets import SizeSet
from imgparams.testing import LAWS, laws, legal, properties, run
from imgparams.values import Path
from tests.unit.tables import COUNT, OTHER, PROMPT, SEED, STEPS, URL, table

STYLES = Pictures("styles", (Image("url"),), min=1, max=2, required=True)
HOLDS = {
    "every kind of field": table(
        PROMPT,
        COUNT,
        SEED,
        Param("quality", Field.quality, Words((("low", "L"), ("high", "H")), more=("odd",)), default="L"),
        Param("format", Field.output_format, OneOf("png", "jpeg"), default="png"),
        Const("task", "draw", also_legal=("paint",), optional=True),
        Pictures("images", (Image("url", "data"),), max=3),
        Mask("mask", Image("url"), "marks", {"white": "W", "black": "B"}, default="W"),
        WidthHeight("width", "height", each=Int(64, 512, multiple_of=8), default=(512, 512)),
        Native("topP", Num(0, 1)),
        Native("hd", Flag()),
        also_read={"top_p": "topP", "n_images": "num_images"},
        rules=[
            Rule({"hd": OneOf(True)}, {"num_images": Int(max=2)}, "hd makes two"),
            Rule({"seed": ABSENT}, {"quality": Not(OneOf("odd"))}, "odd needs a seed"),
            Between(("topP", "hd"), 0, 1, "one of them"),
        ],
        unknown="refused",
    ),
    "what it does not know it ignores": table(
        PROMPT,
        STEPS,
        SEED,
        rules=[Rule({"seed": PRESENT}, {"steps": ABSENT}, "no steps", "ignored")],
        unknown="ignored",
    ),
    "a picture that is needed": table(
        STYLES, SEED, COUNT, rules=[Rule({"styles": PRESENT}, {"seed": ABSENT}, "no seed for styles")]
    ),
    "a body in a list": table(PROMPT, SEED, in_list=True),
    "a list of sizes": table(Sizes((PixelText("size", Pairs(("64x64", "128x64", "64x128")), "auto"),), required=True)),
    "a list of sizes on two wires": table(WidthHeight("w", "h", ["64x64", "64x128"])),
    "a grid without a size": table(STEPS, WidthHeight("w", "h", Grid(Int(64, 64), Int(64, 128), area=(10**6, None)))),
    "parts of text and pictures by id": table(
        Content(
            "parts",
            (TextPart(Field.prompt, {"text": TEXT}), Part(Image("id"), {"image": HOLE})),
            requires=(Field.prompt, Field.references),
        ),
        Native("tags", ListOf(Text(min_length=1), min=2), required=True),
    ),
    "ratios and tiers": table(Sizes((ShapeWords("ratio", ("1:1", "16:9", "auto"), "tier", ("1K", "2K")),))),
}


@pytest.mark.parametrize("name", HOLDS)
def test_every_law_holds_of_a_table_that_is_right(name: str) -> None:
    laws(HOLDS[name], examples=25)


def test_a_picture_that_was_lacking_is_refused_as_if_it_had_been_there() -> None:
    run("strict", HOLDS["a picture that is needed"], examples=200)


# ---- tables that are at fault


@frozen
class Downwards(Int):
    """Writes a number as one less, and its least as itself."""

    def encode(self, asked: object) -> int | None:
        nearest = Int.encode(self, asked)
        return nearest and max(nearest - 1, self.min or 0)


@frozen
class Lowest(Int):
    """Writes its least number for all that it does not take."""

    def encode(self, asked: Any) -> int | None:
        return asked if self.has(asked) else self.min


@frozen
class Endless(Int):
    """Writes a number as it is asked, whatever it takes."""

    def encode(self, asked: Any) -> Any:
        return asked


@frozen
class Swapped(Words):
    """Writes the last of its words for each."""

    def encode(self, asked: object) -> object:
        return self.words[-1]


@frozen
class FirstOf(Pairs):
    """Answers with its first size to all."""

    def nearest(self, ratio: Fraction, area: Fraction) -> Size | None:
        return self.sizes[0]


@frozen
class Narrow(Grid):
    """Answers with a size that is one step narrower than the nearest, if there is one."""

    def nearest(self, ratio: Fraction, area: Fraction) -> Size | None:
        size = Grid.nearest(self, ratio, area)
        return size and Size(max(self.width.min or 0, size.width - 8), size.height)


@frozen
class Landscape(Grid):
    """Answers with a wide size also where a tall one is asked."""

    def nearest(self, ratio: Fraction, area: Fraction) -> Size | None:
        return Grid.nearest(self, max(ratio, 1 / ratio), area)


@frozen
class Outside(Grid):
    """Answers with a size that it does not take."""

    def nearest(self, ratio: Fraction, area: Fraction) -> Size | None:
        return Size(1, 1)


@frozen
class Unheeded(AnyRule):
    """Refuses one wire beside another, and does not say so to whom builds a request."""

    one: str
    other: str
    effect: Effect = "refused"
    why = "not both"

    @property
    def wires(self) -> tuple[str, ...]:
        return self.one, self.other

    def narrows(self, view: View) -> tuple[()]:
        return ()

    def broken(self, view: View) -> Iterator[tuple[str, str, None]]:
        if {self.one, self.other} <= view.flat.keys():
            yield self.other, self.why, None


def unheeded(effect: Effect = "refused", *rules: AnyRule, required: bool = False) -> Target:
    wires = [Native(wire, Int(1, 9), required=required) for wire in ("a", "b")]
    return table(PROMPT, *wires, rules=[Unheeded("a", "b", effect), *rules])


def sized(sizes: SizeSet) -> Target:
    return table(Sizes((Sides("w", "h", sizes),)))


TIED = Rule({"a": Int(min=2)}, {"b": Int(max=5)}, "two leave five", "disputed")
SIDE = Int(64, 512, multiple_of=8)

#: a law, a table of which it does not hold, and a part of the statement that fails
BAD_TABLES: dict[str, tuple[str, Target, str]] = {
    "a rule that is broken": ("legal", unheeded(), "_bad(whole.request"),
    "a field that is ignored then": ("legal", unheeded("ignored"), "_bad(whole.request"),
    "a plan of what is not legal": ("plan", unheeded(), "_bad(whole.request"),
    "a policy lets through what is not legal": ("strict", unheeded(), "_bad(whole.request"),
    "the smallest request is not legal": ("tables", unheeded(required=True), "_bad(smallest.request"),
    "what another rule names is not legal": ("tables", unheeded("refused", TIED), "_bad(done.request"),
    "a legal number is not its own nearest": ("nearest", table(Native("n", Downwards(1, 9))), "same(once, member)"),
    "a number goes to one that is far": ("nearest", table(Native("n", Lowest(1, 9))), "nearest == min(fair"),
    "a number goes past the end": ("nearest", table(Native("n", Endless(1, 9))), "domain.has(nearest)"),
    "a size of a list is not the nearest": ("nearest", sized(FirstOf(("64x64", "512x64"))), "nearest == brute("),
    "a size of a grid is not the nearest": ("nearest", sized(Narrow(SIDE, SIDE)), "nearest == brute("),
    "a size goes to none of the grid": ("nearest", sized(Outside(SIDE, SIDE)), "sizes.has(nearest)"),
    "a tall size becomes a wide one": ("mirror", sized(Landscape(SIDE, SIDE)), "Size(*one[::-1])) == other"),
    "a word is read back as another": (
        "tables",
        table(Param("q", Field.quality, Swapped({"low": "L", "high": "H"}))),
        "same(row.domain.decode(row.domain.encode(canonical)), canonical)",
    ),
}


@pytest.mark.parametrize("name", BAD_TABLES)
def test_a_law_fails_of_a_table_that_is_wrong(name: str) -> None:
    law, target, statement = BAD_TABLES[name]
    assert statement in failing(law, target)


def failing(law: str, target: Target) -> str:
    """The statement of a law that fails of a target."""
    with pytest.raises(AssertionError) as caught:
        run(law, target, examples=200)
    inside = [entry for entry in caught.traceback if str(entry.path) == properties.__file__]
    return " ".join(str(entry.statement) for entry in inside)


# ---- an engine that is at fault


def done_with(change: Callable[[Translation], Translation]) -> Callable[..., Translation]:
    """`to_request` with another result."""
    return lambda intent, target, allow=ALL: change(to_request(intent, target, allow=allow))


def each_change(**facts: Any) -> Callable[..., Translation]:
    """`to_request` that tells of each change other facts."""
    return done_with(lambda done: evolve(done, changes=tuple(evolve(one, **facts) for one in done.changes)))


def reads_seeds_as_the_next(request: object, target: Target) -> Intent:
    intent = to_intent(request, target)
    return intent if intent.seed is None else evolve(intent, seed=(intent.seed + 1) % 2**32)


def allows_all(intent: Intent, target: Target, allow: object = ALL) -> Translation:
    return to_request(intent, target, allow=ALL)


def allows_all_but_is_strict(intent: Intent, target: Target, allow: object = ALL) -> Translation:
    return to_request(intent, target, allow=STRICT if allow is STRICT else ALL)


def refuses_all(intent: Intent, target: Target, allow: object = ALL) -> Translation:
    if allow is ALL:
        return to_request(intent, target, allow=ALL)
    raise Refused(changes=[Change("n", "clamped", 9, 4, "at most 4")])


def refuses_what_is_no_change(intent: Intent, target: Target, allow: Any = ALL) -> Translation:
    try:
        return to_request(intent, target, allow=allow)
    except Refused as error:
        if allow is STRICT:
            raise
        raise Refused(changes=error.changes, refused=[Change("n", "clamped", 9, 4, "at most 4")]) from error


def refuses_an_answer(done: Translation) -> Translation:
    raise Refused(refused=[Change("n", "clamped", 9, 4, "at most 4")])


def refuses_without_a_reason(*args: object, **kwargs: object) -> list[Translation]:
    raise Refused


def same_seed_in_all(*args: Any, **kwargs: Any) -> tuple[Translation, ...]:
    parts = plan(*args, **kwargs)
    return (parts[0],) * len(parts) if len({part.count for part in parts}) == 1 else parts


def raises_nothing(request: object, target: Target) -> Intent:
    return to_intent(request, target) if isinstance(request, dict) else Intent()


def only_the_written_keys(self: Tree, body: Mapping[Any, object], path: Path) -> list[tuple[Path, object]]:
    return [((*path, key), item) for key, item in body.items()]


NUMBERS = table(
    PROMPT,
    Param("n", Field.n, Int(1, 4)),
    SEED,
    Param("format", Field.output_format, OneOf("png", "jpeg"), default="png"),
    Sizes((Sides("w", "h", Grid(Int(64, 512), Int(64, 512))),), required=True),
    Native("topP", Num(0, 1)),
    also_read={"top_p": "topP"},
)

#: a law, what is replaced in its module, by what, and a part of the statement that fails
BAD_ENGINES: dict[str, tuple[str, str, Any, str]] = {
    "a change is not told": ("honest", "to_request", done_with(lambda done: evolve(done, changes=())), "_met(name"),
    "a change is told twice": (
        "honest",
        "to_request",
        done_with(lambda done: evolve(done, changes=done.changes * 2)),
        "len(set(named)) == len(named)",
    ),
    "what is added is not told": (
        "honest",
        "to_request",
        done_with(lambda done: evolve(done, changes=tuple(one for one in done.changes if one.kind != "added"))),
        'assert [c.kind for c in done.changes if c.field == name] == ["added"]',
    ),
    "a wire of the vendor is lost": (
        "honest",
        "to_request",
        lambda intent, target, allow=ALL: to_request(evolve(intent, provider_options={}), target, allow=allow),
        "assert sent == (",
    ),
    "a change became nothing": ("honest", "to_request", each_change(became=None), 'change.kind == "dropped") == ('),
    "a change of what was not asked": ("honest", "to_request", each_change(asked=None), 'change.kind == "added") == ('),
    "a change without a reason": ("honest", "to_request", each_change(why=""), "assert change.why"),
    "a number is read as another": (
        "settled",
        "to_intent",
        reads_seeds_as_the_next,
        "same(again.request, done.request)",
    ),
    "a number comes back as another": (
        "reversible",
        "to_intent",
        reads_seeds_as_the_next,
        "to_intent(done.request, target) == intent",
    ),
    "a legal request is changed": (
        "reversible",
        "to_request",
        lambda intent, target, allow=ALL: to_request(evolve(intent, n=9), target, allow=allow),
        "done.changes == ()",
    ),
    "a policy is not heeded": ("strict", "to_request", allows_all, "assert done.changes == ()"),
    "a policy is heeded only if it is strict": (
        "strict",
        "to_request",
        allows_all_but_is_strict,
        "policy.allows(change)",
    ),
    "a refusal without the changes": ("strict", "to_request", refuses_all, "error.changes == done.changes"),
    "a refusal of what is no change": (
        "strict",
        "to_request",
        refuses_what_is_no_change,
        "in error.changes for change",
    ),
    "an answer is refused without a reason": ("strict", "finished", refuses_an_answer, "_told_with_pictures(intent"),
    "a conversion is another request": (
        "convert",
        "convert",
        lambda request, source, target, allow: to_request(
            reads_seeds_as_the_next(request, source), target, allow=allow
        ),
        "assert same(done.request, to_request(",
    ),
    "a conversion is changed": (
        "convert",
        "convert",
        lambda request, source, target, allow: to_request(Intent(n=9), target, allow=allow),
        "assert done.changes == ()",
    ),
    "a call of a plan is missing": ("plan", "plan", lambda *args, **kwargs: plan(*args, **kwargs)[:2], "== wanted"),
    "a seed of a plan comes twice": ("plan", "plan", same_seed_in_all, "len(set(seeds)) == wanted"),
    "a plan is refused without a reason": ("plan", "plan", refuses_without_a_reason, "error.problems or error.changes"),
    "what is no request is read": ("total", "to_intent", raises_nothing, 'raise AssertionError("no error")'),
    "what is read is lost": (
        "total",
        "read",
        lambda target, flat: evolve(read(target, flat), where={}, raw={}),
        "assert wire in read_wires",
    ),
    "what is no JSON is right": (
        "total",
        "check",
        lambda request, target: () if request.keys() == {"x"} else check(request, target),
        'assert check({"x": object()}, target)',
    ),
}


@pytest.mark.parametrize("name", BAD_ENGINES)
def test_a_law_fails_of_an_engine_that_is_wrong(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    law, replaced, by, statement = BAD_ENGINES[name]
    monkeypatch.setattr(properties, replaced, by)
    assert statement in failing(law, NUMBERS)


WISHES = table(
    Sizes(
        (
            ShapeWords("ratio", ("1:1", "16:9", "auto"), "tier", ("1K", "2K")),
            Sides("w", "h", Grid(Int(64, 4096), Int(64, 4096))),
        )
    ),
    Mask("mask", Image("url"), "marks", {"white": "W", "black": "B"}),
    Pictures("images", (Part(Image("url"), {"u": HOLE, "w": WEIGHT}, weight=Num(0, 1)),)),
    SEED,
    Param("quality", Field.quality, OneOf("auto", "low")),
    Param("neg", Field.negative_prompt, Text()),
    Param("stream", Field.stream, Flag()),
)
WHITE = Reference(url=URL, edits="white")


@pytest.mark.parametrize(
    ("asked", "sent", "honest"),
    [
        ({"seed": 5}, {"seed": 5}, True),
        ({"seed": 5}, {"seed": 6}, False),
        ({"seed": 5}, {}, False),
        ({}, {"seed": 5}, False),  # added without a word
        ({"size": (64, 65)}, {"size": (64, 65)}, True),
        ({"size": (64, 65)}, {"size": (64, 64)}, False),
        ({"size": (64, 64)}, {"aspect_ratio": "1:1"}, False),
        ({"aspect_ratio": "auto"}, {"aspect_ratio": "auto"}, True),
        ({"aspect_ratio": "auto"}, {}, True),
        ({"aspect_ratio": "auto"}, {"aspect_ratio": "1:1"}, False),
        ({"aspect_ratio": "auto"}, {"size": (64, 64)}, False),
        ({"aspect_ratio": "1:1"}, {"aspect_ratio": "1:1"}, True),
        ({"aspect_ratio": "1:1"}, {"aspect_ratio": "16:9"}, False),
        ({"aspect_ratio": "1:1"}, {"aspect_ratio": "auto"}, False),
        ({"aspect_ratio": "1:1"}, {"size": (102, 100)}, True),  # within a fiftieth
        ({"aspect_ratio": "1:1"}, {"size": (103, 100)}, False),
        ({"resolution": "1K"}, {"resolution": "1K"}, True),
        ({"resolution": "1K"}, {"resolution": "2K"}, False),
        ({"resolution": "1K"}, {"size": (1130, 1130)}, True),  # e**0.2 of the pixels
        ({"resolution": "1K"}, {"size": (1140, 1140)}, False),
        ({"resolution": "1K"}, {"size": (1090, 400)}, True),  # e**0.07 of the long side
        ({"resolution": "1K"}, {"size": (1100, 400)}, False),
        ({"references": [URL, OTHER]}, {"references": [OTHER, URL]}, True),
        ({"references": [URL, OTHER]}, {"references": [URL]}, False),
        ({"references": [URL]}, {"references": [Reference(url=URL, role="source")]}, True),
        ({"references": [URL]}, {"references": [Reference(url=URL, weight=0.5)]}, False),
        ({"references": [URL]}, {}, False),
        ({"mask": WHITE}, {"mask": WHITE}, True),
        ({"mask": WHITE}, {"mask": evolve(WHITE, edits="black")}, False),
        ({"mask": WHITE}, {"mask": evolve(WHITE, url=OTHER)}, False),
        ({"mask": WHITE}, {}, False),
        ({"mask": evolve(WHITE, edits=None)}, {"mask": WHITE}, False),
        ({"quality": "auto"}, {}, True),
        ({"quality": "low"}, {}, False),
        ({"quality": "low"}, {"quality": "auto"}, False),
        ({"stream": False}, {}, True),
        ({"stream": True}, {}, False),
        ({"negative_prompt": ""}, {}, True),
        ({"negative_prompt": "a"}, {}, False),
    ],
)
def test_a_request_that_is_not_what_was_asked_is_not_honest(
    asked: dict[str, Any], sent: dict[str, Any], honest: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = to_request(Intent(**sent), WISHES, allow=ALL)
    assert (done.changes, done.needs) == ((), ())
    monkeypatch.setattr(properties, "to_request", lambda *_, **__: done)
    wish: Any = SimpleNamespace(draw=lambda strategy: Intent(**asked))
    try:
        LAWS["honest"](WISHES, wish)
        held = True
    except AssertionError:
        held = False
    assert held == honest


def test_a_law_fails_where_second_spellings_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tree, "inside", only_the_written_keys)
    assert "check(second, target) == check(request, target)" in failing("spellings", NUMBERS)


def test_a_law_fails_where_an_object_in_place_of_a_list_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    target = table(Native("turns[0].role", OneOf("user")), Native("turns[0].name", Text()), lone_objects="accepted")
    run("spellings", target)
    monkeypatch.setattr(target.tree, "lone_objects", False)
    assert "check(second, target) == check(request, target)" in failing("spellings", target)
    target = table(Native("tools", ListOf(Record({"name": Text()}), max=1)), lone_objects="accepted")
    run("spellings", target)
    monkeypatch.setattr(body, "_takes_lists", lambda *_: False)
    assert "check(second, target) == check(request, target)" in failing("spellings", target)


@pytest.mark.parametrize("law", ["reversible", "convert"])
def test_a_law_fails_of_a_request_that_is_not_in_the_form_it_is_said_to_be_in(
    law: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = table(Param("q", Field.quality, Words((("low", "L"), ("low", "l")))))
    run(law, target)
    monkeypatch.setattr(legal, "_writes_itself", lambda row, value: True)
    assert "same(done.request, request)" in failing(law, target)


def test_every_law_is_seen_to_fail() -> None:
    assert {law for law, *_ in (*BAD_TABLES.values(), *BAD_ENGINES.values())} | {"spellings"} == set(LAWS)
