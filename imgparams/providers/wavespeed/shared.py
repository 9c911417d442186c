"""What WaveSpeedAI's tables share: the route, and the rows of nearly every model."""

from __future__ import annotations

from imgparams.tables import (
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Native,
    OneOf,
    Param,
    Pictures,
    Target,
    Text,
    Words,
)

#: the vendor's ComfyUI nodes: what a node asks for, and copies of its schemas in the sample workflows
NODES = "the vendor's own ComfyUI nodes, WaveSpeedAI/wavespeed-comfyui, 6b1425b, 2025-12-04"
BASE64 = Param(
    "enable_base64_output", Field.delivery, Words({"url": False, "base64": True}), default=False, note="bare base64"
)
SYNC = Native("enable_sync_mode", Flag(), note="waits for the picture")
PNG = Param("output_format", Field.output_format, OneOf("png", "jpeg"), default="png")
SEED = Param("seed", Field.seed, Int(-1, 2147483647), unset=(-1,), note="-1 is random")
FIFTEEN = (
    *("1:1", "1:2", "2:1", "1:3", "3:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4"),
    *("9:16", "16:9", "9:21", "21:9"),
)
TEN = ("1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")
FOURTEEN = (*TEN, "1:4", "4:1", "1:8", "8:1")
TIERS = {"1K": "1k", "2K": "2k", "4K": "4k"}
#: the pages of Seedream 4 and the nodes take a URL or base64; programs in production send data URLs
PICTURE = Image("url", "data", "base64")
EDITED = Pictures("images", (PICTURE,), note="no page was read that says how many, or that one is required")
A_PROGRAM = "a public program's calls, 2026"
#: no limits are stated
ANY_SIZE = Grid(Int(1, 16384), generic=True)

ROUTE = Target(
    name="wavespeed/{model}",
    method="POST",
    path="/api/v3/{model}",
    base_url="https://api.wavespeed.ai",
    key_header="Authorization: Bearer {key}",
    docs="https://wavespeed.ai/models/{model}/llms.txt",
    checked="2026-11-29",
    unknown="ignored",
    rows=(
        Param("prompt", Field.prompt, Text(), required=True),
        Fixed(Field.n, 1, note="no field counts pictures"),
    ),
)
#: of models whose fields are known in part: what is missing in the table may well be a field of theirs
IN_PART = ROUTE.but(unknown="unsaid", checked="2026-12-01")
