"""Black Forest Labs: tasks that are polled, whose images are to be fetched within ten minutes.

`polling_url` is on a regional host, where alone the task is known. The word of a state outranks the HTTP status: a task
that failed may come with 422 or 503. A 503 without a word is the service's: the task lives on, and is paid. What it
costs stands in the answer to the submit only. Open: the bodies of 400, 402 and 429.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import BFL_SAYS, BFL_STATE, BFL_WORDS, FASTAPI, PYDANTIC
from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(Makes(image="result.sample", seed="$.result.seed", revised_prompt="$.result.prompt", expires=600, id="id"),),
    tasks=(
        Task(
            id="id",
            state="status",
            words=BFL_WORDS,
            poll="GET /v1/get_result?id={id}",
            poll_url="polling_url",
            cost="cost",
            currency="credits",
        ),
    ),
    errors=(FASTAPI, Envelope(message="detail"), BFL_STATE),
    says=(
        *BFL_SAYS,
        *PYDANTIC,
        Says("unknown", type="missing", status=404, note="a poll without its id"),
        Says("authentication", text="^Not authenticated"),
        Says("rate_limit", status=429, note="24 active tasks, 6 for some models; no time is stated"),
        Says("transient", status=503, note="without a state the task lives on and is paid: poll again"),
    ),
    source=(
        "BFL's OpenAPI (AsyncResponse, ResultResponse, StatusResponse, HTTPValidationError), copy in "
        "tryAGI/BlackForestLabs, 2026-05-01; docs.bfl.ai, 2026; @ai-sdk/black-forest-labs 1.0.33"
    ),
    checked="2026-11-29",
)
