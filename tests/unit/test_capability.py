"""Capabilities by example: each kind of row, and narrowed by what is chosen."""

from __future__ import annotations

from typing import Any

import pytest

from imgparams import STRICT, AspectRatio, Capability, Intent, Size, capabilities, find, to_request
from imgparams.tables import (
    ABSENT,
    HOLE,
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
