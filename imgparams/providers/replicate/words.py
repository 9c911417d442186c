"""What several of Replicate's models share."""

from __future__ import annotations

from imgparams.domains import ABSENT, ListOf, Not, OneOf, Text, Words
from imgparams.images import Image
from imgparams.rows import Own
from imgparams.rules import Rule

DOCS = "https://replicate.com/docs/reference/http"
CHECKED = "2026-11-21"
URI = Image("url", "data")
FORMATS = Words({"webp": "webp", "jpeg": "jpg", "png": "png"})
JPG_PNG = Words({"jpeg": "jpg", "png": "png"})

FLUX_RATIOS = ("1:1", "16:9", "21:9", "3:2", "2:3", "4:5", "5:4", "3:4", "4:3", "9:16", "9:21")
PNG_QUALITY = Rule(
    {"input.output_format": OneOf("png")},
    {"input.output_quality": ABSENT},
    "output_quality is not used for png",
    effect="ignored",
)
CUSTOM = (
    Rule(
        {"input.aspect_ratio": Not(OneOf("custom"))},
        {"input.width": ABSENT, "input.height": ABSENT},
        "width and height count only where aspect_ratio is custom",
        effect="ignored",
    ),
)
STRENGTH_NEEDS_IMAGE = Rule(
    {"input.image": ABSENT},
    {"input.prompt_strength": ABSENT},
    "prompt_strength is for image to image",
    effect="ignored",
)
WEBHOOK = Own("webhook", Text())
EVENTS = Own("webhook_events_filter", ListOf(Text()))
IDEOGRAM_SIZES = (
    "512x1536",
    "576x1408",
    "576x1472",
    "576x1536",
    "640x1344",
    "640x1408",
    "640x1472",
    "640x1536",
    "704x1152",
    "704x1216",
    "704x1280",
    "704x1344",
    "704x1408",
    "704x1472",
    "736x1312",
    "768x1088",
    "768x1216",
    "768x1280",
    "768x1344",
    "800x1280",
    "832x960",
    "832x1024",
    "832x1088",
    "832x1152",
    "832x1216",
    "832x1248",
    "864x1152",
    "896x960",
    "896x1024",
    "896x1088",
    "896x1120",
    "896x1152",
    "960x832",
    "960x896",
    "960x1024",
    "960x1088",
    "1024x832",
    "1024x896",
    "1024x960",
    "1024x1024",
    "1088x768",
    "1088x832",
    "1088x896",
    "1088x960",
    "1120x896",
    "1152x704",
    "1152x832",
    "1152x864",
    "1152x896",
    "1216x704",
    "1216x768",
    "1216x832",
    "1248x832",
    "1280x704",
    "1280x768",
    "1280x800",
    "1312x736",
    "1344x640",
    "1344x704",
    "1344x768",
    "1408x576",
    "1408x640",
    "1408x704",
    "1472x576",
    "1472x640",
    "1472x704",
    "1536x512",
    "1536x576",
    "1536x640",
)
