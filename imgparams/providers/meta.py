"""Meta: Muse Image on the Model API, with the paths and methods of OpenAI's Images API.

Sources: public copies of the vendor's pages, "Images schemas" and "Image generation with Muse Image" (2026-09 to
2026-10); anomalyco/opencode#47826, live recordings of 2026-09-07; ComfyUI's API nodes (2026-10-26) for ratios and the
number of pictures; Runway's package for the pixels that come; vercel/ai#20372 for the names of several files.

Unknown fields: not known. `quality`, `background` and `partial_images` are accepted and ignored; an item of `images`
with anything beside one address or one id is refused.

`size` is any WIDTHxHEIGHT, and only sets the ratio: the picture has the generator's own size, about 2.5 megapixels
(1600x1600; for 16:9 ComfyUI has 2048x1152, Runway 2016x1152). So the texts here stand for their ratios, and a size
asked for becomes one.

The Responses API is Meta's first way to call the model, and needs no tool: `tools` holds settings only. Read is a text,
or one message of the user; other items of `input`, such as an earlier picture, are kept as they are.

Open: how wide a ratio may be; the ratio where there is no size; how many pictures an edit takes (ComfyUI and resellers
stop at 10); the length of the prompt (fal: 20000 characters); how the form of an edit spells `tool_enablement`, which
has no row there; what else the Responses API takes beside the fields of the guide, such as `stream`. There is no seed,
no negative prompt and no mask.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    TEXT,
    AnyOf,
    Between,
    Const,
    Content,
    Count,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    Json,
    ListOf,
    Model,
    Native,
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
    TextPart,
    Words,
)

#: a text for each ratio that ComfyUI offers, and for that of the guide's example; the numbers themselves do not matter
_SIZES = {
    "1:1": "1024x1024",
    "3:2": "1536x1024",
    "2:3": "1024x1536",
    "4:3": "1792x1344",
    "3:4": "1344x1792",
    "5:4": "1280x1024",
    "4:5": "1024x1280",
    "16:9": "2048x1152",
    "9:16": "1152x2048",
    "7:4": "1792x1024",
    "4:7": "1024x1792",
    "21:9": "2352x1008",
    "9:21": "1008x2352",
    "2:1": "2048x1024",
    "1:2": "1024x2048",
}
_TOOLS = "all tools are on by default"
_SEEN = "vercel/ai#20372, 2026-09-04: the server's error"

MUSE_IMAGE_1_0_EDIT = Target(
    name="meta/muse-image-1.0:edit",
    model="muse-image-1.0",
    serves="meta/muse-image",
    method="POST",
    path="/v1/images/edits",
    base_url="https://api.meta.ai",
    key_header="Authorization: Bearer {key}",
    docs="https://dev.meta.ai/docs/api-reference/images/schemas",
    checked="2026-11-30",
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(min_length=1), required=True),
        Pictures(
            "images",
            (Part(Image("url", "data"), {"image_url": HOLE}), Part(Image("id"), {"file_id": HOLE})),
            min=1,
            required=True,
            note="an id is of the Files API",
        ),
        Param("n", Field.n, Int(1, 10, round_down=True), default=1),
        RatioTier("size", _SIZES, open=True, note="any WIDTHxHEIGHT, of which only the ratio counts"),
        Param("response_format", Field.delivery, Words({"url": "url", "base64": "b64_json"}), default="b64_json"),
        Param("output_format", Field.output_format, OneOf("png", "jpeg", "webp"), default="webp"),
        Native("reasoning_strength", OneOf("low", "high"), default="high", note="low is one pass, high refines"),
        Native("moderation", OneOf("auto", "low", "none"), note="none needs access"),
        Param("stream", Field.stream, Flag(), default=False, nullable=True, note="one event, at the end"),
        Param("user", Field.user, Text()),
        Native("tool_enablement.enable_image_search", Flag(), default=True, note=_TOOLS),
        Native("tool_enablement.enable_web_search", Flag(), default=True, note="false drops the browser too"),
        Native("tool_enablement.enable_shell", Flag(), default=True, note=_TOOLS),
        Native("quality", Text()),
        Native("background", Text()),
        Fixed(Field.background, "opaque"),
    ),
    rules=(
        Rule(
            {"model": PRESENT},
            {"quality": ABSENT, "background": ABSENT},
            "quality and background are accepted but ignored",
            effect="ignored",
        ),
    ),
)
MUSE_IMAGE_1_0_FORM_EDIT = MUSE_IMAGE_1_0_EDIT.but(
    Pictures(
        "image",
        (Image("file"),),
        only_alone=True,
        bare=True,
        note="PNG by the schema; examples send WebP; OpenAI's package sends a list as image[]",
    ),
    Slots(
        *("'image[0]'", "'image[1]'", "'image[2]'", "'image[3]'", "'image[4]'"),
        *("'image[5]'", "'image[6]'", "'image[7]'", "'image[8]'", "'image[9]'"),
        part=Image("file"),
        note="for several",
        source=_SEEN,
    ),
    Native("partial_images", Int(0, 3), default=0),
    name="meta/muse-image-1.0/form:edit",
    content="multipart",
    without=(
        "images",
        "user",
        "tool_enablement.enable_image_search",
        "tool_enablement.enable_web_search",
        "tool_enablement.enable_shell",
    ),
    rules=(
        Rule(
            {"model": PRESENT},
            {"partial_images": ABSENT},
            "partial_images is accepted but ignored",
            effect="ignored",
        ),
        Rule(
            {"output_format": PRESENT},
            {"output_format": ABSENT},
            "the schema of this form lacks output_format, that of the JSON body has it",
            effect="disputed",
        ),
        Rule(
            {"image": Count(min=2)},
            {"image": Count(max=1)},
            "several files are named image[0], image[1] ... by the server, which refuses image[]; the guide has a list",
            effect="disputed",
            source=_SEEN,
        ),
        Between(("image", "'image[0]'"), 1, 1, "an edit has at least one picture, in one of the two spellings"),
    ),
    also_read={"'image[]'": "image"},
)
MUSE_IMAGE_1_0 = MUSE_IMAGE_1_0_EDIT.but(
    name="meta/muse-image-1.0",
    path="/v1/images/generations",
    without=("images",),
    operations={"edit": MUSE_IMAGE_1_0_EDIT},
)

# ---- the Responses API, whose tool is optional

_GUIDE = "Image generation with Muse Image, a public copy of 2026-10"
MUSE_IMAGE_1_0_RESPONSES_EDIT = Target(
    name="meta/muse-image-1.0/responses:edit",
    model="muse-image-1.0",
    serves="meta/muse-image",
    method="POST",
    path="/v1/responses",
    base_url="https://api.meta.ai",
    key_header="Authorization: Bearer {key}",
    docs="https://dev.meta.ai/docs/image-generation",
    checked="2026-12-01",
    rows=(
        Model("model"),
        Const("input[0].role", "user"),
        Content(
            "input[0].content",
            (
                TextPart(Field.prompt, {"type": "input_text", "text": TEXT}, Text(min_length=1)),
                Part(Image("url", "data"), {"type": "input_image", "image_url": HOLE}),
                Part(Image("id"), {"type": "input_image", "file_id": HOLE}),
            ),
            requires=(Field.prompt,),
            bare=Field.prompt,
            note="texts and pictures are read in their order; how many pictures is not stated",
            source=_GUIDE,
        ),
        Native("previous_response_id", Text(), note="goes on with an earlier picture"),
        Native("store", Flag(), default=True, note="false: the caller sends the items of earlier turns again"),
        Native("safety_identifier", Text(), note="the end user; this route has no user"),
        Const("tools[0].type", "image_generation"),
        Native("tools[0].enable_image_search", Flag(), default=True, note=_TOOLS),
        Native("tools[0].enable_web_search", Flag(), default=True, note="false drops the browser too"),
        Native("tools[0].enable_shell", Flag(), default=True, note=_TOOLS),
        Native("tools[0].reasoning_strength", OneOf("low", "high"), default="high", note="low is one pass"),
        RatioTier(
            "tools[0].size",
            {**_SIZES, "auto": "auto"},
            default={"tools[0].size": "auto"},
            open=True,
            note="any WIDTHxHEIGHT, of which only the ratio counts",
            source=_GUIDE,
            disputed="Meta's cookbook on anchored generation names 1024x1024, 1024x1536 and 1536x1024 as the sizes "
            "(theopenco/llmgateway#3820, 2026-08-26)",
        ),
        Param("tools[0].output_format", Field.output_format, OneOf("png", "jpeg", "webp"), default="webp"),
        Native(
            "tools[1]",
            Record({"type": OneOf("image_generation")}, required=("type",), open=True),
            note="image models only support the image_generation tool: another one is refused with 400",
            source=_GUIDE,
        ),
        Fixed(Field.n, 1, note="an image comes back; the tool has no number"),
        Fixed(Field.delivery, "base64"),
    ),
)
MUSE_IMAGE_1_0_RESPONSES = MUSE_IMAGE_1_0_RESPONSES_EDIT.but(
    Param(
        "input",
        Field.prompt,
        AnyOf(Text(min_length=1), ListOf(Json())),
        required=True,
        note="text; a list of messages is kept as it is",
    ),
    name="meta/muse-image-1.0/responses",
    without=("input[0].role", "input[0].content"),
    operations={"edit": MUSE_IMAGE_1_0_RESPONSES_EDIT},
)

TARGETS: tuple[Target, ...] = (
    MUSE_IMAGE_1_0,
    MUSE_IMAGE_1_0_EDIT,
    MUSE_IMAGE_1_0_FORM_EDIT,
    MUSE_IMAGE_1_0_RESPONSES,
    MUSE_IMAGE_1_0_RESPONSES_EDIT,
)
ENVELOPE: Target | None = None
