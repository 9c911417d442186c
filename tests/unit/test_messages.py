"""What people read where something is wrong, or had to change: whole lines, as a native reader would write them."""

from __future__ import annotations

from typing import Any

import pytest

from imgparams import ALL, Intent, Invalid, Reference, Refused, check, convert, plan, to_request
from imgparams.tables import (
    PRESENT,
    Const,
    Content,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Record,
    Row,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    SizeText,
    Slots,
    Text,
    TextPart,
    WidthHeight,
)
from tests.unit.tables import COUNT, PNG, PROMPT, URL, table

SIDES = WidthHeight("width", "height", each=Int(32, 1536, multiple_of=8))
NETS = Native("nets", ListOf(Record({"id": Text(), "weight": Num(0, 1)}, required=["id"]), max=2))
LINKS = Pictures("images", (Image("url"),), max=16)
FILES = Pictures("images", (Image("file"),), max=16)

PROBLEMS: list[tuple[Row, dict[str, Any], str]] = [
    (SIDES, {"width": 2000, "height": 64}, "out_of_range at width: a multiple of 8 from 32 to 1536 (got 2000)"),
    (SIDES, {"width": 33, "height": 64}, "off_grid at width: a multiple of 8 from 32 to 1536 (got 33)"),
    (SIDES, {"width": 64}, "incomplete at width: height is missing (got 64)"),
    (COUNT, {"num_images": 9}, "out_of_range at num_images: a whole number from 1 to 8 (got 9)"),
    (COUNT, {"num_images": [None]}, "wrong_type at num_images: a whole number from 1 to 8 (got [null])"),
    (PROMPT, {}, "missing at prompt: required: text of at most 1000 characters"),
    (Native("speed", OneOf("quick")), {"speed": "slow"}, 'not_allowed at speed: only quick (got "slow")'),
    (Native("hd", Flag()), {"hd": 1}, "wrong_type at hd: true or false (got 1)"),
    (Const("model", "muse-2"), {"model": "muse-1"}, 'not_allowed at model: always muse-2 (got "muse-1")'),
    (
        NETS,
        {"nets": [{"id": "a", "wieght": 1}]},
        "unknown_field at nets[0].wieght: no such key; known are id, weight; did you mean 'weight'? (got 1)",
    ),
    (NETS, {"nets": [{}]}, "missing at nets[0].id: required: text"),
    (NETS, {"nets": 1}, "wrong_type at nets: a list of up to 2 objects with the keys id and weight (got 1)"),
    (
        NETS,
        {"nets": [{"id": "a"}] * 3},
        "too_many at nets: a list of up to 2 objects with the keys id and weight; there are 3 "
        '(got [{"id": "a"}, {"id": "a"}, {"id": "a"}])',
    ),
    (
        Native("headers", Record({}, open=True, no_secrets=True)),
        {"headers": {"cookie": "x"}},
        "credential at headers.cookie: credentials are not accepted here",
    ),
    (LINKS, {"images": [URL] * 17}, "too_many at images: up to 16 URLs; there are 17"),
    (FILES, {"images": "a"}, 'wrong_type at images: a list with up to 16 files (got "a")'),
    (
        Pictures("images", (Image("url"),), min=1, max=3),
        {"images": []},
        "out_of_range at images: 1 to 3 URLs (got [])",
    ),
    (Slots("image", part=Image("url", "data")), {"image": 1}, "wrong_type at image: a URL or a data URL (got 1)"),
    (
        Slots("image", part=Part(Image("base64"), {"data": "{image}", "type": "{media_type}"}, typed=True)),
        {"image": {"data": "AAAA"}},
        'incomplete at image: the media type is missing (got {"data": "AAAA"})',
    ),
    (
        Content("input", (TextPart(Field.prompt), Part(Image("url"))), max=1, requires=[Field.prompt]),
        {"input": []},
        "missing at input: required: prompt",
    ),
    (
        SizeText("size", ["64x64", "96x64"], auto="auto"),
        {"size": "1x1"},
        'not_allowed at size: one of auto, 64x64, 96x64 (got "1x1")',
    ),
    (
        SizeText("size", Grid(Int(max=3840, multiple_of=16))),
        {"size": "1000x304"},
        'off_grid at size: the width must be a multiple of 16 up to 3840 (got "1000x304")',
    ),
    (
        Sizes((ShapeWords("ratio", ("1:1", "2:1"), "tier", ("1K", "2K"), {("1:1", "2K"): "8x8"}, listed=True),)),
        {"ratio": "2:1", "tier": "2K"},
        'not_allowed at tier: 2:1 is not offered at 2K (got "2K")',
    ),
]


@pytest.mark.parametrize(("row", "request_", "text"), PROBLEMS, ids=[text.partition(":")[0] for _, _, text in PROBLEMS])
def test_a_problem_of_a_request(row: Row, request_: dict[str, Any], text: str) -> None:
    (problem,) = check(request_, table(row))
    assert str(problem) == f"error {text}"


def test_what_the_vendor_changes_is_a_warning() -> None:
    steps = Native("steps", Int(0, 40, multiple_of=10), accepts=Int(0, 40))
    (problem,) = check({"steps": 5}, table(steps))
    assert (
        str(problem)
        == "warning altered at steps: accepted, but the vendor changes it to a multiple of 10 from 0 to 40 (got 5)"
    )


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (
            {"unknown": "refused"},
            "error unknown_field at promt: acme/muse has no such field; did you mean 'prompt'? (got 1)",
        ),
        (
            {},
            "warning unknown_field at promt: acme/muse documents no such field, and not what it does with one; "
            "did you mean 'prompt'? (got 1)",
        ),
        (
            {"unknown": "ignored"},
            "warning ignored at promt: acme/muse ignores unknown fields; did you mean 'prompt'? (got 1)",
        ),
    ],
)
def test_an_unknown_field(facts: dict[str, Any], text: str) -> None:
    (problem,) = check({"prompt": "a", "promt": 1}, table(PROMPT, **facts))
    assert str(problem) == text


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"status": "retired", "retired": "2026-10-01"}, "warning retired: acme/muse was retired on 2026-10-01"),
        ({"status": "retired"}, "warning retired: acme/muse is retired"),
        ({"status": "deprecated"}, "warning deprecated: acme/muse is deprecated"),
        (
            {"status": "deprecated", "retired": "2027-01-01"},
            "warning deprecated: acme/muse is deprecated and ends on 2027-01-01",
        ),
    ],
)
def test_a_problem_of_the_whole_request_has_no_place(facts: dict[str, Any], text: str) -> None:
    (problem,) = check({"prompt": "a"}, table(PROMPT, **facts))
    assert str(problem) == text


BAD_ROWS: list[tuple[Row, str]] = [
    (Native("effort", OneOf("quick"), default="normal"), 'effort: the default "normal" is none of: quick'),
    (Native("n", Int(1, 4), default=9), "n: the default 9 is not a whole number from 1 to 4"),
    (
        Native("n", Int(1, 4), default=1, default_when={"x": PRESENT}, default_else=9),
        "n: the default 9 is not a whole number from 1 to 4",
    ),
    (
        Native("n", Int(1, 4), default=1, default_else=2),
        "n: default_else needs a default with one condition in default_when",
    ),
    (
        Native("n", Int(1, 4), default=1, default_when={"x": PRESENT, "y": PRESENT}, default_else=2),
        "n: default_else needs a default with one condition in default_when",
    ),
    (
        Native("n", Int(1, 4), default_when={"x": PRESENT}, default_else=2),
        "n: default_else needs a default with one condition in default_when",
    ),
    (Param("ratio", Field[Any]("aspect_ratio"), Text()), "ratio: size, aspect_ratio and resolution need a Sizes row"),
    (
        Param("image", Field[Any]("references"), Image("url")),
        "image: references need a row of pictures: Pictures, Slots or Content",
    ),
    (Param("area", Field[Any]("mask"), Text()), "area: a mask needs an Image domain, and no other field takes one"),
    (
        Param("text", Field[Any]("prompt"), Image("id")),
        "text: a mask needs an Image domain, and no other field takes one",
    ),
    (
        Sizes((Sides("w", "h", Grid()),), default={"w": 8, "h": 8}, default_when={"x": OneOf(1)}),
        "the conditions in default_when of sizes are PRESENT or ABSENT",
    ),
    (SizeText("size", ["64x64"], default="9x9"), 'size: the default "9x9" is not legal: only 64x64'),
]


@pytest.mark.parametrize(("row", "text"), BAD_ROWS, ids=[text for _, text in BAD_ROWS])
def test_a_table_that_contradicts_itself(row: Row, text: str) -> None:
    with pytest.raises(Invalid) as caught:
        table(row)
    assert str(caught.value) == f"error bad_table at acme/muse: {text}"


MUSE = table(
    PROMPT,
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1),
    Param("seed", Field.seed, Int(0, 99), unset=(0,)),
    SIDES,
    FILES,
    Param("format", Field.output_format, OneOf("png", "jpeg")),
    Native("hd", Flag(), default=True),
    rules=(Rule({"format": OneOf("jpeg")}, {"hd": OneOf(False)}, "no HD in JPEG"),),
)

CHANGES: list[tuple[dict[str, Any], str]] = [
    ({"quality": "high"}, 'quality: dropped "high" (acme/muse has no such field)'),
    ({"n": 6}, "n: clamped 6 -> 4 (a whole number from 1 to 4; plan() makes several calls)"),
    ({"seed": 0}, 'seed: clamped 0 -> 1 (a whole number from 0 to 99; 0 is the vendor\'s word for "not set")'),
    ({"size": (1920, 1080)}, "size: clamped 1920x1080 -> 1536x864 (each side a multiple of 8 from 32 to 1536)"),
    ({"output_format": "webp"}, 'output_format: dropped "webp" (png or jpeg)'),
    ({"output_format": "jpeg"}, "provider_options.acme.hd: added false (no HD in JPEG)"),
    (
        {"references": [Reference(data=PNG, role="style")]},
        "references: dropped [<72 bytes> (style)] (no field for a picture in the role style)",
    ),
    (
        {"references": [Reference(data=PNG, weight=0.5)]},
        "references: mapped [<72 bytes> (weight 0.5)] -> [<72 bytes>] (no field for the weight of a picture)",
    ),
    (
        {"n": 2, "provider_options": {"acme": {"num_images": 3}}},
        "provider_options.acme.num_images: dropped 3 (the intent sets this field itself)",
    ),
]


@pytest.mark.parametrize(("fields", "text"), CHANGES, ids=[text.partition(" (")[0] for _, text in CHANGES])
def test_a_change(fields: dict[str, Any], text: str) -> None:
    (change,) = to_request(Intent("a", **fields), MUSE, allow=ALL).changes
    assert str(change) == text


def test_what_is_needed_has_its_place_once() -> None:
    done = to_request(Intent("a", references=[URL]), MUSE)
    assert [str(need) for need in done.needs] == ["references[0]: fetch (it must be a file)"]
    with pytest.raises(Invalid) as caught:
        done.http()
    assert str(caught.value) == "error open_need at references[0]: fetch (it must be a file)"


def test_an_answer_that_does_not_fit() -> None:
    done = to_request(Intent("a", references=[URL]), MUSE)
    with pytest.raises(Invalid) as caught:
        done.supply({"references[0]": Reference(url="https://example.com/c.png")})
    assert str(caught.value) == (
        "error open_need at references[0]: this leaves the need open: give its bytes (it must be a file) "
        "(got https://example.com/c.png)"
    )


def test_an_open_path_parameter() -> None:
    with pytest.raises(Invalid) as caught:
        to_request(Intent("a"), table(PROMPT, path="/v1/{deployment}/draw")).http()
    assert str(caught.value) == (
        "error open_need at deployment: the path /v1/{deployment}/draw needs a value for deployment"
    )


def test_a_field_of_the_other_vendor() -> None:
    source = table(PROMPT, Native("glow", Int()), name="other/muse")
    done = convert({"prompt": "a", "glow": 3}, source=source, target=MUSE)
    assert [str(change) for change in done.changes] == [
        "provider_options.other.glow: dropped 3 (a field of other with no portable equivalent)"
    ]


@pytest.mark.parametrize(
    ("fields", "limit", "text"),
    [
        ({"n": 40}, 3, "error too_many at n: 40 images take more than 3 requests of up to 4 (got 40)"),
        (
            {"n": 200, "seed": 7},
            100,
            "error out_of_range at seed: 200 images need 200 seeds in a row: a whole number from 0 to 99 (got 7)",
        ),
    ],
)
def test_a_plan_that_is_refused(fields: dict[str, Any], limit: int, text: str) -> None:
    with pytest.raises(Refused) as caught:
        plan(Intent("a", **fields), MUSE, limit=limit)
    assert str(caught.value).splitlines()[0] == text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"promt": 1}, "error unknown_field at promt: an intent has no such field; did you mean 'prompt'?"),
        ({"n": "two"}, 'error wrong_type at n: a whole number (got "two")'),
        ({"n": 0}, "error out_of_range at n: at least 1 image (got 0)"),
        (
            {"size": (0, 9)},
            "error out_of_range at size: width and height must be from 1 to 2147483647 pixels (got [0, 9])",
        ),
        (
            {"size": "big"},
            'error not_allowed at size: a size is pixels such as "1024x768" or (1024, 768), '
            'or a tier such as "2K" (got "big")',
        ),
        (
            {"size": (64, 64), "aspect_ratio": "2:1"},
            'error conflict at aspect_ratio: contradicts size 64x64 (got "2:1")',
        ),
        (
            {"provider_options": 3},
            "error wrong_type at provider_options: an object of providers, "
            "each with an object of its own fields (got 3)",
        ),
    ],
)
def test_an_intent_that_is_refused(fields: dict[str, Any], text: str) -> None:
    with pytest.raises(Invalid) as caught:
        Intent.of(fields)
    assert str(caught.value) == text
