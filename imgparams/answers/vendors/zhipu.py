"""Zhipu (Z.AI): OpenAI's shape, or a task; errors by number.

Numbers of one group may be of several classes. A limit of a day, a week or a month (1304, 1308, 1310) is none that a
wait of minutes cures. Open: whether each number comes on the routes for images.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import OPENAI_ERROR
from imgparams.answers.words import Answers, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(each="data[*]", image=("url", "b64_json"), revised_prompt="revised_prompt"),
        Makes(each="image_result[*]", image=("url", "b64_json"), revised_prompt="revised_prompt", id="id"),
    ),
    tasks=(
        Task(
            id="id",
            state="task_status",
            words={"PROCESSING": "pending", "SUCCESS": "done", "FAIL": "failed"},
            poll="GET /api/paas/v4/async-result/{id}",
        ),
    ),
    errors=(OPENAI_ERROR,),
    says=(
        # a bad request
        Says("bad_parameter", code=("1210", "1215")),
        Says("bad_parameter", code="1213", problem="missing"),
        Says("bad_parameter", code="1214", problem="not_allowed"),
        Says("bad_parameter", code="1261", problem="too_long", fields="prompt"),
        Says("moderation", code="1301", note="of the prompt or of the image"),
        # the model, the account
        Says("model", code=("1211", "1212", "1221", "1222"), fields="model"),
        Says("authentication", code=("1000", "1001", "1002", "1003", "1004", "1220")),
        Says("authentication", code=("1110", "1111", "1112", "1121"), note="the account is not active, or locked"),
        Says("payment", code=("1113", "1309")),
        # limits, faults
        Says("rate_limit", code=("1302", "1303", "1305")),
        Says("rate_limit", code=("1304", "1308", "1310"), retry="no", note="of a day or longer"),
        Says("transient", code=("500", "1120", "1234", "1312")),
    ),
    id="request_id",
    source=(
        "docs.bigmodel.cn/cn/api/api-code, 2026; docs.z.ai/api-reference/image/get-image-status, 2026; zai-sdk 0.2.3 "
        "(types/image/image.py); huggingface_hub 2.4.0 (zai_org.py), 2026-11"
    ),
    checked="2026-12-01",
)
