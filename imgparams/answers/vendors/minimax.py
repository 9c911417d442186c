"""MiniMax: errors come with HTTP 200 in base_resp, by number.

failed_count beside images says how many were blocked. Open: the texts of 2013 for the fields of images.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(Makes(image=("data.image_urls[*]", "data.image_base64[*]"), expires=24 * 3600, id="id"),),
    errors=(
        Envelope(message="base_resp.status_msg", code="base_resp.status_code", ok="0"),
        Envelope(message="metadata.failed_count", code="metadata.failed_count", ok="0"),
    ),
    says=(
        Says("bad_parameter", code="2013", note="a field's name may stand in the text, in no fixed form"),
        # moderation
        Says("moderation", text=r", input (?P<field>\w+) sensitive", code="1026", stage="input"),
        Says("moderation", code="1026", stage="input"),
        Says("moderation", code="1027", stage="output"),
        Says("moderation", text=r"^[1-9]\d?$", stage="output", note="the number of images that were blocked"),
        # the account
        Says("authentication", code=("1004", "2049"), note="2049 also for a plan that has ended"),
        Says("payment", code=("1008", "2056")),
        # limits, faults
        Says("rate_limit", code=("1002", "1039", "1041")),
        Says("transient", code=("1000", "1001", "1024", "1033")),
    ),
    id=("header:minimax-request-id", "header:trace-id"),
    source="platform.minimax.io, 2026; 2049 with HTTP 200 as measured, 2026-05",
    checked="2026-11-29",
)
