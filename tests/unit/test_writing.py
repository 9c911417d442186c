"""What is prepared to write, read and convert: faults planted in it are seen, and what it keeps is bounded."""

from __future__ import annotations

import ast
import copy
import itertools
import pickle
import textwrap
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from attrs import evolve, frozen

from imgparams import (
    ALL,
    SAFE,
    Change,
    Intent,
    Policy,
    Reference,
    Refused,
    Size,
    Target,
    Translation,
    check,
    conversion,
    convert,
    to_intent,
    to_request,
    translation,
)
from imgparams.contract import AnyRule, Limits, Reading, Wishes
from imgparams.conversion import converted
from imgparams.engine import grouping, hearing, memory, settling, writing
from imgparams.engine.reading import Asked, asked_of
from imgparams.engine.writing import writer
from imgparams.policy import policy_of
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Alternative,
    Alternatives,
    AtMost,
    Const,
    Content,
    Count,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    Native,
    Num,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    Presets,
    Row,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Text,
    TextPart,
    WidthHeight,
    Words,
)
from imgparams.tables.domains import Fault
from imgparams.tables.rules import Between
from imgparams.tables.templates import HOLE, TEXT
from imgparams.translation import as_served, parsed, solved, written
from imgparams.values import is_whole
from tests.unit.tables import PROMPT, SEED, STEPS, URL, table
from tests.unit.test_preparing import ENLARGED, readable

PAGE = "https://wiki.example/muse (2026-11-01)"
TABLE = table(
    Const("mode", "fast"),
    Param("prompt", Field.prompt, Text(min_length=1, max_length=9), required=True),
    Param("deep.n", Field.n, Int(1, 8), default=1),
    Param("cfg", Field.guidance, Num(1, 20)),
    Param("steps", Field.steps, Int(10, 60)),
    Param("seed", Field.seed, Int(0, 99), unset=(0,)),
    Param("quality", Field.quality, Words({"low": "draft", "high": "fine"}), default="draft"),
    Param("format", Field.output_format, OneOf("png", "gif", open=True)),
    WidthHeight("w", "h", Grid(Int(64, 2048, multiple_of=8)), default=(512, 512)),
    Pictures("images", (Image("url"),), max=2),
    Native("turbo", Flag(), default=False),
    Native("style", OneOf("a", "b", "c")),
    rules=(
        Rule({"quality": OneOf("fine")}, {"deep.n": Int(max=4), "cfg": ABSENT}, "fine makes four"),
        Rule({"deep.n": Int(min=3)}, {"steps": Int(max=30)}, "many are made in few steps"),
        Rule({"images": PRESENT}, {"w": Int(max=1024), "h": Int(max=1024)}, "edits are small"),
        Rule({"turbo": OneOf(True)}, {"steps": Int(max=20)}, "turbo has few steps"),
    ),
    unknown="refused",
)
OTHER = table(
    Param("text", Field.prompt, Text(), required=True),
    Param("count", Field.n, Int(1, 4), default=2),
    WidthHeight("width", "height", Grid(Int(256, 1024, multiple_of=64))),
    name="other/muse",
)
VALUES: dict[str, list[Any]] = {
    "prompt": ["a", "x" * 9, "x" * 10],
    "n": [1, 3, 4, 5, 8, 9],
    "guidance": [1, 1.5, 20, 20.0, 21, 0.5],
    "steps": [9, 10, 20, 21, 30, 31, 60, 61],
    "seed": [-1, 0, 1, 99, 100],
    "quality": ["low", "high", "max"],
    "output_format": ["png", "bmp"],
    "size": ["512x512", "1920x1080", "65x64"],
    "references": [[URL], [URL, URL, URL]],
    "user": ["me"],
    "provider_options": [
        {"acme": {"turbo": True}},
        {"acme": {"style": "a"}},
        {"acme": {"style": "d"}},
        {"acme": {"zz": 1}},
    ],
}


def wishes() -> Iterator[Intent]:
    """Every value alone, and every two values of different fields."""
    single = [(name, value) for name, values in VALUES.items() for value in values]
    for (one, value), (other, second) in itertools.combinations(single, 2):
        yield Intent(**{one: value, other: second})
    for name, value in single:
        yield Intent(**{name: value})


def said(translate: Callable[[], Translation | None]) -> object:
    try:
        done = translate()
    except Refused as error:
        return error.changes, error.refused
    flat = done and [(wire, repr(value)) for wire, value in done._flat.items()]
    return done and (flat, done.changes, done.needs, done.pixels, done.count, done.unverified)


def differ() -> bool:
    """Whether the prepared form and the interpreter differ over all wishes; True too if the form fails."""
    forms = {raw: writer(as_served(TABLE), with_raw=raw) for raw in (False, True)}
    for intent, policy in itertools.product(wishes(), (SAFE, policy_of(ALL))):
        wish = asked_of(intent, TABLE)
        found = said(lambda: written(forms[bool(wish.raw)], wish, TABLE, policy))  # noqa: B023
        if found is not None and found != said(lambda: solved(wish, TABLE, policy)):  # noqa: B023
            return True
    return False


def test_it_answers_as_the_interpreter_and_most_of_the_time() -> None:
    assert not differ()
    forms = {raw: writer(as_served(TABLE), with_raw=raw) for raw in (False, True)}
    asked = [asked_of(intent, TABLE) for intent in wishes()]
    answered = [forms[bool(wish.raw)](wish) is not None for wish in asked]
    assert sum(answered) > 0.9 * len(answered)


#: faults as someone might make them, each a text of the code and what stands there instead
PLANTED = {
    "a bound one too far": ("10 <= w <= 60", "9 <= w <= 60"),
    "a bound that is not the table's number": ("1 < w < 20", "1 <= w <= 20"),
    "a flag for a number": ("len(w) <= 9", "len(w) <= 10"),
    "what was moved is forgotten": ("more.append(r); lacking |= r.lacks", "lacking |= r.lacks"),
    "what is missing is forgotten": ("lacking |= 2", "lacking |= 0"),
    "the count": ("= n = w", "= w"),
    "the count of what is moved": ("n = r.images", "n = n"),
    "the pixels": (".pixels", ".pixels and None"),
    "fields that no row has": ("if left: more +=", "if left: []; more and"),
    "rules": (": return k", ": k"),
    "the constant": ("flat['mode'] = ", "flat['mode '] = "),
    "raw wires that are not legal": ("if seen != len(raw): return None", ""),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_seen(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = PLANTED[fault]
    text, planted = writing._WriterCode.text, []

    def wrong(self: Any) -> str:
        code = text(self)
        planted.append(old in code)
        return code.replace(old, new)

    monkeypatch.setattr(writing._WriterCode, "text", wrong)
    assert differ()
    assert any(planted)


def test_faults_in_what_is_remembered_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "_replaced", lambda flat, group, wires: True)
    assert differ()
    monkeypatch.undo()
    monkeypatch.setattr(grouping, "unverified", lambda served, flat: iter(()))
    assert differ()
    monkeypatch.undo()
    monkeypatch.setattr(grouping, "met", lambda name, asked, became: True)
    assert differ()


# ---- the code itself


#: rows, and what is written of them between the frame of the function
CODE: dict[str, tuple[tuple[Row, ...], str]] = {
    "a constant": (
        (Const("mode", "fast"),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
flat['mode'] = 'fast'
""",
    ),
    "a constant that may be left out": (
        (Const("mode", "fast", optional=True),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
flat['mode'] = 'fast'
""",
    ),
    "a text that is required": (
        (Param("prompt", Field.prompt, Text(max_length=9), required=True),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('prompt')
if w is not None:
    left -= 1
    if type(w) is str and len(w) <= 9 and (w.isascii() or clean(w)): flat['prompt'] = w
    else:
        r = one_writer(w)
        more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
else:
    lacking |= 2
""",
    ),
    "a number between bounds": (
        (Param("steps", Field.steps, Int(10, 60, multiple_of=10)),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('steps')
if w is not None:
    left -= 1
    if type(w) is int and 10 <= w <= 60 and w % 10 == 0: flat['steps'] = w
    else:
        r = one_writer(w)
        more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
""",
    ),
    "a number that may be a fraction": (
        (Param("cfg", Field.guidance, Num(1, 20)),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('guidance')
if w is not None:
    left -= 1
    if (type(w) is float or type(w) is int) and 1 < w < 20: flat['cfg'] = w
    else:
        r = one_writer(w)
        more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
""",
    ),
    "a fraction that is written otherwise": (
        (
            Param("kept", Field.strength, Num(0, 1, flip=True)),
            Param("percent", Field.guidance, Num(0, 100, scale=10)),
        ),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('strength')
if w is not None:
    left -= 1
    r = one_writer(w)
    more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
w = fields.get('guidance')
if w is not None:
    left -= 1
    r = one_writer(w)
    more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
""",
    ),
    "a fraction without a bound": (
        (Param("cfg", Field.guidance, Num(1)),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('guidance')
if w is not None:
    left -= 1
    r = one_writer(w)
    more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
""",
    ),
    "a seed": (
        (Param("seed", Field.seed, Int(0, 2**40)),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('seed')
if w is not None:
    left -= 1
    if type(w) is int and 0 <= w <= 1099511627776 and 0 <= w <= 2147483647: flat['seed'] = w
    else:
        r = one_writer(w)
        more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
""",
    ),
    "a seed with a word for absence": (
        (Param("seed", Field.seed, Int(0, 99), unset=(0,)),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('seed')
if w is not None:
    left -= 1
    r = one_writer(w)
    more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
""",
    ),
    "a count": (
        (Param("n", Field.n, Int(1, 8, round_down=True), default=1),),
        """
left, more, lacking, n, px = len(fields), [], 0, 1, None
w = fields.get('n')
if w is not None:
    left -= 1
    if type(w) is int and 1 <= w <= 8: flat['n'] = n = w
    else:
        r = one_writer(w)
        more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
        n = r.images
""",
    ),
    "a count without a bound": (
        (Param("n", Field.n, Int(1)),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('n')
if w is not None:
    left -= 1
    r = one_writer(w)
    more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
    n = r.images
""",
    ),
    "words": (
        (Param("quality", Field.quality, Words({"low": "draft"})),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('quality')
if w is not None:
    left -= 1
    r = one_writer(w)
    more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
""",
    ),
    "a text for words": (
        (Param("quality", Field.quality, Text()),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('quality')
if w is not None:
    left -= 1
    r = one_writer(w)
    more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
""",
    ),
    "a text that is no word": (
        (Param("user", Field.user, Text(max_length=9)),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('user')
if w is not None:
    left -= 1
    if type(w) is str and len(w) <= 9 and (w.isascii() or clean(w)): flat['user'] = w
    else:
        r = one_writer(w)
        more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
""",
    ),
    "pixels": (
        (WidthHeight("w", "h", ["64x64"]),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
g0 = None
if 'size' in fields or 'aspect_ratio' in fields or 'resolution' in fields:
    g0 = group_writer(fields)
    more.append(g0); lacking |= g0.lacks; left -= len(g0.wishes)
    px = g0.pixels
if g0: flat.update(g0.wires[0])
""",
    ),
    "pixels that are required, and a default": (
        (WidthHeight("w", "h", ["64x64"], required=True, default=(64, 64)),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, Size(width=64, height=64)
g0 = None
if 'size' in fields or 'aspect_ratio' in fields or 'resolution' in fields:
    g0 = group_writer(fields)
    more.append(g0); lacking |= g0.lacks; left -= len(g0.wishes)
    px = g0.pixels
if g0: flat.update(g0.wires[0])
elif g0 is None:
    r = Written
    flat.update(r.wires[0]); more.append(r)
""",
    ),
    "pictures": (
        (Pictures("images", (Image("url"),), max=2),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('references')
if w is not None:
    left -= 1
    r = one_writer(w)
    more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
""",
    ),
    "pictures that are required": (
        (Pictures("images", (Image("url"),), max=2, required=True),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('references')
if w is not None:
    left -= 1
    r = one_writer(w)
    more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
else:
    lacking |= 2
""",
    ),
    "vendor's own wires": (
        (
            Native("hd", Flag()),
            Native("style", OneOf("a", open=True)),
            Native("tags", Json()),
        ),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = raw.get('hd', M)
if w is not M:
    if not (((w is False) or (w is True))): return None
    flat['hd'] = w; seen += 1
w = raw.get('style', M)
if w is not M:
    if not (_member(w) and _is_quiet('style', w)): return None
    flat['style'] = w; seen += 1
w = raw.get('tags', M)
if w is not M:
    if not (_member(w)): return None
    flat['tags'] = w; seen += 1
""",
    ),
    "an own wire that is required": (
        (Native("hd", Flag(), required=True),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = raw.get('hd', M)
if w is not M:
    if not (((w is False) or (w is True))): return None
    flat['hd'] = w; seen += 1
else:
    lacking |= 2
""",
    ),
    "a list of a text and pictures": (
        (
            Content(
                "parts",
                (TextPart(Field.prompt, {"text": TEXT}), Part(Image("url"), {"url": HOLE})),
                requires=(Field.prompt,),
            ),
        ),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
g0 = None
if 'prompt' in fields or 'references' in fields:
    if ((w := fields.get('prompt')) is not None and 'references' not in fields and type(w) is str
            and (w.isascii() or clean(w))):
        flat['parts'] = [fill(w)]
        g0 = (); left -= 1
    else:
        g0 = group_writer(fields)
        more.append(g0); lacking |= g0.lacks; left -= len(g0.wishes)
if g0: flat.update(g0.wires[0])
elif g0 is None:
    lacking |= 2
""",
    ),
    "a list of texts that are not told apart": (
        (Content("parts", (TextPart(Field.prompt), Part(Image("url")))),),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
g0 = None
if 'prompt' in fields or 'references' in fields:
    g0 = group_writer(fields)
    more.append(g0); lacking |= g0.lacks; left -= len(g0.wishes)
if g0: flat.update(g0.wires[0])
""",
    ),
    "two rows for one field": (
        (
            Param("n", Field.n, Int(1, 4)),
            Alternatives(Field.n, (Alternative({"pair": True}, means=2),)),
        ),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
g0 = None
if 'n' in fields:
    g0 = group_writer(fields)
    more.append(g0); lacking |= g0.lacks; left -= len(g0.wishes)
    n = g0.images
if g0: flat.update(g0.wires[0])
if g0: flat.update(g0.wires[1])
if True:
    n = count(Target, flat)
""",
    ),
    "a count whose default depends on another wire": (
        (
            Param("n", Field.n, Int(1, 8), default=4, default_when={"x": PRESENT}),
            Native("x", Int(0, 9)),
        ),
        """
left, more, lacking, n, px = len(fields), [], 0, None, None
w = fields.get('n')
if w is not None:
    left -= 1
    if type(w) is int and 1 <= w <= 8: flat['n'] = n = w
    else:
        r = one_writer(w)
        more.append(r); lacking |= r.lacks; flat.update(r.wires[0])
        n = r.images
w = raw.get('x', M)
if w is not M:
    if not (type(w) is int and 0 <= w <= 9): return None
    flat['x'] = w; seen += 1
if 'x' in flat:
    n = count(Target, flat)
""",
    ),
    "pixels whose default depends on another wire": (
        (
            Sizes((Sides("w", "h", Pairs(["9x9"])),), default={"w": 9, "h": 9}, default_when={"x": ABSENT}),
            Native("x", Flag()),
        ),
        """
left, more, lacking, n, px = len(fields), [], 0, None, Size(width=9, height=9)
g0 = None
if 'size' in fields or 'aspect_ratio' in fields or 'resolution' in fields:
    g0 = group_writer(fields)
    more.append(g0); lacking |= g0.lacks; left -= len(g0.wishes)
    px = g0.pixels
if g0: flat.update(g0.wires[0])
w = raw.get('x', M)
if w is not M:
    if not (((w is False) or (w is True))): return None
    flat['x'] = w; seen += 1
if 'x' in flat:
    if 'size' in fields or 'aspect_ratio' in fields or 'resolution' in fields: return None
    px = pixels(Target, flat)
""",
    ),
}


FRAME = ("seen = 0", "if seen != len(raw): return None", "if left: more += losses(fields)")


def lines_of(*rows: Row, raw: bool = True) -> str:
    """What is written of rows between the frame of the function."""
    code = writing._WriterCode(as_served(table(*rows)), with_raw=raw)
    text, frame = readable(code, code.text()), [readable(code, line) for line in FRAME]
    for lines in frame if raw else frame[2:]:
        own = textwrap.indent(lines + "\n", "    ")
        assert text.count(own) == 1
        text = text.replace(own, "")
    return text


@pytest.mark.parametrize("what", CODE)
def test_the_code_of_rows(what: str) -> None:
    rows, expected = CODE[what]
    function = f"def write(fields, flat, raw):{expected.rstrip()}\nreturn more, lacking, n, px".replace("\n", "\n    ")
    assert lines_of(*rows) == ast.unparse(ast.parse(function))


@pytest.mark.parametrize(
    "ways",
    [
        (TextPart(Field.prompt, {"it": TEXT}), Part(Image("url"), {"it": HOLE})),
        (TextPart(Field.prompt, {"text": TEXT}, Text(pattern="[a-z]*")), Part(Image("url"), {"url": HOLE})),
        (TextPart(Field.prompt), Part(Image("url"), {"url": HOLE})),
    ],
)
def test_a_text_of_a_list_that_may_be_read_otherwise_is_written_with_its_group(ways: tuple[Any, ...]) -> None:
    alike = Content("parts", (TextPart(Field.prompt), Part(Image("url"))))
    assert lines_of(Content("parts", ways)) == lines_of(alike)
    assert settled(table(Content("parts", ways)), {"prompt": "abc"})[0] is not None


def test_a_text_of_a_list_that_wants_another_field_is_written_with_its_group() -> None:
    ways = (TextPart(Field.prompt, {"text": TEXT}), TextPart(Field.negative_prompt, {"not": TEXT}))
    at_once = "flat['parts'] = [fill(w)]"
    assert at_once in lines_of(Content("parts", ways))
    assert at_once in lines_of(Content("parts", ways, requires=(Field.prompt,)))
    assert at_once not in lines_of(Content("parts", ways, requires=(Field.negative_prompt,)))
    assert "'negative_prompt' not in fields" in lines_of(Content("parts", ways))
    every: list[dict[str, Any]] = [{"prompt": "a"}, {"negative_prompt": "b"}, {"prompt": "a", "negative_prompt": "b"}]
    assert settled(table(Content("parts", ways)), *every) == [
        {"parts": [{"text": "a"}]},
        {"parts": [{"not": "b"}]},
        {"parts": [{"text": "a"}, {"not": "b"}]},
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((Native("hd", Flag()), Native("n", Int(), default=1)), ""),
        ((Native("hd", Flag(), required=True),), "lacking |= 2\n    "),
        ((Const("mode", "fast", optional=True),), "flat['mode'] = 'fast'\n    "),
        ((Param("n", Field.n, Int(1, 8), default=4, default_when={"x": PRESENT}), Native("x", Int())), None),
    ],
)
def test_the_code_without_raw_wires(rows: tuple[Row, ...], expected: str | None) -> None:
    start, end = "left, more, lacking, n, px = (len(fields), [], 0, None, None)", "return (more, lacking, n, px)"
    if expected is None:  # the same rows without the wire that is never there
        assert lines_of(*rows, raw=False) == lines_of(Param("n", Field.n, Int(1, 8)), raw=False)
    else:
        code = f"def write(fields, flat, raw):\n    {start}\n    {expected}{end}"
        assert lines_of(*rows, raw=False) == ast.unparse(ast.parse(code))


SMALL = (
    Param("n", Field.n, Int(1, 8)),
    SEED,
    STEPS,
    Native("a", Int(0, 9), default=3),
    WidthHeight("w", "h", ["64x64"]),
)
FEW_STEPS = {"steps": Int(max=4)}


@pytest.mark.parametrize(
    ("rule", "tests"),
    [
        (
            Rule({"seed": PRESENT}, FEW_STEPS, "few"),
            ["v1 is not M and (not (type(v2) is int and v2 <= 4) if v2 is not M else False)"],
        ),
        (Rule({"a": Int(3)}, FEW_STEPS, "few"), ["not (type(v2) is int and v2 <= 4) if v2 is not M else False"]),
        (Rule({"a": Int(4)}, FEW_STEPS, "few"), []),
        (Rule({"seed": PRESENT}, {"a": Int(4)}, "more"), ["v1 is not M"]),
        (Rule({"seed": PRESENT}, {"steps": ABSENT}, "none", effect="disputed"), []),
        (
            AtMost(("seed", "steps"), 1, "one"),
            ["_limiter([('n', v0), ('seed', v1), ('steps', v2), ('w', v4), ('h', v5)])"],
        ),
        (AtMost(("a", "b"), 0, "none"), []),
        # b is never there
        (Rule(({"b": PRESENT}, {"seed": PRESENT}), {"steps": ABSENT}, "none"), ["v1 is not M and v2 is not M"]),
        (Rule(({"b": ABSENT}, {"seed": PRESENT}), {"steps": ABSENT}, "none"), ["v2 is not M"]),
        (Rule({"seed": PRESENT}, {"b": ABSENT}, "none"), []),
        (Rule({"seed": PRESENT}, {"b": PRESENT}, "both"), ["v1 is not M"]),
        (Rule({"seed": PRESENT}, {"b": Int(3)}, "more"), []),
        (
            Rule(({"b": Int(3)}, {"n": Int(3)}), {"seed": ABSENT}, "none"),
            ["(type(v0) is int and v0 >= 3 if v0 is not M else False) and v1 is not M"],
        ),
    ],
)
def test_the_code_of_a_rule(rule: AnyRule, tests: list[str]) -> None:
    code = writing._WriterCode(as_served(table(*SMALL, Native("b", Int(0, 9)), rules=[rule])))
    _, _, text = readable(code, code.text()).partition("more += losses(fields)\n")
    names = {"v0": "n", "v1": "seed", "v2": "steps", "v4": "w", "v5": "h"}
    lines = [f"{at} = flat.get('{wire}', M)" for at, wire in names.items() if any(at in test for test in tests)]
    for test in tests:
        lines += [f"if {test}:", "    return Settling(fields, flat, raw, more, lacking, n, px)"]
    assert text == textwrap.indent("\n".join([*lines, "return (more, lacking, n, px)"]), "    ")


def test_a_rule_is_solved_where_the_wires_are_not_told_apart() -> None:
    rule = Rule({"seed": PRESENT}, FEW_STEPS, "few")
    rows = (Param("n", Field.n, Int(1, 8)), Param("m", Field.n, Int(1, 8)), STEPS, SEED)
    assert drafts(table(*rows, rules=[rule]), n=1, seed=1, steps=4) == [True, True]
    assert drafts(table(*rows, rules=[rule]), n=1, seed=1, steps=5) == [False, False]


# ---- what a group comes to, and what is remembered


def first_group(*rows: Row) -> tuple[grouping.Groups, grouping.Group]:
    groups = grouping.Groups(as_served(table(*rows)))
    return groups, groups.every[0]


STYLES = Pictures("styles", (Part(Image("url"), roles=("style",)),), required=True)
PARTS = Content(
    "parts", (TextPart(Field.prompt, {"text": TEXT}), Part(Image("url"), {"url": HOLE})), requires=(Field.prompt,)
)
PAIR = Alternatives(Field.n, (Alternative({"pair": True}, means=2),))
COUNT = Param("n", Field.n, Int(1, 8, round_down=True), default=1)
SQUARE = {"w": 64, "h": 64}


@pytest.mark.parametrize(
    ("rows", "wishes", "wires", "said", "images", "pixels", "places"),
    [
        ((COUNT,), {"n": 3}, [{"n": 3}], ["exact"], 3, None, ()),
        ((COUNT,), {"n": 50}, [{"n": 8}], [], 8, None, ()),
        ((PROMPT,), {"prompt": "a"}, [{"prompt": "a"}], ["exact"], None, None, ()),
        (
            (Param("prompt", Field.prompt, Text(min_length=1), required=True),),
            {"prompt": ""},
            [{}],
            ["lacks"],
            None,
            None,
            (),
        ),
        (
            (Param("format", Field.output_format, OneOf("png", open=True)),),
            {"output_format": "tiff"},
            [{"format": "tiff"}],
            ["exact"],
            None,
            None,
            ("output_format",),
        ),
        ((WidthHeight("w", "h", ["64x64"]),), {"size": "65x64"}, [SQUARE], [], None, Size(64, 64), ()),
        ((WidthHeight("w", "h", ["64x64"]),), {"aspect_ratio": "1:1"}, [SQUARE], ["exact"], None, Size(64, 64), ()),
        (
            (WidthHeight("w", "h", ["64x64"], required=True),),
            {},
            [SQUARE],
            ["exact", "adds"],
            None,
            Size(64, 64),
            (),
        ),
        ((PARTS,), {"prompt": "a"}, [{"parts": [{"text": "a"}]}], ["exact"], None, None, ()),
        ((PARTS,), {"references": [URL]}, [{"parts": [{"url": URL}]}], ["exact", "lacks"], None, None, ()),
        (
            (PARTS,),
            {"prompt": "a", "references": [URL]},
            [{"parts": [{"text": "a"}, {"url": URL}]}],
            ["exact"],
            None,
            None,
            (),
        ),
        (
            (Pictures("images", (Image("url"),)), STYLES),
            {"references": [URL]},
            [{"images": [URL]}, {}],
            ["exact", "lacks"],
            None,
            None,
            (),
        ),
        (
            (Pictures("images", (Image("url"),), max=2), evolve(STYLES, max=2)),
            {"references": [URL, Reference(url=URL, role="style")]},
            [{"images": [URL]}, {"styles": [URL]}],
            ["exact"],
            None,
            None,
            (),
        ),
        ((PAIR, evolve(COUNT, default=None)), {"n": 2}, [{"pair": True}, {"n": 2}], ["exact", "adds"], 2, None, ()),
        ((PAIR,), {"n": 3}, [{"pair": True}], [], 2, None, ()),
        ((Param("stream", Field.stream, OneOf(True)),), {"stream": False}, [{}], ["exact"], None, None, ()),
        (
            (Pictures("images", (Image("url"),), max=2),),
            {"references": [Reference(url=URL, role="source")]},
            [{"images": [URL]}],
            ["exact"],
            None,
            None,
            (),
        ),
        (
            (Pictures("images", (Image("url"),)),),
            {"references": [URL, URL]},
            [{"images": [URL, URL]}],
            ["exact"],
            None,
            None,
            ("references",),
        ),
    ],
)
def test_what_a_group_comes_to(
    rows: tuple[Row, ...],
    wishes: dict[str, Any],
    wires: list[dict[str, object]],
    said: list[str],
    images: int | None,
    pixels: Size | None,
    places: tuple[str, ...],
) -> None:
    groups, group = first_group(*rows)
    found = groups.written(group, Intent(**wishes).given)
    assert (list(found.wires), found.row, found.wishes) == (wires, 0, Intent(**wishes).given)
    assert [name for name in ("exact", "adds", "lacks") if getattr(found, name)] == said
    assert (found.images, found.pixels, found.places, found.found) == (images, pixels, places, [])
    assert bool(found.changes) is ("exact" not in said or "adds" in said)
    assert found.changes is found.changes


def test_a_picture_that_must_be_fetched_first_is_lacking() -> None:
    groups, group = first_group(SEED, Pictures("images", (Image("data"),)))
    assert [groups.written(groups.every[1], Intent(references=[URL]).given).lacks, group.names] == [True, ("seed",)]
    assert groups.written(groups.every[1], Intent(references=[URL]).given).row == 1


def test_rows_that_share_a_field_are_one_group() -> None:
    images = Pictures("images", (Image("url"),))
    words = Sizes((ShapeWords("ratio", ("1:1",)),))
    rows = (SEED, PARTS, COUNT, images, words, Native("x", Flag()), PAIR)
    groups = grouping.Groups(as_served(table(*rows)))
    assert groups.every == [
        ((SEED,), ("seed",)),
        ((PARTS, images), ("prompt", "references")),
        ((words,), ("size", "aspect_ratio", "resolution")),
        ((COUNT, PAIR), ("n",)),
    ]
    assert [groups.number_of(row) for row in groups.target.model_rows] == [0, 1, 3, 1, 2, -1, 3]


def test_the_parts_of_a_shape_are_one_group() -> None:
    rows = (Fixed(Field.aspect_ratio, "1:1"), SEED, Fixed(Field.resolution, "1K"))
    shape = ("size", "aspect_ratio", "resolution")
    assert grouping.groups_of(table(*rows)) == [((SEED,), ("seed",)), (rows[::2], shape)]
    found = settled(table(*rows), {"size": "1024x1024"}, {"aspect_ratio": "1:1", "resolution": "2K"}, {"seed": 1})
    assert found == [{}, {}, {"seed": 1}]


@pytest.mark.parametrize(
    ("fields", "lost"),
    [
        ({"user": "me", "n": 1}, [Change("user", "dropped", "me", None, "acme/muse has no such field", source=PAGE)]),
        ({"seed": 7}, [Change("seed", "dropped", 7, None, "acme/muse has no such field", source=PAGE)]),
        ({"seed": -1}, [Change("seed", "dropped", -1, None, '-1 means "no seed"')]),
        (
            {"size": "64x64"},
            [Change("size", "dropped", Size(64, 64), None, "acme/muse has no such field", source=PAGE)],
        ),
        (
            {"resolution": "1K"},
            [Change("resolution", "dropped", "1K", None, "acme/muse has no such field", source=PAGE)],
        ),
        (
            {"references": [URL]},
            [Change("references", "dropped", (Reference(url=URL),), None, "acme/muse has no such field", source=PAGE)],
        ),
        ({"aspect_ratio": "auto", "quality": "auto", "stream": False, "negative_prompt": ""}, []),
        ({"prompt": "a"}, []),
    ],
)
def test_what_becomes_of_fields_that_no_row_says(fields: dict[str, Any], lost: list[Change]) -> None:
    groups, _ = first_group(PROMPT, COUNT)
    given = Intent(**fields).given
    found = groups.losses()(given)
    assert [change for one in found for change in one.changes] == lost
    assert [one.wishes for one in found] == [
        {name: wish} for name, wish in given.items() if name not in ("prompt", "n")
    ]
    wires = {(one.row, one.wires, one.adds, one.lacks, one.images, one.pixels, one.places) for one in found}
    assert wires <= {(2, (), False, False, None, None, ())}
    assert all(one.exact is (not one.changes) for one in found)
    assert all((one.back, one.reasons) == (Asked({}, {}), {}) for one in found)


@pytest.mark.parametrize("wish", ["", "a", "x" * 200, 1, 1.0, 0, True, 2.5])
def test_a_plain_wish_is_written_once(wish: Any) -> None:
    groups, group = first_group(Param("user", Field.user, Text()))
    write, lost = groups.one_writer(group), groups.losses()
    assert write(wish) is write(wish)
    assert write(wish) == groups.written(group, {"user": wish})
    ((first,), (again,)) = (lost({"guidance": wish}), lost({"guidance": wish}))
    assert first is again
    assert first == groups.lost("guidance", wish)


@pytest.mark.parametrize("wish", ["x" * 201, 0.0, -0.0, ("a",), Size(1, 1)])
def test_any_other_wish_is_written_each_time(wish: Any) -> None:
    groups, group = first_group(Param("user", Field.user, Text()))
    write, lost = groups.one_writer(group), groups.losses()
    assert write(wish) is not write(wish)
    ((first,), (again,)) = (lost({"guidance": wish}), lost({"guidance": wish}))
    assert first is not again
    assert first.wishes == {"guidance": wish}


def test_equal_wishes_of_other_types_and_fields_are_written_apart() -> None:
    groups, group = first_group(Param("user", Field.user, Text()))
    write, lost = groups.one_writer(group), groups.losses()
    assert [write(wish).wishes["user"] is wish for wish in (1, True, 1.0)] == [True] * 3
    assert [type(lost({"guidance": wish})[0].wishes["guidance"]) for wish in (1, True, 1.0)] == [int, bool, float]
    assert [lost({name: 1})[0].wishes for name in ("guidance", "steps")] == [{"guidance": 1}, {"steps": 1}]


def test_a_shape_is_written_once_and_other_groups_each_time() -> None:
    groups, group = first_group(WidthHeight("w", "h", Grid(Int(64, 2048))))
    write = groups.group_writer(group)
    asked: list[dict[str, Any]] = [
        {"size": "64x64"},
        {"size": "64x65"},
        {"aspect_ratio": "1:1"},
        {"aspect_ratio": "16:9"},
        {"resolution": "1K"},
        {"aspect_ratio": "16:9", "resolution": "1K"},
        {"aspect_ratio": "16:9", "resolution": "2K"},
    ]
    shapes = [Intent(**fields).given for fields in asked]
    for _ in range(2):
        assert [write({**shape, "seed": 1}) for shape in shapes] == [groups.written(group, shape) for shape in shapes]
    assert all(write(shape) is write(shape) for shape in shapes)
    mixed, parts = first_group(PARTS)
    write = mixed.group_writer(parts)
    assert write({"prompt": "a", "seed": 1}) is not write({"prompt": "a"})
    assert write({"prompt": "a", "seed": 1}) == mixed.written(parts, {"prompt": "a"})


def test_a_full_memory_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_MOST", 2)
    remembered: dict[str, int] = {}
    sizes = []
    for number in range(5):
        memory.keep(remembered, f"k{number}", number)
        sizes.append(len(remembered))
    assert (sizes, remembered) == ([1, 2, 1, 2, 1], {"k4": 4})


@pytest.mark.parametrize("wish", ["", "x" * 200, b"x" * 300, None, True, False, 0, 1, 1.0, 2.5, 10**300])
def test_what_is_plain_and_short_may_be_remembered(wish: object) -> None:
    assert memory.is_short(wish) is True


@pytest.mark.parametrize("wish", ["x" * 201, 0.0, -0.0, (), [], {}, Size(1, 1)])
def test_what_is_long_or_no_plain_value_is_not_remembered(wish: object) -> None:
    assert memory.is_short(wish) is False


# ---- what a rule limits is written again


def settled(target: Target, *asked: dict[str, Any]) -> list[dict[str, Any] | None]:
    """The requests of one prepared form, each as the interpreter's also the second time, None if it gives no answer."""
    wishes, policy = [asked_of(Intent(**fields), target) for fields in asked], policy_of(ALL)
    forms = [writer(as_served(target), with_raw=raw) for raw in (False, True)]
    requests: list[dict[str, Any] | None] = []
    for wish in [*wishes, *wishes]:
        found = said(lambda: written(forms[bool(wish.raw)], wish, target, policy))  # noqa: B023
        expected = solved(wish, target, policy)
        assert found in (None, said(lambda: expected))  # noqa: B023
        requests.append(None if found is None else expected.request)
    assert requests[: len(wishes)] == requests[len(wishes) :]
    return requests[: len(wishes)]


QUALITY = Param("quality", Field.quality, Words({"low": "low", "high": "high"}))
LEVEL = Native("level", Int(0, 9))
SEEDED = {"seed": PRESENT}
IMAGES = Pictures("images", (Image("url"),), max=3)
PIXELS = WidthHeight("w", "h", Grid(Int(64, 2048, multiple_of=8)))
HALF = {"w": Int(max=512), "h": Int(max=512)}
HIGH = {"quality": OneOf("high")}


@pytest.mark.parametrize(
    ("rows", "rules", "asked", "requests"),
    [
        (
            (SEED, STEPS),
            [Rule(SEEDED, {"steps": Int(max=5)}, "few")],
            [{"seed": 1, "steps": 9}, {"steps": 9}, {"seed": 1, "steps": 5}, {"seed": 1, "steps": 8}],
            [{"seed": 1, "steps": 5}, {"steps": 9}, {"seed": 1, "steps": 5}, {"seed": 1, "steps": 5}],
        ),
        (
            (SEED, COUNT),
            [Rule(SEEDED, {"n": Int(max=5)}, "few")],
            [{"seed": 1, "n": 8}, {"seed": 1, "n": 4}, {"n": 8}],
            [{"seed": 1, "n": 5}, {"seed": 1, "n": 4}, {"n": 8}],
        ),
        (
            (SEED, PIXELS),
            [Rule(SEEDED, HALF, "small")],
            [
                {"seed": 1, "size": "1024x512"},
                {"seed": 1, "aspect_ratio": "16:9"},
                {"seed": 1, "aspect_ratio": "1:1"},
                {"seed": 1, "aspect_ratio": "1:1", "resolution": "512"},
                {"size": "1024x512"},
            ],
            [
                {"seed": 1, "w": 512, "h": 256},
                {"seed": 1, "w": 512, "h": 288},
                {"seed": 1, "w": 512, "h": 512},
                {"seed": 1, "w": 512, "h": 512},
                {"w": 1024, "h": 512},
            ],
        ),
        (
            (SEED, PIXELS, QUALITY),
            [Rule(SEEDED, HALF, "small"), Rule(HIGH, {"w": Int(max=256), "h": Int(max=256)}, "smaller")],
            [
                {"seed": 1, "size": "1024x512"},
                {"quality": "high", "size": "1024x512"},
                {"seed": 1, "quality": "high", "size": "1024x512"},
            ],
            [
                {"seed": 1, "w": 512, "h": 256},
                {"quality": "high", "w": 256, "h": 128},
                {"seed": 1, "quality": "high", "w": 256, "h": 128},
            ],
        ),
        (
            (SEED, QUALITY, STEPS),
            [Rule(SEEDED, {"steps": Int(max=5)}, "seeded"), Rule(HIGH, {"steps": Int(max=5)}, "fine")],
            [{"seed": 1, "steps": 9}, {"quality": "high", "steps": 9}],  # the same limit for another reason
            [{"seed": 1, "steps": 5}, {"quality": "high", "steps": 5}],
        ),
        (
            (SEED, QUALITY, STEPS),
            [Rule(SEEDED, {"steps": Int(max=5)}, "few"), Rule(HIGH, {"steps": Int(max=3)}, "few")],
            [{"seed": 1, "steps": 9}, {"quality": "high", "steps": 9}],  # another limit for the same reason
            [{"seed": 1, "steps": 5}, {"quality": "high", "steps": 3}],
        ),
        (
            (SEED, Param("user", Field.user, Text())),
            [Rule(SEEDED, {"user": Text(max_length=3)}, "short")],
            [{"seed": 1, "user": "x" * 300}, {"seed": 1, "user": "y" * 300}, {"seed": 1, "user": "abcd"}],
            [{"seed": 1, "user": "xxx"}, {"seed": 1, "user": "yyy"}, {"seed": 1, "user": "abc"}],
        ),
        (
            (SEED, STEPS, COUNT),
            [
                Rule(SEEDED, {"steps": Int(max=5)}, "few"),
                Rule({"steps": Int(max=5)}, {"n": Int(max=2)}, "fewer"),
            ],
            [{"seed": 1, "steps": 9, "n": 8}, {"seed": 1, "n": 8}],
            [{"seed": 1, "steps": 5, "n": 2}, {"seed": 1, "n": 8}],
        ),
        (
            (SEED, STEPS),
            [Rule(SEEDED, {"steps": ABSENT}, "none")],
            [{"seed": 1, "steps": 9}, {"seed": 1}],
            [{"seed": 1}, {"seed": 1}],
        ),
        (
            (SEED, Param("cfg", Field.guidance, Num(0, 9))),
            [Rule(SEEDED, {"cfg": Num(0, 1)}, "few")],
            [{"seed": 1, "guidance": wish} for wish in (0, 0.0, -0.0, 1, 2.5)],
            [{"seed": 1, "cfg": value} for value in (0, 0, 0, 1, 1)],
        ),
        (
            (SEED, IMAGES, STYLES),
            [Rule(SEEDED, {"images": Count(0, 1)}, "one")],
            [{"seed": 1, "references": [URL, URL, Reference(url=URL, role="style")]}, {"seed": 1, "references": [URL]}],
            [{"seed": 1, "images": [URL], "styles": [URL]}, {"seed": 1, "images": [URL]}],
        ),
        (
            (SEED, LEVEL),
            [Rule({"level": PRESENT}, {"seed": Int(max=5)}, "low"), Rule(SEEDED, {"level": Int(max=5)}, "few")],
            [
                {"seed": 3, "provider_options": {"acme": {"level": 4}}},
                {"seed": 9, "provider_options": {"acme": {"level": 4}}},  # a raw wire is not written again
                {"seed": 9},
                {"seed": 3, "provider_options": {"acme": {"level": 9}}},
            ],
            [{"seed": 3, "level": 4}, None, {"seed": 9}, None],
        ),
        (
            (SEED, LEVEL),
            [Rule({"level": PRESENT}, {"seed": Int(max=5)}, "low")],
            [{"seed": 12, "provider_options": {"acme": {"level": 4}}}],
            [{"seed": 0, "level": 4}],
        ),
        (
            (SEED, STEPS, QUALITY),
            [AtMost(("seed", "steps"), 1, "one")],
            [{"seed": 1, "steps": 9}, {"seed": 1, "quality": "low"}, {"steps": 9}],
            [{"seed": 1}, {"seed": 1, "quality": "low"}, {"steps": 9}],
        ),
        (
            (SEED, evolve(LEVEL, default=9)),
            [Rule(SEEDED, {"level": Int(max=5)}, "few")],
            [{"seed": 1}, {}],  # something that is not asked must be sent
            [None, {}],
        ),
        (
            (SEED, evolve(STEPS, default=9)),
            [Rule(SEEDED, {"steps": Int(max=5)}, "few")],
            [{"seed": 1}, {"seed": 1, "steps": 9}],
            [None, {"seed": 1, "steps": 5}],
        ),
        (
            (SEED, evolve(PIXELS, required=True)),
            [Rule(SEEDED, HALF, "small")],
            [{"seed": 1}, {"seed": 1, "size": "1024x512"}],
            [None, {"seed": 1, "w": 512, "h": 256}],
        ),
        (
            (
                SEED,
                STEPS,
                QUALITY,
                Sizes(
                    (Sides("w", "h", Pairs(["9x9", "8x8"])),),
                    default={"w": 9, "h": 9},
                    default_when={"steps": PRESENT},
                ),
            ),
            [Rule(HIGH, {"seed": Int(max=5)}, "low")],
            [
                {"seed": 12, "quality": "high"},
                {"seed": 12, "quality": "high", "steps": 3},  # the pixels depend on it
                {"seed": 3, "quality": "high", "steps": 3},
            ],
            [{"seed": 0, "quality": "high"}, None, {"seed": 3, "steps": 3, "quality": "high"}],
        ),
        (
            (SEED, STEPS, QUALITY, Native("hint", Text(), default="x", default_when={"steps": Int(6)})),
            [Rule(SEEDED, {"steps": Int(max=5)}, "few"), Rule({"hint": PRESENT}, {"quality": ABSENT}, "none")],
            [{"seed": 1, "steps": 9, "quality": "low"}, {"steps": 9, "quality": "low"}],
            [{"seed": 1, "steps": 5, "quality": "low"}, {"steps": 9, "quality": "low"}],
        ),
    ],
)
def test_what_a_rule_limits(
    rows: tuple[Row, ...], rules: list[AnyRule], asked: list[dict[str, Any]], requests: list[dict[str, Any] | None]
) -> None:
    assert settled(table(*rows, rules=rules), *asked) == requests


def test_a_size_that_other_wires_enlarge_is_solved_next_to_them() -> None:
    wires: list[dict[str, Any]] = [{"more": True}, {"scale": 2}, {"to_w": 96}, {"to_h": 96}]
    options = [{"provider_options": {"acme": wire}} for wire in wires]
    assert settled(ENLARGED, {"size": "64x64"}, {}, *options) == [{"w": 64, "h": 64}, {}, *wires]
    for shape in ({"size": "64x64"}, {"aspect_ratio": "1:1"}, {"resolution": "1K"}):
        assert settled(ENLARGED, *({**shape, **option} for option in options)) == [None] * 4


def needs_of(target: Target, *asked: dict[str, Any]) -> list[list[str]]:
    """Where something is missing in what one prepared form writes for each wish, the same the second time."""
    write = writer(as_served(target))
    found = []
    for fields in [*asked, *asked]:
        draft = write(asked_of(Intent(**fields), target))
        assert draft is not None
        found.append([need.at for need in draft[2]])
    assert settled(target, *asked)
    assert found[: len(asked)] == found[len(asked) :]
    return found[: len(asked)]


def test_what_is_missing_is_told_each_time() -> None:
    user = Param("user", Field.user, Text(), required=True)
    every: list[dict[str, Any]] = [{}, {"prompt": "a"}, {"user": "me"}, {"prompt": "a", "user": "me"}]
    assert needs_of(table(PROMPT, user), *every) == [["prompt", "user"], ["user"], ["prompt"], []]
    own = table(PROMPT, Native("level", Int(0, 9), required=True), STEPS)
    assert needs_of(own, {"prompt": "a"}, {"steps": 3}) == [
        ["provider_options.acme.level"],
        ["prompt", "provider_options.acme.level"],
    ]


def test_what_a_rule_misses_is_found_out_each_time() -> None:
    one_of_two = Between(("user", "steps"), 1, 1, "one of them")
    target = table(Param("user", Field.user, Text()), STEPS, SEED, rules=[one_of_two])
    every: list[dict[str, Any]] = [{}, {"user": "me"}, {"seed": 1}, {"steps": 3}]
    assert needs_of(target, *every) == [["user"], [], ["user"], []]
    fetched = table(PROMPT, Pictures("images", (Image("data"),), max=2))
    pictures: list[dict[str, Any]] = [{"references": [url]} for url in (URL, f"{URL}?again")]
    assert needs_of(fetched, {"prompt": "a", **pictures[0]}, *pictures) == [
        ["references[0]"],
        ["references[0]", "prompt"],
        ["references[0]", "prompt"],
    ]


def test_a_raw_wire_that_is_not_known_to_work_is_solved() -> None:
    target = table(Native("style", OneOf("oil", open=True)), Native("tiles", Int(1)))
    every = [{"provider_options": {"acme": wires}} for wires in ({"style": "oil"}, {"style": "ink"}, {"tiles": 9})]
    assert settled(target, *every) == [{"style": "oil"}, None, {"tiles": 9}]


def test_a_text_that_is_not_ascii_is_written_as_it_is() -> None:
    assert settled(table(PROMPT), {"prompt": "\u00e9"}) == [{"prompt": "\u00e9"}]


def test_what_a_rule_takes_away_may_be_lacking() -> None:
    mask = Param("mask", Field.mask, Image("url"), required=True)
    target = table(SEED, mask, rules=[Rule(SEEDED, {"mask": Image("data")}, "sent whole")])
    (request,) = settled(target, {"seed": 1, "mask": URL})
    assert request is not None


def test_what_was_written_within_limits_is_remembered() -> None:
    rule = Rule(SEEDED, {"steps": Int(max=5), "w": Int(max=512), "user": Text(max_length=3)}, "few")
    target = table(SEED, STEPS, PIXELS, Param("user", Field.user, Text()), rules=[rule])
    groups = grouping.Groups(as_served(target))
    settle = settling.Settling(groups, target.rules_by_trigger, ())

    def settle_one(**asked: Any) -> list[grouping.Written]:
        fields = Intent(seed=1, **asked).given
        flat: dict[str, object] = {}
        for group in groups.every:
            wishes = {name: fields[name] for name in group.names if name in fields}
            for wires in groups.written(group, wishes).wires if wishes else ():
                flat |= wires
        answer = settle(fields, flat, {}, [], 0, None, None)
        assert answer is not None
        return answer[0]

    for wish in ({"steps": 9}, {"size": "1024x512"}, {"aspect_ratio": "16:9", "resolution": "1K"}, {"user": "abcd"}):
        assert [one.wishes for one in settle_one(**wish)] == [Intent(**wish).given]
        assert settle_one(**wish)[0] is settle_one(**wish)[0]
    assert settle_one(user="x" * 201)[0] is not settle_one(user="x" * 201)[0]
    every = settle_one(user="abcd", size="1024x512", steps=9)
    assert [one.row for one in every] == [1, 2, 3]
    assert [one.wires for one in every] == [({"steps": 5},), ({"w": 512, "h": 256},), ({"user": "abc"},)]


class Signed(Row):
    """A row of one's own that writes the provider beside the name."""

    fields = ("user",)
    wires = ("by",)

    def emit(self, asked: Wishes, limits: Limits, provider: str) -> dict[str, object]:
        return {} if limits.of("by") else {"by": f"{provider}: {asked['user']}"}

    def always(self, limits: Limits, provider: str) -> dict[str, object]:
        return {"by": f"{provider} within {len(limits.of('by'))}"} if self.required else {}

    def write_forced(self, wire: str, default: object, limits: Limits, provider: str) -> dict[str, object]:
        return {wire: f"{provider} by a rule"}

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[Reading]:
        if str(flat.get("by", "")).startswith(f"{provider}: "):
            yield "user", str(flat["by"]).removeprefix(f"{provider}: "), ("by",)


class Sealed(Signed):
    """The same where it is always sent."""

    required = True


@pytest.mark.parametrize(
    ("row", "asked", "requests"),
    [
        (Signed(), [{"user": "me"}, {"seed": 3}], [{"by": "acme: me"}, None]),
        (Sealed(), [{"user": "me"}, {}], [{"by": "acme: me"}, {"by": "acme within 0"}]),
    ],
)
def test_a_row_of_one_s_own_is_told_the_provider(
    row: Row, asked: list[dict[str, Any]], requests: list[dict[str, Any] | None]
) -> None:
    target = table(row, SEED, rules=[Rule({"seed": Int(3)}, {"by": PRESENT}, "signed")])
    assert settled(target, *asked) == requests


def test_what_a_row_of_one_s_own_is_forced_to_write() -> None:
    rule = Rule({"seed": PRESENT}, {"by": PRESENT}, "signed")
    assert asked_for(table(Signed(), SEED, rules=[rule]), seed=3) == {"seed": 3, "by": "acme by a rule"}
    assert asked_for(table(Signed(), SEED, rules=[rule]), seed=3, user="me") == {"seed": 3, "by": "acme by a rule"}
    assert asked_for(table(Sealed(), SEED, rules=[rule]), seed=3) == {"by": "acme within 1", "seed": 3}


def asked_for(target: Target, **fields: Any) -> dict[str, object]:
    """The request of the interpreter."""
    request: dict[str, object] = solved(asked_of(Intent(**fields), target), target, policy_of(ALL)).request
    return request


# ---- how the verbs use it


def often(call: Callable[[], Any]) -> list[Any]:
    return [call() for _ in range(2 * translation.READ_AFTER + 2)]


def test_a_target_is_prepared_when_it_is_used_often() -> None:
    target = TABLE.but(name="acme/often")
    wish, request = Intent("a", n=2), {"mode": "fast", "prompt": "a", "deep": {"n": 2}}
    assert all(done.request == request for done in often(lambda: to_request(wish, target)))
    assert often(lambda: to_intent(request, target)) == [wish] * (2 * translation.READ_AFTER + 2)
    done = often(lambda: convert(request, source=target, target=OTHER))[-1]
    assert done == converted(request, source=target, target=OTHER, policy=SAFE)
    assert {"write", "hear", "right", "pairs"} <= set(target.prepared)
    assert target.but(note="another").prepared == pickle.loads(pickle.dumps(target)).prepared == {}


@frozen
class Tenths(Int):
    """A number that the vendor counts in tenths."""

    def encode(self, asked: object) -> int | None:
        number = super().encode(asked)
        return None if number is None else number * 10

    def decode(self, value: object) -> int | None:
        number = super().decode(value)
        return None if number is None else number // 10

    def fault(self, value: object) -> Fault | None:
        return super().fault(value) or (Fault("off_grid", "in tenths") if is_whole(value) and value % 10 else None)


def test_a_number_of_a_class_of_one_s_own_says_itself_what_is_read_and_written() -> None:
    target = table(PROMPT, Param("steps", Field.steps, Tenths(0, 1000)), name="acme/tenths")
    request = {"prompt": "a", "steps": 50}
    assert {str(done.request) for done in often(lambda: to_request(Intent("a", steps=5), target))} == {str(request)}
    assert {done.steps for done in often(lambda: to_intent(request, target))} == {5}
    assert {len(done) for done in often(lambda: check(request, target))} == {0}
    assert {done[0].code for done in often(lambda: check({**request, "steps": 55}, target))} == {"off_grid"}


def converted_often(request: dict[str, Any], source: Target, target: Target = OTHER) -> Translation:
    """The translation of a request that is converted often, the same each time as by the interpreter."""
    expected = converted(request, source=source, target=target, policy=SAFE)
    every = often(lambda: convert(request, source=source, target=target))
    assert every == [expected] * len(every)
    return expected


def test_a_source_remembers_so_many_targets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "_MOST_PAIRS", 2)
    source = TABLE.but(name="acme/pairs")
    targets = [OTHER.but(name=f"other/{number}") for number in range(5)]
    for at, target in enumerate(targets):
        done = converted_often({"mode": "fast", "prompt": "a", "deep": {"n": 2}}, source, target)
        assert done.request == {"text": "a", "count": 2}
        assert [*source.prepared["pairs"]] == targets[at - at % 2 : at + 1]


def test_a_default_that_depends_on_a_field_is_found_each_time() -> None:
    count = Param("n", Field.n, Int(1, 8), default=4, default_when={"steps": PRESENT})
    source = table(PROMPT, count, STEPS)
    assert converted_often({"prompt": "a", "steps": 5}, source).request == {"text": "a", "count": 4}
    assert converted_often({"prompt": "a", "steps": 5, "n": 3}, source).request == {"text": "a", "count": 3}
    assert converted_often({"prompt": "a"}, source).request == {"text": "a"}


def test_a_long_word_of_a_shape_is_not_remembered() -> None:
    words = {"x" * length: "512x256" for length in (200, 201)}
    source = table(PROMPT, Sizes((Presets("shape", words),)))
    for word in words:
        done = converted_often({"prompt": "a", "shape": word}, source)
        assert done.request == {"text": "a", "width": 512, "height": 256}
    (pair,) = source.prepared["pairs"].values()
    assert [key for ((_, _, key),) in pair.shapes] == ["x" * 200]


def test_changes_wait_until_they_are_read() -> None:
    target = TABLE.but(name="acme/late")
    intent = Intent("a", guidance=21)
    late = often(lambda: to_request(intent, target, allow=ALL))[-1]
    assert isinstance(late, Translation)
    assert "changes" not in late.__dict__
    twins = [copy.copy(late), copy.deepcopy(late), pickle.loads(pickle.dumps(late))]
    assert [change.became for change in late.changes] == [20]
    assert late.changes is late.changes
    assert twins == [late] * 3
    with pytest.raises(AttributeError, match="'Translation' object has no attribute 'change'"):
        _ = late.change  # type: ignore[attr-defined]


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_MOST", 3)
    assert not differ()
    write = writer(as_served(TABLE))
    for number in range(100):
        draft = write(Asked({"prompt": "a", "guidance": 21 + number}, {}))
        assert draft is not None
        assert draft[0]["cfg"] == 20


def test_what_a_caller_does_to_a_request_stays_there() -> None:
    target = TABLE.but(name="acme/apart")
    first, *_, last = often(lambda: to_request(Intent("a", references=[URL], n=3), target).request)
    assert isinstance(last, dict)
    last["images"].append("x")
    last["deep"]["n"] = 0
    assert to_request(Intent("a", references=[URL], n=3), target).request == first


def test_equal_numbers_of_other_types_are_not_mixed_up() -> None:
    write = writer(as_served(TABLE))
    values: list[Any] = [20, 20.0, True, 1, 1.0, 0.0, -0.0]
    for value in [*values, *reversed(values)]:
        found = write(Asked({"guidance": value}, {}))
        exact = solved(Asked({"guidance": value}, {}), TABLE, policy_of(ALL))._flat
        assert found is not None
        assert repr(found[0].get("cfg")) == repr(exact.get("cfg"))


def test_a_default_or_more_is_read_by_the_interpreter() -> None:
    target = TABLE.but(name="acme/read")
    request = {"mode": "fast", "prompt": "a", "turbo": True, "steps": 10}
    often(lambda: to_intent(request, target))
    hear = target.prepared["hear"]
    bodies: list[Any] = [request, {**request, "w": 64}, {**request, "zz": 1}, {**request, "steps": 9}, [], None]
    for body in bodies:
        heard = hear(body)
        if isinstance(body, dict):
            again = parsed(body, target)
            assert heard is None or translation.intent_of_heard(heard, target) == again
    assert hear({**request, "steps": 9}) is None
    assert to_intent(request, target, defaults=True) == parsed(request, target, defaults=True)
    assert isinstance(hear(request), hearing.Heard)


def test_threads_may_write_at_the_same_time() -> None:
    target = TABLE.but(name="acme/threads")
    wrong: list[object] = []
    expected = {
        n: solved(asked_of(Intent("a", n=n, steps=60), target), target, policy_of(ALL)).request for n in range(1, 9)
    }

    def work(offset: int) -> None:
        for turn in range(200):
            n = (turn + offset) % 8 + 1
            done = to_request(Intent("a", n=n, steps=60), target, allow=ALL)
            if done.request != expected[n]:
                wrong.append((n, done.request))

    threads = [threading.Thread(target=work, args=(offset,)) for offset in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_refusal_is_the_same() -> None:
    target: Target = TABLE.but(name="acme/refuses")
    for policy in (policy_of(()), Policy("dropped"), Policy(guidance=())):
        wish = asked_of(Intent("a", guidance=30, user="me"), target)
        expected = said(lambda: solved(wish, target, policy))  # noqa: B023
        assert said(lambda: written(writer(as_served(target)), wish, target, policy)) in (expected, None)  # noqa: B023


# ---- what it leaves to the interpreter


def drafts(target: Target, **fields: Any) -> list[bool]:
    """Whether the prepared form answers a wish, without raw wires and with them; then as the interpreter does."""
    wish = asked_of(Intent(**fields), target)
    forms = [writer(as_served(target), with_raw=raw) for raw in (False, True)]
    found = [said(lambda: written(form, wish, target, policy_of(ALL))) for form in forms]  # noqa: B023
    assert all(one in (None, said(lambda: solved(wish, target, policy_of(ALL)))) for one in found)
    return [one is not None for one in found]


def test_a_shape_that_moves_to_other_wires_is_solved() -> None:
    shape = Sizes((ShapeWords("ratio", ("1:1", "16:9")), Sides("w", "h", Grid(Int(64, 2048, multiple_of=8)))))
    target = table(PROMPT, SEED, shape, rules=(Rule({"seed": PRESENT}, {"ratio": ABSENT}, "seeds want pixels"),))
    assert drafts(target, prompt="a", aspect_ratio="16:9") == [True, True]
    assert drafts(target, prompt="a", aspect_ratio="16:9", seed=5) == [False, False]
    done = often(lambda: to_request(Intent("a", aspect_ratio="16:9", seed=5), target).request)
    assert done == [{"prompt": "a", "seed": 5, "w": 1280, "h": 720}] * len(done)


def test_what_a_rule_limits_is_solved_next_to_what_changes_a_default() -> None:
    count = Param("n", Field.n, Int(1, 8), default=4, default_when={"steps": PRESENT})
    rule = Rule({"quality": PRESENT}, {"seed": Int(max=9)}, "few seeds")
    target = table(count, STEPS, SEED, Param("quality", Field.quality, Words({"low": "low"})), rules=(rule,))
    assert drafts(target, seed=7, steps=5) == [True, True]
    assert drafts(target, seed=12, quality="low") == [True, True]
    assert drafts(target, seed=12, quality="low", steps=5) == [False, False]
    done = often(lambda: to_request(Intent(seed=12, quality="low", steps=5), target, allow=ALL))[-1]
    assert isinstance(done, Translation)
    assert (done.request, done.count) == ({"steps": 5, "seed": 2, "quality": "low"}, 4)


def test_a_count_on_two_rows() -> None:
    pair = Alternatives(Field.n, (Alternative({"pair": True}, means=2),))
    target = table(PROMPT, Param("n", Field.n, Int(1, 4), default=1), pair)
    assert [drafts(target, prompt="a", n=n) for n in range(1, 6)] == [[True, True]] * 5
    assert drafts(target, prompt="a") == [True, True]
    done = often(lambda: to_request(Intent("a", n=2), target, allow=ALL))[-1]
    assert isinstance(done, Translation)
    assert (done.request, done.count) == ({"prompt": "a", "n": 2, "pair": True}, 2)


def test_a_required_row_of_one_s_own_may_say_nothing_of_its_absence() -> None:
    class Tag(Row):
        required = True
        fields = ("user",)
        wires = ("tag",)

        def emit(self, asked: Wishes, limits: Limits, provider: str) -> dict[str, object]:
            return {"tag": f"by {asked['user']}"}

    target = table(PROMPT, Tag())
    assert drafts(target, prompt="a") == drafts(target, prompt="a", user="me") == [True, True]
    for intent, request in ((Intent("a"), {}), (Intent("a", user="me"), {"tag": "by me"})):
        done = often(lambda: to_request(intent, target, allow=ALL))[-1]  # noqa: B023
        assert isinstance(done, Translation)
        assert (done.request, done.needs) == ({"prompt": "a", **request}, ())
