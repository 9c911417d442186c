"""MiniMax: errors come with HTTP 200 in base_resp."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(Makes(image=("data.image_urls[*]", "data.image_base64[*]"), expires=24 * 3600, id="id"),),
    errors=(Envelope(message="base_resp.status_msg", code="base_resp.status_code", ok=("0",)),),
    says=(
        Says("moderation", code="1027", stage="output"),
        Says("bad_parameter", text="^invalid params?[,:] ?(?:.+)$", code="2013"),
        Says(
            "moderation", text=r"(?:^input new_sensitive|, input (?P<field>\w+) sensitive)", code="1026", stage="input"
        ),
        Says("authentication", text="^invalid api key", code="1004"),
        Says("authentication", text="^invalid api key", code="2049"),
        Says("payment", text="^insufficient balance", code="1008"),
        Says("payment", code="2056"),
        Says("rate_limit", text="^rate limit", code="1002"),
        Says("rate_limit", code="1039"),
        Says("rate_limit", code="1041"),
        Says("transient", code="1000"),
        Says("transient", code="1001"),
        Says("transient", code="1024"),
        Says("transient", code="1033"),
        Says("authentication", text="^login fail", code="1004"),
    ),
    source="platform.minimax.io (2026); 2049 with HTTP 200, measured; 1004 (2026-05)",
    checked="2026-11-29",
)
