"""Meta's Muse Image: OpenAI's images API.

Open: the codes of errors; how long a URL lives.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import OPENAI_ERROR, OPENAI_SHAPE
from imgparams.answers.words import Answers

ANSWERS = Answers(
    makes=(OPENAI_SHAPE,),
    errors=(OPENAI_ERROR,),
    source="ComfyUI comfy_api_nodes/apis/meta.py (MuseImageResponse), 2026-09",
    checked="2026-12-01",
)
