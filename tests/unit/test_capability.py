"""Capabilities by example: each kind of row, and narrowed by what is chosen."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from imgparams import STRICT, AspectRatio, Capability, Intent, Size, capabilities, find, to_request
from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    TEXT,
    Alternative,
    Alternatives,
    AnyOf,
    Const,
    Content,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    ListOf,
    Mask,
    Model,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Presets,
    Product,
    Quality,
    RatioRange,
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
from tests.unit.tables import PROMPT, table


def told(row: Row) -> list[Capability]:
    return list(capabilities(table(row)).values())


@pytest.mark.parametrize(
    ("row", "facts"),
    [
        (PROMPT, {"field": "prompt", "type": "text", "max": 1000, "required": True}),
        (
            Param("n", Field.n, Int(1, 4, round_down=True), default=2),
            {"type": "range", "min": 1, "max": 4, "default": 2},
        ),
        (Param("seed", Field.seed, Int(0, 9), unset=(0,)), {"min": 1, "max": 9, "step": 1}),
        (Param("keep", Field.strength, Num(0.1, 0.8, flip=True)), {"min": 0.2, "max": 0.9}),
        (
            Param("q", Field.quality, Quality("auto", low="draft", high="hd"), default="hd"),
            {"type": "enum", "values": ("auto", "low", "high"), "default": "high"},
        ),
        (
            Native("turbo", Flag(), note="fast"),
            {"field": "provider_options.acme.turbo", "type": "boolean", "note": "fast"},
        ),
        (Native("mode", OneOf("a", "b"), default="a"), {"type": "enum", "values": ("a", "b"), "default": "a"}),
        (Native("tags", ListOf(Text(), min=1, max=3)), {"type": "list", "min": 1, "max": 3}),
        (Native("lora", Record({"id": Text()})), {"type": "object"}),
        (Native("any", Json()), {"type": "any"}),
        (Native("either", AnyOf(Int(0, 9), OneOf("auto"))), {"type": "range", "max": 9}),
        (Fixed(Field.n, 1), {"field": "n", "type": "enum", "values": (1,), "wires": (), "default": 1}),
        (Product(Field.n, ("a", Int(1, 4)), ("b", Int(1, 5))), {"type": "range", "min": 1, "max": 20}),
        (
            Alternatives(Field.n, (Alternative({"s": "off"}, means=1), Alternative({"s": "on"}, "most", Int(2, 15)))),
            {"type": "range", "min": 1, "max": 15, "wires": ("s", "most")},
        ),
        (
            Alternatives(Field.negative_prompt, (Alternative({"w": -1}, "text", Text(max_length=9)),)),
            {"field": "negative_prompt", "type": "text", "max": 9},
        ),
        (
            Alternatives(Field.quality, (Alternative({"fast": True}, means="low"),)),
            {"type": "enum", "values": ("low",)},
        ),
        (Pictures("images", (Image("url"), Image("data")), min=1, max=3), {"values": ("url", "data"), "max": 3}),
        (Slots("a", "b", part=Image("url")), {"type": "images", "max": 2, "wires": ("a", "b")}),
        (Mask("mask", Image("file"), "marks", {"white": "W"}), {"field": "mask", "values": ("file",), "max": 1}),
        (Param("mask", Field.mask, Image("file", edits="white")), {"type": "images", "values": ("file",)}),
    ],
)
def test_a_row(row: Row, facts: dict[str, Any]) -> None:
    (found,) = told(row)
    assert {name: getattr(found, name) for name in facts} == facts


def test_constants_and_known_models_can_t_be_chosen() -> None:
    assert capabilities(table(Model(), Const("task", "draw"))) == {}


def test_texts_and_pictures_in_one_list() -> None:
    ways = (TextPart(Field.prompt, {"text": TEXT}, Text(max_length=9)), Part(Image("url"), {"url": HOLE}))
    prompt, pictures = told(Content("parts", ways, max=4, requires=(Field.prompt,)))
    assert (prompt.field, prompt.max, prompt.required) == ("prompt", 9, True)
    assert (pictures.field, pictures.max, pictures.required) == ("references", 4, False)


def test_sizes() -> None:
    (size,) = told(WidthHeight("w", "h", each=Int(64, 512, multiple_of=8), default=(256, 128)))
    assert (size.type, size.min, size.max, size.step, size.default) == ("size", 64, 512, 8, Size(256, 128))
    (text,) = told(SizeText("s", ["8x4", "4x8"]))
    assert text.values == (Size(8, 4), Size(4, 8))
    (tied,) = told(SizeText("s", Grid(Int(8), area=(1, 10**6))))
    assert tied.limits == ("each side a whole number from 8 up, at most 1000000 pixels in total",)
    names = ShapeWords("ratio", ("1:1", "auto"), "tier", ("1K",), {("1:1", "1K"): "1024x1024"})
    size, ratio, tier = told(Sizes((names,), default={"tier": "1K"}))
    assert (size.values, tier.values, tier.default) == ((Size(1024, 1024),), ("1K",), "1K")
    assert ratio.values == (AspectRatio("1:1"), AspectRatio("auto"))
    (between,) = told(Sizes((RatioRange("ratio", "1:3", "3:1"),)))
    assert (between.field, between.type) == ("aspect_ratio", "range")
    assert between.values == (AspectRatio("1:3"), AspectRatio("3:1"))
    (either,) = told(Sizes((Presets("s", {"wide": "8x4"}), Sides("s.w", "s.h", Grid(Int(4, 64))))))
    assert (either.values, either.min, either.max, either.wires) == ((Size(8, 4),), 4, 64, ("s", "s.w", "s.h"))


def test_rules_are_told_and_narrow_what_is_left() -> None:
    target = find("leonardo/phoenix-1.0")
    rule = "at most 4 images if a side is over 768"
    assert capabilities(target)["n"].max == 8
    assert rule in capabilities(target)["n"].limits
    large = capabilities(target, given=Intent("a", size="1024x1024"))
    assert (large["n"].max, large["n"].limits) == (4, (rule,))
    assert capabilities(target, given=Intent("a", size="512x512"))["n"].max == 8


def test_what_a_choice_rules_out_is_not_there() -> None:
    target = table(
        PROMPT,
        Param("stream", Field.stream, Flag()),
        Native("audio", Flag()),
        Slots("image", "image_2", part=Image("url")),
        WidthHeight("w", "h", each=Int(64, 2048)),
        rules=(
            Rule({"stream": OneOf(True)}, {"audio": OneOf(False), "image_2": ABSENT, "w": Int(max=512)}, "streamed"),
            Rule({"stream": OneOf(False)}, {"audio": ABSENT, "image": ABSENT, "image_2": ABSENT}, "whole"),
        ),
    )
    found = capabilities(target, given=Intent("a", stream=True, size="1024x1024"))
    assert found["provider_options.acme.audio"].values == (False,)
    assert (found["references"].max, found["size"].max, found["size"].limits[-1]) == (1, 512, "streamed")
    whole = capabilities(target, given=Intent("a", stream=False))
    assert not {"references", "provider_options.acme.audio"} & set(whole)


def test_a_value_that_would_change_what_is_chosen_is_left_out() -> None:
    model = find("openai/gpt-image-1.5")
    assert capabilities(model)["background"].values == ("transparent", "opaque", "auto")
    beside_jpeg = capabilities(model, given=Intent("a", output_format="jpeg"))
    assert beside_jpeg["background"].values == ("opaque", "auto")
    assert capabilities(model, given=Intent("a", background="transparent"))["output_format"].values == ("png", "webp")
    many = capabilities(find("leonardo/phoenix-1.0"), given=Intent("a", size="1024x1024", n=8))
    assert many["n"].max == 4  # what is chosen already contradicts itself: the larger field stays, as to_request has it


@pytest.mark.parametrize(
    ("rows", "rule", "given", "left"),
    [
        (  # a number of a range
            [Param("n", Field.n, Int(1, 8)), Native("fast", Flag())],
            Rule({"n": Int(min=3)}, {"fast": OneOf(False)}, "fast makes two"),
            {"provider_options": {"acme": {"fast": True}}},
            {"n": (1, 2), "provider_options.acme.fast": (False, True)},
        ),
        (  # a flag of the vendor's
            [Param("n", Field.n, Int(1, 8)), Native("fast", Flag())],
            Rule({"fast": OneOf(True)}, {"n": Int(max=2)}, "fast makes two"),
            {"n": 4},
            {"provider_options.acme.fast": (False,)},
        ),
        (  # a size of a list
            [SizeText("size", ["512x512", "1024x1024"]), Param("n", Field.n, Int(1, 8))],
            Rule({"size": OneOf("1024x1024")}, {"n": Int(max=2)}, "two large ones"),
            {"n": 4},
            {"size": (Size(512, 512),)},
        ),
        (  # nothing is left
            [Param("quality", Field.quality, Quality("high")), Param("n", Field.n, Int(1, 8))],
            Rule({"quality": OneOf("high")}, {"n": Int(max=2)}, "two in high quality"),
            {"n": 4},
            {"quality": None},
        ),
    ],
)
def test_what_is_chosen_narrows_what_comes_before_it(
    rows: list[Row], rule: Rule, given: dict[str, Any], left: dict[str, Any]
) -> None:
    found = capabilities(table(PROMPT, *rows, rules=[rule]), given=Intent("a", **given))
    for name, values in left.items():
        if values is None:
            assert name not in found
        elif found[name].type == "range":
            assert (found[name].min, found[name].max) == values
        else:
            assert (found[name].values or (False, True)) == values


def test_what_numbers_count() -> None:
    units = {name: found.unit for name, found in capabilities(find("openai/gpt-image-2")).items()}
    assert {name: units[name] for name in ("prompt", "size", "n", "quality")} == {
        "prompt": "characters",
        "size": "pixels",
        "n": "images",
        "quality": "",
    }


def test_a_form_has_labels_and_help_for_people() -> None:
    taken = capabilities("leonardo/phoenix-1.0")
    assert (taken["n"].label, taken["n"].help) == (
        "number of images",
        "How many pictures; each costs money. From 1 to 8.",
    )
    version = taken["provider_options.leonardo.photoRealVersion"]
    assert (version.label, version.help) == ("photo real version", "One of v1, v2.")
    assert taken["delivery"].help.endswith("Always url.")
    assert taken["mask"].help == "Which part of the picture to change. One image."
    assert capabilities("openai/gpt-image-2")["prompt"].help == "What to draw. From 1 to 32000 characters."
    assert taken["prompt"].help == "What to draw."


def test_a_missing_bound_is_not_stated() -> None:
    taken = capabilities("automatic1111/txt2img")
    assert taken["steps"].not_stated == ("min", "max")
    assert taken["n"].not_stated == ("max",)
    assert taken["prompt"].not_stated == ("max",)
    assert taken["size"].not_stated == ("max",)
    assert taken["provider_options.automatic1111.restore_faces"].not_stated == ()
    assert capabilities("leonardo/phoenix-1.0")["n"].not_stated == ()
    assert capabilities("openai/dall-e-3")["size"].not_stated == ()


def test_a_model_of_free_pixels_suggests_sizes() -> None:
    whole = capabilities("leonardo/phoenix-1.0")["size"]
    assert Size(1280, 720) in whole.suggested
    assert Size(720, 1280) in whole.suggested
    for size in whole.suggested:
        assert to_request(Intent(size=size), "leonardo/phoenix-1.0", allow=STRICT).pixels == size
    wide = capabilities("leonardo/phoenix-1.0", given=Intent(aspect_ratio="16:9"))["size"]
    assert wide.suggested == (Size(1280, 720),)
    chosen = capabilities("leonardo/phoenix-1.0", given=Intent(size="512x512"))["size"]
    assert chosen.suggested == ()
    assert capabilities("openai/dall-e-3")["size"].suggested == ()


# ---- to the letter

FACTS: dict[str, Any] = {"note": "a note", "source": "https://acme.example/a"}
DISPUTED: dict[str, Any] = {**FACTS, "disputed": "others say more"}
ACME = "provider_options.acme."
PICTURE, WORDS = Part(Image("url"), {"url": HOLE}), TextPart(Field.prompt, {"text": TEXT}, Text(max_length=9))
STEPPED = Alternatives(Field.n, (Alternative({"s": "off"}, means=1), Alternative({"s": "on"}, "most", Int(2))))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            Param("text", Field.prompt, Text(min_length=2, max_length=9), required=True, **DISPUTED),
            {"field": "prompt", "type": "text", "min": 2, "max": 9, "required": True, "unit": "characters", **DISPUTED},
        ),
        (Param("t", Field.user, Text()), {"field": "user", "type": "text", "unit": "characters"}),
        (
            Param("t", Field.background, Text()),
            {"field": "background", "type": "text", "unit": "characters", "unverified": True},
        ),
        (
            Param("n", Field.n, Int(1, 4, round_down=True), default=2),
            {"field": "n", "type": "range", "min": 1, "max": 4, "step": 1, "default": 2, "unit": "images"},
        ),
        (
            Param("n", Field.n, Int(2, multiple_of=2)),
            {"field": "n", "type": "range", "min": 2, "step": 2, "unit": "images", "unverified": True},
        ),
        (
            Param("seed", Field.seed, Int(0, 9), unset=(0,), default=0),
            {"field": "seed", "type": "range", "min": 1, "max": 9, "step": 1, "default": 0},
        ),
        (
            Param("seed", Field.seed, Int(max=9)),
            {"field": "seed", "type": "range", "max": 9, "step": 1, "unverified": True},
        ),
        (
            Param("seed", Field.seed, Int(0)),
            {"field": "seed", "type": "range", "min": 0, "step": 1, "unverified": True},
        ),
        (Param("steps", Field.steps, Int(1)), {"field": "steps", "type": "range", "min": 1, "step": 1}),
        (
            Param("keep", Field.strength, Num(0.1, 0.8, flip=True)),
            {"field": "strength", "type": "range", "min": 0.2, "max": 0.9},
        ),
        (Native("w", Num(0.5)), {"field": f"{ACME}w", "type": "range", "min": 0.5}),
        (Native("w", Num(max=2)), {"field": f"{ACME}w", "type": "range", "max": 2}),
        (Native("w", Int(1)), {"field": f"{ACME}w", "type": "range", "min": 1, "step": 1}),
        (
            Param("q", Field.quality, Quality("auto", low="draft", high="hd"), default="hd"),
            {"field": "quality", "type": "enum", "values": ("auto", "low", "high"), "default": "high"},
        ),
        (
            Native("q", OneOf("a", 1, 1.0, True), default="a"),
            {"field": f"{ACME}q", "type": "enum", "values": ("a", 1, True), "default": "a"},
        ),
        (
            Param("f", Field.output_format, OneOf("png", open=True)),
            {"field": "output_format", "type": "enum", "values": ("png",), "unverified": True},
        ),
        (Native("on", Flag(), **FACTS), {"field": f"{ACME}on", "type": "boolean", **FACTS}),
        (Native("on", OneOf(True)), {"field": f"{ACME}on", "type": "enum", "values": (True,)}),
        (
            Native("tags", ListOf(Text(), min=1, max=3)),
            {"field": f"{ACME}tags", "type": "list", "min": 1, "max": 3, "unit": "items"},
        ),
        (Native("tags", ListOf(Text())), {"field": f"{ACME}tags", "type": "list", "unit": "items"}),
        (Native("lora", Record({"id": Text()})), {"field": f"{ACME}lora", "type": "object"}),
        (Native("any", Json()), {"field": f"{ACME}any", "type": "any"}),
        (
            Native("e", AnyOf(Int(0, 9), OneOf("auto"))),
            {"field": f"{ACME}e", "type": "range", "min": 0, "max": 9, "step": 1},
        ),
        (
            Fixed(Field.n, 1),
            {"field": "n", "type": "enum", "wires": (), "values": (1,), "default": 1, "unit": "images"},
        ),
        (
            Product(Field.n, ("a", Int(1, 4)), ("b", Int(1, 5))),
            {"field": "n", "type": "range", "wires": ("a", "b"), "min": 1, "max": 20, "step": 1, "unit": "images"},
        ),
        (
            Product(Field.n, ("a", Int(1, 4)), ("b", Int(1))),
            {
                "field": "n",
                "type": "range",
                "wires": ("a", "b"),
                "min": 1,
                "step": 1,
                "unit": "images",
                "unverified": True,
            },
        ),
        (
            Alternatives(
                Field.n, (Alternative({"s": "off"}, means=1), Alternative({"s": "on"}, "most", Int(2, 15))), **FACTS
            ),
            {
                "field": "n",
                "type": "range",
                "wires": ("s", "most"),
                "min": 1,
                "max": 15,
                "step": 1,
                "unit": "images",
                **FACTS,
            },
        ),
        (
            STEPPED,
            {
                "field": "n",
                "type": "range",
                "wires": ("s", "most"),
                "min": 1,
                "step": 1,
                "unit": "images",
                "unverified": True,
            },
        ),
        (
            Alternatives(Field.negative_prompt, (Alternative({"w": -1}, "text", Text(max_length=9)),)),
            {"field": "negative_prompt", "type": "text", "wires": ("w", "text"), "max": 9, "unit": "characters"},
        ),
        (
            Alternatives(
                Field.quality, (Alternative({"f": True}, means="low"), Alternative({"f": False}, means="high"))
            ),
            {"field": "quality", "type": "enum", "wires": ("f",), "values": ("low", "high")},
        ),
        (
            Pictures("images", (Image("url"), Image("data"), Image("url")), min=1, max=3, **FACTS),
            {
                "field": "references",
                "type": "images",
                "values": ("url", "data"),
                "min": 1,
                "max": 3,
                "unit": "images",
                **FACTS,
            },
        ),
        (
            Pictures("images", (Image("url"),), required=True),
            {
                "field": "references",
                "type": "images",
                "values": ("url",),
                "unit": "images",
                "required": True,
                "unverified": True,
            },
        ),
        (
            Slots("a", "b", part=Image("url")),
            {
                "field": "references",
                "type": "images",
                "wires": ("a", "b"),
                "values": ("url",),
                "max": 2,
                "unit": "images",
            },
        ),
        (
            Mask("mask", Image("file"), "marks", {"white": "W"}),
            {
                "field": "mask",
                "type": "images",
                "wires": ("mask", "marks"),
                "values": ("file",),
                "max": 1,
                "unit": "images",
            },
        ),
        (
            Param("mask", Field.mask, Image("file", edits="white"), required=True),
            {"field": "mask", "type": "images", "values": ("file",), "max": 1, "required": True, "unit": "images"},
        ),
    ],
)
def test_a_row_to_the_letter(row: Row, expected: dict[str, Any]) -> None:
    assert told(row) == [Capability(**{"wires": row.wires, **expected})]


@pytest.mark.parametrize(("requires", "most"), [((Field.prompt,), 4), ((Field.references,), None), ((), 1)])
def test_texts_and_pictures_in_one_list_to_the_letter(requires: Any, most: int | None) -> None:
    other = TextPart(Field.prompt, {"words": TEXT}, Text(max_length=5))
    row = Content("parts", (WORDS, PICTURE, other), max=most, requires=requires, **FACTS)
    assert told(row) == [
        Capability(
            *("prompt", "text", ("parts",), (), None, 9),
            required=Field.prompt in requires,
            unit="characters",
            **FACTS,
        ),
        Capability(
            *("references", "images", ("parts",), ("url",), None, most),
            required=Field.references in requires,
            unit="images",
            unverified=most is None,
            **FACTS,
        ),
    ]


def test_a_slot_that_is_only_read_takes_no_picture() -> None:
    assert told(Slots("a", part=Image("url"), read_only=True)) == []


def test_only_texts_in_one_list() -> None:
    (text,) = told(Content("parts", (TextPart(Field.prompt),), requires=(Field.prompt,)))
    assert text == Capability("prompt", "text", ("parts",), required=True, unit="characters")


RATIOS = ShapeWords("ratio", ("1:1", "auto"), "tier", ("1K",), {("1:1", "1K"): "1024x1024"})
EIGHTS = Int(64, 512, multiple_of=8)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            WidthHeight("w", "h", each=EIGHTS, default=(256, 128), **FACTS),
            [Capability("size", "size", ("w", "h"), (), 64, 512, 8, Size(256, 128), unit="pixels", **FACTS)],
        ),
        (
            SizeText("s", ["8x4", "4x8"], required=True),
            [Capability("size", "size", ("s",), (Size(8, 4), Size(4, 8)), required=True, unit="pixels")],
        ),
        (
            SizeText("s", Grid(Int(8), area=(1, 10**6))),
            [
                Capability(
                    *("size", "size", ("s",), (), 8, None, 1),
                    unit="pixels",
                    limits=("each side a whole number from 8 up, at most 1000000 pixels in total",),
                )
            ],
        ),
        (
            SizeText("s", Grid(Int(8, 64), ratio=("1:2", "2:1"))),
            [
                Capability(
                    *("size", "size", ("s",), (), 8, 64, 1),
                    unit="pixels",
                    limits=(Grid(Int(8, 64), ratio=("1:2", "2:1")).describe(),),
                )
            ],
        ),
        (
            WidthHeight("w", "h", Grid(Int(8, 64), height=Int(8, 32))),
            [
                Capability(
                    *("size", "size", ("w", "h"), (), 8, 64, 1),
                    unit="pixels",
                    limits=(Grid(Int(8, 64), height=Int(8, 32)).describe(),),
                )
            ],
        ),
        (
            Sizes((RATIOS,), default={"tier": "1K"}),
            [
                Capability("size", "size", ("ratio", "tier"), (Size(1024, 1024),), unit="pixels"),
                Capability("aspect_ratio", "enum", ("ratio",), (AspectRatio("1:1"), AspectRatio("auto"))),
                Capability("resolution", "enum", ("tier",), ("1K",), default="1K"),
            ],
        ),
        (
            Sizes((RatioRange("ratio", "1:3", "3:1"),)),
            [Capability("aspect_ratio", "range", ("ratio",), (AspectRatio("1:3"), AspectRatio("3:1")))],
        ),
        (
            Sizes((Presets("s", {"wide": "8x4"}), Sides("s.w", "s.h", Grid(Int(4, 64))))),
            [Capability("size", "size", ("s", "s.w", "s.h"), (Size(8, 4),), 4, 64, 1, unit="pixels")],
        ),
        (
            Sizes((ShapeWords("ratio", ("1:1", "2:1")),)),
            [Capability("aspect_ratio", "enum", ("ratio",), (AspectRatio("1:1"), AspectRatio("2:1")))],
        ),
    ],
)
def test_sizes_to_the_letter(row: Row, expected: list[Capability]) -> None:
    assert [evolve(one, suggested=()) for one in told(row)] == expected


def test_the_usual_ratios_are_suggested_in_order() -> None:
    (size,) = told(WidthHeight("w", "h", each=Int(64, 512, multiple_of=8), default=(256, 128)))
    assert list(map(str, size.suggested)) == [
        *("176x176", "240x160", "160x240", "192x144", "144x192", "256x144", "144x256", "280x120")
    ]
    target = table(WidthHeight("w", "h", each=Int(64, 128, multiple_of=64)))
    assert list(map(str, capabilities(target)["size"].suggested)) == ["128x128"]
    wide = capabilities(target, given=Intent(aspect_ratio="2:1"))["size"]
    assert wide.suggested == (Size(128, 64),)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (
            Param("n", Field.n, Int(2, 8, multiple_of=2)),
            "How many pictures; each costs money. From 2 to 8 in steps of 2.",
        ),
        (Param("n", Field.n, Int(2, 2)), "How many pictures; each costs money. From 2 to 2."),
        (Param("p", Field.prompt, Text(max_length=9)), "What to draw. Up to 9 characters."),
        (Param("p", Field.prompt, Text()), "What to draw."),
        (Native("fast", Flag()), ""),
        (Native("mode", OneOf("a", "b")), "One of a, b."),
        (Native("mode", OneOf("a")), "Always a."),
        (Native("tags", ListOf(Text(), max=3)), "Up to 3 items."),
        (Slots("a", part=Image("url")), "Pictures to work from. One image."),
        (Slots("a", "b", part=Image("url")), "Pictures to work from. Up to 2 images."),
        (SizeText("s", ["8x4", "4x8"]), "Pixels, width x height. One of 8x4, 4x8."),
        (WidthHeight("w", "h", each=EIGHTS), "Pixels, width x height. From 64 to 512 in steps of 8 pixels."),
    ],
)
def test_the_help_of_a_field(row: Row, text: str) -> None:
    (found,) = told(row)
    assert found.help == text


@pytest.mark.parametrize(
    ("row", "missing"),
    [
        (Param("n", Field.n, Int(1, 4)), ()),
        (Param("n", Field.n, Int(1)), ("max",)),
        (Native("w", Int()), ("min", "max")),
        (Native("w", Int(max=3)), ("min",)),
        (Native("tags", ListOf(Text())), ("max",)),
        (Native("mode", OneOf("a")), ()),
        (Native("any", Json()), ()),
        (SizeText("s", ["8x4", "4x8"]), ()),
        (SizeText("s", Grid(Int(8))), ("max",)),
        (Pictures("images", (Image("url"),)), ()),
    ],
)
def test_which_bounds_are_not_stated(row: Row, missing: tuple[str, ...]) -> None:
    (found,) = told(row)
    assert found.not_stated == missing


def test_limits_are_those_of_the_row_and_of_every_rule_on_it() -> None:
    rows = (PROMPT, Param("n", Field.n, Int(1, 8)), Native("fast", Flag()), SizeText("s", Grid(Int(8), area=(1, 99))))
    rules = [
        Rule({"fast": OneOf(True)}, {"n": Int(max=2)}, "fast makes two"),
        Rule({"fast": OneOf(True)}, {"n": Int(max=2)}, "fast makes two"),
        Rule({"n": Int(min=5)}, {"s": ABSENT}, "many are small"),
    ]
    found = capabilities(table(*rows, rules=rules))
    assert {name: one.limits for name, one in found.items()} == {
        "prompt": (),
        "n": ("fast makes two", "many are small"),
        f"{ACME}fast": ("fast makes two",),
        "size": (Grid(Int(8), area=(1, 99)).describe(), "many are small"),
    }
    beside = capabilities(table(*rows, rules=rules), given=Intent("a", provider_options={"acme": {"fast": True}}))
    assert {name: (one.max, one.limits) for name, one in beside.items() if name == "n"} == {
        "n": (2, ("fast makes two",))
    }


# ---- what is left beside a choice

FAST = Native("fast", Flag())
CHOSEN: dict[str, Any] = {"provider_options": {"acme": {"fast": True}}}


def left(*rows: Row, then: dict[str, Any], **given: Any) -> dict[str, Capability]:
    rule = Rule({"fast": OneOf(True)}, then, "when fast")
    return dict(capabilities(table(*rows, FAST, rules=[rule]), given=Intent(**{**CHOSEN, **given})))


def test_tiers_and_ratios_and_presets_that_a_choice_leaves() -> None:
    words = Sizes((ShapeWords("ratio", ("1:1", "2:1"), "tier", ("1K", "2K")),))
    found = left(words, then={"tier": OneOf("1K"), "ratio": OneOf("2:1")})
    assert found["resolution"] == Capability("resolution", "enum", ("tier",), ("1K",), limits=("when fast",))
    assert found["aspect_ratio"] == Capability(
        "aspect_ratio", "enum", ("ratio",), (AspectRatio("2:1"),), limits=("when fast",)
    )
    presets = Sizes((Presets("s", {"wide": "8x4", "tall": "4x8"}),))
    (size, _) = left(presets, then={"s": OneOf("tall")}).values()
    assert size == Capability("size", "size", ("s",), (Size(4, 8),), unit="pixels", limits=("when fast",))
    assert list(left(presets, then={"s": ABSENT})) == [f"{ACME}fast"]
    assert list(left(words, then={"tier": ABSENT, "ratio": ABSENT})) == [f"{ACME}fast"]


def test_slots_that_a_choice_leaves() -> None:
    found = left(Slots("a", "b", part=Image("url")), then={"b": ABSENT})["references"]
    assert found == Capability("references", "images", ("a",), ("url",), None, 1, unit="images")
    for row in (
        Slots("a", part=Image("url")),
        Param("a", Field.mask, Image("url")),
        Param("a", Field.steps, Int(1, 9)),
    ):
        assert list(left(row, then={"a": ABSENT})) == [f"{ACME}fast"]


@pytest.mark.parametrize(("most", "narrowed"), [(62, (0, 2)), (63, (0, 2)), (64, (0, 64))])
def test_a_range_of_few_numbers_is_narrowed_by_what_is_chosen(most: int, narrowed: tuple[int, int]) -> None:
    rule = Rule({"steps": Int(min=3)}, {"fast": OneOf(False)}, "fast takes two")
    target = table(Param("steps", Field.steps, Int(0, most)), FAST, rules=[rule])
    found = capabilities(target, given=Intent(**CHOSEN))["steps"]
    assert (found.min, found.max) == narrowed


def test_a_range_in_steps_is_narrowed_to_what_can_be_chosen() -> None:
    rules = [
        Rule({"n": Int(min=6)}, {"fast": OneOf(False)}, "fast makes few"),
        Rule({"n": Int(max=2)}, {"fast": OneOf(False)}, "fast makes some"),
    ]
    found = capabilities(
        table(Param("n", Field.n, Int(2, 8, multiple_of=2)), FAST, rules=rules), given=Intent(**CHOSEN)
    )
    assert (found["n"].min, found["n"].max, found["n"].step) == (4, 4, 2)
    never = Rule({"n": Int()}, {"fast": OneOf(False)}, "fast makes none")
    target = table(Param("n", Field.n, Int(1, 3)), FAST, rules=[never])
    assert list(capabilities(target, given=Intent(**CHOSEN))) == [f"{ACME}fast"]


def test_sizes_that_contradict_the_chosen_ratio_are_left_out() -> None:
    target = table(SizeText("s", ["64x64", "128x64", "256x128"]))
    found = capabilities(target, given=Intent(aspect_ratio="2:1"))
    assert found["size"].values == (Size(128, 64), Size(256, 128))
    assert capabilities(target, given=Intent(prompt="a"))["size"].values == (
        *(Size(64, 64), Size(128, 64), Size(256, 128)),
    )
    assert list(capabilities(target, given=Intent(aspect_ratio="1:2"))) == []


def test_a_flag_that_would_change_a_choice_is_left_out() -> None:
    rules = [Rule({"a": OneOf(True)}, {"n": Int(max=2)}, "two"), Rule({"b": PRESENT}, {"n": Int(max=2)}, "two")]
    rows = (Param("n", Field.n, Int(1, 8)), Native("a", Flag()), Native("b", Flag()), Native("c", Flag()))
    found = capabilities(table(*rows, rules=rules), given=Intent(n=4))
    assert {name: one.values for name, one in found.items()} == {"n": (), f"{ACME}a": (False,), f"{ACME}c": ()}


def test_two_sets_of_pixels_have_the_limits_of_both() -> None:
    small, large = Grid(Int(8, 64), area=(1, 999)), Grid(Int(64, 512), area=(1, 99999))
    (found,) = told(Sizes((Sides("w", "h", small), Sides("s.w", "s.h", large))))
    assert found.limits == (small.describe(), large.describe())
    assert found.wires == ("w", "h", "s.w", "s.h")


@pytest.mark.parametrize(
    ("row", "unverified"),
    [
        (Sizes((Presets("s", {"wide": "8x4"}), ShapeWords("ratio", ("1:1",))), open=True), {"size"}),
        (Sizes((Presets("s", {"wide": "8x4"}), ShapeWords("ratio", ("1:1",)))), set()),
        (Sizes((Sides("w", "h", Grid(generic=True)), ShapeWords("ratio", ("1:1",)))), {"size"}),
        (Sizes((Sides("w", "h", Grid(Int(8, 64))), ShapeWords("ratio", ("1:1",)))), set()),
    ],
)
def test_sizes_beyond_those_that_are_published(row: Row, unverified: set[str]) -> None:
    found = capabilities(table(row))
    assert list(found) == ["size", "aspect_ratio"]
    assert {name for name, one in found.items() if one.unverified} == unverified


def test_a_rule_on_what_is_not_there_narrows_too() -> None:
    rule = Rule({"fast": ABSENT}, {"steps": Int(max=5)}, "few when slow")
    target = table(PROMPT, Param("steps", Field.steps, Int(1, 9)), FAST, rules=[rule])
    slow, fast = (capabilities(target, given=Intent("a", **given))["steps"] for given in ({}, CHOSEN))
    assert (slow.max, slow.limits) == (5, ("few when slow",))
    assert (fast.max, fast.limits) == (9, ())
    assert capabilities(target)["steps"].max == 9
