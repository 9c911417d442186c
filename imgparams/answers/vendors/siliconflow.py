"""SiliconFlow: numbered errors, some of which name the field.

20015 is a bad parameter with HTTP 400 and overload with 429; moderation is HTTP 451, an empty balance 403. `data`
repeats `images`. A limit of a day lasts until tomorrow. Open: the English texts; whether the seed is that of each
image.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(Makes(each="images[*]", image="url", seed="$.seed", expires=3600),),
    errors=(
        Envelope(message="message", code="code"),
        Envelope(message="(text)"),
    ),
    says=(
        # a bad request
        Says(
            "bad_parameter",
            text=r"^List should have at least (?P<min>\d+) items? after validation",
            problem="missing",
        ),
        Says("bad_parameter", code="20015", note="neither the field nor the reason"),
        Says("bad_parameter", code="20013", problem="missing", fields="model"),
        Says("bad_parameter", code="20016", problem="missing", fields="prompt"),
        Says("bad_parameter", code="20017", problem="missing", fields="image"),
        Says("bad_parameter", code=("20023", "20038"), problem="unreadable", fields="image"),
        Says("bad_parameter", code=("20025", "20026"), problem="wrong_type", fields="image_size"),
        Says("bad_parameter", code="20028", problem="out_of_range", fields="num_inference_steps"),
        Says("bad_parameter", code="20034", problem="out_of_range", fields="seed"),
        Says("bad_parameter", code="20035", problem="out_of_range", fields="batch_size"),
        Says("bad_parameter", code="20055", problem="not_allowed", fields="image", note="base64 only"),
        Says("bad_parameter", code="20065", problem="too_many", fields="loras", note="1 to 3"),
        Says("bad_parameter", code="20066", problem="out_of_range", fields="n"),
        Says("bad_parameter", code="20042", problem="too_long"),
        # moderation
        Says("moderation", code="20021", stage="input"),
        # the model, the account
        Says("model", code=("20012", "30003"), fields="model", note="30003: it has ended"),
        Says("authentication", text=r"^\"?Invalid token\"?$"),
        Says("authentication", code=("30002", "30005", "30014"), note="30014 also for a key of the other site"),
        Says("payment", code=("30001", "30011")),
        # limits, faults
        Says("rate_limit", code=("50601", "50602", "50604", "50607"), note="of a minute; 50607 of an hour"),
        Says("rate_limit", code=("50605", "50608"), retry="no", note="of a day"),
        Says("transient", code="20015", status=429, note="overload"),
        Says("transient", code=("50501", "50505", "50508", "50603", "60000")),
    ),
    id="header:x-siliconcloud-trace-id",
    source=(
        "a table of the codes with status and name, 2026; 30003 and 30014 as met, 2026; Portkey's gateway and two "
        "frames of errors, 2026"
    ),
    checked="2026-11-29",
)
