"""Krea: Krea 2 on a route for each of its models; the answer is a job to be polled.

Sources: the vendor's OpenAPI document (api.krea.ai/openapi.json) as JustinPerea/nebula-nodes keeps it, 2026-10-09, for
fields, bounds and defaults; a third party's reading of the same document and of the vendor's guides (cluely/unmodel,
2026-08-13), for what the guides say otherwise; Cloudflare's schema of krea-2-large, which agrees.

Unknown fields are refused: the three schemas have additionalProperties false. The old names presetStyles and
imageStyleRefs were taken until 2026-06-19.

Open: the pixels behind the ratios (fal: 1376x768 for 16:9); the range of seed (ComfyUI stays between 0 and 2147483647);
the length of the prompt, which the schema does not limit; how many styles fit. URLs have at most 1024 characters, so a
picture as a data URL hardly fits: pictures are addresses here. Left out: Krea 3, whose route no source states; the
other makers' models that the same host sells.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    WEIGHT,
    Const,
    Field,
    Fixed,
    Image,
    Int,
    ListOf,
    Native,
    Needs,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    RatioTier,
    Record,
    Rule,
    Slots,
    Target,
    Text,
)

_READING = "cluely/unmodel, 2026-08-13: a third party's reading of the vendor's guides"
_URL = Text(min_length=1, max_length=1024)
_SLIDER = Int(-100, 100)
_STYLE = Record({"url": _URL, "strength": Num(-2, 2)}, required=("url",), open=True)

KREA_2_MEDIUM = Target(
    name="krea/krea-2-medium",
    model="krea-2/medium",
    serves="krea/krea-2-medium",
    method="POST",
    path="/generate/image/krea/{model}",
    base_url="https://api.krea.ai",
    key_header="Authorization: Bearer {key}",
    docs="https://docs.krea.ai/api-reference/krea/krea-2-medium",
    checked="2026-11-30",
    unknown="refused",
    rows=(
        Param("prompt", Field.prompt, Text(), required=True),
        Param("seed", Field.seed, Int(), nullable=True, note="random where it is null or left out"),
        Native(
            "styles",
            ListOf(Record({"id": Text(), "strength": Num(-2, 2)}, required=("id", "strength"), open=True)),
            note="trained styles (LoRAs)",
        ),
        Pictures(
            "image_style_references",
            (Part(Image("url"), {"url": HOLE, "strength": WEIGHT}, roles=("style",), weight=Num(0, 1)),),
            max=10,
            others=_STYLE,
            note="the strength is 0 to 1 in the schema, 0.5 by default, and -2 to 2 in the guide",
        ),
        RatioTier(
            "aspect_ratio",
            ("1:1", "4:3", "3:2", "16:9", "2.35:1", "4:5", "3:4", "2:3", "9:16"),
            required=True,
            note="3:4 is newer than the rest: not in the schemas of August 2026",
        ),
        Const("resolution", "1K", note="the only word"),
        Fixed(Field.resolution, "1K"),
        Native(
            "creativity",
            OneOf("raw", "low", "medium", "high"),
            default="low",
            note="how freely the prompt is expanded; raw not at all",
            disputed="low by default in the schema, medium in the guides",
        ),
        Native("intensity", _SLIDER, default=0),
        Native("complexity", _SLIDER, default=0),
        Native("movement", _SLIDER, default=0),
        Native(
            "moodboards",
            ListOf(Record({"id": Text(), "strength": Num(0, 1)}, required=("id",), open=True), max=1),
            note="the strength is 0.23 by default",
            disputed_to=ListOf(Record({"id": Text(), "strength": Num(-0.5, 1.5)}, required=("id",), open=True), max=1),
            disputed="the guide has strengths from -0.5 to 1.5",
        ),
        Slots(
            "image_url",
            part=Image("url"),
            nullable=True,
            others=Text(max_length=1024, pattern="data:.+"),
            note="the picture to start from",
        ),
        Param("strength", Field.strength, Num(0, 1), default=0.99, note="0 keeps the picture, 1 replaces it"),
        Native(
            "header:X-Webhook-URL",
            Text(pattern="https?://[!-~]+"),
            note="is called when the job is done",
            source=_READING,
        ),
        Fixed(Field.n, 1),
        Fixed(Field.delivery, "url"),
    ),
    rules=(
        Needs("strength", "image_url", "strength has no effect without image_url", effect="ignored", source=_READING),
        Rule(
            {"image_style_references": ListOf(_STYLE)},
            {"image_style_references": ListOf(Record({"strength": Num(0, 1)}, open=True))},
            "the guide has strengths from -2 to 2, the schema 0 to 1",
            effect="disputed",
            source=_READING,
        ),
    ),
)
KREA_2_LARGE = KREA_2_MEDIUM.but(
    name="krea/krea-2-large",
    model="krea-2/large",
    serves="krea/krea-2-large",
    docs="https://docs.krea.ai/api-reference/krea/krea-2-large",
)
KREA_2_MEDIUM_TURBO = KREA_2_MEDIUM.but(
    name="krea/krea-2-medium-turbo",
    model="krea-2/medium-turbo",
    serves="krea/krea-2-medium-turbo",
    docs="https://docs.krea.ai/api-reference/krea/krea-2-medium-turbo",
    rules=(
        Rule(
            {"image_url": PRESENT},
            {"image_url": ABSENT},
            "the schema has image_url for this model too; a digest of the vendor's pages gives it to medium and large",
            effect="disputed",
        ),
    ),
)

TARGETS: tuple[Target, ...] = (KREA_2_MEDIUM, KREA_2_LARGE, KREA_2_MEDIUM_TURBO)
ENVELOPE: Target | None = None
