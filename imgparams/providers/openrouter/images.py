"""OpenRouter's image route for any model, as the API page and the SDK have it."""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    HOLE,
    AnyOf,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Model,
    Native,
    Not,
    OneOf,
    Param,
    Part,
    Pictures,
    PixelText,
    Quality,
    Record,
    Rule,
    ShapeWords,
    Sizes,
    Target,
    Text,
)

_SDK = "OpenRouter Python SDK 1.3.84"

# fmt: off
RATIOS = (
    "1:1", "1:2", "1:4", "1:8", "2:1", "2:3", "2.35:1", "3:2", "3:4", "4:1", "4:3", "4:5", "5:2", "5:4", "5:7", "7:5",
    "8:1", "9:16", "16:9", "9:19.5", "19.5:9", "9:20", "20:9", "9:21", "21:9", "auto",
)
# fmt: on
_TIERS = ("512", "768", "1K", "1.5K", "2K", "4K")

PIXELS = PixelText("size", Grid(), normalised=True)
MISMATCH = (
    "The API page: any conflict of size with resolution or aspect_ratio is rejected. The guide and the SDK: only "
    "explicit pixels conflict, a tier in size equals resolution and goes with aspect_ratio. Contradictions are "
    "errors."
)
PARTS = (Part(Image("url", "data"), {"type": "image_url", "image_url": {"url": HOLE}}),)

IMAGES = Target(
    name="openrouter/images",
    method="POST",
    path="/api/v1/images",
    base_url="https://openrouter.ai",
    key_header="Authorization: Bearer {key}",
    docs="https://openrouter.ai/docs/guides/overview/multimodal/image-generation",
    checked="2026-11-29",
    rows=(
        Model("model", note="<author>/<slug>"),
        Param("prompt", Field.prompt, Text(min_length=1), required=True),
        Sizes(
            (
                ShapeWords("aspect_ratio", RATIOS, "resolution", _TIERS),
                PIXELS,
                ShapeWords(tier="size", tiers=_TIERS, read_only=True),
            ),
            note="Words as in the SDK; the guide lists fewer ratios, and neither 768 nor 1.5K among the tiers.",
            source=_SDK,
            disputed=MISMATCH,
        ),
        Param("background", Field.background, OneOf("auto", "transparent", "opaque")),
        Pictures(
            "input_references",
            PARTS,
            max=16,
            note="newer pages and the SDK give the number per endpoint only; no endpoint is known to take more",
            source="OpenRouter's OpenAPI, older copy",
        ),
        Param(
            "n",
            Field.n,
            Int(1, 10, round_down=True),
            note="Providers of single images reject more than 1. By newer text it is a maximum: fewer may come back.",
        ),
        Param(
            "output_compression",
            Field.output_compression,
            Int(0, 100),
            note="for webp and jpeg; ignored by providers without such a setting",
        ),
        Param(
            "output_format", Field.output_format, OneOf("png", "jpeg", "webp", "svg"), note="svg: vector models only"
        ),
        Native("provider.allow_fallbacks", Flag(), default=True, nullable=True, source=_SDK),
        Native("provider.order", ListOf(Text()), nullable=True, note="provider slugs", source=_SDK),
        Native("provider.only", ListOf(Text()), nullable=True, note="provider slugs", source=_SDK),
        Native("provider.ignore", ListOf(Text()), nullable=True, note="provider slugs", source=_SDK),
        Native(
            "provider.sort",
            AnyOf(
                OneOf("price", "throughput", "latency", "exacto"),
                Record(
                    {"by": OneOf("price", "throughput", "latency", "exacto"), "partition": OneOf("model", "none")},
                    nullable=("by", "partition"),
                ),
            ),
            nullable=True,
            note="exacto and the object are in the SDK only",
            source=_SDK,
        ),
        Native(
            "provider.options",
            Record((), open=True, rest=Record((), open=True)),
            note="Provider slug -> free object; only the matched provider's is forwarded, unknown slugs are dropped.",
            source=_SDK,
        ),
        Param(
            "quality",
            Field.quality,
            Quality("auto", "low", "medium", "high", "xhigh", "max"),
            note="ignored by providers without such a setting; xhigh and max are newer than the guide",
            source=_SDK,
        ),
        Param("seed", Field.seed, Int(), note="no range is stated; not every provider is deterministic"),
        Param("stream", Field.stream, Flag(), note="partial images as server-sent events"),
        Native("session_id", Text(max_length=256), note="beats the header x-session-id", source=_SDK),
        Native(
            "trace",
            Record(
                {
                    "trace_id": Text(),
                    "trace_name": Text(),
                    "span_name": Text(),
                    "generation_name": Text(),
                    "parent_span_id": Text(),
                },
                open=True,
            ),
            source=_SDK,
        ),
        Param("user", Field.user, Text(), source=_SDK),
        Fixed(Field.delivery, "base64"),
    ),
    rules=(
        Rule(
            when={"size": Text(pattern=r"\d+x\d+")},
            then={"aspect_ratio": ABSENT, "resolution": ABSENT},
            why="a program got 400 for pixels beside any ratio; by the SDK only what does not match them is refused",
            effect="disputed",
            source="KeithCu/writeragent#762, 2026-09-14",
        ),
        Rule(
            when={"background": OneOf("transparent")},
            then={"output_format": OneOf("png", "webp")},
            why="a transparent background needs a format with alpha: png or webp",
        ),
        Rule(
            when={"output_format": OneOf("png")},
            then={"output_compression": ABSENT},
            why="compression is ignored for png",
            effect="ignored",
        ),
        Rule(
            when={"model": Not(Text(pattern="openai/.*"))},
            then={"stream": OneOf(False)},
            why="only providers with streaming of their own stream, at present OpenAI; others answer whole",
            effect="ignored",
        ),
    ),
)
