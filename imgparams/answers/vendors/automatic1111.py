"""AUTOMATIC1111's web UI, and programs that speak its API (Forge, Draw Things).

`info` is JSON in a text. With return_grid the first image is the grid of the others. HTTP 404 and 500 are
often the caller's fault, not the route's or the server's. Open: what an unknown checkpoint in override_settings does.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import FASTAPI, PYDANTIC
from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(
        Makes(
            image="images[*]",
            seed="$.info{}.all_seeds[*]",
            width="$.info{}.width",
            height="$.info{}.height",
            revised_prompt="$.info{}.all_prompts[*]",
        ),
        Makes(image="image"),
    ),
    errors=(
        FASTAPI,
        Envelope(message=("detail", "errors"), type="error"),
    ),
    says=(
        # a bad request
        Says(
            "bad_parameter",
            text="^Sampler not found$",
            problem="not_allowed",
            fields="sampler_name",
            note="404 before 1.10, then 400",
        ),
        Says(
            "bad_parameter",
            text="^Script '(?P<value>[^']*)' not found$",
            problem="not_allowed",
            fields="script_name",
        ),
        Says(
            "bad_parameter",
            text="^always on script (?P<value>.+?) not found$",
            problem="not_allowed",
            fields="alwayson_scripts",
        ),
        Says("bad_parameter", text="^Init image not found$", problem="missing", fields="init_images"),
        Says(
            "bad_parameter",
            text="^Invalid (?:encoded image|image url|image format)$",
            problem="unreadable",
            fields="init_images",
        ),
        Says(
            "bad_parameter",
            text="^(?:Requests not allowed|Request to local resource not allowed)$",
            problem="not_allowed",
            fields="init_images",
            note="URLs are switched off on this server",
        ),
        Says(
            "bad_parameter",
            text=r"^Unrecognized keys: \[(?P<field>[^\]]+)\]$",
            problem="unknown_field",
            note="Draw Things; the web UI ignores unknown keys",
        ),
        Says(
            "bad_parameter",
            text=r"^value is not a valid (?P<allowed>\w+)$",
            type="type_error",
            problem="wrong_type",
        ),
        *PYDANTIC,
        # the account, the server
        Says("authentication", text="^Incorrect username or password$"),
        Says("model", text="^Not Found$", note="the server runs without --api"),
        Says(
            "transient",
            text="^CUDA out of memory",
            fields=("width", "height", "batch_size"),
            retry="no",
            note="a smaller size or batch helps, waiting seldom",
        ),
        Says("transient", type="OutOfMemoryError", fields=("width", "height", "batch_size"), retry="no"),
    ),
    source=(
        "lllyasviel/stable-diffusion-webui-forge modules/api/api.py, 2025-06-26; Draw Things speaks the same route, "
        "2026"
    ),
    checked="2026-11-29",
)
