"""Tencent's TokenHub: Hunyuan Image 3.5 answers with the last frame of its stream.

Whether an image came is told by its URL, not by finish_reason; an error may come with HTTP 200. Open: the shapes of
hy-image-v3 and of Seedream here; the codes of errors.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import OPENAI_ERROR
from imgparams.answers.words import Answers, Makes, Says

ANSWERS = Answers(
    makes=(
        Makes(
            each="choices[*]",
            image="delta.image.url",
            width="delta.image.width",
            height="delta.image.height",
            expires=12 * 3600,
            usage={"total_tokens": "usage.total_tokens"},
            id="id",
        ),
    ),
    errors=(OPENAI_ERROR,),
    says=(Says("model", code="ResourceUnavailable.InterfaceNotExist", note="HTTP 200"),),
    id="request_id",
    source=(
        "cloud.tencent.com/document/product/1823/135745 and "
        "docs.cloudbase.net/en/http-api/ai-model/hy-image-generation, 2026; two programs' tests of the last frame, "
        "2026-10"
    ),
    checked="2026-12-01",
)
