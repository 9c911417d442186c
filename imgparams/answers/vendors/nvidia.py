"""NVIDIA: FLUX at build.nvidia.com and in containers, with the images in `artifacts`.

flux.2-klein-4b refuses what it does not know with pydantic's errors, as measured on 2026-10-02. Open: what a filtered
image looks like; the errors of the other routes.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import FASTAPI, PYDANTIC
from imgparams.answers.words import Answers, Envelope, Makes

ANSWERS = Answers(
    makes=(Makes(each="artifacts[*]", image="base64"),),
    errors=(FASTAPI, Envelope(message=("detail", "message", "error"))),
    says=PYDANTIC,
    source="SKilbride/NIMnodes node.py, 2025; a public program's measurement of flux.2-klein-4b, 2026-10-02",
    checked="2026-12-01",
)
