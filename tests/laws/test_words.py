"""Every law over a small target of each word, so that a word is proved before a vendor needs it."""

from __future__ import annotations

import os
from typing import Any

import pytest
from attrs import evolve

from imgparams import Target
from imgparams.contract import AnyRule
from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    TEXT,
    TYPE,
    WEIGHT,
    Alternative,
    Alternatives,
    Area,
    AtMost,
    Const,
    Content,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Mask,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    PixelText,
    Presets,
    Product,
    RatioRange,
    RatioTier,
    Record,
    Row,
    Rule,
    SameLength,
    ShapeWords,
    Sides,
    Sizes,
    SizeText,
    Slots,
    Text,
    TextPart,
    Total,
    WidthHeight,
)
from imgparams.testing import LAWS, run

EXAMPLES = 2 * int(os.environ.get("IMGPARAMS_EXAMPLES", "4"))

PROMPT = Param("prompt", Field.prompt, Text(max_length=1000), required=True)
RATIOS = ("1:1", "16:9", "9:16", "4:3")


def table(*rows: Row, rules: tuple[AnyRule, ...] = (), **facts: Any) -> Target:
    return Target(
        name="acme/word", method="POST", path="/v1", docs="", checked="2026-11-01", rows=rows, rules=rules, **facts
    )


GEMINI = Content(
    "contents[0].parts",
    (
        TextPart(Field.prompt, {"text": TEXT}, Text(max_length=500)),
        Part(Image("base64"), {"inlineData": {"mimeType": TYPE, "data": HOLE}}),
        Part(Image("url"), {"fileData": {"fileUri": HOLE, "mimeType": TYPE}}),
    ),
    max=3,
    requires=(Field.prompt,),
)
WEIGHED = Content(
    "texts",
    (
        TextPart(Field.prompt, {"text": TEXT, "weight": 1}, Text(min_length=1)),
        TextPart(Field.prompt, {"text": TEXT}, Text(min_length=1)),
        TextPart(Field.negative_prompt, {"text": TEXT, "weight": -1}, Text(min_length=1)),
    ),
)
SEQUENCE = Alternatives(
    Field.n,
    (
        Alternative({"several": "off"}, means=1),
        Alternative({"several": "auto"}, "options.most", Int(1, 15, round_down=True), is_maximum=True),
    ),
    default={"several": "off"},
)
LISTED = Pictures("images", (Image("url", "data"),), max=14)

WORDS = {
    "parts": table(GEMINI),
    "texts": table(WEIGHED),
    "bare text": table(evolve(GEMINI, bare=Field.prompt)),
    "other items": table(
        evolve(WEIGHED, others=Record({"text": Text(min_length=1), "weight": Num()}, required=("text", "weight")))
    ),
    "typed": table(
        PROMPT,
        Slots(
            "source",
            part=(
                Part(Image("base64"), {"data": HOLE, "media_type": TYPE}, typed=True),
                Part(Image("url"), {"url": HOLE, "media_type": TYPE}),
            ),
            others=Record({"generation": Text(min_length=1)}, required=("generation",)),
        ),
    ),
    "default beside no picture": table(
        PROMPT,
        Slots("image", part=Image("url")),
        RatioTier(
            "ratio",
            ("1:1", "16:9"),
            "mp",
            {"1K": "1", "512": "0.25"},
            pixels={("1:1", "1K"): "1024x1024", ("16:9", "1K"): "1344x768", ("1:1", "512"): "512x512"},
            default={"ratio": "1:1", "mp": "1"},
            default_when={"image": ABSENT},
        ),
        rules=(Rule({"image": PRESENT}, {"ratio": ABSENT}, "the shape of the image counts", "ignored"),),
    ),
    "unset size": table(PROMPT, WidthHeight("w", "h", each=Int(64, multiple_of=16), unset=(0,))),
    "weight": table(
        PROMPT,
        Pictures("style", (Part(Image("url"), {"url": HOLE, "weight": WEIGHT}, roles=("style",), weight=Num(0, 1)),)),
    ),
    "alone": table(
        PROMPT,
        Slots("image", part=Image("url"), only_alone=True),
        Pictures("images", (Image("url"),), max=3),
        rules=(AtMost(("image", "images"), 1, "one of them"),),
    ),
    "two pictures": table(
        PROMPT, Slots("person", part=Image("url"), required=True), Slots("garment", part=Image("url"), required=True)
    ),
    "mask": table(
        PROMPT,
        Mask("mask", Image("base64", "url"), "marks", {"white": "W", "black": 0}, default="W", more=("alpha",)),
    ),
    "cases": table(PROMPT, SEQUENCE),
    "times": table(PROMPT, Product(Field.n, ("batch", Int(1, 4)), ("rounds", Int(1, 5)))),
    "sum": table(PROMPT, LISTED, SEQUENCE, rules=(Total(("images", "options.most"), 15, "fifteen together"),)),
    "same": table(
        PROMPT,
        LISTED,
        Native("labels", OneOf("a"), note="counts as one"),
        rules=(SameLength(("images", "labels"), "a label for each"),),
    ),
    "upto": table(PROMPT, Param("n", Field.n, Int(1, 9, round_down=True), default=1, is_maximum=True)),
    "narrowed seed": table(
        PROMPT,
        Param("n", Field.n, Int(1, 4, round_down=True), default=1),
        Param("seed", Field.seed, Int(0, 2**31 - 1)),
        Native("fast", Flag(), default=False),
        Param("stream", Field.stream, Flag()),
        rules=(
            Rule({"fast": OneOf(True)}, {"seed": Int(max=20)}, "few seeds when fast"),
            Rule({"stream": OneOf(True)}, {"seed": ABSENT}, "no seed when streamed"),
        ),
    ),
    "range": table(PROMPT, Sizes((RatioRange("ratio", "9:21", "21:9", auto="match"),))),
    "range and tier": table(
        PROMPT,
        Sizes(
            (
                PixelText("size", Grid(), "auto"),
                RatioRange("ratio", "1:3", "3:1", auto="auto", tier="area", tiers={"1K": "1k", "2K": "2k"}),
            ),
            default={"size": "auto", "area": "2k"},
        ),
    ),
    "open range": table(PROMPT, Sizes((RatioRange("ratio", separator="x"),), required=True)),
    "presets": table(
        PROMPT,
        Sizes(
            (
                Presets("image_size", {"square_hd": "1024x1024", "square": "512x512", "wide": "1024x576"}),
                Sides("image_size.width", "image_size.height", Grid(Int(64, 2048))),
            ),
            default={"image_size": "wide"},
        ),
    ),
    "switch": table(
        PROMPT,
        Sizes(
            (
                ShapeWords("aspect_ratio", RATIOS, more=("custom", "match_input_image")),
                Sides("width", "height", Grid(Int(256, 1440, multiple_of=32)), sets={"aspect_ratio": "custom"}),
            ),
            default={"aspect_ratio": "1:1"},
        ),
        rules=(
            Rule(
                {"aspect_ratio": Not(OneOf("custom"))}, {"width": ABSENT, "height": ABSENT}, "beside custom", "ignored"
            ),
            Rule({"aspect_ratio": ABSENT}, {"width": ABSENT, "height": ABSENT}, "beside custom", "ignored"),
        ),
    ),
    "megapixels": table(
        PROMPT, Sizes((ShapeWords("ratio", RATIOS, "mp", {"1K": "1 MP", "2K": "4 MP"}, more_tiers=("0.5 MP", "2 MP")),))
    ),
    "one wire": table(
        PROMPT,
        Sizes(
            (PixelText("size", Grid(Int(480, 4096), area=(2**18, 2**24))), ShapeWords(tier="size", tiers=("1K", "2K")))
        ),
    ),
    "union": table(
        PROMPT,
        Sizes(
            (
                Sides("w", "h", Grid(Int(512, 896, multiple_of=64), Int(512, 512))),
                Sides("w", "h", Grid(Int(512, 512), Int(512, 896, multiple_of=64))),
            )
        ),
    ),
    "accepts": table(
        PROMPT, WidthHeight("w", "h", each=Int(8, multiple_of=8), default=(512, 512), accepts=Grid(Int(8)))
    ),
    "area": table(
        PROMPT,
        LISTED,
        SizeText("size", Grid(Int(256, 4096)), default="1024x1024"),
        rules=(Rule({"images": PRESENT}, {"size": Area(max=2048 * 2048)}, "4 MP with images"),),
    ),
    "places": table(
        PROMPT,
        Param("header:Accept", Field.output_format, OneOf("png", "jpeg"), default="jpeg"),
        Const("header:X-Async", "enable", optional=True),
        Native("query:version", Text(min_length=1, pattern=r"[\w-]+"), required=True),
    ),
    "in a list": table(PROMPT, Const("task", "draw"), Native("id", Text(min_length=1), required=True), in_list=True),
}


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize("law", LAWS)
def test_law(law: str, name: str) -> None:
    run(law, WORDS[name], examples=EXAMPLES)
