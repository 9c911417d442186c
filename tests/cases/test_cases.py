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
    ],
    "tencent": ["tencent/hy-image-v3.5-preview: the default of generate_max_pixels"],
    "wavespeed": [
        "wavespeed/alibaba/wan-2.7/text-to-image-pro: the default of size",
        "wavespeed/alibaba/wan-2.7/text-to-image-pro: the default of thinking_mode",
        "wavespeed/z-ai/glm-image/text-to-image: the default of output_format",
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
    assert uncovered(HERE / f"{vendor}.json", tables_of(vendor)) == UNREAD.get(vendor, [])


@pytest.mark.parametrize("vendor", VENDORS)
def test_the_engine_judges_as_the_tables_say(vendor: str) -> None:
    tables = tables_of(vendor)
    cases(bounds(*tables.values()), tables)
