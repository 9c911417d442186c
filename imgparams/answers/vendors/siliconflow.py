"""SiliconFlow."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(Makes(each="images[*]", image="url", seed="$.seed", expires=3600),),
    errors=(
        Envelope(message="message", code="code"),
        Envelope(message="(text)"),
    ),
    says=(
        Says("model", text="^Model does not exist", code="20012", fields="model"),
        Says("bad_parameter", text=r"^The parameter is invalid\. Please check again\.?$", code="20015"),
        Says(
            "bad_parameter",
            text=r"^List should have at least (?P<min>\d+) items? after validation",
            code="20015",
            problem="missing",
        ),
        Says("transient", text="^System is really busy", code="20015"),
        Says("bad_parameter", code="20013", problem="missing", fields="model"),
        Says("bad_parameter", code="20016", problem="missing", fields="prompt"),
        Says("bad_parameter", code="20017", problem="missing", fields="image"),
        Says("bad_parameter", code="20023", problem="unreadable", fields="image"),
        Says("bad_parameter", code="20025", problem="wrong_type", fields="image_size"),
        Says("bad_parameter", code="20026", problem="wrong_type", fields="image_size"),
        Says("bad_parameter", code="20028", problem="out_of_range", fields="num_inference_steps"),
        Says("bad_parameter", code="20034", problem="out_of_range", fields="seed"),
        Says("bad_parameter", code="20035", problem="out_of_range", fields="batch_size"),
        Says("bad_parameter", code="20038", problem="unreadable", fields="image"),
        Says("bad_parameter", code="20065", problem="too_many", fields="loras"),
        Says("bad_parameter", code="20066", problem="out_of_range", fields="n"),
        Says("bad_parameter", code="20055", problem="not_allowed", fields="image"),
        Says("bad_parameter", code="20042", problem="too_long"),
        Says("moderation", code="20021", stage="input"),
        Says("payment", code="30001"),
        Says("model", text="^Model disabled", code="30003", fields="model"),
        Says("authentication", text="^Token is invalid", code="30014"),
        Says("authentication", text=r"^\"?Invalid token\"?$"),
        Says("authentication", code="30005"),
        Says("rate_limit", code="50604"),
        Says("rate_limit", code="50605"),
        Says("transient", code="50505"),
        Says("transient", code="50501"),
        Says("transient", code="60000"),
    ),
    id="header:x-siliconcloud-trace-id",
    source=(
        "Table of codes with HTTP status and name (2026); 30003, 30014 "
        "as met; .com and .cn keys differ (2026); Portkey gateway siliconflow "
        "(response passed on); two error frames (2026)"
    ),
    checked="2026-11-29",
)
