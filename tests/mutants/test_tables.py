"""What a mutant of the core is shown of the tables: all worked cases, and some of the drawn cases and laws.

For `mutmut run` only: in one test a vendor, as a mutant meets thousands of cases, and each test costs time.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from imgparams import CATALOG
from imgparams.testing import LAWS, bounds, cases, run

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.json"))
TARGETS = [
    "automatic1111/txt2img",
    "bedrock/amazon.nova-canvas-v1:0",
    "bytedance/seedream-4-5",
    "fal/fal-ai/flux-2",
    "google/gemini-3-pro-image",
    "leonardo/phoenix-1.0",
    "openai/gpt-image-2",
    "openrouter/images",
    "recraft/recraftv3",
    "replicate/black-forest-labs/flux-dev",
    "runware/bfl:3@1",
    "stability/sd3.5-large",
]


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_worked_cases(path: Path) -> None:
    cases(path)


@pytest.mark.parametrize("vendor", ["bedrock", "bfl", "ideogram", "stability", "together"])
def test_drawn_cases(vendor: str) -> None:
    tables = {name: target for name, target in CATALOG.items() if target.provider == vendor}
    cases(bounds(*tables.values()), tables)


@pytest.mark.parametrize("name", TARGETS)
def test_laws(name: str) -> None:
    for law in LAWS:
        run(law, CATALOG[name], examples=5)
