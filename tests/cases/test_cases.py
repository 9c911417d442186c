"""Runs the worked cases in both directions and those drawn from tables; fails where nobody has read a row or rule."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imgparams import CATALOG, Catalog
from imgparams.testing import bounds, cases, read_cases, run_case, uncovered

HERE = Path(__file__).parent
CASES = [(path.stem, case) for path in sorted(HERE.glob("*.json")) for case in read_cases(path)]
VENDORS = sorted({name.partition("/")[0] for name in CATALOG})
#: of WaveSpeed's models, beside what a page, a node or a program shows: the words of the same model's other page, or of
#: its maker
WAVESPEED_UNREAD = [
    *(
        f"wavespeed/google/nano-banana-{model}/text-to-image:edit: {what}"
        for model, more in (
            ("pro", ()),
            ("2", ("aspect_ratio: 1:4", "aspect_ratio: 4:1", "aspect_ratio: 1:8", "aspect_ratio: 8:1")),
        )
        for what in (
            *(f"aspect_ratio: {ratio}" for ratio in ("1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "9:16", "21:9")),
            *more,
            *("resolution: 1k", "resolution: 4k"),
        )
    ),
    "wavespeed/google/nano-banana/text-to-image: output_format: jpeg",
    "wavespeed/google/nano-banana-2/text-to-image:edit: output_format: png",
    "wavespeed/bytedance/seedream-v4.5:edit: images: 10 items",
    "wavespeed/bytedance/seedream-v4.5:edit: images: past 10 items",
    *(
        f"wavespeed/bytedance/seedream-v5.0-pro:edit: {what}"
        for what in (
            *("aspect_ratio: 1:2", "aspect_ratio: 2:1", "aspect_ratio: 1:3", "aspect_ratio: 3:1"),
            *("aspect_ratio: 9:21", "output_format: jpeg"),
        )
    ),
    *(f"wavespeed/wavespeed-ai/flux-schnell: output_format: {word}" for word in ("png", "webp")),
    *(f"wavespeed/wavespeed-ai/flux-kontext-pro: aspect_ratio: {ratio}" for ratio in ("1:1", "9:16", "4:3", "3:4")),
    "wavespeed/google/nano-banana/text-to-image: the default of output_format",
    "wavespeed/google/nano-banana-pro/text-to-image:edit: images left out and nothing missing",
    "wavespeed/google/nano-banana-pro/text-to-image:edit: the default of resolution",
    "wavespeed/bytedance/seedream-v4/sequential:edit: the default of max_images",
    "wavespeed/bytedance/seedream-v4.5:edit: images left out",
    "wavespeed/openai/gpt-image-2/text-to-image:edit: images left out",
    "wavespeed/openai/gpt-image-2/text-to-image:edit: the default of resolution",
    "wavespeed/openai/gpt-image-2/text-to-image:edit: the default of quality",
    "wavespeed/openai/gpt-image-2/text-to-image: the default of resolution",
    "wavespeed/wavespeed-ai/flux-schnell: the default of output_format",
    "wavespeed/wavespeed-ai/flux-kontext-pro: the default of guidance_scale",
    "wavespeed/wavespeed-ai/flux-2-klein-9b/text-to-image: the default of size",
]
#: in a table, and on no page that a second reader had at hand
UNREAD: dict[str, list[str]] = {
    "bytedance": ["bytedance/seedream-5-5: the default of size"],
    "fal": [
        "fal/openai/gpt-image-2.5/flare/text-to-image:edit: the default of image_size",
        "fal/openai/gpt-image-2.5/flare/text-to-image:edit: the default of background",
        "fal/openai/gpt-image-2.5/flare/text-to-image: the default of image_size",
        "fal/ideogram/v4.5: the default of quality",
        "fal/ideogram/v4.5: the default of enable_prompt_expansion",
        "fal/meta/muse-image/text-to-image:edit: the default of output_format",
        "fal/bytedance/seedream/v5/flash/text-to-image: the default of image_size",
    ],
    "huggingface": [
        "huggingface/fal-ai: null on seed",
        "huggingface/together: the default of response_format",
        "huggingface/together: the default of disable_safety_checker",
    ],
    # its page has null on three of these; a row of sizes takes it on all of its wires
    "ideogram": [
        f"ideogram/text-to-image/p-image-ideogram: null on {wire}"
        for wire in ("seed", "aspect_ratio", "resolution", "custom_width", "custom_height")
    ],
    "leonardo": ["leonardo/v2/krea/krea-3: the default of parameters.width"],
    # the page names no second tool that is taken, and its sample says nothing of store
    "meta": [
        "meta/muse-image-1.0/responses: tools[1]: legal",
        "meta/muse-image-1.0/responses: the default of store",
    ],
    "minimax": [
        f"minimax/MiniMax-H3-Image: the default of {wire}" for wire in ("n", "output_format", "output_compression")
    ],
    "replicate": [
        "replicate/bytedance/seedream-5-pro: the default of input.layer_decomposition",
        "replicate/prunaai/z-image-turbo: the default of input.safety_tolerance",
        "replicate/versions: model: legal",  # it is refused always
        "replicate/ideogram-ai/ideogram-4-5: the default of input.num_images",
        "replicate/ideogram-ai/ideogram-character: the default of input.rendering_speed",
        "replicate/ideogram-ai/ideogram-character: the default of input.style_type",
        "replicate/ideogram-ai/ideogram-4-5: input.prompt left out and nothing missing",
        "replicate/ideogram-ai/ideogram-character: input.character_reference_image left out and nothing missing",
    ],
    "tencent": ["tencent/hy-image-v3.5-preview: the default of generate_max_pixels"],
    "wavespeed": [
        "wavespeed/alibaba/wan-2.7/text-to-image-pro: the default of size",
        "wavespeed/alibaba/wan-2.7/text-to-image-pro: the default of thinking_mode",
        *WAVESPEED_UNREAD,
    ],
}


def tables_of(vendor: str) -> Catalog:
    return Catalog({name: target for name, target in CATALOG.items() if target.provider == vendor})


@pytest.mark.parametrize(("vendor", "case"), CASES, ids=[f"{case['target']}: {case['case']}" for _, case in CASES])
def test_case(vendor: str, case: dict[str, Any]) -> None:
    assert case["target"].startswith(f"{vendor}/")
    run_case(case)


@pytest.mark.parametrize("vendor", VENDORS)
def test_every_row_and_rule_was_read_on_a_page(vendor: str) -> None:
    assert sorted(uncovered(HERE / f"{vendor}.json", tables_of(vendor))) == sorted(UNREAD.get(vendor, []))


@pytest.mark.parametrize("vendor", VENDORS)
def test_the_engine_judges_as_the_tables_say(vendor: str) -> None:
    tables = tables_of(vendor)
    cases(bounds(*tables.values()), tables)
