"""AUTOMATIC1111's web UI, and programs that speak its API."""

from __future__ import annotations

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
        Envelope(each="detail[*]", message="msg", type="type", field="loc"),
        Envelope(message=("detail", "errors"), type="error"),
    ),
    says=(
        Says(
            "bad_parameter",
            text="^Sampler not found$",
            type="HTTPException",
            problem="not_allowed",
            fields="sampler_name",
        ),
        Says(
            "bad_parameter",
            text="^Script '(?P<value>[^']*)' not found$",
            type="HTTPException",
            problem="not_allowed",
            fields="script_name",
        ),
        Says(
            "bad_parameter",
            text="^always on script (?P<value>.+?) not found$",
            type="HTTPException",
            problem="not_allowed",
            fields="alwayson_scripts",
        ),
        Says(
            "bad_parameter",
            text="^Init image not found$",
            type="HTTPException",
            problem="missing",
            fields="init_images",
        ),
        Says(
            "bad_parameter",
            text="^Invalid (?:encoded image|image url|image format)$",
            type="HTTPException",
            problem="unreadable",
            fields="init_images",
        ),
        Says(
            "bad_parameter",
            text="^(?:Requests not allowed|Request to local resource not allowed)$",
            type="HTTPException",
            problem="not_allowed",
            fields="init_images",
        ),
        Says("authentication", text="^Incorrect username or password$", type="HTTPException"),
        Says(
            "transient",
            text="^CUDA out of memory",
            type="OutOfMemoryError",
            fields=("width", "height", "batch_size"),
            retry="no",
        ),
        Says(
            "bad_parameter",
            text=r"^value is not a valid (?P<allowed>\w+)$",
            type="type_error.integer",
            problem="wrong_type",
        ),
        Says(
            "bad_parameter",
            text=r"^Unrecognized keys: \[(?P<field>[^\]]+)\]$",
            type="HTTPException",
            problem="unknown_field",
        ),
        Says("model", text="^Not Found$"),
    ),
    source=(
        "lllyasviel/stable-diffusion-webui-forge modules/api/api.py (2025-06-26)"
        "; Draw Things speaks the same route (2026)"
    ),
    checked="2026-11-29",
)
