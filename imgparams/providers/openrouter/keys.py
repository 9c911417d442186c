"""What the records of OpenRouter's models have in common: ratios, tiers, references, and sources."""

from __future__ import annotations

from imgparams.providers.openrouter.images import MISMATCH, PARTS, PIXELS, RATIOS
from imgparams.tables import ABSENT, Field, Int, OneOf, Param, Pictures, Rule, ShapeWords, Sizes

RECORD = "endpoint record, third-party copy"
SURVEY = "survey of the image models, 2026-10-04"
SNAPSHOT = "snapshot of the image models, 2026-07-31"
MAI_NODE = "comfyui-embedded-docs 0.5.15, the OpenRouter node of MAI-Image-2.6, 2026-10-26"
LIVE_TEST = "live test of the image models, 2026-09-14"

# fmt: off
RATIOS_GPT = ("1:1", "3:2", "2:3", "4:3", "3:4", "16:9", "9:16", "21:9", "auto")
RATIOS_FLASH = ("1:1", "1:4", "1:8", "2:3", "3:2", "3:4", "4:1", "4:3", "4:5", "5:4", "8:1", "9:16", "16:9", "21:9")
RATIOS_SEEDREAM = (
    "1:1", "1:2", "2:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "9:19.5", "19.5:9", "9:20", "20:9",
    "9:21", "21:9", "auto",
)
RATIOS_MAI = ("1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "auto")
PIXELS_MAI = {
    ("1:1", "1K"): "1024x1024", ("16:9", "1K"): "1360x768",
    ("1:1", "1.5K"): "1536x1536", ("16:9", "1.5K"): "2048x1152",
}
RATIOS_KREA = ("1:1", "4:3", "3:2", "16:9", "4:5", "2:3", "9:16")
RATIOS_RIVERFLOW = ("1:1", "4:3", "3:4", "3:2", "2:3", "16:9", "9:16", "21:9", "auto")
RATIOS_RECRAFT = ("1:1", "4:3", "3:4", "16:9", "9:16", "auto")
# fmt: on

TIERS_FLUX_3 = ("768", "1K", "1.5K", "2K", "4K")
TIERS_FLASH = ("512", "1K", "2K", "4K")
TIERS_1K = ("1K",)
TIERS_1K_2K = ("1K", "2K")
TIERS_1K_2K_4K = ("1K", "2K", "4K")
TIERS_2K_4K = ("2K", "4K")
TIERS_1K_1_5K = ("1K", "1.5K")

# a tier in `size` repeats `resolution`: read, never written
SIZE_1K = ShapeWords(tier="size", tiers=TIERS_1K, read_only=True)
SIZE_1K_2K = ShapeWords(tier="size", tiers=TIERS_1K_2K, read_only=True)
SIZE_1K_2K_4K = ShapeWords(tier="size", tiers=TIERS_1K_2K_4K, read_only=True)

MISMATCH_TOO = "A conflict of size with resolution or aspect_ratio: as in the envelope."
NOT_DECLARED = "No record but those of ming declares size; the API page normalises it for every model, so it is kept."

#: by which a host's limits are not the maker's
EVERY_MODEL = "the API page, which has these ratios for every model"
RECORDS = "the models' records"

# of records that are known in part: the envelope's ratios
RATIO = Sizes(
    (ShapeWords("aspect_ratio", RATIOS), PIXELS), note=NOT_DECLARED, unlike_maker=EVERY_MODEL, disputed=MISMATCH
)
RATIO_1K_2K = Sizes(
    (ShapeWords("aspect_ratio", RATIOS, "resolution", TIERS_1K_2K), PIXELS, SIZE_1K_2K),
    note=NOT_DECLARED,
    unlike_maker=EVERY_MODEL,
    disputed=MISMATCH,
)
RATIO_RECRAFT = Sizes(
    (ShapeWords("aspect_ratio", RATIOS_RECRAFT), PIXELS),
    note=NOT_DECLARED,
    unlike_maker=EVERY_MODEL,
    source=SNAPSHOT,
    disputed=MISMATCH,
)

REFERENCE_1 = Pictures("input_references", PARTS, max=1)
REFERENCES_3 = Pictures("input_references", PARTS, max=3, unlike_maker=RECORDS)
REFERENCES_4 = Pictures("input_references", PARTS, max=4, unlike_maker=RECORDS)
REFERENCES_10 = Pictures("input_references", PARTS, max=10, unlike_maker=RECORDS)
REFERENCES_14 = Pictures("input_references", PARTS, max=14, unlike_maker=RECORDS)
REFERENCES_16 = Pictures("input_references", PARTS, max=16, unlike_maker=RECORDS)

ONE_IMAGE = Param("n", Field.n, Int(1, 1, round_down=True), source=SNAPSHOT)
RASTER = OneOf("png", "jpeg", "webp")  # svg is for vector models only
IN_PART = "Known in part: ratios, background, n, quality, output_compression and output_format are the envelope's."

# for records that have neither key
NO_KNOBS = (
    Rule(
        when={},
        then={"quality": ABSENT, "output_compression": ABSENT},
        why="this model's record has no quality and no output_compression; providers without such a setting ignore it",
        effect="ignored",
        source="API page",
    ),
)
